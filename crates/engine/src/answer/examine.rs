//! Exposes the features of candidates, for training to learn from.

use crate::index::Hit;

use super::analysed::AnalysedQuestion;
use super::model::Model;
use super::term_weights::TermWeights;
use super::{TermStatistics, confidence, rank, sentence};

/// A question with its candidates, best first.
#[derive(Debug)]
pub(crate) struct Examined {
    pub candidates: Vec<Candidate>,
    /// Whether [`Model::unspaced`] ranks it.
    pub unspaced: bool,
    /// The inputs of the confidence; `None` if nothing was found.
    pub signals: Option<Vec<f32>>,
}

/// A candidate with its features.
#[derive(Debug)]
pub(crate) struct Candidate {
    /// Path of its article.
    pub path: String,
    pub text: String,
    pub features: Vec<f32>,
    /// The text and features of each sentence.
    pub sentences: Vec<(String, Vec<f32>)>,
}

/// Ranks like [`super::compose`], with the caller's model.
#[must_use]
pub(crate) fn examine(
    asked: &AnalysedQuestion,
    hits: Vec<Hit>,
    statistics: &TermStatistics,
    model: &Model,
) -> Examined {
    let term_weights = TermWeights::new(asked, &statistics.frequencies, statistics.passages);
    let ranked = rank::rank(hits, asked, &term_weights, model);
    let texts: Vec<_> = ranked.iter().map(|ranked| ranked.evidence.text).collect();
    let local = term_weights.among(&texts);
    let signals = confidence::signals(&ranked, &term_weights);
    let candidates = ranked.iter().filter_map(|ranked| {
        let (source, passage) = ranked.hit.open()?;
        let text = |(index, range): (usize, &std::ops::Range<usize>)| {
            let features =
                sentence::features(&ranked.evidence, index, asked.kind, &term_weights, &local);
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
