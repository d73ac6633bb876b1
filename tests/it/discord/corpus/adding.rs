//! Adding articles: a look first, then a yes.

use std::io::{Cursor, Write as _};

use axum::Router;
use axum::http::header;
use axum::response::Redirect;
use axum::routing::get;
use pdf_extract::{Dictionary, Document, Object, Stream, dictionary};
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const MILK: &str =
    "# Milk\n\nMilk is kept in the blue fridge.\n\n## Oat milk\n\nOat milk is vegan.\n";

#[tokio::test]
async fn a_file_is_looked_at_then_added_then_answers() {
    let stage = Stage::open(&[TEA]).await;
    let preview = offered(&stage, "notes.md", MILK.as_bytes()).await;
    assert_eq!(
        preview.text,
        "Shall I add this article?\n**Milk**\n13 words\n\
         Added DAY by adam, from notes.md\n1 section: Oat milk\n> Milk is kept in the blue fridge."
            .replace(
                "DAY",
                &jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
            )
    );
    assert_eq!(labels(&preview), ["Add", "Cancel"]);
    assert_eq!(files(&stage), ["tea.md"]);

    let added = pressed(&stage, &preview, "Add", "up to date.").await;
    assert_eq!(added.text, "Added as milk.md. The index is up to date.");
    assert!(added.buttons.is_empty());
    assert_eq!(files(&stage), ["milk.md", "tea.md"]);
    let file = std::fs::read_to_string(stage.corpus.path().join("milk.md")).unwrap();
    assert!(file.starts_with("---\nadded: 20"), "{file}");
    assert!(
        file.contains("\nadded_by: \"adam\"\nadded_from: \"notes.md\"\n"),
        "{file}"
    );
    assert!(file.ends_with(MILK), "{file}");
    let answer = answer(&stage, "Where is milk kept?").await;
    assert!(answer.contains("blue fridge"), "{answer}");
}

#[tokio::test]
async fn without_a_yes_nothing_is_added() {
    let stage = Stage::open(&[TEA]).await;
    let preview = offered(&stage, "notes.md", MILK.as_bytes()).await;
    let cancelled = pressed(&stage, &preview, "Cancel", "Nothing was added.").await;
    assert!(cancelled.buttons.is_empty());
    assert_eq!(files(&stage), ["tea.md"]);
}

#[tokio::test]
async fn a_yes_after_a_restart_is_still_a_yes_and_said_twice_adds_once() {
    let mut stage = Stage::open(&[TEA]).await;
    let preview = offered(&stage, "notes.md", MILK.as_bytes()).await;
    stage.restart().await;
    stage.sandbox.deliver_twice(true);
    pressed(&stage, &preview, "Add", "Added as milk.md.").await;
    assert_eq!(files(&stage), ["milk.md", "tea.md"]);
}

/// A PDF of one page.
fn pdf(line: &str) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
    });
    let content = format!("BT /F1 12 Tf 50 800 Td ({line}) Tj ET");
    let content = Stream::new(Dictionary::new(), content.into_bytes());
    let content = document.add_object(content);
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let kids: Vec<Object> = vec![page.into()];
    let tree = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 };
    document.objects.insert(pages, tree.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    let info = document.add_object(dictionary! {
        "Title" => Object::string_literal("A printed title"),
    });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// A Word file of one paragraph.
pub(super) fn docx(line: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let name = "word/document.xml";
    writer
        .start_file(name, SimpleFileOptions::default())
        .unwrap();
    write!(
        writer,
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{line}</w:t></w:r></w:p></w:body></w:document>"
    )
    .unwrap();
    writer.finish().unwrap().into_inner()
}

#[tokio::test]
async fn every_format_becomes_a_markdown_file_whatever_it_is_called() {
    let stage = Stage::open(&[TEA]).await;
    let page = "<html><head><title>A page</title></head><body><article><h1>A page</h1>\
                <p>Cocoa comes from the old harbour.</p></article></body></html>";
    let formats: [(&str, Vec<u8>, &str); 4] = [
        (
            "a.bin",
            pdf("Coffee comes from the new harbour by train."),
            "a-printed-title.md",
        ),
        (
            "b.pdf",
            docx("Juice comes from the garden behind the house."),
            "b.md",
        ),
        ("c.docx", page.into(), "a-page.md"),
        (
            "d.txt",
            "Water is pumped from the deep spring in the yard.\n".into(),
            "d.md",
        ),
    ];
    for (name, bytes, path) in formats {
        let preview = offered(&stage, name, &bytes).await;
        pressed(
            &stage,
            &preview,
            "Add",
            &format!("Added as {path}. The index"),
        )
        .await;
        shows(&stage, &preview, "up to date.").await;
    }
    for (question, said) in [
        ("Where does coffee come from?", "new harbour"),
        ("Where does juice come from?", "garden"),
        ("Where does cocoa come from?", "old harbour"),
        ("Where is water pumped from?", "spring"),
    ] {
        let answer = answer(&stage, question).await;
        assert!(answer.contains(said), "{question}: {answer}");
    }
}

/// A web server on this machine; its host and port.
pub(super) async fn web(routes: Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    place
}

#[tokio::test]
async fn a_page_is_added_as_its_article_with_its_canonical_address() {
    let page = "<html><head><title>Cocoa</title>\
        <link rel=\"canonical\" href=\"https://example.org/cocoa\">\
        <meta property=\"article:published_time\" content=\"2024-08-16\"></head>\
        <body><nav>Home Shop Login</nav><article><h1>Cocoa</h1><p>Cocoa comes from the old harbour, \
        and is sold on Mondays.</p></article><footer>All rights reserved</footer></body></html>";
    let routes = Router::new()
        .route(
            "/",
            get(async move || ([(header::CONTENT_TYPE, "text/html")], page)),
        )
        .route("/moved", get(async || Redirect::permanent("/")));
    let place = web(routes).await;
    let exempt = place.clone();
    let stage = Stage::open_with(&[TEA], |config| config.fetch.private = vec![exempt]).await;
    let url = format!("http://{place}/moved");
    let preview = told(&stage, "corpus add", &json!({ "url": url })).await;
    assert!(preview.text.contains("**Cocoa**"), "{}", preview.text);
    assert!(preview.text.contains("16 August 2024"), "{}", preview.text);
    assert!(
        preview.text.contains("https://example.org/cocoa"),
        "{}",
        preview.text
    );
    pressed(&stage, &preview, "Add", "up to date.").await;
    let file = std::fs::read_to_string(stage.corpus.path().join("cocoa.md")).unwrap();
    assert!(
        file.contains("\nurl: \"https://example.org/cocoa\"\ndate: 2024-08-16\n"),
        "{file}"
    );
    assert!(
        file.contains(&format!("\nadded_from: \"http://{place}/\"\n")),
        "{file}"
    );
    assert!(
        !file.contains("Login") && !file.contains("rights"),
        "{file}"
    );

    let again = told(&stage, "corpus add", &json!({ "url": url })).await;
    assert_eq!(
        again.text,
        "I can't do that: this is in the corpus already: cocoa.md"
    );
}
