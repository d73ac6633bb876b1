//! What is known of a language's words, so that each is folded, stemmed and hashed once.
//!
//! Few words make up most of any text (Zipf 1935): looking one up costs a tenth of working it out.
//! An analyzer belongs to one thread; it knows nothing of passages.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::language::Language;

use super::digest::{Form, Looks};
use super::remembered::Remembered;
use super::stem::Stemmer;
use super::{MAX_TOKEN_CHARS, UNITED_STATES, fold, stopwords};

/// Words that are remembered, at most; then it begins anew. About 5 MB.
const MOST_WORDS: usize = 1 << 15;

/// Languages whose words are remembered at a time.
const MOST_LANGUAGES: usize = 3;

/// An analyzer for each of the languages that come up.
#[derive(Default)]
pub struct Analyzers(Vec<Analyzer>);

impl Analyzers {
    /// The one of a language, which may have forgotten what it knew.
    pub fn of(&mut self, language: Language) -> &mut Analyzer {
        let known = self.0.iter().position(|it| it.language == language);
        let analyzer = match known {
            Some(place) => self.0.remove(place),
            None => Analyzer::new(language),
        };
        self.0.truncate(MOST_LANGUAGES - 1);
        self.0.insert(0, analyzer);
        let [first, ..] = self.0.as_mut_slice() else {
            unreachable!("one was put in");
        };
        first
    }
}

/// Reads words of a language.
pub struct Analyzer {
    pub(super) language: Language,
    /// The language whose function words are dropped.
    pub(super) stop: Language,
    stemmer: Stemmer,
    words: Remembered<Known>,
    grams: Remembered<Rc<Reading>>,
}

/// What a word is read as.
#[derive(Debug, Clone)]
pub(super) enum Known {
    /// It carries no content.
    Stop,
    Content {
        word: Rc<Reading>,
        /// A second reading of it.
        variant: Option<Rc<Reading>>,
    },
}

/// The two forms of a word, and what ranking wants to know of them.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) stem: Box<str>,
    pub(super) exact: Box<str>,
    form: OnceCell<(Form, Looks)>,
}

impl Reading {
    pub(super) fn new(stem: &str, exact: &str) -> Self {
        Self {
            stem: shorten(stem).into(),
            exact: shorten(exact).into(),
            form: OnceCell::new(),
        }
    }

    pub(super) fn form(&self) -> (Form, Looks) {
        *self
            .form
            .get_or_init(|| (Form::new(&self.stem, &self.exact), Looks::of(&self.exact)))
    }
}

fn shorten(text: &str) -> &str {
    match text.char_indices().nth(MAX_TOKEN_CHARS) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

impl Analyzer {
    /// For many texts of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self::remembering(MOST_WORDS, language, language)
    }

    /// For one short text, of which nothing need be remembered.
    pub(super) fn once(language: Language, stop: Language) -> Self {
        Self::remembering(0, language, stop)
    }

    fn remembering(most: usize, language: Language, stop: Language) -> Self {
        Self {
            language,
            stop,
            stemmer: Stemmer::new(language),
            words: Remembered::new(most),
            grams: Remembered::new(most),
        }
    }

    /// A word of letters, as it was written.
    pub(super) fn word(&mut self, written: &str) -> Known {
        let (stop, stemmer) = (self.stop, &self.stemmer);
        self.words.of(written, || Known::of(written, stop, stemmer))
    }

    /// Characters of a script without spaces.
    pub(super) fn gram(&mut self, written: &str) -> Rc<Reading> {
        self.grams.of(written, || {
            let exact = fold::fold(written);
            Rc::new(Reading::new(&exact, &exact))
        })
    }
}

impl Known {
    fn of(written: &str, stop: Language, stemmer: &Stemmer) -> Self {
        let exact = fold::fold(written);
        if stopwords::contains(stop, &exact) && written != UNITED_STATES {
            return Self::Stop;
        }
        let stem = stemmer.stem(written);
        let variant = stemmer.variant(written);
        let variant = variant
            .filter(|variant| *variant != stem)
            .map(|variant| Rc::new(Reading::new(&variant, &exact)));
        let word = Rc::new(Reading::new(&stem, &exact));
        Self::Content { word, variant }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Numbers, analyse};
    use super::*;

    #[test]
    fn what_is_remembered_is_read_as_it_was_the_first_time() {
        let text = "Polestars fabrik i US bygger bilarna; bilarna, fabriken och 成都工厂 3 gånger.";
        let mut analyzer = Analyzer::new(Language::Swedish);
        let mut read = || {
            analyse(&mut analyzer, text, Numbers::AloneToo)
                .into_iter()
                .map(|found| (found.reading.stem.clone(), found.reading.exact.clone()))
                .collect::<Vec<_>>()
        };
        let first = read();
        assert_eq!(read(), first);
        let tokens = super::super::tokens(text, Language::Swedish);
        let again: Vec<_> = tokens
            .into_iter()
            .map(|token| (token.stem.into_boxed_str(), token.exact.into_boxed_str()))
            .collect();
        assert_eq!(again, first);
    }
}
