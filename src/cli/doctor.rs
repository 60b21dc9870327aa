//! `buurtblik doctor`: is everything as it should be?

use serde_json::json;

use super::{Failed, answer, open};
use crate::input::photos;
use crate::input::session::trajects;
use crate::platform::assets::{Assets, beside_the_program};
use crate::platform::config::Storage;
use crate::platform::data_dir;

pub(super) async fn run(storage: &Storage) -> Result<(), Failed> {
    // Before anything is opened: that closes to others what they could read.
    check_modes(storage)?;
    // Opening checks the data directory, the key, the photo folder and the database with its steps.
    let app = open(storage).await?;
    app.db.try_write(app.chance.now_text()).await?;
    let probe = "doctor/probe";
    app.files.put(probe, b"probe".to_vec()).await?;
    app.files.delete(probe).await?;
    let missing = photos::missing(&app).await?;
    let all = trajects(&app).await?;
    app.db.close().await;
    if !missing.is_empty() {
        let some = missing.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
        return Err(format!(
            "Van {} foto's is het bestand er niet of niet heel ({some}): zet ze terug uit een reservekopie, in {}.",
            missing.len(),
            storage.data_dir.join("photos").display()
        )
        .into());
    }
    let site = beside_the_program();
    Assets::read(&site)?;
    let list: Vec<_> = all.iter().map(|one| json!({"id": one.id, "title": one.title})).collect();
    let mut lines = vec![
        format!("Goed: gegevensmap {}", storage.data_dir.display()),
        "Goed: database, sleutel en fotomap zijn te lezen en te schrijven".to_owned(),
        "Goed: van elke foto zijn de bestanden er, en heel".to_owned(),
        format!("Goed: de site staat in {}", site.display()),
    ];
    lines.extend(all.iter().map(|one| format!("Traject {}  {}", one.id, one.title)));
    answer(storage, &json!({"status": "ok", "trajects": list}), &lines.join("\n"))
}

/// Nobody else on this machine reads the database, the key, the photos, or what was deleted.
fn check_modes(storage: &Storage) -> Result<(), Failed> {
    let open = data_dir::open_to_others(&storage.data_dir, storage.database_file().as_deref());
    if open.is_empty() {
        return Ok(());
    }
    let list: Vec<_> = open.iter().map(|(path, mode)| format!("{} ({mode:o})", path.display())).collect();
    let names: Vec<_> = open.iter().map(|(path, _)| path.display().to_string()).collect();
    Err(format!(
        "Anderen op deze machine kunnen lezen wat alleen van u is: {}. Start de server opnieuw, of doe zelf: chmod go-rwx {}",
        list.join(", "),
        names.join(" ")
    )
    .into())
}
