//! Changing the corpus: adding an article after a preview, removing and restoring one, and editing
//! its description.
//!
//! Changes run one at a time. Drafts and removed articles are kept in files, so that a restart
//! loses nothing.

use std::sync::Arc;

use jiff::Timestamp;

use crate::fetch::{FetchError, Fetched, Version};
use lodestar_engine::article::Trust;
use lodestar_engine::corpus::{Origin, Received, ShelfError, Submission};

use super::catalogue::Summary;
use super::{App, Hold, Inner, PublishError, ReindexError, article_key};

/// How often releasing a change is tried when another reindex gets in between.
const ATTEMPTS: u32 = 3;

/// Why the corpus was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The article, its file or its path is at fault; the message says how.
    #[error(transparent)]
    Refused(#[from] ShelfError),
    /// The address is at fault.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// The address has no page.
    #[error("there is nothing at this address (the server answers {0})")]
    Nothing(u16),
    /// The corpus already has it.
    #[error("this is in the corpus already: {path}")]
    Known { path: String },
    #[error("changing the corpus broke off")]
    Broken(#[from] tokio::task::JoinError),
    #[error("the corpus cannot be read")]
    Corpus(#[source] anyhow::Error),
}

/// An article waiting to be accepted.
#[derive(Debug, Clone)]
pub struct Pending {
    /// Passed to [`App::accept`] or [`App::decline`].
    pub id: u64,
    pub summary: Summary,
}

/// An article that was added.
#[derive(Debug, Clone)]
pub struct Added {
    pub path: String,
    pub title: String,
}

/// A file that somebody wants to add.
#[derive(Debug, Clone)]
pub struct Upload {
    pub name: String,
    pub content_type: Option<String>,
    pub bytes: Vec<u8>,
}

/// The new description of an article; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct Description {
    pub title: Option<String>,
    /// An empty list removes all tags.
    pub tags: Option<Vec<String>>,
    pub trust: Option<Trust>,
}

impl App {
    /// Reads an uploaded file and keeps it as a draft until it is accepted. `by` names who adds it,
    /// as shown to people.
    ///
    /// # Errors
    /// [`ChangeError::Refused`] if the file is not a valid article, [`ChangeError::Known`] if the
    /// corpus already has it; also when the corpus cannot be read or the draft cannot be written.
    pub async fn submit_file(&self, file: Upload, by: &str) -> Result<Pending, ChangeError> {
        let origin = Origin {
            by: by.to_owned(),
            at: Timestamp::now(),
            from: file.name.clone(),
        };
        self.submit(move || {
            let received = Received {
                name: &file.name,
                content_type: file.content_type.as_deref(),
                url: None,
                bytes: &file.bytes,
            };
            Submission::read(received, &origin)
        })
        .await
    }

    /// Reads a web page and keeps it as a draft until it is accepted.
    ///
    /// # Errors
    /// [`ChangeError::Fetch`] or [`ChangeError::Nothing`] if the page cannot be fetched; otherwise
    /// as for [`Self::submit_file`].
    pub async fn submit_address(&self, address: &str, by: &str) -> Result<Pending, ChangeError> {
        let fetched = self.inner.fetcher.get(address, &Version::default()).await?;
        let page = match fetched {
            Fetched::Page(page) => page,
            Fetched::Gone(status) => return Err(ChangeError::Nothing(status)),
            Fetched::Unchanged => return Err(ChangeError::Nothing(304)),
        };
        let origin = Origin {
            by: by.to_owned(),
            at: Timestamp::now(),
            from: page.url.clone(),
        };
        self.submit(move || {
            let path = page.url.split(['?', '#']).next().unwrap_or_default();
            let received = Received {
                name: path.rsplit('/').next().unwrap_or_default(),
                content_type: page.content_type.as_deref(),
                url: Some(&page.url),
                bytes: &page.bytes,
            };
            Submission::read(received, &origin)
        })
        .await
    }

    async fn submit(
        &self,
        read: impl FnOnce() -> Result<Submission, lodestar_engine::corpus::SkipReason> + Send + 'static,
    ) -> Result<Pending, ChangeError> {
        self.change(move |inner| {
            let submission = read().map_err(ShelfError::from)?;
            let fits = inner.engine.corpus().check_size(&submission.text);
            fits.map_err(ShelfError::from)?;
            let summary = Summary::of(&submission.article, &submission.text);
            inner.refuse_known(&summary)?;
            let id = random();
            inner.aside.keep_draft(id, &submission)?;
            Ok(Pending { id, summary })
        })
        .await
    }

    /// Adds a waiting article. Accepting it twice adds it once.
    ///
    /// # Errors
    /// [`ShelfError::Gone`] when no draft has that number.
    pub async fn accept(&self, id: u64) -> Result<Added, ChangeError> {
        self.change(move |inner| {
            let submission = inner.aside.read_draft(id)?;
            let title = submission.article.source.title;
            let path = inner.engine.corpus().add(&title, &submission.text)?;
            inner.aside.drop_draft(id);
            Ok(Added { path, title })
        })
        .await
    }

    /// Drops a waiting article.
    pub async fn decline(&self, id: u64) {
        let dropped = self.change(move |inner| {
            inner.aside.drop_draft(id);
            Ok(())
        });
        if let Err(error) = dropped.await {
            tracing::warn!(%error, "an article that was declined still waits");
        }
    }

    /// Removes the article with this key and returns the number for [`Self::restore_article`], and
    /// its path.
    ///
    /// # Errors
    /// [`ShelfError::Gone`] when there is no such article any more.
    pub async fn remove_article(&self, key: u64) -> Result<(u64, String), ChangeError> {
        self.change(move |inner| {
            let files = inner.engine.corpus().scan().map_err(ShelfError::from)?;
            let paths = files.files.into_iter().map(|it| it.path);
            let mut paths = paths.chain(files.skipped.into_iter().map(|it| it.path));
            let path = paths.find(|path| article_key(path) == key);
            let Some(path) = path else {
                // It may be a second press of the button after a first one whose reply was lost.
                let gone = inner.aside.last_removed(|path| article_key(path) == key);
                return Ok(gone.ok_or(ShelfError::Gone)?);
            };
            let id = random();
            inner.aside.remove(inner.engine.corpus(), &path, id)?;
            Ok((id, path))
        })
        .await
    }

    /// Restores a removed article and returns its path.
    ///
    /// # Errors
    /// When the removed article is gone, or another one has taken its path.
    pub async fn restore_article(&self, id: u64) -> Result<String, ChangeError> {
        self.change(move |inner| Ok(inner.aside.restore(inner.engine.corpus(), id)?))
            .await
    }

    /// Changes the description of an article in its file.
    ///
    /// # Errors
    /// When its file cannot be changed; it then stays as it was.
    pub async fn describe_article(
        &self,
        path: &str,
        description: Description,
    ) -> Result<(), ChangeError> {
        let path = path.to_owned();
        self.change(move |inner| Ok(inner.describe(&path, &description)?))
            .await
    }

    /// Releases a change once any running reindex has ended. Returns why the release waits for a
    /// decision, if it does.
    ///
    /// # Errors
    /// When the build fails or the program is stopping; the articles stay changed.
    pub async fn refresh(&self, by: &str) -> anyhow::Result<Option<Hold>> {
        let _turn = self.inner.refreshing.lock().await;
        let mut attempt = 1;
        loop {
            let release = match self.stage(by) {
                Ok(run) => run.outcome().await?,
                Err(error @ ReindexError::Stopping) => return Err(error.into()),
                Err(ReindexError::Busy(_)) => {
                    self.inner.running.over().await;
                    continue;
                }
            };
            if !release.built {
                return Ok(None);
            }
            match self.publish_by_rule(&release).await {
                // Another reindex came in between and may have missed part of this change.
                Err(PublishError::Busy(_) | PublishError::Gone) if attempt < ATTEMPTS => {
                    attempt += 1;
                    self.inner.running.over().await;
                }
                done => return Ok(done?),
            }
        }
    }

    /// Makes a change on its own thread, after any earlier change.
    pub(super) async fn change<T: Send + 'static>(
        &self,
        change: impl FnOnce(&Inner) -> Result<T, ChangeError> + Send + 'static,
    ) -> Result<T, ChangeError> {
        let turn = Arc::clone(&self.inner.changes).lock_owned().await;
        let inner = Arc::clone(&self.inner);
        let work = move || {
            let _turn = turn;
            change(&inner)
        };
        self.inner.tasks.spawn_blocking(work).await?
    }
}

impl Description {
    /// The changes as front matter keys with their values.
    pub(super) fn changes(&self) -> Vec<(&'static str, Option<String>)> {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let mut changes = Vec::new();
        if let Some(title) = &self.title {
            changes.push(("title", Some(quoted(title))));
        }
        if let Some(tags) = &self.tags {
            let list: Vec<String> = tags.iter().map(|tag| quoted(tag)).collect();
            let list = (!list.is_empty()).then(|| format!("[{}]", list.join(", ")));
            changes.push(("tags", list));
        }
        if let Some(trust) = self.trust {
            let word = match trust {
                Trust::Low => "low",
                Trust::Normal => "normal",
                Trust::High => "high",
            };
            changes.push(("trust", Some(word.to_owned())));
        }
        changes
    }
}

impl Inner {
    fn describe(&self, path: &str, new: &Description) -> Result<(), ShelfError> {
        let changes = new.changes();
        if changes.is_empty() {
            return Ok(());
        }
        self.engine.corpus().describe(path, &changes)
    }

    /// Refuses an article whose address or text is already in the corpus.
    fn refuse_known(&self, new: &Summary) -> Result<(), ChangeError> {
        let listed = self.catalogue.list(self.engine.corpus());
        for (path, read) in listed.map_err(ChangeError::Corpus)? {
            let Ok(known) = read else { continue };
            let same_url = known.source.url.is_some() && known.source.url == new.source.url;
            if same_url || known.text == new.text {
                return Err(ChangeError::Known { path });
            }
        }
        Ok(())
    }
}

/// A number that nobody can guess.
pub(super) fn random() -> u64 {
    let mut bytes = [0; 8];
    match getrandom::fill(&mut bytes) {
        Ok(()) => u64::from_le_bytes(bytes),
        Err(error) => {
            tracing::debug!(%error, "the system gives no random numbers; the clock does");
            Timestamp::now().as_microsecond().cast_unsigned()
        }
    }
}

#[cfg(test)]
mod tests;
