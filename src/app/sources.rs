//! Follows places on the web: new pages of a feed, a sitemap or a single page are added to the
//! corpus, changed ones are replaced, and deleted ones are removed.
//!
//! Each source is checked on its own, so that a broken one does not keep others from being
//! followed. The reason for a failure is kept for later callers.

mod listing;
mod memory;
mod pages;
mod robots;

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use tokio::sync::mpsc;

use crate::config::{Source, SourceKind};
use crate::fetch::{Fetched, Page, Version};
use lodestar_engine::article::{ContentHash, Trust};
use lodestar_engine::corpus::{Origin, Received, ShelfError, Submission};

use self::listing::Entry;
use self::memory::{Article, Known, Memory};
use self::pages::Listed;
use self::robots::Robots;
use super::articles::ChangeError;
use super::catalogue::Summary;
use super::{App, Description, Inner, Trigger};

/// The time between two requests, out of courtesy.
const PACE: Duration = Duration::from_secs(1);

/// How often to look for sources that are due.
const TICK: Duration = Duration::from_secs(30);

/// How soon to announce again that there is something to index, if nobody has indexed it.
const AGAIN: Duration = Duration::from_secs(3600);

/// A source and how it fares.
#[derive(Debug, Clone, Serialize)]
pub struct Followed {
    pub name: String,
    pub url: String,
    /// `None` before the first check.
    pub looked_at: Option<Timestamp>,
    /// Why the last check failed, wholly or in part.
    pub failure: Option<String>,
    /// How many articles in the corpus came from it.
    pub articles: usize,
}

/// Numbers of changed articles, by the address of their source.
pub(super) type News = BTreeMap<String, usize>;

/// The `robots.txt` rules of sites, by scheme and host.
type Sites = HashMap<String, Robots>;

/// The sources and what is remembered about them.
#[derive(Debug, Default)]
pub(super) struct Sources {
    list: Vec<Source>,
    file: PathBuf,
    memory: Mutex<Memory>,
    pace: Duration,
}

impl Sources {
    /// `file` is where the state of the sources is kept.
    pub(super) fn new(list: Vec<Source>, file: PathBuf) -> Self {
        let memory = Mutex::new(memory::read(&file));
        Self {
            list,
            file,
            memory,
            pace: PACE,
        }
    }

    pub(super) fn are_none(&self) -> bool {
        self.list.is_empty()
    }

    fn known(&self, source: &Source) -> Known {
        let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.get(&source.url).cloned().unwrap_or_default()
    }

    /// Saves what is known about a source.
    fn remember(&self, source: &Source, known: Known) {
        self.change(|memory| {
            memory.insert(source.url.clone(), known);
        });
    }

    /// Changes in the sources that no index contains yet.
    pub(super) fn news(&self) -> News {
        let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let news = memory.iter().filter(|(_, known)| known.unindexed > 0);
        news.map(|(url, known)| (url.clone(), known.unindexed))
            .collect()
    }

    /// Records that an index now contains these changes. Later ones are still news.
    pub(super) fn are_indexed(&self, news: &News) {
        if news.is_empty() {
            return;
        }
        self.change(|memory| {
            for (url, changes) in news {
                if let Some(known) = memory.get_mut(url) {
                    known.unindexed = known.unindexed.saturating_sub(*changes);
                }
            }
        });
    }

    fn change(&self, change: impl FnOnce(&mut Memory)) {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut memory);
        if let Err(error) = memory::write(&self.file, &memory) {
            tracing::warn!(%error, "what is known about sources cannot be written");
        }
    }
}

impl App {
    /// The sources that are followed.
    #[must_use]
    pub fn sources(&self) -> Vec<Followed> {
        let sources = &self.inner.sources;
        let followed = sources.list.iter().map(|source| {
            let known = sources.known(source);
            Followed {
                name: source.name.clone(),
                url: source.url.clone(),
                looked_at: known.looked_at,
                failure: known.failure,
                articles: known.articles.len(),
            }
        });
        followed.collect()
    }

    /// Follows the sources and announces when they have something to index.
    pub(super) async fn follow_sources(self, due: mpsc::Sender<Trigger>) {
        let mut said: Option<Instant> = None;
        loop {
            let changed = self.look_at_sources(Timestamp::now()).await;
            let again = said.is_none_or(|at| at.elapsed() >= AGAIN);
            if changed > 0 || again && !self.inner.sources.news().is_empty() {
                said = Some(Instant::now());
                let _ = due.try_send(Trigger::Sources);
            }
            tokio::select! {
                () = tokio::time::sleep(TICK) => {}
                () = due.closed() => return,
            }
        }
    }

    /// Checks each source that is due. Returns how many articles changed.
    async fn look_at_sources(&self, now: Timestamp) -> usize {
        let mut changed = 0;
        for source in &self.inner.sources.list {
            let mut known = self.inner.sources.known(source);
            let every = SignedDuration::try_from(source.every).unwrap_or(SignedDuration::MAX);
            let is_due = known
                .looked_at
                .is_none_or(|at| now.duration_since(at) >= every);
            if !is_due {
                continue;
            }
            let (here, failure) = self.look_at(source, &mut known).await;
            changed += here;
            known.looked_at = Some(now);
            known.failure = failure;
            match &known.failure {
                None => tracing::info!(source = source.name, changed = here, "source followed"),
                Some(reason) => {
                    tracing::warn!(
                        source = source.name,
                        changed = here,
                        reason,
                        "source is broken"
                    );
                }
            }
            self.inner.sources.remember(source, known);
        }
        changed
    }

    /// Checks one source. Returns how many articles changed, and why some could not be checked, if
    /// any.
    async fn look_at(&self, source: &Source, known: &mut Known) -> (usize, Option<String>) {
        let Listed {
            entries,
            gone,
            version,
        } = match self.entries(source, known).await {
            Ok(listed) => listed,
            Err(reason) => return (0, Some(reason)),
        };
        // Set again only after every listed page was followed, so that an interrupted check starts
        // over.
        known.version = Version::default();
        let (mut changed, mut failure) = (0, None);
        for url in gone {
            changed += usize::from(self.forget(known, &url).await);
        }
        let mut sites = Sites::new();
        for entry in entries {
            if source.kind != SourceKind::Page
                && let Err(reason) = self.check_robots(&mut sites, &entry.url).await
            {
                failure = failure.or(Some(format!("{}: {reason}", entry.url)));
                continue;
            }
            match self.follow(source, known, &entry).await {
                Ok(is_new) => changed += usize::from(is_new),
                Err(reason) => failure = failure.or(Some(format!("{}: {reason}", entry.url))),
            }
        }
        if failure.is_none() {
            known.version = version;
        }
        (changed, failure)
    }

    /// Follows a page. Returns whether the corpus changed.
    async fn follow(
        &self,
        source: &Source,
        known: &mut Known,
        entry: &Entry,
    ) -> Result<bool, String> {
        let before = known.articles.get(&entry.url).cloned().unwrap_or_default();
        let is_listed_unchanged = source.kind == SourceKind::Sitemap
            && entry.changed.is_some()
            && entry.changed == before.changed;
        if is_listed_unchanged {
            return Ok(false);
        }
        let page = match self.fetch(&entry.url, &before.version).await? {
            Fetched::Page(page) => page,
            Fetched::Unchanged => return Ok(false),
            Fetched::Gone(_) => return Ok(self.forget(known, &entry.url).await),
        };
        let (version, name) = (page.version.clone(), source.name.clone());
        let (old_path, url) = (before.path.clone(), entry.url.clone());
        let old_text = before.text.clone();
        let kept = self.change(move |inner| inner.keep(&name, &url, &page, &old_path, &old_text));
        let (path, text) = kept.await.map_err(|error| error.to_string())?;
        let is_new = text != before.text;
        known.articles.insert(
            entry.url.clone(),
            Article {
                path,
                version,
                changed: entry.changed.clone(),
                text,
            },
        );
        known.unindexed += usize::from(is_new);
        // Save at once, so that an interruption does not repeat this page.
        self.inner.sources.remember(source, known.clone());
        Ok(is_new)
    }

    /// Removes an article whose page is gone. Returns whether there was one.
    async fn forget(&self, known: &mut Known, url: &str) -> bool {
        let Some(path) = known.articles.get(url).map(|article| article.path.clone()) else {
            return false;
        };
        let removed = self.change(move |inner| {
            let id = super::articles::random();
            Ok(inner.aside.remove(inner.engine.corpus(), &path, id)?)
        });
        match removed.await {
            Ok(_) => {
                known.articles.remove(url);
                known.unindexed += 1;
                true
            }
            Err(ChangeError::Refused(ShelfError::Gone)) => {
                known.articles.remove(url);
                false
            }
            Err(error) => {
                tracing::warn!(%error, url, "an article that is gone cannot be removed yet");
                false
            }
        }
    }
}

impl Inner {
    /// Writes a page as an article of a source, unless its text is unchanged. Returns its path and
    /// the hash of its text.
    fn keep(
        &self,
        source: &str,
        url: &str,
        page: &Page,
        old_path: &str,
        old_text: &str,
    ) -> Result<(String, String), ChangeError> {
        let origin = Origin {
            by: source.to_owned(),
            at: Timestamp::now(),
            from: page.url.clone(),
        };
        let received = Received {
            name: "",
            content_type: page.content_type.as_deref(),
            url: Some(&page.url),
            bytes: &page.bytes,
        };
        let submission = Submission::read(received, &origin).map_err(ShelfError::from)?;
        let summary = Summary::of(&submission.article, &submission.text);
        let text = summary.text.as_str().to_owned();
        if text == old_text {
            return Ok((old_path.to_owned(), text));
        }
        let hash = ContentHash::of(url.as_bytes());
        let short: String = hash.as_str().chars().take(8).collect();
        let title: String = summary.source.title.chars().take(40).collect();
        let name = match old_path
            .rsplit('/')
            .next()
            .and_then(|it| it.strip_suffix(".md"))
        {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => format!("{title} {short}"),
        };
        // Keep the trust and tags that an admin has set, but take the title from the page.
        let said = self.catalogue.summary(self.engine.corpus(), old_path);
        let said = said.map(|said| Description {
            title: None,
            tags: Some(said.source.tags.clone()).filter(|it| *it != summary.source.tags),
            trust: Some(said.source.trust).filter(|it| *it != Trust::Normal),
        });
        let said = said.map(|said| said.changes()).unwrap_or_default();
        let path = self
            .engine
            .corpus()
            .replace(source, &name, &submission.text, &said)?;
        Ok((path, text))
    }
}

#[cfg(test)]
mod tests;
