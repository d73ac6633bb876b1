//! Searches a generation: candidates for a question's terms, and how frequent the terms are.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use tantivy::collector::{Count, DocSetCollector, TopDocs};
use tantivy::query::{
    AllQuery, Bm25StatisticsProvider, BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur,
    PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, ReloadPolicy, Searcher, TantivyDocument, Term};

use crate::language::Language;

use super::analysis::question::Term as QuestionTerm;
use super::finished::Finished;
use super::manifest::Manifest;
use super::schema::{self, Fields};
use super::vocabulary::Vocabulary;
use super::{Calibration, Hit, IndexError};

// What a match adds, with a stem in the text as 1. Measured on questions over articles on which
// nothing was tuned: pairs add 2.2 points to the best passage being first, exact forms 0.2, title
// 0.2 (more in small corpora).
const EXACT_WEIGHT: f32 = 0.5;
const PAIR_WEIGHT: f32 = 0.3;
const TITLE_WEIGHT: f32 = 0.3;
const HEADINGS_WEIGHT: f32 = 0.3;

/// Terms of a question that are searched for; more would cost time and add nothing.
const MAX_TERMS: usize = 64;

/// Blocks of 16 KiB of stored passages kept unpacked; a question looks at dozens of passages.
const STORE_CACHE_BLOCKS: usize = 1024;

/// One generation, open for searching; clones share it.
#[derive(Clone)]
pub struct Snapshot {
    pub(super) searcher: Searcher,
    pub(super) fields: Fields,
    manifest: Arc<Manifest>,
    disk_bytes: u64,
    vocabulary: Arc<OnceLock<Vocabulary>>,
}

impl Snapshot {
    pub(super) fn open(dir: &Path, manifest: Manifest) -> Result<Self, IndexError> {
        let (schema, fields) = schema::schema();
        let index =
            tantivy::Index::open(Finished::open(dir).map_err(tantivy::TantivyError::from)?)?;
        if index.schema() != schema {
            let problem = "its fields are not those of this version".to_owned();
            return Err(IndexError::Damaged {
                path: dir.to_owned(),
                problem,
            });
        }
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(STORE_CACHE_BLOCKS)
            .try_into()?;
        let disk_bytes = disk_bytes(dir).map_err(IndexError::io("cannot list", dir))?;
        Ok(Self {
            searcher: reader.searcher(),
            fields,
            manifest: Arc::new(manifest),
            disk_bytes,
            vocabulary: Arc::default(),
        })
    }

    /// Its number; later generations have higher ones.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.manifest.generation
    }

    #[must_use]
    pub fn published(&self) -> jiff::Timestamp {
        self.manifest.published
    }

    #[must_use]
    pub fn articles(&self) -> usize {
        self.manifest.articles
    }

    #[must_use]
    pub fn passages(&self) -> usize {
        self.manifest.passages
    }

    /// Languages of the articles, the most common first.
    #[must_use]
    pub fn languages(&self) -> &[Language] {
        &self.manifest.languages
    }

    /// What "not covered" looks like in its articles.
    #[must_use]
    pub fn calibration(&self) -> &Calibration {
        &self.manifest.calibration
    }

    /// Size of its files. Generations share what did not change, so sizes do not add up.
    #[must_use]
    pub fn disk_bytes(&self) -> u64 {
        self.disk_bytes
    }

    /// The passages that match best, at most `limit`, best first; equals in the order in which
    /// they were indexed. Without terms there are none.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn candidates(&self, terms: &[QuestionTerm], limit: usize) -> Result<Vec<Hit>, IndexError> {
        let terms = terms.get(..MAX_TERMS).unwrap_or(terms);
        if terms.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        self.search(terms, &self.query(terms), limit)
    }

    /// As [`Self::candidates`], as if this article were not there.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn candidates_without(
        &self,
        path: &str,
        terms: &[QuestionTerm],
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let terms = terms.get(..MAX_TERMS).unwrap_or(terms);
        if terms.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let query: Box<dyn Query> = Box::new(self.query(terms));
        let without = vec![
            (Occur::Must, query),
            (Occur::MustNot, self.of_article(path)),
        ];
        self.search(terms, &BooleanQuery::new(without), limit)
    }

    fn search(
        &self,
        terms: &[QuestionTerm],
        query: &dyn Query,
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let found = self.searcher.search_with_statistics_provider(
            query,
            &TopDocs::with_limit(limit).order_by_score(),
            &self.pool(terms)?,
        )?;
        found
            .into_iter()
            .map(|(score, address)| self.hit(score, address))
            .collect()
    }

    fn of_article(&self, path: &str) -> Box<dyn Query> {
        let term = Term::from_field_text(self.fields.path, path);
        Box::new(TermQuery::new(term, IndexRecordOption::Basic))
    }

    /// By term: passages that hold it in any of its forms, in the text, a heading or the title.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn frequencies(&self, terms: &[QuestionTerm]) -> Result<Vec<u64>, IndexError> {
        terms
            .iter()
            .map(|term| self.matching(&self.any_field(term)))
            .collect()
    }

    /// As [`Self::frequencies`], as if this article were not there.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn frequencies_without(
        &self,
        path: &str,
        terms: &[QuestionTerm],
    ) -> Result<Vec<u64>, IndexError> {
        terms
            .iter()
            .map(|term| {
                let query: Box<dyn Query> = Box::new(self.any_field(term));
                let without = vec![
                    (Occur::Must, query),
                    (Occur::MustNot, self.of_article(path)),
                ];
                self.matching(&BooleanQuery::new(without))
            })
            .collect()
    }

    fn any_field(&self, term: &QuestionTerm) -> BooleanQuery {
        let fields = [self.fields.body, self.fields.title, self.fields.headings];
        let forms = fields
            .iter()
            .flat_map(|&field| term.stems.iter().map(move |stem| leaf(field, stem)));
        BooleanQuery::union(forms.collect())
    }

    fn matching(&self, query: &BooleanQuery) -> Result<u64, IndexError> {
        let count = self.searcher.search(query, &Count)?;
        Ok(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// About so many passages, spread evenly over the index; always the same ones.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn sample(&self, about: usize) -> Result<Vec<Hit>, IndexError> {
        let every = self.passages().div_ceil(about.max(1)).max(1);
        let all = self.searcher.search(&AllQuery, &DocSetCollector)?;
        let mut all: Vec<DocAddress> = all.into_iter().collect();
        all.sort();
        all.into_iter()
            .step_by(every)
            .map(|address| self.hit(1.0, address))
            .collect()
    }

    /// The word of the articles that somebody probably meant who typed this folded one.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn similar_word(&self, word: &str) -> Result<Option<String>, IndexError> {
        Ok(self.vocabulary()?.similar(word).map(str::to_owned))
    }

    /// The name that most often stands before a number in the articles, with the number.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn name_with(&self, number: &str) -> Result<Option<String>, IndexError> {
        Ok(self.vocabulary()?.named(number).map(str::to_owned))
    }

    /// Read when it is first needed.
    fn vocabulary(&self) -> Result<&Vocabulary, IndexError> {
        if let Some(known) = self.vocabulary.get() {
            return Ok(known);
        }
        let read = Vocabulary::read(&self.searcher, self.fields.exact)?;
        Ok(self.vocabulary.get_or_init(|| read))
    }

    /// Passages that can be found.
    pub(super) fn count(&self) -> Result<usize, IndexError> {
        Ok(self.searcher.search(&AllQuery, &Count)?)
    }

    /// Some passage; `None` if there is none.
    pub(super) fn any(&self) -> Result<Option<Hit>, IndexError> {
        let first = TopDocs::with_limit(1).order_by_score();
        let found = self.searcher.search(&AllQuery, &first)?;
        found
            .into_iter()
            .next()
            .map(|(score, address)| self.hit(score, address))
            .transpose()
    }

    fn hit(&self, score: f32, address: DocAddress) -> Result<Hit, IndexError> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        self.fields.restore(score, &document).ok_or_else(|| {
            tantivy::TantivyError::InternalError("a stored passage cannot be read".to_owned())
                .into()
        })
    }

    fn query(&self, terms: &[QuestionTerm]) -> BooleanQuery {
        let mut clauses: Vec<Box<dyn Query>> = Vec::new();
        for term in terms {
            clauses.push(any_form(self.fields.body, &term.stems, 1.0));
            clauses.push(any_form(self.fields.exact, &term.exact, EXACT_WEIGHT));
            clauses.push(any_form(self.fields.title, &term.stems, TITLE_WEIGHT));
            clauses.push(any_form(self.fields.headings, &term.stems, HEADINGS_WEIGHT));
        }
        for (first, second) in terms.iter().zip(terms.iter().skip(1)) {
            if second.position == first.position.saturating_add(1) {
                clauses.push(self.pair(first, second));
            }
        }
        BooleanQuery::union(clauses)
    }

    /// Two words of the question as neighbours in the text.
    fn pair(&self, first: &QuestionTerm, second: &QuestionTerm) -> Box<dyn Query> {
        let term = |stem: &String| Term::from_field_text(self.fields.body, stem);
        let mut phrases: Vec<Box<dyn Query>> = Vec::new();
        for one in &first.stems {
            for other in &second.stems {
                phrases.push(Box::new(PhraseQuery::new(vec![term(one), term(other)])));
            }
        }
        Box::new(BoostQuery::new(
            Box::new(DisjunctionMaxQuery::new(phrases)),
            PAIR_WEIGHT,
        ))
    }

    /// Forms of one word count as one word: its frequency is that of all its forms. Else a form
    /// that is rare because few articles are in its language would outweigh every other word.
    fn pool(&self, terms: &[QuestionTerm]) -> Result<Pooled<'_>, IndexError> {
        let Fields {
            body,
            exact,
            title,
            headings,
            ..
        } = self.fields;
        let all = self.searcher.total_num_docs()?;
        let mut frequencies = HashMap::new();
        for term in terms {
            for (field, forms) in [
                (body, &term.stems),
                (exact, &term.exact),
                (title, &term.stems),
                (headings, &term.stems),
            ] {
                let forms: Vec<Term> = forms
                    .iter()
                    .map(|form| Term::from_field_text(field, form))
                    .collect();
                let mut together: u64 = 0;
                for form in &forms {
                    together = together.saturating_add(self.searcher.doc_freq(form)?);
                }
                frequencies.extend(forms.into_iter().map(|form| (form, together.min(all))));
            }
        }
        Ok(Pooled {
            searcher: &self.searcher,
            frequencies,
        })
    }
}

fn leaf(field: Field, form: &str) -> Box<dyn Query> {
    let term = Term::from_field_text(field, form);
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// The best of a word's forms.
fn any_form(field: Field, forms: &[String], weight: f32) -> Box<dyn Query> {
    let leaves = forms.iter().map(|form| leaf(field, form)).collect();
    Box::new(BoostQuery::new(
        Box::new(DisjunctionMaxQuery::new(leaves)),
        weight,
    ))
}

/// Document frequencies for BM25 with the forms of a word taken together.
struct Pooled<'a> {
    searcher: &'a Searcher,
    frequencies: HashMap<Term, u64>,
}

impl Bm25StatisticsProvider for Pooled<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.searcher.total_num_docs()
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        match self.frequencies.get(term) {
            Some(&together) => Ok(together),
            None => self.searcher.doc_freq(term),
        }
    }
}

fn disk_bytes(dir: &Path) -> std::io::Result<u64> {
    std::fs::read_dir(dir)?.try_fold(0u64, |sum, entry| {
        Ok(sum.saturating_add(entry?.metadata()?.len()))
    })
}
