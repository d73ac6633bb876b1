//! Adds articles to the corpus folder, changes and removes them; each file is written completely or
//! not at all.
//!
//! File names are made here, from letters and digits only, so that no title leads elsewhere; and a
//! path from outside is used only if it names a file in the folder. This module must not know who
//! asks for a change.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use thiserror::Error;

use crate::durable;

use super::Corpus;
use super::CorpusError;
use super::format::Format;
use super::front_matter::edit;
use super::name::file_name;
use super::skipped::SkipReason;

/// Most articles with the same name.
const MAX_NAMESAKES: u32 = 1_000;

/// Why the folder was not changed.
#[derive(Debug, Error)]
pub enum ShelfError {
    #[error("there is no article {path}")]
    NotThere { path: String },
    #[error("{path} does not name an article in the corpus")]
    OutOfReach { path: String },
    #[error("there is another article at {path} now")]
    Taken { path: String },
    #[error("there are too many articles called {name}")]
    TooManyNamesakes { name: String },
    #[error("only Markdown and text files can be changed from here, not {path}")]
    NotEditable { path: String },
    #[error("it is no longer there")]
    Gone,
    #[error(transparent)]
    Refused(#[from] SkipReason),
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    #[error("{what} failed: {source}")]
    Io {
        what: &'static str,
        source: std::io::Error,
    },
}

fn io(what: &'static str) -> impl FnOnce(std::io::Error) -> ShelfError {
    move |source| ShelfError::Io { what, source }
}

impl Corpus {
    /// Adds a file named after a title and returns its path. If a file of that name already has the
    /// same text, it counts as added.
    ///
    /// # Errors
    /// [`ShelfError::Refused`] if the text is too large, [`ShelfError::TooManyNamesakes`], or
    /// [`ShelfError::Io`] if it cannot be written; nothing has then changed.
    pub fn add(&self, title: &str, text: &str) -> Result<String, ShelfError> {
        self.check_size(text)?;
        let root = self.open()?;
        let name = file_name(title);
        for number in 1..=MAX_NAMESAKES {
            let path = if number == 1 {
                format!("{name}.md")
            } else {
                format!("{name}-{number}.md")
            };
            match durable::write_new(&root.join(&path), text.as_bytes()) {
                Ok(()) => return Ok(path),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    let there = fs::read(root.join(&path)).map_err(io("reading"))?;
                    if there == text.as_bytes() {
                        return Ok(path);
                    }
                }
                Err(error) => return Err(io("writing")(error)),
            }
        }
        Err(ShelfError::TooManyNamesakes { name })
    }

    /// Writes an article in a folder of the corpus, replacing any of the same name. `described` is
    /// applied to its front matter as in [`Self::describe`].
    ///
    /// # Errors
    /// [`ShelfError::Refused`] if the text is too large or its front matter cannot be edited,
    /// [`ShelfError::OutOfReach`] if the folder leads out of the corpus, [`ShelfError::Io`] if it
    /// cannot be written; the previous article is then unchanged.
    pub fn replace(
        &self,
        folder: &str,
        name: &str,
        text: &str,
        described: &[(&'static str, Option<String>)],
    ) -> Result<String, ShelfError> {
        let text = edit::set(text, described)?;
        self.check_size(&text)?;
        let root = self.open()?;
        let path = format!("{}/{}.md", file_name(folder), file_name(name));
        let location = root.join(&path);
        let parent = location.parent().unwrap_or(&root);
        fs::create_dir_all(parent).map_err(io("making a folder"))?;
        let real = fs::canonicalize(parent).map_err(io("reading"))?;
        if !real.starts_with(&root) {
            return Err(ShelfError::OutOfReach { path });
        }
        durable::write(&location, text.as_bytes()).map_err(io("writing"))?;
        Ok(path)
    }

    /// Moves a file out of the corpus to a location.
    ///
    /// # Errors
    /// [`ShelfError::NotThere`] or [`ShelfError::OutOfReach`] if the path names no article,
    /// [`ShelfError::Io`] if it cannot be moved.
    pub(crate) fn remove(&self, path: &str, to: &Path) -> Result<(), ShelfError> {
        let location = self.locate(path)?;
        fs::rename(&location, to)
            .or_else(|_| {
                // On another file system it is copied first, so that it always exists somewhere.
                durable::write(to, &fs::read(&location)?)?;
                fs::remove_file(&location)
            })
            .map_err(io("moving"))?;
        durable::sync_folder_of(&location).map_err(io("moving"))
    }

    /// Puts a file back in its place.
    ///
    /// # Errors
    /// [`ShelfError::Taken`] if another file is there now, [`ShelfError::OutOfReach`] if the path
    /// leads out of the corpus, [`ShelfError::Io`] if it cannot be written.
    pub(crate) fn put_back(&self, path: &str, bytes: &[u8]) -> Result<(), ShelfError> {
        let root = self.open()?;
        let location = below(&root, path)?;
        if let Some(parent) = location.parent() {
            fs::create_dir_all(parent).map_err(io("making a folder"))?;
            let real = fs::canonicalize(parent).map_err(io("reading"))?;
            if !real.starts_with(&root) {
                return Err(out_of_reach(path));
            }
        }
        match durable::write_new(&location, bytes) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let there = fs::read(&location).map_err(io("reading"))?;
                if there == bytes {
                    Ok(())
                } else {
                    Err(ShelfError::Taken {
                        path: path.to_owned(),
                    })
                }
            }
            Err(error) => Err(io("writing")(error)),
        }
    }

    /// Changes an article's front matter: keys with values in YAML; a key without a value is
    /// removed.
    ///
    /// # Errors
    /// [`ShelfError::NotThere`] or [`ShelfError::OutOfReach`] if the path names no article,
    /// [`ShelfError::NotEditable`] if its format has no front matter, [`ShelfError::Refused`] if
    /// the result could not be read as an article, [`ShelfError::Io`] if it cannot be read or
    /// written; nothing has then changed.
    pub fn describe(
        &self,
        path: &str,
        changes: &[(&'static str, Option<String>)],
    ) -> Result<(), ShelfError> {
        let location = self.locate(path)?;
        let extension = Path::new(path).extension().unwrap_or_default();
        let format = Format::of(&extension.to_string_lossy().to_lowercase());
        let format = format.filter(|it| matches!(it, Format::Markdown | Format::Text));
        let not_editable = || ShelfError::NotEditable {
            path: path.to_owned(),
        };
        let format = format.ok_or_else(not_editable)?;
        let bytes = fs::read(&location).map_err(io("reading"))?;
        if Format::detect(&bytes, format)? != format {
            return Err(not_editable());
        }
        let text = String::from_utf8(bytes).map_err(|error| SkipReason::NotUtf8 {
            offset: error.utf8_error().valid_up_to(),
        })?;
        let changed = edit::set(text.trim_start_matches('\u{feff}'), changes)?;
        format.read(path, changed.as_bytes())?;
        self.check_size(&changed)?;
        durable::write(&location, changed.as_bytes()).map_err(io("writing"))
    }

    /// The bytes of an article's file.
    ///
    /// # Errors
    /// [`ShelfError::NotThere`] or [`ShelfError::OutOfReach`] if the path names no article,
    /// [`ShelfError::Io`] if it cannot be read.
    pub fn bytes_of(&self, path: &str) -> Result<Vec<u8>, ShelfError> {
        fs::read(self.locate(path)?).map_err(io("reading"))
    }

    /// Checks that a text is small enough for an article.
    ///
    /// # Errors
    /// [`SkipReason::TooLarge`] otherwise.
    pub fn check_size(&self, text: &str) -> Result<(), SkipReason> {
        let (bytes, limit) = (text.len() as u64, self.max_file_bytes);
        if bytes > limit {
            return Err(SkipReason::TooLarge { bytes, limit });
        }
        Ok(())
    }

    /// The regular file that a path names.
    fn locate(&self, path: &str) -> Result<PathBuf, ShelfError> {
        let root = self.open()?;
        let location = below(&root, path)?;
        let not_there = || ShelfError::NotThere {
            path: path.to_owned(),
        };
        let real = fs::canonicalize(&location).map_err(|_| not_there())?;
        if !real.starts_with(&root) {
            return Err(out_of_reach(path));
        }
        let metadata = fs::symlink_metadata(&location).map_err(|_| not_there())?;
        if metadata.is_file() {
            Ok(location)
        } else {
            Err(out_of_reach(path))
        }
    }
}

fn out_of_reach(path: &str) -> ShelfError {
    ShelfError::OutOfReach {
        path: path.to_owned(),
    }
}

/// Resolves a path that only descends and passes through nothing hidden.
fn below(root: &Path, path: &str) -> Result<PathBuf, ShelfError> {
    let relative = Path::new(path);
    let is_plain = relative.components().all(|part| match part {
        Component::Normal(name) => !name.to_string_lossy().starts_with('.'),
        _ => false,
    });
    let is_odd = path.is_empty() || path.contains(['\\', '\0', ':']);
    if is_plain && !is_odd {
        Ok(root.join(relative))
    } else {
        Err(out_of_reach(path))
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn corpus() -> (TempDir, Corpus) {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("articles")).unwrap();
        fs::write(folder.path().join("secret.md"), "# Secret\n\nNo.").unwrap();
        let corpus = Corpus::new(folder.path().join("articles"), 10_000);
        (folder, corpus)
    }

    #[test]
    fn another_article_of_the_same_name_stays_and_the_same_one_is_added_once() {
        let (_folder, corpus) = corpus();
        assert_eq!(corpus.add("Tea", "# Tea\n\nHot.").unwrap(), "tea.md");
        assert_eq!(corpus.add("Tea", "# Tea\n\nCold.").unwrap(), "tea-2.md");
        assert_eq!(corpus.add("Tea", "# Tea\n\nHot.").unwrap(), "tea.md");
        let (articles, _) = corpus.read_all().unwrap();
        assert_eq!(articles.len(), 2);
        assert_eq!(fs::read_dir(corpus.root).unwrap().count(), 2);
    }

    #[test]
    fn a_path_leads_to_no_other_file() {
        let (folder, corpus) = corpus();
        let to = folder.path().join("taken");
        let mut paths = vec![
            "../secret.md",
            "/etc/passwd",
            "",
            ".",
            "a/../../secret.md",
            "a\\b.md",
        ];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("../secret.md", corpus.root.join("link.md")).unwrap();
            std::os::unix::fs::symlink("..", corpus.root.join("up")).unwrap();
            paths.extend(["link.md", "up/secret.md"]);
        }
        for path in paths {
            let removed = corpus.remove(path, &to).unwrap_err().to_string();
            assert!(removed.contains("does not name an article"), "{removed}");
            assert!(corpus.describe(path, &[]).is_err(), "{path}");
            assert!(corpus.put_back(path, b"# Evil\n\nText.").is_err(), "{path}");
        }
        let secret = fs::read_to_string(folder.path().join("secret.md")).unwrap();
        assert_eq!(secret, "# Secret\n\nNo.");
    }

    #[test]
    fn a_removed_file_is_put_back_unless_its_place_is_taken() {
        let (folder, corpus) = corpus();
        corpus.add("Tea", "# Tea\n\nHot.").unwrap();
        let taken = folder.path().join("taken");
        corpus.remove("tea.md", &taken).unwrap();
        assert!(corpus.read_all().unwrap().0.is_empty());
        let bytes = fs::read(&taken).unwrap();
        corpus.put_back("tea.md", &bytes).unwrap();
        corpus.put_back("tea.md", &bytes).unwrap();
        assert_eq!(corpus.read_all().unwrap().0.len(), 1);
        let other = corpus.put_back("tea.md", b"# Tea\n\nCold.").unwrap_err();
        assert_eq!(other.to_string(), "there is another article at tea.md now");
    }

    #[test]
    fn front_matter_is_changed_only_if_the_result_can_be_read() {
        let (_folder, corpus) = corpus();
        corpus.add("Tea", "# Tea\n\nHot.").unwrap();
        let high = [("trust", Some("high".to_owned()))];
        corpus.describe("tea.md", &high).unwrap();
        let (articles, _) = corpus.read_all().unwrap();
        assert_eq!(articles[0].source.trust, crate::article::Trust::High);
        assert!(
            corpus
                .describe("tea.md", &[("trust", Some("much".to_owned()))])
                .is_err()
        );
        fs::write(corpus.root.join("page.html"), "<p>Milk is white.</p>").unwrap();
        let page = corpus.describe("page.html", &high).unwrap_err().to_string();
        assert_eq!(
            page,
            "only Markdown and text files can be changed from here, not page.html"
        );
    }

    #[test]
    fn an_article_beyond_the_size_is_refused() {
        let (_folder, corpus) = corpus();
        let told = corpus
            .add("Tea", &"tea ".repeat(5_000))
            .unwrap_err()
            .to_string();
        assert!(told.starts_with("too large: 20000 bytes"), "{told}");
    }
}
