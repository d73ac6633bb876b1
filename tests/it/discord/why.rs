//! `/explain`: why a question is answered as it is.

use serde_json::json;

use super::stage::Stage;

const HARBOUR: (&str, &str) = (
    "harbour.md",
    "# The harbour\n\nThe ferry to Marstrand leaves from the northern pier at nine.\n",
);
const TEA: (&str, &str) = (
    "tea.md",
    "# Tea\n\nTea is served at the pier every morning.\n",
);

async fn town() -> Stage {
    Stage::open_with(&[HARBOUR, TEA], |config| {
        config.synonyms.groups = "ferry, boat".to_owned();
    })
    .await
}

async fn told(stage: &Stage, expected: Option<&str>, question: &str) -> String {
    let mut options = json!({ "question": question });
    if let Some(expected) = expected {
        options["expected"] = json!(expected);
    }
    stage.told("explain", &options).await.text
}

#[tokio::test]
async fn words_passages_and_confidence_are_laid_open() {
    let text = told(
        &town().await,
        None,
        "When does the boat to Marstrand leave, Napoleon?",
    )
    .await;
    assert!(text.contains(": confidence 0."), "{text}");
    assert!(text.contains("-# The confidence is made of `"), "{text}");
    assert!(
        text.contains("*boat* as `boat`, in 1 passage, also `ferry`"),
        "{text}"
    );
    assert!(
        text.contains("-# Not found in any article: *Napoleon*"),
        "{text}"
    );
    assert!(text.contains("1. **The harbour** "), "{text}");
    assert!(text.contains("lacks *Napoleon*"), "{text}");
}

#[tokio::test]
async fn an_expected_article_that_lost_is_told_where_and_why() {
    let stage = town().await;
    let question = "When does the ferry to Marstrand leave the pier?";
    let text = told(&stage, Some("Tea"), question).await;
    let last = text.lines().last().unwrap();
    assert!(last.starts_with("**tea.md** is at place 2, "), "{text}");
    assert!(last.contains("The first is ahead most in `"), "{text}");
    assert!(
        last.contains("*ferry*") && last.contains("*Marstrand*"),
        "{text}"
    );
    let text = told(&stage, Some("The harbour"), question).await;
    assert!(text.ends_with("**harbour.md** comes first."), "{text}");
}

#[tokio::test]
async fn an_expected_article_that_was_no_candidate_is_told_what_it_lacks() {
    let stage = town().await;
    let text = told(&stage, Some("Tea"), "Where is Marstrand?").await;
    assert!(
        text.ends_with(
            "**tea.md** was not among the candidates: its nearest passage lacks *Marstrand*."
        ),
        "{text}"
    );
    let text = told(&stage, Some("Rum"), "Where is Marstrand?").await;
    assert!(text.starts_with("I know no article called Rum."), "{text}");
}
