//! Analyses words of a language, folding, stemming and hashing each of them once.
//!
//! A few words make up most of any text (Zipf 1935), and looking one up costs a tenth of analysing
//! it. An analyzer belongs to one thread and knows nothing about passages.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::language::Language;

use super::memo::Memo;
use super::stem::Stemmer;
use super::term_vector::{Form, WordClass};
use super::{MAX_TOKEN_CHARS, UNITED_STATES, fold, stopwords};

/// Words to remember before starting over. They take about 5 MB.
const MEMO_WORDS: usize = 1 << 15;

/// Languages whose words are remembered at the same time.
const MAX_LANGUAGES: usize = 3;

/// An analyzer for each of the languages used last.
#[derive(Default)]
pub(crate) struct Analyzers(Vec<Analyzer>);

impl Analyzers {
    /// The analyzer of a language, with an empty memo if it was not used recently.
    pub(crate) fn get(&mut self, language: Language) -> &mut Analyzer {
        let known = self.0.iter().position(|it| it.language == language);
        let analyzer = match known {
            Some(index) => self.0.remove(index),
            None => Analyzer::new(language),
        };
        self.0.truncate(MAX_LANGUAGES - 1);
        self.0.insert(0, analyzer);
        let [first, ..] = self.0.as_mut_slice() else {
            unreachable!("an analyzer was just inserted");
        };
        first
    }
}

/// Analyses words of a language.
pub(crate) struct Analyzer {
    pub(super) language: Language,
    /// The language whose stop words are dropped.
    pub(super) stop: Language,
    stemmer: Stemmer,
    words: Memo<WordReading>,
    grams: Memo<Rc<Reading>>,
}

/// What a word is analysed as.
#[derive(Debug, Clone)]
pub(super) enum WordReading {
    /// A stop word.
    Stop,
    Content {
        word: Rc<Reading>,
        /// A second reading of the same word.
        variant: Option<Rc<Reading>>,
    },
}

/// The forms of a word, with their hashes and flags.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) stem: Box<str>,
    pub(super) exact: Box<str>,
    form: OnceCell<(Form, WordClass)>,
}

impl Reading {
    pub(super) fn new(stem: &str, exact: &str) -> Self {
        Self {
            stem: shorten(stem).into(),
            exact: shorten(exact).into(),
            form: OnceCell::new(),
        }
    }

    pub(super) fn form(&self) -> (Form, WordClass) {
        *self.form.get_or_init(|| {
            let form = Form::new(&self.stem, &self.exact);
            (form, WordClass::of(&self.exact))
        })
    }
}

fn shorten(text: &str) -> &str {
    match text.char_indices().nth(MAX_TOKEN_CHARS) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

impl Analyzer {
    /// For many texts.
    #[must_use]
    pub(crate) fn new(language: Language) -> Self {
        Self::with_memo(MEMO_WORDS, language, language)
    }

    /// For one short text: nothing is remembered. `stop` is the language whose stop words are
    /// dropped.
    pub(super) fn once(language: Language, stop: Language) -> Self {
        Self::with_memo(0, language, stop)
    }

    fn with_memo(words: usize, language: Language, stop: Language) -> Self {
        Self {
            language,
            stop,
            stemmer: Stemmer::new(language),
            words: Memo::new(words),
            grams: Memo::new(words),
        }
    }

    /// A word of letters, as it was written.
    pub(super) fn word(&mut self, written: &str) -> WordReading {
        let (stop, stemmer) = (self.stop, &self.stemmer);
        self.words
            .get_or_compute(written, || WordReading::of(written, stop, stemmer))
    }

    /// Characters of a script without spaces.
    pub(super) fn gram(&mut self, written: &str) -> Rc<Reading> {
        self.grams.get_or_compute(written, || {
            let exact = fold::fold(written);
            Rc::new(Reading::new(&exact, &exact))
        })
    }
}

impl WordReading {
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
    use super::super::tokenizer::{Numbers, tokenize};
    use super::*;

    #[test]
    fn a_remembered_word_reads_as_it_did_the_first_time() {
        let text = "Polestars fabrik i US bygger bilarna; bilarna, fabriken och 成都工厂 3 gånger.";
        let mut analyzer = Analyzer::new(Language::Swedish);
        let mut read = || {
            tokenize(&mut analyzer, text, Numbers::AlsoAlone)
                .into_iter()
                .map(|token| (token.reading.stem.clone(), token.reading.exact.clone()))
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
