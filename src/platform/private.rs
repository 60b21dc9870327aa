//! What is in the data directory is for its owner only, whatever the machine's usual mask of permissions is.

use std::fs;
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

pub(super) const OWN_FILE: u32 = 0o600;
pub(super) const OWN_FOLDER: u32 = 0o700;

/// Makes a folder that is its owner's only, with what stands above it. One that is there stays as it is.
///
/// # Errors
/// What the system says.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(OWN_FOLDER).create(folder)
}

/// Makes an empty file that is its owner's only, where there is none.
///
/// # Errors
/// What the system says.
pub fn make_file(file: &Path) -> io::Result<fs::File> {
    fs::File::options().create(true).append(true).mode(OWN_FILE).open(file)
}
