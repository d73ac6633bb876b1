//! Word files, well-formed and hostile.

use std::io::Write as _;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::article::Block;

/// An archive with these files.
pub(super) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")
}

fn paragraph(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

const STYLES: &str = "<w:styles>\
    <w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>\
    <w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
    <w:style w:styleId=\"Eigen\"><w:name w:val=\"Mine\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>\
    </w:style></w:styles>";

#[test]
fn style_names_reveal_headings_lists_and_tables() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph("x", text));
    let row = |cells: [&str; 2]| format!("<w:tr>{}{}</w:tr>", cell(cells[0]), cell(cells[1]));
    let item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Boil</w:t></w:r></w:p>";
    let body = [
        paragraph("Titel", "Of Tea"),
        paragraph("berschrift1", "Making"),
        paragraph(
            "x",
            "Tea &amp; milk &#x2013; hot.<w:del><w:t>gone</w:t></w:del>",
        ),
        paragraph("Eigen", "Steps"),
        item.to_owned(),
        item.replace("Boil", "Pour"),
        format!(
            "<w:tbl>{}{}</w:tbl>",
            row(["Leaf", "Minutes"]),
            row(["Green", "2"])
        ),
    ]
    .concat();
    let core = "<cp:coreProperties><dc:creator>Ann</dc:creator>\
                <dcterms:created>2024-08-16T10:00:00Z</dcterms:created></cp:coreProperties>";
    let bytes = archive(&[
        ("word/document.xml", &document(&body)),
        ("word/styles.xml", STYLES),
        ("docProps/core.xml", core),
    ]);
    let draft = read(&bytes).unwrap();
    assert_eq!(draft.metadata.title.as_deref(), Some("Of Tea"));
    assert_eq!(draft.metadata.author.as_deref(), Some("Ann"));
    assert_eq!(draft.metadata.date, Some(jiff::civil::date(2024, 8, 16)));
    let text = |text: &str| text.to_owned();
    assert_eq!(
        draft.blocks,
        [
            Block::Heading {
                level: 1,
                text: text("Making")
            },
            Block::Paragraph(text("Tea & milk – hot.")),
            Block::Heading {
                level: 2,
                text: text("Steps")
            },
            Block::List {
                ordered: false,
                items: vec![text("Boil"), text("Pour")]
            },
            Block::Table {
                header: vec![text("Leaf"), text("Minutes")],
                rows: vec![vec![text("Green"), text("2")]],
            },
        ]
    );
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_refused() {
    let body = paragraph("x", &"a".repeat(64 << 20));
    let bytes = archive(&[("word/document.xml", &document(&body))]);
    assert!(bytes.len() < 1 << 20);
    let told = read(&bytes).unwrap_err().to_string();
    assert!(told.starts_with("unpacks to more than "), "{told}");
}

#[test]
fn entities_are_never_loaded() {
    let xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\
               <w:document><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:document>";
    let told = read(&archive(&[("word/document.xml", xml)])).unwrap_err();
    assert!(told.to_string().contains("declares entities"), "{told}");
}

#[test]
fn elements_nested_without_end_are_refused() {
    let xml = "<a>".repeat(100_000);
    let told = read(&archive(&[("word/document.xml", &xml)])).unwrap_err();
    assert!(told.to_string().contains("nested too deeply"), "{told}");
}

#[test]
fn other_archives_and_truncated_files_are_distinguished() {
    let other = archive(&[("a.txt", "hello")]);
    assert_eq!(read(&other), Err(SkipReason::NotWord));
    let whole = archive(&[("word/document.xml", &document(&paragraph("x", "Tea.")))]);
    let told = read(&whole[..whole.len() / 2]).unwrap_err().to_string();
    assert!(told.starts_with("a broken Word file: "), "{told}");
}
