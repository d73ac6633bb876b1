//! Compares the search with tantivy's own queries, over generations of many shapes.

mod oracle;

use proptest::prelude::*;
use tantivy::indexer::NoMergePolicy;

use super::*;
use crate::article::{Article, Block, ContentHash, Source, Trust};
use crate::index::analysis::Analyzers;
use crate::index::analysis::question;
use crate::index::manifest::Contents;
use crate::passage;

/// From common to rare; Swedish stems them differently from English.
const WORDS: [&str; 24] = [
    "cars",
    "battery",
    "charging",
    "winter",
    "running",
    "houses",
    "engines",
    "ridge",
    "plants",
    "bilar",
    "ladda",
    "vintern",
    "husen",
    "motorer",
    "fabriken",
    "polestar",
    "busan",
    "chengdu",
    "ridgeville",
    "seoul",
    "gothenburg",
    "kosice",
    "taizhou",
    "valmet",
];

const LANGUAGES: [Language; 2] = [Language::English, Language::Swedish];

/// The shape of a generation.
#[derive(Debug, Clone)]
struct Shape {
    seed: u64,
    /// Per segment: articles, and the most words in a passage.
    segments: Vec<(usize, usize)>,
    /// Sections per article, one passage each.
    sections: usize,
    /// Every nth article is deleted again; 0 for none.
    deleted: usize,
}

struct Generation {
    _folder: tempfile::TempDir,
    snapshot: Snapshot,
}

impl Shape {
    fn build(&self) -> Generation {
        let folder = tempfile::tempdir().unwrap();
        let (schema, fields) = schema::schema();
        let mut index = tantivy::Index::create_in_dir(folder.path(), schema).unwrap();
        index.set_tokenizers(schema::tokenizers());
        let mut writer = index.writer_with_num_threads(1, 16 << 20).unwrap();
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let mut analyzers = Analyzers::default();
        let mut random = Random(self.seed);
        let mut number = 0;
        for &(articles, words) in &self.segments {
            for _ in 0..articles {
                let article = article(number, (self.sections, words), &mut random);
                let passages = passage::passages(&article);
                for document in fields
                    .documents(&article, &passages, &mut analyzers)
                    .unwrap()
                {
                    writer.add_document(document).unwrap();
                }
                number += 1;
            }
            writer.commit().unwrap();
        }
        if let Some(step) = (self.deleted > 0).then_some(self.deleted) {
            for deleted in (0..number).step_by(step) {
                let path = tantivy::Term::from_field_text(fields.path, &path(deleted));
                writer.delete_term(path);
            }
            writer.commit().unwrap();
        }
        writer.wait_merging_threads().unwrap();
        let manifest = Manifest::new(1, jiff::Timestamp::UNIX_EPOCH, &Contents::new());
        let snapshot = Snapshot::open(folder.path(), manifest).unwrap();
        Generation {
            _folder: folder,
            snapshot,
        }
    }
}

fn path(number: usize) -> String {
    format!("{number}.md")
}

fn article(number: usize, (sections, words): (usize, usize), random: &mut Random) -> Article {
    let language = LANGUAGES[number % 2];
    let mut blocks = Vec::new();
    for _ in 0..sections {
        let heading = random.text(2);
        blocks.push(Block::Heading {
            level: 1,
            text: heading,
        });
        let length = 1 + random.below(words);
        blocks.push(Block::Paragraph(random.text(length)));
    }
    Article {
        source: Source {
            path: path(number),
            title: random.text(2),
            url: None,
            date: None,
            updated: None,
            author: None,
            language,
            tags: Vec::new(),
            trust: Trust::Normal,
            references: Vec::new(),
        },
        blocks,
        hash: ContentHash::of(&number.to_le_bytes()),
    }
}

/// The same numbers every time: SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    /// Uses the first words far more often than the last.
    fn text(&mut self, words: usize) -> String {
        let word = |_| {
            let end = 1 + self.below(WORDS.len());
            WORDS[self.below(end)]
        };
        (0..words).map(word).collect::<Vec<_>>().join(" ")
    }
}

fn assert_same(snapshot: &Snapshot, question: &str, without: Option<&str>, limit: usize) {
    let terms = question::terms(question, &LANGUAGES);
    let filter = without.map_or(Filter::All, Filter::WithoutArticle);
    assert_same_top_k(snapshot, question, filter, limit);
    assert_same_top_k(snapshot, question, Filter::Containing(&terms[..1]), limit);
    let last = terms.len().saturating_sub(2);
    assert_same_top_k(
        snapshot,
        question,
        Filter::Containing(&terms[last..]),
        limit,
    );
    let frequencies = match without {
        Some(path) => snapshot.frequencies_without(path, &terms),
        None => snapshot.frequencies(&terms),
    };
    assert_eq!(
        frequencies.unwrap(),
        oracle::doc_freqs(snapshot, &terms, without)
    );
}

fn assert_same_top_k(snapshot: &Snapshot, question: &str, filter: Filter<'_>, limit: usize) {
    let terms = question::terms(question, &LANGUAGES);
    let found = snapshot.segments.top_k(&terms, filter, limit).unwrap();
    let expected = oracle::top_k(snapshot, &terms, filter, limit);
    assert_eq!(found.len(), expected.len(), "{question:?}");
    let near = |one: f32, other: f32| (one - other).abs() <= one.abs() * 1e-5;
    let last = expected.last().map_or(0.0, |it| it.0);
    for (mine, theirs) in found.iter().zip(&expected) {
        assert!(near(mine.0, theirs.0), "{question:?}: {mine:?} {theirs:?}");
        // Summing in another order may swap passages with equal scores.
        let listed = expected.iter().find(|it| it.1 == mine.1);
        let fits = listed.map_or(near(mine.0, last), |it| near(mine.0, it.0));
        assert!(fits, "{question:?}: {mine:?} instead of {theirs:?}");
    }
}

#[test]
fn thousands_of_passages_rank_as_tantivy_ranks_them() {
    let shape = Shape {
        seed: 7,
        segments: vec![(300, 25), (20, 25), (100, 90)],
        sections: 10,
        deleted: 9,
    };
    let generation = shape.build();
    let mut random = Random(11);
    for number in 0..36 {
        let words = 1 + random.below(8);
        let question = random.text(words);
        let path = path(random.below(420));
        let without = (number % 3 == 0).then_some(path.as_str());
        let limit = [1, 10, 40][number % 3];
        assert_same(&generation.snapshot, &question, without, limit);
        // Again, with warm caches.
        assert_same(&generation.snapshot, &question, without, limit);
    }
}

#[test]
fn equal_scores_come_in_index_order() {
    let folder = tempfile::tempdir().unwrap();
    let (schema, fields) = schema::schema();
    let mut index = tantivy::Index::create_in_dir(folder.path(), schema).unwrap();
    index.set_tokenizers(schema::tokenizers());
    let mut writer = index.writer_with_num_threads(1, 16 << 20).unwrap();
    let mut analyzers = Analyzers::default();
    for number in 0..100 {
        let mut article = article(number, (0, 0), &mut Random(1));
        article.source.language = Language::English;
        article.blocks = vec![Block::Paragraph("The winter in Busan.".to_owned())];
        let passages = passage::passages(&article);
        let documents = fields
            .documents(&article, &passages, &mut analyzers)
            .unwrap();
        writer
            .add_document(documents.into_iter().next().unwrap())
            .unwrap();
    }
    writer.commit().unwrap();
    let manifest = Manifest::new(1, jiff::Timestamp::UNIX_EPOCH, &Contents::new());
    let snapshot = Snapshot::open(folder.path(), manifest).unwrap();
    let terms = question::terms("winter in Busan", &LANGUAGES);
    let found = snapshot.segments.top_k(&terms, Filter::All, 5).unwrap();
    let order: Vec<u32> = found.iter().map(|(_, address)| address.doc_id).collect();
    assert_eq!(order, [0, 1, 2, 3, 4]);
}

#[test]
fn filtered_candidates_are_read_until_there_are_enough() {
    let shape = Shape {
        seed: 13,
        segments: vec![(120, 25), (40, 25)],
        sections: 4,
        deleted: 0,
    };
    let generation = shape.build();
    let snapshot = &generation.snapshot;
    let terms = question::terms("polestar battery charging winter", &LANGUAGES);
    let required = question::terms("charging", &LANGUAGES);
    let all = snapshot
        .candidates_containing(&[], &terms, |_| true, (1_000, 1_000))
        .unwrap();
    let text = |hit: &Hit| hit.open().unwrap().1.text;
    let expected: Vec<String> = all
        .iter()
        .map(text)
        .filter(|text| text.contains("charging winter"))
        .collect();
    assert!(expected.len() > 5, "{}", expected.len());
    let find = |limit, among| {
        let accepts = |hit: &Hit| text(hit).contains("charging winter");
        let found = snapshot.candidates_containing(&required, &terms, accepts, (limit, among));
        found.unwrap().iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(find(5, 1_000), expected[..5]);
    assert_eq!(find(1_000, 1_000), expected);
    assert!(find(5, 5).len() < 5);
}

#[test]
fn a_sample_is_spread_over_the_passages_that_are_left() {
    let shape = Shape {
        seed: 3,
        segments: vec![(60, 25)],
        sections: 1,
        deleted: 2,
    };
    let mut generation = shape.build();
    let snapshot = &mut generation.snapshot;
    let mut manifest = Manifest::clone(&snapshot.manifest);
    manifest.passages = snapshot.count();
    snapshot.manifest = Arc::new(manifest);
    assert_eq!(snapshot.count(), 30);
    let sampled = snapshot.sample(10).unwrap();
    let paths: Vec<String> = sampled
        .iter()
        .map(|hit| hit.open().unwrap().0.path.clone())
        .collect();
    let expected: Vec<String> = (1..60).step_by(6).map(path).collect();
    assert_eq!(paths, expected);
}

#[test]
fn stored_passages_are_read_as_tantivy_reads_them() {
    let shape = Shape {
        seed: 5,
        segments: vec![(3, 25)],
        sections: 2,
        deleted: 0,
    };
    let generation = shape.build();
    let snapshot = &generation.snapshot;
    let fields = &snapshot.fields;
    for address in snapshot.all() {
        let document = snapshot.segments.stored(address).unwrap().unwrap();
        let values = |document| doc_store::values(document, fields.term_vector, fields.stored);
        let (vector, stored) = values(&document).unwrap();
        let read: TantivyDocument = snapshot.searcher.doc(address).unwrap();
        use tantivy::schema::Value as _;
        let value = |field| read.get_first(field).unwrap().as_bytes().unwrap();
        assert_eq!(vector, value(fields.term_vector));
        assert_eq!(stored, value(fields.stored));
        assert!(values(&document[..document.len() - 1]).is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn passages_rank_as_tantivy_ranks_them(
        seed in any::<u64>(),
        segments in prop::collection::vec((1usize..30, 1usize..90), 1..4),
        sections in 1usize..6,
        deleted in 0usize..5,
        limit in 1usize..50,
    ) {
        let generation = Shape { seed, segments, sections, deleted }.build();
        let mut random = Random(seed ^ 1);
        for _ in 0..6 {
            let words = 1 + random.below(7);
            let question = random.text(words);
            assert_same(&generation.snapshot, &question, None, limit);
            assert_same(&generation.snapshot, &question, Some("1.md"), limit);
        }
    }
}
