//! Keeps the state of sources between checks in a file.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::fetch::Version;
use lodestar_engine::durable;

/// All sources, by their address.
pub(super) type Memory = BTreeMap<String, Known>;

/// What is known about a source.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Known {
    pub(super) looked_at: Option<Timestamp>,
    /// Why the last check failed, wholly or in part.
    pub(super) failure: Option<String>,
    /// The version of the feed or sitemap itself.
    pub(super) version: Version,
    /// Changes that no index contains yet.
    pub(super) unindexed: usize,
    /// Its articles, by their address.
    pub(super) articles: BTreeMap<String, Article>,
}

/// An article of a source.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Article {
    /// Path below the corpus folder.
    pub(super) path: String,
    pub(super) version: Version,
    /// When it was changed, as written in the list.
    pub(super) changed: Option<String>,
    /// The hash of its text, see [`super::super::Summary`].
    pub(super) text: String,
}

/// Reads the saved state; empty if it cannot be read, so that everything is checked again.
pub(super) fn read(file: &Path) -> Memory {
    let Ok(text) = std::fs::read_to_string(file) else {
        return Memory::default();
    };
    serde_json::from_str(&text).unwrap_or_else(|error| {
        tracing::warn!(%error, "what was known about sources cannot be read");
        Memory::default()
    })
}

pub(super) fn write(file: &Path, memory: &Memory) -> anyhow::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    durable::write(file, &serde_json::to_vec(memory)?)?;
    Ok(())
}
