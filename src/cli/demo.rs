//! The demonstration: the invented Voorbeeldbuurt with an open and a released wijksessie, and a link for
//! each kind of user.

use std::collections::BTreeMap;

use serde::Deserialize;
use uuid::Uuid;

use super::{Failed, say};
use crate::input::moderation::approve_waiting;
use crate::input::pins::{self, Pin};
use crate::input::session::{
    Audience, Draft, Kind, Method, Moment, NewSession, Traject, Wijksessie, close, create_session,
    create_traject, first_open, trajects,
};
use crate::layers::heat::CutBy;
use crate::people::accounts::{NewStaff, Role, add, list, new_link};
use crate::place::buurt::{Place, keep_shipped};
use crate::platform::App;
use crate::platform::texts::t;
use crate::step3::verdieping::hand_over;

const MAP: &str = include_str!("../../maps/voorbeeldbuurt.geojson");
const PINS: &str = include_str!("../../maps/voorbeeldbuurt-stippen.json");

/// An invented pin as `maps/voorbeeldbuurt-stippen.json` holds it.
#[derive(Deserialize)]
struct Invented {
    session: String,
    participant: u32,
    lon: Option<f64>,
    lat: Option<f64>,
    kind: Kind,
    theme: Option<String>,
    moment: Option<Moment>,
    text: String,
    /// How many others see it too.
    too: usize,
}

/// Makes the demonstration where it is not there yet, and prints the links: whoever does not read them any more stops no
/// server.
pub(super) async fn prepare(app: &App) -> Result<(), Failed> {
    let buurt = keep_shipped(app, MAP).await?;
    let known = trajects(app).await?.into_iter().find(|traject| traject.buurten.contains(&buurt.code));
    let traject = match known {
        Some(traject) => traject,
        None => make(app, &buurt.code).await?,
    };
    let open = match first_open(app, &traject.id).await? {
        Some(code) => code,
        None => session(app, &traject, t("demo-open-title"), Method::Wijksessie).await?.code,
    };
    let base = &app.public_url;
    let mut lines = vec![String::new(), format!("  {}  {base}/s/{open}", t("demo-link-resident"))];
    for (role, name, label) in STAFF {
        let link = link(app, role, t(name), &traject).await?;
        lines.push(format!("  {}  {base}/login/{link}", t(label)));
    }
    lines.push(String::new());
    if let Err(error) = say(&lines.join("\n")) {
        // The links let people in: they are in no log. Whoever starts it again gets new ones.
        tracing::warn!(%error, "nobody reads standard output, so nobody has the links of the demonstration");
    }
    Ok(())
}

/// Who shows the demonstration, and the label of their link.
const STAFF: [(Role, &str, &str); 3] = [
    (Role::Begeleider, "demo-begeleider", "demo-link-begeleider"),
    (Role::Professional, "demo-professional", "demo-link-professional"),
    (Role::Beheerder, "demo-beheerder", "demo-link-beheerder"),
];

/// A new login link for who is there already, or for somebody new.
async fn link(app: &App, role: Role, name: String, traject: &Traject) -> Result<String, Failed> {
    if let Some(known) = list(app).await?.into_iter().find(|one| one.name == name && !one.revoked) {
        return Ok(new_link(app, None, &known.id).await?);
    }
    let own = (role != Role::Beheerder).then(|| traject.id.clone());
    Ok(add(app, None, NewStaff { name, role, traject: own }).await?.link)
}

/// People who put no pin of their own, and see some of others too.
const OTHERS: usize = 90;
/// Coprime to it.
const STRIDE: usize = 37;

async fn make(app: &App, buurt: &str) -> Result<Traject, Failed> {
    let new = Draft {
        buurten: vec![buurt.to_owned()],
        title: t("demo-traject"),
        k: crate::input::session::LEAST_K,
        promise: t("session-standard-promise"),
        question: t("demo-question"),
        ..Draft::default()
    };
    let traject = create_traject(app, None, new).await?;
    let pins: Vec<Invented> = serde_json::from_str(PINS)?;
    let released = session(app, &traject, t("demo-released-title"), Method::Koffiekar).await?;
    let open = session(app, &traject, t("demo-open-title"), Method::Wijksessie).await?;
    let mut participants = BTreeMap::new();
    let mut seen = Vec::new();
    for pin in pins {
        let session = if pin.session == "open" { &open } else { &released };
        let who = (pin.session.clone(), pin.participant);
        let new = app.chance.ids.uuid()?;
        let participant = *participants.entry(who).or_insert(new);
        let too = pin.too;
        let id = place(app, session, participant, pin).await?;
        seen.extend(std::iter::repeat_n(id, too));
    }
    // Every word of the demonstration is invented: others may read it, and say that they see it too.
    approve_waiting(app, &released).await?;
    let others = (0..OTHERS).map(|_| app.chance.ids.uuid()).collect::<Result<Vec<_>, _>>()?;
    // With a stride, so that what one of them sees lies all over the buurt.
    let also = seen.into_iter().enumerate().map(|(at, pin)| (pin, others[at * STRIDE % OTHERS]));
    pins::seen_by_others(app, &released.code, also.collect()).await?;
    close(app, None, &released.code).await?;
    hand_over(app, None, &[released.code], CutBy::Theme).await?;
    Ok(traject)
}

async fn session(app: &App, traject: &Traject, title: String, method: Method) -> Result<Wijksessie, Failed> {
    let new = NewSession {
        traject: traject.id.clone(),
        title,
        method,
        audience: Audience::Bewoners,
        tables: false,
    };
    Ok(create_session(app, new).await?)
}

async fn place(
    app: &App,
    session: &Wijksessie,
    participant: Uuid,
    invented: Invented,
) -> Result<Uuid, Failed> {
    let pin = Pin {
        place: invented.lon.zip(invented.lat).map(|(lon, lat)| Place { lon, lat }),
        kind: invented.kind,
        text: invented.text,
        theme: invented.theme,
        moment: invented.moment,
        people: 1,
        created_at: None,
    };
    let id = app.chance.ids.uuid()?;
    // The whole cause: a pin that does not fit is a mistake in the file that ships with the program.
    pins::put(app, &session.code, id, pin, participant).await.map_err(|error| format!("maps/: {error}"))?;
    Ok(id)
}
