//! Preparing: a traject on its page, and its moments before, during and after.

use std::collections::HashSet;

use super::hooks::Hooks;
use super::release::released;
use super::{
    Attended, LEAST_K, LONGEST_PROMISE, LONGEST_TITLE, PROMISE_LINES, Plan, SessionError, Status, THEMES,
    Traject, Wijksessie, store, theme_label,
};
use crate::people::accounts::{self, Staff};
use crate::place::buurt;
use crate::platform::{App, names, text};

/// What is thought of before asking anybody, as slugs.
pub const CHECKLIST: [&str; 3] = ["vraag", "aanbod", "gevraagd"];
/// Most themes of a traject, and characters of one.
const MOST_THEMES: usize = 20;
const LONGEST_THEME: usize = 60;

/// A traject as its page sends it.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// Codes of its buurten.
    pub buurten: Vec<String>,
    /// What is asked, in one sentence.
    pub question: String,
    /// What was thought of, see [`CHECKLIST`].
    pub checklist: Vec<String>,
    /// Why we ask and what happens with it.
    pub promise: String,
    /// Theme slugs, or words of its own.
    pub themes: Vec<String>,
    /// Those in which a pin on a home is put on the nearest street.
    pub sensitive: Vec<String>,
    /// Fewest people behind anything published.
    pub k: u32,
    /// The day on which everything is deleted, YYYY-MM-DD; or never chosen.
    pub erase_on: String,
    /// Released layers stay after that day.
    pub keep_layers: bool,
    /// Professionals write down what they assume before the residents' layers open for them.
    pub assume_first: bool,
}

impl Draft {
    /// The draft as a traject.
    fn check(self, id: String, today: &str, before: Option<&Traject>) -> Result<Traject, SessionError> {
        let title = names::tidy(&self.title, LONGEST_TITLE).ok_or(SessionError::Title)?;
        if self.k < LEAST_K || self.k > 1000 {
            return Err(SessionError::K);
        }
        // As at the door of the forms: the command line has no such door.
        let promise = text::tidy(&self.promise).trim().replace("\r\n", "\n");
        if promise.contains('\0') {
            return Err(SessionError::Promise);
        }
        // A traject may be kept without one; no wijksessie opens in it.
        if promise.lines().count() > PROMISE_LINES || promise.chars().count() > LONGEST_PROMISE {
            return Err(SessionError::Promise);
        }
        let question = text::line(&self.question).trim().to_owned();
        if question.chars().count() > LONGEST_TITLE {
            return Err(SessionError::Form("session-wrong-question"));
        }
        let known = before.map_or(&[][..], |before| &before.themes);
        let themes = themes(self.themes, known)?;
        if before.is_some_and(|before| before.themes.iter().any(|theme| !themes.contains(theme))) {
            return Err(SessionError::Form("session-wrong-themes-kept"));
        }
        let sensitive = self.sensitive.into_iter().filter(|theme| themes.contains(theme)).collect();
        Ok(Traject {
            id,
            title,
            k: self.k,
            promise,
            themes,
            buurten: self.buurten,
            question,
            checklist: self.checklist.into_iter().filter(|one| CHECKLIST.contains(&one.as_str())).collect(),
            sensitive,
            erase_on: day(&self.erase_on, Some(today))?,
            keep_layers: self.keep_layers,
            erased: false,
            feedback: before.map(|before| before.feedback.clone()).unwrap_or_default(),
            assume_first: self.assume_first,
            opened: before.and_then(|before| before.opened.clone()),
        })
    }
}

/// A theme without what people do not see in it: capitals and blanks.
fn looks(theme: &str) -> String {
    theme.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Whether two themes are one for whoever reads them, by what they are called or by what residents read.
fn are_alike(one: &str, other: &str) -> bool {
    looks(one) == looks(other) || looks(&theme_label(one)) == looks(&theme_label(other))
}

/// The themes of a traject. `known`: those that it has, which stay as they are.
fn themes(typed: Vec<String>, known: &[String]) -> Result<Vec<String>, SessionError> {
    let mut themes: Vec<String> = Vec::new();
    for theme in typed {
        let theme = theme.trim().to_owned();
        if theme.chars().count() > LONGEST_THEME
            || theme.contains(['/', ',', '.'])
            || !names::is_plain(&theme)
            || theme == "all"
        {
            return Err(SessionError::Form("session-wrong-themes"));
        }
        if theme.is_empty() || themes.contains(&theme) {
            continue;
        }
        // A theme can never be taken away again, so a second that looks the same would stay beside it for good.
        let mut others = known.iter().chain(&themes);
        if !known.contains(&theme) && others.any(|other| are_alike(other, &theme)) {
            return Err(SessionError::Form("session-wrong-themes-alike"));
        }
        themes.push(theme);
    }
    if themes.is_empty() || themes.len() > MOST_THEMES {
        return Err(SessionError::Form("session-wrong-themes"));
    }
    Ok(themes)
}

/// A day as browsers send it; later than `after`, where that is given.
fn day(typed: &str, after: Option<&str>) -> Result<Option<String>, SessionError> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day: jiff::civil::Date = typed.trim().parse().map_err(|_| SessionError::Form("session-wrong-day"))?;
    let day = day.to_string();
    if after.is_some_and(|after| day.as_str() <= after) {
        return Err(SessionError::Form("session-wrong-day-past"));
    }
    Ok(Some(day))
}

/// Today in UTC, as YYYY-MM-DD.
fn today(app: &App) -> String {
    app.chance.now_text().chars().take(10).collect()
}

/// Makes a traject; it is the begeleider's own. At the command line it is nobody's yet.
///
/// # Errors
/// What is not right with it.
pub async fn make(app: &App, staff: Option<&Staff>, mut draft: Draft) -> Result<Traject, SessionError> {
    for code in &mut draft.buurten {
        *code = buurt::as_kept(app, code).await?;
    }
    let mut once = HashSet::new();
    draft.buurten.retain(|code| once.insert(code.clone()));
    if draft.buurten.is_empty() {
        return Err(SessionError::NoBuurt);
    }
    if draft.themes.iter().all(|theme| theme.trim().is_empty()) {
        draft.themes = THEMES.iter().map(|&theme| theme.to_owned()).collect();
    }
    // Also says now, not on the evening itself, that a buurt is not there.
    buurt::area(app, &draft.buurten).await?;
    let id = app.chance.ids.uuid()?.to_string();
    let traject = draft.check(id, &today(app), None)?;
    let owner = staff.map(|staff| staff.id.clone());
    let entry = accounts::Entry::new(app, owner.as_deref(), "traject-make", &traject.id)?;
    let (made, now) = (traject.clone(), app.chance.now_text());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::insert_traject(tx, &made, &now).await?;
                store::update_traject(tx, &made).await?;
                if let Some(owner) = &owner {
                    accounts::grant(tx, owner, &made.id).await?;
                }
                accounts::record(tx, &entry).await?;
                Ok::<_, SessionError>(())
            })
        })
        .await?;
    Ok(traject)
}

/// Changes what a traject asks and promises; its buurten stay.
///
/// # Errors
/// What is not right with it.
pub(super) async fn change(
    app: &App,
    staff: &Staff,
    before: &Traject,
    draft: Draft,
) -> Result<(), SessionError> {
    let draft = Draft { buurten: before.buurten.clone(), ..draft };
    let kept = before.erase_on.as_deref() == Some(draft.erase_on.trim());
    let after = if kept { String::new() } else { today(app) };
    let traject = draft.check(before.id.clone(), &after, Some(before))?;
    let entry = accounts::Entry::new(app, Some(&staff.id), "traject-change", &traject.id)?;
    let released = !released(app, &before.id).await?.is_empty();
    if traject.k != before.k && released {
        return Err(SessionError::Form("session-wrong-k-released"));
    }
    if traject.assume_first != before.assume_first && (released || before.opened.is_some()) {
        return Err(SessionError::Form("session-wrong-assume-released"));
    }
    let area = buurt::area(app, &before.buurten).await?;
    let hooks = app.given.of::<Hooks>()?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::update_traject(tx, &traject).await?;
                // Together: a theme that is sensitive has no pin at a home.
                for put_behind_the_door in hooks.at_sensitive {
                    put_behind_the_door(tx, &traject.id, &area, &traject.sensitive).await?;
                }
                Ok(accounts::record(tx, &entry).await?)
            })
        })
        .await
}

/// Plans a moment: it has a join code, and is not open yet.
///
/// # Errors
/// A title, number or day that cannot be used.
pub(super) async fn plan(app: &App, staff: &Staff, mut plan: Plan) -> Result<Plan, SessionError> {
    plan.title = names::tidy(&plan.title, LONGEST_TITLE).ok_or(SessionError::Title)?;
    let sound = |line: &str| line.chars().count() <= LONGEST_TITLE && names::is_plain(line);
    for (field, rule) in
        [(&plan.group, "session-wrong-group"), (&plan.vindplaats, "session-wrong-vindplaats")]
    {
        if !sound(field) {
            return Err(SessionError::Form(rule));
        }
    }
    plan.day = day(plan.day.as_deref().unwrap_or_default(), None)?;
    plan.pause = checked_pause(plan.pause)?;
    let entry = accounts::Entry::new(app, Some(&staff.id), "session-plan", &plan.traject)?;
    let now = app.chance.now_text();
    loop {
        plan.code = app.chance.ids.join_code()?;
        let (made, now, entry) = (plan.clone(), now.clone(), entry.clone());
        let inserted = app
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let inserted = store::insert_plan(tx, &made, &now).await?;
                    if inserted {
                        accounts::record(tx, &entry).await?;
                    }
                    Ok::<_, SessionError>(inserted)
                })
            })
            .await?;
        // A code that is taken already is drawn again.
        if inserted {
            return Ok(plan);
        }
    }
}

/// 0 is never; otherwise half a minute to ten minutes.
fn checked_pause(pause: u32) -> Result<u32, SessionError> {
    let fits = pause == 0 || (30..=600).contains(&pause);
    if fits { Ok(pause) } else { Err(SessionError::Form("session-wrong-pause")) }
}

/// The moment with this code, planned or further.
///
/// # Errors
/// [`SessionError::NoSession`] where there is none.
pub async fn find_plan(app: &App, code: &str) -> Result<Plan, SessionError> {
    let code = crate::platform::names::tidy_code(code);
    let stored = async { store::find_plan(&app.db, &code).await?.ok_or(SessionError::NoSession) };
    super::service::guessed(app, &code, stored).await
}

/// Which traject the moment with this code is of.
///
/// # Errors
/// [`SessionError::NoSession`] where there is none.
pub async fn traject_of(app: &App, code: &str) -> Result<String, SessionError> {
    let code = crate::platform::names::tidy_code(code);
    let stored = async { store::traject_of(&app.db, &code).await?.ok_or(SessionError::NoSession) };
    super::service::guessed(app, &code, stored).await
}

/// The moments of a traject, in the order in which they were planned.
///
/// # Errors
/// The database's.
pub async fn plans(app: &App, traject: &str) -> Result<Vec<Plan>, SessionError> {
    store::plans(&app.db, traject).await
}

/// Opens a planned moment to residents: not without a promise.
///
/// # Errors
/// Open before, or a traject without a promise.
pub(super) async fn open(app: &App, staff: &Staff, plan: &Plan) -> Result<(), SessionError> {
    let traject = super::find_traject(app, &plan.traject).await?;
    if traject.promise.trim().is_empty() {
        return Err(SessionError::Form("session-wrong-no-promise"));
    }
    if traject.erased {
        return Err(SessionError::Erased);
    }
    let session = Wijksessie {
        code: plan.code.clone(),
        traject: plan.traject.clone(),
        title: plan.title.clone(),
        method: plan.method,
        audience: plan.audience,
        tables: plan.tables,
        status: Status::Open,
        promise: traject.promise,
        themes: traject.themes,
        k: traject.k,
        buurten: traject.buurten,
        pause: plan.pause,
        sensitive: traject.sensitive,
        erase_on: traject.erase_on,
        handed: false,
    };
    let entry = accounts::Entry::new(app, Some(&staff.id), "session-open", &plan.code)?;
    let now = app.chance.now_text();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                // Pressed twice: it is open already.
                if store::insert_session(tx, &session, &now).await? {
                    accounts::record(tx, &entry).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Keeps who were there, and after how long a turn ends: until the release, in which it is told once.
///
/// # Errors
/// A pause that cannot be used, or a moment that is released.
pub(super) async fn settle(
    app: &App,
    plan: &Plan,
    pause: u32,
    attended: Attended,
) -> Result<(), SessionError> {
    let (code, pause) = (plan.code.clone(), checked_pause(pause)?);
    let attended = serde_json::json!(attended).to_string();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                // Held: a release that comes meanwhile waits, and tells what is kept here.
                if store::status_held(tx, &code).await? == Some(Status::Released) {
                    return Err(SessionError::AttendanceTold);
                }
                Ok(store::settle_plan(tx, &code, pause, &attended).await?)
            })
        })
        .await
}

#[cfg(test)]
mod tests;
