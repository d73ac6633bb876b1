//! Finds out what "not covered" looks like in a corpus: questions made from an article's own
//! headings and sentences are asked of the index as if that article were not there.

use rayon::prelude::*;

use crate::answer::{self, AnalysedQuestion, Lexicon, Question, TermStatistics};
use crate::index::analysis::question;
use crate::index::{Calibration, Hit, IndexError, Snapshot};

/// Passages that questions are made from, at most; more would only take time.
const SAMPLE: usize = 300;

/// Content words of a question that is made from a sentence. People ask with more, but
/// not only with words of the article: what few words still find elsewhere is what their questions
/// find.
const QUESTION_WORDS: usize = 3;

/// A question with fewer terms says too little.
const MIN_QUESTION_WORDS: usize = 2;

/// Measures a generation before it is published, on as many threads as the machine runs at a time.
pub(super) fn calibrate(snapshot: &Snapshot, lexicon: &Lexicon) -> Result<Calibration, IndexError> {
    let sample = snapshot.sample(SAMPLE)?;
    let confidences: Vec<Option<f32>> = sample
        .par_iter()
        .enumerate()
        .map(|(number, hit)| confidence(snapshot, lexicon, hit, number))
        .collect::<Result<_, _>>()?;
    Ok(Calibration::of(confidences.into_iter().flatten().collect()))
}

/// How confident the answer is to a question that is made from a passage whose article is left out;
/// `None` where none can be made.
fn confidence(
    snapshot: &Snapshot,
    lexicon: &Lexicon,
    hit: &Hit,
    number: usize,
) -> Result<Option<f32>, IndexError> {
    let Some((path, text)) = made_from(hit, number) else {
        return Ok(None);
    };
    let asked = AnalysedQuestion::new(Question { text, cut: 0 }, &[], lexicon);
    if asked.terms().len() < MIN_QUESTION_WORDS {
        return Ok(None);
    }
    let hits = snapshot.candidates_without(&path, asked.terms(), answer::CANDIDATES)?;
    let statistics = TermStatistics {
        frequencies: snapshot.frequencies_without(&path, asked.terms())?,
        passages: u64::try_from(snapshot.passages()).unwrap_or(u64::MAX),
        generation: snapshot.generation(),
    };
    Ok(Some(answer::confidence(&asked, hits, &statistics)))
}

/// The path of the passage's article, and words of one of its sentences in their order, spread
/// over it.
fn made_from(hit: &Hit, number: usize) -> Option<(String, String)> {
    let (source, passage) = hit.open()?;
    let place = number % passage.sentences.len().max(1);
    let sentence = passage.text.get(passage.sentences.get(place)?.clone())?;
    let terms = question::terms(sentence, &[source.language]);
    let count = terms.len();
    let words: Vec<&str> = terms
        .iter()
        .enumerate()
        .filter(|(index, _)| {
            let quota = |index: usize| index * QUESTION_WORDS / count.max(QUESTION_WORDS);
            quota(*index) != quota(index + 1)
        })
        .filter_map(|(_, term)| sentence.get(term.range.clone()))
        .collect();
    Some((source.path.clone(), words.join(" ")))
}
