//! The parts of a plattegrond as they are kept and sent: packed with brotli.

use std::io::{Read as _, Write as _};

use super::{AreaError, Plattegrond};

/// Brotli's best, for what is made once and sent to each tablet.
const SENT: i32 = 11;
/// For what the server reads itself. The best would make it a quarter smaller in fifty times the time, which is
/// nine tenths of the time of an import.
const KEPT: i32 = 6;

/// Packs what tablets fetch.
pub(super) fn pack(bytes: &[u8]) -> Result<Vec<u8>, AreaError> {
    packed(bytes, SENT)
}

/// Packs what stays at the server, and who asks for it by machine can wait for.
pub(super) fn pack_kept(bytes: &[u8]) -> Result<Vec<u8>, AreaError> {
    packed(bytes, KEPT)
}

fn packed(bytes: &[u8], quality: i32) -> Result<Vec<u8>, AreaError> {
    let params = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    let mut writer = brotli::CompressorWriter::with_params(Vec::new(), 64 * 1024, &params);
    writer.write_all(bytes).map_err(|error| AreaError::Pack(error.to_string()))?;
    Ok(writer.into_inner())
}

pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, AreaError> {
    let mut out = Vec::new();
    brotli::Decompressor::new(bytes, 64 * 1024)
        .read_to_end(&mut out)
        .map_err(|error| AreaError::Pack(error.to_string()))?;
    Ok(out)
}

pub(super) fn read_packed(geojson: &[u8]) -> Result<Plattegrond, AreaError> {
    let text = String::from_utf8(unpack(geojson)?).map_err(|error| AreaError::Pack(error.to_string()))?;
    Ok(Plattegrond::from_geojson(&text)?)
}
