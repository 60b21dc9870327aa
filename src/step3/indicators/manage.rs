//! Changing what figures are called, and taking them out.

use super::store::{self, Import};
use super::{About, Indicator, IndicatorError, Meaning};
use crate::people::accounts;
use crate::platform::App;

/// The files that a traject may use with their indicators that are still in lists, newest first.
///
/// # Errors
/// The database's.
pub async fn of(
    app: &App,
    traject: &str,
) -> Result<Vec<(Import, Vec<std::sync::Arc<Indicator>>)>, IndicatorError> {
    let mut by = store::by_import(store::of_traject(&app.db, traject).await?);
    let imports = store::imports(&app.db, traject).await?;
    let files = imports.into_iter().filter_map(|import| {
        let indicators = by.remove(&import.id)?;
        Some((import, indicators.into_iter().map(|(_, one)| one).collect()))
    });
    Ok(files.collect())
}

/// Every file.
///
/// # Errors
/// The database's.
pub async fn imports(app: &App) -> Result<Vec<Import>, IndicatorError> {
    Ok(store::all(&app.db).await?)
}

/// A file of a traject that this traject may change: one of every traject is changed by the command line only.
async fn own(app: &App, traject: Option<&str>, id: &str) -> Result<Import, IndicatorError> {
    let import = store::find_import(&app.db, id).await?.ok_or(IndicatorError::None)?;
    match (traject, &import.traject) {
        (None, _) => Ok(import),
        (Some(_), None) => Err(IndicatorError::OfAll),
        (Some(mine), Some(of)) if mine == of => Ok(import),
        (Some(_), Some(_)) => Err(IndicatorError::None),
    }
}

/// Says something else about an indicator of a traject's own file. `version`: as somebody saw it.
///
/// # Errors
/// Fields that break a rule, no such indicator, or somebody changed it meanwhile: nothing is changed.
pub async fn change(
    app: &App,
    staff: &str,
    traject: &str,
    id: &str,
    version: i64,
    to: Meaning,
) -> Result<(), IndicatorError> {
    let to = to.checked().map_err(IndicatorError::Broken)?;
    let (_, indicator) = store::find(&app.db, traject, id).await?.ok_or(IndicatorError::None)?;
    own(app, Some(traject), &indicator.import).await?;
    let entry = accounts::Entry::new(app, Some(staff), "figures-change", &format!("{traject} {id}"))?;
    let id = id.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if !store::change(tx, &id, version, &to).await? {
                    return Err(IndicatorError::Changed);
                }
                Ok(accounts::record(tx, &entry).await?)
            })
        })
        .await
}

/// Says something else about a whole file of a traject: its source, year, licence, caveat, whether residents may see it.
///
/// # Errors
/// Fields that break a rule, or no such file.
pub async fn change_about(
    app: &App,
    staff: &str,
    traject: &str,
    id: &str,
    to: About,
) -> Result<(), IndicatorError> {
    let to = to.checked().map_err(IndicatorError::Broken)?;
    own(app, Some(traject), id).await?;
    let what = if to.public { "figures-public" } else { "figures-change" };
    let entry = accounts::Entry::new(app, Some(staff), what, &format!("{traject} {id}"))?;
    let id = id.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::change_about(tx, &id, &to).await?;
                accounts::record(tx, &entry).await
            })
        })
        .await?;
    Ok(())
}

/// Takes one indicator out: it is in no list and no new choice any more, and what rests on it can still be read
/// ([`super::find`]).
///
/// # Errors
/// No such indicator, or one of every traject.
pub async fn withdraw(app: &App, staff: &str, traject: &str, id: &str) -> Result<(), IndicatorError> {
    let (_, indicator) = store::find(&app.db, traject, id).await?.ok_or(IndicatorError::None)?;
    own(app, Some(traject), &indicator.import).await?;
    let entry = accounts::Entry::new(app, Some(staff), "figures-withdraw", &format!("{traject} {id}"))?;
    let (id, now) = (id.to_owned(), app.chance.now_text());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::withdraw(tx, &id, &now).await?;
                accounts::record(tx, &entry).await
            })
        })
        .await?;
    Ok(())
}

/// Takes every indicator of a file out, as one by itself. Without a traject: for the command line, which may take out any.
///
/// # Errors
/// No such file, or one of every traject where somebody asks from a page.
pub async fn remove_import(
    app: &App,
    staff: Option<&str>,
    traject: Option<&str>,
    id: &str,
) -> Result<(), IndicatorError> {
    let import = own(app, traject, id).await?;
    let subject = import.traject.clone().unwrap_or_else(|| "alle trajecten".to_owned());
    let entry = accounts::Entry::new(app, staff, "figures-withdraw", &format!("{subject} {id}"))?;
    let (id, now) = (id.to_owned(), app.chance.now_text());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::withdraw_all(tx, &id, &now).await?;
                accounts::record(tx, &entry).await
            })
        })
        .await?;
    Ok(())
}
