//! Changes cut off by a kill leave only whole articles in the corpus, each of them once.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::*;
use crate::config::Config;

/// Passes the working folder to the child.
const CHILDS_FOLDER: &str = "LODESTAR_TEST_ARTICLES";

/// Lines of the text of an article, so that writing one takes a moment.
const LINES: usize = 4_000;

fn app(folder: &Path) -> App {
    let mut config = Config::load(None, []).unwrap();
    config.corpus.dir = folder.join("articles");
    config.index.dir = folder.join("index");
    config.store.path = None;
    std::fs::create_dir_all(&config.corpus.dir).unwrap();
    App::open(&config).unwrap()
}

fn upload(number: u64) -> Upload {
    let lines: String = (0..LINES)
        .map(|line| format!("Line {line} of article {number}.\n\n"))
        .collect();
    Upload {
        name: "notes.md".to_owned(),
        content_type: None,
        bytes: format!("# Article {number}\n\n{lines}The end.\n").into_bytes(),
    }
}

#[tokio::test]
#[ignore = "a child of another test"]
async fn changes_articles_until_it_is_killed() {
    let Some(folder) = std::env::var_os(CHILDS_FOLDER) else {
        return;
    };
    let app = app(Path::new(&folder));
    for number in 1_u64.. {
        let pending = app.submit_file(upload(number), "a child").await.unwrap();
        println!("offered {number} {}", pending.id);
        let added = app.accept(pending.id).await.unwrap();
        println!("added {number} {}", pending.id);
        let (removed, _) = app.remove_article(article_key(&added.path)).await.unwrap();
        println!("removed {number} {removed}");
        app.restore_article(removed).await.unwrap();
        println!("restored {number} {removed}");
    }
}

/// How often each article is in the corpus. A partial article does not count.
fn whole_articles(folder: &Path) -> BTreeMap<u64, usize> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder.join("articles")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.ends_with("The end.\n"), "{name} is cut off");
        let (_, number) = text.split_once("# Article ").unwrap();
        let number = number.lines().next().unwrap().parse().unwrap();
        *found.entry(number).or_default() += 1;
    }
    found
}

#[tokio::test]
async fn a_kill_loses_nothing_and_repeats_nothing() {
    for killed_after in 1..=16 {
        let folder = TempDir::new().unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "app::articles::tests::changes_articles_until_it_is_killed",
            ])
            .args(["--ignored", "--nocapture"])
            .env(CHILDS_FOLDER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let told: Vec<(String, u64, u64)> = lines
            .filter_map(|line| {
                let line = line.unwrap();
                let mut words = line.split(' ');
                let what = words.next().filter(|what| what.ends_with("ed"))?.to_owned();
                Some((
                    what,
                    words.next()?.parse().ok()?,
                    words.next()?.parse().ok()?,
                ))
            })
            .take(killed_after)
            .collect();
        child.kill().unwrap();
        child.wait().unwrap();
        whole_articles(folder.path());

        // The admin presses the last button again.
        let app = app(folder.path());
        let (what, number, id) = told.last().unwrap();
        match what.as_str() {
            "offered" => {
                // It is still waiting, or was added and its draft dropped at once.
                let again = app.accept(*id).await;
                let known = matches!(again, Err(ChangeError::Refused(ShelfError::Gone)));
                assert!(again.is_ok() || known, "{again:?}");
            }
            "removed" => {
                let again = app.restore_article(*id).await;
                let known = matches!(again, Err(ChangeError::Refused(ShelfError::Gone)));
                assert!(again.is_ok() || known, "{again:?}");
            }
            "added" => {
                let path = format!("article-{number}.md");
                let (removed, _) = app.remove_article(article_key(&path)).await.unwrap();
                app.restore_article(removed).await.unwrap();
            }
            _ => {}
        }
        let found = whole_articles(folder.path());
        let known = found.range(..=*number).count() as u64;
        assert_eq!(known, *number, "{found:?} after {told:?}");
        assert!(
            found.values().all(|times| *times == 1),
            "{found:?} after {told:?}"
        );
    }
}
