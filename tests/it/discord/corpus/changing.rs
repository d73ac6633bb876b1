//! Looking through the articles, removing one and having it back, describing one.

use discord_sandbox::InteractionOutcome;
use serde_json::json;

use super::*;

const MILK: (&str, &str) = ("milk.md", "# Milk\n\nMilk is kept in the blue fridge.\n");

#[tokio::test]
async fn the_list_tells_state_date_trust_and_use() {
    let stage = Stage::open(&[TEA, ("broken.md", "---\ntrust: much\n---\nText.\n")]).await;
    let asked = stage.ask("What is tea made with?");
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    stage.record_of(&answer).await;
    std::fs::write(stage.corpus.path().join(MILK.0), MILK.1).unwrap();
    let list = told(&stage, "corpus list", &json!({})).await.text;
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines[0], "**3 articles**");
    assert!(
        lines[1].starts_with("⚠️ broken.md · left out: broken front matter"),
        "{list}"
    );
    assert_eq!(
        lines[2],
        "⏳ **Milk** · milk.md · not indexed yet · shown 0 times"
    );
    assert_eq!(
        lines[3],
        "✅ **Tea** · tea.md · 16 August 2024 · shown 1 time"
    );
}

#[tokio::test]
async fn a_long_list_has_pages_and_can_be_searched() {
    let articles: Vec<(String, String)> = (10..60)
        .map(|n| {
            let text = format!(
                "---\ntitle: Lighthouse number {n} of the northern coast\n---\n\nLamp {n}.\n"
            );
            (format!("lighthouse-{n}.md"), text)
        })
        .collect();
    let articles: Vec<(&str, &str)> = articles
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let stage = Stage::open(&articles).await;
    let first = told(&stage, "corpus list", &json!({ "search": "NORTHERN" })).await;
    assert!(first.text.contains("lighthouse-10.md"), "{}", first.text);
    assert!(first.text.contains("-# Page 1 of "), "{}", first.text);
    assert_eq!(labels(&first), ["Next page"]);
    let second = pressed(&stage, &first, "Next page", "-# Page 2 of ").await;
    assert_eq!(labels(&second), ["Back", "Next page"]);
    assert!(!second.text.contains("lighthouse-10.md"), "{}", second.text);
    let found = told(&stage, "corpus list", &json!({ "search": "house-42" })).await;
    assert_eq!(found.text.lines().count(), 2, "{}", found.text);
    assert!(found.buttons.is_empty());
}

#[tokio::test]
async fn an_article_is_meant_by_a_part_of_its_name() {
    let stage = Stage::open(&[TEA, MILK, ("mint-tea.md", "# Mint\n\nMint is green.\n")]).await;
    let shown = told(&stage, "corpus show", &json!({ "article": "Milk" }))
        .await
        .text;
    assert_eq!(
        shown,
        "**Milk**\n7 words\nmilk.md · shown 0 times\n> Milk is kept in the blue fridge."
    );
    let several = told(&stage, "corpus show", &json!({ "article": "m" }))
        .await
        .text;
    assert!(
        several.starts_with("Several articles may be meant by m."),
        "{several}"
    );
    assert!(
        several.ends_with("- milk.md\n- mint-tea.md\n- tea.md"),
        "{several}"
    );
    let none = told(&stage, "corpus show", &json!({ "article": "@everyone" }))
        .await
        .text;
    assert!(none.starts_with("There is no article called "), "{none}");
    assert!(!none.contains("@everyone"), "{none}");
}

#[tokio::test]
async fn articles_are_suggested_while_an_admin_types() {
    let stage = Stage::open(&[TEA, MILK]).await;
    let admin = stage.sandbox.admin();
    let typing = json!({ "article": "MIL" });
    let typing = admin
        .autocomplete("general", "corpus show", &typing, "article")
        .unwrap();
    let offered = || match admin.outcome_of(&typing) {
        InteractionOutcome::Choices(choices) => Some(choices),
        _ => None,
    };
    let choices = stage.sandbox.until(offered).await.unwrap();
    assert_eq!(
        choices,
        [json!({ "name": "Milk · milk.md", "value": "milk.md" })]
    );
}

#[tokio::test]
async fn what_was_removed_can_be_had_back_after_a_restart() {
    let mut stage = Stage::open(&[TEA, MILK]).await;
    let question = told(&stage, "corpus remove", &json!({ "article": "milk" })).await;
    assert_eq!(
        question.text,
        "Shall I remove milk.md? You can undo that afterwards."
    );
    assert_eq!(labels(&question), ["Remove", "Cancel"]);
    let removed = pressed(&stage, &question, "Remove", "up to date.").await;
    assert_eq!(removed.text, "Removed milk.md. The index is up to date.");
    assert_eq!(labels(&removed), ["Undo"]);
    assert_eq!(files(&stage), ["tea.md"]);
    let unanswered = answer(&stage, "Where is milk kept?").await;
    assert!(!unanswered.contains("fridge"), "{unanswered}");

    stage.restart().await;
    let back = pressed(
        &stage,
        &removed,
        "Undo",
        "is back. The index is up to date.",
    )
    .await;
    assert_eq!(back.text, "milk.md is back. The index is up to date.");
    let file = std::fs::read_to_string(stage.corpus.path().join("milk.md")).unwrap();
    assert_eq!(file, MILK.1);
    let answered = answer(&stage, "Where is milk kept?").await;
    assert!(answered.contains("fridge"), "{answered}");
}

#[tokio::test]
async fn an_article_is_kept_after_all() {
    let stage = Stage::open(&[TEA]).await;
    let question = told(&stage, "corpus remove", &json!({ "article": "tea.md" })).await;
    pressed(&stage, &question, "Cancel", "Nothing was changed.").await;
    assert_eq!(files(&stage), ["tea.md"]);
}

#[tokio::test]
async fn another_article_in_its_place_is_not_overwritten_by_an_undo() {
    let stage = Stage::open(&[TEA, MILK]).await;
    let question = told(&stage, "corpus remove", &json!({ "article": "milk.md" })).await;
    let removed = pressed(&stage, &question, "Remove", "up to date.").await;
    std::fs::write(
        stage.corpus.path().join("milk.md"),
        "# Milk\n\nIt is sour.\n",
    )
    .unwrap();
    let admin = stage.sandbox.admin();
    let undone = admin.click(&removed, "Undo").unwrap();
    let told = || admin.messages_of(&undone).into_iter().next_back();
    let refusal = stage.sandbox.until(told).await.unwrap();
    assert_eq!(
        refusal.text,
        "I can't do that: there is another article at milk.md now"
    );
}

#[tokio::test]
async fn what_is_said_about_an_article_is_changed_in_its_file() {
    let stage = Stage::open(&[TEA]).await;
    let options =
        json!({ "article": "tea", "title": "Tea & cake", "tags": "hot, wet", "trust": "High" });
    let changed = told(&stage, "corpus set", &options).await.text;
    assert!(
        changed.starts_with("Changed tea.md. The index is up to date.\n"),
        "{changed}"
    );
    assert!(changed.contains("**Tea & cake**"), "{changed}");
    assert!(changed.contains("Tags: hot, wet"), "{changed}");
    assert!(changed.contains("high trust"), "{changed}");
    let file = std::fs::read_to_string(stage.corpus.path().join("tea.md")).unwrap();
    assert_eq!(
        file,
        "---\ntitle: \"Tea & cake\"\ndate: 2024-08-16\ntags: [\"hot\", \"wet\"]\ntrust: high\n---\n\n\
         Tea is made with hot water.\n"
    );
    let nothing = told(&stage, "corpus set", &json!({ "article": "tea" }))
        .await
        .text;
    assert!(nothing.starts_with("Tell me what to change"), "{nothing}");
}

#[tokio::test]
async fn what_editors_would_want_to_know_is_listed() {
    let stage = Stage::open(&[
        (
            "a.md",
            "---\ntitle: A\ndate: 2024-08-16\n---\n\nThe garden was planted in 1856.\n",
        ),
        (
            "b.md",
            "---\ntitle: B\n---\n\nThe garden was planted in 1858. See [more](gone.md).\n",
        ),
    ])
    .await;
    let health = told(&stage, "corpus health", &json!({})).await.text;
    assert_eq!(
        health,
        "**3 things to look at**\n\
         - Different numbers: a.md says “The garden was planted in 1856.”, b.md says “The garden was \
         planted in 1858.”\n\
         - A link to nothing in b.md: gone.md\n\
         - No date: b.md"
    );
}

#[tokio::test]
async fn where_nothing_is_wrong_or_followed_that_is_said() {
    let stage = Stage::open(&[TEA]).await;
    let health = told(&stage, "corpus health", &json!({})).await.text;
    assert_eq!(health, "I found nothing wrong with the articles.");
    let sources = told(&stage, "corpus sources", &json!({})).await.text;
    assert!(sources.starts_with("No sources are followed."), "{sources}");
}

#[tokio::test]
async fn a_change_that_loses_a_right_answer_waits_for_a_word_and_is_written_down() {
    let stage = Stage::open(&[TEA, MILK]).await;
    stage.golden(&[("Where is milk kept?", "milk.md")]);
    let question = told(&stage, "corpus remove", &json!({ "article": "milk.md" })).await;
    let waits = pressed(&stage, &question, "Remove", "see `/index history`").await;
    assert!(
        waits.text.contains("Removed milk.md.") && waits.text.contains("1 golden question"),
        "{}",
        waits.text
    );
    let still = answer(&stage, "Where is milk kept?").await;
    assert!(still.contains("blue fridge"), "{still}");
    let audit = || async { told(&stage, "audit", &json!({})).await.text };
    let noted = audit().await;
    assert!(noted.contains("corpus remove milk.md"), "{noted}");
}
