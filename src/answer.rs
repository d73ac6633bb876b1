//! Hits → answer.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::article::Source;

/// What is shown for a question.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    pub question: Question,
    pub state: State,
    /// Best first, at most as many as asked for, each from a different place. Empty only when
    /// `state` is [`State::NotCovered`] and nothing comes near.
    pub excerpts: Vec<Excerpt>,
    /// Words of the question that occur nowhere in the corpus, as they were typed.
    pub unseen: Vec<String>,
    /// Of the index that answered.
    pub generation: u64,
}

/// How sure the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The first excerpt answers the question.
    Answered,
    /// Passages come near and may or may not answer.
    Closest,
    /// The articles do not cover the question.
    NotCovered,
}

/// A passage of an article, marked up for the question.
#[derive(Debug, Clone, Serialize)]
pub struct Excerpt {
    pub source: Arc<Source>,
    /// Outermost first; empty before the article's first heading.
    pub headings: Vec<String>,
    /// Position of the passage in its article, from 0.
    pub position: u32,
    pub text: String,
    /// Byte range in `text` of the sentence that answers best.
    pub sentence: Range<usize>,
    /// Byte ranges in `text` of the question's words, in order, disjoint, on character boundaries.
    pub highlights: Vec<Range<usize>>,
    /// Comparable within one answer only.
    pub score: f32,
}

/// A question, cleaned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// What is searched for: one line, at most the configured number of characters; may be empty.
    pub text: String,
    /// Characters cut off the end because the question was too long.
    pub cut: usize,
}
