//! What the organisation fills in.

use super::model::LONGEST;
use super::{Organisation, UpkeepError, store};
use crate::people::accounts::{self, Staff};
use crate::platform::App;

/// What the organisation filled in.
///
/// # Errors
/// The database's.
pub(super) async fn organisation(app: &App) -> Result<Organisation, UpkeepError> {
    Ok(Organisation(store::settings(&app.db).await?))
}

/// Keeps what the organisation filled in.
///
/// # Errors
/// A field that is too long: nothing is kept.
pub(super) async fn save(app: &App, by: &Staff, organisation: Organisation) -> Result<(), UpkeepError> {
    let long = organisation.0.iter().filter(|(_, value)| value.chars().count() > LONGEST);
    let long: Vec<String> = long.map(|(name, _)| name.clone()).collect();
    if !long.is_empty() {
        return Err(UpkeepError::TooLong(long));
    }
    let entry = accounts::Entry::new(app, Some(&by.id), "settings", "organisatie")?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                for (name, value) in &organisation.0 {
                    store::set(tx, name, value).await?;
                }
                accounts::record(tx, &entry).await?;
                Ok(())
            })
        })
        .await
}
