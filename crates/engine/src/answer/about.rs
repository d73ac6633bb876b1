//! Answers a request for an article or section by its title: shows it from the beginning.

use std::sync::Arc;

use crate::article::Source;
use crate::passage::Passage;

use super::{Answer, Coverage, Excerpt, Question};

/// Turns every passage into an excerpt, in the given order, and marks its first sentence.
#[must_use]
pub fn about(
    question: Question,
    source: Source,
    passages: Vec<Passage>,
    generation: u64,
) -> Answer {
    let source = Arc::new(source);
    let excerpt = |passage: Passage| Excerpt {
        source: Arc::clone(&source),
        sentence: passage.sentences.first().cloned().unwrap_or(0..0),
        headings: passage.headings,
        position: passage.position,
        text: passage.text,
        highlights: Vec::new(),
        score: 1.0,
    };
    Answer {
        question,
        state: Coverage::Answered,
        confidence: 1.0,
        excerpts: passages.into_iter().map(excerpt).collect(),
        differing: Vec::new(),
        unseen: Vec::new(),
        corrections: Vec::new(),
        filter: Vec::new(),
        generation,
    }
}
