//! A passage's features for the learned ranking.
//!
//! All are computed from the candidates' term vectors and the weights of the question's terms, so
//! candidates from any other source would rank alike.

use crate::index::Hit;

use super::answer_kind::AnswerKind;
use super::evidence::Evidence;
use super::linear::features;
use super::sentence::BestSentence;
use super::term_weights::TermWeights;
use super::terms::Terms;

features! {
    /// A passage's features, as shares of the question's weight unless noted otherwise.
    Features {
        /// The index's score over the sum of the question's inverse document frequencies.
        engine,
        /// The index's score over that of the best candidate.
        engine_relative,
        /// BM25 of the text alone, over the sum of the question's inverse document frequencies.
        bm25,
        /// Found in the text.
        cover,
        cover_squared,
        /// Found in the text exactly as typed.
        cover_exact,
        /// Not found, but sharing a prefix with a word of the text.
        cover_prefix,
        cover_short_prefix,
        /// Like `cover`, but terms weigh more the fewer other candidates contain them.
        local_cover,
        local_sentence,
        local_dense,
        local_pairs,
        local_bm25,
        local_anywhere,
        /// Found in the text, a heading or the title.
        cover_anywhere,
        title,
        /// Found in the best sentence or a heading above it.
        sentence_cover,
        sentence_cover_squared,
        /// What the sentence model gives the best sentence, in its own units.
        sentence_score,
        /// Found in two consecutive sentences.
        window,
        /// Found within a dozen content words.
        dense,
        /// Neighbours in the question that are also neighbours here, in the same order.
        pairs,
        /// Neighbours in the question that are within eight content words here, in any order.
        near_pairs,
        /// Three or more consecutive words as in the question.
        runs,
        /// Names and numbers of the question found in the text, a heading or the title.
        names,
        /// Names and numbers of the question that are missing.
        names_missing,
        /// Whether the rarest term is in the text: 0 or 1.
        rarest,
        /// Found more than once, with diminishing returns.
        repeated,
        /// Whether the best sentence has a time and the question asks for one: 0 or 1.
        time,
        amount,
        name,
        /// Whether the passage has the kind of thing asked for: 0 or 1.
        kind,
        /// How close such a thing is to the question's words: 1 beside them, falling to 0.
        kind_near,
        /// The score of the article's best candidate over the best of all.
        article_best,
        /// The article's share of all candidates' scores.
        article_share,
        /// Missing here, but found in the previous or next passage.
        beside,
        /// 1 for the article's first passage, falling to 0.
        early,
        /// Logarithm of the number of content words.
        length,
    }
}

/// BM25's parameters for saturation and length; values below the usual suit passages of one
/// paragraph.
const K1: f32 = 0.6;
const B: f32 = 0.6;

/// Content words within which two terms count as near.
const NEAR_WORDS: u32 = 8;

/// Content words within which terms count as dense.
const DENSE_WORDS: u32 = 12;

/// What the features need to know about all of a question's candidates.
pub(super) struct CandidatePool {
    best_score: f32,
    scores_sum: f32,
    mean_length: f32,
    /// For each article: its best score and the sum of its scores.
    articles: Vec<(u32, f32, f32)>,
    /// Terms in the text, by article and position.
    places: Vec<(u32, u32, Terms)>,
    pub(super) local: TermWeights,
}

impl CandidatePool {
    pub(super) fn new(candidates: &[(Hit, Evidence)], term_weights: &TermWeights) -> Self {
        let mut articles: Vec<(u32, f32, f32)> = Vec::new();
        let mut best_score: f32 = 0.0;
        let mut scores_sum = 0.0;
        let mut words = 0;
        for (hit, evidence) in candidates {
            best_score = best_score.max(hit.score);
            scores_sum += hit.score;
            words += evidence.length;
            match articles
                .iter_mut()
                .find(|known| known.0 == hit.term_vector.article)
            {
                Some((_, best, sum)) => {
                    *best = best.max(hit.score);
                    *sum += hit.score;
                }
                None => articles.push((hit.term_vector.article, hit.score, hit.score)),
            }
        }
        let place = |(hit, evidence): &(Hit, Evidence)| {
            (
                hit.term_vector.article,
                hit.term_vector.position,
                evidence.text,
            )
        };
        let texts: Vec<Terms> = candidates
            .iter()
            .map(|(_, evidence)| evidence.text)
            .collect();
        Self {
            local: term_weights.among(&texts),
            best_score: best_score.max(f32::MIN_POSITIVE),
            scores_sum: f32::max(scores_sum, f32::MIN_POSITIVE),
            mean_length: real(words) / count(candidates.len()).max(1.0),
            articles,
            places: candidates.iter().map(place).collect(),
        }
    }

    fn article(&self, article: u32) -> (f32, f32) {
        let found = self.articles.iter().find(|known| known.0 == article);
        found.map_or((0.0, 0.0), |&(_, best, sum)| {
            (best / self.best_score, sum / self.scores_sum)
        })
    }

    fn beside(&self, hit: &Hit) -> Terms {
        let (article, position) = (hit.term_vector.article, hit.term_vector.position);
        self.places
            .iter()
            .filter(|place| place.0 == article && place.1.abs_diff(position) == 1)
            .fold(Terms::NONE, |terms, place| terms.or(place.2))
    }
}

impl Features {
    pub(super) fn new(
        hit: &Hit,
        evidence: &Evidence,
        best: &BestSentence,
        kind: Option<AnswerKind>,
        term_weights: &TermWeights,
        pool: &CandidatePool,
    ) -> Self {
        let flag = |is_set: bool| if is_set { 1.0 } else { 0.0 };
        let anywhere = evidence.anywhere();
        let cover = term_weights.share(evidence.text);
        let local = &pool.local;
        let proximity = Proximity::new(evidence, term_weights, local);
        let sentence = evidence.sentences.get(best.index);
        let read = sentence.map_or(evidence.headings, |one| one.terms.or(evidence.headings));
        let sentence_cover = term_weights.share(read);
        let asked = |wanted| {
            flag(kind == Some(wanted) && sentence.is_some_and(|sentence| sentence.has_kind()))
        };
        let (article_best, article_share) = pool.article(hit.term_vector.article);
        let counts = Counts::new(evidence);
        let relative_length = real(evidence.length) / pool.mean_length.max(1.0);
        let kind_distance = evidence
            .sentences
            .iter()
            .filter_map(|one| one.kind_distance)
            .min();
        Self {
            engine: hit.score / term_weights.total().max(f32::MIN_POSITIVE),
            engine_relative: hit.score / pool.best_score,
            bm25: counts.bm25(term_weights, relative_length),
            cover,
            cover_squared: cover * cover,
            cover_exact: term_weights.share(evidence.exact),
            cover_prefix: term_weights.share(evidence.prefix.without(anywhere)),
            cover_short_prefix: term_weights.share(evidence.short_prefix.without(anywhere)),
            local_cover: local.share(evidence.text),
            local_sentence: local.share(read),
            local_dense: proximity.local_dense,
            local_pairs: local.share(proximity.pairs),
            local_bm25: counts.bm25(local, relative_length),
            local_anywhere: local.share(anywhere),
            cover_anywhere: term_weights.share(anywhere),
            title: term_weights.share(evidence.title),
            sentence_cover,
            sentence_cover_squared: sentence_cover * sentence_cover,
            sentence_score: best.score,
            window: window(evidence, term_weights),
            dense: proximity.dense,
            pairs: term_weights.share(proximity.pairs),
            near_pairs: term_weights.share(proximity.near),
            runs: term_weights.share(proximity.runs),
            names: term_weights.share(anywhere.and(term_weights.names)),
            names_missing: term_weights.share(term_weights.names.without(anywhere)),
            rarest: flag(!evidence.text.and(term_weights.rarest()).is_empty()),
            repeated: counts.repeated(term_weights),
            time: asked(AnswerKind::Time),
            amount: asked(AnswerKind::Amount),
            name: asked(AnswerKind::Name),
            kind: flag(
                evidence
                    .sentences
                    .iter()
                    .any(|sentence| sentence.has_kind()),
            ),
            kind_near: kind_distance.map_or(0.0, |distance| 1.0 / (1.0 + real(distance) / 4.0)),
            article_best,
            article_share,
            beside: term_weights.share(pool.beside(hit).without(anywhere)),
            early: 1.0 / (1.0 + real(hit.term_vector.position)),
            length: (1.0 + real(evidence.length)).ln(),
        }
    }
}

/// The largest share found in two consecutive sentences.
fn window(evidence: &Evidence, term_weights: &TermWeights) -> f32 {
    let sentences = &evidence.sentences;
    let above = evidence.headings;
    let single = sentences
        .first()
        .map_or(0.0, |only| term_weights.share(only.terms.or(above)));
    sentences
        .iter()
        .zip(sentences.iter().skip(1))
        .map(|(one, other)| term_weights.share(one.terms.or(other.terms).or(above)))
        .fold(single, f32::max)
}

/// How close proximity a passage's occurrences are.
struct Proximity {
    pairs: Terms,
    near: Terms,
    runs: Terms,
    dense: f32,
    local_dense: f32,
}

impl Proximity {
    fn new(evidence: &Evidence, term_weights: &TermWeights, local: &TermWeights) -> Self {
        let occurrences = &evidence.occurrences;
        let mut found = Self {
            pairs: Terms::NONE,
            near: Terms::NONE,
            runs: Terms::NONE,
            dense: 0.0,
            local_dense: 0.0,
        };
        let mut run = Terms::NONE;
        for (place, one) in occurrences.iter().enumerate() {
            let after = occurrences.iter().skip(place + 1);
            let mut stretch = evidence.headings.with(one.term);
            let mut continues = false;
            for other in after {
                let distance = other.position.saturating_sub(one.position);
                if distance > DENSE_WORDS {
                    break;
                }
                stretch = stretch.with(other.term);
                if distance > NEAR_WORDS || one.term.abs_diff(other.term) != 1 {
                    continue;
                }
                found.near = found.near.with(one.term).with(other.term);
                if distance == 1 && other.term > one.term {
                    found.pairs = found.pairs.with(one.term).with(other.term);
                    run = run.with(one.term).with(other.term);
                    continues = true;
                }
            }
            if !continues {
                run = Terms::NONE;
            } else if run.count() > 2 {
                found.runs = found.runs.or(run);
            }
            found.dense = found.dense.max(term_weights.share(stretch));
            found.local_dense = found.local_dense.max(local.share(stretch));
        }
        found
    }
}

/// How often each term occurs.
struct Counts([u16; Terms::MAX]);

impl Counts {
    fn new(evidence: &Evidence) -> Self {
        let mut counts = [0; Terms::MAX];
        let found = evidence
            .occurrences
            .iter()
            .map(|occurrence| occurrence.term);
        for term in found.chain(evidence.headings.iter()) {
            if let Some(count) = counts.get_mut(term) {
                *count = u16::saturating_add(*count, 1);
            }
        }
        Self(counts)
    }

    fn found<'a>(&'a self, term_weights: &'a TermWeights) -> impl Iterator<Item = (f32, f32)> + 'a {
        let count = |term: usize| self.0.get(term).copied().unwrap_or_default();
        term_weights
            .shares()
            .map(move |(term, share)| (share, f32::from(count(term))))
    }

    /// `length` is the passage's length over the mean.
    fn bm25(&self, term_weights: &TermWeights, length: f32) -> f32 {
        let damping = K1 * (1.0 - B + B * length);
        self.found(term_weights)
            .map(|(share, count)| share * count * (K1 + 1.0) / (count + damping))
            .sum()
    }

    fn repeated(&self, term_weights: &TermWeights) -> f32 {
        self.found(term_weights)
            .map(|(share, count)| share * (count - 1.0).max(0.0) / (count + 1.0))
            .sum()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a passage has few words")]
fn real(count: u32) -> f32 {
    count as f32
}

#[expect(clippy::cast_precision_loss, reason = "there are few candidates")]
fn count(candidates: usize) -> f32 {
    candidates as f32
}
