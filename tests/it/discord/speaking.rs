//! The language in which people are answered.

use serde_json::{Value, json};

use super::stage::{BOT, Stage, person};

const ARTICLE: (&str, &str) = (
    "tea.md",
    "---\ntitle: Tea\ndate: 2025-08-01\n---\n\nTea is made with hot water.\n",
);
const QUESTION: &str = "How is tea made?";
/// Nothing in the article is about it.
const UNKNOWN: &str = "trombone zeppelin";

async fn tearoom() -> Stage {
    Stage::open(&[ARTICLE]).await
}

fn question(text: &str) -> Value {
    json!([{ "name": "question", "type": 3, "value": text }])
}

fn calling() -> Value {
    json!({ "mentions": [person(BOT, "guide")] })
}

#[tokio::test]
async fn a_command_is_answered_in_the_language_of_whoever_types_it() {
    let stage = tearoom().await;
    for (n, (locale, sentence)) in [
        ("sv-SE", "Artiklarna tar inte upp det här."),
        ("de", "Dazu steht nichts in den Artikeln."),
        ("no", "Artiklene tar ikke opp dette."),
        ("nl", "Hier gaan de artikelen niet over."),
        ("fr", "Les articles n’en parlent pas."),
        ("es-ES", "Los artículos no tratan esto."),
        ("es-419", "Los artículos no tratan esto."),
        ("zh-CN", "文章里没有相关内容。"),
        ("en-GB", "The articles don't cover this."),
        ("ja", "The articles don't cover this."),
    ]
    .into_iter()
    .enumerate()
    {
        stage.slash_in(locale, "ask", &question(UNKNOWN), "0");
        let answer = stage.sent("PATCH /webhooks", n + 1).await;
        assert!(answer.text().starts_with(sentence), "{}", answer.text());
    }
}

#[tokio::test]
async fn dates_and_numbers_are_written_as_the_reader_writes_them() {
    let stage = tearoom().await;
    stage.slash_in("fr", "ask", &question(QUESTION), "0");
    let answer = stage.sent("PATCH /webhooks", 1).await;
    assert!(answer.text().contains("1er août 2025"), "{}", answer.text());
    stage.slash_in("de", "status", &json!([]), "32");
    let status = stage.sent("/callback", 2).await;
    assert!(
        status.text().contains("1 Artikel, 1 Textstelle, "),
        "{}",
        status.text()
    );
}

#[tokio::test]
async fn a_refusal_is_in_the_readers_language_as_well() {
    let stage = tearoom().await;
    stage.slash_in("sv-SE", "reindex", &json!([]), "0");
    let refusal = stage.sent("/callback", 1).await;
    assert_eq!(
        refusal.text(),
        "Det kan bara medlemmar med behörigheten Hantera server göra."
    );
}

#[tokio::test]
async fn a_reindex_is_told_in_the_language_of_whoever_started_it() {
    let stage = tearoom().await;
    stage.slash_in("nl", "reindex", &json!([]), "32");
    let outcome = stage.sent("POST /webhooks", 1).await;
    let text = outcome.text();
    assert!(text.starts_with("**Klaar met indexeren** in 0,"), "{text}");
}

#[tokio::test]
async fn a_mention_is_answered_in_the_language_of_the_server() {
    let stage = tearoom().await;
    stage.server_prefers("de");
    let called = format!("<@{BOT}> {UNKNOWN}");
    stage.say(&called, &calling());
    let answer = stage.sent("POST /channels/5/messages", 1).await;
    let text = answer.text();
    assert!(
        text.starts_with("Dazu steht nichts in den Artikeln."),
        "{text}"
    );

    stage.server_prefers("en-US");
    stage.say(&called, &calling());
    let answer = stage.sent("POST /channels/5/messages", 2).await;
    let text = answer.text();
    assert!(text.starts_with("The articles don't cover this."), "{text}");
}

#[tokio::test]
async fn commands_are_registered_under_localised_names() {
    let stage = tearoom().await;
    let registered = stage.sent("PUT /applications/2/commands", 1).await;
    let ask = &registered.body[0];
    assert_eq!(ask["name"], "ask");
    assert_eq!(ask["name_localizations"]["sv-SE"], "fråga");
    assert_eq!(ask["name_localizations"]["zh-CN"], "提问");
    assert_eq!(
        ask["description_localizations"]["de"],
        "Beantwortet eine Frage aus den Artikeln"
    );
    let question = &ask["options"][0];
    assert_eq!(question["name"], "question");
    assert_eq!(question["name_localizations"]["no"], "spørsmål");
    assert_eq!(question["name_localizations"]["en-US"], Value::Null);
}
