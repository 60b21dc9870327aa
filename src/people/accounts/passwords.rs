//! Signing in with a password: argon2id, and a door that slows down whoever guesses and shuts nobody out. What is counted
//! is where a guess comes from and the name that was typed, whether there is such a name or not.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use tokio::sync::Semaphore;

use super::service::{self, Entry, new_token, record};
use super::store::{self, Login};
use super::{AccountError, Staff};
use crate::platform::guessing::{Secret, TooMany};
use crate::platform::keys::token_hash;
use crate::platform::{App, names};

/// Shortest and longest password, in characters. Length is what makes a password hard to guess (NIST SP 800-63B).
pub const SHORTEST: usize = 12;
const LONGEST: usize = 200;
/// Each takes 19 MiB (the defaults of argon2id as OWASP gives them): two at once, others wait.
static ROOM: Semaphore = Semaphore::const_new(2);
/// Most that wait for that, and how long those beyond are asked to stay away, in seconds.
const MOST_WAITING: usize = 100;
const CROWDED_S: u64 = 5;
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// Words that the list of common passwords, which is of English speakers, does not have: those that people here choose first.
const COMMON_HERE: &str = include_str!("common_here.txt");
/// How hard to guess a password is at least, on the scale of `zxcvbn`: more than 10¹⁰ tries. At 3 it takes `Welkom2026!!!`.
const HARD_ENOUGH: zxcvbn::Score = zxcvbn::Score::Four;

/// How whoever chooses a password is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SignedBy {
    /// By the token of a machine, which may not.
    Machine,
    /// By a login with the password until now.
    Password,
    /// By a login that began with a link: whoever lost their password, or has none yet.
    Link,
}

impl SignedBy {
    /// Whether the password until now is asked, where there is one.
    pub fn asks_current(self) -> bool {
        self != Self::Link
    }
}

/// A password as its owner wants it.
pub(super) struct Wish<'a> {
    /// The name to sign in with.
    pub login: &'a str,
    /// The new password.
    pub password: &'a str,
    /// The one until now; empty where there was none, or somebody came by a link just now.
    pub current: &'a str,
}

fn tidy(login: &str) -> String {
    login.trim().to_lowercase()
}

/// Whether a password cannot be guessed from a list, from the name, or by going on where a keyboard or the alphabet goes on.
fn is_hard_to_guess(password: &str, login: &str, name: &str) -> bool {
    let small = password.to_lowercase();
    // The list counts what somebody knows by heart as one word; here it may not be there at all.
    if login.chars().count() > 2 && small.contains(login) {
        return false;
    }
    let own = [login, name, "buurtblik", "buurtbalans"];
    let known: Vec<&str> =
        own.into_iter().chain(name.split_whitespace()).chain(COMMON_HERE.lines()).collect();
    zxcvbn::zxcvbn(&small, &known).score() >= HARD_ENOUGH
}

/// Gives somebody a name to sign in with, and a password. Every login, link and token of theirs ends; the token of a new cookie.
///
/// # Errors
/// A password or name that cannot be used, a name that is taken, a wrong current password, or a machine's token.
pub(super) async fn set(
    app: &App,
    staff: &Staff,
    by: SignedBy,
    wish: Wish<'_>,
) -> Result<String, AccountError> {
    let login = names::tidy(&tidy(wish.login), LONGEST).ok_or(AccountError::Login)?;
    let length = wish.password.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return Err(AccountError::Password);
    }
    if !is_hard_to_guess(wish.password, &login, &staff.name) {
        return Err(AccountError::CommonPassword);
    }
    if by == SignedBy::Machine {
        return Err(AccountError::OnlyOneself);
    }
    if by.asks_current()
        && let Some(before) = store::password_of(&app.db, &staff.id).await?
    {
        let known = Login { staff: staff.id.clone(), password: before.password };
        check(app, &before.login, Some(known), wish.current).await.map_err(|error| match error {
            AccountError::Wrong => AccountError::Current,
            other => other,
        })?;
    }
    let salt = app.chance.ids.secret()?;
    let hash = hash(wish.password.to_owned(), salt).await?;
    let entry = Entry::new(app, Some(&staff.id), "password", &staff.id)?;
    let id = staff.id.clone();
    let (cookie, until) = (new_token(app)?, service::cookie_until(app));
    let token = token_hash(&cookie);
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if !store::set_password(tx, &id, &login, &hash).await? {
                    return Err(AccountError::LoginTaken);
                }
                store::insert_token(tx, &token, &id, "cookie", &until).await?;
                record(tx, &entry).await?;
                Ok(())
            })
        })
        .await?;
    Ok(cookie)
}

/// Signs somebody in; the token for their cookie.
///
/// # Errors
/// [`AccountError::Wrong`] for a wrong name or password, [`AccountError::Slow`] where too many guess at once from there.
pub(super) async fn enter(app: &App, login: &str, password: &str) -> Result<String, AccountError> {
    let login = tidy(login);
    let known = store::by_login(&app.db, &login).await?;
    let staff = known.as_ref().map(|known| known.staff.clone());
    match (check(app, &login, known, password).await, staff) {
        (Ok(()), Some(staff)) => admitted(app, staff).await,
        (Err(AccountError::Wrong), Some(staff)) => {
            let entry = Entry::new(app, Some(&staff), "sign-in-wrong", "password")?;
            // Written down behind the answer: how long that takes would tell that there is such a name.
            let db = app.db.clone();
            tokio::spawn(async move {
                let written = db.write(move |tx| Box::pin(async move { record(tx, &entry).await }));
                if let Err(error) = written.await {
                    tracing::error!(%error, "a wrong password is not in the audit trail");
                }
            });
            Err(AccountError::Wrong)
        }
        (Err(error), _) => Err(error),
        (Ok(()), None) => Err(AccountError::Wrong),
    }
}

/// Checks a password for the name that was typed. It takes as long for a name that nobody has.
async fn check(app: &App, login: &str, known: Option<Login>, password: &str) -> Result<(), AccountError> {
    let anybody = app.guesses.look_up(Secret::AnyPassword, "").await.map_err(slow)?;
    let guess = app.guesses.look_up(Secret::Password(login), "").await;
    let guess = match guess {
        Ok(guess) => guess,
        Err(error) => {
            anybody.unknown();
            return Err(slow(error));
        }
    };
    let there = known.is_some();
    match verify(password, known.map(|known| known.password)).await {
        Ok(holds) if holds && there => {
            anybody.unknown();
            guess.right_and_forgotten();
            Ok(())
        }
        Ok(_) => {
            anybody.wrong();
            guess.wrong();
            Err(AccountError::Wrong)
        }
        Err(error) => {
            anybody.unknown();
            guess.unknown();
            Err(error)
        }
    }
}

fn slow(TooMany(seconds): TooMany) -> AccountError {
    AccountError::Slow(seconds)
}

async fn admitted(app: &App, staff: String) -> Result<String, AccountError> {
    let cookie = new_token(app)?;
    let hash = token_hash(&cookie);
    let until = service::cookie_until(app);
    let entry = Entry::new(app, Some(&staff), "sign-in", "password")?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::insert_token(tx, &hash, &staff, "cookie", &until).await?;
                record(tx, &entry).await?;
                Ok::<_, AccountError>(())
            })
        })
        .await?;
    Ok(cookie)
}

/// Somebody who waits for room.
struct Waits;

impl Waits {
    fn new() -> Result<Self, AccountError> {
        if WAITING.fetch_add(1, Ordering::AcqRel) >= MOST_WAITING {
            drop(Self);
            return Err(AccountError::Slow(CROWDED_S));
        }
        Ok(Self)
    }
}

impl Drop for Waits {
    fn drop(&mut self) {
        WAITING.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Hashes or checks a password off the request path, when there is room for it.
async fn work<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AccountError> + Send + 'static,
) -> Result<T, AccountError> {
    let waits = Waits::new()?;
    let room = ROOM.acquire().await.map_err(|error| AccountError::Hash(error.to_string()))?;
    drop(waits);
    // The room is held until the work has ended, also where nobody waits for it any more.
    let running = tokio::task::spawn_blocking(move || {
        let _room = room;
        work()
    });
    running.await.map_err(|error| AccountError::Hash(error.to_string()))?
}

fn hashed(password: &str, salt: [u8; 32]) -> Result<String, String> {
    let salt = SaltString::encode_b64(&salt[..16]).map_err(|error| error.to_string())?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt);
    Ok(hash.map_err(|error| error.to_string())?.to_string())
}

async fn hash(password: String, salt: [u8; 32]) -> Result<String, AccountError> {
    work(move || hashed(&password, salt).map_err(AccountError::Hash)).await
}

/// What is checked for a name that nobody has: a hash like any other.
static NOBODYS: LazyLock<Result<String, String>> = LazyLock::new(|| hashed("van niemand", [0; 32]));

/// Checks a password; without a hash, one that nobody has.
async fn verify(password: &str, hash: Option<String>) -> Result<bool, AccountError> {
    let password: String = password.chars().take(LONGEST + 1).collect();
    work(move || {
        let hash = hash.map_or_else(|| NOBODYS.clone().map_err(AccountError::Hash), Ok)?;
        let hash = PasswordHash::new(&hash).map_err(|error| AccountError::Hash(error.to_string()))?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::{MOST_WAITING, Waits, is_hard_to_guess};

    #[tokio::test]
    async fn a_password_is_kept_as_argon2id_and_recognised() {
        let hash = super::hash("lang genoeg om te onthouden".to_owned(), [7; 32]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(super::verify("lang genoeg om te onthouden", Some(hash.clone())).await.unwrap());
        assert!(!super::verify("lang genoeg om te onthoudem", Some(hash)).await.unwrap());
    }

    #[test]
    fn what_is_guessed_first_is_refused() {
        for password in [
            "aaaaaaaaaaaa",
            "121212121212",
            "abcdefghijkl",
            "123456789012",
            "qwertyuiop12",
            "asdfghjklzxc",
            "password1234",
            "Password1234!",
            "letmeinletmein",
            "wachtwoord12",
            "Wachtwoord2026!",
            "welkom123456",
            "Welkom2026!!!",
            "buurtblik2026",
            "Buurtblik123!",
            "amsterdam2026",
            "feyenoord1908",
            "gemeente12345",
            "zomer2026!!!",
            "september2026",
            "bea de vries 1",
            "noordermarkt",
            "ikhouvanjou12",
            "iloveyou1234",
            "geheim123456",
            "administrator",
            "111111111111a",
            "P@ssw0rd1234",
            "dragon123456!",
            "lieverdje1234",
        ] {
            assert!(
                !is_hard_to_guess(password, "bea@stad.example", "Bea de Vries"),
                "{password} is accepted"
            );
        }
    }

    #[test]
    fn a_few_words_or_what_a_machine_made_is_accepted() {
        for password in [
            "vier gewone woorden samen",
            "lang genoeg om te onthouden",
            "paars fietspad zonder hond",
            "correct horse battery staple",
            "kR7#vq2LmZ9x",
            "7f3a9c1e5b2d8046",
            "de wekker tikt op de trap",
            "Юлия любит старые трамваи",
        ] {
            assert!(is_hard_to_guess(password, "bea", "Bea de Vries"), "{password} is refused");
        }
        assert!(!is_hard_to_guess("bea houdt van de buurt", "bea", "Bea"));
    }

    #[test]
    fn a_queue_for_passwords_has_an_end_and_is_empty_again() {
        let mut waiting: Vec<_> = (0..MOST_WAITING).filter_map(|_| Waits::new().ok()).collect();
        assert!(Waits::new().is_err());
        waiting.pop();
        assert!(Waits::new().is_ok());
    }
}
