//! Whether the server can keep what is sent, and what does not stop it: a disk without room, a log that nobody reads, a
//! terminal that is closed.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use reqwest::Client;

use crate::harness::{Database, Place, TestServer, commands, databases, id, participant, pin, server, story};

async fn ready(server: &TestServer) -> u16 {
    // An answer holds for two seconds.
    tokio::time::sleep(Duration::from_millis(2100)).await;
    server.get("/readyz").await.status
}

#[test]
fn a_server_that_cannot_keep_a_file_is_not_ready_and_is_again_when_it_can() {
    story(async |server| {
        assert_eq!(server.get("/readyz").await.json(200)["status"], "ok");
        let photos = server.place.data_dir().join("photos");
        let away = server.place.data_dir().join("elders");
        fs::rename(&photos, &away).unwrap();
        fs::write(&photos, "geen map").unwrap();
        assert_eq!(ready(server).await, 503);
        server.get("/readyz").await.problem(503);
        server.get("/healthz").await.expect(200);
        fs::remove_file(&photos).unwrap();
        fs::rename(&away, &photos).unwrap();
        assert_eq!(ready(server).await, 200);
        assert!(!photos.join("readiness/probe").exists(), "what was tried is left behind");
    });
}

#[test]
fn a_server_whose_database_takes_no_writes_is_not_ready() {
    story(async |server| {
        let place = &server.place;
        let told = place.while_locked(ready(server)).await;
        assert_eq!(told, 503);
        server.get("/healthz").await.expect(200);
        assert_eq!(ready(server).await, 200);
        server.put_pin(&id(), &pin(&participant(), "Daarna")).await.expect(201);
    });
}

/// A server on a place of its own, started like this.
struct Started {
    /// It goes when the server has.
    _place: Place,
    child: Child,
    url: String,
    client: Client,
}

impl Started {
    async fn new(database: Database, started: impl Fn(&Place) -> Command) -> Self {
        let place = Place::new(database).await;
        let mut child = started(&place)
            .args(["serve", "--addr", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let url = first.trim().strip_prefix("listening on ").expect("it listens").to_owned();
        let client = Client::builder()
            .no_proxy()
            .pool_max_idle_per_host(0)
            .timeout(Duration::from_secs(20))
            .build()
            .unwrap();
        Self { _place: place, child, url, client }
    }

    async fn answers(&self) -> u16 {
        self.client.get(format!("{}/healthz", self.url)).send().await.unwrap().status().as_u16()
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("sh").arg("-c").arg(format!("kill -{name} {}", self.child.id())).status();
        assert!(sent.unwrap().success());
    }

    /// It ends well, within half a minute.
    async fn ends(&mut self) {
        for _ in 0..300 {
            if let Some(status) = self.child.try_wait().unwrap() {
                return assert!(status.success(), "{status}");
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("it does not end");
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn on_each(test: impl AsyncFn(Database)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    for database in databases() {
        runtime.block_on(test(database));
    }
}

#[test]
fn a_log_whose_reader_is_gone_stops_nothing() {
    on_each(async |database| {
        let mut server = Started::new(database, Place::program).await;
        drop(server.child.stderr.take());
        for _ in 0..50 {
            assert_eq!(server.answers().await, 200);
        }
        server.signal("TERM");
        server.ends().await;
    });
}

#[test]
fn a_log_whose_reader_has_stopped_reading_stops_nothing() {
    on_each(async |database| {
        let mut server = Started::new(database, Place::program).await;
        // A pipe holds 64 kB: some five hundred lines.
        for _ in 0..20 {
            let asked = (0..50).map(|_| server.answers());
            assert!(futures::future::join_all(asked).await.iter().all(|status| *status == 200));
        }
        server.signal("TERM");
        server.ends().await;
    });
}

/// Whether what is started from here outlives its terminal, as under `nohup`: such a server is not stopped by it, as is right.
fn is_hup_ignored() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 1 == 1)
}

#[test]
fn a_terminal_that_is_closed_stops_the_server_as_an_administrator_does() {
    if is_hup_ignored() {
        println!("skipped: these tests were started with SIGHUP ignored, and so is the server");
        return;
    }
    story(async |server| {
        let (id, me) = (id(), participant());
        server.put_pin(&id, &pin(&me, "Blijft")).await.expect(201);
        server.signal("HUP");
        server.has_ended();
        assert!(server.log().contains("stopped"), "{}", server.log());
        server.restart();
        assert_eq!(server.pins(Some(&me)).await.len(), 1);
    });
}

#[test]
fn a_server_that_is_to_outlive_its_terminal_does() {
    on_each(async |database| {
        let mut server = Started::new(database, |place| place.program_under("trap '' HUP")).await;
        server.signal("HUP");
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(server.answers().await, 200);
        server.signal("TERM");
        server.ends().await;
    });
}

#[test]
fn a_database_server_that_is_not_there_is_told_as_that() {
    commands(async |place| {
        for arguments in [&["serve", "--addr", "127.0.0.1:0"][..], &["doctor"], &["staff", "list"]] {
            let away = ["--database-url", "postgres://sam:geheim-woord@127.0.0.1:1/x"];
            let ran = place.cli(&[arguments, &away].concat());
            ran.failed("PostgreSQL");
            assert!(ran.err.contains("DATABASE_URL") && !ran.err.contains("de map"), "{ran:?}");
            assert!(!ran.err.contains("geheim-woord"), "{ran:?}");
        }
    });
}

/// The files and folders of the data that others may read.
fn open_to_others(place: &Place) -> Vec<String> {
    let names = fs::read_dir(place.data_dir()).unwrap().map(|entry| entry.unwrap());
    let open = names.filter(|entry| entry.metadata().unwrap().permissions().mode() & 0o077 != 0);
    open.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn nobody_else_on_the_machine_reads_the_data_and_doctor_looks() {
    server().story(async |server| {
        let (pin_id, me) = (id(), participant());
        server.put_pin(&pin_id, &pin(&me, "Iets")).await.expect(201);
        server.delete_pin(&pin_id, &me).await.expect(204);
        assert!(server.place.data_dir().join("gone.log").exists());
        assert_eq!(open_to_others(&server.place), Vec::<String>::new());
        let complains = |server: &TestServer| server.place.cli(&["doctor"]).err.contains("chmod");
        assert!(!complains(server));

        // As an earlier version left it.
        let mut names = vec!["gone.log", "secret.key", "photos"];
        if server.place.data_dir().join("buurtblik.sqlite").exists() {
            names.push("buurtblik.sqlite");
        }
        for name in names {
            let path = server.place.data_dir().join(name);
            let mode = if path.is_dir() { 0o755 } else { 0o644 };
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let ran = server.place.cli(&["doctor"]);
            ran.failed(name);
            assert!(ran.err.contains("chmod"), "{ran:?}");
            server.stop();
            server.restart();
            assert!(!open_to_others(&server.place).contains(&name.to_owned()), "{name}");
            assert!(!complains(server), "{name}");
        }
    });
}
