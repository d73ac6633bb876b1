//! What editors want to know: problems in the articles, and how they are used.

use std::sync::Arc;

use lodestar_engine::review::{self, Finding};

use super::App;

/// From this many votes against it, an article counts as disliked.
const LEAST_VOTES: u64 = 2;

impl App {
    /// Reviews the corpus, most important findings first. Findings from the store are left out if
    /// it fails. Reads every file.
    ///
    /// # Errors
    /// When the corpus cannot be read.
    pub async fn review(&self) -> anyhow::Result<Vec<Finding>> {
        let inner = Arc::clone(&self.inner);
        let look = move || -> anyhow::Result<_> {
            let (articles, _) = inner.engine.corpus().read_all()?;
            let paths: Vec<String> = articles.iter().map(|it| it.source.path.clone()).collect();
            let mut findings = review::review(&articles);
            let dead = inner.engine.corpus().dead_links()?.into_iter();
            findings.extend(dead.map(|it| Finding::DeadLink {
                path: it.path,
                target: it.target,
            }));
            Ok((paths, findings))
        };
        let (looked, uses) =
            tokio::join!(self.inner.tasks.spawn_blocking(look), self.store().uses());
        let (paths, mut findings) = looked??;
        // Before the first question, every article is unused, which means nothing.
        if let Some(uses) = uses.ok().filter(|uses| !uses.is_empty()) {
            for path in paths {
                match uses.get(&path) {
                    None => findings.push(Finding::Unused { path }),
                    Some(it) if it.down >= LEAST_VOTES && it.down > it.up => {
                        let (up, down) = (it.up, it.down);
                        findings.push(Finding::Disliked { path, up, down });
                    }
                    Some(_) => {}
                }
            }
        }
        findings.sort_by_key(Finding::rank);
        Ok(findings)
    }
}
