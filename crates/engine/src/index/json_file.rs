//! Files that are there whole or not at all, whatever happens while they are written.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::IndexError;

/// Replaces a file: written beside it, flushed to disk, then renamed over it.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), IndexError> {
    let dir = path.parent().unwrap_or_else(|| Path::new("."));
    let write = || {
        let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(dir)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        sync_dir(dir)
    };
    write().map_err(IndexError::io("cannot write", path))
}

/// Flushes a folder's entries to disk, so that a rename survives a power cut.
pub(super) fn sync_dir(dir: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()
    } else {
        Ok(())
    }
}

pub(super) fn write_json(path: &Path, value: &impl Serialize) -> Result<(), IndexError> {
    let bytes = serde_json::to_vec(value)
        .map_err(|error| IndexError::io("cannot write", path)(error.into()))?;
    write(path, &bytes)
}

/// `None` when there is no such file.
pub(super) fn read_json<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, IndexError> {
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
