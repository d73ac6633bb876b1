//! Navigation by titles: which articles and sections there are, what they contain, and their short
//! keys.

use std::sync::Arc;

use serde::Serialize;

use lodestar_engine::answer::{self, Answer};
use lodestar_engine::article::{ContentHash, Source};
use lodestar_engine::index::{ArticleOutline, Snapshot};
use lodestar_engine::passage::Passage;

use super::{App, AskError, Inner};

/// Digits of a hash in a key: 64 bits.
const KEY_DIGITS: usize = 16;

/// The articles of one generation.
#[derive(Debug, Clone)]
pub struct Outline {
    pub generation: u64,
    /// By path.
    pub articles: Vec<ArticleOutline>,
}

/// A whole section of an article.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    pub source: Arc<Source>,
    /// Outermost first; empty before the article's first heading.
    pub headings: Vec<String>,
    /// Texts of its passages, in reading order; never empty.
    pub passages: Vec<String>,
}

impl Outline {
    /// The article with this key.
    #[must_use]
    pub fn article(&self, key: u64) -> Option<&ArticleOutline> {
        self.articles.iter().find(|it| article_key(&it.path) == key)
    }

    /// Whether a passage is the only one in its section.
    #[must_use]
    pub fn is_whole_section(&self, path: &str, position: u32) -> bool {
        let found = self
            .articles
            .binary_search_by(|it| it.path.as_str().cmp(path))
            .ok()
            .and_then(|place| self.articles.get(place));
        found.is_some_and(|article| article.alone.binary_search(&position).is_ok())
    }
}

/// A short name for an article; the same in every generation.
#[must_use]
pub fn article_key(path: &str) -> u64 {
    key(path.as_bytes())
}

/// A short name for a section among those of its article; the same in every generation.
#[must_use]
pub fn section_key(headings: &[String]) -> u64 {
    key(headings.join("\n").as_bytes())
}

pub(super) fn key(bytes: &[u8]) -> u64 {
    shortened(ContentHash::of(bytes).as_str())
}

/// The beginning of a hash in hexadecimal.
pub(super) fn shortened(hash: &str) -> u64 {
    let digits = hash.get(..KEY_DIGITS).unwrap_or_default();
    u64::from_str_radix(digits, 16).unwrap_or_default()
}

impl App {
    /// All articles and sections, read once per generation.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn outline(&self) -> Result<Arc<Outline>, AskError> {
        if let Some(known) = self.known_outline() {
            return Ok(known);
        }
        self.admit(|inner| {
            let live = inner.current()?;
            inner.outline(&live)
        })
        .await
    }

    /// The outline of the live generation, if it has already been read.
    #[must_use]
    pub fn known_outline(&self) -> Option<Arc<Outline>> {
        let live = self.inner.engine.generation();
        let known = self.inner.outline.load_full()?;
        (Some(known.generation) == live).then_some(known)
    }

    /// The text of an article, or of one of its sections and those below it, from the beginning and
    /// in the form of an answer; `None` if it no longer exists.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn about(
        &self,
        path: &str,
        headings: &[String],
        question: &str,
        excerpts: usize,
    ) -> Result<Option<Answer>, AskError> {
        let (path, headings) = (path.to_owned(), headings.to_vec());
        let question = self.inner.engine.clean(question);
        self.admit(move |inner| {
            let live = inner.current()?;
            let Some((source, mut passages)) = live.article(&path).map_err(failed)? else {
                return Ok(None);
            };
            passages.retain(|passage| passage.headings.starts_with(&headings));
            passages.truncate(excerpts);
            let generation = live.generation();
            let answer = answer::about(question, source, passages, generation);
            Ok((!answer.excerpts.is_empty()).then_some(answer))
        })
        .await
    }

    /// The section with these keys that contains `position` or is nearest to it; `None` if it no
    /// longer exists.
    ///
    /// # Errors
    /// See [`AskError`].
    pub async fn section(
        &self,
        article: u64,
        section: u64,
        position: u32,
    ) -> Result<Option<Section>, AskError> {
        self.admit(move |inner| {
            let live = inner.current()?;
            let outline = inner.outline(&live)?;
            let Some(article) = outline.article(article) else {
                return Ok(None);
            };
            let read = live.article(&article.path).map_err(failed)?;
            Ok(read.and_then(|(source, passages)| pick(source, passages, section, position)))
        })
        .await
    }
}

impl Inner {
    /// The index that answers now.
    pub(super) fn current(&self) -> Result<Arc<Snapshot>, AskError> {
        let current = self.engine.current();
        self.announce();
        Ok(current?)
    }

    /// Reads the outline again ahead of time, but only if it was used before: a command that
    /// indexes and exits need not wait for it. Later callers learn why it failed.
    pub(super) fn renew_outline(&self) {
        if let Some(live) = self.engine.snapshot()
            && self.outline.load().is_some()
        {
            let _read = self.outline(&live);
        }
    }

    fn outline(&self, live: &Snapshot) -> Result<Arc<Outline>, AskError> {
        let known = self.outline.load_full();
        if let Some(known) = known.filter(|known| known.generation == live.generation()) {
            return Ok(known);
        }
        let outline = Arc::new(Outline {
            generation: live.generation(),
            articles: live.outline().map_err(failed)?,
        });
        self.outline.store(Some(Arc::clone(&outline)));
        Ok(outline)
    }
}

fn failed(error: lodestar_engine::index::IndexError) -> AskError {
    AskError::Failed(error.into())
}

/// A section is a run of passages under the same headings; an article may have several with the
/// same headings.
fn pick(source: Source, passages: Vec<Passage>, section: u64, position: u32) -> Option<Section> {
    let mut runs: Vec<Vec<Passage>> = Vec::new();
    for passage in passages {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|it| it.headings == passage.headings) => {
                run.push(passage);
            }
            _ => runs.push(vec![passage]),
        }
    }
    let far = |run: &[Passage]| {
        let ends = [run.first(), run.last()].map(|it| it.map_or(0, |it| it.position));
        if (ends[0]..=ends[1]).contains(&position) {
            return 0;
        }
        ends.map(|end| end.abs_diff(position))
            .into_iter()
            .min()
            .unwrap_or(u32::MAX)
    };
    let run = runs
        .into_iter()
        .filter(|run| {
            run.first()
                .is_some_and(|it| section_key(&it.headings) == section)
        })
        .min_by_key(|run| far(run))?;
    Some(Section {
        source: Arc::new(source),
        headings: run
            .first()
            .map(|it| it.headings.clone())
            .unwrap_or_default(),
        passages: run.into_iter().map(|it| it.text).collect(),
    })
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::config::Config;
    use lodestar_engine::article::Trust;
    use lodestar_engine::language::Language;

    fn source() -> Source {
        Source {
            path: "a.md".to_owned(),
            title: "A".to_owned(),
            url: None,
            date: None,
            updated: None,
            author: None,
            language: Language::English,
            tags: Vec::new(),
            trust: Trust::Normal,
            references: Vec::new(),
        }
    }

    fn passages(headings: &[&str]) -> Vec<Passage> {
        let passage = |(position, heading): (u32, &&str)| Passage {
            headings: vec![(*heading).to_owned()],
            position,
            text: format!("{heading} {position}"),
            sentences: Vec::new(),
        };
        (0..).zip(headings).map(passage).collect()
    }

    fn picked(section: &str, position: u32) -> Option<Vec<String>> {
        let all = passages(&["One", "One", "Two", "One"]);
        let section = section_key(&[section.to_owned()]);
        pick(source(), all, section, position).map(|section| section.passages)
    }

    #[test]
    fn a_section_is_the_run_of_passages_around_a_position() {
        assert_eq!(
            picked("One", 1),
            Some(vec!["One 0".to_owned(), "One 1".to_owned()])
        );
        assert_eq!(picked("One", 3), Some(vec!["One 3".to_owned()]));
        assert_eq!(picked("One", 90), Some(vec!["One 3".to_owned()]));
        assert_eq!(picked("Three", 0), None);
    }

    /// A program with these articles, indexed, and the folder they are in.
    async fn with(articles: &[(&str, &str)]) -> (App, TempDir) {
        let folder = TempDir::new().unwrap();
        let mut config = Config::load(None, []).unwrap();
        config.corpus.dir = folder.path().join("corpus");
        config.index.dir = folder.path().join("index");
        config.store.path = None;
        std::fs::create_dir(&config.corpus.dir).unwrap();
        for (name, text) in articles {
            std::fs::write(config.corpus.dir.join(name), text).unwrap();
        }
        let app = App::open(&config).unwrap();
        app.reindex("a test").unwrap().outcome().await.unwrap();
        (app, folder)
    }

    const HARBOUR: &str = "# The harbour\n\nIt is old.\n\n## Piers\n\nThere are two.\n\n\
        ### Northern\n\nFerries.\n\n## Boats\n\nMany.\n";

    fn sections(outline: &Outline) -> Vec<(&str, Vec<String>)> {
        let joined = |it: &ArticleOutline| it.sections.iter().map(|it| it.join("/")).collect();
        let articles = outline.articles.iter();
        articles.map(|it| (it.title.as_str(), joined(it))).collect()
    }

    #[tokio::test]
    async fn the_outline_follows_the_articles() {
        let articles = [("a.md", HARBOUR), ("b.md", "# Tea\n\nHot.\n")];
        let (app, folder) = with(&articles).await;
        let outline = app.outline().await.unwrap();
        let piers = ["Piers", "Piers/Northern", "Boats"].map(str::to_owned);
        assert_eq!(
            sections(&outline),
            [("The harbour", piers.to_vec()), ("Tea", vec![])]
        );
        std::fs::remove_file(folder.path().join("corpus/b.md")).unwrap();
        app.reindex("a test").unwrap().outcome().await.unwrap();
        let outline = app
            .known_outline()
            .expect("it was read with the new generation");
        assert!(outline.is_whole_section("a.md", 1));
        assert_eq!(sections(&outline), [("The harbour", piers.to_vec())]);
    }

    #[tokio::test]
    async fn a_passage_that_stands_alone_is_all_of_its_section() {
        let long = "Boats come and go all day long. ".repeat(60);
        let article =
            format!("# Port\n\nOld.\n\n## Boats\n\n{long}\n\n{long}\n\n## Fish\n\nFew.\n");
        let (app, _folder) = with(&[("a.md", HARBOUR), ("port.md", &article)]).await;
        let outline = app.outline().await.unwrap();
        let last = outline.articles[1].alone[1];
        assert!(last > 2, "the boats fill more than one passage");
        let whole = |position| outline.is_whole_section("port.md", position);
        assert!(whole(0) && !whole(1) && !whole(last - 1) && whole(last));
        assert!(!whole(last + 1) && !outline.is_whole_section("none.md", 0));
    }

    #[tokio::test]
    async fn a_title_is_answered_with_what_stands_under_it() {
        let (app, _folder) = with(&[("a.md", HARBOUR)]).await;
        let piers = ["Piers".to_owned()];
        let texts = async |headings: &[String], excerpts| {
            let answer = app.about("a.md", headings, "The piers", excerpts).await;
            let answer = answer.unwrap()?;
            assert_eq!(answer.question.text, "The piers");
            let excerpts = answer.excerpts.into_iter();
            Some(excerpts.map(|it| it.text).collect::<Vec<_>>())
        };
        let under = texts(&piers, 9).await.unwrap();
        assert_eq!(under, ["There are two.", "Ferries."]);
        assert_eq!(texts(&[], 1).await.unwrap(), ["It is old."]);
        assert_eq!(texts(&["Gone".to_owned()], 9).await, None);
        assert!(app.about("b.md", &[], "b", 9).await.unwrap().is_none());
    }

    #[test]
    fn keys_are_the_same_for_ever() {
        assert_eq!(article_key("a.md"), article_key("a.md"));
        assert_ne!(article_key("a.md"), article_key("b.md"));
        assert_ne!(section_key(&[]), section_key(&["One".to_owned()]));
    }
}
