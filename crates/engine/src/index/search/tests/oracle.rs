//! The engine's own way to find the same passages: a query of all lists, each read to its end.

use std::collections::HashMap;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    Bm25StatisticsProvider, BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, PhraseQuery,
    Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Searcher, Term};

use super::Snapshot;
use super::{Only, QuestionTerm};

pub(super) fn best(
    live: &Snapshot,
    terms: &[QuestionTerm],
    only: Only<'_>,
    limit: usize,
) -> Vec<(f32, DocAddress)> {
    let query: Box<dyn Query> = Box::new(query(live, terms));
    let query = match only {
        Only::All => query,
        Only::Without(path) => leaving_out(live, query, path),
        Only::Holding(held) => holding(live, query, held),
    };
    let best = TopDocs::with_limit(limit).order_by_score();
    let pool = pool(live, terms);
    let found = live
        .searcher
        .search_with_statistics_provider(&*query, &best, &pool);
    found.unwrap()
}

pub(super) fn counts(live: &Snapshot, terms: &[QuestionTerm], without: Option<&str>) -> Vec<u64> {
    let fields = [live.fields.body, live.fields.title, live.fields.headings];
    let count = |term: &QuestionTerm| {
        let forms = fields
            .iter()
            .flat_map(|&field| term.stems.iter().map(move |stem| leaf(field, stem)));
        let mut query: Box<dyn Query> = Box::new(BooleanQuery::union(forms.collect()));
        if let Some(path) = without {
            query = leaving_out(live, query, path);
        }
        live.searcher.search(&*query, &Count).unwrap() as u64
    };
    terms.iter().map(count).collect()
}

fn leaving_out(live: &Snapshot, query: Box<dyn Query>, path: &str) -> Box<dyn Query> {
    let path = leaf(live.fields.path, path);
    Box::new(BooleanQuery::new(vec![
        (Occur::Must, query),
        (Occur::MustNot, path),
    ]))
}

fn holding(live: &Snapshot, query: Box<dyn Query>, held: &[QuestionTerm]) -> Box<dyn Query> {
    let fields = &live.fields;
    let stemmed = [fields.body, fields.title, fields.headings];
    let mut clauses = vec![(Occur::Must, query)];
    for term in held {
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

fn query(live: &Snapshot, terms: &[QuestionTerm]) -> BooleanQuery {
    let fields = &live.fields;
    let mut clauses: Vec<Box<dyn Query>> = Vec::new();
    for term in terms {
        clauses.push(any_form(fields.body, &term.stems, 1.0));
        clauses.push(any_form(fields.exact, &term.exact, 0.5));
        clauses.push(any_form(fields.title, &term.stems, 0.3));
        clauses.push(any_form(fields.headings, &term.stems, 0.3));
    }
    for (first, second) in terms.iter().zip(terms.iter().skip(1)) {
        if second.position == first.position + 1 {
            clauses.push(pair(fields.body, first, second));
        }
    }
    BooleanQuery::union(clauses)
}

fn pair(body: Field, first: &QuestionTerm, second: &QuestionTerm) -> Box<dyn Query> {
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

fn pool<'a>(live: &'a Snapshot, terms: &[QuestionTerm]) -> Pooled<'a> {
    let fields = &live.fields;
    let searcher = &live.searcher;
    let all = searcher.total_num_docs().unwrap();
    let mut frequencies = HashMap::new();
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
            let held = forms.iter().map(|form| searcher.doc_freq(form).unwrap());
            let together = held.sum::<u64>().min(all);
            frequencies.extend(forms.iter().map(|form| (form.clone(), together)));
        }
    }
    Pooled {
        searcher,
        frequencies,
    }
}

/// Document frequencies with the forms of a word taken together.
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
