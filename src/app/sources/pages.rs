//! Which pages a source lists, and whether they may be read.

use std::collections::HashSet;

use crate::config::{Source, SourceKind};
use crate::fetch::{Fetched, Page, Version};

use super::listing::{self, Entry};
use super::memory::Known;
use super::robots::Robots;
use super::{App, Sites};

/// The most sitemaps read from one index.
const MAX_MAPS: usize = 20;

/// What a source lists.
pub(super) struct Listed {
    /// The pages to look at, at most as many as the source may have articles.
    pub(super) entries: Vec<Entry>,
    /// Addresses of articles that it no longer lists.
    pub(super) gone: Vec<String>,
    /// The version of the list itself.
    pub(super) version: Version,
}

impl Listed {
    fn of(entries: Vec<Entry>, version: Version) -> Self {
        Self {
            entries,
            gone: Vec::new(),
            version,
        }
    }
}

impl App {
    /// Reads what a source lists now.
    pub(super) async fn entries(&self, source: &Source, known: &Known) -> Result<Listed, String> {
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
            return Ok(Listed::of(vec![only], Version::default()));
        }
        let page = match self.fetch(&source.url, &known.version).await? {
            Fetched::Page(page) => page,
            // The list is unchanged, but each page may still have changed.
            Fetched::Unchanged => return Ok(Listed::of(again(known), known.version.clone())),
            Fetched::Gone(status) => return Err(format!("the server answers {status}")),
        };
        let (mut entries, is_whole) = match source.kind {
            SourceKind::Feed => {
                let mut listed = listing::feed(&page.bytes, &page.url)?;
                listed.truncate(source.articles);
                // A feed lists only the newest pages; older ones are still followed.
                let older = again(known).into_iter();
                let older = older.filter(|it| !listed.iter().any(|new| new.url == it.url));
                let older: Vec<Entry> = older.collect();
                listed.extend(older);
                (listed, false)
            }
            SourceKind::Sitemap => self.mapped(&page, &source.url).await?,
            SourceKind::Page => (vec![only], false),
        };
        if entries.is_empty() && !known.articles.is_empty() {
            return Err("it lists nothing any more; its articles stay".to_owned());
        }
        let gone = if is_whole {
            let listed: HashSet<&str> = entries.iter().map(|it| it.url.as_str()).collect();
            let known = known.articles.keys();
            known
                .filter(|url| !listed.contains(url.as_str()))
                .cloned()
                .collect()
        } else {
            Vec::new()
        };
        // A growing list must not push out pages that are already followed.
        entries.sort_by_key(|it| !known.articles.contains_key(&it.url));
        entries.truncate(source.articles);
        Ok(Listed {
            entries,
            gone,
            version: page.version,
        })
    }

    /// The pages of a sitemap and of the sitemaps it names, all on its own host, and whether the
    /// list is complete.
    async fn mapped(&self, page: &Page, from: &str) -> Result<(Vec<Entry>, bool), String> {
        let mut found = listing::sitemap(&page.bytes)?;
        let is_here = |url: &str| host(url).is_some() && host(url) == host(from);
        found.maps.retain(|url| is_here(url));
        for map in found.maps.iter().take(MAX_MAPS) {
            match self.fetch(map, &Version::default()).await? {
                Fetched::Page(page) => found.pages.extend(listing::sitemap(&page.bytes)?.pages),
                // Its pages must not count as gone just because the list is unreadable.
                Fetched::Unchanged | Fetched::Gone(_) => {
                    return Err(format!("{map} is named by the sitemap and cannot be read"));
                }
            }
        }
        found.pages.retain(|it| is_here(&it.url));
        Ok((found.pages, found.maps.len() <= MAX_MAPS))
    }

    /// Checks whether a site lets programs read a page. A page named in the configuration itself is
    /// read regardless.
    pub(super) async fn check_robots(&self, sites: &mut Sites, url: &str) -> Result<(), String> {
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
        let path = match path.starts_with('/') {
            true => path.to_owned(),
            false => format!("/{path}"),
        };
        match sites.get(&site) {
            Some(robots) if !robots.allow(&path) => {
                Err("the site's robots.txt asks not to read it".to_owned())
            }
            _ => Ok(()),
        }
    }

    pub(super) async fn fetch(&self, url: &str, known: &Version) -> Result<Fetched, String> {
        let fetched = self.inner.fetcher.get(url, known).await;
        tokio::time::sleep(self.inner.sources.pace).await;
        fetched.map_err(|error| error.to_string())
    }
}

fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', '?', '#']).next()
}
