//! Which passages that were quoted still stand in the articles, word for word.

use std::collections::HashSet;
use std::sync::Arc;

use super::outline::key;
use super::{App, AskError};

/// The passages of one generation, by their texts.
#[derive(Debug, Clone)]
pub struct Passages {
    pub generation: u64,
    pub published: jiff::Timestamp,
    keys: Arc<HashSet<u64>>,
}

impl Passages {
    /// Whether a text with this hash (BLAKE3 in hexadecimal) is one of them, wherever it stands.
    #[must_use]
    pub fn hold(&self, hash: &str) -> bool {
        self.keys.contains(&key_of(hash))
    }
}

impl App {
    /// The passages of the live generation. It reads every one of them.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn passages(&self) -> Result<Passages, AskError> {
        self.admit(|inner| {
            let live = inner.current()?;
            let mut keys = HashSet::new();
            live.each_text(|text| {
                keys.insert(key(text.as_bytes()));
            })
            .map_err(|error| AskError::Failed(error.into()))?;
            Ok(Passages {
                generation: live.generation(),
                published: live.published(),
                keys: Arc::new(keys),
            })
        })
        .await
    }
}

fn key_of(hash: &str) -> u64 {
    super::outline::shortened(hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ContentHash;

    #[test]
    fn a_passage_is_known_by_its_text() {
        let passages = Passages {
            generation: 1,
            published: jiff::Timestamp::UNIX_EPOCH,
            keys: Arc::new(HashSet::from([key(b"Tea is hot.")])),
        };
        let hash = |text: &str| ContentHash::of(text.as_bytes()).as_str().to_owned();
        assert!(passages.hold(&hash("Tea is hot.")));
        assert!(!passages.hold(&hash("Tea is cold.")));
        assert!(!passages.hold("é"));
    }
}
