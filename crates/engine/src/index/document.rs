//! A passage as a document for tantivy: its finished tokens, and its stored values.
//!
//! Tantivy's own pre-tokenized text has a string per token, copied several times on the way. Here a
//! field's tokens are a single string, which [`TokenDecoder`] splits again without any analysis.

use std::iter::Empty;
use std::sync::Arc;

use tantivy::schema::document::{ReferenceValue, ReferenceValueLeaf};
use tantivy::schema::{Field, Value};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::memory_budget::Reservation;
use super::schema::Fields;

/// Precedes a token at the same position as the one before it.
const SAME: char = '\u{1}';

/// Precedes a token at the next position; repeated for a gap.
const NEXT: char = '\u{2}';

/// The tokens of a field as one string.
#[derive(Debug, Default)]
pub(super) struct EncodedTokens {
    text: String,
    position: u32,
}

impl EncodedTokens {
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

/// What tantivy indexes and stores for a passage.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) fields: Fields,
    pub(super) body: String,
    pub(super) exact: String,
    pub(super) title: Arc<str>,
    pub(super) headings: Arc<str>,
    pub(super) path: Arc<str>,
    pub(super) term_vector: Vec<u8>,
    pub(super) stored: Vec<u8>,
    /// Its share of the memory budget, until it is indexed.
    pub(super) reservation: Option<Reservation>,
}

impl Document {
    /// Its approximate size in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.body.len() + self.exact.len() + self.term_vector.len() + self.stored.len()
    }
}

impl tantivy::Document for Document {
    type Value<'a> = FieldValue<'a>;
    type FieldsValuesIter<'a> = std::array::IntoIter<(Field, FieldValue<'a>), 7>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        [
            (self.fields.body, FieldValue::Text(&self.body)),
            (self.fields.exact, FieldValue::Text(&self.exact)),
            (self.fields.title, FieldValue::Text(&self.title)),
            (self.fields.headings, FieldValue::Text(&self.headings)),
            (self.fields.path, FieldValue::Text(&self.path)),
            (
                self.fields.term_vector,
                FieldValue::Bytes(&self.term_vector),
            ),
            (self.fields.stored, FieldValue::Bytes(&self.stored)),
        ]
        .into_iter()
    }
}

/// The value of a field.
#[derive(Debug, Clone, Copy)]
pub(super) enum FieldValue<'a> {
    Text(&'a str),
    Bytes(&'a [u8]),
}

impl<'a> Value<'a> for FieldValue<'a> {
    type ArrayIter = Empty<Self>;
    type ObjectIter = Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(match self {
            Self::Text(text) => ReferenceValueLeaf::Str(text),
            Self::Bytes(bytes) => ReferenceValueLeaf::Bytes(bytes),
        })
    }
}

/// Decodes [`EncodedTokens`] for tantivy.
#[derive(Debug, Clone, Default)]
pub(super) struct TokenDecoder(Token);

pub(super) struct DecodedTokens<'a> {
    /// The current token.
    token: &'a mut Token,
    /// The tokens that follow.
    rest: &'a str,
    position: usize,
}

impl Tokenizer for TokenDecoder {
    type TokenStream<'a> = DecodedTokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> DecodedTokens<'a> {
        self.0.reset();
        self.0.position_length = 1;
        DecodedTokens {
            token: &mut self.0,
            rest: text,
            position: 0,
        }
    }
}

impl TokenStream for DecodedTokens<'_> {
    fn advance(&mut self) -> bool {
        let tokens = self.rest.trim_start_matches([SAME, NEXT]);
        let marks = self.rest.len() - tokens.len();
        if marks == 0 {
            return false;
        }
        let steps = self.rest.bytes().take(marks);
        self.position += steps.filter(|&mark| char::from(mark) == NEXT).count();
        let end = tokens
            .bytes()
            .position(|byte| matches!(char::from(byte), SAME | NEXT));
        let (token, rest) = tokens.split_at(end.unwrap_or(tokens.len()));
        self.token.text.clear();
        self.token.text.push_str(token);
        self.token.position = self.position;
        self.rest = rest;
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
    fn decoding_restores_the_tokens_that_were_encoded() {
        let pushed = [("polestar", 0), ("3", 1), ("polestar3", 1), ("köln", 4)];
        let mut tokens = EncodedTokens::default();
        for (token, position) in pushed {
            tokens.push(token, position);
        }
        let text = tokens.finish();
        let mut tokenizer = TokenDecoder::default();
        let mut found = Vec::new();
        tokenizer
            .token_stream(&text)
            .process(&mut |token| found.push((token.text.clone(), token.position)));
        let expected = pushed.map(|(token, position)| (token.to_owned(), position as usize));
        assert_eq!(found, expected);
        assert!(!tokenizer.token_stream("").advance());
    }
}
