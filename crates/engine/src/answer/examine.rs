//! Candidates with their features laid open: what training learns from.

use crate::index::Hit;

use super::asked::AnalysedQuestion;
use super::model::Model;
use super::worth::Worth;
use super::{TermStatistics, confidence, rank, sentence};

/// A question with its candidates, best first.
#[derive(Debug)]
pub(crate) struct Examined {
    pub candidates: Vec<Candidate>,
    /// Ranked by [`Model::unspaced`].
    pub unspaced: bool,
    /// What the confidence is computed from; `None` when nothing was found.
    pub signals: Option<Vec<f32>>,
}

/// A candidate, and what speaks for it.
#[derive(Debug)]
pub(crate) struct Candidate {
    /// Of its article.
    pub path: String,
    pub text: String,
    pub features: Vec<f32>,
    /// Text and features of each sentence.
    pub sentences: Vec<(String, Vec<f32>)>,
}

/// Ranks as [`super::compose`] does, with a model of the caller's.
#[must_use]
pub(crate) fn examine(
    asked: &AnalysedQuestion,
    hits: Vec<Hit>,
    statistics: &TermStatistics,
    model: &Model,
) -> Examined {
    let worth = Worth::new(asked, &statistics.frequencies, statistics.passages);
    let ranked = rank::rank(hits, asked, &worth, model);
    let texts: Vec<_> = ranked.iter().map(|ranked| ranked.evidence.text).collect();
    let local = worth.among(&texts);
    let signals = confidence::signals(&ranked, &worth);
    let candidates = ranked.iter().filter_map(|ranked| {
        let (source, passage) = ranked.hit.open()?;
        let text = |(index, range): (usize, &std::ops::Range<usize>)| {
            let features = sentence::features(&ranked.evidence, index, asked.kind, &worth, &local);
            let text = passage.text.get(range.clone()).unwrap_or_default();
            (text.to_owned(), features.values().to_vec())
        };
        Some(Candidate {
            path: source.path.clone(),
            sentences: passage.sentences.iter().enumerate().map(text).collect(),
            features: ranked.features.values().to_vec(),
            text: passage.text,
        })
    });
    Examined {
        candidates: candidates.collect(),
        unspaced: asked.is_unspaced(),
        signals: signals.map(|signals| signals.values().to_vec()),
    }
}
