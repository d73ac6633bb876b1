//! `/reindex` and `/status`.

use serde_json::json;

use super::stage::{PROGRESS_INTERVAL, Stage};

const MANAGE_GUILD: &str = "32";
const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");

#[tokio::test]
async fn only_managers_may_reindex_or_see_the_status() {
    let stage = Stage::open(&[ARTICLE]).await;
    for (n, command) in [(1, "reindex"), (2, "status")] {
        stage.slash(command, &json!([]), "2048");
        let refusal = stage.sent("/callback", n).await;
        assert!(
            refusal.text().contains("Manage Server"),
            "{}",
            refusal.text()
        );
        assert_eq!(refusal.body["data"]["flags"], 68);
    }
}

#[tokio::test]
async fn a_reindex_ends_with_a_new_message_that_tells_the_difference() {
    let stage = Stage::open(&[ARTICLE]).await;
    let corpus = stage.corpus.path();
    std::fs::write(corpus.join("coffee.md"), "# Coffee\n\nCoffee is roasted.\n").unwrap();
    std::fs::write(corpus.join("empty.md"), "").unwrap();
    std::fs::remove_file(corpus.join("tea.md")).unwrap();
    let token = stage.slash("reindex", &json!([]), MANAGE_GUILD);
    let outcome = stage.sent(&format!("POST /webhooks/2/{token}"), 1).await;
    let text = outcome.text();
    assert!(text.starts_with("**Reindex done**"), "{text}");
    assert!(text.contains("**Added** 1\n- coffee.md"), "{text}");
    assert!(text.contains("**Removed** 1\n- tea.md"), "{text}");
    assert!(text.contains("**Skipped** 1 file\n- "), "{text}");
    assert!(text.contains(": empty.md"), "{text}");
    let first = stage.sent("/callback", 1).await;
    assert!(first.at < outcome.at);
    let last = stage.sent("PATCH /webhooks", 1).await;
    assert!(last.at.duration_since(first.at) >= PROGRESS_INTERVAL);
}

#[tokio::test]
async fn progress_is_shown_at_most_once_in_an_interval_and_a_second_reindex_is_refused() {
    let articles: Vec<(String, String)> = (0..150)
        .map(|n| {
            (
                format!("a{n}.md"),
                format!("# Article {n}\n\n{}", "Words here. ".repeat(400)),
            )
        })
        .collect();
    let stage = Stage::open(&[]).await;
    for (name, text) in &articles {
        std::fs::write(stage.corpus.path().join(name), text).unwrap();
    }
    stage.slash("reindex", &json!([]), MANAGE_GUILD);
    stage.sent("/callback", 1).await;
    stage.slash("reindex", &json!([]), MANAGE_GUILD);
    let refusal = stage.sent("/callback", 2).await;
    assert!(
        refusal
            .text()
            .starts_with("ann has started a reindex already."),
        "{}",
        refusal.text()
    );
    assert_eq!(refusal.body["data"]["flags"], 68);
    stage.sent("POST /webhooks", 1).await;
    let edits = stage.so_far("PATCH /webhooks");
    for pair in edits.windows(2) {
        let apart = pair[1].at.duration_since(pair[0].at);
        assert!(apart >= PROGRESS_INTERVAL.mul_f32(0.9), "{apart:?}");
    }
}

#[tokio::test]
async fn the_status_tells_the_generation_and_the_last_reindex() {
    let stage = Stage::open(&[ARTICLE]).await;
    stage.slash("status", &json!([]), MANAGE_GUILD);
    let status = stage.sent("/callback", 1).await;
    let text = status.text();
    assert!(text.starts_with("**Generation "), "{text}");
    assert!(text.contains("published <t:"), "{text}");
    assert!(text.contains("1 article, 1 passage"), "{text}");
    assert!(text.contains("Last reindex <t:"), "{text}");
}
