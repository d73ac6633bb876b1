//! Whether what is shown can be read and reached: contrast, narrow windows, the keyboard.

use serde_json::json;

use super::playing::{opened, say};
use crate::browser::{Browser, DESKTOP, PHONE};
use crate::open;

/// Texts that stand out too little from what is behind them: a contrast of 4.5 at least, and of 3
/// for large text, as WCAG 2.2 asks in 1.4.3. What cannot be used need not stand out.
const FAINT: &str = "(() => {
    const parts = (colour) => {
        const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
        return { rgb: [r, g, b], a };
    };
    const over = ({ rgb, a }, below) => rgb.map((one, at) => one * a + below[at] * (1 - a));
    const light = (rgb) => {
        const [r, g, b] = rgb
            .map((one) => one / 255)
            .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const lineage = (it) => (it ? [it, ...lineage(it.parentElement)] : []);
    const faint = [];
    for (const it of document.querySelectorAll('body *')) {
        const hasText = [...it.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
        const isSeen = it.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        if (!hasText || !isSeen || it.closest(':disabled, noscript, .spoiler, option')) continue;
        let below = [255, 255, 255];
        for (const one of lineage(it).reverse()) {
            below = over(parts(getComputedStyle(one).backgroundColor), below);
        }
        const style = getComputedStyle(it);
        const shade = lineage(it).reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1);
        const text = parts(style.color);
        const [a, b] = [light(over({ ...text, a: text.a * shade }, below)), light(below)];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        if (contrast < (isLarge ? 3 : 4.5)) {
            faint.push(`${it.className || it.tagName}: ${it.textContent.slice(0, 30)} ${contrast.toFixed(2)}`);
        }
    }
    return faint;
})()";

#[tokio::test]
async fn everything_can_be_read_in_light_and_dark() {
    let Some((sandbox, bot, mut page)) = opened(&json!([])).await else {
        return;
    };
    let ben = sandbox.member("ben");
    let text = "# Large\n> quoted `code`\n-# beneath\n[link](https://example.com/) <t:0:D>\n```\nblock\n```";
    ben.say("general", text).unwrap();
    let notice = format!("{} come", sandbox.member("ann").mention());
    ben.say("general", &notice).unwrap();
    let styles = [1, 2, 3, 4].map(
        |style| json!({"type": 2, "style": style, "label": "Press", "custom_id": style.to_string()}),
    );
    let link = json!({"type": 2, "style": 5, "label": "Link", "url": "https://example.com/"});
    let menu = json!({"type": 3, "custom_id": "menu", "placeholder": "A drink", "options": [{"label": "Tea", "value": "t"}]});
    let embed = json!({
        "title": "A title", "description": "Text", "footer": {"text": "Below"},
        "author": {"name": "Somebody"}, "fields": [{"name": "One", "value": "1"}],
    });
    let rows = json!([
        {"type": 1, "components": styles}, {"type": 1, "components": [link]},
        {"type": 1, "components": [menu]},
    ]);
    let body = json!({"content": "Choose", "embeds": [embed], "components": rows});
    say(&bot, &body).await;
    page.press("#drawer-switch").await;
    page.reads(".entry", "READY").await;
    let path = format!("/channels/{}/messages", bot.channel("general"));
    bot.post(&path, &json!({"content": ""})).await.refused();
    page.reads(".entry.bad", "400").await;
    page.press("#text").await;
    page.type_text("@").await;
    page.reads(".suggestion", "ben").await;
    for window in [DESKTOP, DESKTOP.dark(), PHONE, PHONE.dark()] {
        page.resize(window).await;
        let found = page.value(FAINT).await;
        assert_eq!(found, json!([]), "dark: {}", window.is_dark);
    }
}

/// Waits until nothing is wider than the window.
async fn fits(page: &mut Browser) {
    page.until("document.documentElement.scrollWidth <= innerWidth")
        .await;
    let inside =
        "[...document.querySelectorAll('#main, #header, #place, #composer, dialog, #drawer')]
        .filter((it) => it.checkVisibility())
        .every((it) => it.getBoundingClientRect().right <= innerWidth + 1)";
    page.until(inside).await;
}

#[tokio::test]
async fn every_place_can_be_reached_on_a_phone() {
    let sandbox = open().await;
    let Some(mut page) = Browser::open(&sandbox.url()).await else {
        return;
    };
    let ben = sandbox.member("ben");
    for text in ["x".repeat(300), format!("```\n{}\n```", "y".repeat(300))] {
        ben.say("general", &text).unwrap();
    }
    page.resize(PHONE).await;
    page.reads(".message", "xxx").await;
    fits(&mut page).await;
    page.press("button[aria-label=Channels]").await;
    page.picture("phone-channels").await;
    page.press_text("#sidebar .channel", "help").await;
    page.reads("#header h1", "help").await;
    page.press_text(".forum .press", "New post").await;
    fits(&mut page).await;
    page.picture("phone-post").await;
    page.key("Escape").await;
    page.until("!document.querySelector('dialog')").await;
    page.press("button[aria-label=Members]").await;
    page.reads("#members .member", "ben").await;
    page.picture("phone-members").await;
    page.key("Escape").await;
    page.until("!document.getElementById('frame').dataset.pane")
        .await;
    page.press("button[aria-label=Channels]").await;
    page.press("button[aria-label='Direct messages']").await;
    page.until("document.querySelector('#text').placeholder.startsWith('Message @')")
        .await;
    fits(&mut page).await;
    let one_line = "document.getElementById('text').scrollHeight
        === document.getElementById('text').clientHeight";
    page.until(one_line).await;
    page.press("#drawer-switch").await;
    page.press("[data-fault=slow]").await;
    page.reads(".notice", "2 s").await;
    fits(&mut page).await;
    page.picture("phone-drawer").await;
    page.press("button[aria-label='Close drawer']").await;
    page.until("document.getElementById('drawer').hidden").await;
}

#[tokio::test]
async fn who_has_only_a_keyboard_sees_where_they_are() {
    let sandbox = open().await;
    let Some(mut page) = Browser::open(&sandbox.url()).await else {
        return;
    };
    page.reads("#header h1", "general").await;
    page.value("document.activeElement.blur()").await;
    let mut reached = Vec::new();
    for _ in 0..24 {
        page.key("Tab").await;
        let seen = page
            .value(
                "(() => {
                    const it = document.activeElement;
                    const marked = [it, it.closest('.composer')].filter(Boolean)
                        .map((one) => getComputedStyle(one));
                    const isMarked = marked.some((one) => parseFloat(one.outlineWidth) > 0
                        && one.outlineStyle !== 'none')
                        || it.closest('.composer')?.matches(':focus-within');
                    const name = it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText
                        ?? it.innerText;
                    return [name?.trim(), Boolean(isMarked) || it === document.body];
                })()",
            )
            .await;
        assert_eq!(seen[1], true, "no focus ring: {seen}");
        reached.push(seen[0].as_str().unwrap_or_default().to_owned());
    }
    for name in ["Harbour Town", "questions", "Developer drawer", "Members"] {
        assert!(reached.iter().any(|it| it == name), "{name}: {reached:?}");
    }
    assert!(
        reached.iter().any(|it| it.starts_with("Message #general")),
        "{reached:?}"
    );
}
