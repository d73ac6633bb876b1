//! Turns a text into tokens: words, numbers with the names that they belong to, and n-grams.

use std::ops::Range;
use std::rc::Rc;

use crate::language::Language;

use super::analyzer::{Reading, WordReading};
use super::words::{self, WordKind};
use super::{Analyzer, Token, stopwords, term_vector};

/// A number of at most this many digits after a word is taken for part of a name: "Polestar 3".
/// Four digits are a year.
const MAX_NAME_NUMBER_DIGITS: usize = 3;

/// Whether a number in a name is also a token of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// For articles: "Polestar 3" is found by its name, and by a question about any 3.
    AlsoAlone,
    /// For questions: one about the Polestar 3 must not match a Polestar 4 and some other 3.
    /// Numbers of two or three digits may still be a quantity ("how were 800 engineers …").
    OnlyInNames,
}

/// A token and the reading that it came from.
pub(in crate::index) struct AnalysedToken {
    pub(super) reading: Rc<Reading>,
    /// See [`Token::range`].
    pub(super) range: Range<usize>,
    /// See [`Token::position`].
    pub(super) position: u32,
    pub(super) kind: TokenKind,
}

impl AnalysedToken {
    pub(in crate::index) fn stem(&self) -> &str {
        &self.reading.stem
    }

    pub(in crate::index) fn exact(&self) -> &str {
        &self.reading.exact
    }

    pub(in crate::index) fn position(&self) -> u32 {
        self.position
    }

    pub(in crate::index) fn form(&self) -> term_vector::Form {
        self.reading.form().0
    }

    pub(super) fn into_token(self) -> Token {
        Token {
            stem: self.reading.stem.to_string(),
            exact: self.reading.exact.to_string(),
            range: self.range,
            position: self.position,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TokenKind {
    Word,
    /// A second reading of a word at the same position: without its genitive.
    Variant,
    Number,
    /// A name joined with its number.
    Compound,
    /// An n-gram of a script without spaces.
    Gram,
}

impl Analyzer {
    /// The tokens of an article's text.
    pub(in crate::index) fn tokens(&mut self, text: &str) -> Vec<AnalysedToken> {
        tokenize(self, text, Numbers::AlsoAlone)
    }
}

pub(super) fn tokenize(
    analyzer: &mut Analyzer,
    text: &str,
    numbers: Numbers,
) -> Vec<AnalysedToken> {
    let words = words::words(text);
    let mut tokenizer = Tokenizer {
        tokens: Vec::with_capacity(words.len()),
        analyzer,
        text,
        numbers,
        position: 0,
        name: None,
    };
    for word in words {
        match word.kind {
            WordKind::Gram { start_of_cell } => {
                tokenizer.gram(&word.text, word.range, start_of_cell);
            }
            WordKind::Number => tokenizer.number(&word.text, word.range),
            WordKind::Letters => tokenizer.letters(&word.text, word.range),
        }
    }
    tokenizer.tokens
}

struct Tokenizer<'a> {
    analyzer: &'a mut Analyzer,
    text: &'a str,
    numbers: Numbers,
    tokens: Vec<AnalysedToken>,
    position: u32,
    /// The last word, while a number after it may belong to it.
    name: Option<Name>,
}

/// The word before a number.
struct Name {
    reading: Rc<Reading>,
    start: usize,
    /// The end of the name with the numbers seen so far.
    end: usize,
    /// Whether a number has been seen.
    numbered: bool,
}

impl Tokenizer<'_> {
    fn gram(&mut self, written: &str, range: Range<usize>, start_of_cell: bool) {
        if start_of_cell {
            self.next_position();
        }
        let reading = self.analyzer.gram(written);
        self.push(reading, range, TokenKind::Gram);
        self.name = None;
    }

    fn number(&mut self, written: &str, range: Range<usize>) {
        let name = self.name_of_number(written, range.start);
        self.next_position();
        let alone = name.is_none() || self.numbers == Numbers::AlsoAlone || written.len() > 1;
        if alone {
            let reading = Rc::new(Reading::new(written, written));
            self.push(reading, range.clone(), TokenKind::Number);
        }
        if let Some(name) = name {
            let Reading { stem, exact, .. } = &*name.reading;
            let (stem, exact) = (format!("{stem}{written}"), format!("{exact}{written}"));
            let reading = Rc::new(Reading::new(&stem, &exact));
            self.push(reading, name.start..range.end, TokenKind::Compound);
            self.name = Some(Name {
                end: range.end,
                numbered: true,
                ..name
            });
        }
    }

    /// Takes the name that a number belongs to, if any.
    fn name_of_number(&mut self, written: &str, start: usize) -> Option<Name> {
        let name = self.name.take()?;
        let gap = self.text.get(name.end..start)?;
        let belongs = written.len() <= MAX_NAME_NUMBER_DIGITS
            && written.bytes().all(|byte| byte.is_ascii_digit())
            && name.accepts(gap, self.analyzer.stop);
        belongs.then_some(name)
    }

    fn letters(&mut self, written: &str, range: Range<usize>) {
        let WordReading::Content { word, variant } = self.analyzer.word(written) else {
            // "Polestar 1 and 2": a name with a number may continue after a stop word.
            self.name = self.name.take().filter(|name| name.numbered);
            return;
        };
        self.next_position();
        if let Some(variant) = variant {
            self.push(variant, range.clone(), TokenKind::Variant);
        }
        self.name = Some(Name {
            reading: Rc::clone(&word),
            start: range.start,
            end: range.end,
            numbered: false,
        });
        self.push(word, range, TokenKind::Word);
    }

    fn push(&mut self, reading: Rc<Reading>, range: Range<usize>, kind: TokenKind) {
        self.tokens.push(AnalysedToken {
            reading,
            range,
            position: self.position,
            kind,
        });
    }

    fn next_position(&mut self) {
        if !self.tokens.is_empty() {
            self.position = self.position.saturating_add(1);
        }
    }
}

impl Name {
    /// Whether the text between the name and a number lets the number belong to the name.
    fn accepts(&self, gap: &str, stop: Language) -> bool {
        let between = gap.trim();
        let joined = between.is_empty() || between == "-" || between == "\u{2011}";
        if !self.numbered {
            return joined && !gap.contains('\n');
        }
        matches!(between, "," | "/" | "&" | "-" | "–" | "+")
            || stopwords::is_conjunction(stop, between.trim_matches([',', ' ']))
    }
}
