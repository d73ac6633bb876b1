//! `lodestar eval` and what it takes for a question to be understood.

use super::shop::Shop;

const FERRY: (&str, &str) = (
    "ferry.md",
    "---\ntitle: The ferry\ndate: 2024-05-01\n---\n\nThe ferry leaves the harbour at nine in the \
     morning. It is painted blue.\n",
);
const BRIDGE: (&str, &str) = (
    "bridge.md",
    "---\ntitle: The bridge\ndate: 2023-05-01\n---\n\nThe bridge was opened in 1931. Cyclists cross \
     it free of charge.\n",
);
const QUESTIONS: &str = concat!(
    r#"{"id": "a", "question": "When does the ferry leave?", "articles": ["ferry.md"], "answers": ["at nine"]}"#,
    "\n",
    r#"{"id": "b", "question": "When was the bridge opened?", "expect": [["bridge", "1931"]]}"#,
    "\n",
    r#"{"id": "c", "question": "Who paints the moon?", "answerable": false}"#,
    "\n",
);

fn measured() -> Shop {
    let shop = Shop::of(&[FERRY, BRIDGE]);
    std::fs::write(shop.folder().join("questions.jsonl"), QUESTIONS).unwrap();
    shop
}

const EVAL: [&str; 5] = [
    "eval",
    "--corpus",
    "corpus",
    "--questions",
    "questions.jsonl",
];

#[test]
fn a_set_is_measured_and_the_figures_are_one_json_object() {
    let figures = measured()
        .run(&[&EVAL[..], &["--json"]].concat())
        .ended(0)
        .json();
    assert_eq!(
        (&figures["questions"], &figures["answerable"]),
        (&3.into(), &2.into())
    );
    assert_eq!(
        (&figures["hit@1"], &figures["sentence@1"]),
        (&1.0.into(), &1.0.into())
    );
    assert_eq!(figures["article@1"], 1.0);
    assert_eq!(figures["wrongly_refused"], 0.0);
    assert_eq!(
        (&figures["auroc"], &figures["false_answers"]),
        (&1.0.into(), &0.0.into())
    );
    assert!(
        figures["latency_ms"]["p99"].as_f64() > Some(0.0),
        "{figures}"
    );
    assert!(
        figures["passage_words_mean"].as_f64() > Some(5.0),
        "{figures}"
    );
}

#[test]
fn a_run_is_compared_with_an_earlier_one_and_misses_are_shown() {
    let shop = measured();
    let earlier = shop.run(&[&EVAL[..], &["--json"]].concat()).ended(0).stdout;
    std::fs::write(shop.folder().join("earlier.json"), earlier).unwrap();
    shop.write(
        FERRY.0,
        "# The ferry\n\nThe ferry leaves when it is full.\n",
    );
    shop.run(&[&EVAL[..], &["--against", "earlier.json", "--misses", "5"]].concat())
        .ended(0)
        .says("hit@1                   0.5000  was    1.0000  -0.5000")
        .says("a: When does the ferry leave?")
        .says("wanted at nine; rank none");
}

#[test]
fn a_set_that_is_none_is_an_error() {
    measured()
        .run(&["eval", "nowhere"])
        .ended(2)
        .complains("nowhere");
}

#[test]
fn a_mistyped_word_is_corrected_from_the_articles_and_the_asker_is_told() {
    Shop::of(&[FERRY, BRIDGE])
        .run(&["ask", "Who may cross the Bridgge free of charge?"])
        .ended(0)
        .says("Searched for “Bridge” instead of “Bridgge”")
        .says("»Cyclists *cross* it");
}

#[test]
fn a_synonym_of_the_configuration_is_searched_for() {
    let shop = Shop::of(&[FERRY, BRIDGE]);
    let groups = "[synonyms]\ngroups = \"\"\"\nboat, vessel, ferry\n\"\"\"\n";
    std::fs::write(shop.folder().join("config.toml"), groups).unwrap();
    shop.run(&["ask", "When does the boat leave the harbour?"])
        .ended(0)
        .says("The *ferry* *leaves* the *harbour*");
}

#[test]
fn a_question_in_another_language_finds_english_articles() {
    let factory = "# The works\n\nThe factory in Luqiao belongs to Volvo.\n";
    Shop::of(&[("works.md", factory), FERRY])
        .run(&["ask", "Vem äger fabriken i Luqiao?"])
        .ended(0)
        .says("The *factory* in *Luqiao*");
}
