//! Reading in what a device still held, from the file that it saved, by the begeleider's hand: pins, changes, photos, answers and walks as
//! if they had come in time, for the queue; withdrawals in whatever state the wijksessie is.

use std::fs::File;
use std::io::BufReader;

use tokio::sync::{Mutex, mpsc};
use uuid::Uuid;

use super::error::IntakeError;
use super::file::{Does, Held, Picture, held};
use crate::answer::teruglegging::{self, AnswerError};
use crate::input::latecomers;
use crate::input::photos::{self, Caption, PutPhoto, StoreError};
use crate::input::pins::{self, PinError, Put, SentPhoto};
use crate::input::session::{self, Wijksessie};
use crate::input::walks::{self, PhotoFields, PhotoFieldsError, Sent, WalkError};
use crate::people::accounts::{self, Staff};
use crate::platform::names::tidy_code;
use crate::platform::texts::t;
use crate::platform::{App, Problem, geojson};

/// Things in one file of a device.
const MOST_IN_A_FILE: usize = 5000;
/// Reasons that are told; more of the same kind help nobody.
const MOST_REASONS: usize = 20;

/// One file is read at a time: its photos are large.
static ONE_FILE: Mutex<()> = Mutex::const_new(());

/// What became of a file.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Things that came in now.
    pub new: u32,
    /// Things that had come in before.
    pub again: u32,
    /// Things that could not come in.
    pub refused: u32,
    /// Why not, each reason once.
    pub why: Vec<String>,
}

impl Outcome {
    fn add(&mut self, taken: Result<bool, Problem>) {
        match taken {
            Ok(true) => self.new += 1,
            Ok(false) => self.again += 1,
            Err(problem) => {
                let fields = problem.field_errors().iter().map(|field| field.detail.clone());
                let fields = fields.collect::<Vec<_>>().join(" ");
                self.refuse(if fields.is_empty() { problem.title() } else { fields });
            }
        }
    }

    fn refuse(&mut self, why: String) {
        self.refused += 1;
        if self.why.len() < MOST_REASONS && !self.why.contains(&why) {
            self.why.push(why);
        }
    }
}

/// Reads a file in, thing by thing: what came in before is not taken twice, and what cannot come in stops nothing else.
/// `elsewhere`: it may be of another wijksessie.
///
/// # Errors
/// It is no such file, or of another wijksessie, or the database has no time: what came in stays, and it can be read again.
pub(super) async fn read_in(
    app: &App,
    staff: &Staff,
    session: Wijksessie,
    file: File,
    elsewhere: bool,
) -> Result<Outcome, Problem> {
    let _one = ONE_FILE.lock().await;
    let entry =
        accounts::Entry::new(app, Some(&staff.id), "file-in", &session.code).map_err(IntakeError::from)?;
    let written = app
        .db
        .write(move |tx| Box::pin(async move { Ok::<_, IntakeError>(accounts::record(tx, &entry).await?) }));
    written.await?;
    let session = Wijksessie { handed: true, ..session };
    let (send, mut receive) = mpsc::channel(1);
    let reading = tokio::task::spawn_blocking(move || {
        geojson::walk(BufReader::new(file), &mut |index, feature| {
            let read = if index < MOST_IN_A_FILE { Ok(held(feature.value())) } else { Err(()) };
            send.blocking_send(read).map_err(|_| ())
        })
    });
    let mut outcome = Outcome::default();
    while let Some(read) = receive.recv().await {
        match read {
            Err(()) => return Err(IntakeError::LargeFile.into()),
            Ok(None) => outcome.refuse(t("intake-unknown")),
            Ok(Some(one)) => {
                let other =
                    one.code.as_ref().map(|code| tidy_code(code)).filter(|code| *code != session.code);
                if let Some(other) = other.filter(|_| !elsewhere) {
                    return Err(IntakeError::OtherSession(other).into());
                }
                let taken = take(app, &session, one).await;
                match taken {
                    // Nothing is lost: the same file can be read once more.
                    Err(problem) if problem.status.is_server_error() => return Err(problem),
                    taken => outcome.add(taken),
                }
            }
        }
    }
    let read = reading.await.map_err(|error| Problem::internal(&error))?;
    read.map_err(|_| IntakeError::NoFile)?;
    Ok(outcome)
}

/// Takes one thing in; whether it is new.
async fn take(app: &App, session: &Wijksessie, one: Held) -> Result<bool, Problem> {
    let Held { does, id, about, participant, .. } = one;
    let owner = app.keys.participant(&session.code, participant);
    match does {
        Does::Pin(feature) => {
            // Laid before the begeleider by itself: looked at, or still to be.
            let (code, pin) = (session.code.clone(), id.to_string());
            let known = app.db.write(move |tx| {
                Box::pin(async move { Ok::<_, IntakeError>(latecomers::is_under(tx, &code, &pin).await?) })
            });
            if known.await? {
                return Ok(false);
            }
            let (pin, participant) = pins::read_feature(&feature).map_err(PinError::Wrong)?;
            let (put, _) = pins::put_in(app, session.clone(), id, pin, participant).await?;
            Ok(put == Put::New)
        }
        Does::Change(patch) => {
            // What waits first: who takes it in at this moment was then before this, and it is a pin that changes.
            let late = latecomers::change(app, session.clone(), about, patch.clone(), owner.clone()).await?;
            if late.is_none() {
                pins::change_by_holder(app, session.clone(), about, patch, owner).await?;
            }
            Ok(true)
        }
        Does::Remove => remove(app, session, about, owner).await,
        Does::Photo(picture) => photo(app, session, about, id, participant, picture).await,
        Does::Answer(answer) => {
            let (answer, participant) = teruglegging::read_answer(&answer).map_err(AnswerError::Wrong)?;
            let put = teruglegging::put_in(app, session.clone(), id, answer, participant).await?;
            Ok(put == teruglegging::Put::New)
        }
        Does::Walk(walk) => {
            let (title, participant) = walks::read_walk(&walk).map_err(WalkError::Wrong)?;
            Ok(walks::put_in(app, session.clone(), id, title, participant).await? == walks::Put::New)
        }
        Does::Line(gpx) => {
            let to = walks::Target::find_in(app, session.clone(), about, participant).await?;
            Ok(walks::put_track(app, to, gpx.into_bytes(), Sent::Settled).await? == walks::Put::New)
        }
        Does::Stop(picture) => stop(app, session, about, id, participant, picture).await,
    }
}

/// A pin is taken back, also one that came late and waits; what is not there was taken back before, or never came.
async fn remove(app: &App, session: &Wijksessie, pin: Uuid, owner: String) -> Result<bool, Problem> {
    let (session, gone) = (session.clone(), app.gone.clone());
    let files = app.db.write(move |tx| {
        Box::pin(async move {
            let (id, session) = (pin.to_string(), session::held(tx, session).await?);
            latecomers::withdraw(tx, &gone, &session, &id, &owner).await
        })
    });
    let Some(files) = files.await? else { return Ok(false) };
    photos::forget_files(app, files).await?;
    Ok(true)
}

async fn photo(
    app: &App,
    session: &Wijksessie,
    pin: Uuid,
    id: Uuid,
    participant: Uuid,
    picture: Picture,
) -> Result<bool, Problem> {
    let Picture { bytes, mut fields } = picture;
    // Its pin came by itself, and nobody decided about it yet: there is none to lay it at.
    if latecomers::waits(app, &session.code, pin).await.map_err(IntakeError::from)? {
        return Err(IntakeError::PinWaits.into());
    }
    let target = pins::PhotoTarget { code: session.code.clone(), pin, id, participant };
    let session = pins::check_photo(app, &target, session.clone()).await?;
    let caption = fields.remove("caption").unwrap_or_default();
    let caption = Caption::try_from(caption).map_err(StoreError::from)?;
    let poster = fields.get("poster").is_some_and(|poster| poster == "1");
    let mut seat = photos::pool(app).seat(&session.code);
    seat.take(bytes.len()).await.map_err(StoreError::from)?;
    let upload = SentPhoto { photo: bytes, caption, poster };
    Ok(pins::put_photo(app, target, session, seat, upload).await? == PutPhoto::New)
}

async fn stop(
    app: &App,
    session: &Wijksessie,
    walk: Uuid,
    id: Uuid,
    participant: Uuid,
    picture: Picture,
) -> Result<bool, Problem> {
    let Picture { bytes, fields } = picture;
    let to = walks::Target::find_in(app, session.clone(), walk, participant).await?;
    let told = PhotoFields::read(&fields).map_err(|error| match error {
        PhotoFieldsError::Caption(error) => WalkError::from(error),
        PhotoFieldsError::Fields(wrong) => WalkError::Wrong(wrong),
    })?;
    let mut seat = photos::pool(app).seat(&session.code);
    seat.take(bytes.len()).await.map_err(StoreError::from)?;
    Ok(walks::put_photo(app, to, id, seat, bytes, told).await? == PutPhoto::New)
}
