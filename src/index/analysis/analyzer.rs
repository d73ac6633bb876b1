//! What is known of a language's words, so that each is folded, stemmed and hashed once.
//!
//! Few words make up most of any text (Zipf 1935): looking one up costs a tenth of working it out.
//! An analyzer belongs to one thread; it knows nothing of passages.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use crate::language::Language;

use super::digest::{Form, Looks};
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
    most: usize,
    words: HashMap<Box<str>, Known, BuildHasherDefault<WordHasher>>,
    grams: HashMap<Box<str>, Rc<Reading>, BuildHasherDefault<WordHasher>>,
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
        Self {
            most: MOST_WORDS,
            ..Self::once(language, language)
        }
    }

    /// For one short text, of which nothing need be remembered.
    pub(super) fn once(language: Language, stop: Language) -> Self {
        Self {
            language,
            stop,
            stemmer: Stemmer::new(language),
            most: 0,
            words: HashMap::default(),
            grams: HashMap::default(),
        }
    }

    /// A word of letters, as it was written.
    pub(super) fn word(&mut self, written: &str) -> Known {
        if let Some(known) = self.words.get(written) {
            return known.clone();
        }
        let known = self.work_out(written);
        if self.most > 0 {
            if self.words.len() >= self.most {
                self.words.clear();
            }
            self.words.insert(written.into(), known.clone());
        }
        known
    }

    fn work_out(&self, written: &str) -> Known {
        let exact = fold::fold(written);
        if stopwords::contains(self.stop, &exact) && written != UNITED_STATES {
            return Known::Stop;
        }
        let stem = self.stemmer.stem(written);
        let variant = self.stemmer.variant(written);
        let variant = variant
            .filter(|variant| *variant != stem)
            .map(|variant| Rc::new(Reading::new(&variant, &exact)));
        let word = Rc::new(Reading::new(&stem, &exact));
        Known::Content { word, variant }
    }

    /// Characters of a script without spaces.
    pub(super) fn gram(&mut self, written: &str) -> Rc<Reading> {
        if let Some(known) = self.grams.get(written) {
            return Rc::clone(known);
        }
        let exact = fold::fold(written);
        let reading = Rc::new(Reading::new(&exact, &exact));
        if self.most > 0 {
            if self.grams.len() >= self.most {
                self.grams.clear();
            }
            self.grams.insert(written.into(), Rc::clone(&reading));
        }
        reading
    }
}

/// Words come eight bytes at a time, each multiplied in: they are short, few and nobody's attack,
/// since articles come from whoever runs the program.
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut eight = [0; 8];
            for (to, from) in eight.iter_mut().zip(part) {
                *to = *from;
            }
            self.mix(u64::from_le_bytes(eight));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

impl WordHasher {
    /// The multiplier is that of Fibonacci hashing (Knuth, volume 3, 6.4).
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
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

    #[test]
    fn it_forgets_before_it_grows_without_bounds() {
        let mut analyzer = Analyzer::new(Language::English);
        analyzer.most = 10;
        for number in 0..100 {
            analyzer.word(&format!("word{number}"));
        }
        assert!(analyzer.words.len() <= 10);
    }
}
