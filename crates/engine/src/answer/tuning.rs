//! Changes that admins made while the program runs, on top of the configuration: synonyms, answers
//! pinned to a section, the trust in an article, and how sure an answer must be.
//!
//! Pure. It must not know who made a change or where changes are stored.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::article::Trust;
use crate::index::Hit;
use crate::index::analysis::{exact_form, term_vector};

use super::{Answer, Coverage, Excerpt};

/// All changes in force.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tuning {
    /// Groups of synonyms, members separated by commas.
    pub synonyms: Vec<String>,
    /// Pins by [`wording`].
    pins: HashMap<String, Pin>,
    /// Trust by article path.
    trust: BTreeMap<String, Trust>,
    /// Overrides the configured share of uncovered questions that may count as answered, 0 to 1.
    pub false_answers: Option<f32>,
}

/// The section that answers a question, whatever the search finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The article's path.
    pub article: String,
    /// The section's headings, outermost first; empty for the whole article.
    pub headings: Vec<String>,
}

impl Pin {
    fn is_at(&self, excerpt: &Excerpt) -> bool {
        excerpt.source.path == self.article && excerpt.headings.starts_with(&self.headings)
    }
}

impl Tuning {
    /// Pins the answer to a question; a later pin replaces an earlier one.
    pub fn pin(&mut self, question: &str, pin: Pin) {
        self.pins.insert(wording(question), pin);
    }

    /// Overrides the trust that an article declares.
    pub fn trust(&mut self, path: &str, trust: Trust) {
        self.trust.insert(path.to_owned(), trust);
    }

    /// The section to which the answer to a question is pinned.
    #[must_use]
    pub(crate) fn pinned(&self, question: &str) -> Option<&Pin> {
        if self.pins.is_empty() {
            return None;
        }
        self.pins.get(&wording(question))
    }

    /// All synonyms, one group a line: the configured ones, then those added.
    #[must_use]
    pub(crate) fn all_synonyms(&self, configured: &str) -> String {
        let added = self.synonyms.iter().map(String::as_str);
        std::iter::once(configured)
            .chain(added)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Applies the trust in force to candidates, before ranking.
    pub(crate) fn trust_hits(&self, hits: &mut [Hit]) {
        if self.trust.is_empty() {
            return;
        }
        let by_article: HashMap<u32, Trust> = self
            .trust
            .iter()
            .map(|(path, trust)| (term_vector::hash(path), *trust))
            .collect();
        for hit in hits {
            if let Some(trust) = by_article.get(&hit.term_vector.article) {
                hit.term_vector.trust = *trust;
            }
        }
    }

    /// Applies the trust in force to an answer's excerpts, after ranking.
    pub(crate) fn mark(&self, answer: &mut Answer) {
        for excerpt in &mut answer.excerpts {
            if let Some(trust) = self.trust.get(&excerpt.source.path) {
                Arc::make_mut(&mut excerpt.source).trust = *trust;
            }
        }
    }
}

/// Puts a passage of the pinned section first and marks the question as answered: the best-ranked
/// one of the section, or `otherwise`. Returns false if there is neither.
pub(crate) fn put_first(
    answer: &mut Answer,
    pin: &Pin,
    otherwise: impl FnOnce() -> Option<Excerpt>,
) -> bool {
    let place = answer.excerpts.iter().position(|it| pin.is_at(it));
    let excerpt = match place {
        Some(place) => Some(answer.excerpts.remove(place)),
        None => otherwise(),
    };
    let Some(excerpt) = excerpt else { return false };
    answer.excerpts.insert(0, excerpt);
    answer.differing.clear();
    answer.state = Coverage::Answered;
    answer.confidence = 1.0;
    true
}

/// A key that ignores case, letter forms, white space and punctuation at the ends of words.
fn wording(question: &str) -> String {
    let folded = exact_form(question);
    let words = folded.split_whitespace().map(|word| {
        word.trim_matches(|letter: char| !letter.is_alphanumeric() && !"+#".contains(letter))
    });
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Question, about};
    use crate::index::sample;

    fn answer(titles: &[&str]) -> Answer {
        let question = Question::clean("Where?", 500);
        let mut articles = titles.iter().map(|title| {
            let (source, passage) = sample(title, &format!("{title} stands there."));
            about(question.clone(), source, vec![passage], 1)
        });
        let mut first = articles.next().unwrap();
        first.excerpts.extend(articles.flat_map(|it| it.excerpts));
        first.state = Coverage::NotCovered;
        first
    }

    fn order(answer: &Answer) -> Vec<&str> {
        let titles = answer.excerpts.iter();
        titles.map(|it| it.source.title.as_str()).collect()
    }

    fn pin(article: &str) -> Pin {
        Pin {
            article: article.to_owned(),
            headings: Vec::new(),
        }
    }

    #[test]
    fn a_pinned_passage_comes_first_and_answers() {
        let mut shown = answer(&["Tea", "Milk", "Rum"]);
        assert!(put_first(&mut shown, &pin("Rum.md"), || None));
        assert_eq!(order(&shown), ["Rum", "Tea", "Milk"]);
        assert_eq!(shown.state, Coverage::Answered);
    }

    #[test]
    fn a_pin_outside_the_answer_is_looked_up_and_a_dead_pin_changes_nothing() {
        let mut shown = answer(&["Tea"]);
        let found = || Some(answer(&["Gin"]).excerpts.remove(0));
        assert!(put_first(&mut shown, &pin("Gin.md"), found));
        assert_eq!(order(&shown), ["Gin", "Tea"]);
        let mut shown = answer(&["Tea"]);
        assert!(!put_first(&mut shown, &pin("Gone.md"), || None));
        assert_eq!(
            (order(&shown), shown.state),
            (vec!["Tea"], Coverage::NotCovered)
        );
    }

    #[test]
    fn a_pin_applies_to_its_wording_only() {
        let mut tuning = Tuning::default();
        tuning.pin("Where is the  C++ café?", pin("cafe.md"));
        assert!(tuning.pinned("where is the c++ cafe").is_some());
        assert!(tuning.pinned("Where is the C# café?").is_none());
        assert!(tuning.pinned("When is the C++ café open?").is_none());
    }

    #[test]
    fn admins_override_the_trust_in_an_article() {
        let mut tuning = Tuning::default();
        tuning.trust("Tea.md", Trust::Low);
        let mut hits = [Hit::sample("Tea", "Hot."), Hit::sample("Milk", "Cold.")];
        tuning.trust_hits(&mut hits);
        assert_eq!(
            hits.map(|it| it.term_vector.trust),
            [Trust::Low, Trust::Normal]
        );
        let mut shown = answer(&["Tea", "Milk"]);
        tuning.mark(&mut shown);
        let trust: Vec<Trust> = shown.excerpts.iter().map(|it| it.source.trust).collect();
        assert_eq!(trust, [Trust::Low, Trust::Normal]);
    }
}
