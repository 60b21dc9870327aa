//! Starting a server where it cannot start: one clear sentence, and nothing is lost.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;

use crate::harness::{Ran, commands, participant, pin, story};

#[test]
fn a_port_that_is_in_use_is_told_with_what_to_do() {
    story(async |server| {
        let address = server.url.strip_prefix("http://").unwrap();
        server.place.cli(&["serve", "--addr", address]).failed("--addr");
        server.get("/healthz").await.expect(200);
    });
}

#[test]
fn an_address_that_is_none_is_refused() {
    commands(async |place| {
        place.cli(&["serve", "--addr", "nergens"]).failed("nergens");
        place.cli(&["serve", "--addr", "127.0.0.1:99999"]).failed("99999");
    });
}

#[test]
fn a_data_directory_that_is_a_file_is_refused_and_left_alone() {
    commands(async |place| {
        let file = place.file("bestand", "hier staat iets");
        for data in [file.clone(), format!("{file}/binnen")] {
            for arguments in [&["serve", "--addr", "127.0.0.1:0"][..], &["staff", "list"], &["doctor"]] {
                place.cli(&[arguments, &["--data-dir", &data]].concat()).failed(&data);
            }
        }
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "hier staat iets");
    });
}

#[test]
fn a_data_directory_without_write_permission_is_refused() {
    commands(async |place| {
        let locked = place.folder().join("op-slot");
        std::fs::create_dir(&locked).unwrap();
        let mut permissions = std::fs::metadata(&locked).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&locked, permissions).unwrap();
        if std::fs::write(locked.join("proef"), "").is_ok() {
            return println!("skipped: who runs this test may write everywhere (root)");
        }
        place.cli(&["staff", "list", "--data-dir", locked.to_str().unwrap()]).failed("schrijven");
    });
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_left_alone() {
    story(async |server| {
        let me = participant();
        server.put_pin(&crate::harness::id(), &pin(&me, "Blijft")).await.expect(201);
        server.stop();
        let newer = "INSERT INTO _sqlx_migrations (version, description, installed_on, success, checksum, execution_time) \
             SELECT 9999, 'later', installed_on, success, checksum, 0 FROM _sqlx_migrations WHERE version = 1";
        server.place.sql(newer).await;
        for arguments in [&["serve", "--addr", "127.0.0.1:0"][..], &["staff", "list"], &["doctor"]] {
            server.place.cli(arguments).failed("nieuwere versie");
        }
        server.place.sql("DELETE FROM _sqlx_migrations WHERE version = 9999").await;
        server.restart();
        assert_eq!(server.pins(Some(&me)).await[0]["properties"]["text"], "Blijft");
    });
}

#[test]
fn a_database_that_is_none_is_refused_and_keeps_passwords_to_itself() {
    commands(async |place| {
        let broken = place.file(
            "geen.sqlite",
            "dit is geen database, maar een tekst van meer dan honderd tekens. ".repeat(40),
        );
        let list = |address: &str| place.cli(&["staff", "list", "--database-url", address]);
        list("mysql://localhost/x").failed("sqlite:");
        list("").failed("sqlite:");
        let ran = list(&format!("sqlite:{broken}"));
        assert_eq!((ran.code, ran.err.lines().count()), (Some(1), 1), "{ran:?}");
        assert!(Path::new(&broken).metadata().unwrap().len() > 1000);
        let nobody: Ran = list("postgres://sam:geheim-woord@127.0.0.1:1/x");
        nobody.failed("PostgreSQL");
        assert!(!nobody.err.contains("map"), "{nobody:?}");
        assert!(!nobody.err.contains("geheim-woord"), "{nobody:?}");
    });
}

#[test]
fn a_key_that_is_no_key_is_refused() {
    commands(async |place| {
        place.cli(&["staff", "list"]).worked();
        std::fs::write(place.data_dir().join("secret.key"), "kort").unwrap();
        place.cli(&["staff", "list"]).failed("secret.key");
    });
}

#[test]
fn a_server_without_its_site_says_how_to_build_it() {
    commands(async |place| {
        std::fs::remove_file(place.folder().join("site/assets.json")).unwrap();
        place.cli(&["serve", "--addr", "127.0.0.1:0"]).failed("make build");
    });
}

#[test]
fn a_server_that_stops_and_starts_again_has_lost_nothing() {
    story(async |server| {
        let (id, me) = (crate::harness::id(), participant());
        let body = pin(&me, "Blijft");
        server.put_pin(&id, &body).await.expect(201);
        for _ in 0..3 {
            server.stop();
            server.restart();
            server.put_pin(&id, &body).await.expect(200);
        }
        assert_eq!(server.pins(Some(&me)).await.len(), 1);
    });
}

#[test]
fn eight_programs_that_open_a_new_database_at_once_all_work() {
    commands(async |place| {
        let ran: Vec<Ran> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| place.cli(&["staff", "list"]))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for one in ran {
            one.worked();
        }
    });
}

#[test]
fn commands_work_beside_a_server_that_is_busy() {
    story(async |server| {
        let bodies: Vec<_> = (0..30).map(|n| pin(&participant(), &format!("Stip {n}"))).collect();
        let ids: Vec<String> = bodies.iter().map(|_| crate::harness::id()).collect();
        let puts =
            futures::future::join_all(ids.iter().zip(&bodies).map(|(id, body)| server.put_pin(id, body)));
        let (traject, place) = (server.traject.clone(), &server.place);
        let commands = async {
            tokio::task::block_in_place(|| (0..5).map(|_| place.session(&traject, &[])).collect::<Vec<_>>())
        };
        let (put, made) = tokio::join!(puts, commands);
        assert!(put.iter().all(|reply| reply.status == 201));
        for code in made {
            server.get(&format!("/api/v1/sessions/{code}")).await.expect(200);
        }
    });
}

#[test]
fn a_demonstration_whose_links_nobody_reads_starts_all_the_same() {
    commands(async |place| {
        for arguments in
            [&["serve", "--addr", "127.0.0.1:0", "--demo"][..], &["serve", "--addr", "127.0.0.1:0"]]
        {
            let full = std::fs::File::options().write(true).open("/dev/full");
            let Ok(full) = full else { return println!("skipped: there is no /dev/full here") };
            let mut child =
                place.program().args(arguments).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
            // The log says where it listens, for nobody reads what it prints.
            let log = BufReader::new(child.stderr.take().unwrap());
            let listens = log.lines().map_while(Result::ok).any(|line| line.contains("listening"));
            child.kill().unwrap();
            child.wait().unwrap();
            assert!(listens, "{arguments:?}");
        }
    });
}
