//! One writer per folder, across processes.
//!
//! The operating system releases the lock when its process ends, however it ends; a stale file
//! never blocks anybody.

use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::Path;

use super::IndexError;

/// Releases the lock on drop.
#[derive(Debug)]
pub(super) struct WriterLock {
    _file: File,
}

/// The process that holds a lock, if it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockHolder {
    process: Option<u32>,
}

impl fmt::Display for LockHolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.process {
            Some(id) => write!(f, " (process {id})"),
            None => Ok(()),
        }
    }
}

impl WriterLock {
    pub(super) fn take(dir: &Path) -> Result<Self, IndexError> {
        let path = dir.join("writer.lock");
        let mut file = OpenOptions::new()
            .create(true)
            .read(true)
            .write(true)
            .truncate(false)
            .open(&path)
            .map_err(IndexError::io("cannot open", &path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let written = fs::read_to_string(&path).unwrap_or_default();
                let holder = LockHolder {
                    process: written.trim().parse().ok(),
                };
                return Err(IndexError::Locked {
                    dir: dir.to_owned(),
                    holder,
                });
            }
            Err(TryLockError::Error(error)) => {
                return Err(IndexError::io("cannot lock", &path)(error));
            }
        }
        // For error messages only: the lock works without it.
        let _ = file
            .set_len(0)
            .and_then(|()| writeln!(file, "{}", std::process::id()));
        Ok(Self { _file: file })
    }
}
