//! What somebody wants to bring in: a file, how to read it and what it means.

use std::path::PathBuf;

use super::read::Options;
use super::{About, Meaning};

/// What somebody wants to bring in.
#[derive(Debug, Clone)]
pub struct Request {
    /// Where the file is.
    pub path: PathBuf,
    /// What it is called.
    pub file_name: String,
    /// How to read it.
    pub options: Options,
    /// For this traject only, or for all.
    pub traject: Option<String>,
    /// What holds for all of it.
    pub about: About,
    /// The columns to keep and what they mean; every column with figures where nobody chose.
    pub meanings: Option<Vec<Meaning>>,
}
