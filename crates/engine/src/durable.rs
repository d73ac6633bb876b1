//! Writes files that are complete or not there at all, whatever happens meanwhile, and that survive
//! a power cut once they are written.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// Begins the names of unfinished files. The corpus skips files whose name begins with a dot, and
/// the index removes leftovers.
pub(crate) const TEMPORARY_PREFIX: &str = ".new-";

/// The permissions of a new file on Unix.
#[derive(Debug, Clone, Copy)]
enum Access {
    Everyone,
    Owner,
}

/// Writes a file in place of any that is there, and keeps that one's permissions. Everyone may read
/// a new one.
///
/// # Errors
/// Any error of creating, writing or renaming the file; the old one then stays as it was. An error
/// of flushing the folder comes after the new file is in place.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, Access::Everyone)
}

/// As [`write()`], but only the owner may read a new file: for files that name people or their
/// questions.
///
/// # Errors
/// As [`write()`].
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes, Access::Owner)
}

fn replace(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let file = write_temporary(path, bytes, access)?;
    if let Ok(metadata) = fs::metadata(path) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.persist(path)?;
    sync_folder_of(path)
}

/// Writes a file that everyone may read, unless there is one.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if there is one; otherwise as [`write()`].
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = write_temporary(path, bytes, Access::Everyone)?;
    file.persist_noclobber(path)?;
    sync_folder_of(path)
}

/// Flushes the entry of a file in its folder, so that creating, renaming or removing it survives a
/// power cut.
pub(crate) fn sync_folder_of(path: &Path) -> io::Result<()> {
    sync_folder(folder_of(path))
}

/// Flushes the entries of a folder.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

/// A flushed file beside `path`.
fn write_temporary(path: &Path, bytes: &[u8], access: Access) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX);
    // Temporary files are private unless they are made otherwise.
    #[cfg(unix)]
    if matches!(access, Access::Everyone) {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    }
    #[cfg(not(unix))]
    let _ = access;
    let mut file = builder.tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        write(&path, b"old").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn a_file_that_must_be_new_replaces_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        write_new(&path, b"first").unwrap();
        let error = write_new(&path, b"second").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(&folder.path().join("missing").join("file"), b"x").is_err());
        fs::create_dir(folder.path().join("taken")).unwrap();
        assert!(write(&folder.path().join("taken"), b"x").is_err());
        assert_eq!(names(folder.path()), ["taken"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_file_keeps_its_permissions_and_a_new_one_is_public_or_private() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        write(&path, b"one").unwrap();
        assert_eq!(mode() & 0o600, 0o600);
        assert_eq!(mode() & !0o644, 0);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(mode(), 0o600);
        fs::remove_file(&path).unwrap();
        write_private(&path, b"three").unwrap();
        assert_eq!(mode(), 0o600);
    }
}
