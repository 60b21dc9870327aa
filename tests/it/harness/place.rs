//! Where one program lives: its data directory and its database. Commands run here.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _, SqliteConnection};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::fixtures::BOUNDARY;

/// Which database a story runs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// The embedded one, in the data directory.
    Sqlite,
    /// A server, by the address of a superuser's database.
    Postgres(String),
}

/// The databases that there are here.
pub fn databases() -> Vec<Database> {
    let mut all = vec![Database::Sqlite];
    match std::env::var("BUURTBLIK_TEST_POSTGRES") {
        Ok(address) => all.push(Database::Postgres(address)),
        Err(_) => println!("BUURTBLIK_TEST_POSTGRES is not set: on SQLite only"),
    }
    all
}

/// The built program.
pub fn program() -> PathBuf {
    let built = option_env!("CARGO_BIN_EXE_buurtblik").map(PathBuf::from);
    let named = std::env::var_os("BUURTBLIK_PROGRAM").map(PathBuf::from);
    named.or(built).expect("set BUURTBLIK_PROGRAM, or let cargo build the program")
}

/// A data directory and a database of its own.
pub struct Place {
    folder: TempDir,
    /// `postgres://…`, or nothing for the embedded database.
    address: Option<String>,
}

impl Place {
    /// A new, empty one.
    pub async fn new(database: Database) -> Self {
        Self::copied(&database, "template1").await
    }

    /// An empty folder, and a database as this one of the same cluster is (`template1` is an empty one).
    async fn copied(database: &Database, template: &str) -> Self {
        println!("on {}", if *database == Database::Sqlite { "SQLite" } else { "PostgreSQL" });
        let folder = TempDir::new().unwrap();
        let address = match database {
            Database::Sqlite => None,
            Database::Postgres(cluster) => Some(new_database(cluster, template).await),
        };
        std::fs::create_dir(folder.path().join("site")).unwrap();
        std::fs::write(folder.path().join("site/assets.json"), "{}").unwrap();
        Self { folder, address }
    }

    /// One with a buurt, a traject and an open wijksessie; with it, the id of that traject and the code of that wijksessie.
    /// They are made once by the program's own commands, and copied for each story: each has its own all the same.
    pub async fn with_session(database: Database, tables: bool) -> (Self, String, String) {
        static PREPARED: [OnceCell<Prepared>; 4] = [const { OnceCell::const_new() }; 4];
        let at = usize::from(tables) + 2 * usize::from(database != Database::Sqlite);
        let prepared = PREPARED[at].get_or_init(|| Prepared::make(database.clone(), tables)).await;
        let template = prepared.place.address.as_ref().and_then(|address| address.rsplit('/').next());
        let place = Self::copied(&database, template.unwrap_or("template1")).await;
        copy(&prepared.place.data_dir(), &place.data_dir());
        (place, prepared.traject.clone(), prepared.code.clone())
    }

    /// One with the data of an earlier version: a folder with `sqlite` and `postgres` in it, each a data directory, and the
    /// dump of a database beside the latter.
    pub async fn of_version(database: &Database, version: &Path) -> Self {
        let place = Self::copied(database, "template1").await;
        if *database == Database::Sqlite {
            copy(&version.join("sqlite"), &place.data_dir());
        } else {
            copy(&version.join("postgres"), &place.data_dir());
            place.sql(&std::fs::read_to_string(version.join("postgres.sql")).unwrap()).await;
        }
        place
    }

    /// A folder that goes when the story ends.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The data directory.
    pub fn data_dir(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// Writes a file beside the data directory; its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The program with its environment, and nothing of ours.
    pub fn program(&self) -> Command {
        self.prepared(&program())
    }

    /// Another copy of the program, in the same environment.
    pub fn prepared(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        for name in [
            "BUURTBLIK_ADDR",
            "BUURTBLIK_PUBLIC_URL",
            "BUURTBLIK_LIMITS",
            "BUURTBLIK_LOG",
            "BUURTBLIK_DB_POOL",
            "BUURTBLIK_DB_WAIT",
            "BUURTBLIK_TRUSTED_PROXIES",
            "DATABASE_URL",
        ] {
            command.env_remove(name);
        }
        command.env("BUURTBLIK_DATA_DIR", self.data_dir()).env("BUURTBLIK_SITE", self.folder().join("site"));
        if let Some(address) = &self.address {
            command.env("DATABASE_URL", address);
        }
        command
    }

    /// The program as a shell starts it after this command.
    pub fn program_under(&self, first: &str) -> Command {
        let mut command = self.prepared(Path::new("sh"));
        command.args(["-c", &format!("{first}; exec \"$0\" \"$@\"")]).arg(program());
        command
    }

    /// Runs a command to its end.
    pub fn cli(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.program().args(arguments), arguments)
    }

    /// Imports the boundary of the fixtures, without a map; its code is `BU0001`.
    pub fn import_buurt(&self) {
        let boundary = self.file("boundary.geojson", BOUNDARY);
        self.cli(&[
            "buurt",
            "import",
            "--boundary",
            &boundary,
            "--code-field",
            "code",
            "--name-field",
            "naam",
            "--code",
            "BU0001",
        ])
        .worked();
    }

    /// A traject in that buurt.
    pub fn traject(&self) -> String {
        let made = self.cli(&["traject", "create", "--buurt", "BU0001", "--title", "Proef"]).json();
        made["id"].as_str().unwrap().to_owned()
    }

    /// An open wijksessie.
    pub fn session(&self, traject: &str, more: &[&str]) -> String {
        let mut arguments = vec!["session", "create", "--traject", traject, "--title", "Koffie op het plein"];
        arguments.extend(["--method", "koffiekar", "--audience", "bewoners"]);
        arguments.extend(more);
        self.cli(&arguments).json()["code"].as_str().unwrap().to_owned()
    }

    /// Changes the database behind the program's back.
    pub async fn sql(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        if let Some(address) = &self.address {
            let mut connection = PgConnection::connect(address).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        } else {
            let file = format!("sqlite:{}", self.data_dir().join("buurtblik.sqlite").display());
            let mut connection = SqliteConnection::connect(&file).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        }
    }

    /// What the database has, each value as text; nothing where there is none.
    pub async fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        let sql = AssertSqlSafe(sql.to_owned());
        if let Some(address) = &self.address {
            let mut connection = PgConnection::connect(address).await.unwrap();
            // Asked in the simple way, everything comes as text.
            let rows = sqlx::raw_sql(sql).fetch_all(&mut connection).await.unwrap();
            let value =
                |row: &PgRow, at| row.try_get_raw(at).unwrap().as_str().unwrap_or_default().to_owned();
            rows.iter().map(|row| (0..row.len()).map(|at| value(row, at)).collect()).collect()
        } else {
            let file = format!("sqlite:{}", self.data_dir().join("buurtblik.sqlite").display());
            let mut connection = SqliteConnection::connect(&file).await.unwrap();
            let rows = sqlx::raw_sql(sql).fetch_all(&mut connection).await.unwrap();
            let value = |row: &SqliteRow, at| row.try_get_unchecked::<Option<String>, _>(at).unwrap();
            rows.iter()
                .map(|row| (0..row.len()).map(|at| value(row, at).unwrap_or_default()).collect())
                .collect()
        }
    }
}

impl Place {
    /// Does something while nobody else can write in the database.
    pub async fn while_locked<T>(&self, work: impl Future<Output = T>) -> T {
        if let Some(address) = &self.address {
            let mut connection = PgConnection::connect(address).await.unwrap();
            let lock = "BEGIN; LOCK TABLE readiness IN EXCLUSIVE MODE";
            sqlx::raw_sql(lock).execute(&mut connection).await.unwrap();
            let done = work.await;
            sqlx::raw_sql("ROLLBACK").execute(&mut connection).await.unwrap();
            return done;
        }
        let mut connection = SqliteConnection::connect(&self.sqlite()).await.unwrap();
        sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut connection).await.unwrap();
        let done = work.await;
        sqlx::raw_sql("ROLLBACK").execute(&mut connection).await.unwrap();
        done
    }

    /// `postgres://…`, where it is on a server.
    pub fn postgres(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// The number that a query of the database gives.
    pub async fn count(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        if let Some(address) = &self.address {
            let mut connection = PgConnection::connect(address).await.unwrap();
            return sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap();
        }
        let file = format!("sqlite:{}", self.data_dir().join("buurtblik.sqlite").display());
        let mut connection = SqliteConnection::connect(&file).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
    }

    fn sqlite(&self) -> String {
        format!("sqlite:{}", self.data_dir().join("buurtblik.sqlite").display())
    }
}

/// What most stories begin with.
struct Prepared {
    place: Place,
    traject: String,
    code: String,
}

impl Prepared {
    async fn make(database: Database, tables: bool) -> Self {
        let place = Place::new(database).await;
        place.import_buurt();
        let traject = place.traject();
        let code = place.session(&traject, if tables { &["--tables"] } else { &[] });
        Self { place, traject, code }
    }
}

/// Copies a folder with what is in it, and the rights of its files.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    std::fs::set_permissions(to, std::fs::metadata(from).unwrap().permissions()).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A database of its own, made after another one.
async fn new_database(address: &str, template: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("it_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(address).await.unwrap();
    let sql = AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {template}"));
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    let (server, _) = address.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

/// What a command came to.
#[derive(Debug)]
pub struct Ran {
    /// Its arguments.
    pub arguments: String,
    /// Its exit code.
    pub code: Option<i32>,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

impl Ran {
    /// Runs to the end.
    pub fn of(command: &mut Command, arguments: &[&str]) -> Self {
        let output = command.output().unwrap();
        let ran = Self {
            arguments: arguments.join(" "),
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        assert!(!ran.err.contains("panicked"), "{ran:?}");
        ran
    }

    /// It did what was asked; what it printed.
    pub fn worked(&self) -> &str {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}: {self:?}", self.arguments);
        &self.out
    }

    /// It did what was asked and printed one line of JSON.
    pub fn json(&self) -> Value {
        let out = self.worked();
        assert_eq!(out.lines().count(), 1, "{self:?}");
        serde_json::from_str(out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// It failed, with exit code 1 and one line on standard error that holds these words.
    pub fn failed(&self, words: &str) {
        assert_eq!((self.code, self.out.as_str()), (Some(1), ""), "{self:?}");
        // A server that does not start may have begun its log.
        let complaint = self.err.lines().filter(|line| !line.contains(" INFO "));
        assert_eq!(complaint.count(), 1, "{self:?}");
        assert!(self.err.contains(words), "{words:?} is not in {self:?}");
    }
}
