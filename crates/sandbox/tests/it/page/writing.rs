//! What people and bots write is shown as Discord shows it, and is never more than text.

use serde_json::json;

use crate::browser::Browser;
use crate::open;

#[tokio::test]
async fn markdown_becomes_what_discord_makes_of_it() {
    let sandbox = open().await;
    let Some(mut page) = Browser::open(&sandbox.url()).await else {
        return;
    };
    let ben = sandbox.member("ben");
    for (text, selector, shown) in [
        ("**bold** and *leaning*", ".text strong", "bold"),
        ("a _leaning_ word", ".text em", "leaning"),
        ("__under__ it", ".text u", "under"),
        ("~~gone~~", ".text s", "gone"),
        ("***both***", ".text strong em", "both"),
        ("# Large\nsmall", ".text h3", "Large"),
        ("-# beneath", ".text small", "beneath"),
        ("> said\n> twice", ".text blockquote", "said\ntwice"),
        ("- one\n- two\n  - within", ".text ul ul li", "within"),
        ("3. three\n4. four", ".text ol[start='3'] li", "four"),
        ("`a **b**`", ".text code.inline", "a **b**"),
        ("```rust\nfn main() {}\n```", ".text pre", "fn main() {}"),
        (
            "[here](https://example.com/x)",
            ".text a[href='https://example.com/x']",
            "here",
        ),
        (
            "<https://example.com/y>",
            ".text a[href='https://example.com/y']",
            "https://example.com/y",
        ),
        (
            "see https://example.com/z.",
            ".text a[href='https://example.com/z']",
            "https://example.com/z",
        ),
        ("<t:0:D>", ".text time", "January 1, 1970"),
        ("snake_case_name stays", ".text", "snake_case_name stays"),
        (r"\*not leaning\*", ".text", "*not leaning*"),
        ("2 * 3 * 4", ".text", "2 * 3 * 4"),
        ("*open", ".text", "*open"),
    ] {
        ben.say("general", text).unwrap();
        page.reads(selector, shown).await;
    }
    ben.say("general", "try </ask:1> at once").unwrap();
    page.reads(".text .mention", "/ask").await;
    let mention = format!("{} in <#{}>", ben.mention(), 1);
    ben.say("general", &mention).unwrap();
    page.reads(".text .mention", "@ben").await;
    page.reads(".text .mention", "#unknown").await;
    ben.say("general", "it was ||the butler||").unwrap();
    page.until("document.querySelector('.spoiler')?.innerText.trim() === ''")
        .await;
    page.press(".spoiler").await;
    page.reads(".spoiler.revealed", "the butler").await;
    page.picture("markdown").await;
}

#[tokio::test]
async fn hostile_text_is_text() {
    let sandbox = open().await;
    let Some(mut page) = Browser::open(&sandbox.url()).await else {
        return;
    };
    let ben = sandbox.member("ben");
    let before = page
        .value("document.querySelectorAll('script, iframe, object, style').length")
        .await;
    for (text, shown) in [
        ("<script>window.hit = 1</script>", "<script>window.hit"),
        ("<img src=x onerror='window.hit = 1'>", "<img src=x"),
        ("[press](javascript:window.hit=1)", "[press](javascript:"),
        ("<javascript:window.hit=1>", "<javascript:"),
        ("[a](https://example.com/\"onclick=\"window.hit=1)", "a"),
        ("`<b>` <svg onload=window.hit=1>", "<svg onload"),
        ("</div></article><h1>out</h1>", "</article><h1>out"),
        ("\u{202e}gnp.exe", "gnp.exe"),
    ] {
        ben.say("general", text).unwrap();
        page.reads(".message .text", shown).await;
    }
    let mut deep = "*_**__~~||".repeat(190);
    deep.truncate(1990);
    for text in [
        deep,
        "> ".repeat(990),
        "- a\n".repeat(490),
        "[".repeat(1990),
        "`".repeat(1990),
        "<".repeat(1990),
        "|".repeat(1990),
    ] {
        ben.say("general", &text).unwrap();
    }
    ben.say("general", "still here").unwrap();
    page.reads(".message", "still here").await;
    let after = page
        .value("document.querySelectorAll('script, iframe, object, style').length")
        .await;
    assert_eq!(before, after);
    assert_eq!(page.value("window.hit ?? null").await, json!(null));
    let links = page
        .value("[...document.querySelectorAll('.messages a')].map((it) => it.protocol)")
        .await;
    for protocol in links.as_array().unwrap() {
        assert!(protocol == "https:" || protocol == "http:", "{links}");
    }
    assert!(page.requests().len() > 10);
}
