//! The articles that ship with the project: they are read without loss, keep to the rules they are
//! written by, and say what the facts behind them say.
//!
//! The facts and the plan that spreads them over the articles are not part of the project; where
//! they are missing, the story that needs them says so and passes.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what helps a test may fail like a test"
)]

mod figures;
mod plan;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use lodestar_engine::article::{Article, Block, Trust};
use lodestar_engine::corpus::Corpus;
use lodestar_engine::language::Language;
use lodestar_engine::passage::{passages, word_count};
use serde::Deserialize;

use figures::{Decimals, Figures};
use plan::Plan;

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// Where the plan and the facts stand, seen from the project.
const PLAN: &str = "../shared/polestar";

/// Bytes of an article's file at most.
const MAX_FILE_BYTES: u64 = 64 * 1024;

/// Subjects that the articles leave out, by how their words begin, so that questions about them can
/// show that the bot admits what it does not know.
const LEFT_OUT: &[&str] = &[
    "seat", "tyre", "wiring", "robot", "takt", "showroom", "insur",
];

/// The same for whole words and for pairs of words.
const LEFT_OUT_WORDS: &[&str] = &["port", "ports", "street address", "defect rate"];

fn corpus() -> Vec<Article> {
    let (articles, skipped) = Corpus::new(Path::new(PROJECT).join("corpus"), MAX_FILE_BYTES)
        .read_all()
        .unwrap();
    assert_eq!(skipped, []);
    articles
}

fn strings(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading { text, .. }
        | Block::Paragraph(text)
        | Block::Quote(text)
        | Block::Code(text) => vec![text],
        Block::List { items, .. } => items.iter().map(String::as_str).collect(),
        Block::Table { header, rows } => header
            .iter()
            .chain(rows.iter().flatten())
            .map(String::as_str)
            .collect(),
    }
}

/// All that a reader sees of an article but its sources.
fn text(article: &Article) -> String {
    let shown = article.blocks.iter().flat_map(strings);
    let all: Vec<&str> = [article.source.title.as_str()]
        .into_iter()
        .chain(shown)
        .collect();
    all.join("\n")
}

#[test]
fn every_format_and_language_is_there() {
    let articles = corpus();
    let has_format = |extension: &str| {
        let mut paths = articles.iter().map(|article| &article.source.path);
        paths.any(|path| path.ends_with(extension))
    };
    let languages: HashSet<Language> = articles
        .iter()
        .map(|article| article.source.language)
        .collect();
    assert!(has_format(".md") && has_format(".html") && has_format(".txt"));
    assert_eq!(
        languages,
        HashSet::from([Language::English, Language::Swedish, Language::German])
    );
}

#[test]
fn every_article_is_short_and_has_sections() {
    for article in corpus() {
        let path = &article.source.path;
        let words: usize = article
            .blocks
            .iter()
            .flat_map(strings)
            .map(word_count)
            .sum();
        assert!((250..=700).contains(&words), "{path} has {words} words");
        let headings = article
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Heading { .. }))
            .count();
        assert!(headings >= 2, "{path} has {headings} headings");
    }
}

#[test]
fn every_article_says_when_it_was_written_and_what_it_rests_on() {
    for article in corpus() {
        let source = &article.source;
        let path = &source.path;
        let linked = source.references.iter().filter(|reference| {
            let mut urls = reference.url.iter();
            urls.any(|url| url.starts_with("https://") || url.starts_with("http://"))
        });
        let is_trusted = source.trust > Trust::Low;
        assert!(!source.references.is_empty(), "{path} names no source");
        assert!(!is_trusted || linked.count() > 0, "{path} links no source");
        assert!(!is_trusted || source.date.is_some(), "{path} has no date");
        assert!(!source.tags.is_empty(), "{path} has no tags");
    }
}

#[test]
fn what_is_left_out_is_left_out_everywhere() {
    for article in corpus() {
        let source = &article.source;
        let mut all = vec![text(&article), source.path.clone(), source.tags.join("\n")];
        for reference in &source.references {
            all.push(reference.title.clone());
            all.extend(reference.url.clone());
        }
        let lower = all.join("\n").to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        for (at, word) in words.iter().enumerate() {
            let pair = words[at..words.len().min(at + 2)].join(" ");
            let is_left_out = LEFT_OUT.iter().any(|start| word.starts_with(start))
                || LEFT_OUT_WORDS.contains(word)
                || LEFT_OUT_WORDS.contains(&pair.as_str());
            assert!(!is_left_out, "{} says {pair:?}", source.path);
        }
    }
}

/// An article may leave out the part of a fact that was not known on its date, so it has to hold
/// half of the fact's figures, those with a later year aside. The articles that share a fact have to
/// hold all of its figures between them.
#[test]
fn the_articles_state_every_fact_with_its_figures() {
    let Some(plan) = Plan::read(&Path::new(PROJECT).join(PLAN)) else {
        eprintln!("the facts behind the articles are not here; nothing is compared");
        return;
    };
    let articles = corpus();
    let mut written = BTreeMap::new();
    for planned in &plan.articles {
        let mut matching = articles
            .iter()
            .filter(|article| article.source.date == planned.date);
        let article = matching
            .next()
            .unwrap_or_else(|| panic!("{} is not written", planned.id));
        assert_eq!(matching.count(), 0, "two articles of {:?}", planned.date);
        let decimals = match article.source.language {
            Language::English => Decimals::Point,
            _ => Decimals::Comma,
        };
        written.insert(&planned.id, Figures::of(&text(article), decimals));
    }
    assert_eq!(articles.len(), plan.articles.len());

    let mut missing = Vec::new();
    for (number, fact) in &plan.facts {
        let stated = figures::stated(fact);
        let tellers = plan.tellers(*number);
        assert!(
            tellers.iter().any(|planned| planned.facts.contains(number)),
            "no article is to tell: {fact}"
        );
        let holds = |planned: &plan::Planned, figure: &figures::Figure| {
            written[&planned.id].hold(figure, planned.date.map(|date| date.year()))
        };
        for figure in &stated {
            if !tellers.iter().any(|planned| holds(planned, figure)) {
                missing.push(format!("{figure:?} nowhere: {fact}"));
            }
        }
        for planned in tellers {
            let is_known = |figure: &&figures::Figure| match (figure.year(), planned.date) {
                (Some(year), Some(date)) => year <= date.year(),
                _ => true,
            };
            let known: Vec<_> = stated.iter().filter(is_known).collect();
            let held = known.iter().filter(|figure| holds(planned, figure)).count();
            if planned.facts.contains(number) && held * 2 < known.len() {
                missing.push(format!(
                    "{} has {held} of {}: {fact}",
                    planned.id,
                    known.len()
                ));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// A question of the golden set.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    id: String,
    question: String,
    answerable: bool,
    /// Paths of the articles that answer it.
    articles: Vec<String>,
    /// Alternatives; all strings of one stand in a passage that answers.
    expect: Vec<Vec<String>>,
}

#[test]
fn golden_questions_have_the_answers_they_expect() {
    let golden =
        std::fs::read_to_string(Path::new(PROJECT).join("tests/it/golden/polestar.jsonl")).unwrap();
    let articles = corpus();
    let mut ids = HashSet::new();
    for line in golden.lines() {
        let golden: Golden = serde_json::from_str(line).unwrap();
        let Golden { id, question, .. } = &golden;
        assert!(ids.insert(id.clone()), "{id} twice");
        assert!(!question.is_empty(), "{id} asks nothing");
        assert_eq!(golden.answerable, !golden.expect.is_empty(), "{id}");
        assert_eq!(golden.answerable, !golden.articles.is_empty(), "{id}");
        for path in &golden.articles {
            let article = articles
                .iter()
                .find(|article| article.source.path == *path)
                .unwrap_or_else(|| panic!("{id}: there is no {path}"));
            let answers = passages(article).iter().any(|passage| {
                let text = passage.text.to_lowercase();
                let is_said = |part: &String| text.contains(&part.to_lowercase());
                golden.expect.iter().any(|parts| parts.iter().all(is_said))
            });
            assert!(answers, "{id}: {path} does not answer {question:?}");
        }
    }
    assert_eq!(ids.len(), 40);
}
