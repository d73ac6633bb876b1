//! What became of passages that answers have quoted: unchanged, changed or gone.
//!
//! A passage counts as the same while its text is unchanged, even if it has moved. This module
//! knows nothing about the messages that quote it.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use unicode_segmentation::UnicodeSegmentation as _;

use lodestar_engine::answer::{self, Excerpt, Question};
use lodestar_engine::article::{ContentHash, Source};
use lodestar_engine::index::{IndexError, Snapshot};
use lodestar_engine::passage::Passage;

use super::outline::{key, section_key, shortened};
use super::{App, AskError, Inner};

/// Shares of words are compared in this many steps.
const STEPS: usize = 1_000;

/// A passage as it was quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The article's path.
    pub article: String,
    /// See [`section_key`]; `None` if it is not known.
    pub section: Option<u64>,
    /// Its former position in the article, counted from 0.
    pub position: u32,
    /// The [`ContentHash`] of its text. Empty for a passage that was already gone; it stays gone.
    pub hash: String,
    /// Whether its text is returned even if it is unchanged.
    pub wanted: bool,
}

/// What became of a passage.
#[derive(Debug, Clone)]
pub enum Standing {
    Same,
    /// The passage that has taken its place.
    Now(Excerpt),
    Gone,
}

/// The texts of a generation's passages, by [`key`].
#[derive(Debug)]
pub(super) struct KnownTexts {
    generation: u64,
    keys: HashSet<u64>,
}

impl App {
    /// Returns those of `hashes` ([`ContentHash`] of texts) that no passage has any more, and when
    /// the generation they were compared with was published.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn lost(
        &self,
        hashes: HashSet<String>,
    ) -> Result<(HashSet<String>, Timestamp), AskError> {
        self.admit(move |inner| {
            let live = inner.current()?;
            let texts = inner.texts(&live).map_err(failed)?;
            let mut lost = hashes;
            lost.retain(|hash| !texts.hold(hash));
            Ok((lost, live.published()))
        })
        .await
    }

    /// What became of the passages that one answer quotes. `shown` is how it quotes them: of
    /// several passages now under the same heading, the one most like it is chosen.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn standing(
        &self,
        quoted: Vec<Quoted>,
        shown: &str,
    ) -> Result<Vec<Standing>, AskError> {
        let shown = words(shown);
        self.admit(move |inner| {
            let live = inner.current()?;
            let texts = inner.texts(&live).map_err(failed)?;
            let held = |it: &Quoted| texts.hold(&it.hash);
            let others: HashSet<&str> = quoted
                .iter()
                .filter(|it| held(it))
                .map(|it| it.hash.as_str())
                .collect();
            let standing = |it: &Quoted| match held(it) {
                _ if it.hash.is_empty() => Ok(Standing::Gone),
                true if !it.wanted => Ok(Standing::Same),
                is_held => {
                    let Some((source, passages)) = live.article(&it.article)? else {
                        return Ok(if is_held {
                            Standing::Same
                        } else {
                            Standing::Gone
                        });
                    };
                    let found = if is_held {
                        passages
                            .into_iter()
                            .find(|passage| hash(passage) == it.hash)
                    } else {
                        successor(passages, it, &others, &shown)
                    };
                    Ok(
                        match found.and_then(|found| excerpt(source, found, &live)) {
                            Some(excerpt) => Standing::Now(excerpt),
                            None if is_held => Standing::Same,
                            None => Standing::Gone,
                        },
                    )
                }
            };
            quoted
                .iter()
                .map(standing)
                .collect::<Result<_, _>>()
                .map_err(failed)
        })
        .await
    }
}

impl Inner {
    /// The texts of the live generation, read once per generation.
    fn texts(&self, live: &Snapshot) -> Result<Arc<KnownTexts>, IndexError> {
        let known = self.texts.load_full();
        if let Some(known) = known.filter(|known| known.generation == live.generation()) {
            return Ok(known);
        }
        let mut keys = HashSet::new();
        live.each_passage(|_, passage| {
            keys.insert(key(passage.text.as_bytes()));
        })?;
        let texts = Arc::new(KnownTexts {
            generation: live.generation(),
            keys,
        });
        self.texts.store(Some(Arc::clone(&texts)));
        Ok(texts)
    }
}

impl KnownTexts {
    fn hold(&self, hash: &str) -> bool {
        !hash.is_empty() && self.keys.contains(&shortened(hash))
    }
}

/// The replacement for a lost passage from under the same heading: the passage most like what was
/// shown, or else the nearest one. Passages that the answer also quotes are left out.
fn successor(
    passages: Vec<Passage>,
    gone: &Quoted,
    others: &HashSet<&str>,
    shown: &HashSet<String>,
) -> Option<Passage> {
    let section = gone.section?;
    passages
        .into_iter()
        .filter(|it| section_key(&it.headings) == section && !others.contains(hash(it).as_str()))
        .max_by_key(|it| {
            let own = words(&it.text);
            let alike = own.intersection(shown).count() * STEPS / own.len().max(1);
            (alike, Reverse(it.position.abs_diff(gone.position)))
        })
}

fn hash(passage: &Passage) -> String {
    ContentHash::of(passage.text.as_bytes()).as_str().to_owned()
}

fn words(text: &str) -> HashSet<String> {
    text.unicode_words().map(str::to_lowercase).collect()
}

fn excerpt(source: Source, passage: Passage, live: &Snapshot) -> Option<Excerpt> {
    let question = Question {
        text: String::new(),
        cut: 0,
    };
    let answer = answer::about(question, source, vec![passage], live.generation());
    answer.excerpts.into_iter().next()
}

fn failed(error: IndexError) -> AskError {
    AskError::Failed(error.into())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::config::Config;

    const BEFORE: &str = "# Ferry\n\n## Times\n\nThe ferry leaves at nine in the morning.\n\n\
        ## Prices\n\nA ticket costs two coins.\n";

    /// A program with one article, and the folder it is in.
    async fn with(article: &str) -> (App, TempDir) {
        let folder = TempDir::new().unwrap();
        let mut config = Config::load(None, []).unwrap();
        config.corpus.dir = folder.path().join("corpus");
        config.index.dir = folder.path().join("index");
        config.store.path = None;
        std::fs::create_dir(&config.corpus.dir).unwrap();
        let app = App::open(&config).unwrap();
        becomes(&app, &folder, "ferry.md", article).await;
        (app, folder)
    }

    async fn becomes(app: &App, folder: &TempDir, name: &str, text: &str) {
        let corpus = folder.path().join("corpus");
        std::fs::remove_dir_all(&corpus).unwrap();
        std::fs::create_dir(&corpus).unwrap();
        std::fs::write(corpus.join(name), text).unwrap();
        app.reindex("a test").unwrap().outcome().await.unwrap();
    }

    fn quoted(headings: &[&str], position: u32, text: &str) -> Quoted {
        let headings: Vec<String> = headings.iter().map(|it| (*it).to_owned()).collect();
        Quoted {
            article: "ferry.md".to_owned(),
            section: Some(section_key(&headings)),
            position,
            hash: ContentHash::of(text.as_bytes()).as_str().to_owned(),
            wanted: false,
        }
    }

    fn ferry() -> Quoted {
        quoted(&["Times"], 0, "The ferry leaves at nine in the morning.")
    }

    /// The current replacement for the ferry's times.
    async fn now(app: &App) -> String {
        let shown = "> The **ferry** leaves at nine in the morning.";
        let standing = app.standing(vec![ferry()], shown).await.unwrap().remove(0);
        match standing {
            Standing::Same => "the same".to_owned(),
            Standing::Now(excerpt) => excerpt.text,
            Standing::Gone => "gone".to_owned(),
        }
    }

    #[tokio::test]
    async fn a_passage_that_moves_stays_the_same() {
        let (app, folder) = with(BEFORE).await;
        assert_eq!(now(&app).await, "the same");
        let moved = format!(
            "# Ferry\n\nAn introduction.\n\n{}",
            BEFORE.trim_start_matches("# Ferry\n\n")
        );
        becomes(&app, &folder, "ferry.md", &moved).await;
        assert_eq!(now(&app).await, "the same");
        becomes(&app, &folder, "renamed.md", BEFORE).await;
        assert_eq!(now(&app).await, "the same");
        let lost = app
            .lost(HashSet::from([ferry().hash, "00".repeat(32)]))
            .await
            .unwrap()
            .0;
        assert_eq!(lost, HashSet::from(["00".repeat(32)]));
    }

    #[tokio::test]
    async fn a_passage_that_changes_is_found_under_its_heading() {
        let (app, folder) = with(BEFORE).await;
        let long = "There is a harbour with many old houses and some new ones. ".repeat(30);
        let changed = format!(
            "# Ferry\n\n## Prices\n\nIt is free.\n\n## Times\n\n{long}\n\n{long}\n\n\
             The ferry leaves at ten in the morning.\n\n{long}\n"
        );
        becomes(&app, &folder, "ferry.md", &changed).await;
        let now = now(&app).await;
        assert!(now.contains("leaves at ten"), "{now}");
    }

    #[tokio::test]
    async fn a_passage_is_gone_with_its_heading_or_its_article() {
        let (app, folder) = with(BEFORE).await;
        becomes(
            &app,
            &folder,
            "ferry.md",
            "# Ferry\n\n## Prices\n\nIt is free.\n",
        )
        .await;
        assert_eq!(now(&app).await, "gone");
        becomes(&app, &folder, "tea.md", "# Tea\n\nHot.\n").await;
        assert_eq!(now(&app).await, "gone");
    }
}
