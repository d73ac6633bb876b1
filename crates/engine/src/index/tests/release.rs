//! Stories about generations that are staged, published, dropped and restored.

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
    let index = TestIndex::new();
    index.reindex(&[CHENGDU]);
    index.stage(&[CHENGDU, TEA], "with tea");
    assert!(index.find("tea water").is_empty());
    assert_eq!(
        index.reopened().staged().unwrap(),
        Some("with tea".to_owned())
    );
    assert!(!index.publish_staged("something else"));
    assert!(index.publish_staged("with tea"));
    assert_eq!(index.find("tea water"), ["tea.md"]);
    assert_eq!(index.staged(), None);
    assert!(!index.publish_staged("with tea"), "only once");
    assert_eq!(
        index.history(),
        [(Change::Published, 2), (Change::Published, 1)]
    );
}

#[test]
fn a_dropped_or_overtaken_generation_is_gone() {
    let index = TestIndex::new();
    index.reindex(&[CHENGDU]);
    index.stage(&[CHENGDU, TEA], "first");
    index.stage(&[TEA], "second");
    assert!(!index.publish_staged("first"), "the second took its place");
    let writer = index.index.writer().unwrap();
    let dropped = writer.discard_staged(|it: &String| it == "second", |_| entry(Change::Discarded));
    assert!(dropped.unwrap());
    drop(writer);
    index.stage(&[TEA], "third");
    index.reindex(&[CHENGDU, BUSAN]);
    assert!(
        !index.publish_staged("third"),
        "another went live meanwhile"
    );
    assert_eq!(index.folders(), ["gen-1", "gen-2"]);
}

#[test]
fn a_generation_is_staged_again_if_publishing_it_was_interrupted() {
    let index = TestIndex::new();
    index.reindex(&[CHENGDU]);
    index.stage(&[CHENGDU, TEA], "with tea");
    // As a process leaves it that ends between the two renames.
    fs::rename(
        index.dir().join("gen-2.candidate"),
        index.dir().join("gen-2"),
    )
    .unwrap();
    let writer = index.index.writer().unwrap();
    writer
        .record(&HistoryEntry {
            generation: 2,
            ..entry(Change::Published)
        })
        .unwrap();
    drop(writer);
    assert_eq!(
        index.history(),
        [(Change::Published, 1)],
        "it never went live"
    );
    let reopened = index.reopened();
    assert_eq!(reopened.staged().unwrap(), Some("with tea".to_owned()));
    assert_eq!(reopened.live_generation().unwrap(), Some(1));
    assert!(index.publish_staged("with tea"));
    assert_eq!(
        index.history(),
        [(Change::Published, 2), (Change::Published, 1)]
    );
}

#[test]
fn a_rollback_is_a_new_generation_with_the_contents_of_an_earlier_one() {
    let index = TestIndex::new();
    index.reindex(&[CHENGDU, TEA]);
    index.reindex(&[CHENGDU, BUSAN]);
    assert!(index.find("tea water").is_empty());
    let report = index.roll_back(1);
    assert_eq!((report.generation, report.published), (3, true));
    assert_eq!(
        (report.added, report.removed),
        (vec!["tea.md".to_owned()], vec![BUSAN.0.to_owned()])
    );
    assert_eq!(index.find("tea water"), ["tea.md"]);
    let (report, read) = index.reindex(&[CHENGDU, TEA]);
    assert!(!report.published && read == 0, "its contents are known");
    assert_eq!(index.roll_back(2).generation, 4, "and forward again");
    assert!(index.find("tea water").is_empty());
    assert_eq!(index.index.earlier_generations().unwrap(), [3]);
    let writer = index.index.writer().unwrap();
    assert!(writer.restore(1).unwrap().is_none(), "it is no longer kept");
}

#[test]
fn a_cancelled_build_ends_and_leaves_nothing() {
    let index = TestIndex::new();
    index.reindex(&[CHENGDU]);
    for cancelled_in in [Phase::Indexing, Phase::Writing, Phase::Verifying] {
        index.with_files(&[CHENGDU, TEA], |files| {
            let calibrate = |_: &Snapshot| Ok(Calibration::default());
            let writer = index.index.writer().unwrap();
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
        assert_eq!(index.folders(), ["gen-1"]);
    }
}
