//! What every room stands on (server): configuration, texts, database, files, clock, security, telemetry.
//!
//! `guessing` counts where a secret is looked up (`session::find`, `receipts`, `accounts::passwords`) and before it is,
//! so no way in goes round it. `source` says where a request comes from, for as long as it is answered. `connections`
//! takes connections, `log` writes on a thread of its own, `readiness` (`/readyz`) writes to database and files. What
//! is in the data directory is its owner's only (`private`, `data_dir`). `text::tidy` takes signs that nobody sees off
//! every form at the door, and `tidy_page` off every page; what machines send stays as it is, in files too.

pub mod app;
pub mod assets;
pub mod clock;
pub mod config;
pub mod connections;
pub mod data_dir;
pub mod db;
pub mod deletions;
pub mod fault;
pub mod files;
pub mod form;
pub mod geojson;
pub mod geopackage;
pub mod given;
pub mod guessing;
pub mod keys;
pub mod limits;
pub mod log;
pub mod names;
pub mod pace;
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
pub mod typed;
pub mod web;

pub use app::App;
pub use db::{Db, DbError, Row, Tx};
pub use deletions::{Deletions, DeletionsError, Erased};
pub use fault::Fault;
pub use files::FilesError;
pub use problem::{FieldError, Problem, Refusal};
pub use typed::Typed;
