//! `/doctor`: what is wrong, and how to fix it.

use discord_sandbox::{ChannelRef, Permissions, Person};
use lodestar::store::{AnswersIn, ChannelSettings, Mode};
use serde_json::json;

use super::stage::Stage;

const TEA: (&str, &str) = ("tea.md", "# Tea\n\nTea is made with hot water.\n");

async fn examined(person: &Person, place: impl Into<ChannelRef>) -> String {
    let used = person.slash(place, "doctor", &json!({})).unwrap();
    let answer = person.answer_to(&used).await.unwrap();
    assert!(answer.is_private, "{}", answer.text);
    answer.text
}

fn problems(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.strip_prefix("❌ "))
        .collect()
}

#[tokio::test]
async fn all_is_well_where_all_is_well() {
    let stage = Stage::open(&[TEA]).await;
    let (_, general) = stage.sandbox.find("general").unwrap();
    let text = examined(&stage.sandbox.admin(), "general").await;
    assert!(text.starts_with(&format!(
        "**Check-up for <#{general}>**\nEverything is fine.\n"
    )));
    assert_eq!(problems(&text), [""; 0], "{text}");
    for well in [
        "Permissions: ",
        "Intents: ",
        "Commands: ",
        "Index: built <t:",
        "Store: ",
        "Clock: right",
        "Disk: ",
    ] {
        assert!(text.contains(&format!("✅ {well}")), "{well} in {text}");
    }
}

#[tokio::test]
async fn what_the_bot_may_not_do_is_listed_with_the_fix() {
    let stage = Stage::open(&[TEA]).await;
    let (bot, none) = (stage.sandbox.bot(), Permissions::NONE);
    let mut denied = Permissions::NONE;
    let permissions = [
        (Permissions::SEND_MESSAGES, "Send Messages"),
        (Permissions::CREATE_PUBLIC_THREADS, "Create Public Threads"),
        (
            Permissions::SEND_MESSAGES_IN_THREADS,
            "Send Messages in Threads",
        ),
        (Permissions::EMBED_LINKS, "Embed Links"),
        (Permissions::ATTACH_FILES, "Attach Files"),
        (Permissions::READ_MESSAGE_HISTORY, "Read Message History"),
    ];
    for (permission, _) in permissions {
        denied = Permissions(denied.0 | permission.0);
    }
    stage
        .sandbox
        .overwrite("general", &bot, none, denied)
        .unwrap();
    let text = examined(&stage.sandbox.admin(), "general").await;
    let told: Vec<String> = permissions
        .iter()
        .map(|(_, name)| {
            format!(
                "I lack the permission **{name}** here. Fix: edit the channel, open Permissions, \
                 choose my role and allow **{name}**."
            )
        })
        .collect();
    assert_eq!(problems(&text), told, "{text}");
    assert!(!text.contains("Everything is fine"), "{text}");
    let elsewhere = examined(&stage.sandbox.admin(), "questions").await;
    assert!(elsewhere.contains("Everything is fine."), "{elsewhere}");
}

#[tokio::test]
async fn commands_that_are_not_registered_are_told() {
    let stage = Stage::open(&[TEA]).await;
    let registered = stage.requests("PUT /applications").remove(0);
    let url = format!("{}/api/v10{}", stage.sandbox.url(), registered.path);
    let mut commands = registered.body.unwrap();
    commands
        .as_array_mut()
        .unwrap()
        .retain(|it| it["name"] != "ask");
    let answer = reqwest::Client::new()
        .put(url)
        .header("authorization", format!("Bot {}", stage.sandbox.token()))
        .header("content-type", "application/json")
        .body(commands.to_string())
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    let text = examined(&stage.sandbox.admin(), "general").await;
    let told = "My commands are not registered as they should be. Fix: restart me";
    assert!(problems(&text)[0].starts_with(told), "{text}");
}

#[tokio::test]
async fn a_channel_the_bot_cannot_see_is_one() {
    let stage = Stage::open(&[TEA]).await;
    let text = examined(&stage.sandbox.admin(), "staff").await;
    assert!(problems(&text)[0].contains("**View Channel**"), "{text}");
}

#[tokio::test]
async fn settings_that_cannot_work_are_told() {
    let stage = Stage::open(&[TEA]).await;
    let settings = ChannelSettings {
        mode: Mode::Confident,
        answers_in: AnswersIn::Thread,
        forum: None,
    };
    stage.set("general", settings).await;
    let (bot, none) = (stage.sandbox.bot(), Permissions::NONE);
    let threads = Permissions::CREATE_PUBLIC_THREADS;
    stage
        .sandbox
        .overwrite("general", &bot, none, threads)
        .unwrap();
    let ann = stage.ann();
    let asked = ann
        .say("general", &format!("{} How is tea made?", stage.bot()))
        .unwrap();
    ann.reply_to(&asked).await.unwrap();

    let text = examined(&stage.sandbox.admin(), "general").await;
    let problems = problems(&text);
    for told in [
        "**Create Public Threads**",
        "Answers should go into threads here",
        "the Message Content intent is off",
    ] {
        assert!(
            problems.iter().any(|it| it.contains(told)),
            "{told} in {text}"
        );
    }
}

#[tokio::test]
async fn articles_that_changed_and_a_reindex_that_failed_are_told() {
    let stage = Stage::open(&[TEA]).await;
    let admin = stage.sandbox.admin();
    std::fs::write(
        stage.corpus.path().join("milk.md"),
        "# Milk\n\nMilk is white.\n",
    )
    .unwrap();
    let text = examined(&admin, "general").await;
    assert!(
        problems(&text)[0].starts_with("The index is old: built <t:"),
        "{text}"
    );

    let corpus = stage.corpus.path().to_owned();
    std::fs::rename(&corpus, corpus.with_extension("away")).unwrap();
    stage
        .app
        .reindex("the story")
        .unwrap()
        .outcome()
        .await
        .unwrap_err();
    std::fs::rename(corpus.with_extension("away"), &corpus).unwrap();
    let text = examined(&admin, "general").await;
    let failed = problems(&text)
        .into_iter()
        .find(|it| it.starts_with("The last reindex failed <t:"));
    assert!(
        failed.unwrap().contains("there is no corpus folder"),
        "{text}"
    );

    stage
        .app
        .reindex("the story")
        .unwrap()
        .outcome()
        .await
        .unwrap();
    let text = examined(&admin, "general").await;
    assert!(text.contains("Everything is fine."), "{text}");
}

#[tokio::test]
async fn a_store_that_fails_and_an_index_that_is_missing_are_told() {
    let stage = Stage::open_with(&[], |config| {
        let file = config.corpus.dir.join("a file");
        std::fs::write(&file, "").unwrap();
        config.store.path = Some(file.join("lodestar.db"));
    })
    .await;
    let text = examined(&stage.sandbox.admin(), "general").await;
    let problems = problems(&text);
    assert!(
        problems
            .iter()
            .any(|it| it.starts_with("There is no index.")),
        "{text}"
    );
    assert!(
        problems
            .iter()
            .any(|it| it.starts_with("The store can't be used: ")),
        "{text}"
    );
}

#[tokio::test]
async fn only_those_who_manage_the_server_are_told() {
    let stage = Stage::open(&[TEA]).await;
    let ann = stage.ann();
    assert!(ann.slash("general", "doctor", &json!({})).is_err());
    stage.sandbox.allow_command("doctor", &ann).unwrap();
    let text = examined(&ann, "general").await;
    assert_eq!(
        text,
        "Only members with the Manage Server permission can do that."
    );
}
