//! An index run that is killed, and two at once: a working index stays, whatever happens.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use super::shop::Shop;

const ARTICLES: usize = 60;

/// Articles long enough for a run to be caught in the middle of it.
fn fill(shop: &Shop, edition: &str) {
    for n in 0..ARTICLES {
        let body = format!("Article {n} is about thing{n} of the {edition} edition. ").repeat(150);
        shop.write(&format!("a{n}.md"), format!("# Thing {n}\n\n{body}\n"));
    }
}

fn edition(shop: &Shop) -> String {
    let answer = shop
        .run(&["ask", "--json", "--top", "1", "thing7 edition"])
        .ended(0)
        .json();
    let text = answer["excerpts"][0]["text"].as_str().unwrap().to_owned();
    text.split_whitespace()
        .skip_while(|word| *word != "the")
        .nth(1)
        .unwrap()
        .to_owned()
}

#[test]
fn a_run_that_is_killed_at_any_moment_leaves_the_old_index_or_the_new_one() {
    let shop = Shop::of(&[]);
    fill(&shop, "first");
    let clock = Instant::now();
    shop.run(&["index"]).ended(0);
    let whole = clock.elapsed();
    let mut killed = 0;
    for tenths in 0..=11 {
        let next = format!("edition{tenths}");
        let before = edition(&shop);
        fill(&shop, &next);
        let mut child = shop
            .command(&["index"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Not a wait for something to be ready: the moment of the kill is what varies.
        thread::sleep(whole * tenths / 10);
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        let now = edition(&shop);
        assert!(now == before || now == next, "{before} → {next}, but {now}");
        let status = shop.run(&["status", "--json"]).ended(0).json();
        assert_eq!(status["live"]["articles"], ARTICLES);
    }
    assert!(killed > 3, "only {killed} runs were caught at work");
    shop.run(&["index"]).ended(0);
    assert_eq!(edition(&shop), "edition11");
}

#[test]
fn a_first_run_that_is_killed_leaves_nothing_that_answers_wrongly() {
    let shop = Shop::of(&[]);
    fill(&shop, "first");
    for millis in [1, 20, 60, 120] {
        let mut child = shop
            .command(&["index"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(millis));
        child.kill().unwrap();
        child.wait().unwrap();
        shop.run(&["status"]).ended(0);
    }
    assert_eq!(edition(&shop), "first");
}

#[test]
fn a_second_writer_is_refused_with_the_first_one_s_process_and_answers_go_on() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea is made with hot water.\n")]);
    shop.run(&["index"]).ended(0);
    let status = shop.run(&["status", "--json"]).json();
    assert_eq!(status["live"]["generation"], 1);
    let folder = std::fs::read_dir(shop.folder().join("index"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let lock = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(folder.path().join("writer.lock"))
        .unwrap();
    lock.lock().unwrap();
    shop.write("coffee.md", "# Coffee\n\nCoffee is roasted.\n");
    shop.run(&["index"])
        .ended(2)
        .complains("another process is indexing into")
        .complains("wait until it has finished");
    shop.run(&["ask", "How is tea made?"])
        .ended(0)
        .says("water");
    drop(lock);
    shop.run(&["index"]).ended(0).says("added   coffee.md");
}
