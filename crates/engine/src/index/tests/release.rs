//! Stories about generations that wait, go live, are dropped and come back.

use super::*;

const TEA: (&str, &str) = ("tea.md", "Tea is made with hot water.");

impl Place {
    /// Builds a generation of these articles that waits for a decision.
    fn hold(&self, articles: &[(&str, &str)], about: &str) {
        self.with_files(articles, |files| {
            let writer = self.index.writer().unwrap();
            writer
                .hold(prepare(&writer, files), &about.to_owned())
                .unwrap();
        });
    }

    fn waiting(&self) -> Option<String> {
        self.index.held().unwrap()
    }

    fn publish_held(&self, about: &str) -> bool {
        let writer = self.index.writer().unwrap();
        let published =
            writer.publish_held(|it: &String| it == about, |_| entry(Change::Published));
        published.unwrap().is_some()
    }

    fn roll_back(&self, to: u64) -> Report {
        let writer = self.index.writer().unwrap();
        let prepared = writer.restore(to).unwrap().unwrap();
        writer
            .publish(prepared, &entry(Change::RolledBack { to }))
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

    /// As a new process finds it.
    fn reopened(&self) -> Index {
        Index::open(settings(self.dir())).unwrap()
    }
}

fn entry(change: Change) -> Entry {
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
    Entry::new("ann", change, &report, 0)
}

#[test]
fn what_waits_answers_nobody_until_it_is_published() {
    let place = Place::new();
    place.reindex(&[CHENGDU]);
    place.hold(&[CHENGDU, TEA], "with tea");
    assert!(place.find("tea water").is_empty());
    assert_eq!(
        place.reopened().held().unwrap(),
        Some("with tea".to_owned())
    );
    assert!(!place.publish_held("something else"));
    assert!(place.publish_held("with tea"));
    assert_eq!(place.find("tea water"), ["tea.md"]);
    assert_eq!(place.waiting(), None);
    assert!(!place.publish_held("with tea"), "only once");
    assert_eq!(
        place.history(),
        [(Change::Published, 2), (Change::Published, 1)]
    );
}

#[test]
fn what_is_dropped_or_overtaken_is_gone() {
    let place = Place::new();
    place.reindex(&[CHENGDU]);
    place.hold(&[CHENGDU, TEA], "first");
    place.hold(&[TEA], "second");
    assert!(!place.publish_held("first"), "the second took its place");
    let writer = place.index.writer().unwrap();
    let dropped = writer.discard_held(|it: &String| it == "second", |_| entry(Change::Discarded));
    assert!(dropped.unwrap());
    drop(writer);
    place.hold(&[TEA], "third");
    place.reindex(&[CHENGDU, BUSAN]);
    assert!(!place.publish_held("third"), "another went live meanwhile");
    assert_eq!(place.folders(), ["gen-1", "gen-2"]);
}

#[test]
fn a_publication_that_is_broken_off_before_the_pointer_waits_again() {
    let place = Place::new();
    place.reindex(&[CHENGDU]);
    place.hold(&[CHENGDU, TEA], "with tea");
    // What a process leaves that ends between the two renames.
    fs::rename(
        place.dir().join("gen-2.candidate"),
        place.dir().join("gen-2"),
    )
    .unwrap();
    let writer = place.index.writer().unwrap();
    writer
        .note(&Entry {
            generation: 2,
            ..entry(Change::Published)
        })
        .unwrap();
    drop(writer);
    assert_eq!(
        place.history(),
        [(Change::Published, 1)],
        "it never went live"
    );
    let reopened = place.reopened();
    assert_eq!(reopened.held().unwrap(), Some("with tea".to_owned()));
    assert_eq!(reopened.live_generation().unwrap(), Some(1));
    assert!(place.publish_held("with tea"));
    assert_eq!(
        place.history(),
        [(Change::Published, 2), (Change::Published, 1)]
    );
}

#[test]
fn going_back_is_a_new_generation_with_what_an_earlier_one_holds() {
    let place = Place::new();
    place.reindex(&[CHENGDU, TEA]);
    place.reindex(&[CHENGDU, BUSAN]);
    assert!(place.find("tea water").is_empty());
    let report = place.roll_back(1);
    assert_eq!((report.generation, report.published), (3, true));
    assert_eq!(
        (report.added, report.removed),
        (vec!["tea.md".to_owned()], vec![BUSAN.0.to_owned()])
    );
    assert_eq!(place.find("tea water"), ["tea.md"]);
    let (report, read) = place.reindex(&[CHENGDU, TEA]);
    assert!(!report.published && read == 0, "it knows what it holds");
    assert_eq!(place.roll_back(2).generation, 4, "and forward again");
    assert!(place.find("tea water").is_empty());
    assert_eq!(place.index.earlier_generations().unwrap(), [3]);
    let writer = place.index.writer().unwrap();
    assert!(
        writer.restore(1).unwrap().is_none(),
        "it is not kept any more"
    );
}

#[test]
fn a_build_ends_when_it_is_told_to_and_leaves_nothing() {
    let place = Place::new();
    place.reindex(&[CHENGDU]);
    for ends_in in [Phase::Indexing, Phase::Writing, Phase::Verifying] {
        place.with_files(&[CHENGDU, TEA], |files| {
            let calibrate = |_: &Snapshot| Ok(Calibration::default());
            let writer = place.index.writer().unwrap();
            let outcome = writer.prepare(files, Vec::new(), &calibrate, &mut |at| {
                if at.phase == ends_in {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            assert!(matches!(outcome, Err(IndexError::Cancelled)), "{ends_in:?}");
        });
        assert_eq!(place.folders(), ["gen-1"]);
    }
}
