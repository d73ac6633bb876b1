//! Following places on the web: what a feed, a sitemap or a page has new is added to the corpus, what
//! changed there is replaced, and what is gone is removed.
//!
//! Each source is looked at by itself, so that a broken one keeps no other from being followed, and
//! why it is broken is remembered for whoever asks.

mod listing;
mod memory;
mod robots;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::article::{ContentHash, Trust};
use crate::config::{Source, SourceKind};
use crate::corpus::{Origin, Received, ShelfError, Submission};
use crate::fetch::{Fetched, Page, Version};

use self::listing::Entry;
use self::memory::{Article, Known, Memory};
use self::robots::Robots;
use super::articles::ChangeError;
use super::catalogue::Summary;
use super::{App, Inner};

/// The time between two requests, out of courtesy.
const PACE: Duration = Duration::from_secs(1);

/// Sitemaps of an index that are read at most.
const MAX_MAPS: usize = 20;

/// How often it is looked for sources whose time has come.
const TICK: Duration = Duration::from_secs(30);

/// A source and how it fares.
#[derive(Debug, Clone, Serialize)]
pub struct Followed {
    pub name: String,
    pub url: String,
    /// `None` before the first time.
    pub looked_at: Option<Timestamp>,
    /// Why the last look failed, or what of it did.
    pub failure: Option<String>,
    /// Articles of it in the corpus.
    pub articles: usize,
}

/// What sites ask for, by their scheme and host.
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
    /// `file` is where things are remembered.
    pub(super) fn new(list: Vec<Source>, file: PathBuf) -> Self {
        let memory = Mutex::new(memory::read(&file));
        Self {
            list,
            file,
            memory,
            pace: PACE,
        }
    }

    fn known(&self, source: &Source) -> Known {
        let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.get(&source.url).cloned().unwrap_or_default()
    }

    fn remember(&self, source: &Source, known: Known) {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        memory.insert(source.url.clone(), known);
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

    /// Follows the sources in the background until the program stops.
    pub fn follow_sources(&self) {
        if self.inner.sources.list.is_empty() {
            return;
        }
        let app = self.clone();
        self.inner.tasks.spawn(async move {
            let stopping = app.inner.stopping.clone();
            let following = async {
                loop {
                    app.look_at_sources(Timestamp::now()).await;
                    tokio::time::sleep(TICK).await;
                }
            };
            stopping.run_until_cancelled(following).await;
        });
    }

    /// Looks at each source whose time has come, and brings the index up to date if articles
    /// changed. Returns how many did.
    pub async fn look_at_sources(&self, now: Timestamp) -> usize {
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
        if changed > 0 {
            match self.refresh("the sources").await {
                Ok(None) => {}
                Ok(Some(hold)) => {
                    tracing::warn!(?hold, "what sources changed waits: see /index history");
                }
                Err(error) => {
                    let error = format!("{error:#}");
                    tracing::error!(error, "the articles of sources are not indexed");
                }
            }
        }
        changed
    }

    /// How many articles changed, and why not all could be looked at.
    async fn look_at(&self, source: &Source, known: &mut Known) -> (usize, Option<String>) {
        let (entries, version) = match self.entries(source, known).await {
            Ok(listed) => listed,
            Err(reason) => return (0, Some(reason)),
        };
        // Known again once everything it lists was followed: what is cut short is begun anew.
        known.version = Version::default();
        let (mut changed, mut failure) = (0, None);
        if source.kind == SourceKind::Sitemap {
            let listed: BTreeSet<&str> = entries.iter().map(|it| it.url.as_str()).collect();
            let gone: Vec<String> = known
                .articles
                .keys()
                .filter(|url| !listed.contains(url.as_str()))
                .cloned()
                .collect();
            for url in gone {
                changed += usize::from(self.forget(known, &url).await);
            }
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

    /// The pages to look at, and the version of what lists them.
    async fn entries(
        &self,
        source: &Source,
        known: &Known,
    ) -> Result<(Vec<Entry>, Version), String> {
        let again = |known: &Known| {
            let known = known.articles.iter().map(|(url, it)| Entry {
                url: url.clone(),
                changed: it.changed.clone(),
            });
            known.collect::<Vec<_>>()
        };
        let only = Entry {
            url: source.url.clone(),
            changed: None,
        };
        if source.kind == SourceKind::Page {
            return Ok((vec![only], Version::default()));
        }
        let page = match self.fetch(&source.url, &known.version).await? {
            Fetched::Page(page) => page,
            // What it lists is the same; each page may have changed all the same.
            Fetched::Unchanged => return Ok((again(known), known.version.clone())),
            Fetched::Gone(status) => return Err(format!("the server answers {status}")),
        };
        let mut entries = match source.kind {
            SourceKind::Feed => {
                let mut listed = listing::feed(&page.bytes, &page.url)?;
                listed.truncate(source.articles);
                // A feed lists the newest only; what it listed before is still followed.
                let older = again(known).into_iter();
                let older = older.filter(|it| !listed.iter().any(|new| new.url == it.url));
                let older: Vec<Entry> = older.collect();
                listed.extend(older);
                listed
            }
            SourceKind::Sitemap => self.mapped(&page, &source.url).await?,
            SourceKind::Page => vec![only],
        };
        if entries.is_empty() && !known.articles.is_empty() {
            return Err("it lists nothing any more; its articles stay".to_owned());
        }
        entries.truncate(source.articles);
        Ok((entries, page.version))
    }

    /// The pages of a sitemap and of those it names, all on its own host.
    async fn mapped(&self, page: &Page, from: &str) -> Result<Vec<Entry>, String> {
        let mut found = listing::sitemap(&page.bytes)?;
        let is_here = |url: &str| host(url).is_some() && host(url) == host(from);
        for map in found.maps.iter().filter(|url| is_here(url)).take(MAX_MAPS) {
            match self.fetch(map, &Version::default()).await? {
                Fetched::Page(page) => found.pages.extend(listing::sitemap(&page.bytes)?.pages),
                // Its pages are not gone: who knows what it would have named?
                Fetched::Unchanged | Fetched::Gone(_) => {
                    return Err(format!("{map} is named by the sitemap and cannot be read"));
                }
            }
        }
        found.pages.retain(|it| is_here(&it.url));
        Ok(found.pages)
    }

    /// Whether a site lets programs read a page. A page that the configuration itself names is read
    /// all the same.
    async fn check_robots(&self, sites: &mut Sites, url: &str) -> Result<(), String> {
        let (Some(host), Some((scheme, _))) = (host(url), url.split_once("://")) else {
            return Ok(());
        };
        let site = format!("{scheme}://{host}");
        if !sites.contains_key(&site) {
            let address = format!("{site}/robots.txt");
            let fetched = self.fetch(&address, &Version::default()).await;
            let robots = match fetched.map_err(|error| format!("robots.txt: {error}"))? {
                Fetched::Page(page) => Robots::read(&page.bytes, env!("CARGO_PKG_NAME")),
                Fetched::Unchanged | Fetched::Gone(_) => Robots::default(),
            };
            sites.insert(site.clone(), robots);
        }
        let path = url.strip_prefix(&site).filter(|path| !path.is_empty());
        let path = path.unwrap_or("/").split('#').next().unwrap_or("/");
        match sites.get(&site) {
            Some(robots) if !robots.allow(path) => {
                Err("the site's robots.txt asks not to read it".to_owned())
            }
            _ => Ok(()),
        }
    }

    async fn fetch(&self, url: &str, known: &Version) -> Result<Fetched, String> {
        let fetched = self.inner.fetcher.get(url, known).await;
        tokio::time::sleep(self.inner.sources.pace).await;
        fetched.map_err(|error| error.to_string())
    }

    /// Whether the corpus changed for a page.
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
        // At once, so that what is cut short here is not done again.
        self.inner.sources.remember(source, known.clone());
        Ok(is_new)
    }

    /// Removes an article that is gone; whether there was one.
    async fn forget(&self, known: &mut Known, url: &str) -> bool {
        let Some(path) = known.articles.get(url).map(|article| article.path.clone()) else {
            return false;
        };
        let removed = self.change(move |inner| {
            let id = super::articles::random();
            Ok(inner.aside.remove(&inner.corpus, &path, id)?)
        });
        match removed.await {
            Ok(_) => {
                known.articles.remove(url);
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
    /// Writes a page as an article of a source, unless its text is the old one. Where it stands, and
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
        // Trust and tags that an admin has set stay; the title is the page's.
        let said = self.catalogue.summary(&self.corpus, old_path);
        let path = self.corpus.replace(source, &name, &submission.text)?;
        if let Some(said) = said {
            let trust = Some(said.source.trust).filter(|it| *it != Trust::Normal);
            let tags = said.source.tags.clone();
            let tags = Some(tags).filter(|it| *it != summary.source.tags);
            self.describe(
                &path,
                &super::Description {
                    title: None,
                    tags,
                    trust,
                },
            )?;
        }
        Ok((path, text))
    }
}

fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', '?', '#']).next()
}

#[cfg(test)]
mod tests;
