//! `lodestar index` and `lodestar status`.

use super::shop::Shop;

#[test]
fn an_index_run_tells_what_changed_and_what_was_skipped_and_why() {
    let shop = Shop::of(&[
        ("kept.md", "# Kept\n\nIt stays.\n"),
        ("old.md", "# Old\n\nIt goes.\n"),
        ("edited.md", "# Edited\n\nBefore.\n"),
    ]);
    shop.run(&["index"])
        .ended(0)
        .says("added   edited.md\nadded   kept.md\nadded   old.md\n");
    std::fs::remove_file(shop.corpus().join("old.md")).unwrap();
    shop.write("edited.md", "# Edited\n\nAfter.\n");
    shop.write("new.md", "# New\n\nIt comes.\n");
    shop.write("broken.md", b"# Caf\xe9\n");
    shop.write("empty.txt", "");
    shop.write("twin.md", "# Kept\n\nIt stays.\n");
    shop.write("picture.png", "png");
    let run = shop
        .run(&["index"])
        .ended(0)
        .says("added   new.md\nchanged edited.md\nremoved old.md\n")
        .says("skipped broken.md: ")
        .says("byte 5")
        .says("skipped empty.txt: ")
        .says("skipped picture.png: ")
        .says("skipped twin.md: ")
        .says("kept.md")
        .says("3 articles");
    assert!(run.stdout.contains("generation 2 published"), "{run:#?}");
    shop.run(&["index"]).ended(0).says("generation 2 unchanged");
}

#[test]
fn programs_get_the_report_and_the_state_as_json() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n"), ("empty.md", "")]);
    let nothing = shop.run(&["status", "--json"]).ended(0).json();
    assert!(nothing["live"].is_null(), "{nothing}");
    let report = shop.run(&["index", "--json"]).ended(0).json();
    assert_eq!(report["added"][0], "tea.md");
    assert_eq!(report["skipped"][0]["path"], "empty.md");
    let status = shop.run(&["status", "--json"]).ended(0).json();
    assert_eq!(status["live"]["generation"], 1);
    assert_eq!(status["live"]["articles"], 1);
    assert!(status["live"]["disk_bytes"].as_u64() > Some(0));
}

#[test]
fn the_status_tells_generation_age_size_and_the_last_failure() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    shop.run(&["status"])
        .ended(0)
        .says("nothing is indexed yet; `lodestar index` does it");
    shop.run(&["index"]).ended(0);
    shop.run(&["status"])
        .ended(0)
        .says("generation   1\n")
        .says(" ago)")
        .says("articles     1\npassages     1\non disk      ")
        .says("last reindex ");
    std::fs::remove_dir_all(shop.corpus()).unwrap();
    shop.run(&["index"])
        .ended(2)
        .complains("there is no corpus folder");
    shop.run(&["status"])
        .says("the last reindex failed: there is no corpus folder");
}

#[test]
fn a_deleted_article_is_gone_from_answers_at_once() {
    let shop = Shop::of(&[
        ("tea.md", "# Tea\n\nTea is made with hot water.\n"),
        ("ferry.md", "# Ferry\n\nThe ferry leaves at nine.\n"),
    ]);
    shop.run(&["ask", "How is tea made?"]).ended(0);
    std::fs::remove_file(shop.corpus().join("tea.md")).unwrap();
    shop.run(&["index"]).ended(0);
    shop.run(&["ask", "How is tea made?"]).ended(1);
}

#[test]
fn the_index_may_be_deleted_and_comes_back() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea is made with hot water.\n")]);
    shop.run(&["ask", "How is tea made?"]).ended(0);
    std::fs::remove_dir_all(shop.folder().join("index")).unwrap();
    shop.run(&["ask", "How is tea made?"])
        .ended(0)
        .says("water");
}

#[test]
fn an_index_inside_the_corpus_is_not_read_as_articles() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea is made with hot water.\n")]);
    for _ in 0..2 {
        let output = shop
            .command(&["index", "--json"])
            .env("LODESTAR_INDEX_DIR", shop.corpus().join("index"))
            .output()
            .unwrap();
        let report = super::shop::Run::from(output).ended(0).json();
        assert_eq!(report["skipped"].as_array().map(Vec::len), Some(0));
    }
}

#[test]
fn the_whole_file_system_is_no_corpus() {
    let shop = Shop::of(&[]);
    let output = shop
        .command(&["index"])
        .env("LODESTAR_CORPUS_DIR", "/")
        .output()
        .unwrap();
    super::shop::Run::from(output)
        .ended(2)
        .complains("the whole file system");
}

#[test]
fn a_cause_is_told_once() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea is made with hot water.\n")]);
    std::fs::write(shop.folder().join("index"), "a file").unwrap();
    let run = shop.run(&["index"]).ended(2);
    assert_eq!(run.stderr.matches("os error").count(), 1, "{run:#?}");
}
