//! What is indexed and stored for a passage.

use std::sync::Arc;

use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{IndexSettings, TantivyDocument};

use crate::article::{Article, Source};
use crate::passage::Passage;

use super::analysis::term_vector::{Form, TermVector};
use super::analysis::{AnalysedToken, Analyzer, Analyzers};
use super::document::{Document, EncodedTokens, TokenDecoder};
use super::hit::{self, Hit};

/// The name of [`TokenDecoder`] in the index's settings.
const TOKENIZER: &str = "ready-made";

/// Stored bytes that are compressed together, so that reading a passage decompresses all of them.
const STORED_BLOCK_BYTES: usize = 8 * 1024;

/// The fields of a passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// Stems of the text, with positions for phrases.
    pub(super) body: Field,
    /// Words of the text as written.
    pub(super) exact: Field,
    /// Stems of the article's title.
    pub(super) title: Field,
    /// Stems of the headings above the passage.
    pub(super) headings: Field,
    /// The article's path, which identifies it.
    pub(super) path: Field,
    /// The passage as ranking sees it: an encoded [`TermVector`].
    pub(super) term_vector: Field,
    /// The passage as people see it; see [`hit::encode`].
    pub(super) stored: Field,
}

pub(super) fn schema() -> (Schema, Fields) {
    let words = |record| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(TOKENIZER)
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
        // The name is part of the format on disk.
        term_vector: schema.add_bytes_field("digest", STORED),
        stored: schema.add_bytes_field("stored", STORED),
    };
    (schema.build(), fields)
}

/// Tantivy's tokenizers, with ours.
pub(super) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(TOKENIZER, TextAnalyzer::from(TokenDecoder::default()));
    tokenizers
}

/// Tantivy's settings for stored fields.
pub(super) fn settings() -> IndexSettings {
    IndexSettings {
        docstore_blocksize: STORED_BLOCK_BYTES,
        ..IndexSettings::default()
    }
}

impl Fields {
    /// The documents of an article, one per passage.
    pub(super) fn documents(
        &self,
        article: &Article,
        passages: &[Passage],
        analyzers: &mut Analyzers,
    ) -> serde_json::Result<Vec<Document>> {
        let source = &article.source;
        let analyzer = analyzers.get(source.language);
        let title = analyzer.tokens(&source.title);
        let mut builder = DocumentBuilder {
            fields: *self,
            source,
            encoded_source: hit::encode_source(source)?,
            path: source.path.as_str().into(),
            title: encode(&title, AnalysedToken::stem).into(),
            title_forms: title.iter().map(AnalysedToken::form).collect(),
            section: SectionHeadings::default(),
            analyzer,
        };
        Ok(passages.iter().map(|it| builder.document(it)).collect())
    }

    /// Restores a hit from a document; `None` if [`Fields::documents`] did not build it.
    pub(super) fn restore(&self, score: f32, document: &TantivyDocument) -> Option<Hit> {
        let bytes = |field| document.get_first(field)?.as_bytes();
        Hit::restore(score, bytes(self.term_vector)?, bytes(self.stored)?)
    }

    /// Restores a document's source and passage; `None` as for [`Fields::restore`].
    pub(super) fn decode(&self, document: &TantivyDocument) -> Option<(Source, Passage)> {
        hit::decode(document.get_first(self.stored)?.as_bytes()?)
    }
}

/// Builds the documents of an article. What its passages share is computed once.
struct DocumentBuilder<'a> {
    fields: Fields,
    source: &'a Source,
    encoded_source: Vec<u8>,
    path: Arc<str>,
    title: Arc<str>,
    title_forms: Vec<Form>,
    section: SectionHeadings<'a>,
    analyzer: &'a mut Analyzer,
}

/// The headings above the last passage.
#[derive(Default)]
struct SectionHeadings<'a> {
    headings: &'a [String],
    stems: Arc<str>,
    forms: Vec<Form>,
}

impl<'a> DocumentBuilder<'a> {
    fn document(&mut self, passage: &'a Passage) -> Document {
        if self.section.headings != passage.headings {
            // They are indexed as one text; in the term vector each is analysed by itself.
            let joined = self.analyzer.tokens(&passage.headings.join("\n"));
            let each = passage.headings.iter();
            self.section = SectionHeadings {
                headings: &passage.headings,
                stems: encode(&joined, AnalysedToken::stem).into(),
                forms: each
                    .flat_map(|text| self.analyzer.tokens(text))
                    .map(|token| token.form())
                    .collect(),
            };
        }
        let tokens = self.analyzer.tokens(&passage.text);
        let (title, headings) = (self.title_forms.clone(), self.section.forms.clone());
        let term_vector = TermVector::from_tokens(self.source, passage, &tokens, title, headings);
        Document {
            fields: self.fields,
            body: encode(&tokens, AnalysedToken::stem),
            exact: encode(&tokens, AnalysedToken::exact),
            title: Arc::clone(&self.title),
            headings: Arc::clone(&self.section.stems),
            path: Arc::clone(&self.path),
            term_vector: term_vector.to_bytes(),
            stored: hit::encode(&self.encoded_source, passage),
            reservation: None,
        }
    }
}

/// Encodes one form of the tokens for a field.
fn encode(tokens: &[AnalysedToken], form: impl Fn(&AnalysedToken) -> &str) -> String {
    let bytes = tokens.iter().map(|token| form(token).len() + 1);
    let mut encoded = EncodedTokens::with_capacity(bytes.sum());
    for token in tokens {
        encoded.push(form(token), token.position());
    }
    encoded.finish()
}
