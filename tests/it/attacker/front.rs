//! A world is told to the program through its front door, as people do it: a begeleider makes a traject, residents put pins, the begeleider
//! closes and releases, somebody thinks better of it.

use buurtblik::place::buurt::Rd;
use futures::{StreamExt as _, stream};
use reqwest::Method;
use serde_json::{Value, json};
use vakken::CutBy;

use super::approved::{approve, approved_id, is_approved};
use super::dice::Dice;
use super::world::{KINDS, MOMENTS, Said, THEMES, World};
use crate::harness::{Database, Place, Reply, TestServer, databases, id, participant, server, wait_for};
use crate::live::send;

/// Requests at once.
const AT_ONCE: usize = 4;

/// Who does what on one server.
pub struct Staff {
    pub begeleider: String,
    pub professional: String,
    beheerder: String,
    professional_id: String,
}

impl Staff {
    pub fn of(server: &TestServer) -> Self {
        let token = |made: &Value| made["token"].as_str().unwrap().to_owned();
        let professional = server.staff("professional", Some(&server.traject));
        Self {
            begeleider: token(&server.staff("begeleider", Some(&server.traject))),
            beheerder: token(&server.staff("beheerder", None)),
            professional_id: professional["id"].as_str().unwrap().to_owned(),
            professional: token(&professional),
        }
    }
}

/// A world as the program has it.
pub struct Brought {
    pub traject: String,
    /// Of its moments, in the order of their releases.
    pub codes: Vec<String>,
    /// The last part of the address of its public page, where it has one.
    pub slug: String,
    /// The last parts of the addresses of its approved photos, in the order of their numbers.
    pub photos: Vec<String>,
}

/// Some of the seeds on each database there is.
pub fn on_each_database(seeds: &[u64], story: impl AsyncFn(&mut TestServer, &Staff, &[u64])) {
    let databases = databases();
    for (at, database) in databases.iter().enumerate() {
        let own: Vec<u64> = seeds.iter().copied().skip(at).step_by(databases.len()).collect();
        wait_for(beside(database.clone(), async |server: &mut TestServer| {
            let staff = Staff::of(server);
            story(server, &staff, &own).await;
        }));
    }
}

/// A story beside a server with staff, on each database there is.
pub fn on_every_database(story: impl AsyncFn(&mut TestServer, &Staff)) {
    for database in databases() {
        wait_for(beside(database, async |server: &mut TestServer| {
            let staff = Staff::of(server);
            story(server, &staff).await;
        }));
    }
}

async fn beside(database: Database, story: impl AsyncFn(&mut TestServer)) {
    let (place, traject, code) = Place::with_session(database, false).await;
    server().without_limits().story_on(place, &traject, &code, story).await;
}

/// Fifteen reports about homes, for all trajecten: to lay beside what residents say.
pub fn figures(server: &TestServer) {
    let rows: Vec<String> = (0..15).map(|n| format!("4.92{},52.349{n:02},vocht\n", 70 + n)).collect();
    let file = server.place.file("meldingen.csv", format!("lon,lat,categorie\n{}", rows.concat()));
    let import = ["indicators", "import", &file, "--source", "Bron", "--year", "2023", "--as", "meldingen"];
    server.place.cli(&[&import[..], &["--domain", "wonen"]].concat()).worked();
}

/// A new traject of a professional, such as the begeleider fills it in.
pub async fn traject(server: &TestServer, staff: &Staff, k: u32) -> String {
    traject_in(server, staff, "BU0001", k).await
}

/// The same, in this buurt.
pub async fn traject_in(server: &TestServer, staff: &Staff, buurt: &str, k: u32) -> String {
    let (k, themes) = (k.to_string(), THEMES.join("\n"));
    let fields = [
        ("title", "Rond het plein"),
        ("buurt", buurt),
        ("question", "Wat houdt u bezig?"),
        ("checklist", "vraag"),
        ("promise", "Wij vragen wat u ziet.\nU hoort het in juni."),
        ("themes", themes.as_str()),
        ("k", k.as_str()),
        ("erase_on", "2099-12-31"),
    ];
    let made = send(server, &staff.begeleider, "/traject/nieuw", &fields).await;
    let traject = made.expect(303).header("location").split('/').nth(2).unwrap().to_owned();
    let path = format!("/beheer/medewerkers/{}/traject", staff.professional_id);
    let given = send(server, &staff.beheerder, &path, &[("traject", &traject)]).await;
    assert!([200, 303].contains(&given.status), "{}", given.text());
    traject
}

/// A new open moment.
pub async fn moment(server: &TestServer, staff: &Staff, traject: &str, tables: bool) -> String {
    let mut fields = vec![("title", "Koffie"), ("method", "koffiekar"), ("audience", "bewoners")];
    fields.extend(tables.then_some(("tables", "1")));
    opened(server, staff, traject, &fields).await
}

/// A new open moment, filled in like this.
pub async fn opened(server: &TestServer, staff: &Staff, traject: &str, fields: &[(&str, &str)]) -> String {
    let path = format!("/traject/{traject}/momenten/nieuw");
    let made = send(server, &staff.begeleider, &path, fields).await;
    let moment = made.expect(303).header("location").to_owned();
    send(server, &staff.begeleider, &format!("{moment}/open"), &[]).await.expect(303);
    moment.rsplit('/').next().unwrap().to_owned()
}

/// Closes a moment, says who were there, and hands it to the professionals.
pub async fn release(server: &TestServer, staff: &Staff, traject: &str, code: &str, by: CutBy) -> Reply {
    send(server, &staff.begeleider, &format!("/sessie/{code}/dicht"), &[]).await.expect(303);
    // As many as were planned, whoever spoke.
    let there = [("age-55-74", "9"), ("age-18-34", "4"), ("role-bewoner", "13"), ("pause", "120")];
    let path = format!("/sessie/{code}/aanwezig");
    send(server, &staff.begeleider, &path, &there).await.expect(303);
    let cut = if by == CutBy::Side { "kant" } else { "thema" };
    let path = format!("/traject/{traject}/vrijgeven");
    send(server, &staff.begeleider, &path, &[("code", code), ("deel", cut)]).await
}

/// A pin as a device sends it.
pub fn feature(said: &Said, participant: &str, tables: bool) -> Value {
    let place = said.at.map(|[x, y]| Rd { x, y }.to_wgs().unwrap());
    let geometry = place.map(|place| json!({"type": "Point", "coordinates": [place.lon, place.lat]}));
    let text = said.approved.map_or_else(|| "Een stip".to_owned(), |number| format!("Gezegd {number}"));
    let mut properties = json!({"kind": KINDS[said.kind], "text": text, "participant": participant});
    if let Some(theme) = said.theme {
        properties["theme"] = THEMES[theme].into();
    }
    if let Some(moment) = said.moment {
        properties["moment"] = MOMENTS[moment].into();
    }
    if tables {
        properties["people"] = said.people.into();
    }
    json!({"type": "Feature", "geometry": geometry, "properties": properties})
}

/// Puts pins, each a feature under an id.
pub async fn put_all(server: &TestServer, code: &str, pins: Vec<(String, Value)>) {
    let put = |(id, body): (String, Value)| async move {
        let path = format!("/api/v1/sessions/{code}/pins/{id}");
        let request = server.request(Method::PUT, &path).header("content-type", "application/geo+json");
        Reply::of(request.body(body.to_string())).await.expect(201);
    };
    stream::iter(pins).map(put).buffer_unordered(AT_ONCE).collect::<Vec<()>>().await;
}

/// Takes pins back that were released: some by their makers, with their five words, some by the begeleider.
struct Leaving {
    with_words: Vec<(String, String)>,
    by_begeleider: Vec<String>,
}

impl Leaving {
    /// Who says now that they may want to: words are given while a moment is open.
    async fn prepare(server: &TestServer, code: &str, pins: &[(String, Value)], dice: &mut Dice) -> Self {
        let mut leaving = Self { with_words: Vec::new(), by_begeleider: Vec::new() };
        // What was approved stays: its words would be gone.
        for (id, body) in pins.iter().filter(|(id, _)| !is_approved(id)) {
            let [with_words, by_begeleider] = [dice.once_in(8), dice.once_in(8)];
            if with_words {
                let who = body["properties"]["participant"].as_str().unwrap();
                let path = format!("/api/v1/sessions/{code}/receipts");
                let given = Reply::of(server.request(Method::POST, &path).header("participant", who)).await;
                let words: Vec<String> = serde_json::from_value(given.json(201)["words"].clone()).unwrap();
                leaving.with_words.push((id.clone(), words.join("-")));
            } else if by_begeleider {
                leaving.by_begeleider.push(id.clone());
            }
        }
        leaving
    }

    async fn leave(&self, server: &TestServer, staff: &Staff, code: &str) {
        for (id, words) in &self.with_words {
            let path = format!("/api/v1/sessions/{code}/receipts/pins/{id}");
            let gone = server.request(Method::DELETE, &path).header("receipt", words);
            Reply::of(gone).await.expect(204);
        }
        for id in &self.by_begeleider {
            let path = format!("/api/v1/sessions/{code}/moderation/{id}");
            let gone = json!({"decision": "delete", "reason": "anders"});
            let gone = server.request(Method::POST, &path).bearer_auth(&staff.begeleider).json(&gone);
            Reply::of(gone).await.expect(200);
        }
    }
}

/// Tells the program a world. With `leaving`, about a quarter is taken back after its release. After each release but the last `look` gets the
/// traject.
pub async fn bring(
    server: &TestServer,
    staff: &Staff,
    world: &World,
    leaving: Option<u64>,
    mut look: impl AsyncFnMut(&str),
) -> Brought {
    let mut told = Brought {
        traject: traject(server, staff, world.k).await,
        codes: Vec::new(),
        slug: String::new(),
        photos: Vec::new(),
    };
    for at in 0..world.releases {
        let code = moment(server, staff, &told.traject, world.tables).await;
        let mut people = std::collections::BTreeMap::new();
        let own = world.said.iter().filter(|said| said.release == at);
        let pins: Vec<(String, Value)> = own
            .map(|said| {
                let who: &mut String = people.entry(said.who).or_insert_with(participant);
                (said.approved.map_or_else(id, approved_id), feature(said, who, world.tables))
            })
            .collect();
        put_all(server, &code, pins.clone()).await;
        told.photos.extend(approve(server, staff, &code, &pins, leaving.is_some()).await);
        let mut dice = Dice::new(leaving.unwrap_or_default());
        let gone = match leaving {
            Some(_) => Some(Leaving::prepare(server, &code, &pins, &mut dice).await),
            None => None,
        };
        release(server, staff, &told.traject, &code, world.by).await.expect(303);
        if let Some(gone) = gone {
            gone.leave(server, staff, &code).await;
        }
        told.codes.push(code);
        if at + 1 < world.releases {
            look(&told.traject).await;
        }
    }
    told
}

/// The team puts the public page online.
pub async fn publish(server: &TestServer, staff: &Staff, told: &mut Brought) {
    let desk = format!("/traject/{}/terugkoppeling", told.traject);
    let words =
        [("version", "0"), ("strong", "Mensen kennen elkaar."), ("better", "Het plein."), ("intro", "Dag.")];
    send(server, &staff.professional, &desk, &words).await.expect(303);
    send(server, &staff.professional, &format!("{desk}/online"), &[("version", "1")]).await.expect(303);
    let page = server.get_as(&staff.professional, &desk).await.expect(200).text();
    page.split("/terug/").nth(1).unwrap().split(['"', '<']).next().unwrap().clone_into(&mut told.slug);
}
