//! Why the index could not be used.

use std::path::{Path, PathBuf};

use super::lock::LockHolder;

/// An error of the index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Another process is building in this folder.
    #[error("another process is indexing into {}{}; wait until it has finished", .dir.display(), .holder)]
    Locked { dir: PathBuf, holder: LockHolder },
    /// The disk is full.
    #[error("no space left on the disk that holds {}; free some and try again", .path.display())]
    Full { path: PathBuf },
    #[error("{doing} {}: {source}", .path.display())]
    Io {
        doing: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    /// A file of the index is not as it was written.
    #[error("{} is damaged ({problem}); delete that file, or the gen- folder it is in, and index again", .path.display())]
    Damaged { path: PathBuf, problem: String },
    /// The build's [`Watcher`](super::Watcher) ended it.
    #[error("the build was cancelled")]
    Cancelled,
    #[error("the search engine failed: {0}")]
    Engine(#[from] tantivy::TantivyError),
}

impl IndexError {
    /// An error of reading tantivy's files.
    pub(super) fn engine_io(source: std::io::Error) -> Self {
        Self::Engine(source.into())
    }

    /// An error at a path; `doing` says what failed: "cannot read".
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| {
            let path = path.to_owned();
            if is_full(&source) {
                Self::Full { path }
            } else {
                Self::Io {
                    doing,
                    path,
                    source,
                }
            }
        }
    }

    /// Names the folder in an error about a full disk, which tantivy reports without one.
    pub(super) fn writing_into(self, dir: &Path) -> Self {
        match self {
            Self::Engine(error) if reports_full_disk(&error) => Self::Full {
                path: dir.to_owned(),
            },
            other => other,
        }
    }
}

fn is_full(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(
        error.kind(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded
    )
}

/// The end of the system's error message for a full disk: `ENOSPC`, or on Windows
/// `ERROR_DISK_FULL`. Some of tantivy's threads pass on nothing but the message.
const DISK_FULL: &str = if cfg!(windows) {
    "(os error 112)"
} else {
    "(os error 28)"
};

fn reports_full_disk(error: &tantivy::TantivyError) -> bool {
    use tantivy::TantivyError;
    use tantivy::directory::error::{LockError, OpenWriteError};
    match error {
        TantivyError::IoError(error)
        | TantivyError::OpenWriteError(OpenWriteError::IoError {
            io_error: error, ..
        })
        | TantivyError::LockFailure(LockError::IoError(error), _) => is_full(error),
        TantivyError::InternalError(text)
        | TantivyError::ErrorInThread(text)
        | TantivyError::SystemError(text) => text.contains(DISK_FULL),
        _ => false,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::sync::Arc;

    use tantivy::TantivyError;
    use tantivy::directory::error::{LockError, OpenWriteError};

    use super::*;

    #[test]
    fn an_error_about_a_full_disk_names_the_folder() {
        let full = || Error::from(ErrorKind::StorageFull);
        let shared = || Arc::new(full());
        let folder = PathBuf::from("/srv/index");
        let expected = "no space left on the disk that holds /srv/index; free some and try again";
        for engine in [
            TantivyError::from(full()),
            OpenWriteError::wrap_io_error(full(), PathBuf::from("0.store")).into(),
            TantivyError::LockFailure(LockError::IoError(shared()), None),
            // What a full disk makes tantivy report while it compresses stored fields.
            TantivyError::InternalError("No space left on device (os error 28)".to_owned()),
        ] {
            let error = IndexError::from(engine).writing_into(&folder);
            assert_eq!(error.to_string(), expected);
        }
        assert_eq!(
            IndexError::io("cannot write", &folder)(full()).to_string(),
            expected
        );

        let other = IndexError::from(TantivyError::from(Error::from(ErrorKind::NotFound)));
        let other = other.writing_into(&folder).to_string();
        assert!(other.starts_with("the search engine failed"), "{other}");
    }
}
