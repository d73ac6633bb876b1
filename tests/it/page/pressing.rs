//! Every button under the real bot's messages, pressed in the browser.

use super::stage::Stage;
use crate::browser::Browser;

const HARBOUR: (&str, &str) = (
    "harbour.md",
    "---\ntitle: The harbour\n---\n\n## Ferries\n\nThe harbour has two piers. The ferry to \
     Marstrand leaves from the northern pier every hour.\n",
);
const CASTLE: (&str, &str) = (
    "castle.md",
    "---\ntitle: The castle\n---\n\nThe castle was finished in 1658. Its tower can be climbed in \
     summer.\n",
);

/// Asks by a mention.
async fn ask(page: &mut Browser, question: &str) {
    page.press("#text").await;
    page.type_text(&format!("@lodestar {question}")).await;
    page.key("Enter").await;
    page.reads(".message button.above", question).await;
}

/// Eight articles about one thing: several pages of passages, each in a section that says more.
fn lighthouses() -> Vec<(String, String)> {
    let keeper =
        "The keeper climbs the stairs at dusk and looks at the sea for a while. ".repeat(15);
    let article = |n: usize| {
        let text = format!(
            "---\ntitle: Lighthouse {n}\n---\n\n## Lamp {n}\n\nLighthouse number {n} shows how \
             lighthouses work at night. Its lamp turns {n} times.\n\n{keeper}The keeper of tower {n} \
             lives next door with a dog.\n\n## Visits\n\nTower {n} is closed in winter.\n"
        );
        (format!("lighthouse-{n}.md"), text)
    };
    (1..=8).map(article).collect()
}

#[tokio::test]
async fn every_button_of_an_answer_does_what_it_says() {
    let articles = lighthouses();
    let articles: Vec<(&str, &str)> = articles
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let Some(mut stage) = Stage::open(&articles).await else {
        return;
    };
    let page = &mut stage.browser;
    ask(page, "How do lighthouses work?").await;
    page.press_text(".press", "More passages").await;
    page.reads(".message", "Page 2 of 4").await;
    page.press_text(".press", "Next page").await;
    page.reads(".message", "Page 3 of 4").await;
    page.press_text(".press", "Back").await;
    page.reads(".message", "Page 2 of 4").await;
    page.press_text(".press", "Back").await;
    page.reads(".press", "More passages").await;

    page.press_text(".press", "Whole section").await;
    page.reads(".message.private", "next door with a dog").await;
    let line = "document.querySelector('.message.private .above').innerText";
    let line = page.value(line).await;
    assert!(!line.as_str().unwrap().contains("> "), "{line}");
    page.press_text(".press", "👍").await;
    page.reads(".message.private", "Thank you!").await;
    page.press_text(".press", "👍").await;
    page.reads(".message.private", "Taken back.").await;
    page.press_text(".press", "👎").await;
    page.reads(".message.private .picker", "What was wrong with it?")
        .await;
    page.press(".message.private .picker").await;
    page.picture("why").await;
    page.press_text(".option", "It is out of date").await;
    page.reads(".message.private", "helps to make the articles better")
        .await;
    page.picture("pressed").await;

    // Somebody else reads on alone, and may not delete what was not asked by them.
    page.choose("#speak-as", "ben").await;
    page.until("document.querySelector('.message.private') === null")
        .await;
    page.press_text(".press", "More passages").await;
    page.reads(".message.private", "Page 2 of 4").await;
    page.press_text(".message:not(.private) .press", "🗑").await;
    page.reads(".message.private", "Only the person who asked")
        .await;

    page.choose("#speak-as", "ann").await;
    page.reads(".message.private", "next door with a dog").await;
    page.press_text(".message:not(.private) .press", "🗑").await;
    page.until("document.querySelector('.message:not(.private) blockquote') === null")
        .await;
    page.until("!document.querySelector('.failed, .notice.bad')")
        .await;
    stage.close().await;
}

#[tokio::test]
async fn of_what_is_not_covered_the_editors_are_told_and_a_near_title_is_asked_about() {
    let Some(mut stage) = Stage::open(&[HARBOUR, CASTLE]).await else {
        return;
    };
    let page = &mut stage.browser;
    ask(page, "Who invented the trombone at the harbour?").await;
    page.reads(".message", "The articles don't cover this.")
        .await;
    page.press_text(".press", "Tell the editors").await;
    page.reads(".message.private", "The editors will see your question")
        .await;
    page.press_text(".press", "Tell me when there is an answer")
        .await;
    page.reads(".message.private", "I will send you a message")
        .await;
    page.picture("missed").await;
    page.press_text(".press", "Don't tell me").await;
    page.reads(".message.private", "I won't send you a message")
        .await;
    page.press_text(".press", "Tell the editors").await;
    page.reads(".message.private", "know about this question already")
        .await;
    page.press_text(".press", "The harbour").await;
    page.reads(".message:not(.private) blockquote", "two piers")
        .await;
    page.press_text(".press", "🗑").await;
    page.until("document.querySelector('.message:not(.private) blockquote') === null")
        .await;
    stage.close().await;
}

#[tokio::test]
async fn a_helper_finds_articles_for_a_message_and_posts_one() {
    let Some(mut stage) = Stage::open(&[HARBOUR, CASTLE]).await else {
        return;
    };
    let ben = stage.sandbox.member("ben");
    ben.say("general", "Somebody told me about a pier and Marstrand.")
        .unwrap();
    let page = &mut stage.browser;
    page.choose("#speak-as", "hedy").await;
    page.menu_of(".message .text", "Marstrand").await;
    page.press_text(".menu [role=menuitem]", "Find articles for this")
        .await;
    page.reads(".message.private", "Passages for that message")
        .await;
    page.picture("found").await;
    page.press_text(".message.private .press", "1 · Post this")
        .await;
    page.reads(".message:not(.private) blockquote", "northern pier")
        .await;
    page.reads(".message:not(.private)", "Suggested by @hedy")
        .await;
    page.reads(".message:not(.private) button.above", "@ben")
        .await;
    page.reads(".message.private", "Posted.").await;
    page.picture("posted").await;
    stage.close().await;
}

#[tokio::test]
async fn a_reply_asks_further() {
    let Some(mut stage) = Stage::open(&[HARBOUR, CASTLE]).await else {
        return;
    };
    let page = &mut stage.browser;
    ask(page, "When was the castle finished?").await;
    page.reads(".message blockquote", "1658").await;
    page.menu_of(".message blockquote", "1658").await;
    page.press_text(".menu [role=menuitem]", "Reply").await;
    page.reads(".reply-bar", "Replying to lodestar").await;
    page.type_text("And can its tower be climbed?").await;
    page.key("Enter").await;
    page.reads("button.above", "And can its tower be climbed?")
        .await;
    page.until("document.querySelectorAll('.message blockquote').length > 1")
        .await;
    page.picture("followed-up").await;
    stage.close().await;
}

#[tokio::test]
async fn the_bot_answers_in_direct_messages_and_in_forums() {
    let Some(mut stage) = Stage::open(&[HARBOUR, CASTLE]).await else {
        return;
    };
    let page = &mut stage.browser;
    page.press("button[aria-label='Direct messages']").await;
    page.reads("#header h1", "lodestar").await;
    page.until("document.querySelectorAll('#members .member').length === 2")
        .await;
    page.picture("direct-empty").await;
    page.press("#text").await;
    page.type_text("When was the castle finished?").await;
    page.key("Enter").await;
    page.reads(".message blockquote", "1658").await;
    page.picture("direct").await;

    page.press("button[aria-label='Harbour Town']").await;
    page.press_text("#sidebar .channel", "help").await;
    page.reads(".forum", "There are no posts yet.").await;
    page.press_text(".forum .press", "New post").await;
    page.type_text("The ferry").await;
    page.press("dialog textarea").await;
    page.type_text("@lodestar When does the ferry to Marstrand leave?")
        .await;
    page.press_text("dialog .check", "Question").await;
    page.picture("post").await;
    page.press_text("dialog .press", "Post").await;
    page.reads("#header h1", "The ferry").await;
    page.reads(".message blockquote", "every hour").await;
    page.press_text("#header .plainlink", "help").await;
    page.reads(".post .tag", "Question").await;
    page.reads(".post", "1 answer").await;
    stage.close().await;
}

#[tokio::test]
async fn the_bot_speaks_the_language_that_is_chosen() {
    let Some(mut stage) = Stage::open(&[HARBOUR, CASTLE]).await else {
        return;
    };
    let page = &mut stage.browser;
    page.choose("#language", "Svenska").await;
    page.press("#text").await;
    page.type_text("/").await;
    page.reads(".suggestion", "Svarar på en fråga ur artiklarna")
        .await;
    page.type_text("hjälp ").await;
    page.press(".command .send").await;
    page.reads(".message", "Så frågar du").await;

    page.choose("#language", "中文").await;
    page.press("#text").await;
    page.type_text("/").await;
    page.reads(".suggestion", "提问").await;
    page.type_text("提问 ").await;
    page.reads(".command-name", "/提问").await;
    page.type_text("Who invented the trombone at the harbour?")
        .await;
    page.press(".command .send").await;
    page.reads(".message", "文章里没有相关内容").await;
    page.reads(".press", "告诉编辑").await;
    page.picture("chinese").await;

    // The articles' titles are offered while one writes, and one of them is an answer.
    page.press("#text").await;
    page.type_text("/ask ").await;
    page.type_text("cast").await;
    page.reads(".command .suggestion", "The castle").await;
    page.press_text(".command .suggestion", "The castle").await;
    page.press(".command .send").await;
    page.reads(".message blockquote", "1658").await;
    stage.close().await;
}

#[tokio::test]
async fn the_bot_copes_with_every_fault_of_the_drawer() {
    let Some(mut stage) = Stage::open(&[CASTLE]).await else {
        return;
    };
    let page = &mut stage.browser;
    page.press("#drawer-switch").await;
    for (fault, seen) in [
        ("rate_limit", "429"),
        ("server_error", "500"),
        ("slow", "200"),
        ("drop_socket", "DROPPED"),
        ("reconnect", "RECONNECT"),
    ] {
        page.press_text(".drawer-head .press", "Clear").await;
        page.press(&format!("[data-fault={fault}]")).await;
        let answers = page
            .value("document.querySelectorAll('.message blockquote').length")
            .await;
        page.press("#text").await;
        page.type_text("@lodestar When was the castle finished?")
            .await;
        page.key("Enter").await;
        let answered =
            format!("document.querySelectorAll('.message blockquote').length > {answers}");
        page.until(&answered).await;
        page.reads(".entry", seen).await;
        if fault == "slow" {
            let slow = "[...document.querySelectorAll('.entry.request small')]
                .some((it) => parseInt(it.textContent) >= 2000)";
            page.until(slow).await;
        }
    }
    page.picture("faults").await;
    stage.close().await;
}
