//! Ranks candidates by what the index's score cannot see.

use crate::article::Trust;
use crate::index::Hit;
use crate::index::analysis::term_vector;

use super::analysed::AnalysedQuestion;
use super::evidence::{Evidence, TermIndex};
use super::features::{CandidatePool, Features};
use super::model::Model;
use super::sentence::{self, BestSentence};
use super::term_weights::TermWeights;

/// A candidate with its evidence, features and score.
#[derive(Debug, Clone)]
pub(super) struct Ranked {
    pub(super) hit: Hit,
    pub(super) evidence: Evidence,
    pub(super) best: BestSentence,
    pub(super) features: Features,
    pub(super) score: f32,
}

/// Ranks candidates, best first; equal scores keep the index's order.
pub(super) fn rank(
    hits: Vec<Hit>,
    asked: &AnalysedQuestion,
    term_weights: &TermWeights,
    model: &Model,
) -> Vec<Ranked> {
    let terms = TermIndex::new(asked.terms());
    let seen: Vec<(Hit, Evidence)> = hits
        .into_iter()
        .map(|hit| {
            let evidence = terms.evidence(&hit.term_vector, asked.kind);
            (hit, evidence)
        })
        .collect();
    let recency = Recency::new(&seen, asked);
    let pool = CandidatePool::new(&seen, term_weights);
    let weights = model.ranking(asked.is_unspaced());
    let mut ranked: Vec<Ranked> = seen
        .into_iter()
        .map(|(hit, evidence)| {
            let best = sentence::best(
                &evidence,
                asked.kind,
                term_weights,
                &pool.local,
                &model.sentence,
            );
            let features = Features::new(&hit, &evidence, &best, asked.kind, term_weights, &pool);
            let score = weights.score(&features.values())
                + trust_bonus(hit.term_vector.trust)
                + recency.bonus(hit.term_vector.day)
                + wrong_sibling(asked, &evidence)
                + right_heading(&evidence, term_weights);
            Ranked {
                hit,
                evidence,
                best,
                features,
                score,
            }
        })
        .collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
    ranked
}

/// A penalty for passages that do not name a numbered thing the question asks about, larger if they
/// name its sibling. Numbered names are too rare in prose for the model to learn this.
fn wrong_sibling(asked: &AnalysedQuestion, evidence: &Evidence) -> f32 {
    let mut wrong = 0.0;
    for (number, term) in asked.own_terms().iter().enumerate() {
        if term
            .exact
            .iter()
            .any(|exact| term_vector::is_numbered(exact))
            && !evidence.anywhere().has(number)
        {
            wrong += if evidence.siblings.has(number) {
                -3.0
            } else {
                -1.5
            };
        }
    }
    wrong
}

/// The bonus for a passage under a heading that contains all of the question.
const RIGHT_HEADING: f32 = 2.0;

/// Headings that contain at most this share of the question earn nothing.
const BARE_HEADING: f32 = 0.6;

/// A bonus for passages under a heading that asks the same question. It is not learned because the
/// training sets have no headings.
fn right_heading(evidence: &Evidence, term_weights: &TermWeights) -> f32 {
    let beyond = term_weights.share(evidence.headings) - BARE_HEADING;
    RIGHT_HEADING * beyond.max(0.0) / (1.0 - BARE_HEADING)
}

/// The bonus of the newest article over the oldest: just enough to decide between passages that
/// answer equally well.
const RECENCY: f32 = 0.3;

/// The bonus for an article from the year asked about.
const RIGHT_YEAR: f32 = 0.5;

/// Days in a year, on average.
const YEAR_DAYS: f32 = 365.25;

/// Which article dates are preferred.
enum Recency {
    /// Newer is better, between two days since 1970.
    Newest(f32, f32),
    /// The question names a year.
    Year(f32),
}

impl Recency {
    fn new(candidates: &[(Hit, Evidence)], asked: &AnalysedQuestion) -> Self {
        let years = asked
            .own_terms()
            .iter()
            .filter_map(|term| term.exact.first());
        let mut years = years.filter(|word| word.len() == 4);
        if let Some(year) = years.find_map(|word| word.parse::<u16>().ok()) {
            return Self::Year(f32::from(year));
        }
        let days = candidates.iter().filter_map(|(hit, _)| hit.term_vector.day);
        let days = days.map(real);
        let (oldest, newest) = days.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), day| {
            (low.min(day), high.max(day))
        });
        Self::Newest(oldest, newest)
    }

    fn bonus(&self, day: Option<i32>) -> f32 {
        let Some(day) = day.map(real) else {
            return 0.0;
        };
        match *self {
            Self::Newest(oldest, newest) if newest > oldest => {
                RECENCY * (day - oldest) / (newest - oldest)
            }
            Self::Newest(..) => 0.0,
            Self::Year(year) if (1970.0 + day / YEAR_DAYS).floor() == year => RIGHT_YEAR,
            Self::Year(_) => 0.0,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "days since 1970 fit an f32")]
fn real(day: i32) -> f32 {
    day as f32
}

/// The bonus for trust. High trust decides between passages that match about equally well; it does
/// not make up for wrong words.
pub(super) fn trust_bonus(trust: Trust) -> f32 {
    match trust {
        Trust::Low => -2.0,
        Trust::Normal => 0.0,
        Trust::High => 0.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::terms::Terms;
    use crate::answer::{Lexicon, Question};
    use crate::language::Language;

    #[test]
    fn only_a_heading_with_nearly_all_of_the_question_counts() {
        let lexicon = Lexicon::new("", &[Language::English]);
        let question = Question::clean("When does the museum shop open?", 500);
        let asked = AnalysedQuestion::new(question, &[], &lexicon);
        let term_weights = TermWeights::new(&asked, &[2, 2, 2], 10);
        let under = |headings: Terms| {
            let evidence = Evidence {
                headings,
                ..Evidence::default()
            };
            right_heading(&evidence, &term_weights)
        };
        let shop = Terms::NONE.with(1);
        let all = shop.with(0).with(2);
        assert_eq!(under(shop), 0.0);
        assert!((under(all) - RIGHT_HEADING).abs() < 1e-3, "{}", under(all));
    }
}
