//! What is kept beside the corpus: articles that wait for somebody's yes, and those that were
//! removed and can come back.
//!
//! Each stands in a file or folder called by a number, so that a button can name it even after a
//! restart.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crate::durable;

use super::Corpus;
use super::shelf::ShelfError;
use super::submission::Submission;

/// How long an article waits for an answer.
const WAITING: Duration = Duration::from_secs(24 * 60 * 60);

/// The folder of what waits and of what was removed.
#[derive(Debug, Clone)]
pub struct Aside {
    folder: PathBuf,
}

fn io(what: &'static str) -> impl FnOnce(std::io::Error) -> ShelfError {
    move |source| ShelfError::Io { what, source }
}

impl Aside {
    /// The folder is made when it is needed.
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

    /// Lets an article wait under a number. Those that have waited too long go.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_draft(&self, id: u64, submission: &Submission) -> Result<(), ShelfError> {
        fs::create_dir_all(self.drafts()).map_err(io("making a folder"))?;
        self.drop_old_drafts();
        durable::write(&self.draft(id), submission.text.as_bytes()).map_err(io("writing"))
    }

    fn drop_old_drafts(&self) {
        let Ok(files) = fs::read_dir(self.drafts()) else {
            return;
        };
        let is_old = |changed: SystemTime| changed.elapsed().is_ok_and(|age| age > WAITING);
        for file in files.filter_map(Result::ok) {
            let changed = file.metadata().and_then(|it| it.modified());
            if changed.is_ok_and(is_old) {
                // What cannot be removed now is tried again the next time.
                let _ = fs::remove_file(file.path());
            }
        }
    }

    /// The article that waits under a number.
    ///
    /// # Errors
    /// [`ShelfError::Gone`] when none does.
    pub fn take_draft(&self, id: u64) -> Result<Submission, ShelfError> {
        let text = match fs::read_to_string(self.draft(id)) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(ShelfError::Gone),
            Err(error) => return Err(io("reading")(error)),
        };
        Ok(Submission::written(text)?)
    }

    /// Forgets what waits under a number; that nothing does is as well.
    pub fn drop_draft(&self, id: u64) {
        let _ = fs::remove_file(self.draft(id));
    }

    /// Takes an article out of the corpus, to be had back under a number.
    ///
    /// # Errors
    /// When there is no such article, or it cannot be moved; it then still stands in the corpus.
    pub fn remove(&self, corpus: &Corpus, path: &str, id: u64) -> Result<(), ShelfError> {
        corpus.bytes_of(path)?;
        let folder = self.removed(id);
        fs::create_dir_all(&folder).map_err(io("making a folder"))?;
        // Before the article moves, it is written down where it stood.
        durable::write(&folder.join("path"), path.as_bytes()).map_err(io("writing"))?;
        corpus.remove(path, &folder.join("article"))
    }

    /// The article that was removed last of those whose path is wanted, with its number.
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

    /// Puts an article back to where it stood, and returns where that is.
    ///
    /// # Errors
    /// [`ShelfError::Gone`] when there is none under that number, [`ShelfError::Taken`] when another
    /// one stands there now.
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
        // It stands in the corpus again; what is left here is only a copy.
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
        assert_eq!(aside.take_draft(7).unwrap().text, submission.text);
        aside.drop_draft(7);
        assert!(matches!(aside.take_draft(7), Err(ShelfError::Gone)));
    }

    #[test]
    fn what_was_removed_comes_back_once() {
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
