//! The real bot, used in the browser.

use super::stage::Stage;
use crate::browser::{PHONE, Window};

/// As large as a picture in a README, with room for a whole answer.
const SMALL: Window = Window {
    width: 1120,
    height: 820,
    is_dark: true,
};

const TEA: (&str, &str) = (
    "tea.md",
    "# Tea\n\nTea is made with hot water at the harbour.\n\n## In China\n\nIn China tea is made with \
     green leaves.\n",
);

#[tokio::test]
async fn a_member_asks_follows_up_and_presses_every_button() {
    let Some(mut stage) = Stage::open(&[TEA]).await else {
        return;
    };
    let page = &mut stage.browser;

    // A mention is answered with a reply.
    page.press("#text").await;
    page.type_text("@lode").await;
    page.reads(".suggestion", "lodestar").await;
    page.key("Tab").await;
    page.type_text("how is tea made?").await;
    page.key("Enter").await;
    page.reads(".message .author", "lodestar").await;
    page.picture("asked").await;
    page.reads(".message blockquote", "tea").await;
    page.reads("button.above", "@ann").await;
    page.picture("asked").await;

    // A follow-up with the command, filled in with the keyboard alone.
    page.press("#text").await;
    page.type_text("/as").await;
    page.reads(".suggestion", "ask").await;
    page.key("Enter").await;
    page.reads(".command-name", "/ask").await;
    page.type_text("And in China?").await;
    page.picture("command").await;
    page.press_text(".add-option", "private").await;
    page.choose("[data-option=private]", "True").await;
    page.press(".command .send").await;
    page.reads(".message .above", "used /ask").await;
    page.reads(".message.private", "Only you can see this")
        .await;
    page.until("!document.querySelector('.message.private .thinking')")
        .await;
    page.press_text(".message.private .plainlink", "Dismiss message")
        .await;
    page.until("document.querySelector('.message.private') === null")
        .await;

    // Whatever buttons there are, each is pressed and answered.
    let ids = page
        .value(
            "[...document.querySelectorAll('.press[data-id]:enabled')].map((it) => it.dataset.id)",
        )
        .await;
    for id in ids.as_array().unwrap() {
        let button = format!(".press[data-id={id}]");
        if page
            .value(&format!("document.querySelector({button:?}) !== null"))
            .await
            == true
        {
            page.press(&button).await;
            let settled = format!("!document.querySelector('{button}[aria-busy]')");
            page.until(&settled).await;
        }
    }
    page.until("!document.querySelector('.failed')").await;

    // On a phone.
    page.resize(PHONE).await;
    page.until("document.documentElement.scrollWidth <= innerWidth")
        .await;
    page.picture("phone").await;
    page.press("button[aria-label=Channels]").await;
    page.press_text("#sidebar .channel", "questions").await;
    page.reads("#header h1", "questions").await;
    page.picture("phone-questions").await;
    stage.close().await;
}

/// Takes the picture that the README shows; `docs/page.png` is a copy.
#[tokio::test]
async fn a_suggested_question_is_answered_from_the_shipped_articles() {
    let Some(mut stage) = Stage::open_shipped().await else {
        return;
    };
    let question = "Where is the Polestar 5 built?";
    stage.sandbox.suggest(vec![question.to_owned()]);
    let page = &mut stage.browser;
    page.resize(SMALL).await;
    page.press_text(".suggested-one", question).await;
    page.key("Enter").await;
    page.reads(".message blockquote", "Chongqing").await;
    page.press("#text").await;
    page.value("document.querySelector('.messages').scrollTop = 1e6")
        .await;
    page.picture("screenshot").await;
    stage.close().await;
}

#[tokio::test]
async fn what_the_bot_offers_for_a_message_is_in_its_menu() {
    let Some(mut stage) = Stage::open(&[TEA]).await else {
        return;
    };
    let said = stage.sandbox.member("ben");
    said.say("general", "how is tea made?").unwrap();
    let page = &mut stage.browser;
    page.menu_of(".message .text", "how is tea made?").await;
    page.reads(".menu", "Reply").await;
    page.picture("menu").await;
    let label = "[...document.querySelectorAll('.menu [role=separator] ~ [role=menuitem]')]
        .map((it) => it.innerText)";
    let offered = page.value(label).await;
    page.key("Escape").await;
    for name in offered.as_array().unwrap() {
        page.menu_of(".message .text", "how is tea made?").await;
        page.press_text(".menu [role=menuitem]", name.as_str().unwrap())
            .await;
        let answered = "document.querySelector('.message .above, dialog')";
        page.until(answered).await;
    }

    // Reply and react, by the menu and by the keyboard.
    page.menu_of(".message .text", "how is tea made?").await;
    page.press_text(".menu [role=menuitem]", "Reply").await;
    page.reads(".reply-bar", "Replying to ben").await;
    page.type_text("with water").await;
    page.key("Enter").await;
    page.reads(".message", "with water").await;
    page.key("ArrowUp").await;
    page.until("document.activeElement.matches('textarea.edit')")
        .await;
    page.type_text(", hot").await;
    page.key("Enter").await;
    page.reads(".message", "with water, hot (edited)").await;
    stage.close().await;
}

#[tokio::test]
async fn an_admin_reindexes_and_a_member_may_not() {
    let Some(mut stage) = Stage::open(&[TEA]).await else {
        return;
    };
    for n in 0..60 {
        let text = format!("# Coffee {n}\n\n{}", "Coffee is roasted. ".repeat(100));
        std::fs::write(stage.corpus.path().join(format!("coffee-{n}.md")), text).unwrap();
    }
    let page = &mut stage.browser;
    page.press("#text").await;
    page.type_text("/").await;
    page.reads(".suggestion", "ask").await;
    let offered = page
        .value("document.querySelector('.suggestions').innerText")
        .await;
    assert!(!offered.as_str().unwrap().contains("reindex"), "{offered}");
    page.type_text("reindex").await;
    page.key("Enter").await;
    page.reads(".notice.bad", "Missing Permissions (50013)")
        .await;
    page.picture("refused").await;

    page.choose("#speak-as", "adam").await;
    page.press("#text").await;
    page.type_text("/rein").await;
    page.reads(".suggestion", "reindex").await;
    page.key("Enter").await;
    page.value(
        "window.seen = new Set();
         new MutationObserver(() => document.querySelectorAll('.message .text')
             .forEach((it) => window.seen.add(it.innerText)))
             .observe(document.body, { subtree: true, childList: true, characterData: true })",
    )
    .await;
    page.press(".command .send").await;
    page.reads(".message .above", "used /reindex").await;
    page.reads(".message", "Reindex done").await;
    page.reads(".message", "coffee-0.md").await;
    page.picture("reindexed").await;
    let seen = page.value("[...window.seen].join('\\n')").await;
    let seen = seen.as_str().unwrap();
    assert!(seen.contains(" files, 0 failed"), "no progress: {seen}");
    stage.close().await;
}
