//! An answer to somebody who asked for an article or a section by its title: what stands there,
//! from the beginning.

use std::sync::Arc;

use crate::article::Source;
use crate::passage::Passage;

use super::{Answer, Coverage, Excerpt, Question};

/// Every passage becomes an excerpt, in the order given; the sentence that answers is its first.
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
