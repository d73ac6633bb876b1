//! The language in which people are answered.

use serde_json::{Value, json};

use super::stage::Stage;

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

#[tokio::test]
async fn a_command_is_answered_in_the_language_of_whoever_types_it() {
    let stage = tearoom().await;
    let ann = stage.ann();
    for (locale, sentence) in [
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
    ] {
        ann.speaks(locale);
        let asked = stage.ask(UNKNOWN);
        let answer = ann.answer_to(&asked).await.unwrap().text;
        assert!(answer.starts_with(sentence), "{locale}: {answer}");
    }
}

#[tokio::test]
async fn dates_and_numbers_are_written_as_the_reader_writes_them() {
    let stage = tearoom().await;
    stage.ann().speaks("fr");
    let asked = stage.ask(QUESTION);
    let answer = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(answer.contains("1er août 2025"), "{answer}");

    let admin = stage.sandbox.admin();
    admin.speaks("de");
    let asked = admin.slash("general", "status", &json!({})).unwrap();
    let status = admin.answer_to(&asked).await.unwrap().text;
    assert!(status.contains("1 Artikel, 1 Textstelle, "), "{status}");
}

#[tokio::test]
async fn a_refusal_is_in_the_readers_language_as_well() {
    let stage = tearoom().await;
    let ann = stage.ann();
    ann.speaks("sv-SE");
    stage.sandbox.allow_command("reindex", &ann).unwrap();
    let tried = ann.slash("general", "reindex", &json!({})).unwrap();
    assert_eq!(
        ann.answer_to(&tried).await.unwrap().text,
        "Det kan bara medlemmar med behörigheten Hantera server göra."
    );
}

#[tokio::test]
async fn a_reindex_is_told_in_the_language_of_whoever_started_it() {
    let stage = tearoom().await;
    let admin = stage.sandbox.admin();
    admin.speaks("nl");
    let started = admin.slash("general", "reindex", &json!({})).unwrap();
    let outcome = admin.follow_up_to(&started, 1).await.unwrap().text;
    assert!(
        outcome.starts_with("**Klaar met indexeren** in "),
        "{outcome}"
    );
}

#[tokio::test]
async fn a_mention_is_answered_in_the_language_of_the_server() {
    let stage = tearoom().await;
    let ann = stage.ann();
    for (locale, sentence) in [
        ("de", "Dazu steht nichts in den Artikeln."),
        ("en-US", "The articles don't cover this."),
    ] {
        stage.sandbox.server_speaks(locale);
        let called = format!("{} {UNKNOWN}", stage.bot());
        let asked = ann.say("general", &called).unwrap();
        let answer = ann.reply_to(&asked).await.unwrap().text;
        assert!(answer.starts_with(sentence), "{locale}: {answer}");
    }
}

#[tokio::test]
async fn a_direct_message_is_answered_in_the_language_its_author_has_shown() {
    let stage = tearoom().await;
    let ann = stage.ann();
    ann.speaks("fr");
    let asked = ann.dm(UNKNOWN).unwrap();
    let answer = ann.reply_to(&asked).await.unwrap().text;
    assert!(
        answer.starts_with("The articles don't cover this."),
        "{answer}"
    );

    let asked = stage.ask(QUESTION);
    ann.answer_to(&asked).await.unwrap();
    let asked = ann.dm(UNKNOWN).unwrap();
    let answer = ann.reply_to(&asked).await.unwrap().text;
    assert!(
        answer.starts_with("Les articles n’en parlent pas."),
        "{answer}"
    );

    // What one person shows says nothing of a server.
    let called = format!("{} {UNKNOWN}", stage.bot());
    let asked = ann.say("general", &called).unwrap();
    let answer = ann.reply_to(&asked).await.unwrap().text;
    assert!(
        answer.starts_with("The articles don't cover this."),
        "{answer}"
    );
}

#[tokio::test]
async fn commands_are_registered_under_localised_names() {
    let stage = tearoom().await;
    let registered = stage.requests("/commands")[0].body.clone().unwrap();
    let ask = &registered[0];
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

/// Every name and description of a command and of what is inside of it, with how it is called.
fn localised(command: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    let name = command["name"].as_str().unwrap();
    let path = format!("{path}/{name}");
    found.push((path.clone(), command["name_localizations"].clone()));
    // What stands on a menu has no description.
    if command["description"]
        .as_str()
        .is_some_and(|it| !it.is_empty())
    {
        let described = command["description_localizations"].clone();
        found.push((format!("{path}: description"), described));
    }
    for inner in ["options", "choices"] {
        for inner in command[inner].as_array().into_iter().flatten() {
            localised(inner, &path, found);
        }
    }
}

#[tokio::test]
async fn every_command_option_and_choice_has_a_name_in_every_language() {
    let stage = tearoom().await;
    let registered = stage.requests("/commands")[0].body.clone().unwrap();
    let mut found = Vec::new();
    for command in registered.as_array().unwrap() {
        localised(command, "", &mut found);
    }
    assert!(found.len() > 30, "{}", found.len());
    for (path, names) in found {
        for locale in ["sv-SE", "de", "no", "nl", "fr", "es-ES", "es-419", "zh-CN"] {
            let name = names[locale].as_str().unwrap_or_default();
            assert!(!name.is_empty(), "{path} in {locale}: {names}");
        }
    }
}
