//! What is stored and indexed for a passage.

use std::sync::Arc;

use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{IndexSettings, TantivyDocument};

use crate::article::{Article, Source};
use crate::passage::Passage;

use super::analysis::digest::{Digest, Form};
use super::analysis::{Analyzer, Analyzers, Found};
use super::document::{Document, ReadyMade, Tokens};
use super::hit::{self, Hit};

/// What the engine calls the tokens that are made here.
const READY_MADE: &str = "ready-made";

/// Bytes that are packed together: a passage cannot be read without those around it.
const STORED_BLOCK_BYTES: usize = 8 * 1024;

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
    /// The passage as ranking sees it.
    pub(super) digest: Field,
    /// The passage as people see it.
    pub(super) stored: Field,
}

pub(super) fn schema() -> (Schema, Fields) {
    let words = |record| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(READY_MADE)
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
        digest: schema.add_bytes_field("digest", STORED),
        stored: schema.add_bytes_field("stored", STORED),
    };
    (schema.build(), fields)
}

/// The engine's way to the tokens that are made here.
pub(super) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(READY_MADE, TextAnalyzer::from(ReadyMade::default()));
    tokenizers
}

/// How the engine packs what is stored.
pub(super) fn settings() -> IndexSettings {
    IndexSettings {
        docstore_blocksize: STORED_BLOCK_BYTES,
        ..IndexSettings::default()
    }
}

impl Fields {
    /// Documents of an article, one a passage.
    pub(super) fn documents(
        &self,
        article: &Article,
        passages: &[Passage],
        analyzers: &mut Analyzers,
    ) -> serde_json::Result<Vec<Document>> {
        let source = &article.source;
        let analyzer = analyzers.of(source.language);
        let title = analyzer.read(&source.title);
        let mut maker = Maker {
            fields: *self,
            source,
            written: hit::written(source)?,
            path: source.path.as_str().into(),
            title: together(&title, Found::stem).into(),
            title_forms: title.iter().map(Found::form).collect(),
            section: Section::default(),
            analyzer,
        };
        Ok(passages.iter().map(|it| maker.document(it)).collect())
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

/// Makes the documents of an article; what its passages share is made once.
struct Maker<'a> {
    fields: Fields,
    source: &'a Source,
    written: Vec<u8>,
    path: Arc<str>,
    title: Arc<str>,
    title_forms: Vec<Form>,
    section: Section<'a>,
    analyzer: &'a mut Analyzer,
}

/// The headings that the last passage stood below.
#[derive(Default)]
struct Section<'a> {
    headings: &'a [String],
    stems: Arc<str>,
    forms: Vec<Form>,
}

impl<'a> Maker<'a> {
    fn document(&mut self, passage: &'a Passage) -> Document {
        if self.section.headings != passage.headings {
            // The engine reads them as one text, ranking each by itself.
            let joined = self.analyzer.read(&passage.headings.join("\n"));
            let each = passage.headings.iter();
            self.section = Section {
                headings: &passage.headings,
                stems: together(&joined, Found::stem).into(),
                forms: each
                    .flat_map(|text| self.analyzer.read(text))
                    .map(|found| found.form())
                    .collect(),
            };
        }
        let tokens = self.analyzer.read(&passage.text);
        let (title, headings) = (self.title_forms.clone(), self.section.forms.clone());
        let digest = Digest::made(self.source, passage, &tokens, title, headings);
        Document {
            fields: self.fields,
            body: together(&tokens, Found::stem),
            exact: together(&tokens, Found::exact),
            title: Arc::clone(&self.title),
            headings: Arc::clone(&self.section.stems),
            path: Arc::clone(&self.path),
            digest: digest.to_bytes(),
            stored: hit::store(&self.written, passage),
            held: None,
        }
    }
}

/// Tokens as a field takes them, in one of their forms.
fn together(tokens: &[Found], form: impl Fn(&Found) -> &str) -> String {
    let bytes = tokens.iter().map(|token| form(token).len() + 1);
    let mut together = Tokens::with_capacity(bytes.sum());
    for token in tokens {
        together.push(form(token), token.position());
    }
    together.finish()
}
