//! `lodestar index --dry-run`, `lodestar rollback` and `lodestar history`.

use std::process::Stdio;
use std::thread;
use std::time::Instant;

use super::shop::Shop;

const FERRY: (&str, &str) = ("ferry.md", "# Ferry\n\nThe ferry leaves at nine.\n");
const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");

/// Knows that the ferry's article answers a question.
fn harbour() -> Shop {
    let shop = Shop::of(&[FERRY, TEA]);
    let golden = r#"{"question": "When does the ferry leave?", "articles": ["ferry.md"]}"#;
    std::fs::write(shop.folder().join("golden.jsonl"), golden).unwrap();
    shop.run(&["index"]).ended(0);
    shop
}

fn generation(shop: &Shop) -> u64 {
    let status = shop.run(&["status", "--json"]).ended(0).json();
    status["live"]["generation"].as_u64().unwrap()
}

#[test]
fn a_dry_run_tells_what_would_change_and_changes_nothing() {
    let shop = harbour();
    std::fs::remove_file(shop.corpus().join(FERRY.0)).unwrap();
    shop.write("coffee.md", "# Coffee\n\nCoffee is roasted.\n");
    shop.run(&["index", "--dry-run"])
        .ended(0)
        .says("added   coffee.md\nremoved ferry.md\n")
        .says("worse   When does the ferry leave?\n        before: ferry.md: The ferry leaves at nine.\n")
        .says("golden questions: 1 asked, another first passage: 1, right answer lost: 1")
        .says("passages 2 → 2")
        .says("generation 2 would be published: 2 articles");
    let release = shop.run(&["index", "--dry-run", "--json"]).ended(0).json();
    assert_eq!(release["golden"]["changed"][0]["verdict"], "worse");
    assert_eq!(release["before"]["generation"], 1);
    shop.run(&["ask", "When does the ferry leave?"])
        .ended(0)
        .says("nine");
    assert_eq!(generation(&shop), 1);
    shop.run(&["index"]).ended(0).says("generation 2 published");
}

#[test]
fn a_broken_line_of_the_golden_file_is_named() {
    let shop = harbour();
    std::fs::write(shop.folder().join("golden.jsonl"), "{}\n").unwrap();
    shop.write("coffee.md", "# Coffee\n\nCoffee is roasted.\n");
    shop.run(&["index", "--dry-run"])
        .ended(0)
        .says("the golden questions could not be asked: ")
        .says("golden.jsonl, line 1");
}

#[test]
fn going_back_and_the_history_tell_who_when_and_what() {
    let shop = harbour();
    shop.run(&["history"])
        .ended(0)
        .says("generation 1 published by the command line: 2 added");
    shop.run(&["rollback"])
        .ended(2)
        .complains("no such generation to go back to")
        .complains("none is kept before the next reindex");
    shop.write(FERRY.0, "# Ferry\n\nThe ferry leaves at ten.\n");
    shop.run(&["index"]).ended(0);
    shop.run(&["rollback"])
        .ended(0)
        .says("changed ferry.md\n")
        .says("generation 3 published with what generation 1 holds: 2 articles");
    shop.run(&["ask", "When does the ferry leave?"])
        .ended(0)
        .says("nine");
    shop.run(&["rollback", "9"])
        .ended(2)
        .complains("kept are [1, 2]");
    shop.run(&["history"])
        .ended(0)
        .says("generation 3 is generation 1 again, by the command line: 0 added, 1 changed");
    let history = shop.run(&["history", "--json"]).ended(0).json();
    assert_eq!(history[0]["change"]["rolled_back"]["to"], 1);
    assert_eq!(history[1]["change"], "published");
    assert_eq!(history.as_array().map(Vec::len), Some(3));
}

#[test]
fn going_back_that_is_killed_at_any_moment_happened_or_did_not() {
    let shop = harbour();
    for n in 0..60 {
        let text = format!("# Thing {n}\n\n{}", "Many words stand here. ".repeat(100));
        shop.write(&format!("thing-{n}.md"), text);
    }
    shop.run(&["index"]).ended(0);
    let clock = Instant::now();
    shop.run(&["rollback"]).ended(0);
    let whole = clock.elapsed();
    let mut killed = 0;
    for tenths in 0..=11 {
        let before = generation(&shop);
        let mut child = shop
            .command(&["rollback"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Not a wait for something to be ready: the moment of the kill is what varies.
        thread::sleep(whole * tenths / 10);
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        let now = generation(&shop);
        assert!(now == before || now == before + 1, "{before} → {now}");
        let history = shop.run(&["history", "--json"]).ended(0).json();
        assert_eq!(
            history[0]["generation"].as_u64(),
            Some(now),
            "it tells what happened"
        );
        assert_ne!(history[1]["generation"].as_u64(), Some(now), "and once");
        shop.run(&["ask", "When does the ferry leave?"])
            .ended(0)
            .says("nine");
    }
    assert!(killed > 3, "only {killed} runs were caught at work");
    shop.run(&["rollback"]).ended(0);
}
