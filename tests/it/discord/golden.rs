//! `/golden`: questions whose right article is known, from people's 👍 to a file beside the articles.

use serde_json::json;

use super::stage::Stage;

const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");
const COFFEE: (&str, &str) = (
    "coffee.md",
    "# Coffee\n\nCoffee beans are roasted, then ground.\n",
);
const QUESTION: &str = "How is tea made?";

async fn kitchen() -> Stage {
    Stage::open(&[TEA, COFFEE]).await
}

#[tokio::test]
async fn a_question_is_added_listed_asked_and_removed() {
    let stage = kitchen().await;
    let none = stage.told("golden list", &json!({})).await.text;
    assert!(
        none.starts_with("There are no golden questions yet."),
        "{none}"
    );
    let add = json!({ "question": QUESTION, "article": "Tea" });
    let told = stage.told("golden add", &add).await.text;
    assert_eq!(
        told,
        format!("Added as a golden question: {QUESTION} → tea.md")
    );
    let told = stage.told("golden add", &add).await.text;
    assert!(
        told.starts_with("That is a golden question already:"),
        "{told}"
    );
    stage
        .told(
            "golden add",
            &json!({ "question": "How is tea roasted?", "article": "tea.md" }),
        )
        .await;
    let list = stage.told("golden list", &json!({})).await.text;
    assert_eq!(
        list,
        format!("**2 golden questions**\n- {QUESTION} → tea.md\n- How is tea roasted? → tea.md")
    );
    let told = stage.told("golden run", &json!({})).await.text;
    assert!(
        told.contains("golden questions** are answered from the right article"),
        "{told}"
    );
    assert!(
        told.starts_with("**1 of 2") || told.starts_with("**2 of 2"),
        "{told}"
    );
    let told = stage
        .told("golden remove", &json!({ "question": QUESTION }))
        .await
        .text;
    assert_eq!(told, format!("No longer a golden question: {QUESTION}"));
    assert_eq!(stage.app.golden().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_golden_question_that_goes_wrong_is_told_with_what_came_first() {
    let stage = kitchen().await;
    let add = json!({ "question": QUESTION, "article": "Coffee" });
    stage.told("golden add", &add).await;
    let told = stage.told("golden run", &json!({})).await.text;
    assert!(told.starts_with("**0 of 1 golden questions**"), "{told}");
    assert!(
        told.contains("- How is tea made?: expected coffee.md (place "),
        "{told}"
    );
    assert!(told.ends_with("first is tea.md"), "{told}");
}

#[tokio::test]
async fn an_admin_says_on_an_answers_menu_that_its_article_is_right() {
    let mut stage = kitchen().await;
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    stage.record_of(&answer).await;
    stage.restart().await;
    let admin = stage.sandbox.admin();
    let picked = admin
        .context_menu(&answer, "This is the right article")
        .unwrap();
    let told = admin.answer_to(&picked).await.unwrap();
    assert!(told.is_private);
    assert_eq!(
        told.text,
        format!("Added as a golden question: {QUESTION} → tea.md")
    );
    let text = std::fs::read_to_string(stage.golden_file()).unwrap();
    assert_eq!(
        text,
        format!("{{\"articles\":[\"tea.md\"],\"question\":\"{QUESTION}\"}}\n")
    );
    let other = stage.ann().say("general", "Nice!").unwrap();
    let picked = admin
        .context_menu(&other, "This is the right article")
        .unwrap();
    let told = admin.answer_to(&picked).await.unwrap().text;
    assert!(
        told.starts_with("That message shows no answer of mine"),
        "{told}"
    );
}

#[tokio::test]
async fn a_file_that_was_broken_by_hand_is_told_with_its_line() {
    let stage = kitchen().await;
    std::fs::write(stage.golden_file(), "{\"question\": \"a\"}\nnonsense\n").unwrap();
    let told = stage.told("golden run", &json!({})).await.text;
    assert!(
        told.starts_with("The file of golden questions can't be used:"),
        "{told}"
    );
    assert!(told.contains("line 2"), "{told}");
}
