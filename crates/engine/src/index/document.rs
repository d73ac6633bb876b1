//! A passage as the engine takes it: its tokens ready-made, and what is stored of it.
//!
//! The engine's own document would hold every token as a string of its own, copied several times
//! on the way. Here the tokens of a field are one string, taken apart by [`ReadyMade`], which
//! analyses nothing.

use std::iter::Empty;
use std::sync::Arc;

use tantivy::schema::document::{ReferenceValue, ReferenceValueLeaf};
use tantivy::schema::{Field, Value};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::room::Held;
use super::schema::Fields;

/// Stands before a token that shares its position with the one before it.
const SAME: char = '\u{1}';

/// Stands before a token at the next position.
const NEXT: char = '\u{2}';

/// The tokens of a field.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    text: String,
    position: u32,
}

impl Tokens {
    /// Room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            position: 0,
        }
    }

    pub(super) fn push(&mut self, token: &str, position: u32) {
        let steps = position.saturating_sub(self.position);
        if steps == 0 {
            self.text.push(SAME);
        }
        self.text.extend((0..steps).map(|_| NEXT));
        self.text.push_str(token);
        self.position = position;
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// What is indexed and stored of a passage.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) fields: Fields,
    pub(super) body: String,
    pub(super) exact: String,
    pub(super) title: Arc<str>,
    pub(super) headings: Arc<str>,
    pub(super) path: Arc<str>,
    pub(super) digest: Vec<u8>,
    pub(super) stored: Vec<u8>,
    /// The memory it takes until it is indexed.
    pub(super) held: Option<Held>,
}

impl Document {
    /// Bytes that it takes, roughly.
    pub(super) fn bytes(&self) -> usize {
        self.body.len() + self.exact.len() + self.digest.len() + self.stored.len()
    }
}

impl tantivy::Document for Document {
    type Value<'a> = Content<'a>;
    type FieldsValuesIter<'a> = std::array::IntoIter<(Field, Content<'a>), 7>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        [
            (self.fields.body, Content::Text(&self.body)),
            (self.fields.exact, Content::Text(&self.exact)),
            (self.fields.title, Content::Text(&self.title)),
            (self.fields.headings, Content::Text(&self.headings)),
            (self.fields.path, Content::Text(&self.path)),
            (self.fields.digest, Content::Bytes(&self.digest)),
            (self.fields.stored, Content::Bytes(&self.stored)),
        ]
        .into_iter()
    }
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Content<'a> {
    Text(&'a str),
    Bytes(&'a [u8]),
}

impl<'a> Value<'a> for Content<'a> {
    type ArrayIter = Empty<Self>;
    type ObjectIter = Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(match self {
            Self::Text(text) => ReferenceValueLeaf::Str(text),
            Self::Bytes(bytes) => ReferenceValueLeaf::Bytes(bytes),
        })
    }
}

/// Hands out the tokens that were pushed.
#[derive(Debug, Clone, Default)]
pub(super) struct ReadyMade(Token);

/// The tokens still to be handed out.
pub(super) struct Rest<'a> {
    token: &'a mut Token,
    text: &'a str,
    position: usize,
}

impl Tokenizer for ReadyMade {
    type TokenStream<'a> = Rest<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Rest<'a> {
        self.0.reset();
        self.0.position_length = 1;
        Rest {
            token: &mut self.0,
            text,
            position: 0,
        }
    }
}

impl TokenStream for Rest<'_> {
    fn advance(&mut self) -> bool {
        let behind = self.text.trim_start_matches([SAME, NEXT]);
        let marks = self.text.len() - behind.len();
        if marks == 0 {
            return false;
        }
        let steps = self.text.bytes().take(marks);
        self.position += steps.filter(|&mark| char::from(mark) == NEXT).count();
        let end = behind
            .bytes()
            .position(|byte| matches!(char::from(byte), SAME | NEXT));
        let (token, rest) = behind.split_at(end.unwrap_or(behind.len()));
        self.token.text.clear();
        self.token.text.push_str(token);
        self.token.position = self.position;
        self.text = rest;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_out_as_they_were_pushed() {
        let pushed = [("polestar", 0), ("3", 1), ("polestar3", 1), ("köln", 4)];
        let mut tokens = Tokens::default();
        for (token, position) in pushed {
            tokens.push(token, position);
        }
        let text = tokens.finish();
        let mut tokenizer = ReadyMade::default();
        let mut found = Vec::new();
        tokenizer
            .token_stream(&text)
            .process(&mut |token| found.push((token.text.clone(), token.position)));
        let expected = pushed.map(|(token, position)| (token.to_owned(), position as usize));
        assert_eq!(found, expected);
        assert!(!tokenizer.token_stream("").advance());
    }
}
