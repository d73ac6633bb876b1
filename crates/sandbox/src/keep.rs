//! The world in a file, so that it is there again the next time. Knows no bots and no sockets.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use tokio::time::sleep;

use super::world::{World, WorldState};

/// The format of the file; another one is not read.
const VERSION: u32 = 1;

/// How long changes are gathered before they are written.
const GATHER: Duration = Duration::from_millis(500);

#[derive(Deserialize)]
struct Read {
    version: u32,
    state: WorldState,
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    state: &'a WorldState,
}

/// A file that holds the world.
#[derive(Debug)]
pub(crate) struct Keep {
    path: PathBuf,
    last: std::sync::Mutex<Option<String>>,
}

impl Keep {
    pub(crate) fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            last: std::sync::Mutex::default(),
        }
    }

    /// What the file holds; nothing if there is none yet.
    ///
    /// # Errors
    /// When it cannot be read, or holds something else.
    pub(crate) fn read(&self) -> io::Result<Option<WorldState>> {
        let text = match fs::read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let unreadable = |reason: String| io::Error::new(io::ErrorKind::InvalidData, reason);
        let read: Read = serde_json::from_slice(&text)
            .map_err(|error| unreadable(format!("it holds no state of a sandbox: {error}")))?;
        if read.version != VERSION {
            let reason = format!("it has version {}, not {VERSION}", read.version);
            return Err(unreadable(reason));
        }
        Ok(Some(read.state))
    }

    /// Writes the world down, unless the file holds it already. A crash leaves the old file or the
    /// new one; only its owner can read it, for it holds the bot's token.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn write(&self, world: &World) -> io::Result<()> {
        let text = world.read(|state| {
            serde_json::to_string(&Written {
                version: VERSION,
                state,
            })
        })?;
        let mut last = self
            .last
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if last.as_ref() == Some(&text) {
            return Ok(());
        }
        let folder = self.path.parent().filter(|it| !it.as_os_str().is_empty());
        let mut file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(&self.path)?;
        *last = Some(text);
        Ok(())
    }

    /// Writes after every change, until it is aborted.
    pub(crate) async fn follow(self: Arc<Self>, world: Arc<World>) {
        let mut news = world.news();
        while news.changed().await.is_ok() {
            sleep(GATHER).await;
            news.mark_unchanged();
            let (keep, world) = (Arc::clone(&self), Arc::clone(&world));
            let written = tokio::task::spawn_blocking(move || keep.write(&world)).await;
            if let Ok(Err(error)) = written {
                tracing::warn!(%error, path = %self.path.display(), "the state cannot be written");
            }
        }
    }
}
