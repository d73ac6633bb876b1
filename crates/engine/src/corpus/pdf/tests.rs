//! PDF files, well-formed and hostile.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_extract::{Dictionary, Document, Object, Stream, dictionary};
use std::io::Write as _;

use super::*;
use crate::article::Block;

/// A file whose pages display these contents, with these resources besides a font.
fn file(contents: &[&str], objects: Dictionary) -> Document {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
    });
    let resources = document.add_object(dictionary! {
        "Font" => dictionary! { "F1" => font }, "XObject" => objects,
    });
    let kids: Vec<Object> = contents
        .iter()
        .map(|content| {
            let content = Stream::new(Dictionary::new(), content.as_bytes().to_vec());
            let content = document.add_object(content);
            let page = document.add_object(dictionary! {
                "Type" => "Page", "Parent" => pages, "Contents" => content,
                "Resources" => resources,
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            });
            page.into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap();
    document.objects.insert(
        pages,
        dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into(),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn text(lines: &[&str]) -> String {
    let mut out = "BT /F1 12 Tf 50 800 Td 16 TL".to_owned();
    for line in lines {
        out.push_str(&format!(" ({line}) Tj T*"));
    }
    out + " ET"
}

#[test]
fn the_text_of_pages_is_read_with_the_files_metadata() {
    let pages = [
        text(&["Tea is made with hot water and leaves."]),
        text(&["It is poured after four minutes of waiting."]),
    ];
    let mut document = file(&[&pages[0], &pages[1]], Dictionary::new());
    let info = document.add_object(dictionary! {
        "Title" => Object::string_literal("Of Tea"),
        "Author" => Object::string_literal("Ann"),
        "CreationDate" => Object::string_literal("D:20240816120000+02'00'"),
    });
    document.trailer.set("Info", info);
    let draft = read(&saved(document)).unwrap();
    assert_eq!(draft.metadata.title.as_deref(), Some("Of Tea"));
    assert_eq!(draft.metadata.author.as_deref(), Some("Ann"));
    assert_eq!(draft.metadata.date, Some(jiff::civil::date(2024, 8, 16)));
    let said: Vec<&Block> = draft.blocks.iter().collect();
    let said = format!("{said:?}");
    assert!(said.contains("Tea is made with hot water"), "{said}");
    assert!(said.contains("poured after four minutes"), "{said}");
}

#[test]
fn a_file_without_text_is_reported_as_pictures() {
    let bytes = saved(file(&["q Q"], Dictionary::new()));
    assert_eq!(read(&bytes), Err(SkipReason::OnlyPictures));
}

#[test]
fn a_broken_file_is_reported_as_broken() {
    let whole = saved(file(&[&text(&["Tea."])], Dictionary::new()));
    for bytes in [&whole[..60], b"%PDF-1.7\n%%EOF"] {
        let told = read(bytes).unwrap_err().to_string();
        assert!(told.starts_with("a broken PDF file: "), "{told}");
        assert!(told.ends_with("save it again"), "{told}");
    }
}

#[test]
fn a_stream_that_unpacks_to_gigabytes_is_refused_unread() {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    for _ in 0..200 {
        packed.write_all(&zeros).unwrap();
    }
    let mut document = file(&[&text(&["Tea."])], Dictionary::new());
    let bomb = Stream::new(
        dictionary! { "Filter" => "FlateDecode" },
        packed.finish().unwrap(),
    );
    document.add_object(bomb);
    let bytes = saved(document);
    assert!(bytes.len() < 1 << 20);
    let told = read(&bytes).unwrap_err().to_string();
    assert!(
        told.starts_with("unpacks to more than 134217728 bytes"),
        "{told}"
    );
}

#[test]
fn a_form_that_displays_itself_is_refused() {
    let mut document = file(&[&text(&["Tea."])], Dictionary::new());
    let id = document.new_object_id();
    let form = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Form",
            "Resources" => dictionary! { "XObject" => dictionary! { "X" => id } },
        },
        b"/X Do".to_vec(),
    );
    document.objects.insert(id, form.into());
    let told = read(&saved(document)).unwrap_err().to_string();
    assert!(told.contains("contains itself"), "{told}");
}

#[test]
fn anything_that_displays_itself_is_refused_whatever_its_type() {
    for kind in [None, Some("Image")] {
        let mut document = file(&[&text(&["Tea."])], Dictionary::new());
        let id = document.new_object_id();
        let mut shown = dictionary! {
            "Resources" => dictionary! { "XObject" => dictionary! { "X" => id } },
        };
        if let Some(kind) = kind {
            shown.set("Subtype", kind);
        }
        let shown = Stream::new(shown, b"/X Do".to_vec());
        document.objects.insert(id, shown.into());
        let told = read(&saved(document)).unwrap_err().to_string();
        assert!(told.contains("contains itself"), "{kind:?}: {told}");
    }
}

#[test]
fn a_picture_is_not_run() {
    let mut document = file(&[&text(&["Tea."])], Dictionary::new());
    let id = document.new_object_id();
    let picture = Stream::new(dictionary! { "Subtype" => "Image" }, b"/X Do".to_vec());
    document.objects.insert(id, picture.into());
    document.add_object(dictionary! { "XObject" => dictionary! { "X" => id } });
    let article = read(&saved(document)).unwrap();
    assert!(format!("{article:?}").contains("Tea."));
}

#[test]
fn a_page_that_is_its_own_parent_is_refused() {
    let mut document = file(&[&text(&["Tea."])], Dictionary::new());
    let id = document.new_object_id();
    document
        .objects
        .insert(id, dictionary! { "Type" => "Page", "Parent" => id }.into());
    let told = read(&saved(document)).unwrap_err().to_string();
    assert!(told.contains("nested too deeply"), "{told}");
}

#[test]
fn a_file_name_is_not_a_title() {
    assert!(!is_title("Microsoft Word - report.doc"));
    assert!(!is_title("report_final.docx"));
    assert!(is_title("Annual report"));
}
