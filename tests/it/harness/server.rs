//! A running server, and what it may not leave behind in its log.

use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

use reqwest::{Client, Method, RequestBuilder, redirect};
use serde_json::Value;

use super::{Database, Place, Reply, databases, is_participant, runtime};

/// How long a server may take to start and to stop.
const PATIENCE: Duration = Duration::from_mins(1);
/// The site of a story is empty: pages miss their files.
const EMPTY_SITE: &str = "the site does not have this file";

/// Signs of a fault. The last is PostgreSQL's own: a transaction that nobody ended was taken up by another request.
const WRONG: [&str; 3] = ["ERROR", "panicked", "already a transaction in progress"];

/// How the server of a story is set up.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    arguments: Vec<&'static str>,
    tables: bool,
    files: Option<u32>,
}

/// The server of a story, to set up further.
pub fn server() -> Builder {
    Builder::default()
}

impl Builder {
    /// No limits on how much one device may send.
    pub fn without_limits(mut self) -> Self {
        self.arguments.extend(["--limits", "off"]);
        self
    }

    /// With these arguments.
    pub fn with(mut self, arguments: &[&'static str]) -> Self {
        self.arguments.extend(arguments);
        self
    }

    /// Behind a proxy on this machine: requests say in `X-Forwarded-For` where they come from.
    pub fn behind_a_proxy(mut self) -> Self {
        self.arguments.extend(["--trusted-proxies", "127.0.0.1"]);
        self
    }

    /// On a machine that lets a program open so many files.
    pub fn with_files(mut self, files: u32) -> Self {
        self.files = Some(files);
        self
    }

    /// With the invented Voorbeeldbuurt, which has a map: `VB0000AA01`.
    pub fn with_demo(mut self) -> Self {
        self.arguments.push("--demo");
        self
    }

    /// The wijksessie is made for group tables.
    pub fn with_tables(mut self) -> Self {
        self.tables = true;
        self
    }

    /// Runs a story on each database.
    pub fn story(self, test: impl AsyncFn(&mut TestServer)) {
        for database in databases() {
            let builder = self.clone();
            runtime().block_on(async {
                let mut server = builder.start(database).await;
                test(&mut server).await;
                server.stop();
            });
        }
    }

    /// Runs a story that does not touch the database, on the embedded one.
    pub fn story_of_the_door(self, test: impl AsyncFn(&mut TestServer)) {
        runtime().block_on(async {
            let mut server = self.start(Database::Sqlite).await;
            test(&mut server).await;
            server.stop();
        });
    }

    /// Runs a story beside a server on data that there is, with this traject and this open wijksessie of it.
    pub async fn story_on(
        self,
        place: Place,
        traject: &str,
        code: &str,
        test: impl AsyncFn(&mut TestServer),
    ) {
        let mut server = self.start_on(place, traject.to_owned(), code.to_owned());
        test(&mut server).await;
        server.stop();
    }

    async fn start(self, database: Database) -> TestServer {
        let (place, traject, code) = Place::with_session(database, self.tables).await;
        self.start_on(place, traject, code)
    }

    fn start_on(self, place: Place, traject: String, code: String) -> TestServer {
        // A new connection for each request: one that the server has just ended is not used again.
        let client = Client::builder().redirect(redirect::Policy::none()).pool_max_idle_per_host(0);
        let client = client.no_proxy().build().unwrap();
        let mut server = TestServer {
            setup: self,
            place,
            traject,
            code,
            url: String::new(),
            client,
            running: None,
            log: Arc::default(),
        };
        server.restart();
        server
    }
}

/// A server with a buurt, a traject and an open wijksessie. When it goes, its log must be clean.
pub struct TestServer {
    setup: Builder,
    /// Its data directory and database.
    pub place: Place,
    /// Its traject.
    pub traject: String,
    /// The code of its open wijksessie.
    pub code: String,
    /// `http://127.0.0.1:…`
    pub url: String,
    /// A browser or a machine, without cookies.
    pub client: Client,
    running: Option<Running>,
    log: Arc<Mutex<Vec<String>>>,
}

struct Running {
    child: Child,
    readers: Vec<JoinHandle<()>>,
}

impl TestServer {
    /// Starts the server (again) on its data, and waits until it listens.
    pub fn restart(&mut self) {
        let mut program = match self.setup.files {
            None => self.place.program(),
            Some(files) => self.place.program_under(&format!("ulimit -n {files}")),
        };
        let mut child = program
            .args(["serve", "--addr", "127.0.0.1:0"])
            .args(&self.setup.arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (told, heard) = channel();
        let readers = vec![
            read(child.stdout.take().unwrap(), &self.log, Some(told)),
            read(child.stderr.take().unwrap(), &self.log, None),
        ];
        self.running = Some(Running { child, readers });
        self.url = self.listening(&heard);
    }

    fn listening(&self, heard: &Receiver<String>) -> String {
        let until = Instant::now() + PATIENCE;
        while let Ok(line) = heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
            if let Some(url) = line.strip_prefix("listening on ") {
                return url.to_owned();
            }
        }
        panic!("the server did not say where it listens:\n{}", self.log())
    }

    /// The most memory that the server held until now, in megabytes (`VmHWM`).
    pub fn memory_mb(&self) -> f64 {
        let process = self.running.as_ref().unwrap().child.id();
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() * 1024.0 / 1e6
    }

    /// What it printed until now.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().join("\n")
    }

    /// Stops it as an administrator does: it must end well.
    pub fn stop(&mut self) {
        let Some(running) = &self.running else { return };
        signal(running.child.id(), "TERM");
        let status = self.ended();
        assert!(status.success(), "{status}\n{}", self.log());
        self.check_log();
    }

    /// Sends a signal, such as `HUP`.
    pub fn signal(&self, name: &str) {
        signal(self.running.as_ref().expect("a running server").child.id(), name);
    }

    /// The server ended by itself, and well.
    pub fn has_ended(&mut self) {
        let status = self.ended();
        assert!(status.success(), "{status}\n{}", self.log());
        self.check_log();
    }

    /// Pulls the plug.
    pub fn kill_hard(&mut self) {
        if let Some(running) = &self.running {
            signal(running.child.id(), "KILL");
            self.ended();
        }
    }

    fn ended(&mut self) -> std::process::ExitStatus {
        let Some(mut running) = self.running.take() else { panic!("no server runs") };
        let until = Instant::now() + PATIENCE;
        let status = loop {
            match running.child.try_wait().unwrap() {
                Some(status) => break status,
                None if Instant::now() > until => {
                    running.child.kill().unwrap();
                    panic!("the server did not stop:\n{}", self.log());
                }
                None => sleep(Duration::from_millis(10)),
            }
        };
        for reader in running.readers {
            reader.join().unwrap();
        }
        status
    }

    /// No error, no panic, nobody's secret.
    fn check_log(&self) {
        let log = self.log();
        let wrong: Vec<&str> = log
            .lines()
            .filter(|line| WRONG.iter().any(|sign| line.contains(sign)))
            .filter(|line| !line.contains(EMPTY_SITE))
            .collect();
        assert!(wrong.is_empty(), "in the log:\n{}", wrong.join("\n"));
        assert!(!is_participant(&log), "a participant is in the log:\n{log}");
        let code = &self.code;
        assert!(!log.contains(code.as_str()), "the code of a wijksessie is in the log:\n{log}");
    }

    /// A request to this server.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    /// Asks for something.
    pub async fn get(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::GET, path)).await
    }

    /// The path of a pin of the open wijksessie.
    pub fn pin_path(&self, id: &str) -> String {
        format!("/api/v1/sessions/{}/pins/{id}", self.code)
    }

    /// Puts a pin in the open wijksessie.
    pub async fn put_pin(&self, id: &str, body: &Value) -> Reply {
        self.put_pin_text(id, body.to_string()).await
    }

    /// Puts whatever this is as a pin.
    pub async fn put_pin_text(&self, id: &str, body: impl Into<reqwest::Body>) -> Reply {
        let request = self.request(Method::PUT, &self.pin_path(id));
        Reply::of(request.header("content-type", "application/geo+json").body(body)).await
    }

    /// Changes a pin of the open wijksessie.
    pub async fn patch_pin(&self, id: &str, participant: &str, patch: &Value) -> Reply {
        let request = self.request(Method::PATCH, &self.pin_path(id)).header("participant", participant);
        Reply::of(request.header("content-type", "application/merge-patch+json").body(patch.to_string()))
            .await
    }

    /// Takes back a pin of the open wijksessie.
    pub async fn delete_pin(&self, id: &str, participant: &str) -> Reply {
        Reply::of(self.request(Method::DELETE, &self.pin_path(id)).header("participant", participant)).await
    }

    /// The list of pins as this participant, or a stranger, sees it.
    pub async fn pins(&self, participant: Option<&str>) -> Vec<Value> {
        let mut request = self.request(Method::GET, &format!("/api/v1/sessions/{}/pins", self.code));
        if let Some(participant) = participant {
            request = request.header("participant", participant);
        }
        let reply = Reply::of(request).await;
        assert_eq!(reply.header("cache-control"), "no-store");
        assert!(!is_participant(&reply.text()), "{}", reply.text());
        let list = reply.json(200);
        assert_eq!(list["type"], "FeatureCollection");
        list["features"].as_array().unwrap().clone()
    }

    /// Asks for something as a machine client of staff.
    pub async fn get_as(&self, token: &str, path: &str) -> Reply {
        Reply::of(self.request(Method::GET, path).bearer_auth(token)).await
    }

    /// Adds somebody to the staff: `id`, `login_url` and `token`.
    pub fn staff(&self, role: &str, traject: Option<&str>) -> Value {
        let mut arguments = vec!["staff", "add", "--name", "Sam", "--role", role];
        arguments.extend(traject.iter().flat_map(|id| ["--traject", id]));
        self.place.cli(&arguments).json()
    }

    /// The bearer token of a new professional of this server's traject.
    pub fn professional(&self) -> String {
        self.staff("professional", Some(&self.traject))["token"].as_str().unwrap().to_owned()
    }

    /// Closes the wijksessie.
    pub fn close(&self) {
        self.place.cli(&["session", "close", &self.code]).worked();
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        if let Some(mut running) = self.running.take() {
            // The story failed: its own complaint matters more than how the server ends.
            drop(running.child.kill());
            drop(running.child.wait());
            println!("the server's log:\n{}", self.log());
        }
    }
}

/// Collects lines into the log, and passes them on until nobody listens.
fn read(
    from: impl Read + Send + 'static,
    log: &Arc<Mutex<Vec<String>>>,
    told: Option<Sender<String>>,
) -> JoinHandle<()> {
    let log = log.clone();
    spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if let Some(told) = &told {
                drop(told.send(line.clone()));
            }
            log.lock().unwrap().push(line);
        }
    })
}

fn signal(process: u32, name: &str) {
    let sent = Command::new("sh").arg("-c").arg(format!("kill -{name} {process}")).status().unwrap();
    assert!(sent.success(), "kill -{name} {process}");
}
