//! The parts of a plattegrond as they are kept and sent: packed with brotli.

use std::io::{Read as _, Write as _};

use super::{AreaError, Plattegrond};

/// Brotli's best: a plattegrond is made once and sent often.
const QUALITY: i32 = 11;

pub(super) fn pack(bytes: &[u8]) -> Result<Vec<u8>, AreaError> {
    let params = brotli::enc::BrotliEncoderParams { quality: QUALITY, ..Default::default() };
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
