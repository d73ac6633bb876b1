//! The same search as a query of tantivy's, which reads every postings list to its end.

use std::collections::HashMap;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    Bm25StatisticsProvider, BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, PhraseQuery,
    Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Searcher, Term};

use super::{Fields, Filter, QuestionTerm, Snapshot};

pub(super) fn top_k(
    snapshot: &Snapshot,
    terms: &[QuestionTerm],
    filter: Filter<'_>,
    limit: usize,
) -> Vec<(f32, DocAddress)> {
    let query: Box<dyn Query> = Box::new(query(snapshot, terms));
    let query = match filter {
        Filter::All => query,
        Filter::WithoutArticle(path) => without(snapshot, query, path),
        Filter::Containing(required) => containing(snapshot, query, required),
    };
    let top = TopDocs::with_limit(limit).order_by_score();
    let pooled = pooled(snapshot, terms);
    let found = snapshot
        .searcher
        .search_with_statistics_provider(&*query, &top, &pooled);
    found.unwrap()
}

pub(super) fn doc_freqs(
    snapshot: &Snapshot,
    terms: &[QuestionTerm],
    excluded: Option<&str>,
) -> Vec<u64> {
    let Fields {
        body,
        title,
        headings,
        ..
    } = snapshot.fields;
    let fields = [body, title, headings];
    let count = |term: &QuestionTerm| {
        let forms = fields
            .iter()
            .flat_map(|&field| term.stems.iter().map(move |stem| leaf(field, stem)));
        let mut query: Box<dyn Query> = Box::new(BooleanQuery::union(forms.collect()));
        if let Some(path) = excluded {
            query = without(snapshot, query, path);
        }
        snapshot.searcher.search(&*query, &Count).unwrap() as u64
    };
    terms.iter().map(count).collect()
}

fn without(snapshot: &Snapshot, query: Box<dyn Query>, path: &str) -> Box<dyn Query> {
    let path = leaf(snapshot.fields.path, path);
    Box::new(BooleanQuery::new(vec![
        (Occur::Must, query),
        (Occur::MustNot, path),
    ]))
}

fn containing(
    snapshot: &Snapshot,
    query: Box<dyn Query>,
    required: &[QuestionTerm],
) -> Box<dyn Query> {
    let fields = &snapshot.fields;
    let stemmed = [fields.body, fields.title, fields.headings];
    let mut clauses = vec![(Occur::Must, query)];
    for term in required {
        let stems = stemmed
            .iter()
            .flat_map(|&field| term.stems.iter().map(move |stem| leaf(field, stem)));
        let exact = term.exact.iter().map(|form| leaf(fields.exact, form));
        let anywhere = BooleanQuery::union(stems.chain(exact).collect());
        let unscored = BoostQuery::new(Box::new(anywhere), 0.0);
        clauses.push((Occur::Must, Box::new(unscored)));
    }
    Box::new(BooleanQuery::new(clauses))
}

fn query(snapshot: &Snapshot, terms: &[QuestionTerm]) -> BooleanQuery {
    let fields = &snapshot.fields;
    let mut clauses: Vec<Box<dyn Query>> = Vec::new();
    for term in terms {
        clauses.push(any_form(fields.body, &term.stems, 1.0));
        clauses.push(any_form(fields.exact, &term.exact, 0.5));
        clauses.push(any_form(fields.title, &term.stems, 0.3));
        clauses.push(any_form(fields.headings, &term.stems, 0.3));
    }
    for (first, second) in terms.iter().zip(terms.iter().skip(1)) {
        if second.position == first.position + 1 {
            clauses.push(bigram(fields.body, first, second));
        }
    }
    BooleanQuery::union(clauses)
}

fn bigram(body: Field, first: &QuestionTerm, second: &QuestionTerm) -> Box<dyn Query> {
    let term = |stem: &String| Term::from_field_text(body, stem);
    let mut phrases: Vec<Box<dyn Query>> = Vec::new();
    for one in &first.stems {
        for other in &second.stems {
            phrases.push(Box::new(PhraseQuery::new(vec![term(one), term(other)])));
        }
    }
    Box::new(BoostQuery::new(
        Box::new(DisjunctionMaxQuery::new(phrases)),
        0.3,
    ))
}

fn leaf(field: Field, form: &str) -> Box<dyn Query> {
    let term = Term::from_field_text(field, form);
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn any_form(field: Field, forms: &[String], weight: f32) -> Box<dyn Query> {
    let leaves = forms.iter().map(|form| leaf(field, form)).collect();
    Box::new(BoostQuery::new(
        Box::new(DisjunctionMaxQuery::new(leaves)),
        weight,
    ))
}

fn pooled<'a>(snapshot: &'a Snapshot, terms: &[QuestionTerm]) -> Pooled<'a> {
    let fields = &snapshot.fields;
    let searcher = &snapshot.searcher;
    let all = searcher.total_num_docs().unwrap();
    let mut doc_freqs = HashMap::new();
    for term in terms {
        for (field, forms) in [
            (fields.body, &term.stems),
            (fields.exact, &term.exact),
            (fields.title, &term.stems),
            (fields.headings, &term.stems),
        ] {
            let forms: Vec<Term> = forms
                .iter()
                .map(|form| Term::from_field_text(field, form))
                .collect();
            let each = forms.iter().map(|form| searcher.doc_freq(form).unwrap());
            let sum = each.sum::<u64>().min(all);
            doc_freqs.extend(forms.iter().map(|form| (form.clone(), sum)));
        }
    }
    Pooled {
        searcher,
        doc_freqs,
    }
}

/// Document frequencies, pooled over the forms of each word.
struct Pooled<'a> {
    searcher: &'a Searcher,
    doc_freqs: HashMap<Term, u64>,
}

impl Bm25StatisticsProvider for Pooled<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.searcher.total_num_docs()
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        match self.doc_freqs.get(term) {
            Some(&pooled) => Ok(pooled),
            None => self.searcher.doc_freq(term),
        }
    }
}
