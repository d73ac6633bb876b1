//! Stories about an index in a real folder.

mod release;

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::analysis::question;
use super::manifest::SCHEMA_VERSION;
use super::*;
use crate::article::{Article, Block, ContentHash, Source, Trust};
use crate::language::Language;
use crate::passage;

/// An index in a folder that is removed at the end.
struct TestIndex {
    folder: tempfile::TempDir,
    index: Index,
}

impl TestIndex {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::open(settings(folder.path().join("index"))).unwrap();
        Self { folder, index }
    }

    fn dir(&self) -> PathBuf {
        self.folder.path().join("index")
    }

    /// Indexes exactly these articles, as (path, text); returns how many were read.
    fn reindex(&self, articles: &[(&str, &str)]) -> (Report, usize) {
        let mut report = None;
        let read = self.with_files(articles, |files| {
            let writer = self.index.writer().unwrap();
            let built = build(&writer, files);
            let entry = HistoryEntry::new("ann", Change::Published, built.report(), 0);
            report = Some(writer.publish(built, &entry).unwrap());
        });
        (report.unwrap(), read)
    }

    /// Calls `work` with these articles as files; returns how many were read.
    fn with_files(
        &self,
        articles: &[(&str, &str)],
        work: impl FnOnce(&[FileToIndex<'_>]),
    ) -> usize {
        let read = AtomicUsize::new(0);
        let hashes: Vec<ContentHash> = articles
            .iter()
            .map(|(_, text)| ContentHash::of(text.as_bytes()))
            .collect();
        let files: Vec<FileToIndex<'_>> = articles
            .iter()
            .zip(&hashes)
            .map(|(&(path, text), hash)| FileToIndex {
                path,
                hash,
                read: Box::new(|| {
                    read.fetch_add(1, Ordering::Relaxed);
                    let article = article(path, text);
                    let passages = passage::passages(&article);
                    Ok((article, passages))
                }),
            })
            .collect();
        work(&files);
        drop(files);
        read.into_inner()
    }

    /// Paths of the passages found for a question, best first.
    fn find(&self, question: &str) -> Vec<String> {
        let live = self.index.live().unwrap().expect("a live generation");
        let terms = question::terms(question, live.languages());
        let hits = live.candidates(&terms, 10).unwrap();
        hits.iter()
            .map(|hit| hit.open().unwrap().0.path.clone())
            .collect()
    }
}

fn build(writer: &Writer, files: &[FileToIndex<'_>]) -> BuiltGeneration {
    let calibrate = |_: &Snapshot| Ok(Calibration::default());
    let built = writer.build(files, Vec::new(), &calibrate, &mut |_| {
        ControlFlow::Continue(())
    });
    built.unwrap()
}

fn settings(dir: PathBuf) -> Settings {
    Settings {
        dir,
        keep_generations: 1,
        memory_bytes: 16 * 1024 * 1024,
    }
}

fn article(path: &str, text: &str) -> Article {
    let source = Source {
        path: path.to_owned(),
        title: path.to_owned(),
        url: None,
        date: Some(jiff::civil::date(2024, 8, 14)),
        updated: None,
        author: None,
        language: if path.starts_with("sv") {
            Language::Swedish
        } else {
            Language::English
        },
        tags: vec!["plant".to_owned()],
        trust: Trust::Normal,
        references: Vec::new(),
    };
    let blocks = text
        .split('\n')
        .map(|line| Block::Paragraph(line.to_owned()))
        .collect();
    Article {
        source,
        blocks,
        hash: ContentHash::of(text.as_bytes()),
    }
}

const CHENGDU: (&str, &str) = ("chengdu.md", "The Polestar 1 was built in Chengdu by hand.");
const BUSAN: (&str, &str) = (
    "busan.md",
    "The Polestar 4 is also built in Busan, 3 hours from Seoul.",
);

#[test]
fn an_indexed_passage_is_found_and_restored() {
    let test = TestIndex::new();
    assert!(test.index.live().unwrap().is_none());
    let (report, _) = test.reindex(&[CHENGDU, BUSAN]);
    assert_eq!(
        (report.generation, report.published, report.articles),
        (1, true, 2)
    );
    assert_eq!(report.added, ["busan.md", "chengdu.md"]);

    let live = test.index.live().unwrap().unwrap();
    let terms = question::terms("Who built cars in Chengdu?", live.languages());
    let hit = live.candidates(&terms, 1).unwrap().remove(0);
    let original = article(CHENGDU.0, CHENGDU.1);
    let (source, passage) = hit.open().unwrap();
    assert_eq!(passage, passage::passages(&original).remove(0));
    assert_eq!(*source, original.source);
    assert_eq!(live.frequencies(&terms).unwrap(), [2, 0, 1]);
}

#[test]
fn a_model_number_does_not_match_another_model_plus_a_stray_number() {
    let test = TestIndex::new();
    test.reindex(&[BUSAN, ("three.md", "The Polestar 3 is built elsewhere.")]);
    assert_eq!(test.find("Polestar 3")[0], "three.md");
}

#[test]
fn a_question_finds_articles_in_the_language_of_the_article() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU, ("sv.md", "Polestars fabriker ligger i Luqiao.")]);
    assert_eq!(test.find("Polestar fabrik")[0], "sv.md");
}

#[test]
fn only_changed_files_are_read_and_removed_ones_are_not_found() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU, BUSAN]);
    let changed = ("busan.md", "The Polestar 4 left Korea for Gwangju.");
    let (report, read) = test.reindex(&[CHENGDU, changed]);
    assert_eq!(
        (read, report.unchanged, report.changed),
        (1, 1, vec!["busan.md".to_owned()])
    );
    assert!(test.find("Busan Seoul").is_empty());
    assert_eq!(test.find("Gwangju"), ["busan.md"]);

    let (report, read) = test.reindex(&[changed]);
    assert_eq!((read, report.removed), (0, vec!["chengdu.md".to_owned()]));
    assert!(test.find("Chengdu").is_empty());
}

#[test]
fn the_generation_stays_if_nothing_changed() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    let (report, read) = test.reindex(&[CHENGDU]);
    assert_eq!((report.generation, report.published, read), (1, false, 0));
}

#[test]
fn an_empty_corpus_is_an_empty_index() {
    let test = TestIndex::new();
    test.reindex(&[]);
    assert!(test.find("anything").is_empty());
    test.reindex(&[CHENGDU]);
    test.reindex(&[]);
    assert!(test.find("Chengdu").is_empty());
}

#[test]
fn articles_that_all_begin_alike_pass_the_check() {
    let test = TestIndex::new();
    let opening = "Harbour Town Gazette reports weekly about ships, fish, weather, trade, music, sport, theatre and cooking.";
    let long = format!(
        "{opening} {}",
        "Nothing else happened at the pier. ".repeat(5)
    );
    let names: Vec<String> = (0..80).map(|number| format!("{number:02}.md")).collect();
    let text = |number: usize| if number == 0 { long.as_str() } else { opening };
    let named = names.iter().enumerate();
    let articles: Vec<(&str, &str)> = named.map(|(it, name)| (name.as_str(), text(it))).collect();
    let (report, _) = test.reindex(&articles);
    assert_eq!(report.articles, 80);
}

#[test]
fn a_snapshot_answers_from_its_generation_while_others_are_built_and_removed() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    let before = test.index.live().unwrap().unwrap();
    for number in 0..4 {
        test.reindex(&[("new.md", &format!("Number {number} is made in Busan."))]);
    }
    let terms = question::terms("Chengdu", before.languages());
    assert_eq!(before.candidates(&terms, 5).unwrap().len(), 1);
    assert!(
        !test.dir().join("gen-1").try_exists().unwrap(),
        "old generations are removed"
    );
    assert!(
        test.dir().join("gen-4").try_exists().unwrap(),
        "the last one is kept"
    );
}

#[test]
fn a_second_writer_learns_who_is_writing() {
    let test = TestIndex::new();
    let _first = test.index.writer().unwrap();
    let refusal = test.index.writer().unwrap_err().to_string();
    let me = format!("(process {})", std::process::id());
    assert!(
        refusal.contains("another process is indexing") && refusal.contains(&me),
        "{refusal}"
    );
}

#[test]
fn an_index_of_another_version_is_rebuilt_rather_than_misread() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    let manifest = test.dir().join("gen-1/manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let other = text.replace(
        &format!("\"schema_version\":{SCHEMA_VERSION}"),
        "\"schema_version\":0",
    );
    assert_ne!(text, other);
    fs::write(&manifest, other).unwrap();
    assert!(test.index.live().unwrap().is_none());
    let (report, read) = test.reindex(&[CHENGDU]);
    assert_eq!((report.generation, read), (2, 1));
    assert_eq!(test.find("Chengdu"), ["chengdu.md"]);
}

#[test]
fn leftovers_of_an_interrupted_build_are_removed_and_never_answer() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    fs::create_dir(test.dir().join("gen-2.building")).unwrap();
    fs::create_dir(test.dir().join("gen-2")).unwrap();
    fs::write(test.dir().join(".new-abc"), "3").unwrap();
    let again = Index::open(settings(test.dir())).unwrap();
    assert_eq!(again.live().unwrap().unwrap().generation(), 1);
    let left: Vec<_> = fs::read_dir(test.dir())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        !left
            .iter()
            .any(|name| name.to_string_lossy().contains("gen-2")),
        "{left:?}"
    );
    assert!(!left.iter().any(|name| name == ".new-abc"), "{left:?}");
}

#[test]
fn the_generation_before_answers_for_a_damaged_one() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    test.reindex(&[CHENGDU, BUSAN]);
    fs::write(test.dir().join("gen-2/meta.json"), "{").unwrap();
    assert_eq!(test.index.live().unwrap().unwrap().generation(), 1);
    let (report, _) = test.reindex(&[CHENGDU, BUSAN]);
    assert_eq!(report.generation, 3);
    assert_eq!(test.find("Busan"), ["busan.md"]);
}

#[test]
fn the_outcome_of_the_last_reindex_is_remembered() {
    let test = TestIndex::new();
    let (report, _) = test.reindex(&[CHENGDU]);
    test.index.remember(Ok(&report)).unwrap();
    test.index
        .remember(Err("no space left".to_owned()))
        .unwrap();
    assert_eq!(
        test.index.last_failure().unwrap().as_deref(),
        Some("no space left")
    );
    assert_eq!(test.index.last_report().unwrap(), Some(report));
}

#[test]
fn a_typo_is_corrected_and_a_bare_number_gets_its_name() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU, BUSAN]);
    let live = test.index.live().unwrap().unwrap();
    let similar = |word| live.similar_word(word).unwrap();
    assert_eq!(similar("chengud"), Some("chengdu".to_owned()));
    assert_eq!(similar("gothenburg"), None);
    assert_eq!(similar("bus"), None);
    assert_eq!(similar("hcengdu"), Some("chengdu".to_owned()));
    assert_eq!(similar("xbusan"), Some("busan".to_owned()));
    assert_eq!(similar("xusan"), None, "another word, not a typo");
    assert_eq!(live.name_with("4").unwrap(), Some("polestar4".to_owned()));
}

#[test]
fn an_article_can_be_left_out_of_a_search() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU, BUSAN]);
    let live = test.index.live().unwrap().unwrap();
    let terms = question::terms("Chengdu", live.languages());
    assert_eq!(live.frequencies(&terms).unwrap(), [1]);
    assert_eq!(live.frequencies_without("chengdu.md", &terms).unwrap(), [0]);
    let left = live.candidates_without("chengdu.md", &terms, 5).unwrap();
    assert!(left.is_empty());
    assert_eq!(live.sample(10).unwrap().len(), 2);
}

#[test]
fn a_complete_generation_is_never_written_to() {
    let test = TestIndex::new();
    test.reindex(&[("tea.md", "Hot water."), ("coffee.md", "Roasted beans.")]);
    let live = test.dir().join("gen-1");
    let files = || {
        let mut names: Vec<_> = fs::read_dir(&live)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    for entry in fs::read_dir(&live).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "lock") {
            fs::remove_file(path).unwrap();
        }
    }
    let before = files();
    assert_eq!(test.find("roasted beans"), ["coffee.md"]);
    assert_eq!(files(), before, "no lock is left behind");

    use tantivy::Directory as _;
    let directory = super::read_only_directory::ReadOnlyDirectory::open(&live).unwrap();
    let file = std::path::Path::new("new");
    assert!(directory.atomic_write(file, b"x").is_err());
    assert!(directory.open_write(file).is_err());
    assert!(directory.delete(std::path::Path::new("meta.json")).is_err());
    assert_eq!(files(), before);
}
