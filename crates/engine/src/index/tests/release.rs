//! Stories about generations that are staged, published, dropped and restored.

use std::time::Duration;

use super::*;

const TEA: (&str, &str) = ("tea.md", "Tea is made with hot water.");

impl TestIndex {
    /// Builds and stages a generation of these articles.
    fn stage(&self, articles: &[(&str, &str)], about: &str) {
        self.with_files(articles, |files| {
            let writer = self.index.writer().unwrap();
            writer
                .stage(build(&writer, files), &about.to_owned())
                .unwrap();
        });
    }

    fn staged(&self) -> Option<String> {
        self.index.staged().unwrap()
    }

    fn publish_staged(&self, about: &str) -> bool {
        let writer = self.index.writer().unwrap();
        let published =
            writer.publish_staged(|it: &String| it == about, |_| entry(Change::Published));
        published.unwrap().is_some()
    }

    fn roll_back(&self, to: u64) -> Report {
        let writer = self.index.writer().unwrap();
        let restored = writer.restore(to).unwrap().unwrap();
        writer
            .publish(restored, &entry(Change::RolledBack { to }))
            .unwrap()
    }

    fn history(&self) -> Vec<(Change, u64)> {
        let entries = self.index.history().unwrap();
        entries
            .iter()
            .map(|it| (it.change, it.generation))
            .collect()
    }

    fn folders(&self) -> Vec<String> {
        let names = fs::read_dir(self.dir()).unwrap();
        let mut names: Vec<String> = names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("gen-"))
            .collect();
        names.sort();
        names
    }

    /// The index as a new process opens it.
    fn reopened(&self) -> Index {
        Index::open(settings(self.dir())).unwrap()
    }
}

fn entry(change: Change) -> HistoryEntry {
    let report = Report {
        generation: 0,
        published: false,
        added: vec![],
        changed: vec![],
        removed: vec![],
        unchanged: 0,
        skipped: vec![],
        articles: 0,
        passages: 0,
        started: jiff::Timestamp::UNIX_EPOCH,
        took: Duration::ZERO,
    };
    HistoryEntry::new("ann", change, &report, 0)
}

#[test]
fn a_staged_generation_answers_nobody_until_it_is_published() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    test.stage(&[CHENGDU, TEA], "with tea");
    assert!(test.find("tea water").is_empty());
    assert_eq!(
        test.reopened().staged().unwrap(),
        Some("with tea".to_owned())
    );
    assert!(!test.publish_staged("something else"));
    assert!(test.publish_staged("with tea"));
    assert_eq!(test.find("tea water"), ["tea.md"]);
    assert_eq!(test.staged(), None);
    assert!(!test.publish_staged("with tea"), "only once");
    assert_eq!(
        test.history(),
        [(Change::Published, 2), (Change::Published, 1)]
    );
}

#[test]
fn a_dropped_or_overtaken_generation_is_gone() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    test.stage(&[CHENGDU, TEA], "first");
    test.stage(&[TEA], "second");
    assert!(!test.publish_staged("first"), "the second took its place");
    let writer = test.index.writer().unwrap();
    let dropped = writer.discard_staged(|it: &String| it == "second", |_| entry(Change::Discarded));
    assert!(dropped.unwrap());
    drop(writer);
    test.stage(&[TEA], "third");
    test.reindex(&[CHENGDU, BUSAN]);
    assert!(!test.publish_staged("third"), "another went live meanwhile");
    assert_eq!(test.folders(), ["gen-1", "gen-2"]);
}

#[test]
fn a_generation_is_staged_again_if_publishing_it_was_interrupted() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    test.stage(&[CHENGDU, TEA], "with tea");
    // As a process leaves it that ends between the two renames.
    fs::rename(test.dir().join("gen-2.candidate"), test.dir().join("gen-2")).unwrap();
    let writer = test.index.writer().unwrap();
    writer
        .record(&HistoryEntry {
            generation: 2,
            ..entry(Change::Published)
        })
        .unwrap();
    drop(writer);
    assert_eq!(
        test.history(),
        [(Change::Published, 1)],
        "it never went live"
    );
    let reopened = test.reopened();
    assert_eq!(reopened.staged().unwrap(), Some("with tea".to_owned()));
    assert_eq!(reopened.live_generation().unwrap(), Some(1));
    assert!(test.publish_staged("with tea"));
    assert_eq!(
        test.history(),
        [(Change::Published, 2), (Change::Published, 1)]
    );
}

#[test]
fn a_rollback_is_a_new_generation_with_the_contents_of_an_earlier_one() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU, TEA]);
    test.reindex(&[CHENGDU, BUSAN]);
    assert!(test.find("tea water").is_empty());
    let report = test.roll_back(1);
    assert_eq!((report.generation, report.published), (3, true));
    assert_eq!(
        (report.added, report.removed),
        (vec!["tea.md".to_owned()], vec![BUSAN.0.to_owned()])
    );
    assert_eq!(test.find("tea water"), ["tea.md"]);
    let (report, read) = test.reindex(&[CHENGDU, TEA]);
    assert!(!report.published && read == 0, "its contents are known");
    assert_eq!(test.roll_back(2).generation, 4, "and forward again");
    assert!(test.find("tea water").is_empty());
    assert_eq!(test.index.earlier_generations().unwrap(), [3]);
    let writer = test.index.writer().unwrap();
    assert!(writer.restore(1).unwrap().is_none(), "it is no longer kept");
}

#[test]
fn a_cancelled_build_ends_and_leaves_nothing() {
    let test = TestIndex::new();
    test.reindex(&[CHENGDU]);
    for cancelled_in in [Phase::Indexing, Phase::Writing, Phase::Verifying] {
        test.with_files(&[CHENGDU, TEA], |files| {
            let calibrate = |_: &Snapshot| Ok(Calibration::default());
            let writer = test.index.writer().unwrap();
            let outcome = writer.build(files, Vec::new(), &calibrate, &mut |at| {
                if at.phase == cancelled_in {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            assert!(
                matches!(outcome, Err(IndexError::Cancelled)),
                "{cancelled_in:?}"
            );
        });
        assert_eq!(test.folders(), ["gen-1"]);
    }
}
