//! `/corpus`: articles from Discord.

mod adding;
mod changing;
mod refusing;

use discord_sandbox::{Interaction, Person, SeenMessage};
use serde_json::{Value, json};

use super::stage::Stage;

const TEA: (&str, &str) = (
    "tea.md",
    "---\ntitle: Tea\ndate: 2024-08-16\ntags: [drinks]\n---\n\nTea is made with hot water.\n",
);

/// What an admin is told for a command.
async fn told(stage: &Stage, command: &str, options: &Value) -> SeenMessage {
    let admin = stage.sandbox.admin();
    let used = admin.slash("general", command, options).unwrap();
    let answer = admin.answer_to(&used).await.unwrap();
    assert!(answer.is_private, "{}", answer.text);
    answer
}

/// What an admin is told for a file.
async fn offered(stage: &Stage, name: &str, bytes: &[u8]) -> SeenMessage {
    let file = stage.sandbox.admin().file(name, bytes);
    told(stage, "corpus add", &json!({ "file": file })).await
}

/// The message as an admin sees it once it says something.
async fn shows(stage: &Stage, message: &SeenMessage, what: &str) -> SeenMessage {
    let admin = stage.sandbox.admin();
    let look = || {
        let now = admin.looks_again(message)?;
        now.text.contains(what).then_some(now)
    };
    stage.sandbox.until(look).await.unwrap()
}

/// What an admin sees after pressing a button, once it says something.
async fn pressed(stage: &Stage, message: &SeenMessage, button: &str, what: &str) -> SeenMessage {
    stage.sandbox.admin().click(message, button).unwrap();
    shows(stage, message, what).await
}

async fn answer(stage: &Stage, question: &str) -> String {
    let asked: Interaction = stage.ask(question);
    let ann: Person = stage.ann();
    ann.answer_to(&asked).await.unwrap().text
}

/// The corpus's files that are no dot-files.
fn files(stage: &Stage) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(stage.corpus.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn labels(message: &SeenMessage) -> Vec<&str> {
    message.buttons.iter().map(|it| it.label.as_str()).collect()
}
