//! Holds the search to what the engine's own query finds, in generations of many kinds.

mod oracle;

use proptest::prelude::*;
use tantivy::indexer::NoMergePolicy;

use super::*;
use crate::article::{Article, Block, ContentHash, Source, Trust};
use crate::index::analysis::Analyzers;
use crate::index::analysis::question;
use crate::index::manifest::Contents;
use crate::passage;

/// From everyday to rare; Swedish has other stems for them than English.
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

/// What a generation is made of.
#[derive(Debug, Clone)]
struct Made {
    seed: u64,
    /// Articles in each part, and words of their passages at most.
    parts: Vec<(usize, usize)>,
    /// Sections of an article, each of one passage.
    sections: usize,
    /// Every such article is removed again; 0 for none.
    removed: usize,
}

struct Place {
    _folder: tempfile::TempDir,
    live: Snapshot,
}

impl Made {
    fn build(&self) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let (schema, fields) = schema::schema();
        let mut index = tantivy::Index::create_in_dir(folder.path(), schema).unwrap();
        index.set_tokenizers(schema::tokenizers());
        let mut writer = index.writer_with_num_threads(1, 16 << 20).unwrap();
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let mut analyzers = Analyzers::default();
        let mut draw = Draw(self.seed);
        let mut number = 0;
        for &(articles, words) in &self.parts {
            for _ in 0..articles {
                let article = article(number, (self.sections, words), &mut draw);
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
        if let Some(every) = (self.removed > 0).then_some(self.removed) {
            for gone in (0..number).step_by(every) {
                let path = tantivy::Term::from_field_text(fields.path, &path(gone));
                writer.delete_term(path);
            }
            writer.commit().unwrap();
        }
        writer.wait_merging_threads().unwrap();
        let manifest = Manifest::new(1, jiff::Timestamp::UNIX_EPOCH, &Contents::new());
        let live = Snapshot::open(folder.path(), manifest).unwrap();
        Place {
            _folder: folder,
            live,
        }
    }
}

fn path(number: usize) -> String {
    format!("{number}.md")
}

fn article(number: usize, (sections, words): (usize, usize), draw: &mut Draw) -> Article {
    let language = LANGUAGES[number % 2];
    let mut blocks = Vec::new();
    for _ in 0..sections {
        let heading = draw.text(2);
        blocks.push(Block::Heading {
            level: 1,
            text: heading,
        });
        let length = 1 + draw.below(words);
        blocks.push(Block::Paragraph(draw.text(length)));
    }
    Article {
        source: Source {
            path: path(number),
            title: draw.text(2),
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
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    /// The first words far more often than the last.
    fn text(&mut self, words: usize) -> String {
        let word = |_| {
            let most = 1 + self.below(WORDS.len());
            WORDS[self.below(most)]
        };
        (0..words).map(word).collect::<Vec<_>>().join(" ")
    }
}

fn assert_same(live: &Snapshot, question: &str, without: Option<&str>, limit: usize) {
    let terms = question::terms(question, &LANGUAGES);
    let only = without.map_or(Only::All, Only::Without);
    assert_same_are_found(live, question, only, limit);
    assert_same_are_found(live, question, Only::Holding(&terms[..1]), limit);
    let last = terms.len().saturating_sub(2);
    assert_same_are_found(live, question, Only::Holding(&terms[last..]), limit);
    let counts = match without {
        Some(path) => live.frequencies_without(path, &terms),
        None => live.frequencies(&terms),
    };
    assert_eq!(counts.unwrap(), oracle::counts(live, &terms, without));
}

fn assert_same_are_found(live: &Snapshot, question: &str, only: Only<'_>, limit: usize) {
    let terms = question::terms(question, &LANGUAGES);
    let found = live.lists.best(&terms, only, limit).unwrap();
    let wanted = oracle::best(live, &terms, only, limit);
    assert_eq!(found.len(), wanted.len(), "{question:?}");
    let near = |one: f32, other: f32| (one - other).abs() <= one.abs() * 1e-5;
    let last = wanted.last().map_or(0.0, |it| it.0);
    for (mine, theirs) in found.iter().zip(&wanted) {
        assert!(near(mine.0, theirs.0), "{question:?}: {mine:?} {theirs:?}");
        // Sums in another order may swap passages that are equal otherwise.
        let listed = wanted.iter().find(|it| it.1 == mine.1);
        let fits = listed.map_or(near(mine.0, last), |it| near(mine.0, it.0));
        assert!(fits, "{question:?}: {mine:?} instead of {theirs:?}");
    }
}

#[test]
fn of_thousands_of_passages_the_same_are_found_as_by_reading_every_list() {
    let made = Made {
        seed: 7,
        parts: vec![(300, 25), (20, 25), (100, 90)],
        sections: 10,
        removed: 9,
    };
    let place = made.build();
    let mut draw = Draw(11);
    for number in 0..36 {
        let words = 1 + draw.below(8);
        let question = draw.text(words);
        let path = path(draw.below(420));
        let without = (number % 3 == 0).then_some(path.as_str());
        let limit = [1, 10, 40][number % 3];
        assert_same(&place.live, &question, without, limit);
        // And again with what is known by now.
        assert_same(&place.live, &question, without, limit);
    }
}

#[test]
fn passages_that_match_equally_well_come_as_they_were_indexed() {
    let folder = tempfile::tempdir().unwrap();
    let (schema, fields) = schema::schema();
    let mut index = tantivy::Index::create_in_dir(folder.path(), schema).unwrap();
    index.set_tokenizers(schema::tokenizers());
    let mut writer = index.writer_with_num_threads(1, 16 << 20).unwrap();
    let mut analyzers = Analyzers::default();
    for number in 0..100 {
        let mut article = article(number, (0, 0), &mut Draw(1));
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
    let live = Snapshot::open(folder.path(), manifest).unwrap();
    let terms = question::terms("winter in Busan", &LANGUAGES);
    let found = live.lists.best(&terms, Only::All, 5).unwrap();
    let order: Vec<u32> = found.iter().map(|(_, address)| address.doc_id).collect();
    assert_eq!(order, [0, 1, 2, 3, 4]);
}

#[test]
fn what_is_admitted_is_looked_for_until_there_is_enough_of_it() {
    let made = Made {
        seed: 13,
        parts: vec![(120, 25), (40, 25)],
        sections: 4,
        removed: 0,
    };
    let live = made.build().live;
    let terms = question::terms("polestar battery charging winter", &LANGUAGES);
    let held = question::terms("charging", &LANGUAGES);
    let all = live
        .candidates_holding(&[], &terms, |_| true, (1_000, 1_000))
        .unwrap();
    let text = |hit: &Hit| hit.open().unwrap().1.text;
    let wanted: Vec<String> = all
        .iter()
        .map(text)
        .filter(|text| text.contains("charging winter"))
        .collect();
    assert!(wanted.len() > 5, "{}", wanted.len());
    let find = |limit, among| {
        let admits = |hit: &Hit| text(hit).contains("charging winter");
        let found = live.candidates_holding(&held, &terms, admits, (limit, among));
        found.unwrap().iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(find(5, 1_000), wanted[..5]);
    assert_eq!(find(1_000, 1_000), wanted);
    assert!(find(5, 5).len() < 5);
}

#[test]
fn a_sample_is_spread_over_what_is_left() {
    let made = Made {
        seed: 3,
        parts: vec![(60, 25)],
        sections: 1,
        removed: 2,
    };
    let mut live = made.build().live;
    let mut manifest = Manifest::clone(&live.manifest);
    manifest.passages = live.count();
    live.manifest = Arc::new(manifest);
    assert_eq!(live.count(), 30);
    let sampled = live.sample(10).unwrap();
    let paths: Vec<String> = sampled
        .iter()
        .map(|hit| hit.open().unwrap().0.path.clone())
        .collect();
    let wanted: Vec<String> = (1..60).step_by(6).map(path).collect();
    assert_eq!(paths, wanted);
}

#[test]
fn a_stored_passage_is_read_where_it_lies() {
    let made = Made {
        seed: 5,
        parts: vec![(3, 25)],
        sections: 2,
        removed: 0,
    };
    let place = made.build();
    let fields = &place.live.fields;
    for address in place.live.all() {
        let document = place.live.lists.stored(address).unwrap().unwrap();
        let (digest, stored) = stored::values(&document, fields.digest, fields.stored).unwrap();
        let read: TantivyDocument = place.live.searcher.doc(address).unwrap();
        use tantivy::schema::Value as _;
        let value = |field| read.get_first(field).unwrap().as_bytes().unwrap();
        assert_eq!(digest, value(fields.digest));
        assert_eq!(stored, value(fields.stored));
        let short = &document[..document.len() - 1];
        assert!(stored::values(short, fields.digest, fields.stored).is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_same_passages_are_found_as_by_reading_every_list(
        seed in any::<u64>(),
        parts in prop::collection::vec((1usize..30, 1usize..90), 1..4),
        sections in 1usize..6,
        removed in 0usize..5,
        limit in 1usize..50,
    ) {
        let place = Made { seed, parts, sections, removed }.build();
        let mut draw = Draw(seed ^ 1);
        for _ in 0..6 {
            let words = 1 + draw.below(7);
            let question = draw.text(words);
            assert_same(&place.live, &question, None, limit);
            assert_same(&place.live, &question, Some("1.md"), limit);
        }
    }
}
