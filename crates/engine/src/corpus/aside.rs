//! What is kept outside the corpus: drafts that wait for approval, and removed articles that can be
//! restored.
//!
//! Each is in a file or folder named by a number, so a button can refer to it even after a restart.
//! This module must not know who approves.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crate::durable;

use super::Corpus;
use super::shelf::ShelfError;
use super::submission::Submission;

/// How long a draft waits for approval.
const MAX_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// The folder of drafts and removed articles.
#[derive(Debug, Clone)]
pub struct Aside {
    folder: PathBuf,
}

fn io(what: &'static str) -> impl FnOnce(std::io::Error) -> ShelfError {
    move |source| ShelfError::Io { what, source }
}

impl Aside {
    /// The folder is created on first use.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn drafts(&self) -> PathBuf {
        self.folder.join("drafts")
    }

    fn draft(&self, id: u64) -> PathBuf {
        self.drafts().join(format!("{id:016x}.md"))
    }

    fn removed(&self, id: u64) -> PathBuf {
        self.folder.join("removed").join(format!("{id:016x}"))
    }

    /// Keeps a draft under a number, and removes drafts that have waited too long.
    ///
    /// # Errors
    /// [`ShelfError::Io`] if the file cannot be written.
    pub fn keep_draft(&self, id: u64, submission: &Submission) -> Result<(), ShelfError> {
        fs::create_dir_all(self.drafts()).map_err(io("making a folder"))?;
        self.drop_old_drafts();
        durable::write(&self.draft(id), submission.text.as_bytes()).map_err(io("writing"))
    }

    fn drop_old_drafts(&self) {
        let Ok(files) = fs::read_dir(self.drafts()) else {
            return;
        };
        let is_old = |changed: SystemTime| changed.elapsed().is_ok_and(|age| age > MAX_WAIT);
        for file in files.filter_map(Result::ok) {
            let changed = file.metadata().and_then(|it| it.modified());
            if changed.is_ok_and(is_old) {
                // If it cannot be removed now, the next call tries again.
                let _ = fs::remove_file(file.path());
            }
        }
    }

    /// Reads the draft with this number.
    ///
    /// # Errors
    /// [`ShelfError::Gone`] if there is none; [`ShelfError::Io`] or [`ShelfError::Refused`] if it
    /// cannot be read.
    pub fn read_draft(&self, id: u64) -> Result<Submission, ShelfError> {
        let text = match fs::read_to_string(self.draft(id)) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(ShelfError::Gone),
            Err(error) => return Err(io("reading")(error)),
        };
        Ok(Submission::written(text)?)
    }

    /// Removes the draft with this number, if there is one.
    pub fn drop_draft(&self, id: u64) {
        let _ = fs::remove_file(self.draft(id));
    }

    /// Moves an article out of the corpus, to be restored by its number.
    ///
    /// # Errors
    /// [`ShelfError::NotThere`] or [`ShelfError::OutOfReach`] if the path names no article,
    /// [`ShelfError::Io`] if it cannot be moved; it then remains in the corpus.
    pub fn remove(&self, corpus: &Corpus, path: &str, id: u64) -> Result<(), ShelfError> {
        corpus.bytes_of(path)?;
        let folder = self.removed(id);
        fs::create_dir_all(&folder).map_err(io("making a folder"))?;
        // The path is recorded before the article moves.
        durable::write(&folder.join("path"), path.as_bytes()).map_err(io("writing"))?;
        corpus.remove(path, &folder.join("article"))
    }

    /// The number and path of the article removed last, among those whose path is wanted.
    #[must_use]
    pub fn last_removed(&self, is_wanted: impl Fn(&str) -> bool) -> Option<(u64, String)> {
        let folders = fs::read_dir(self.folder.join("removed")).ok()?;
        let found = folders.filter_map(Result::ok).filter_map(|folder| {
            let id = u64::from_str_radix(folder.file_name().to_str()?, 16).ok()?;
            let path = fs::read_to_string(folder.path().join("path")).ok()?;
            let removed = fs::metadata(folder.path().join("article")).ok()?;
            let at = folder.metadata().and_then(|it| it.modified()).ok()?;
            (removed.is_file() && is_wanted(&path)).then_some((at, id, path))
        });
        found.max().map(|(_, id, path)| (id, path))
    }

    /// Puts an article back in its place and returns its path.
    ///
    /// # Errors
    /// [`ShelfError::Gone`] if there is none with this number, [`ShelfError::Taken`] if another
    /// article is in its place now, [`ShelfError::Io`] if it cannot be read or written.
    pub fn restore(&self, corpus: &Corpus, id: u64) -> Result<String, ShelfError> {
        let folder = self.removed(id);
        let read = || {
            let path = fs::read_to_string(folder.join("path"))?;
            std::io::Result::Ok((path, fs::read(folder.join("article"))?))
        };
        let (path, bytes) = match read() {
            Ok(found) => found,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(ShelfError::Gone),
            Err(error) => return Err(io("reading")(error)),
        };
        corpus.put_back(&path, &bytes)?;
        // The article is back in the corpus; this is only a copy.
        let _ = fs::remove_dir_all(&folder);
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_draft_waits_until_it_is_dropped() {
        let folder = TempDir::new().unwrap();
        let aside = Aside::new(folder.path().join("later"));
        let submission = Submission::written("# Tea\n\nHot.\n".to_owned()).unwrap();
        aside.keep_draft(7, &submission).unwrap();
        assert_eq!(aside.read_draft(7).unwrap().text, submission.text);
        aside.drop_draft(7);
        assert!(matches!(aside.read_draft(7), Err(ShelfError::Gone)));
    }

    #[test]
    fn a_removed_article_can_be_restored_once() {
        let folder = TempDir::new().unwrap();
        let articles = folder.path().join("articles");
        fs::create_dir_all(articles.join("hot")).unwrap();
        fs::write(articles.join("hot/tea.md"), "# Tea\n\nHot.\n").unwrap();
        let corpus = Corpus::new(&articles, 1_000);
        let aside = Aside::new(folder.path().join("aside"));
        assert!(aside.remove(&corpus, "milk.md", 1).is_err());
        aside.remove(&corpus, "hot/tea.md", 2).unwrap();
        assert!(!articles.join("hot/tea.md").try_exists().unwrap());
        assert_eq!(aside.restore(&corpus, 2).unwrap(), "hot/tea.md");
        assert!(articles.join("hot/tea.md").try_exists().unwrap());
        assert!(matches!(aside.restore(&corpus, 2), Err(ShelfError::Gone)));
    }
}
