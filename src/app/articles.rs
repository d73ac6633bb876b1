//! Changing the corpus: adding an article after a look at it, removing one and having it back, and
//! changing what is said about one.
//!
//! One change at a time. What waits for a yes and what was removed stands in files, so that a
//! restart loses nothing.

use std::sync::Arc;

use jiff::Timestamp;

use crate::fetch::{FetchError, Fetched, Version};
use lodestar_engine::article::Trust;
use lodestar_engine::corpus::{Origin, Received, ShelfError, Submission};

use super::catalogue::Summary;
use super::{App, Hold, Inner, PublishError, ReindexError, article_key};

/// How often a change is released anew because another reindex came in between.
const ATTEMPTS: u32 = 3;

/// Why the corpus was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The article, its file or its path is at fault; the words say how.
    #[error(transparent)]
    Refused(#[from] ShelfError),
    /// The address is at fault.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// There is nothing at the address.
    #[error("there is nothing at this address (the server answers {0})")]
    Nothing(u16),
    /// It is in the corpus already.
    #[error("this is in the corpus already: {path}")]
    Known { path: String },
    #[error("changing the corpus broke off")]
    Broken(#[from] tokio::task::JoinError),
    #[error("the corpus cannot be read")]
    Corpus(#[source] anyhow::Error),
}

/// An article that waits for a yes.
#[derive(Debug, Clone)]
pub struct Pending {
    /// By which to say yes or no.
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

/// What is to be said about an article from now on; `None` leaves it as it is.
#[derive(Debug, Clone, Default)]
pub struct Description {
    pub title: Option<String>,
    /// None of them removes all.
    pub tags: Option<Vec<String>>,
    pub trust: Option<Trust>,
}

impl App {
    /// Reads an uploaded file and lets it wait for a yes. `by` is who adds it, for people.
    ///
    /// # Errors
    /// Why it cannot be added.
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

    /// Reads a page of the web and lets it wait for a yes.
    ///
    /// # Errors
    /// Why it cannot be added.
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

    /// Adds an article that waits. Said twice, it is added once.
    ///
    /// # Errors
    /// [`ShelfError::Gone`] when nothing waits under that number.
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

    /// Forgets an article that waits.
    pub async fn decline(&self, id: u64) {
        let dropped = self.change(move |inner| {
            inner.aside.drop_draft(id);
            Ok(())
        });
        if let Err(error) = dropped.await {
            tracing::warn!(%error, "an article that was declined still waits");
        }
    }

    /// Removes the article with this key and returns the number under which it can be had back.
    ///
    /// # Errors
    /// [`ShelfError::Gone`] when there is none any more.
    pub async fn remove_article(&self, key: u64) -> Result<(u64, String), ChangeError> {
        self.change(move |inner| {
            let files = inner.engine.corpus().scan().map_err(ShelfError::from)?;
            let paths = files.files.into_iter().map(|it| it.path);
            let mut paths = paths.chain(files.skipped.into_iter().map(|it| it.path));
            let path = paths.find(|path| article_key(path) == key);
            let Some(path) = path else {
                // Somebody may have said it twice, the first time in vain.
                let gone = inner.aside.last_removed(|path| article_key(path) == key);
                return Ok(gone.ok_or(ShelfError::Gone)?);
            };
            let id = random();
            inner.aside.remove(inner.engine.corpus(), &path, id)?;
            Ok((id, path))
        })
        .await
    }

    /// Puts an article back that was removed, and returns its path.
    ///
    /// # Errors
    /// When it is not there any more, or another one stands where it stood.
    pub async fn restore_article(&self, id: u64) -> Result<String, ChangeError> {
        self.change(move |inner| Ok(inner.aside.restore(inner.engine.corpus(), id)?))
            .await
    }

    /// Changes what is said about an article in its file.
    ///
    /// # Errors
    /// When its file cannot be changed; nothing was.
    pub async fn describe_article(
        &self,
        path: &str,
        description: Description,
    ) -> Result<(), ChangeError> {
        let path = path.to_owned();
        self.change(move |inner| Ok(inner.describe(&path, &description)?))
            .await
    }

    /// Releases a change, once a reindex that runs already has ended. Why it waits for somebody's
    /// word, if it does.
    ///
    /// # Errors
    /// When the build failed, or the program is stopping; the articles stay changed.
    pub async fn refresh(&self, by: &str) -> anyhow::Result<Option<Hold>> {
        let _turn = self.inner.refreshing.lock().await;
        let mut attempt = 1;
        loop {
            let release = match self.prepare(by) {
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
                // Another reindex came in between, and may not hold all of this.
                Err(PublishError::Busy(_) | PublishError::Gone) if attempt < ATTEMPTS => {
                    attempt += 1;
                    self.inner.running.over().await;
                }
                done => return Ok(done?),
            }
        }
    }

    /// Does a change on a thread of its own, after the one before.
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
    /// As keys of a front matter with their values.
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

    /// Refuses what is in the corpus already: the same address, or the same text.
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

/// A number that nobody guesses.
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
