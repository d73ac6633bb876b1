//! `lodestar explain`, and the golden questions that `lodestar eval` asks.

use super::shop::Shop;

const FERRY: (&str, &str) = (
    "ferry.md",
    "---\ntitle: The ferry\n---\n\nThe ferry leaves the harbour at nine in the morning. It is blue.\n",
);
const BRIDGE: (&str, &str) = (
    "bridge.md",
    "---\ntitle: The bridge\n---\n\nThe bridge was opened in 1931. Cyclists cross it in the morning.\n",
);
const QUESTION: &str = "When does the ferry leave in the morning?";

#[test]
fn an_explanation_tells_words_passages_confidence_and_why_an_article_lost() {
    Shop::of(&[FERRY, BRIDGE])
        .run(&["explain", "--expected", "bridge.md", QUESTION])
        .ended(0)
        .says("ferry as ferry, in 1 passage, ")
        .says("Answered, confidence ")
        .says("2 passages ranked\n1. ferry.md: ")
        .says("bridge.md is at place 2, ")
        .says("it lacks ferry, leave");
    Shop::of(&[FERRY])
        .run(&["explain", "--expected", "bridge.md", QUESTION])
        .ended(0)
        .says("bridge.md is not in the index");
    Shop::of(&[FERRY])
        .run(&["explain", "Who invented the trombone?"])
        .ended(0)
        .says("Not covered, confidence ");
}

#[test]
fn programs_get_the_explanation_as_one_json_object() {
    let told = Shop::of(&[FERRY, BRIDGE])
        .run(&["explain", "--json", "--expected", "bridge.md", QUESTION])
        .ended(0)
        .json();
    assert_eq!(told["state"], "answered");
    assert_eq!(told["passages"][0]["article"], "ferry.md");
    assert_eq!(told["expected"]["fate"]["behind"]["rank"], 2);
    assert_eq!(told["words"][0]["typed"], "ferry");
}

#[test]
fn the_golden_questions_beside_the_corpus_are_what_is_measured() {
    let shop = Shop::of(&[FERRY, BRIDGE]);
    let golden = format!("{{\"question\": \"{QUESTION}\", \"articles\": [\"ferry.md\"]}}\n");
    std::fs::write(shop.folder().join("golden.jsonl"), golden).unwrap();
    let figures = shop.run(&["eval", "--json"]).ended(0).json();
    assert_eq!(
        (&figures["questions"], &figures["hit@1"]),
        (&1.into(), &1.0.into())
    );
    std::fs::write(shop.folder().join("golden.jsonl"), "{\"question\": 3}\n").unwrap();
    shop.run(&["eval"])
        .ended(2)
        .complains("golden.jsonl: golden, line 1: ");
}
