//! Reads Word files (.docx): a ZIP archive of XML, from which it takes the text, the names of
//! styles and the document's properties.
//!
//! Nothing is written to disk, nothing external is loaded, and an archive is unpacked only up to
//! the limits set here.

mod body;

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::draft::{Draft, Metadata};
use super::skipped::SkipReason;
use super::{dates, plain, values};

/// Most files in an archive.
const MAX_ENTRIES: usize = 10_000;

/// Most bytes that one part may unpack to.
const MAX_PART_BYTES: u64 = 32 * 1024 * 1024;

/// Largest compression ratio of a part. Word's own files reach about 30.
const MAX_RATIO: u64 = 400;

/// Parts that unpack to fewer bytes than this are allowed any ratio.
const SMALL_BYTES: u64 = 1024 * 1024;

/// Deepest nesting of elements.
const MAX_DEPTH: usize = 200;

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, SkipReason> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| zip_problem(&error))?;
    if archive.len() > MAX_ENTRIES {
        return Err(broken(&format!("it holds {} files", archive.len())));
    }
    let Some(document) = part(&mut archive, "word/document.xml")? else {
        return Err(SkipReason::NotWord);
    };
    let styles = part(&mut archive, "word/styles.xml")?.unwrap_or_default();
    let properties = part(&mut archive, "docProps/core.xml")?.unwrap_or_default();
    let styles = styles_of(&styles)?;
    let body = body::read(&document, &styles)?;
    let own = properties_of(&properties)?;
    Ok(Draft {
        metadata: own.or(Metadata {
            title: body.title,
            ..Metadata::default()
        }),
        blocks: body.blocks,
    })
}

fn broken(problem: &str) -> SkipReason {
    SkipReason::Broken {
        format: "Word",
        problem: problem.to_owned(),
    }
}

fn zip_problem(error: &ZipError) -> SkipReason {
    match error {
        ZipError::UnsupportedArchive(text) if text.to_lowercase().contains("password") => {
            SkipReason::Locked
        }
        error => broken(&error.to_string()),
    }
}

/// The text of a file in the archive; `None` if there is no file of that name.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, SkipReason> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(zip_problem(&error)),
    };
    // The sizes declared in the archive may be false, so bytes are counted while unpacking.
    let packed = file.compressed_size();
    let limit = packed
        .saturating_mul(MAX_RATIO)
        .clamp(SMALL_BYTES, MAX_PART_BYTES);
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| broken(&error.to_string()))?;
    if bytes.len() as u64 > limit {
        return Err(SkipReason::Expands { limit });
    }
    let text = match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            let (encoding, _) = encoding_rs::Encoding::for_bom(&bytes)
                .ok_or_else(|| broken("its text has no encoding"))?;
            encoding.decode(&bytes).0.into_owned()
        }
        _ => String::from_utf8(bytes).map_err(|_| broken("its text is not UTF-8"))?,
    };
    Ok(Some(text))
}

/// What a style makes of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ParagraphStyle {
    Title,
    /// A heading of this level, from 1.
    Heading(u8),
    Quote,
    Item,
}

/// XML events, without those that are dangerous.
struct Events<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Events<'a> {
    fn of(xml: &'a str) -> Self {
        let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
        reader.config_mut().check_end_names = true;
        Self { reader, depth: 0 }
    }

    /// The next event; `None` at the end.
    fn next(&mut self) -> Result<Option<Event<'a>>, SkipReason> {
        let event = self.reader.read_event();
        let event = event.map_err(|error| broken(&error.to_string()))?;
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::DocType(_) => return Err(broken("it declares entities, as Word never does")),
            Event::Eof => return Ok(None),
            _ => {}
        }
        if self.depth > MAX_DEPTH {
            return Err(broken("its elements are nested too deeply"));
        }
        Ok(Some(event))
    }
}

/// The name of an element without its prefix.
fn local<'a>(element: &'a BytesStart<'_>) -> &'a str {
    element.local_name().into_inner()
}

/// The value of an attribute, ignoring its prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .filter_map(Result::ok)
        .find(|it| it.key.local_name().into_inner() == name)?;
    found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

/// The character that a reference stands for: one of XML's five, or a number.
fn referred(name: &str) -> Option<String> {
    match name {
        "amp" => Some("&".to_owned()),
        "lt" => Some("<".to_owned()),
        "gt" => Some(">".to_owned()),
        "quot" => Some("\"".to_owned()),
        "apos" => Some("'".to_owned()),
        _ => None,
    }
}

/// The relevant styles, by id. Ids are localised, names are not.
fn styles_of(xml: &str) -> Result<HashMap<String, ParagraphStyle>, SkipReason> {
    let mut events = Events::of(xml);
    let mut found = HashMap::new();
    let mut id = None;
    while let Some(event) = events.next()? {
        let (Event::Start(element) | Event::Empty(element)) = event else {
            continue;
        };
        match local(&element) {
            "style" => id = attribute(&element, "styleId"),
            "name" => {
                let style = attribute(&element, "val").and_then(|name| style_called(&name));
                if let (Some(id), Some(style)) = (&id, style) {
                    found.insert(id.clone(), style);
                }
            }
            "outlineLvl" => {
                let level = attribute(&element, "val").and_then(|level| level.parse::<u8>().ok());
                if let (Some(id), Some(level)) = (&id, level.filter(|level| *level < 9)) {
                    found
                        .entry(id.clone())
                        .or_insert(ParagraphStyle::Heading(level.saturating_add(1)));
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

fn style_called(name: &str) -> Option<ParagraphStyle> {
    let name = name.to_lowercase();
    if let Some(level) = name.strip_prefix("heading") {
        return level.trim().parse().ok().map(ParagraphStyle::Heading);
    }
    match name.as_str() {
        "title" => Some(ParagraphStyle::Title),
        "quote" | "intense quote" => Some(ParagraphStyle::Quote),
        name if name.starts_with("list") => Some(ParagraphStyle::Item),
        _ => None,
    }
}

fn properties_of(xml: &str) -> Result<Metadata, SkipReason> {
    let mut events = Events::of(xml);
    let mut metadata = Metadata::default();
    let mut element = String::new();
    let mut text = String::new();
    while let Some(event) = events.next()? {
        match event {
            Event::Start(start) => {
                element = local(&start).to_owned();
                text.clear();
            }
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => text.push_str(&reference_text(&reference)),
            Event::End(_) => {
                let value = plain::collapse(&text);
                text.clear();
                if value.is_empty() {
                    continue;
                }
                match element.as_str() {
                    "title" => metadata.title = Some(value),
                    "creator" => metadata.author = Some(value),
                    "created" => metadata.date = dates::day_or_first(&value),
                    "modified" => metadata.updated = dates::day_or_first(&value),
                    "keywords" => metadata.tags = values::tags(&value),
                    "language" => metadata.language = values::language(&value),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    Ok(metadata)
}

/// The text of a reference; empty for entities, which are never loaded.
fn reference_text(reference: &quick_xml::events::BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => letter.to_string(),
        _ => referred(reference).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests;
