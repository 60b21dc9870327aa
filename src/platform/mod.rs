//! What every room stands on (server): configuration, texts, database, files, clock, security, telemetry.

pub mod app;
pub mod assets;
pub mod clock;
pub mod config;
pub mod connections;
pub mod db;
pub mod files;
pub mod form;
pub mod given;
pub mod gone;
pub mod guessing;
pub mod keys;
pub mod limits;
pub mod log;
pub mod names;
pub mod panics;
pub mod parts;
pub mod private;
pub mod problem;
pub mod readiness;
pub mod security;
pub mod source;
pub mod spreadsheet;
pub mod telemetry;
pub mod text;
pub mod texts;
pub mod thing;
pub mod timekeeping;
pub mod web;

pub use app::App;
pub use db::{Db, DbError, Row, Tx};
pub use files::FilesError;
pub use gone::{Erased, Gone, GoneError};
pub use problem::{FieldError, Problem, Refusal, Slug};
