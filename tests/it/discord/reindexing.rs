//! `/reindex` and `/status`.

use serde_json::json;

use super::stage::{PROGRESS_INTERVAL, Stage};

const ARTICLE: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");

#[tokio::test]
async fn only_managers_find_the_commands_that_change_the_index() {
    let stage = Stage::open(&[ARTICLE]).await;
    for command in ["reindex", "status"] {
        let refused = stage.ann().slash("general", command, &json!({}));
        assert_eq!(refused.unwrap_err().code(), 50_013, "{command}");
    }
}

#[tokio::test]
async fn who_was_shown_them_by_mistake_may_not_use_them() {
    let stage = Stage::open(&[ARTICLE]).await;
    let ann = stage.ann();
    for command in ["reindex", "status"] {
        stage.sandbox.allow_command(command, &ann).unwrap();
        let tried = ann.slash("general", command, &json!({})).unwrap();
        let refusal = ann.answer_to(&tried).await.unwrap();
        assert!(refusal.text.contains("Manage Server"), "{}", refusal.text);
        assert!(refusal.is_private);
    }
}

#[tokio::test]
async fn a_reindex_ends_with_a_new_message_that_tells_the_difference() {
    let stage = Stage::open(&[ARTICLE]).await;
    let (corpus, admin) = (stage.corpus.path(), stage.sandbox.admin());
    std::fs::write(corpus.join("coffee.md"), "# Coffee\n\nCoffee is roasted.\n").unwrap();
    std::fs::write(corpus.join("empty.md"), "").unwrap();
    std::fs::remove_file(corpus.join("tea.md")).unwrap();
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    let outcome = admin.follow_up_to(&started, 1).await.unwrap().text;
    assert!(outcome.starts_with("**Reindex done**"), "{outcome}");
    assert!(outcome.contains("**Added** 1\n- coffee.md"), "{outcome}");
    assert!(outcome.contains("**Removed** 1\n- tea.md"), "{outcome}");
    assert!(outcome.contains("**Skipped** 1 file\n- "), "{outcome}");
    assert!(outcome.contains(": empty.md"), "{outcome}");
    let last = stage.until_requests("PATCH", 1).await;
    let first = stage.requests("/callback");
    assert!(last[0].at.duration_since(first[0].at) >= PROGRESS_INTERVAL);
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
    let (admin, owner) = (stage.sandbox.admin(), stage.sandbox.owner());
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    admin.answer_to(&started).await.unwrap();
    let second = owner.slash("general", "reindex", &json!({})).unwrap();
    let refusal = owner.answer_to(&second).await.unwrap();
    assert!(
        refusal
            .text
            .starts_with("adam has started a reindex already."),
        "{}",
        refusal.text
    );
    assert!(refusal.is_private);
    admin.follow_up_to(&started, 1).await.unwrap();
    for pair in stage.requests("PATCH").windows(2) {
        let apart = pair[1].at.duration_since(pair[0].at);
        assert!(apart >= PROGRESS_INTERVAL.mul_f32(0.9), "{apart:?}");
    }
}

#[tokio::test]
async fn the_status_tells_the_generation_and_the_last_reindex() {
    let stage = Stage::open(&[ARTICLE]).await;
    let admin = stage.sandbox.admin();
    let asked = admin.slash("general", "status", &json!({})).unwrap();
    let status = admin.answer_to(&asked).await.unwrap().text;
    assert!(status.starts_with("**Generation "), "{status}");
    assert!(status.contains("published <t:"), "{status}");
    assert!(status.contains("1 article, 1 passage"), "{status}");
    assert!(status.contains("Last reindex <t:"), "{status}");
}
