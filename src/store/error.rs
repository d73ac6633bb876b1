//! Errors of the store, worded so that the operator knows what to do.

use std::error::Error as _;
use std::fmt;
use std::io::ErrorKind;

use sqlx::migrate::MigrateError;

/// Why a store operation failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The store cannot be used. The text says what to do.
    #[error("the store {store} {cause} ({detail})")]
    Broken {
        /// The file, or `:memory:`.
        store: String,
        cause: Cause,
        /// What the system said.
        detail: String,
    },
    /// The store failed recently and is not tried again yet.
    #[error("not tried again yet: {reason}")]
    Unavailable {
        /// The earlier error.
        reason: String,
    },
    /// The store works, but this statement failed.
    #[error("the store refused a statement")]
    Statement(#[source] sqlx::Error),
}

impl StoreError {
    /// What is wrong with the store; `None` if it works.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Self::Broken { cause, .. } => Some(*cause),
            Self::Unavailable { .. } | Self::Statement(_) => None,
        }
    }
}

/// What is wrong with a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    Full,
    Busy,
    Damaged,
    ReadOnly,
    CannotOpen,
    Newer,
    Disk,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "has no room left: free space on its disk",
            Self::Busy => "is held by another process: stop that process or wait until it is done",
            Self::Damaged => {
                "is damaged or no database; it was left as it is: stop lodestar, then put a copy \
                 in its place, or move it and the files beside it whose names begin like it \
                 elsewhere to begin with an empty store"
            }
            Self::ReadOnly => {
                "cannot be written to: let the user who runs lodestar write to the file and its \
                 folder"
            }
            Self::CannotOpen => {
                "cannot be opened: check that store.path names a file in a folder that the user \
                 who runs lodestar may write to"
            }
            Self::Newer => {
                "was written by another version of lodestar: run that version, or name another \
                 file in store.path"
            }
            Self::Disk => "cannot be read or written: check its disk",
        })
    }
}

/// The low byte of an `SQLite` result code (<https://www.sqlite.org/rescode.html>).
const PRIMARY_CODE: i64 = 0xff;

impl Cause {
    /// `None` for errors caused by the statement, not the store.
    pub(super) fn of(error: &sqlx::Error) -> Option<Self> {
        match error {
            sqlx::Error::Database(error) => {
                let code: i64 = error.code()?.parse().ok()?;
                Self::of_code(code & PRIMARY_CODE)
            }
            sqlx::Error::Io(error) => Some(match error.kind() {
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
                _ => Self::CannotOpen,
            }),
            sqlx::Error::Migrate(error) => match error.as_ref() {
                MigrateError::VersionMissing(_)
                | MigrateError::VersionMismatch(_)
                | MigrateError::VersionTooNew(..) => Some(Self::Newer),
                MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
                    Self::of(error)
                }
                _ => Some(Self::CannotOpen),
            },
            sqlx::Error::PoolTimedOut => Some(Self::Busy),
            sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => Some(Self::Disk),
            _ => None,
        }
    }

    /// Whether the cause may be somebody else opening the same store at the same time: both create
    /// its tables, and one of them fails.
    pub(super) fn may_be_a_race(error: &sqlx::Error) -> bool {
        let in_migrating = matches!(error, sqlx::Error::Migrate(_));
        match Self::of(error) {
            Some(Self::Busy) => true,
            None => in_migrating,
            Some(_) => false,
        }
    }

    fn of_code(code: i64) -> Option<Self> {
        match code {
            5 | 6 => Some(Self::Busy),
            8 => Some(Self::ReadOnly),
            10 => Some(Self::Disk),
            11 | 26 => Some(Self::Damaged),
            13 => Some(Self::Full),
            14 => Some(Self::CannotOpen),
            _ => None,
        }
    }
}

/// An error and all its sources in one line.
pub(super) fn detail(error: &sqlx::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let more = error.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        source = error.source();
    }
    text
}
