//! Checks what lies below the front ends: the index against the articles, the store, and the disk.

use std::path::{Path, PathBuf};

use lodestar_engine::index::Snapshot;

use crate::store::Health;

use super::App;

/// Below this many free bytes, writing the index or the store may soon fail.
const LEAST_FREE: u64 = 100 * 1024 * 1024;

/// A new generation is written beside the live one, and its parts are merged: this takes up to this
/// many times the size of the live one.
const GENERATIONS: u64 = 2;

/// The free space for the index and the store, whichever has less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disk {
    pub free_bytes: u64,
    /// Whether it is enough for the next reindex and the store.
    pub is_enough: bool,
}

impl App {
    /// Whether articles were added, changed or removed since the live index was built. False
    /// without an index or while one is being built. Reads every file.
    ///
    /// # Errors
    /// When the corpus or the index cannot be read.
    pub async fn is_outdated(&self) -> anyhow::Result<bool> {
        let inner = std::sync::Arc::clone(&self.inner);
        let compare = move || -> anyhow::Result<bool> {
            if inner.running.look().is_some() {
                return Ok(false);
            }
            let scan = inner.engine.corpus().scan()?;
            let files = scan
                .files
                .iter()
                .map(|file| (file.path.as_str(), &file.hash));
            Ok(!inner.engine.index().is_up_to_date(files)?)
        };
        tokio::task::spawn_blocking(compare).await?
    }

    /// The free space on disk.
    ///
    /// # Errors
    /// When the system cannot report the free space.
    pub async fn disk(&self) -> anyhow::Result<Disk> {
        let folders = self.inner.folders.clone();
        let live = self.inner.engine.snapshot();
        let live = live.as_deref().map(Snapshot::disk_bytes);
        let needed = live
            .unwrap_or(0)
            .saturating_mul(GENERATIONS)
            .max(LEAST_FREE);
        let least = move || {
            let mut free = u64::MAX;
            for folder in folders {
                free = free.min(fs4::available_space(existing(&folder))?);
            }
            std::io::Result::Ok(free)
        };
        let free_bytes = tokio::task::spawn_blocking(least).await??;
        Ok(Disk {
            free_bytes,
            is_enough: free_bytes >= needed,
        })
    }

    /// Checks whether the store works by using it.
    pub async fn store_health(&self) -> Health {
        // The store remembers any failure, so the result is not needed here.
        let _ = self.store().servers().await;
        self.store().health()
    }
}

/// A folder, or the nearest one above it that exists.
fn existing(folder: &Path) -> PathBuf {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    folder
        .ancestors()
        .find(|it| it.try_exists().unwrap_or(false))
        .map_or_else(|| folder.clone(), Path::to_owned)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::config::Config;

    fn app(folder: &Path) -> App {
        let mut config = Config::load(None, []).unwrap();
        config.corpus.dir = folder.join("articles");
        config.index.dir = folder.join("index");
        config.store.path = Some(folder.join("later/lodestar.db"));
        std::fs::create_dir(&config.corpus.dir).unwrap();
        std::fs::write(config.corpus.dir.join("tea.md"), "# Tea\n\nTea is hot.").unwrap();
        App::open(&config).unwrap()
    }

    #[tokio::test]
    async fn an_index_is_outdated_once_articles_change() {
        let folder = TempDir::new().unwrap();
        let app = app(folder.path());
        std::fs::write(folder.path().join("articles/broken.md"), [0xff, 0xfe, 0]).unwrap();
        app.reindex("a test").unwrap().outcome().await.unwrap();
        assert!(!app.is_outdated().await.unwrap());
        let tea = folder.path().join("articles/tea.md");
        std::fs::write(&tea, "# Tea\n\nTea is cold.").unwrap();
        assert!(app.is_outdated().await.unwrap());
        app.reindex("a test").unwrap().outcome().await.unwrap();
        assert!(!app.is_outdated().await.unwrap());
        std::fs::write(folder.path().join("articles/milk.md"), "# Milk\n\nWhite.").unwrap();
        assert!(app.is_outdated().await.unwrap());
    }

    #[tokio::test]
    async fn the_free_room_is_told_before_the_stores_folder_exists() {
        let folder = TempDir::new().unwrap();
        let disk = app(folder.path()).disk().await.unwrap();
        let free = fs4::available_space(folder.path()).unwrap();
        assert!(disk.free_bytes.abs_diff(free) < 1 << 30, "{disk:?} {free}");
    }

    #[tokio::test]
    async fn a_store_that_cannot_be_used_says_so() {
        let folder = TempDir::new().unwrap();
        let app = app(folder.path());
        assert_eq!(app.store_health().await, Health::Working);
        std::fs::write(folder.path().join("a file"), "").unwrap();
        let mut config = Config::load(None, []).unwrap();
        config.index.dir = folder.path().join("index");
        config.store.path = Some(folder.path().join("a file/lodestar.db"));
        let app = App::open(&config).unwrap();
        assert!(matches!(app.store_health().await, Health::Failing { .. }));
    }
}
