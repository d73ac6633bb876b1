//! What is wrong in the corpus, as a list.

use super::corpus::{Catalogued, paged};
use crate::discord::escape;
use crate::discord::words::Words;
use lodestar_engine::review::{Finding, SectionId};

/// Room for a path or heading, and for a sentence, in UTF-16 code units.
const SHORT: usize = 80;
const SENTENCE: usize = 160;

/// A page of findings, counted from 0.
pub(in crate::discord) fn health(words: Words, findings: &[Finding], page: usize) -> Catalogued {
    let heading = if findings.is_empty() {
        words.health_well()
    } else {
        words.health_heading(findings.len())
    };
    let lines: Vec<String> = findings
        .iter()
        .map(|it| format!("- {}", sentence(words, it)))
        .collect();
    paged(words, &heading, &lines, page)
}

fn sentence(words: Words, finding: &Finding) -> String {
    let path = |path: &str| escape::line(path, SHORT);
    match finding {
        Finding::Twins {
            one,
            other,
            percent,
        } => words.health_twins(&shown(one), &shown(other), usize::from(*percent)),
        Finding::Differ {
            one,
            other,
            said,
            said_otherwise,
        } => {
            let [said, otherwise] = [said, said_otherwise].map(|it| escape::line(it, SENTENCE));
            words.health_differ(&shown(one), &said, &shown(other), &otherwise)
        }
        Finding::Long {
            place,
            words: length,
        } => words.health_long(&shown(place), *length),
        Finding::Empty { place } => words.health_empty(&shown(place)),
        Finding::Undated { path: of } => words.health_undated(&path(of)),
        Finding::DeadLink { path: of, target } => words.health_link(&path(of), &path(target)),
        Finding::Unused { path: of } => words.health_unused(&path(of)),
        Finding::Disliked { path: of, up, down } => {
            let [up, down] = [up, down].map(|it| usize::try_from(*it).unwrap_or(usize::MAX));
            words.health_disliked(&path(of), up, down)
        }
    }
}

fn shown(place: &SectionId) -> String {
    let path = escape::line(&place.path, SHORT);
    match &place.heading {
        Some(heading) => format!("{path} › {}", escape::line(heading, SHORT)),
        None => path,
    }
}
