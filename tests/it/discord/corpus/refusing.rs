//! What is not added, and what an admin is told instead.

use axum::Router;
use axum::http::{StatusCode, header};
use axum::routing::get;
use serde_json::json;

use super::adding::{docx, web};
use super::*;

#[tokio::test]
async fn files_that_are_no_articles_are_refused_with_what_to_do() {
    let stage = Stage::open_with(&[TEA], |config| config.fetch.max_bytes = 2 << 20).await;
    let bomb = docx(&"a".repeat(64 << 20));
    assert!(bomb.len() < 1 << 20);
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>";
    let old_word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on";
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("bomb.docx", bomb, "unpacks to more than "),
        (
            "cut.pdf",
            b"%PDF-1.7\n1 0 obj\n<<".to_vec(),
            "a broken PDF file: ",
        ),
        (
            "cut.docx",
            b"PK\x03\x04 and so on".to_vec(),
            "a broken Word file: ",
        ),
        (
            "old.doc",
            old_word.to_vec(),
            "an old or protected Word file; save it as .docx",
        ),
        (
            "photo.md",
            b"\x89PNG\r\n\x1a\n\0".to_vec(),
            "not UTF-8 text: byte 0 is wrong",
        ),
        ("empty.txt", b"  \n ".to_vec(), "the file is empty"),
        (
            "front.md",
            b"---\ntrust: much\n---\nText.\n".to_vec(),
            "broken front matter in line 2",
        ),
        (
            "large.txt",
            vec![b'a'; (2 << 20) + 1],
            "larger than 2097152 bytes",
        ),
    ];
    for (name, bytes, reason) in cases {
        let refusal = offered(&stage, name, &bytes).await;
        let expected = format!("I can't do that: {reason}");
        assert!(
            refusal.text.starts_with(&expected),
            "{name}: {}",
            refusal.text
        );
        assert!(refusal.buttons.is_empty(), "{name}");
    }
    let shown = offered(&stage, "entities.txt", entities.as_bytes()).await;
    assert!(shown.text.contains("Shall I add"), "{}", shown.text);
    assert_eq!(files(&stage), ["tea.md"]);
}

#[tokio::test]
async fn a_title_or_a_path_leads_nowhere_else() {
    let stage = Stage::open(&[TEA]).await;
    let evil = "---\ntitle: ../../../../etc/cron.d/evil\n---\n\nThe evil text says boo.\n";
    let preview = offered(&stage, "x.md", evil.as_bytes()).await;
    pressed(&stage, &preview, "Add", "Added as etc-cron-d-evil.md.").await;
    assert_eq!(files(&stage), ["etc-cron-d-evil.md", "tea.md"]);
    let outside = stage.corpus.path().parent().unwrap().join("outside.md");
    std::fs::write(&outside, "# Outside\n\nNo.").unwrap();
    for command in ["corpus remove", "corpus show"] {
        for path in ["../outside.md", "/etc/passwd", "..\\outside.md"] {
            let refusal = told(&stage, command, &json!({ "article": path }))
                .await
                .text;
            assert!(
                refusal.starts_with("There is no article called "),
                "{refusal}"
            );
        }
    }
    assert!(outside.try_exists().unwrap());
    std::fs::remove_file(outside).unwrap();
}

#[tokio::test]
async fn addresses_that_only_this_machine_reaches_are_refused() {
    let routes = Router::new()
        .route("/", get(async || "The secret of this machine is safe."))
        .route(
            "/inside",
            get(async || {
                let to = [(header::LOCATION, "http://169.254.169.254/latest/meta-data/")];
                (StatusCode::FOUND, to)
            }),
        )
        .route("/gone", get(async || StatusCode::GONE))
        .route(
            "/film",
            get(async || ([(header::CONTENT_TYPE, "video/mp4")], "x")),
        );
    let place = web(routes).await;
    let exempt = place.clone();
    let stage = Stage::open_with(&[TEA], |config| config.fetch.private = vec![exempt]).await;
    let private = "is in a private network, on this machine or not of the public internet";
    let port = place.rsplit(':').next().unwrap();
    for (url, reason) in [
        (format!("http://localhost:{port}/"), private),
        (format!("http://[::ffff:127.0.0.1]:{port}/"), private),
        (
            "http://169.254.169.254/latest/meta-data/".to_owned(),
            private,
        ),
        ("http://10.0.0.1/".to_owned(), private),
        ("http://0x7f000001/".to_owned(), private),
        (format!("http://{place}/inside"), private),
        (
            "file:///etc/passwd".to_owned(),
            "this is no address of the web",
        ),
        (
            "ftp://example.org/a".to_owned(),
            "this is no address of the web",
        ),
        (
            "http://a:b@example.org/".to_owned(),
            "user name or password",
        ),
        (
            format!("http://{place}/gone"),
            "there is nothing at this address",
        ),
        (format!("http://{place}/film"), "it is video/mp4"),
    ] {
        let refusal = told(&stage, "corpus add", &json!({ "url": url })).await;
        assert!(
            refusal.text.starts_with("I can't do that: "),
            "{url}: {}",
            refusal.text
        );
        assert!(refusal.text.contains(reason), "{url}: {}", refusal.text);
    }
    assert_eq!(files(&stage), ["tea.md"]);
}

#[tokio::test]
async fn either_a_file_or_an_address_is_needed() {
    let stage = Stage::open(&[TEA]).await;
    let refusal = told(&stage, "corpus add", &json!({})).await.text;
    assert_eq!(refusal, "Give me either a file or the address of a page.");
}

#[tokio::test]
async fn only_admins_may_use_it() {
    let stage = Stage::open(&[TEA]).await;
    let ann = stage.ann();
    assert!(ann.slash("general", "corpus list", &json!({})).is_err());
    stage.sandbox.allow_command("corpus", &ann).unwrap();
    let used = ann.slash("general", "corpus list", &json!({})).unwrap();
    let refusal = ann.answer_to(&used).await.unwrap();
    assert!(refusal.is_private);
    assert!(refusal.text.contains("Manage Server"), "{}", refusal.text);
}
