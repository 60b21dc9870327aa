//! Backup and restore, the day of deletion, and that what is gone is gone.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Ran, Reply, TestServer, id, jpeg, multipart, participant, pin, server};
use crate::live::send;
use crate::moderation::{approved_pin, begeleider, decide};

/// Every file of a backup, by name.
pub fn files(backup: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = tar::Archive::new(fs::File::open(backup).unwrap());
    let mut files = BTreeMap::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        files.insert(entry.path().unwrap().display().to_string(), bytes);
    }
    files
}

pub fn backup(server: &TestServer, name: &str) -> std::path::PathBuf {
    let file = server.place.folder().join(name);
    server.place.cli(&["backup", file.to_str().unwrap()]).worked();
    file
}

/// Restores into an embedded database in a folder of its own, wherever the backup came from.
/// Restores a backup into a folder of its own.
pub fn restore(server: &TestServer, file: &Path, into: &str, more: &[&str]) -> Ran {
    let folder = server.place.folder().join(into);
    let database = format!("sqlite:{}", folder.join("buurtblik.sqlite").display());
    let mut arguments = vec!["restore", file.to_str().unwrap(), "--json", "--database-url", &database];
    arguments.extend(["--data-dir", folder.to_str().unwrap()]);
    arguments.extend(more);
    server.place.cli(&arguments)
}

/// A backup of what was restored.
fn backup_of(server: &TestServer, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = server.place.folder().join(folder);
    let file = folder.with_extension("again.tar");
    let database = format!("sqlite:{}", folder.join("buurtblik.sqlite").display());
    let there = ["--data-dir", folder.to_str().unwrap(), "--database-url", &database];
    server.place.cli(&[&["backup", file.to_str().unwrap()][..], &there].concat()).worked();
    files(&file)
}

pub async fn with_photo(server: &TestServer, whose: &str, text: &str) -> String {
    let (id, photo) = (id(), id());
    server.put_pin(&id, &pin(whose, text)).await.expect(201);
    let path = format!("{}/photos/{photo}", server.pin_path(&id));
    let form = multipart(jpeg(60, 40), "a.jpg", "Onderschrift");
    let sent = server.request(Method::PUT, &path).header("participant", whose).multipart(form);
    Reply::of(sent).await.expect(201);
    id
}

#[test]
fn a_backup_made_while_people_work_goes_back_whole_into_either_database() {
    server().story(async |server| {
        let token = begeleider(server);
        for _ in 0..3 {
            approved_pin(server, &token, &participant(), "De bank in de zon").await;
        }
        with_photo(server, &participant(), "Met een foto").await;
        let file = backup(server, "een.tar");
        let first = files(&file);
        assert_eq!(first.keys().filter(|name| name.starts_with("photos/")).count(), 2);
        assert!(!String::from_utf8_lossy(&first["tables/staff.jsonl"]).contains(&token));
        let pins = String::from_utf8(first["tables/pin.jsonl"].clone()).unwrap();
        assert_eq!(pins.lines().count(), 4);
        server.place.cli(&["backup", file.to_str().unwrap()]).failed("al");

        let told = restore(server, &file, "terug", &["--without-gone"]).json();
        assert_eq!(told["erased_again"], 0);
        let second = backup_of(server, "terug");
        for (name, bytes) in &first {
            if name != "contents.json" && name != "tables/audit.jsonl" {
                assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&second[name]), "{name}");
            }
        }
        // The audit trail goes on.
        assert!(String::from_utf8_lossy(&second["tables/audit.jsonl"]).contains("restore"));
    });
}

#[test]
fn what_was_deleted_after_the_backup_stays_deleted_after_a_restore() {
    server().story(async |server| {
        let (token, anna, bo) = (begeleider(server), participant(), participant());
        let taken_back = with_photo(server, &anna, "Neem ik terug").await;
        let deleted = with_photo(server, &bo, "Weg om een reden").await;
        let stays = approved_pin(server, &token, &participant(), "Dit blijft").await;
        let file = backup(server, "twee.tar");
        server.delete_pin(&taken_back, &anna).await.expect(204);
        let reason = json!({"decision": "delete", "reason": "naam-of-persoon"});
        decide(server, &token, &deleted, &reason).await.expect(200);
        // Who may not delete leaves no line either.
        server.delete_pin(&stays, &anna).await.expect(403);

        let gone = server.place.data_dir().join("gone.log");
        assert_eq!(fs::read_to_string(&gone).unwrap().lines().count(), 2);
        restore(server, &file, "zonder", &[]).failed("--gone");
        let told = restore(server, &file, "met", &["--gone", gone.to_str().unwrap()]).json();
        assert_eq!(told["erased_again"], 2);
        // Nobody else on the machine reads any of it, before a server starts there either.
        let folder = server.place.folder().join("met");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join("gone.log"))), (0o700, 0o600));
        assert!(below(&folder).iter().all(|(path, _)| mode(Path::new(path)) == 0o600));
        let again = backup_of(server, "met");
        let pins = String::from_utf8_lossy(&again["tables/pin.jsonl"]).into_owned();
        assert!(
            pins.contains("Dit blijft") && !pins.contains("Neem ik terug") && !pins.contains("reden\""),
            "{pins}"
        );
        assert_eq!(again.keys().filter(|name| name.starts_with("photos/")).count(), 0);
    });
}

#[test]
fn a_damaged_backup_or_a_folder_in_use_is_refused_and_nothing_is_changed() {
    server().story(async |server| {
        server.put_pin(&id(), &pin(&participant(), "Hier")).await.expect(201);
        let file = backup(server, "drie.tar");
        restore(server, &file, "heel", &["--without-gone"]).worked();
        restore(server, &file, "heel", &["--without-gone"]).failed("niet leeg");

        let whole = fs::read(&file).unwrap();
        for (name, bytes) in
            [("half", &whole[..whole.len() / 2]), ("leeg", &[][..]), ("geen", &b"geen tar"[..])]
        {
            let broken = server.place.folder().join(format!("{name}.tar"));
            fs::write(&broken, bytes).unwrap();
            restore(server, &broken, name, &["--without-gone"]).failed("geen heel bestand");
            let left: Vec<_> = fs::read_dir(server.place.folder().join(name)).unwrap().collect();
            assert!(left.is_empty(), "{left:?}");
        }
    });
}

/// A day in the past, behind the program's back: it does not let anybody choose one.
pub async fn let_the_day_come(server: &mut TestServer) {
    server.stop();
    server.place.sql("UPDATE traject SET erase_on = '2020-01-01'").await;
    server.restart();
}

#[test]
fn on_its_day_everything_of_a_traject_is_gone_and_its_layers_stay_where_it_says_so() {
    server().story(async |server| {
        let made =
            ["traject", "create", "--buurt", "BU0001", "--title", "Kort", "--keep-layers", "--erase-on"];
        server.place.cli(&[&made[..], &["2020-01-01"]].concat()).failed("verleden");
        server.traject = server.place.cli(&[&made[..], &["2099-12-31"]].concat()).json()["id"]
            .as_str()
            .unwrap()
            .to_owned();
        server.code = server.place.session(&server.traject, &[]);
        let token = begeleider(server);
        for _ in 0..3 {
            with_photo(server, &participant(), "Woorden die weg moeten").await;
        }
        assert_eq!(server.pins(None).await.len(), 3, "the room sees them");
        let words = server.request(Method::POST, &format!("/api/v1/sessions/{}/receipts", server.code));
        Reply::of(words.header("participant", participant())).await.expect(422);
        server.close();
        send(server, &token, &format!("/traject/{}/vrijgeven", server.traject), &[("code", &server.code)])
            .await
            .expect(303);
        let layer = format!("/api/v1/trajects/{}/layers/all/all.json", server.traject);
        let professional = server.professional();
        let before = server.get_as(&professional, &layer).await.json(200);
        assert_eq!(before["participants"], 3);

        let_the_day_come(server).await;
        let page = server.get(&format!("/s/{}", server.code)).await;
        assert!(page.expect(410).text().contains("Deze bijeenkomst is voorbij"));
        server.put_pin(&id(), &pin(&participant(), "Te laat")).await.problem_of(410, "session-erased");
        let after: Value = server.get_as(&professional, &layer).await.json(200);
        assert_eq!(after, before, "the layer holds no person, and stays");
        server.get_as(&professional, &format!("/traject/{}", server.traject)).await.expect(200);

        let all = files(&backup(server, "na.tar"));
        for (name, bytes) in &all {
            assert!(!name.starts_with("photos/"), "{name}");
            let found = String::from_utf8_lossy(bytes).contains("Woorden die weg moeten");
            assert!(!found, "{name}");
        }
        for table in [
            "pin",
            "photo",
            "receipt",
            "me_too",
            "room_pin",
            "room_picture",
            "told_answers",
            "told_attendance",
        ] {
            assert!(all[&format!("tables/{table}.jsonl")].is_empty(), "{table}");
        }
        let audit = String::from_utf8_lossy(&all["tables/audit.jsonl"]).into_owned();
        assert!(audit.contains(&format!("\"erase\",\"{}\"", server.traject)), "{audit}");
    });
}

/// Strings by which a story finds what should be gone.
const TAKEN_BACK: &str = "merk-teruggenomen";
const CHANGED: &str = "merk-veranderd";
const BLANKED: &str = "merk-Jansen";
const DELETED: &str = "merk-verwijderd";
const AGENT: &str = "merk-browser/1.0";
const CAPTION: &str = "merk-onderschrift";

/// Every file below a folder, with its bytes.
fn below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found
}

fn holds(bytes: &[u8], mark: &str) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark.as_bytes())
}

#[test]
fn after_a_whole_session_nothing_that_should_be_gone_is_in_database_files_or_log() {
    server().story(async |server| {
        let (token, anna, bo) = (begeleider(server), participant(), participant());
        let agent = |method: Method, path: &str| {
            server.request(method, path).header("user-agent", AGENT).header("x-forwarded-for", "203.0.113.77")
        };
        agent(Method::GET, &format!("/s/{}", server.code)).send().await.unwrap();
        let (first, second, third, photo) = (id(), id(), id(), id());
        let put = agent(Method::PUT, &server.pin_path(&first)).json(&pin(&anna, TAKEN_BACK));
        Reply::of(put).await.expect(201);
        let path = format!("{}/photos/{photo}", server.pin_path(&first));
        let sent = agent(Method::PUT, &path).header("participant", &anna);
        let sent = Reply::of(sent.multipart(multipart(jpeg(64, 48), "a.jpg", CAPTION))).await;
        sent.expect(201);
        server.delete_pin(&first, &anna).await.expect(204);
        server.put_pin(&second, &pin(&bo, CHANGED)).await.expect(201);
        let change = json!({"properties": {"text": format!("{BLANKED} helpt iedereen")}});
        server.patch_pin(&second, &bo, &change).await.expect(200);
        let blanked = json!({"decision": "approve", "text": "▇▇▇ helpt iedereen"});
        decide(server, &token, &second, &blanked).await.expect(200);
        server.put_pin(&third, &pin(&bo, DELETED)).await.expect(201);
        let reason = json!({"decision": "delete", "reason": "over-een-groep"});
        decide(server, &token, &third, &reason).await.expect(200);
        // The server takes it out of the database's own files by itself each minute, and as it stops.
        server.stop();
        server.restart();

        let marks = [TAKEN_BACK, CHANGED, BLANKED, DELETED, AGENT, CAPTION, "203.0.113.77", "5ec2e7ab-"];
        let mut everything = below(&server.place.data_dir());
        everything.extend(files(&backup(server, "merk.tar")));
        everything.push(("the log".to_owned(), server.log().into_bytes()));
        assert!(everything.len() > 10);
        for (name, bytes) in &everything {
            for mark in marks {
                assert!(!holds(bytes, mark), "{mark} is still in {name}");
            }
            assert!(!name.contains("photos/") || name.rsplit('.').next() != Some("jpg"), "{name}");
        }
        let kept = everything.iter().any(|(_, bytes)| holds(bytes, "helpt iedereen"));
        assert!(kept, "what may stay is found, so the search works");
    });
}

/// The reading of the clock in the data directory, changed as `change` says.
fn change_reading(server: &TestServer, change: impl Fn(&mut Value)) {
    let file = server.place.data_dir().join("clock.json");
    let mut reading: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut reading);
    fs::write(&file, reading.to_string()).unwrap();
}

#[test]
fn a_clock_that_jumped_forward_deletes_nothing_for_good_before_it_kept_its_time_for_a_day() {
    server().story(async |server| {
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        server.put_pin(&id(), &pin(&participant(), "Dit blijft staan")).await.expect(201);
        let is_there = async |server: &TestServer| {
            server.get(&format!("/api/v1/sessions/{}", server.code)).await.status == 200
        };
        let told = async |server: &TestServer| {
            server
                .get_as(&beheerder, "/mijn")
                .await
                .expect(200)
                .text()
                .contains("klok van de server is ver vooruit")
        };
        assert!(!told(server).await);
        server.stop();
        server.place.sql("UPDATE traject SET erase_on = '2020-01-01'").await;
        // As if it were eight hundred days ago that the server last looked.
        let ago = 800 * 86_400;
        change_reading(server, |reading| {
            reading["wall"] = json!(reading["wall"].as_i64().unwrap() - ago);
            reading["trusted"][0] = json!(reading["trusted"][0].as_i64().unwrap() - ago);
        });
        for _ in 0..2 {
            server.restart();
            assert!(is_there(server).await && told(server).await);
            server.stop();
            assert!(server.log().contains("nothing is deleted for good"), "{}", server.log());
        }
        // It kept its time for almost a day of running, and then for the rest of it.
        change_reading(server, |reading| {
            reading["doubted"][1] = json!(reading["steady"].as_i64().unwrap() - 86_000);
            reading["doubted"][0] = json!(reading["wall"].as_i64().unwrap() - 86_000);
        });
        server.restart();
        assert!(is_there(server).await && told(server).await);
        server.stop();
        change_reading(server, |reading| {
            reading["doubted"][1] = json!(reading["steady"].as_i64().unwrap() - 86_400);
            reading["doubted"][0] = json!(reading["wall"].as_i64().unwrap() - 86_400);
        });
        server.restart();
        assert!(!is_there(server).await && !told(server).await);
    });
}

#[test]
fn without_a_reading_that_can_be_read_nothing_is_deleted_either() {
    server().story(async |server| {
        server.stop();
        server.place.sql("UPDATE traject SET erase_on = '2020-01-01'").await;
        for reading in [None, Some("geen klok"), Some("{}"), Some("")] {
            let file = server.place.data_dir().join("clock.json");
            match reading {
                None => fs::remove_file(file).unwrap(),
                Some(text) => fs::write(file, text).unwrap(),
            }
            server.restart();
            assert_eq!(
                server.get(&format!("/api/v1/sessions/{}", server.code)).await.status,
                200,
                "{reading:?}"
            );
            server.stop();
            let log = server.log();
            assert!(log.contains("no earlier reading of the clock") && !log.contains("a day ahead"), "{log}");
        }
    });
}

/// A tar file of these files; a link where the content is one.
pub fn packed(to: &Path, files: &[(String, Entry)]) {
    let mut tar = tar::Builder::new(fs::File::create(to).unwrap());
    for (name, entry) in files {
        let mut header = tar::Header::new_gnu();
        header.set_mode(0o600);
        match entry {
            Entry::File(bytes) => {
                header.set_size(bytes.len() as u64);
                header.set_cksum();
                // A name that leads out of the folder is written as it is.
                header.as_mut_bytes()[..100].fill(0);
                header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
                header.set_cksum();
                tar.append(&header, &bytes[..]).unwrap();
            }
            Entry::Link(target) => {
                header.set_entry_type(tar::EntryType::Symlink);
                header.set_size(0);
                tar.append_link(&mut header, name, target).unwrap();
            }
        }
    }
    tar.finish().unwrap();
}

pub enum Entry {
    File(Vec<u8>),
    Link(String),
}

#[test]
fn a_backup_that_is_not_whole_to_the_last_byte_is_refused_before_anything_is_written() {
    server().story(async |server| {
        for _ in 0..3 {
            with_photo(server, &participant(), "Met een foto").await;
        }
        let file = backup(server, "heel.tar");
        let whole = files(&file);
        let as_it_is = || -> Vec<(String, Entry)> {
            let short = |name: &str| name.len() < 100;
            assert!(whole.keys().all(|name| short(name)));
            whole.iter().map(|(name, bytes)| (name.clone(), Entry::File(bytes.clone()))).collect()
        };
        let photo = whole.keys().find(|name| name.starts_with("photos/")).unwrap().clone();
        let refused = async |name: &str, files: Vec<(String, Entry)>| {
            let broken = server.place.folder().join(format!("{name}.tar"));
            packed(&broken, &files);
            restore(server, &broken, name, &["--without-gone"]).failed("geen heel bestand");
            let left: Vec<_> = fs::read_dir(server.place.folder().join(name)).unwrap().collect();
            assert!(left.is_empty(), "{name}: {left:?}");
        };
        // Packed again in another order it is still whole.
        let again = server.place.folder().join("omgekeerd.tar");
        packed(&again, &as_it_is().into_iter().rev().collect::<Vec<_>>());
        restore(server, &again, "omgekeerd", &["--without-gone"]).worked();

        for gone in [photo.as_str(), "secret.key", "tables/photo.jsonl", "contents.json"] {
            refused(&format!("zonder-{}", gone.replace('/', "-")), {
                let mut files = as_it_is();
                files.retain(|(name, _)| name != gone);
                files
            })
            .await;
        }
        let changed = as_it_is().into_iter().map(|(name, entry)| match entry {
            Entry::File(mut bytes) if name == photo => {
                *bytes.last_mut().unwrap() ^= 1;
                (name, Entry::File(bytes))
            }
            entry => (name, entry),
        });
        refused("veranderd", changed.collect()).await;
        for extra in ["photos/ab/vreemd.jpg", "../buiten", "/tmp/buiten", "gone.log", "buurtblik.sqlite"] {
            let mut files = as_it_is();
            files.push((extra.to_owned(), Entry::File(b"vreemd".to_vec())));
            refused(&format!("met-{}", extra.replace(['/', '.'], "-")), files).await;
        }
        let mut twice = as_it_is();
        twice.push((photo.clone(), Entry::File(whole[&photo].clone())));
        refused("dubbel", twice).await;
        // A link would lead what is written after it elsewhere.
        let outside = server.place.folder().join("elders");
        fs::create_dir(&outside).unwrap();
        for link in ["photos", "tables", "photos/ab", "contents.json"] {
            let mut files = vec![(link.to_owned(), Entry::Link(outside.display().to_string()))];
            files.extend(as_it_is().into_iter().filter(|(name, _)| name != link));
            refused(&format!("koppeling-{}", link.replace('/', "-")), files).await;
        }
        assert!(fs::read_dir(&outside).unwrap().next().is_none());

        // Cut off between two photos, or anywhere else.
        let bytes = fs::read(&file).unwrap();
        let offset = bytes.windows(photo.len()).position(|window| window == photo.as_bytes()).unwrap();
        for (at, cut) in [offset, offset + 512, bytes.len() / 2, bytes.len() - 1024].into_iter().enumerate() {
            let name = format!("af-{at}");
            let broken = server.place.folder().join(format!("{name}.tar"));
            // The end of an archive is a run of zeros: with it, a tool takes it for whole.
            fs::write(&broken, [&bytes[..cut / 512 * 512], &[0; 1024]].concat()).unwrap();
            if cut < bytes.len() - 1024 {
                restore(server, &broken, &name, &["--without-gone"]).failed("geen heel bestand");
            }
        }
    });
}

#[test]
fn doctor_tells_of_a_photo_without_its_file_and_a_backup_says_so_too() {
    server().story(async |server| {
        with_photo(server, &participant(), "Met een foto").await;
        // Whether there is a site beside the program is another matter.
        let healthy = server.place.cli(&["doctor"]);
        assert!(!healthy.err.contains("foto"), "{healthy:?}");
        let photos = server.place.data_dir().join("photos");
        let lost = below(&photos).into_iter().find(|(name, _)| name.ends_with("-large.jpg")).unwrap().0;
        fs::remove_file(&lost).unwrap();
        server.place.cli(&["doctor"]).failed("Van 1 foto's is het bestand er niet");
        let file = server.place.folder().join("mist.tar");
        let told = server.place.cli(&["backup", file.to_str().unwrap(), "--json"]).json();
        assert_eq!((&told["missing"], &told["files"]), (&json!(1), &json!(1)));
        assert_eq!(restore(server, &file, "mist", &["--without-gone"]).json()["missing"], 1);
    });
}

#[test]
fn a_photo_file_that_is_empty_or_half_is_missing_like_one_that_is_not_there() {
    server().story(async |server| {
        with_photo(server, &participant(), "Met een foto").await;
        let photos = server.place.data_dir().join("photos");
        let (large, whole) =
            below(&photos).into_iter().find(|(name, _)| name.ends_with("-large.jpg")).unwrap();
        for (at, broken) in [&b""[..], &whole[..whole.len() / 2], &whole[2..]].into_iter().enumerate() {
            fs::write(&large, broken).unwrap();
            server.place.cli(&["doctor"]).failed("Van 1 foto's is het bestand er niet");
            let file = server.place.folder().join(format!("half-{at}.tar"));
            let told = server.place.cli(&["backup", file.to_str().unwrap(), "--json"]).json();
            assert_eq!(told["missing"], 1, "{at}");
            let again = restore(server, &file, &format!("half-{at}"), &["--without-gone"]).json();
            assert_eq!(again["missing"], 1, "{at}");
        }
        // The same picture, sent anew, mends it.
        with_photo(server, &participant(), "Nog eens").await;
        assert!(fs::read(&large).unwrap() == whole);
        let told = server.place.cli(&["doctor"]);
        assert!(!told.err.contains("foto"), "{told:?}");
    });
}

#[test]
fn half_written_files_are_in_no_backup_and_gone_when_the_server_starts_and_on_the_day_of_deletion() {
    server().story(async |server| {
        with_photo(server, &participant(), "Met een foto").await;
        let photos = server.place.data_dir().join("photos");
        let whole = below(&photos);
        assert_eq!(whole.len(), 2);
        let halves = || {
            for (name, bytes) in &whole {
                fs::write(format!("{name}#1"), bytes).unwrap();
                fs::write(format!("{name}#12"), b"half").unwrap();
            }
        };
        halves();
        assert_eq!(below(&photos).len(), 6);
        let all = files(&backup(server, "half.tar"));
        assert!(!all.keys().any(|name| name.contains('#')), "{:?}", all.keys());
        server.kill_hard();
        server.restart();
        assert_eq!(below(&photos), whole);
        halves();
        let_the_day_come(server).await;
        assert!(below(&photos).is_empty(), "{}", below(&photos).len());
    });
}
