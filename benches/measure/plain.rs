//! The limit: plain tantivy on the same passages, as its own examples use it.
//!
//! Title and text are indexed and stored with the default tokenizer, a question goes through the
//! query parser over both fields, and the ten best passages are read. Nothing of lodestar's ranking,
//! languages, spelling or confidence: what it does beyond this is what its time beyond this is for.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use lodestar_engine::corpus::{Corpus, File};
use lodestar_engine::passage;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{Field, STORED, Schema, TEXT, Value as _};
use tantivy::{Index, IndexReader, TantivyDocument};

use super::corpora::MAX_FILE_BYTES;
use super::place::{Place, clear, size};

/// Passages that are read for a question.
const TOP: usize = 10;
/// The least that the engine takes for a thread.
const LEAST_THREAD_BYTES: usize = 16 << 20;

/// A passage as plain tantivy gets it.
#[derive(Debug)]
pub(super) struct Text {
    /// The article's title and the headings above the passage.
    title: String,
    body: String,
}

/// How long an index took.
#[derive(Debug, Clone, Copy)]
pub(super) struct Built {
    pub(super) took: Duration,
    pub(super) disk_bytes: u64,
}

/// An index, open for questions.
pub(super) struct Plain {
    reader: IndexReader,
    parser: QueryParser,
    title: Field,
    body: Field,
}

/// Reads a corpus and cuts it with lodestar's own code, on all cores. Also how long that took.
pub(super) fn cut(corpus: &Path) -> anyhow::Result<(Vec<Text>, Duration)> {
    let started = Instant::now();
    let files = Corpus::new(corpus, MAX_FILE_BYTES).scan()?.files;
    let share = files.len().div_ceil(cores()).max(1);
    let texts = thread::scope(|scope| {
        let parts: Vec<_> = files
            .chunks(share)
            .map(|files| scope.spawn(move || files.iter().flat_map(texts_of).collect::<Vec<_>>()))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| {
                part.join()
                    .unwrap_or_else(|why| std::panic::resume_unwind(why))
            })
            .collect()
    });
    Ok((texts, started.elapsed()))
}

fn texts_of(file: &File) -> Vec<Text> {
    let Ok(article) = file.read() else {
        return Vec::new();
    };
    let text = |passage: passage::Passage| {
        let mut title = article.source.title.clone();
        for heading in &passage.headings {
            title.push('\n');
            title.push_str(heading);
        }
        Text {
            title,
            body: passage.text,
        }
    };
    passage::passages(&article).into_iter().map(text).collect()
}

/// Indexes passages on all cores with so much memory, and waits for all merges.
pub(super) fn index(place: &Place, texts: &[Text], memory_bytes: usize) -> anyhow::Result<Built> {
    let dir = place.plain();
    clear(&dir)?;
    let (schema, title, body) = schema();
    let started = Instant::now();
    let index = Index::create_in_dir(&dir, schema)?;
    let threads = cores().min(memory_bytes / LEAST_THREAD_BYTES).max(1);
    let mut writer = index.writer_with_num_threads(threads, memory_bytes)?;
    for text in texts {
        let mut document = TantivyDocument::new();
        document.add_text(title, &text.title);
        document.add_text(body, &text.body);
        writer.add_document(document)?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(Built {
        took: started.elapsed(),
        disk_bytes: size(&dir)?,
    })
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

fn schema() -> (Schema, Field, Field) {
    let mut schema = Schema::builder();
    let title = schema.add_text_field("title", TEXT | STORED);
    let body = schema.add_text_field("body", TEXT | STORED);
    (schema.build(), title, body)
}

impl Plain {
    pub(super) fn open(place: &Place) -> anyhow::Result<Self> {
        let index = Index::open_in_dir(place.plain())?;
        let (_, title, body) = schema();
        Ok(Self {
            reader: index.reader()?,
            parser: QueryParser::for_index(&index, vec![title, body]),
            title,
            body,
        })
    }

    /// Title and text of the best passages.
    pub(super) fn ask(&self, question: &str) -> anyhow::Result<Vec<(String, String)>> {
        let query = self.parser.parse_query(&words_only(question))?;
        let searcher = self.reader.searcher();
        let found = searcher.search(&query, &TopDocs::with_limit(TOP).order_by_score())?;
        let read = |(_, address)| {
            let document: TantivyDocument = searcher.doc(address)?;
            let text = |field| {
                let value = document.get_first(field).and_then(|value| value.as_str());
                value.map(str::to_owned).context("a stored passage is gone")
            };
            anyhow::Ok((text(self.title)?, text(self.body)?))
        };
        found.into_iter().map(read).collect()
    }

    pub(super) fn time(&self, question: &str) -> anyhow::Result<Duration> {
        let started = Instant::now();
        std::hint::black_box(self.ask(question)?);
        Ok(started.elapsed())
    }
}

/// A question without what the query parser takes for syntax: signs, and operators in capitals.
fn words_only(question: &str) -> String {
    let letters = question.chars();
    let plain = letters.map(|letter| {
        if letter.is_alphanumeric() {
            letter
        } else {
            ' '
        }
    });
    plain.collect::<String>().to_lowercase()
}
