//! Plain tantivy as a peer: what lodestar searches with, without anything that lodestar adds.
//!
//! As its own examples use it: fields that are indexed and stored, the query parser, the best
//! passages read. With its default tokenizer or, as its users do for text in one language, with that
//! language's stemmer after it.

use std::path::Path;

use frostem::Algorithm;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{
    Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::tokenizer::{
    LowerCaser, RemoveLongFilter, SimpleTokenizer, TextAnalyzer, Token, TokenFilter, TokenStream,
    Tokenizer,
};
use tantivy::{Index, IndexReader, TantivyDocument};

use super::inside::Found;
use super::protocol::{self, Passage, Settings};

/// What its examples give a writer.
const MEMORY_BYTES: usize = 50_000_000;
/// Letters of a word at most, as in its default tokenizer.
const LONGEST: usize = 40;
const STEMMED: &str = "stemmed";
const DEFAULT: &str = "default";

/// Indexes the passages of a task. Says who did it.
pub(super) fn index(
    task: &Path,
    settings: &Settings,
    dir: &Path,
    stemmed: bool,
) -> anyhow::Result<String> {
    let (schema, fields) = Fields::new(stemmed);
    let index = Index::create_in_dir(dir, schema)?;
    register(&index, &settings.language);
    let mut writer = index.writer_with_num_threads(1, MEMORY_BYTES)?;
    for passage in protocol::lines::<Passage>(&task.join(protocol::PASSAGES))? {
        writer.add_document(fields.document(&passage?))?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    let version = ::tantivy::version_string();
    let version = version
        .split(',')
        .next()
        .unwrap_or(version)
        .replace(" v", " ");
    Ok(if stemmed {
        format!("{version}, stemmed")
    } else {
        version
    })
}

struct Fields {
    id: Field,
    title: Field,
    text: Field,
}

impl Fields {
    fn new(stemmed: bool) -> (Schema, Self) {
        let words = TextFieldIndexing::default()
            .set_tokenizer(if stemmed { STEMMED } else { DEFAULT })
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let words = TextOptions::default()
            .set_indexing_options(words)
            .set_stored();
        let mut schema = Schema::builder();
        let fields = Self {
            id: schema.add_text_field("id", STORED),
            title: schema.add_text_field("title", words.clone()),
            text: schema.add_text_field("text", words),
        };
        (schema.build(), fields)
    }

    fn document(&self, passage: &Passage) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.id, &passage.id);
        document.add_text(self.title, &passage.title);
        for heading in &passage.headings {
            document.add_text(self.title, heading);
        }
        document.add_text(self.text, &passage.text);
        document
    }
}

/// An index, open for questions.
pub(super) struct Open {
    reader: IndexReader,
    parser: QueryParser,
    fields: Fields,
}

impl Open {
    pub(super) fn new(settings: &Settings, dir: &Path, stemmed: bool) -> anyhow::Result<Self> {
        let index = Index::open_in_dir(dir)?;
        register(&index, &settings.language);
        let (_, fields) = Fields::new(stemmed);
        Ok(Self {
            reader: index.reader()?,
            parser: QueryParser::for_index(&index, vec![fields.title, fields.text]),
            fields,
        })
    }

    pub(super) fn ask(&self, question: &str, depth: usize) -> anyhow::Result<Found> {
        let query = self.parser.parse_query(&words_only(question))?;
        let searcher = self.reader.searcher();
        let found = searcher.search(&query, &TopDocs::with_limit(depth).order_by_score())?;
        let mut ids = Vec::with_capacity(found.len());
        for (_, address) in &found {
            let document: TantivyDocument = searcher.doc(*address)?;
            let id = document
                .get_first(self.fields.id)
                .and_then(|id| id.as_str());
            ids.extend(id.map(str::to_owned));
        }
        Ok((ids, found.first().map(|(score, _)| f64::from(*score))))
    }
}

/// A question without what the query parser takes for syntax: signs, and operators in capitals.
fn words_only(question: &str) -> String {
    question
        .replace(|letter: char| !letter.is_alphanumeric(), " ")
        .to_lowercase()
}

fn register(index: &Index, language: &str) {
    let words = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(LowerCaser);
    let analyzer = match algorithm(language) {
        Some(algorithm) => words.filter(Stem(algorithm)).build(),
        None => words.build(),
    };
    index.tokenizers().register(STEMMED, analyzer);
}

fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "no" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

/// tantivy's stemmer, which is behind a feature that lodestar does without: the same algorithms from
/// the same crate.
#[derive(Clone)]
struct Stem(Algorithm);

#[derive(Clone)]
struct Stemmed<T>(Algorithm, T);

struct Stems<T> {
    stemmer: frostem::Stemmer,
    words: T,
}

impl TokenFilter for Stem {
    type Tokenizer<T: Tokenizer> = Stemmed<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> Stemmed<T> {
        Stemmed(self.0, tokenizer)
    }
}

impl<T: Tokenizer> Tokenizer for Stemmed<T> {
    type TokenStream<'a> = Stems<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        Stems {
            stemmer: frostem::Stemmer::new(self.0),
            words: self.1.token_stream(text),
        }
    }
}

impl<T: TokenStream> TokenStream for Stems<T> {
    fn advance(&mut self) -> bool {
        let more = self.words.advance();
        if more {
            let token = self.words.token_mut();
            token.text = self.stemmer.stem(&token.text).into_owned();
        }
        more
    }

    fn token(&self) -> &Token {
        self.words.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.words.token_mut()
    }
}
