//! The index's own files, as JSON.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::durable;

use super::IndexError;

/// Writes a file, complete or not at all.
pub(super) fn write(path: &Path, value: &impl Serialize) -> Result<(), IndexError> {
    serde_json::to_vec(value)
        .map_err(Into::into)
        .and_then(|bytes| durable::write_private(path, &bytes))
        .map_err(IndexError::io("cannot write", path))
}

/// `None` when there is no such file.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, IndexError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(IndexError::io("cannot read", path)(error)),
    };
    serde_json::from_slice(&bytes)
        .map(Some)
        .map_err(|error| IndexError::Damaged {
            path: path.to_owned(),
            problem: error.to_string(),
        })
}
