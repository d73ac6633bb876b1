//! `/gaps`: what was asked and not answered well, and what the editors decide about it.

use discord_sandbox::SeenMessage;
use lodestar::store::Decision;
use serde_json::json;

use super::stage::{self, Stage};

const HARBOUR: (&str, &str) = (
    "harbour.md",
    "# The harbour\n\nThe harbour has two piers. The ferry leaves from the northern pier every hour.\n",
);
const CASTLE: (&str, &str) = (
    "castle.md",
    "# The castle\n\nThe castle was finished in 1658. Its tower can be climbed in summer.\n",
);
const TROMBONE: &str = "Who invented the trombone?";

async fn town() -> Stage {
    Stage::open(&[HARBOUR, CASTLE]).await
}

/// Ann and Ben ask what no article covers, and Ann dislikes an answer.
async fn town_with_gaps() -> Stage {
    let stage = town().await;
    let (ann, ben) = (stage.ann(), stage.sandbox.member("ben"));
    ask(&stage, TROMBONE).await;
    let options = json!({ "question": "Which man invented the trombone" });
    let asked = ben.slash("questions", "ask", &options).unwrap();
    ben.answer_to(&asked).await.unwrap();
    let answer = ask(&stage, "When was the castle finished?").await;
    stage.record_of(&answer).await;
    let pressed = ann.click(&answer, "👎").unwrap();
    ann.answer_to(&pressed).await.unwrap();
    stage.recorded(3).await;
    stage
}

async fn ask(stage: &Stage, question: &str) -> SeenMessage {
    let asked = stage.ask(question);
    stage.ann().answer_to(&asked).await.unwrap()
}

#[tokio::test]
async fn questions_that_went_wrong_are_listed_alike_ones_together() {
    let stage = town_with_gaps().await;
    let (_, general) = stage.sandbox.find("general").unwrap();
    let (_, questions) = stage.sandbox.find("questions").unwrap();
    let list = stage.told("gaps list", &json!({})).await.text;
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(
        lines[0],
        "**Gaps:** 2 questions are open, those asked most often first"
    );
    assert!(lines[1].contains("invented the trombone"), "{list}");
    assert!(lines[1].ends_with("and 1 alike"), "{list}");
    assert!(
        lines[2].starts_with("-# 2 × not covered, 0 × voted down"),
        "{list}"
    );
    for channel in [general, questions] {
        assert!(lines[2].contains(&format!("<#{channel}>")), "{list}");
    }
    assert_eq!(lines[3], "- **When was the castle finished?**");
    assert!(
        lines[4].starts_with("-# 0 × not covered, 1 × voted down"),
        "{list}"
    );
}

#[tokio::test]
async fn without_gaps_that_is_said() {
    let stage = town().await;
    ask(&stage, "When was the castle finished?").await;
    stage.recorded(1).await;
    let list = stage.told("gaps list", &json!({})).await.text;
    assert!(list.starts_with("Nothing is open"), "{list}");
}

#[tokio::test]
async fn a_long_list_is_turned_and_only_by_admins() {
    let stage = town().await;
    for (number, word) in [
        "zebra", "trombone", "sushi", "volcano", "opera", "tundra", "quasar",
    ]
    .iter()
    .enumerate()
    {
        ask(&stage, &format!("Who invented the {word}?")).await;
        stage.recorded(number + 1).await;
    }
    let first = stage.told("gaps list", &json!({})).await;
    assert!(first.text.ends_with("2"), "{}", first.text);
    stage.sandbox.admin().click(&first, "Next page").unwrap();
    let second = stage.until_told(&first, "zebra").await;
    assert!(!second.text.contains("quasar"), "{}", second.text);
    let next = first
        .buttons
        .iter()
        .find(|it| it.label == "Next page")
        .unwrap();
    assert_eq!(next.custom_id.as_deref(), Some("list:0:1"));
}

#[tokio::test]
async fn what_is_covered_by_an_article_becomes_a_golden_question() {
    let stage = town_with_gaps().await;
    let admin = stage.sandbox.admin();
    let typing = json!({ "question": "tromb", "as": "Covered by an article" });
    let typing = admin.autocomplete("general", "gaps mark", &typing, "question");
    let offered = admin.choices_of(&typing.unwrap()).await.unwrap();
    assert_eq!(offered.len(), 2, "{offered:?}");
    let typing = json!({ "question": TROMBONE, "as": "Covered by an article", "article": "har" });
    let typing = admin.autocomplete("general", "gaps mark", &typing, "article");
    assert_eq!(
        admin.choices_of(&typing.unwrap()).await.unwrap(),
        ["The harbour"]
    );

    let options = json!({
        "question": TROMBONE, "as": "Covered by an article", "article": "The harbour",
    });
    let told = stage.told("gaps mark", &options).await.text;
    assert_eq!(
        told,
        "**Who invented the trombone?** and 1 alike: covered by harbour.md.\n\
         It is a golden question now."
    );
    let golden = stage.app.golden().await.unwrap();
    assert_eq!(golden[0].question, TROMBONE);
    assert_eq!(golden[0].articles, ["harbour.md"]);
    let list = stage.told("gaps list", &json!({})).await.text;
    assert!(!list.contains("trombone"), "{list}");

    let told = stage.told("audit", &json!({})).await.text;
    assert!(told.contains("gaps mark"), "{told}");
    assert!(told.contains(&format!("<@{}>", admin.id())), "{told}");
}

#[tokio::test]
async fn a_question_is_dropped_assigned_and_opened_again() {
    let stage = town_with_gaps().await;
    let mark = async |options: serde_json::Value| stage.told("gaps mark", &options).await.text;
    let told = mark(json!({ "question": TROMBONE, "as": "Assigned to a member" })).await;
    assert!(told.starts_with("Who writes about it?"), "{told}");
    let told = mark(json!({
        "question": TROMBONE, "as": "Assigned to a member", "member": "ben",
    }))
    .await;
    let ben = stage.sandbox.member("ben").id();
    assert!(told.ends_with(&format!("assigned to <@{ben}>.")), "{told}");
    let list = stage.told("gaps list", &json!({})).await;
    assert!(list.text.contains("assigned to"), "{}", list.text);
    assert!(!list.pings_me);
    mark(json!({ "question": TROMBONE, "as": "Won't cover" })).await;
    let list = stage.told("gaps list", &json!({})).await.text;
    assert!(!list.contains("trombone"), "{list}");
    mark(json!({ "question": TROMBONE, "as": "Open again" })).await;
    let (server, _) = stage.sandbox.find("general").unwrap();
    let gaps = stage.app.store().gaps(server.0).await.unwrap();
    assert!(gaps.iter().all(|gap| gap.decision == Decision::Open));
    let told = mark(json!({ "question": "Never asked", "as": "Won't cover" })).await;
    assert!(told.starts_with("I know no such question here."), "{told}");
}

#[tokio::test]
async fn all_gaps_are_exported_as_a_table_without_formulas() {
    let stage = town().await;
    ask(&stage, "=HYPERLINK(\"https://evil.example\") trombone?").await;
    stage.recorded(1).await;
    let table = stage.told("gaps export", &json!({})).await;
    assert_eq!(table.text, "All gaps as a table: 1 question");
    assert_eq!(table.attachments[0].name, "gaps.csv");
    let bytes = stage::fetched(&table.attachments[0].url).await;
    let text = String::from_utf8(bytes).unwrap();
    let mut rows = text.trim_start_matches('\u{feff}').lines();
    assert!(
        rows.next().unwrap().starts_with("\"group\",\"question\""),
        "{text}"
    );
    assert!(
        rows.next().unwrap().starts_with("\"1\",\"'=HYPERLINK("),
        "{text}"
    );
}

#[tokio::test]
async fn others_may_neither_see_nor_decide_nor_be_offered_anything() {
    let stage = town_with_gaps().await;
    let ann = stage.ann();
    assert!(ann.slash("general", "gaps list", &json!({})).is_err());
    stage.sandbox.allow_command("gaps", &ann).unwrap();
    let used = ann.slash("general", "gaps list", &json!({})).unwrap();
    let told = ann.answer_to(&used).await.unwrap();
    assert!(told.is_private);
    assert_eq!(
        told.text,
        "Only members with the Manage Server permission can do that."
    );
    let typing = json!({ "question": "", "as": "Won't cover" });
    let typing = ann.autocomplete("general", "gaps mark", &typing, "question");
    let offered = ann.choices_of(&typing.unwrap()).await.unwrap();
    assert!(offered.is_empty(), "{offered:?}");
}
