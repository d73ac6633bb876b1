//! The golden questions and their results.

use super::lists::Listed;
use crate::app::{GoldenOutcome, GoldenReport};
use crate::discord::budget::{Page, width};
use crate::discord::escape;
use crate::discord::words::Words;
use lodestar_engine::golden::Probe;

/// Room for a question, in UTF-16 code units.
const QUESTION: usize = 140;
/// Room for an article's path.
const ARTICLE: usize = 60;
/// How many articles are named.
const ARTICLES: usize = 2;

pub(in crate::discord) fn golden(words: Words, golden: &[Probe]) -> Listed {
    let entry = |probe: &Probe| {
        let question = escape::line(&probe.question, QUESTION);
        format!("- {question} → {}", articles(words, &probe.articles))
    };
    Listed {
        heading: words.golden_heading(golden.len()),
        nothing: words.golden_none(),
        entries: golden.iter().map(entry).collect(),
    }
}

fn articles(words: Words, paths: &[String]) -> String {
    let named: Vec<String> = paths
        .iter()
        .take(ARTICLES)
        .map(|path| escape::line(path, ARTICLE))
        .collect();
    if named.is_empty() {
        "–".to_owned()
    } else {
        words.list(&named)
    }
}

/// How many are right, and as many of the wrong ones as fit.
pub(in crate::discord) fn golden_report(words: Words, report: &GoldenReport) -> String {
    if report.asked == 0 {
        return words.golden_none();
    }
    let mut page = Page::default();
    page.push(&words.golden_result(report.right, report.asked));
    let spare = width(&words.and_more(report.wrong.len())) + 1;
    for (shown, outcome) in report.wrong.iter().enumerate() {
        let line = wrong(words, outcome);
        if page.left() < width(&line) + 1 + spare {
            page.push(&words.and_more(report.wrong.len() - shown));
            break;
        }
        page.push(&line);
    }
    page.finish()
}

fn wrong(words: Words, outcome: &GoldenOutcome) -> String {
    let first = outcome.first.as_deref();
    let first = first.map_or("–".to_owned(), |path| escape::line(path, ARTICLE));
    let rank = outcome.rank.map_or("–".to_owned(), |rank| rank.to_string());
    words.golden_wrong(
        &escape::line(&outcome.question, QUESTION),
        &articles(words, &outcome.expected),
        &first,
        &rank,
    )
}
