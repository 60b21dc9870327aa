//! The server's secret: participants are kept as a keyed hash, so that nobody who reads the database
//! can tell which tablet's turn a pin came from.

use std::io::Write as _;
use std::path::Path;

use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::clock::Ids;

/// The name of its file in the data directory.
pub(super) const FILE: &str = "secret.key";

/// The secret key. It never leaves the process.
#[derive(Clone)]
pub struct Keys([u8; 32]);

/// The key file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("Het sleutelbestand {place} kan niet worden gebruikt: {cause}. Mag u in deze map schrijven?")]
pub struct KeyError {
    place: String,
    cause: String,
}

impl Keys {
    /// Reads `secret.key` in the data directory, or makes it (readable by its owner only).
    ///
    /// # Errors
    /// When it cannot be read or written, or is not 32 bytes.
    pub fn open(data_dir: &Path, ids: &dyn Ids) -> Result<Self, KeyError> {
        let file = data_dir.join(FILE);
        let failed = |cause: String| KeyError { place: file.display().to_string(), cause };
        if !file.exists() {
            let secret = ids.secret().map_err(|error| failed(error.to_string()))?;
            Self::make(data_dir, &file, &secret).map_err(|error| failed(error.to_string()))?;
        }
        let bytes = std::fs::read(&file).map_err(|error| failed(error.to_string()))?;
        let key = bytes.try_into().map_err(|_| failed("het is geen sleutel van 32 bytes".to_owned()))?;
        Ok(Self(key))
    }

    /// Two programs that start at once end up with the same key: the first to finish wins.
    fn make(folder: &Path, file: &Path, secret: &[u8; 32]) -> std::io::Result<()> {
        let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
        temporary.write_all(secret)?;
        temporary.as_file().sync_all()?;
        match temporary.persist_noclobber(file) {
            Ok(_) => Ok(()),
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error.error),
        }
    }

    /// A participant of one session as the database keeps it. The session is part of it, so that a
    /// participant cannot be followed from one session to another.
    pub fn participant(&self, session: &str, participant: Uuid) -> String {
        self.hash(&[b"participant", session.as_bytes(), participant.as_bytes()])
    }

    /// The voice of a paper table of one session, as the database keeps it where a participant is kept. Nobody from outside can
    /// be it, whatever participant they say they are: it is no participant's hash.
    pub fn paper_table(&self, session: &str, table: u32) -> String {
        self.hash(&[b"paper table", session.as_bytes(), &table.to_be_bytes()])
    }

    /// What a page gets while its session is open: who shows it later was there in time. The same for every device.
    pub fn stamp(&self, session: &str) -> String {
        self.hash(&[b"stamp", session.as_bytes()])
    }

    /// Whether somebody shows the stamp of this session; how long it takes tells nothing of how much of it is right.
    pub fn is_stamp(&self, session: &str, shown: &str) -> bool {
        token_hash(shown) == token_hash(&self.stamp(session))
    }

    /// What was sent, so that the same again is recognised without keeping it.
    pub fn content(&self, parts: &[&[u8]]) -> String {
        let mut all: Vec<&[u8]> = vec![b"content"];
        all.extend(parts);
        self.hash(&all)
    }

    /// An id made from what it stands for: the same each time, and nobody without the key can tell what it was.
    pub fn uuid(&self, parts: &[&[u8]]) -> Uuid {
        let mut all: Vec<&[u8]> = vec![b"uuid"];
        all.extend(parts);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&self.mac(&all)[..16]);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// Bytes made from what they stand for: the same each time, and nobody without the key and all of that can tell them.
    pub fn secret(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut all: Vec<&[u8]> = vec![b"secret"];
        all.extend(parts);
        self.mac(&all)
    }

    fn hash(&self, parts: &[&[u8]]) -> String {
        hex::encode(self.mac(parts))
    }

    fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        // A whole block, filled up with zeros as HMAC itself would: this constructor cannot fail.
        let mut block = [0_u8; 64];
        block[..32].copy_from_slice(&self.0);
        let mut mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new(&block.into());
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// The hash under which a random 256-bit token is kept.
pub fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}
