//! The weight of each of a question's terms: its inverse document frequency.

use super::analysed::AnalysedQuestion;
use super::terms::Terms;

/// The weight of a term that a follow-up inherits, relative to one of its own.
const INHERITED_WEIGHT: f32 = 0.6;

/// Cap on the inverse document frequency of a common word: about that of a word in every fifth
/// passage.
const COMMON_IDF: f32 = 1.6;

/// The cap for a common word that no article happens to use: a question does not hinge on it, and
/// words that do occur must count for more.
const ABSENT_COMMON_IDF: f32 = 0.3;

/// Inverse document frequencies of a question's terms, as shares of their sum. The formula is
/// BM25's (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"), with 1 added
/// inside the logarithm to keep it positive.
#[derive(Debug, Clone)]
pub(super) struct TermWeights {
    shares: Vec<f32>,
    total: f32,
    max_idf: f32,
    /// Terms that are names or numbers.
    pub(super) names: Terms,
    /// Terms that occur nowhere, except common words.
    pub(super) unseen: Terms,
    /// Terms that were treated as misspellings.
    pub(super) corrected: Terms,
}

impl TermWeights {
    /// `frequencies` has the number of passages that contain each term, out of `passages`.
    pub(super) fn new(asked: &AnalysedQuestion, frequencies: &[u64], passages: u64) -> Self {
        let idf: Vec<f32> = frequencies
            .iter()
            .take(Terms::MAX)
            .enumerate()
            .map(|(term, &frequency)| {
                let own = term < asked.own_terms().len();
                let common = asked.terms().get(term).is_some_and(|term| term.common);
                let cap = match frequency {
                    _ if !common => f32::INFINITY,
                    0 => ABSENT_COMMON_IDF,
                    _ => COMMON_IDF,
                };
                idf(frequency, passages).min(cap) * if own { 1.0 } else { INHERITED_WEIGHT }
            })
            .collect();
        let unseen = frequencies.iter().enumerate();
        let telling = |term: usize| asked.terms().get(term).is_some_and(|term| !term.common);
        let unseen = unseen.filter(|&(term, &frequency)| frequency == 0 && telling(term));
        let unseen = unseen.fold(Terms::NONE, |terms, (term, _)| terms.with(term));
        Self {
            unseen,
            corrected: asked.corrected_terms(),
            ..Self::of_idf(&idf, names(asked), passages)
        }
    }

    fn of_idf(idf_each: &[f32], names: Terms, passages: u64) -> Self {
        let total: f32 = idf_each.iter().sum();
        let shares = idf_each
            .iter()
            .map(|idf| idf / total.max(f32::MIN_POSITIVE));
        Self {
            shares: shares.collect(),
            total,
            max_idf: idf(0, passages),
            names,
            unseen: Terms::NONE,
            corrected: Terms::NONE,
        }
    }

    /// Weights computed from the candidates alone: within the right article, the words of its
    /// subject do not separate one passage from another.
    pub(super) fn among(&self, candidates: &[Terms]) -> Self {
        let passages = u64::try_from(candidates.len()).unwrap_or(u64::MAX);
        let idf: Vec<f32> = (0..self.shares.len())
            .map(|term| {
                let holding = candidates.iter().filter(|found| found.has(term)).count();
                idf(u64::try_from(holding).unwrap_or(u64::MAX), passages)
            })
            .collect();
        Self::of_idf(&idf, self.names, passages)
    }

    /// Sum of the inverse document frequencies of all terms; 0 without terms.
    pub(super) fn total(&self) -> f32 {
        self.total
    }

    /// Inverse document frequency of a word that occurs nowhere.
    pub(super) fn max_idf(&self) -> f32 {
        self.max_idf
    }

    /// Share of one term.
    pub(super) fn of(&self, term: usize) -> f32 {
        self.shares.get(term).copied().unwrap_or_default()
    }

    /// Share of several terms together, 0 to 1.
    pub(super) fn share(&self, terms: Terms) -> f32 {
        terms.iter().map(|term| self.of(term)).sum()
    }

    /// Each term with its share.
    pub(super) fn shares(&self) -> impl Iterator<Item = (usize, f32)> {
        self.shares.iter().copied().enumerate()
    }

    /// The term with the largest weight.
    pub(super) fn rarest(&self) -> Terms {
        let rarest = self
            .shares()
            .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
        rarest.map_or(Terms::NONE, |(term, _)| Terms::NONE.with(term))
    }
}

/// Terms capitalised within the question, and terms with a digit.
fn names(asked: &AnalysedQuestion) -> Terms {
    let mut names = Terms::NONE;
    let text = &asked.question.text;
    for (number, term) in asked.terms().iter().enumerate() {
        let own = number < asked.own_terms().len();
        let written = text
            .get(term.range.clone())
            .filter(|_| own)
            .unwrap_or_default();
        let capital = term.range.start > 0 && written.starts_with(char::is_uppercase);
        let digit = term
            .exact
            .iter()
            .any(|exact| exact.contains(|letter: char| letter.is_ascii_digit()));
        if capital || digit {
            names = names.with(number);
        }
    }
    names
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of passages; a relative error of 1e-7 changes nothing"
)]
fn idf(frequency: u64, passages: u64) -> f32 {
    let (with, all) = (frequency.min(passages) as f32, passages as f32);
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Lexicon, Question};
    use crate::language::Language;

    fn term_weights(question: &str, frequencies: &[u64]) -> TermWeights {
        let question = Question::clean(question, 500);
        let lexicon = Lexicon::new("", &[Language::English]);
        let asked = AnalysedQuestion::new(question, &[], &lexicon);
        TermWeights::new(&asked, frequencies, 100)
    }

    #[test]
    fn rare_terms_weigh_more_and_unseen_ones_most() {
        let term_weights = term_weights("red green blue", &[90, 5, 0]);
        assert!(term_weights.of(0) < term_weights.of(1) && term_weights.of(1) < term_weights.of(2));
        let share = term_weights.share(Terms::NONE.with(0).with(1));
        assert!(share > 0.3 && share < 0.6, "{share}");
        assert_eq!(term_weights.rarest(), Terms::NONE.with(2));
    }

    #[test]
    fn names_and_numbers_of_the_question_are_recognised() {
        let term_weights = term_weights("Where is the Polestar 3 built in 2024?", &[1, 1, 1, 1]);
        assert_eq!(term_weights.names, Terms::NONE.with(0).with(1).with(3));
    }

    #[test]
    fn a_question_without_terms_covers_nothing() {
        assert_eq!(term_weights("", &[]).share(Terms::NONE), 0.0);
    }
}
