//! Signing in with a password: argon2id, and a door that slows down but never locks.

use std::time::Duration;

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use jiff::SignedDuration;
use tokio::sync::Semaphore;

use super::service::{self, Entry, new_token, record};
use super::store::{self, Login};
use super::{AccountError, Staff};
use crate::platform::App;
use crate::platform::clock;
use crate::platform::keys::token_hash;

/// Shortest and longest password, in characters. Length is what makes a password hard to guess (NIST SP 800-63B).
pub const SHORTEST: usize = 12;
const LONGEST: usize = 200;
/// Wrong passwords after which an account slows down.
const FREE: u32 = 10;
/// Longest wait between two tries: it never locks for good.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// Each takes 19 MiB (the defaults of argon2id as OWASP gives them): two at once, others wait.
static ROOM: Semaphore = Semaphore::const_new(2);

/// How long after so many wrong passwords in a row the next may be tried.
fn wait(failures: u32) -> Duration {
    match failures.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(more) => Duration::from_secs(4 << more.min(10)).min(LONGEST_WAIT),
    }
}

fn tidy(login: &str) -> String {
    login.trim().to_lowercase()
}

/// Gives somebody a name to sign in with, and a password. Every login of theirs ends; the token of a new cookie.
///
/// # Errors
/// A password or name that cannot be used, or a name that is taken.
pub(super) async fn set(
    app: &App,
    staff: &Staff,
    login: &str,
    password: &str,
) -> Result<String, AccountError> {
    let login = tidy(login);
    if login.is_empty() || login.chars().count() > LONGEST {
        return Err(AccountError::Login);
    }
    let length = password.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) || password.to_lowercase().contains(&login) {
        return Err(AccountError::Password);
    }
    let salt = app.chance.ids.secret()?;
    let hash = hash(password.to_owned(), salt).await?;
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
/// [`AccountError::Wrong`] for a wrong name or password, [`AccountError::Slow`] where the account is slowed down.
pub(super) async fn enter(app: &App, login: &str, password: &str) -> Result<String, AccountError> {
    let (login, now) = (tidy(login), app.chance.clock.now());
    let known = store::by_login(&app.db, &login).await?;
    if let Some(until) = known.as_ref().and_then(|known| known.slow_until.as_deref()) {
        let until: jiff::Timestamp = until.parse().unwrap_or(now);
        if until > now {
            let seconds = u64::try_from(until.duration_since(now).as_secs()).unwrap_or(0) + 1;
            return Err(AccountError::Slow(seconds));
        }
    }
    let holds = if let Some(known) = &known {
        verify(password, known.password.clone()).await?
    } else {
        // As long as for a name that is known: how long it takes tells nobody which names there are.
        hash(password.chars().take(LONGEST).collect(), app.chance.ids.secret()?).await?;
        false
    };
    match known {
        Some(known) if holds => admitted(app, known).await,
        Some(known) => {
            let (failures, now) = (known.failures.saturating_add(1), app.chance.clock.now());
            let pause = SignedDuration::try_from(wait(failures)).unwrap_or(SignedDuration::ZERO);
            let until =
                (!pause.is_zero()).then(|| now.saturating_add(pause).map(clock::text).unwrap_or_default());
            let entry = Entry::new(app, Some(&known.staff), "sign-in-wrong", "password")?;
            app.db
                .write(move |tx| {
                    Box::pin(async move {
                        store::failed(tx, &known.staff, until).await?;
                        record(tx, &entry).await?;
                        Ok::<_, AccountError>(())
                    })
                })
                .await?;
            Err(AccountError::Wrong)
        }
        None => Err(AccountError::Wrong),
    }
}

async fn admitted(app: &App, known: Login) -> Result<String, AccountError> {
    let cookie = new_token(app)?;
    let hash = token_hash(&cookie);
    let until = service::cookie_until(app);
    let entry = Entry::new(app, Some(&known.staff), "sign-in", "password")?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::forget_failures(tx, &known.staff).await?;
                store::insert_token(tx, &hash, &known.staff, "cookie", &until).await?;
                record(tx, &entry).await?;
                Ok::<_, AccountError>(())
            })
        })
        .await?;
    Ok(cookie)
}

/// Hashes or checks a password off the request path, when there is room for it.
async fn work<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AccountError> + Send + 'static,
) -> Result<T, AccountError> {
    let _room = ROOM.acquire().await.map_err(|error| AccountError::Hash(error.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| AccountError::Hash(error.to_string()))?
}

async fn hash(password: String, salt: [u8; 32]) -> Result<String, AccountError> {
    work(move || {
        let salt =
            SaltString::encode_b64(&salt[..16]).map_err(|error| AccountError::Hash(error.to_string()))?;
        let hash = Argon2::default().hash_password(password.as_bytes(), &salt);
        Ok(hash.map_err(|error| AccountError::Hash(error.to_string()))?.to_string())
    })
    .await
}

async fn verify(password: &str, hash: String) -> Result<bool, AccountError> {
    let password: String = password.chars().take(LONGEST + 1).collect();
    work(move || {
        let hash = PasswordHash::new(&hash).map_err(|error| AccountError::Hash(error.to_string()))?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WAIT, wait};
    use std::time::Duration;

    #[test]
    fn ten_wrong_passwords_slow_down_and_never_longer_than_a_minute() {
        assert_eq!(wait(9), Duration::ZERO);
        assert_eq!(wait(10), Duration::from_secs(4));
        assert_eq!(wait(13), Duration::from_secs(32));
        assert_eq!(wait(u32::MAX), LONGEST_WAIT);
    }

    #[tokio::test]
    async fn a_password_is_kept_as_argon2id_and_recognised() {
        let hash = super::hash("lang genoeg om te onthouden".to_owned(), [7; 32]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(super::verify("lang genoeg om te onthouden", hash.clone()).await.unwrap());
        assert!(!super::verify("lang genoeg om te onthoudem", hash).await.unwrap());
    }
}
