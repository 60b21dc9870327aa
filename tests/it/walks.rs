//! Photo walks: a line without its ends, photos along it, and what of them is a pin.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::harness::{FAR, MIDDLE, Reply, TestServer, data, id, jpeg, participant, pin, server, story};
use crate::moderation::{begeleider, decide};

/// A degree of latitude, and of longitude in Amsterdam, in metres.
const LAT_M: f64 = 111_270.0;
const LON_M: f64 = 68_170.0;

/// The place so many metres east and north of the middle of the buurt.
pub fn at(east: f64, north: f64) -> [f64; 2] {
    [MIDDLE[0] + east / LON_M, MIDDLE[1] + north / LAT_M]
}

/// A GPX file with these points.
fn gpx(points: &[[f64; 2]]) -> String {
    let points: Vec<_> =
        points.iter().map(|[lon, lat]| format!("<trkpt lat='{lat}' lon='{lon}'/>")).collect();
    let points = points.concat();
    format!(
        "<?xml version='1.0'?><gpx version='1.1'><trk><name>Thuis, Geheimstraat 5</name><trkseg>{points}</trkseg></trk></gpx>"
    )
}

/// Somebody with a walk.
pub struct Walker<'a> {
    server: &'a TestServer,
    /// Their participant.
    pub me: String,
    /// Their walk.
    pub walk: String,
}

impl Walker<'_> {
    /// The address of something of this walk.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/sessions/{}/walks/{}{rest}", self.server.code, self.walk)
    }

    async fn put(&self, title: &str) -> Reply {
        let body = json!({"title": title, "participant": self.me});
        Reply::of(self.server.request(Method::PUT, &self.path("")).json(&body)).await
    }

    /// Sends a track.
    pub async fn track(&self, file: impl Into<reqwest::Body>) -> Reply {
        let put = self.server.request(Method::PUT, &self.path("/track")).header("participant", &self.me);
        Reply::of(put.header("content-type", "application/gpx+xml").body(file)).await
    }

    /// Sends a photo with these fields.
    pub async fn photo(&self, photo: &str, bytes: Vec<u8>, fields: &[(&str, &str)]) -> Reply {
        let mut form = Form::new().part("photo", Part::bytes(bytes).file_name("a.jpg"));
        for (name, value) in fields {
            form = form.text((*name).to_owned(), (*value).to_owned());
        }
        let path = self.path(&format!("/photos/{photo}"));
        Reply::of(self.server.request(Method::PUT, &path).header("participant", &self.me).multipart(form))
            .await
    }

    async fn photo_count(&self) -> usize {
        let walks = walks(self.server, Some(&self.me)).await;
        walks.first().map_or(0, |walk| walk["properties"]["stops"].as_array().unwrap().len())
    }

    /// Sends a photo at a place.
    pub async fn photo_at(&self, place: [f64; 2], more: &[(&str, &str)]) -> String {
        let (photo, lon, lat) = (id(), place[0].to_string(), place[1].to_string());
        let mut fields = vec![("lon", lon.as_str()), ("lat", lat.as_str())];
        fields.extend(more);
        self.photo(&photo, jpeg(48, 32), &fields).await.expect(201);
        photo
    }
}

/// The walks that somebody may see.
pub async fn walks(server: &TestServer, who: Option<&str>) -> Vec<Value> {
    let mut request = server.request(Method::GET, &format!("/api/v1/sessions/{}/walks", server.code));
    if let Some(who) = who {
        request = request.header("participant", who);
    }
    let reply = Reply::of(request).await;
    assert_eq!(reply.header("cache-control"), "no-store");
    assert!(!crate::harness::is_participant(&reply.text()));
    reply.json(200)["features"].as_array().unwrap().clone()
}

/// Somebody who begins a walk.
pub async fn walker(server: &TestServer) -> Walker<'_> {
    let walker = Walker { server, me: participant(), walk: id() };
    walker.put("Rondje plein").await.expect(201);
    walker
}

/// A straight walk of 400 m through the middle, from west to east.
fn straight() -> String {
    gpx(&[at(-200.0, 0.0), at(0.0, 0.0), at(200.0, 0.0)])
}

/// How far a position lies from a place, in metres.
pub fn metres(position: &Value, [lon, lat]: [f64; 2]) -> f64 {
    let off = [(position[0].as_f64().unwrap() - lon) * LON_M, (position[1].as_f64().unwrap() - lat) * LAT_M];
    off[0].hypot(off[1])
}

fn near(position: &Value, place: [f64; 2]) -> bool {
    metres(position, place) < 2.0
}

#[test]
fn a_walk_sent_twice_is_one_walk() {
    story(async |server| {
        let walk = walker(server).await;
        walk.put("Rondje plein").await.expect(200);
        walk.put("Een ander rondje").await.problem_of(409, "walk-conflict");
        let other = Walker { server, me: participant(), walk: walk.walk.clone() };
        other.put("Rondje plein").await.problem(409);
        Walker { server, me: walk.me.clone(), walk: id() }.put("  ").await.problem_at("/title");
        let timed = Walker { server, me: participant(), walk: "0190f5fe-7c00-7000-8000-000000000000".into() };
        timed.put("Rondje").await.problem(422);
        let mine = walks(server, Some(&walk.me)).await;
        assert_eq!((mine.len(), &mine[0]["properties"]["title"]), (1, &json!("Rondje plein")));
        assert!(walks(server, None).await.is_empty());
    });
}

#[test]
fn the_first_and_last_hundred_metres_of_a_track_are_never_stored() {
    story(async |server| {
        let walk = walker(server).await;
        walk.track(straight()).await.expect(201);
        walk.track(straight()).await.expect(200);
        walk.track(gpx(&[at(-200.0, 50.0), at(200.0, 50.0)])).await.problem_of(409, "walk-conflict");
        let line = &walks(server, Some(&walk.me)).await[0]["geometry"];
        assert_eq!(line["type"], "MultiLineString");
        let piece = line["coordinates"][0].as_array().unwrap();
        assert!(near(&piece[0], at(-100.0, 0.0)), "{line}");
        assert!(near(&piece[piece.len() - 1], at(100.0, 0.0)), "{line}");
        // For the map: the same line.
        let request = server.request(Method::GET, &walk.path("")).header("participant", &walk.me);
        let map = Reply::of(request).await.json(200);
        assert_eq!(
            (&map["features"][0]["geometry"], &map["features"][0]["properties"]["part"]),
            (line, &json!("track"))
        );
        // Somebody else's: not theirs to see or to change.
        let other = Walker { server, me: participant(), walk: walk.walk.clone() };
        other.track(straight()).await.problem_of(403, "not-own-walk");
        other.photo(&id(), jpeg(20, 20), &[]).await.problem(403);
        server.get(&walk.path("")).await.problem(404);
        // Neither the file's words nor where it began are anywhere.
        let home = format!("{:.4}", at(-200.0, 0.0)[0]);
        let backup = server.place.folder().join("b.tar");
        server.place.cli(&["backup", backup.to_str().unwrap()]).worked();
        let bytes = std::fs::read(backup).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Geheimstraat") && !text.contains(&home), "{home}");
    });
}

#[test]
fn of_a_track_that_is_too_short_only_the_middle_stays_and_of_one_elsewhere_nothing() {
    story(async |server| {
        let walk = walker(server).await;
        walk.track(gpx(&[[4.0, 51.0], [4.02, 51.0]])).await.problem_of(422, "walk-track-elsewhere");
        walk.track(gpx(&[at(-60.0, 0.0), at(60.0, 0.0)])).await.expect(201);
        let point = &walks(server, Some(&walk.me)).await[0]["geometry"];
        assert_eq!(point["type"], "Point");
        assert!(near(&point["coordinates"], MIDDLE), "{point}");
    });
}

#[test]
fn photos_taken_at_an_end_go_to_the_cut_whatever_comes_first() {
    story(async |server| {
        for track_first in [true, false] {
            let walk = walker(server).await;
            if track_first {
                walk.track(straight()).await.expect(201);
            }
            let home = walk.photo_at(at(-195.0, 5.0), &[]).await;
            let pin = walk.photo_at(at(-150.0, 0.0), &[("kind", "zorg"), ("caption", "Thuis")]).await;
            let halfway = walk.photo_at(at(20.0, 3.0), &[("kind", "kracht")]).await;
            if !track_first {
                walk.track(straight()).await.expect(201);
            }
            let walks = walks(server, Some(&walk.me)).await;
            let stops = walks[0]["properties"]["stops"].as_array().unwrap();
            let place = |id: &str| stops.iter().find(|stop| stop["id"] == id).unwrap()["place"].clone();
            for moved in [&home, &pin] {
                assert!(near(&place(moved), at(-100.0, 0.0)), "{track_first}: {}", place(moved));
            }
            assert!(near(&place(&halfway), at(20.0, 3.0)), "{}", place(&halfway));
            let own = server.pins(Some(&walk.me)).await;
            let own = own.iter().find(|one| one["id"] == pin.as_str()).unwrap();
            assert!(near(&own["geometry"]["coordinates"], at(-100.0, 0.0)), "{own}");
        }
    });
}

#[test]
fn where_a_walk_comes_back_past_the_door_a_photo_of_the_door_goes_to_the_cut_whatever_comes_first() {
    story(async |server| {
        for track_first in [true, false] {
            let walk = walker(server).await;
            // 150 m to the east, and back along the same street past the door.
            let track = gpx(&[at(0.0, 0.0), at(150.0, 0.0), at(-300.0, 0.0)]);
            if track_first {
                walk.track(track.clone()).await.expect(201);
            }
            let door = walk.photo_at(at(0.0, 6.0), &[("at", "1")]).await;
            let pin = walk.photo_at(at(40.0, 0.0), &[("kind", "zorg"), ("at", "2")]).await;
            let later = walk.photo_at(at(-180.0, 4.0), &[("at", "3")]).await;
            // Who has the whole track at hand says so, and is believed.
            let told = track_first.then_some(("settled", "1"));
            let told = walk.photo_at(at(-80.0, 30.0), &told.into_iter().collect::<Vec<_>>()).await;
            if !track_first {
                walk.track(track).await.expect(201);
            }
            let walks = walks(server, Some(&walk.me)).await;
            let stops = walks[0]["properties"]["stops"].as_array().unwrap();
            let place = |id: &str| stops.iter().find(|stop| stop["id"] == id).unwrap()["place"].clone();
            // Of the street past the door fifty metres each way are not kept either.
            for moved in [&door, &pin] {
                let place = place(moved);
                assert!(
                    metres(&place, at(0.0, 0.0)) >= 50.0 && metres(&place, at(0.0, 0.0)) < 110.0,
                    "{track_first}: {place}"
                );
            }
            assert!(near(&place(&later), at(-180.0, 4.0)), "{track_first}: {}", place(&later));
            assert!(near(&place(&told), at(-80.0, 30.0)), "{track_first}: {}", place(&told));
        }
    });
}

#[test]
fn a_photo_with_a_kind_and_a_place_is_a_pin_and_every_other_is_not() {
    story(async |server| {
        let walk = walker(server).await;
        let pin = walk
            .photo_at(
                MIDDLE,
                &[("kind", "kracht"), ("theme", "wonen"), ("caption", "De bank"), ("moment", "avond")],
            )
            .await;
        let wordless = walk.photo_at(at(30.0, 0.0), &[("kind", "zorg"), ("at", "2")]).await;
        let no_kind =
            walk.photo_at(at(60.0, 0.0), &[("caption", "Zomaar"), ("at", "1"), ("matters", "1")]).await;
        let no_place = id();
        walk.photo(&no_place, jpeg(48, 32), &[("kind", "idee"), ("at", "3")]).await.expect(201);
        let pins = server.pins(Some(&walk.me)).await;
        let mut ids: Vec<_> = pins.iter().map(|pin| pin["id"].as_str().unwrap().to_owned()).collect();
        ids.sort();
        assert_eq!(ids, [pin.clone(), wordless.clone()]);
        let found = pins.iter().find(|one| one["id"] == pin.as_str()).unwrap();
        assert_eq!(
            (&found["properties"]["text"], &found["properties"]["kind"]),
            (&json!("De bank"), &json!("kracht"))
        );
        assert_eq!(found["properties"]["photos"][0]["id"], pin.as_str());
        let walks = walks(server, Some(&walk.me)).await;
        let stops = walks[0]["properties"]["stops"].as_array().unwrap();
        let order: Vec<_> = stops.iter().map(|stop| stop["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(order, [pin.clone(), no_kind.clone(), wordless.clone(), no_place.clone()]);
        assert_eq!((&stops[0]["pin"], &stops[1]["pin"]), (&json!(pin), &Value::Null));
        assert_eq!(
            (&stops[0]["theme"], &stops[1]["matters"], &stops[3]["place"]),
            (&json!("wonen"), &json!(true), &Value::Null)
        );

        // The begeleider sees what matters first, and nothing of the pin without words but its photo.
        let token = begeleider(server);
        let queue =
            server.get_as(&token, &format!("/api/v1/sessions/{}/moderation", server.code)).await.json(200);
        let queue = queue.as_array().unwrap();
        assert_eq!((queue.len(), &queue[0]["id"]), (5, &json!(no_kind)));
        assert_eq!(queue.iter().filter(|item| item["of"] == "pin").count(), 1);
    });
}

#[test]
fn a_walk_is_for_its_maker_alone_whatever_of_it_was_approved() {
    story(async |server| {
        let walk = walker(server).await;
        walk.track(straight()).await.expect(201);
        let pin = walk.photo_at(at(20.0, 3.0), &[("kind", "zorg")]).await;
        let loose = walk.photo_at(at(40.0, 3.0), &[("caption", "Zomaar")]).await;
        let token = begeleider(server);
        for photo in [&pin, &loose] {
            decide(server, &token, photo, &json!({"decision": "approve"})).await.expect(200);
        }
        let other = participant();
        let page = format!("/s/{}/wandeling/{}", server.code, walk.walk);
        let nobody_else_sees_it = async |server: &TestServer| {
            for who in [None, Some(other.as_str())] {
                assert!(walks(server, who).await.is_empty());
                let ask = |path: &str| {
                    let ask = server.request(Method::GET, path);
                    match who {
                        Some(who) => ask.header("participant", who).header("cookie", format!("beurt={who}")),
                        None => ask,
                    }
                };
                Reply::of(ask(&walk.path(""))).await.problem_of(404, "no-walk");
                assert_eq!(Reply::of(ask(&page)).await.status, 404);
            }
        };
        nobody_else_sees_it(server).await;
        let own = server.request(Method::GET, &page).header("cookie", format!("beurt={}", walk.me));
        assert!(Reply::of(own).await.expect(200).text().contains("Zomaar"));
        server.close();
        nobody_else_sees_it(server).await;
        assert_eq!(walks(server, Some(&walk.me)).await.len(), 1);
    });
}

#[test]
fn a_photo_of_a_walk_sent_twice_is_one_photo_and_what_is_wrong_with_it_is_said() {
    story(async |server| {
        let walk = walker(server).await;
        let (photo, fields) = (id(), [("caption", "De bank"), ("matters", "1")]);
        walk.photo(&photo, jpeg(48, 32), &fields).await.expect(201);
        walk.photo(&photo, jpeg(48, 32), &fields).await.expect(200);
        walk.photo(&photo, jpeg(48, 32), &fields[..1]).await.problem(409);
        walk.photo(&photo, jpeg(32, 48), &fields).await.problem(409);
        walk.photo(&id(), jpeg(48, 32), &[("theme", "geheim")]).await.problem(422);
        walk.photo(&id(), jpeg(48, 32), &[("kind", "klacht")]).await.problem_at("/kind");
        walk.photo(&id(), jpeg(48, 32), &[("lon", "4.93")]).await.problem_at("/lat");
        walk.photo(&id(), jpeg(48, 32), &[("settled", "ja")]).await.problem_at("/settled");
        walk.photo(&id(), b"Geen foto".to_vec(), &[]).await.problem(415);
        walk.photo(&id(), Vec::new(), &[]).await.problem(422);
        // In another city, swapped, at 0,0: never placed by the way.
        for [lon, lat] in [FAR, [4.48, 51.92], [0.0, 0.0], [MIDDLE[1], MIDDLE[0]]] {
            let (lon, lat) = (lon.to_string(), lat.to_string());
            walk.photo(&id(), jpeg(48, 32), &[("lon", &lon), ("lat", &lat)]).await.problem(422);
        }
        let nowhere = Walker { server, me: walk.me.clone(), walk: id() };
        nowhere.photo(&id(), jpeg(48, 32), &[]).await.problem_of(404, "no-walk");
        nowhere.track(straight()).await.problem(404);
        // One id for two things: a pin that is there already.
        let taken = id();
        server.put_pin(&taken, &pin(&walk.me, "Al een stip")).await.expect(201);
        let (lon, lat) = (MIDDLE[0].to_string(), MIDDLE[1].to_string());
        walk.photo(&taken, jpeg(48, 32), &[("kind", "zorg"), ("lon", &lon), ("lat", &lat)])
            .await
            .problem(409);
        server.close();
        walk.photo(&photo, jpeg(48, 32), &fields).await.expect(200);
        walk.photo(&id(), jpeg(48, 32), &fields).await.problem_of(410, "session-closed");
        walk.track(straight()).await.problem_of(410, "session-closed");
        walk.put("Rondje plein").await.expect(200);
        Walker { server, me: participant(), walk: id() }
            .put("Te laat")
            .await
            .problem_of(410, "session-closed");
    });
}

#[test]
fn at_most_twenty_photos_of_a_walk_matter() {
    server().without_limits().story(async |server| {
        let walk = walker(server).await;
        for _ in 0..20 {
            walk.photo(&id(), jpeg(24, 16), &[("matters", "1")]).await.expect(201);
        }
        walk.photo(&id(), jpeg(24, 16), &[("matters", "1")]).await.problem_of(409, "walk-too-many-matter");
        walk.photo(&id(), jpeg(24, 16), &[]).await.expect(201);
    });
}

#[test]
fn two_hundred_photos_sent_at_once_are_all_kept_and_one_more_is_too_many() {
    server().without_limits().story(async |server| {
        let walk = walker(server).await;
        let photos: Vec<_> = (0..200).map(|number| (id(), jpeg(24 + number, 16))).collect();
        let sent = photos.iter().map(|(photo, bytes)| walk.photo(photo, bytes.clone(), &[]));
        for reply in futures::future::join_all(sent).await {
            reply.expect(201);
        }
        walk.photo(&id(), jpeg(24, 16), &[]).await.problem_of(409, "walk-too-many");
        let (first, bytes) = &photos[0];
        walk.photo(first, bytes.clone(), &[]).await.expect(200);
        let walks = walks(server, Some(&walk.me)).await;
        assert_eq!(walks[0]["properties"]["stops"].as_array().unwrap().len(), 200);
    });
}

#[test]
fn a_track_that_is_no_gpx_is_told_what_to_do() {
    story(async |server| {
        let walk = walker(server).await;
        walk.track("<html></html>").await.problem_of(415, "walk-no-gpx");
        walk.track("").await.problem(415);
        walk.track("<gpx><trk><trkseg><trkpt lat='1' lon='1'>").await.problem_of(422, "walk-track-broken");
        walk.track("<gpx><wpt lat='1' lon='1'/></gpx>").await.problem_of(422, "walk-track-empty");
        // Elsewhere, however short: of the first nothing could be kept in the area either.
        for elsewhere in [&[FAR][..], &[FAR, [FAR[0] + 0.0002, FAR[1]]], &[FAR, [FAR[0] + 0.02, FAR[1]]]] {
            walk.track(gpx(elsewhere)).await.problem_of(422, "walk-track-elsewhere");
        }
        let bomb = "<!DOCTYPE gpx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><gpx>&b;</gpx>";
        walk.track(bomb).await.problem_of(422, "walk-track-broken");
        walk.track(vec![b' '; 10_000_001]).await.problem(413);
        let put = server.request(Method::PUT, &walk.path("/track")).header("participant", &walk.me);
        Reply::of(put.header("content-type", "image/jpeg").body(straight())).await.problem(415);
        Reply::of(server.request(Method::PUT, &walk.path("/track")).body(straight())).await.problem(400);
        if let Some(folder) = data("gpx") {
            for file in std::fs::read_dir(folder).unwrap() {
                let bytes = std::fs::read(file.unwrap().path()).unwrap();
                walk.track(bytes).await.problem(422);
            }
        }
    });
}

#[test]
fn a_walk_that_is_taken_back_is_gone_with_its_photos_and_pins_also_after_a_restore() {
    story(async |server| {
        let walk = walker(server).await;
        walk.track(straight()).await.expect(201);
        let pin = walk.photo_at(MIDDLE, &[("kind", "zorg"), ("caption", "merk-wandeling")]).await;
        let loose = walk.photo_at(at(30.0, 0.0), &[("caption", "merk-los")]).await;
        let out = walk.photo_at(at(40.0, 0.0), &[]).await;
        let before = walks(server, Some(&walk.me)).await;
        let backup = server.place.folder().join("voor.tar");
        server.place.cli(&["backup", backup.to_str().unwrap()]).worked();

        let one = walk.path(&format!("/photos/{out}"));
        let take = |path: &str, who: &str| {
            Reply::of(server.request(Method::DELETE, path).header("participant", who.to_owned()))
        };
        take(&one, &participant()).await.problem(403);
        take(&one, &walk.me).await.expect(204);
        take(&one, &walk.me).await.expect(204);
        walk.photo(&out, jpeg(48, 32), &[]).await.problem_of(410, "photo-gone");
        take(&walk.path(""), &participant()).await.problem(403);
        take(&walk.path(""), &walk.me).await.expect(204);
        take(&walk.path(""), &walk.me).await.expect(204);
        assert!(
            walks(server, Some(&walk.me)).await.is_empty() && server.pins(Some(&walk.me)).await.is_empty()
        );
        for stop in before[0]["properties"]["stops"].as_array().unwrap() {
            server.get(stop["large"].as_str().unwrap()).await.problem(410);
        }
        walk.put("Rondje plein").await.problem_of(410, "walk-gone");
        walk.photo(&loose, jpeg(48, 32), &[]).await.problem_of(410, "walk-gone");
        server.put_pin(&pin, &crate::harness::pin(&walk.me, "Terug")).await.problem(410);

        let folder = server.place.folder().join("terug");
        let database = format!("sqlite:{}", folder.join("buurtblik.sqlite").display());
        let gone = server.place.data_dir().join("gone.log");
        let there = ["--data-dir", folder.to_str().unwrap(), "--database-url", &database];
        let restore = ["restore", backup.to_str().unwrap(), "--gone", gone.to_str().unwrap()];
        server.place.cli(&[&restore[..], &there].concat()).worked();
        let again = server.place.folder().join("na.tar");
        server.place.cli(&[&["backup", again.to_str().unwrap()][..], &there].concat()).worked();
        let bytes = std::fs::read(again).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("merk-") && !text.contains("Rondje") && !text.contains("photos/"), "{text}");
    });
}

#[test]
fn five_words_find_and_withdraw_a_photo_that_is_no_pin_in_the_interface_and_on_the_page() {
    story(async |server| {
        let walk = walker(server).await;
        let first = walk.photo_at(MIDDLE, &[("caption", "merk-een")]).await;
        let second = walk.photo_at(at(20.0, 0.0), &[("caption", "merk-twee")]).await;
        let stays = walk.photo_at(at(40.0, 0.0), &[("caption", "Blijft")]).await;
        let addresses: Vec<String> = walks(server, Some(&walk.me)).await[0]["properties"]["stops"]
            .as_array()
            .unwrap()
            .iter()
            .map(|stop| stop["large"].as_str().unwrap().to_owned())
            .collect();
        let stranger = walker(server).await;
        let theirs = stranger.photo_at(at(60.0, 0.0), &[]).await;
        let receipts = format!("/api/v1/sessions/{}/receipts", server.code);
        let given = server.request(Method::POST, &receipts).header("participant", &walk.me);
        let given = Reply::of(given).await.json(201);
        let words: Vec<_> =
            given["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        let words = words.join("-");
        server.close();
        let find = || server.request(Method::GET, &format!("{receipts}/pins")).header("receipt", &words);
        assert!(Reply::of(find()).await.text().contains(&first));
        let withdraw = |id: &str| {
            Reply::of(
                server.request(Method::DELETE, &format!("{receipts}/pins/{id}")).header("receipt", &words),
            )
        };
        withdraw(&theirs).await.problem(404);
        withdraw(&first).await.expect(204);
        withdraw(&first).await.problem(404);
        // The same by form, for whoever has no machine.
        let back = format!("/s/{}/terug", server.code);
        let form = |path: String, id: &str| {
            let fields = [("words", words.clone()), ("id", id.to_owned()), ("zeker", "ja".to_owned())];
            Reply::of(server.request(Method::POST, &path).form(&fields))
        };
        let page = form(back.clone(), "").await.text();
        assert!(
            page.contains("merk-twee") && page.contains("Blijft") && !page.contains("merk-een"),
            "{page}"
        );
        assert!(page.contains(&format!("value=\"{second}\"")), "{page}");
        let page = form(format!("{back}/weg"), &second).await.text();
        assert!(page.contains("Blijft") && !page.contains("merk-"), "{page}");
        let left = addresses.iter().map(async |address| server.get(address).await.status);
        let mut left = futures::future::join_all(left).await;
        left.sort_unstable();
        assert_eq!(left, [200, 410, 410]);
        // And the walk as a whole.
        let page = form(format!("{back}/weg"), &walk.walk).await.text();
        assert!(!page.contains("Blijft") && !page.contains(&stays), "{page}");
        assert_eq!(stranger.photo_count().await, 1);
    });
}

#[test]
fn five_words_find_a_walk_back_and_withdraw_it_after_the_release() {
    story(async |server| {
        let walk = walker(server).await;
        let pin_id = walk.photo_at(MIDDLE, &[("kind", "zorg"), ("caption", "merk-woorden")]).await;
        walk.photo_at(at(30.0, 0.0), &[("caption", "merk-los")]).await;
        for _ in 0..3 {
            server.put_pin(&id(), &pin(&participant(), "Ook hier")).await.expect(201);
        }
        let receipts = format!("/api/v1/sessions/{}/receipts", server.code);
        let given = Reply::of(server.request(Method::POST, &receipts).header("participant", &walk.me))
            .await
            .json(201);
        let words: Vec<_> =
            given["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        let words = words.join("-");
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let find = || server.request(Method::GET, &format!("{receipts}/pins")).header("receipt", &words);
        let found = Reply::of(find()).await.json(200);
        assert_eq!(found["walks"][0]["properties"]["stops"].as_array().unwrap().len(), 2);
        assert_eq!(found["features"][0]["id"], pin_id.as_str());
        let path = format!("{receipts}/walks/{}", walk.walk);
        let withdraw = || server.request(Method::DELETE, &path).header("receipt", &words);
        Reply::of(withdraw()).await.expect(204);
        Reply::of(withdraw()).await.problem(404);
        let found = Reply::of(find()).await.json(200);
        assert!(
            found["walks"].as_array().unwrap().is_empty() && !found.to_string().contains("merk-"),
            "{found}"
        );
        assert_eq!(found["features"][0]["properties"]["state"], "withdrawn");
    });
}
