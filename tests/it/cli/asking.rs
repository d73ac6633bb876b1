//! `lodestar ask`.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::shop::Shop;

const FERRY: (&str, &str) = (
    "ferry.md",
    "---\ntitle: The ferry\ndate: 2024-05-01\nurl: https://harbour.example/ferry\n---\n\n\
     ## Timetable\n\nThe town is small. The ferry leaves at nine in the morning. It is blue.\n",
);
const QUESTION: &str = "When does the ferry leave?";

#[test]
fn an_answer_shows_sentence_words_title_section_date_and_source() {
    let run = Shop::of(&[FERRY]).run(&["ask", QUESTION]).ended(0);
    assert_eq!(
        run.stdout,
        "\n1. The ferry › Timetable\n  \
         The town is small. »The *ferry* *leaves* at nine in the morning.« It is blue.\n  \
         2024-05-01 · https://harbour.example/ferry\n"
    );
}

#[test]
fn what_is_not_covered_is_said_with_the_unknown_words() {
    Shop::of(&[FERRY])
        .run(&["ask", "What's the weather in Oslo?"])
        .ended(1)
        .says("The articles do not cover this.")
        .says("Nowhere in the articles: “weather”, “Oslo”");
}

#[test]
fn programs_get_one_json_object() {
    let run = Shop::of(&[FERRY])
        .run(&["ask", "--json", QUESTION])
        .ended(0);
    let answer = run.json();
    assert_eq!(answer["state"], "answered");
    let excerpt = &answer["excerpts"][0];
    assert_eq!(excerpt["source"]["title"], "The ferry");
    assert_eq!(excerpt["source"]["url"], "https://harbour.example/ferry");
    assert_eq!(excerpt["headings"][0], "Timetable");
    let text = excerpt["text"].as_str().unwrap();
    let range = |name: &str| usize::try_from(excerpt["sentence"][name].as_u64().unwrap()).unwrap();
    assert_eq!(
        &text[range("start")..range("end")],
        "The ferry leaves at nine in the morning."
    );
}

#[test]
fn top_bounds_the_passages() {
    let shop = Shop::of(&[
        ("a.md", "# Tea\n\nTea is made with hot water.\n"),
        (
            "b.md",
            "# Green tea\n\nGreen tea is made with warm water.\n",
        ),
        ("c.md", "# Iced tea\n\nIced tea is made with cold water.\n"),
    ]);
    for top in ["1", "2"] {
        let answer = shop
            .run(&["ask", "--json", "--top", top, "tea water"])
            .json();
        assert_eq!(
            answer["excerpts"].as_array().unwrap().len().to_string(),
            top
        );
    }
    shop.run(&["ask", "--top", "0", "tea"])
        .ended(2)
        .complains("--top");
}

#[test]
fn a_question_needs_no_quotes_and_may_hold_anything() {
    let shop = Shop::of(&[FERRY]);
    shop.run(&["ask", "when", "does", "the", "ferry", "leave"])
        .ended(0)
        .says("nine");
    for odd in [
        "\"ferry",
        "title:",
        "ferry AND (",
        "a^b~ +-&&||",
        "🦀 ferry \u{202e}\u{0}".trim_end_matches('\0'),
    ] {
        let code = shop.run(&["ask", odd]).code;
        assert!(matches!(code, Some(0 | 1)), "{odd:?}: {code:?}");
    }
    shop.run(&["ask", "?!"])
        .ended(2)
        .complains("the question holds no words");
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let shop = Shop::of(&[FERRY]);
    shop.run(&["index"]).ended(0);
    for arguments in [
        &["ask", QUESTION][..],
        &["ask", "--json", QUESTION],
        &["status"],
    ] {
        let mut child = shop
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
fn the_article_lodestar_began_with_is_read_as_a_person_would() {
    let seed = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/seed/where-are-polestar-cars-made.txt");
    let Ok(text) = std::fs::read(&seed) else {
        eprintln!("passed without {}, which is not there", seed.display());
        return;
    };
    let shop = Shop::of(&[]);
    shop.write("seed.txt", text);
    let title = "Where Are Polestar Cars Made? Global Production Overview 2025";
    shop.run(&["ask", "Where were the Polestar 1 and 2 assembled?"])
        .ended(0)
        .says(&format!("1. {title} › Primary Production Sites"))
        .says("Zimmerberg");
    let all = shop.run(&[
        "ask",
        "--json",
        "--top",
        "50",
        "Polestar production manufacturing",
    ]);
    for furniture in ["72 views", "web log free", "Key Supporting Keywords"] {
        assert!(!all.stdout.contains(furniture), "{furniture}");
    }
    shop.run(&["ask", "What's the weather in Oslo?"]).ended(1);
}

#[test]
fn a_question_may_say_where_its_answer_is_to_be_found() {
    let shop = Shop::of(&[FERRY]);
    shop.run(&["ask", "When does the ferry leave? in:timetable"])
        .ended(0)
        .says("Only among: in:timetable");
    shop.run(&["ask", "When does the ferry leave? after:2025"])
        .ended(1)
        .says("Nothing in the articles fits both the question and what it is narrowed to.");
}

#[test]
fn a_quoted_phrase_that_no_passage_has_is_searched_for_as_words() {
    let run = Shop::of(&[FERRY]).run(&["ask", "When does \"ferry leave\" in the morning?"]);
    assert!(!run.stdout.contains("Only among"), "{run:#?}");
    run.ended(0).says("at nine");
}

/// A folder and all that is in it, with the times of their last change.
fn everything_in(folder: &Path) -> Vec<(PathBuf, std::time::SystemTime)> {
    let changed = |path: &Path| path.metadata().unwrap().modified().unwrap();
    let mut all = vec![(folder.to_owned(), changed(folder))];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(everything_in(&path));
        } else {
            let at = changed(&path);
            all.push((path, at));
        }
    }
    all.sort();
    all
}

/// Permissions do not bind an administrator, who may run the tests: for them it is the look at what
/// has changed that tells.
#[test]
fn an_index_that_can_only_be_read_is_asked_all_the_same() {
    let shop = Shop::of(&[FERRY]);
    shop.run(&["index"]).ended(0);
    let index = shop.folder().join("index");
    for (path, _) in everything_in(&index) {
        if path.extension().is_some_and(|it| it == "lock") {
            std::fs::remove_file(path).unwrap();
        }
    }
    let before = everything_in(&index);
    let usual: Vec<std::fs::Permissions> = before
        .iter()
        .map(|(path, _)| path.metadata().unwrap().permissions())
        .collect();
    for ((path, _), usual) in before.iter().zip(&usual) {
        let mut permissions = usual.clone();
        permissions.set_readonly(true);
        std::fs::set_permissions(path, permissions).unwrap();
    }
    let asked = shop.run(&["ask", QUESTION]);
    let status = shop.run(&["status"]);
    for ((path, _), usual) in before.iter().zip(usual) {
        std::fs::set_permissions(path, usual).unwrap();
    }
    asked.ended(0).says("at nine in the morning");
    status.ended(0).says("generation   1");
    assert_eq!(everything_in(&index), before);
}

#[test]
fn a_name_in_quotation_marks_does_not_shut_out_the_passage_that_answers() {
    let boats = "# Boats\n\nThe ferry of the Harbour Light leaves at nine in the morning.\n";
    let song = "# Songs\n\nThey sang an old song, \"Harbour Lights\", until dawn.\n";
    let shop = Shop::of(&[("boats.md", boats), ("songs.md", song)]);
    shop.run(&[
        "ask",
        "When does the \"Harbour Lights\" ferry leave in the morning?",
    ])
    .says("1. Boats");
    shop.run(&["ask", "ferry \"Harbour Lights\""])
        .says("Only among: \"Harbour Lights\"")
        .says("1. Songs");
}
