//! What people press under an answer: further pages, the whole section, 👍 and 👎, 🗑.

use discord_sandbox::{Interaction, Person, SeenMessage};
use lodestar::config::QuestionPrivacy;
use lodestar::store::{Opinion, Reason};
use serde_json::json;

use super::stage::Stage;

const QUESTION: &str = "How do lighthouses work?";
const MORE: &str = "More passages";
const NEXT: &str = "Next page";
const BACK: &str = "Back";
const SECTION: &str = "Whole section";

/// Eight articles about one thing: three pages of passages, of sections too long to be quoted.
fn lighthouses() -> Vec<(String, String)> {
    let article = |n: usize| {
        let view = "From the gallery one sees the bay, the islands and the boats. ".repeat(12);
        let text = format!(
            "---\ntitle: Lighthouse {n}\n---\n\n## Lamp {n}\n\nLighthouse number {n} shows how \
             lighthouses work at night. Its lamp turns {n} times.\n\n{view}\n\nThe keeper of tower \
             {n} lives next door with a dog.\n\n## Visits\n\nTower {n} is closed in winter.\n\n{view}\n"
        );
        (format!("lighthouse-{n}.md"), text)
    };
    (1..=8).map(article).collect()
}

async fn coast() -> Stage {
    coast_with(|_| {}).await
}

async fn coast_with(configure: impl FnOnce(&mut lodestar::config::Config)) -> Stage {
    let articles = lighthouses();
    let articles: Vec<(&str, &str)> = articles
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    Stage::open_with(&articles, configure).await
}

async fn answered(stage: &Stage) -> SeenMessage {
    let asked = stage.ask(QUESTION);
    stage.ann().answer_to(&asked).await.unwrap()
}

fn labels(message: &SeenMessage) -> Vec<&str> {
    message.buttons.iter().map(|it| it.label.as_str()).collect()
}

/// The message as it is once it shows what is looked for.
async fn shows(stage: &Stage, message: &SeenMessage, what: &str) -> SeenMessage {
    let look = || {
        let now = stage.ann().looks_again(message)?;
        now.text.contains(what).then_some(now)
    };
    stage.sandbox.until(look).await.unwrap()
}

/// What somebody alone is told for a press.
async fn told(person: &Person, pressed: &Interaction) -> SeenMessage {
    let answer = person.answer_to(pressed).await.unwrap();
    assert!(answer.is_private, "{}", answer.text);
    answer
}

/// What somebody alone is told when the message itself was to change.
async fn told_beside(person: &Person, pressed: &Interaction) -> SeenMessage {
    let answer = person.follow_up_to(pressed, 0).await.unwrap();
    assert!(answer.is_private, "{}", answer.text);
    answer
}

fn passages(message: &SeenMessage) -> Vec<String> {
    let sources = message.text.lines().filter(|line| line.starts_with("-# L"));
    sources.map(str::to_owned).collect()
}

#[tokio::test]
async fn the_asker_pages_forth_and_back_in_the_same_message() {
    let stage = coast().await;
    let ann = stage.ann();
    let answer = answered(&stage).await;
    assert_eq!(labels(&answer), [MORE, SECTION, "👍", "👎", "🗑️"]);
    let first = passages(&answer);
    assert_eq!(first.len(), 3, "{}", answer.text);

    ann.click(&answer, MORE).unwrap();
    let second = shows(&stage, &answer, "-# Page 2 of").await;
    assert_eq!(labels(&second), [BACK, NEXT, SECTION, "👍", "👎", "🗑️"]);
    assert!(passages(&second).iter().all(|it| !first.contains(it)));

    ann.click(&second, BACK).unwrap();
    let look = || ann.looks_again(&answer).filter(|it| passages(it) == first);
    let back = stage.sandbox.until(look).await.unwrap();
    assert_eq!(back.text, answer.text);
    assert_eq!(ann.sees("general").len(), 1);
}

#[tokio::test]
async fn others_page_in_a_message_of_their_own() {
    let stage = coast().await;
    let ben = stage.sandbox.member("ben");
    let answer = answered(&stage).await;
    let pressed = ben.click(&answer, MORE).unwrap();
    let own = told(&ben, &pressed).await;
    assert!(own.text.contains("-# Page 2 of"), "{}", own.text);
    assert_eq!(labels(&own), [BACK, NEXT, SECTION]);
    assert_eq!(stage.ann().looks_again(&answer).unwrap().text, answer.text);

    ben.click(&own, NEXT).unwrap();
    let page = |number: usize| {
        let heading = format!("-# Page {number} of 4");
        ben.looks_again(&own)
            .filter(|it| it.text.contains(&heading))
    };
    let third = stage.sandbox.until(|| page(3)).await.unwrap();
    assert_eq!(labels(&third), [BACK, NEXT, SECTION]);
    ben.click(&third, NEXT).unwrap();
    let last = stage.sandbox.until(|| page(4)).await.unwrap();
    assert_eq!(labels(&last), [BACK, SECTION]);
    assert_eq!(stage.ann().sees("general").len(), 1);
}

#[tokio::test]
async fn the_whole_section_is_shown_to_whoever_presses() {
    let stage = coast().await;
    let answer = answered(&stage).await;
    let pressed = stage.ann().click(&answer, SECTION).unwrap();
    let section = told(&stage.ann(), &pressed).await;
    assert!(
        section.text.contains("next door with a dog"),
        "{}",
        section.text
    );
    assert!(!section.text.contains("winter"), "{}", section.text);
    assert!(section.text.contains("-# Lighthouse"), "{}", section.text);
}

#[tokio::test]
async fn what_is_quoted_whole_is_not_offered_again() {
    let stage = Stage::open(&[(
        "harbour.md",
        "# The harbour\n\n## Ferries\n\nThe ferry leaves from the northern pier. It is blue.\n\n\
         ## Boats\n\nBoats are rented by the hour.\n",
    )])
    .await;
    let asked = stage.ask("Where does the ferry leave?");
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    assert!(answer.text.contains("It is blue."), "{}", answer.text);
    assert!(!labels(&answer).contains(&SECTION), "{:?}", labels(&answer));
}

#[tokio::test]
async fn a_long_section_goes_on_in_further_private_messages() {
    let mut article = String::from("# Rivers\n\n## Nile\n\nThe Nile is the longest river.\n\n");
    for n in 0..12 {
        article.push_str(&format!(
            "Fact {n}: {}\n\n",
            "water flows on and on. ".repeat(15)
        ));
    }
    let stage = Stage::open(&[("rivers.md", &article)]).await;
    let ann = stage.ann();
    let asked = stage.ask("Which river is the longest?");
    let answer = ann.answer_to(&asked).await.unwrap();
    let pressed = ann.click(&answer, SECTION).unwrap();
    let last = || {
        let parts = ann.messages_of(&pressed);
        let is_last = parts.last().is_some_and(|it| it.text.contains("-# Rivers"));
        is_last.then_some(parts)
    };
    let parts = stage.sandbox.until(last).await.unwrap();
    assert!(parts.len() > 1, "{}", parts.len());
    assert!(parts.iter().all(|it| it.is_private));
    let all: String = parts.iter().map(|it| it.text.as_str()).collect();
    assert!(all.contains("Fact 0:") && all.contains("Fact 11:"), "{all}");
}

#[tokio::test]
async fn a_vote_is_kept_and_a_second_press_takes_it_back() {
    let stage = coast().await;
    let ann = stage.ann();
    let answer = answered(&stage).await;
    let votes = async |person: &Person| {
        let store = stage.app.store();
        store.votes(answer.id.0, person.id().0).await.unwrap()
    };
    let pressed = ann.click(&answer, "👍").unwrap();
    assert_eq!(told(&ann, &pressed).await.text, "Thank you!");
    assert_eq!(votes(&ann).await.own, Some(Opinion::Up));
    let pressed = ann.click(&answer, "👍").unwrap();
    assert_eq!(told(&ann, &pressed).await.text, "Taken back.");
    assert_eq!(votes(&ann).await.own, None);
    assert_eq!(ann.looks_again(&answer).unwrap().text, answer.text);
}

#[tokio::test]
async fn a_vote_against_asks_why() {
    let stage = coast().await;
    let ben = stage.sandbox.member("ben");
    let answer = answered(&stage).await;
    let pressed = ben.click(&answer, "👎").unwrap();
    let why = told(&ben, &pressed).await;
    ben.select(&why, "What was wrong with it?", &["It is out of date"])
        .unwrap();
    let look = || {
        ben.looks_again(&why)
            .filter(|it| it.text.contains("better"))
    };
    let noted = stage.sandbox.until(look).await.unwrap();
    assert_eq!(noted.raw["components"], json!([]));
    let kept = stage.app.store().show(ben.id().0).await.unwrap().votes;
    assert_eq!(kept[0].opinion, Opinion::Down);
    assert_eq!(kept[0].reason, Some(Reason::Outdated));
}

#[tokio::test]
async fn a_store_that_fails_is_said_kindly() {
    let folder = tempfile::TempDir::new().unwrap();
    // A folder cannot be a database.
    let path = folder.path().to_owned();
    let stage = coast_with(|config| config.store.path = Some(path)).await;
    let ann = stage.ann();
    let answer = answered(&stage).await;
    let pressed = ann.click(&answer, "👍").unwrap();
    let said = told(&ann, &pressed).await.text;
    assert!(said.contains("can't save that at the moment"), "{said}");
    ann.click(&answer, MORE).unwrap();
    shows(&stage, &answer, "-# Page 2 of").await;
}

#[tokio::test]
async fn the_asker_and_moderators_delete_an_answer_and_nobody_else() {
    let stage = coast().await;
    let (ann, ben, helper) = (
        stage.ann(),
        stage.sandbox.member("ben"),
        stage.sandbox.helper(),
    );
    let gone = async |message: &SeenMessage| {
        let look = || ann.looks_again(message).is_none().then_some(());
        stage.sandbox.until(look).await.unwrap();
    };
    let answer = answered(&stage).await;
    let pressed = ben.click(&answer, "🗑️").unwrap();
    let refused = told(&ben, &pressed).await.text;
    assert!(refused.contains("a moderator"), "{refused}");
    assert!(ann.looks_again(&answer).is_some());
    ann.click(&answer, "🗑️").unwrap();
    gone(&answer).await;

    let another = answered(&stage).await;
    helper.click(&another, "🗑️").unwrap();
    gone(&another).await;
}

#[tokio::test]
async fn buttons_work_after_a_restart() {
    let mut stage = coast().await;
    let answer = answered(&stage).await;
    stage.record_of(&answer).await;
    stage.restart().await;
    stage.ann().click(&answer, MORE).unwrap();
    let second = shows(&stage, &answer, "-# Page 2 of").await;
    assert!(
        !second.text.contains("have changed since"),
        "{}",
        second.text
    );
    let pressed = stage.ann().click(&second, SECTION).unwrap();
    let section = told(&stage.ann(), &pressed).await;
    assert!(section.text.contains("with a dog"), "{}", section.text);
}

#[tokio::test]
async fn after_a_reindex_a_button_says_that_the_results_are_new() {
    let mut stage = coast().await;
    let answer = answered(&stage).await;
    stage.record_of(&answer).await;
    let renewed = "# New tower\n\nThis is how lighthouses work at night: how lighthouses work.\n";
    std::fs::write(stage.corpus.path().join("new.md"), renewed).unwrap();
    let run = stage.app.reindex("the story").unwrap();
    run.outcome().await.unwrap();
    stage.restart().await;
    stage.ann().click(&answer, MORE).unwrap();
    let second = shows(&stage, &answer, "-# Page 2 of").await;
    assert!(
        second
            .text
            .contains("-# The articles have changed since you asked"),
        "{}",
        second.text
    );
}

#[tokio::test]
async fn a_section_that_is_gone_is_said_to_be_gone() {
    let stage = coast().await;
    let answer = answered(&stage).await;
    for entry in std::fs::read_dir(stage.corpus.path()).unwrap() {
        std::fs::remove_file(entry.unwrap().path()).unwrap();
    }
    std::fs::write(stage.corpus.path().join("tea.md"), "# Tea\n\nTea is hot.\n").unwrap();
    let run = stage.app.reindex("the story").unwrap();
    run.outcome().await.unwrap();
    let pressed = stage.ann().click(&answer, SECTION).unwrap();
    let said = told(&stage.ann(), &pressed).await.text;
    assert!(said.contains("no longer in the articles"), "{said}");
    let pressed = stage.ann().click(&answer, MORE).unwrap();
    let said = told_beside(&stage.ann(), &pressed).await.text;
    assert!(said.contains("no more passages"), "{said}");
}

#[tokio::test]
async fn where_texts_are_not_kept_an_old_button_says_so_and_a_new_one_works() {
    let mut stage = coast_with(|config| config.privacy.questions = QuestionPrivacy::Hashed).await;
    let ann = stage.ann();
    let answer = answered(&stage).await;
    stage.record_of(&answer).await;
    ann.click(&answer, MORE).unwrap();
    let second = shows(&stage, &answer, "-# Page 2 of").await;
    stage.restart().await;
    let pressed = ann.click(&second, NEXT).unwrap();
    let said = told_beside(&ann, &pressed).await.text;
    assert!(
        said.contains("too old") && said.contains("`/ask`"),
        "{said}"
    );
    let pressed = ann.click(&second, SECTION).unwrap();
    assert!(told(&ann, &pressed).await.text.contains("with a dog"));
}

#[tokio::test]
async fn where_texts_are_not_kept_a_question_is_read_from_the_message_that_asked() {
    let mut stage = coast_with(|config| config.privacy.questions = QuestionPrivacy::Off).await;
    let ann = stage.ann();
    let asked = ann
        .say("general", &format!("{} {QUESTION}", stage.bot()))
        .unwrap();
    let answer = ann.reply_to(&asked).await.unwrap();
    stage.restart().await;
    ann.click(&answer, MORE).unwrap();
    shows(&stage, &answer, "-# Page 2 of").await;
}

#[tokio::test]
async fn a_private_answer_has_no_button_to_delete_it_and_changes_in_place() {
    let stage = coast().await;
    let ann = stage.ann();
    let question = json!({ "question": QUESTION, "private": true });
    let asked = ann.slash("general", "ask", &question).unwrap();
    let answer = ann.answer_to(&asked).await.unwrap();
    assert_eq!(labels(&answer), [MORE, SECTION, "👍", "👎"]);
    ann.click(&answer, MORE).unwrap();
    shows(&stage, &answer, "-# Page 2 of").await;
}

#[tokio::test]
async fn every_press_is_acknowledged_before_it_is_answered() {
    let stage = coast().await;
    let answer = answered(&stage).await;
    let before = stage.requests("/callback").len();
    let pressed = stage.ann().click(&answer, SECTION).unwrap();
    told(&stage.ann(), &pressed).await;
    stage.ann().click(&answer, MORE).unwrap();
    shows(&stage, &answer, "-# Page 2 of").await;
    let types: Vec<u64> = stage.requests("/callback")[before..]
        .iter()
        .map(|it| it.body.as_ref().unwrap()["type"].as_u64().unwrap())
        .collect();
    assert_eq!(types, [5, 6]);
}
