//! Where one program lives: its data directory and its database. Commands run here.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use tempfile::TempDir;

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
        println!("on {}", if database == Database::Sqlite { "SQLite" } else { "PostgreSQL" });
        let folder = TempDir::new().unwrap();
        let address = match database {
            Database::Sqlite => None,
            Database::Postgres(address) => Some(new_database(&address).await),
        };
        std::fs::create_dir(folder.path().join("site")).unwrap();
        std::fs::write(folder.path().join("site/assets.json"), "{}").unwrap();
        Self { folder, address }
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
        for name in
            ["BUURTBLIK_ADDR", "BUURTBLIK_PUBLIC_URL", "BUURTBLIK_LIMITS", "BUURTBLIK_LOG", "DATABASE_URL"]
        {
            command.env_remove(name);
        }
        command.env("BUURTBLIK_DATA_DIR", self.data_dir()).env("BUURTBLIK_SITE", self.folder().join("site"));
        if let Some(address) = &self.address {
            command.env("DATABASE_URL", address);
        }
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
}

async fn new_database(address: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("it_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(address).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await.unwrap();
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
