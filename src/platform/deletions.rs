//! What was deleted, by number only, in a file of its own: after a restore it is deleted again.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::private;

/// The name of the file in the data directory. It is copied off the machine more often than a backup is made.
pub const FILE: &str = "gone.log";

/// One thing that was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Erased {
    /// A pin: join code and id.
    Pin(String, String),
    /// A photo: its id.
    Photo(String),
    /// What a photo showed before somebody was made unrecognisable on it: its id, and the content that is no more.
    Picture(String, String),
    /// A photo walk: join code and id.
    Walk(String, String),
    /// An answer to what was laid before residents: join code and id.
    Answer(String, String),
}

impl Erased {
    fn line(&self) -> String {
        match self {
            Self::Pin(code, id) => format!("pin {code} {id}\n"),
            Self::Photo(id) => format!("photo {id}\n"),
            Self::Picture(id, content) => format!("picture {id} {content}\n"),
            Self::Walk(code, id) => format!("walk {code} {id}\n"),
            Self::Answer(code, id) => format!("answer {code} {id}\n"),
        }
    }

    /// Reads a line of the file; nothing where it is none (a power cut may leave half of the last).
    pub fn read(line: &str) -> Option<Self> {
        let is_id = |text: &str| Uuid::try_parse(text).is_ok();
        let is_hash = |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["pin", code, id] if is_id(id) => Some(Self::Pin(code.to_owned(), id.to_owned())),
            ["walk", code, id] if is_id(id) => Some(Self::Walk(code.to_owned(), id.to_owned())),
            ["answer", code, id] if is_id(id) => Some(Self::Answer(code.to_owned(), id.to_owned())),
            ["photo", id] if is_id(id) => Some(Self::Photo(id.to_owned())),
            ["picture", id, content] if is_id(id) && is_hash(content) => {
                Some(Self::Picture(id.to_owned(), content.to_owned()))
            }
            _ => None,
        }
    }
}

/// The file, to write in.
#[derive(Clone)]
pub struct Deletions(Arc<PathBuf>);

/// The file cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("gone.log kan niet worden geschreven: {0}")]
pub struct DeletionsError(#[from] std::io::Error);

impl Deletions {
    /// The file in this data directory.
    pub fn in_folder(data_dir: &Path) -> Self {
        Self(Arc::new(data_dir.join(FILE)))
    }

    /// Writes a line; returns when it is on disk. Called before the deletion is committed: a line too many deletes
    /// again what somebody wanted deleted, a line too few would bring it back.
    ///
    /// # Errors
    /// What the system says: then nothing is deleted, and whoever asked for it is told.
    pub async fn write(&self, erased: &Erased) -> Result<(), DeletionsError> {
        let (file, line) = (self.0.clone(), erased.line());
        let writing = tokio::task::spawn_blocking(move || {
            let mut file = private::make_file(&file)?;
            file.write_all(line.as_bytes())?;
            file.sync_data()
        });
        writing.await.map_err(std::io::Error::other)??;
        Ok(())
    }

    /// Everything that stands in the file, oldest first; nothing where there is none yet.
    ///
    /// # Errors
    /// What the system says.
    pub async fn all(&self) -> Result<Vec<Erased>, DeletionsError> {
        let file = self.0.clone();
        let reading = tokio::task::spawn_blocking(move || match std::fs::read_to_string(&*file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
            read => read,
        });
        let lines = reading.await.map_err(std::io::Error::other)??;
        Ok(lines.lines().filter_map(Erased::read).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Erased;

    #[test]
    fn what_is_written_is_read_again_and_half_a_line_is_nothing() {
        let id = "6f1f7a0e-8f2b-4c53-9a55-0d4b7a1f2c3d";
        let content = "c0ffee00".repeat(8);
        let (code, own) = ("ACDEFG".to_owned(), id.to_owned());
        for erased in [
            Erased::Pin(code.clone(), own.clone()),
            Erased::Walk(code.clone(), own.clone()),
            Erased::Answer(code, own.clone()),
            Erased::Photo(own.clone()),
            Erased::Picture(own, content.clone()),
        ] {
            assert_eq!(Erased::read(&erased.line()), Some(erased));
        }
        assert_eq!(Erased::read("pin ACDEFG 6f1f7a0e-8f2b"), None);
        assert_eq!(Erased::read(&format!("picture {id} {}", &content[1..])), None);
        assert_eq!(Erased::read(""), None);
    }
}
