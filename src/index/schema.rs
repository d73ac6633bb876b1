//! What is stored and indexed for a passage.

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions, Value as _,
};
use tantivy::tokenizer::{PreTokenizedString, Token as EngineToken};

use crate::article::{Article, Source, Trust};
use crate::language::Language;
use crate::passage::Passage;

use super::analysis::digest::Digest;
use super::analysis::{self, Token};
use super::hit::{self, Hit};

/// The fields of a passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// Stems of the text, with positions for phrases.
    pub(super) body: Field,
    /// The text's words as written.
    pub(super) exact: Field,
    /// Stems of the article's title.
    pub(super) title: Field,
    /// Stems of the headings above the passage.
    pub(super) headings: Field,
    /// The article's path: its id.
    pub(super) path: Field,
    position: Field,
    language: Field,
    tags: Field,
    trust: Field,
    /// Days since 1970 of the article's shown date.
    date: Field,
    hash: Field,
    /// The passage as ranking sees it.
    pub(super) digest: Field,
    /// The passage as people see it.
    pub(super) stored: Field,
}

pub(super) fn schema() -> (Schema, Fields) {
    let words = |record| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_index_option(record),
        )
    };
    let mut schema = Schema::builder();
    let fields = Fields {
        body: schema.add_text_field("body", words(IndexRecordOption::WithFreqsAndPositions)),
        exact: schema.add_text_field("exact", words(IndexRecordOption::WithFreqs)),
        title: schema.add_text_field("title", words(IndexRecordOption::WithFreqs)),
        headings: schema.add_text_field("headings", words(IndexRecordOption::WithFreqs)),
        path: schema.add_text_field("path", STRING),
        position: schema.add_u64_field("position", INDEXED | FAST),
        language: schema.add_text_field("language", STRING),
        tags: schema.add_text_field("tags", STRING),
        trust: schema.add_u64_field("trust", INDEXED | FAST),
        date: schema.add_i64_field("date", INDEXED | FAST),
        hash: schema.add_text_field("hash", STRING),
        digest: schema.add_bytes_field("digest", STORED),
        stored: schema.add_bytes_field("stored", STORED),
    };
    (schema.build(), fields)
}

impl Fields {
    /// Documents of an article, one a passage.
    pub(super) fn documents(
        &self,
        article: &Article,
        passages: &[Passage],
    ) -> serde_json::Result<Vec<TantivyDocument>> {
        let language = article.source.language;
        let title = words(&article.source.title, language, |token| token.stem);
        passages
            .iter()
            .map(|passage| self.document(article, passage, title.clone()))
            .collect()
    }

    fn document(
        &self,
        article: &Article,
        passage: &Passage,
        title: PreTokenizedString,
    ) -> serde_json::Result<TantivyDocument> {
        let source = &article.source;
        let mut document = TantivyDocument::new();
        let tokens = analysis::tokens(&passage.text, source.language);
        let digest = Digest::with_tokens(source, passage, &tokens);
        document
            .add_pre_tokenized_text(self.exact, ready_made(tokens.clone(), |token| token.exact));
        document.add_pre_tokenized_text(self.body, ready_made(tokens, |token| token.stem));
        document.add_pre_tokenized_text(self.title, title);
        let headings = passage.headings.join("\n");
        let headings = words(&headings, source.language, |token| token.stem);
        document.add_pre_tokenized_text(self.headings, headings);
        document.add_text(self.path, &source.path);
        document.add_u64(self.position, u64::from(passage.position));
        document.add_text(self.language, source.language.code());
        for tag in &source.tags {
            document.add_text(self.tags, tag);
        }
        document.add_u64(self.trust, trust_level(source.trust));
        if let Some(date) = source.shown_date() {
            let since = date.duration_since(jiff::civil::date(1970, 1, 1));
            document.add_i64(self.date, since.as_hours() / 24);
        }
        document.add_text(self.hash, article.hash.as_str());
        document.add_bytes(self.digest, &digest.to_bytes());
        document.add_bytes(self.stored, &hit::store(source, passage)?);
        Ok(document)
    }

    /// A document as a hit; `None` if it was not made by [`Fields::documents`].
    pub(super) fn restore(&self, score: f32, document: &TantivyDocument) -> Option<Hit> {
        let bytes = |field| document.get_first(field)?.as_bytes();
        Hit::restore(score, bytes(self.digest)?, bytes(self.stored)?)
    }

    /// Where a document's passage is from, and the passage; `None` as for [`Fields::restore`].
    pub(super) fn open(&self, document: &TantivyDocument) -> Option<(Source, Passage)> {
        hit::open(document.get_first(self.stored)?.as_bytes()?)
    }
}

fn trust_level(trust: Trust) -> u64 {
    match trust {
        Trust::Low => 0,
        Trust::Normal => 1,
        Trust::High => 2,
    }
}

fn words(text: &str, language: Language, form: fn(Token) -> String) -> PreTokenizedString {
    ready_made(analysis::tokens(text, language), form)
}

/// Tokens as the engine takes them. It needs no text of its own, and no offsets.
fn ready_made(tokens: Vec<Token>, form: fn(Token) -> String) -> PreTokenizedString {
    let tokens = tokens
        .into_iter()
        .map(|token| EngineToken {
            position: usize::try_from(token.position).unwrap_or(usize::MAX),
            position_length: 1,
            text: form(token),
            ..EngineToken::default()
        })
        .collect();
    PreTokenizedString {
        text: String::new(),
        tokens,
    }
}
