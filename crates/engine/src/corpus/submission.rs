//! An article on its way into the corpus: whatever the file's format, it becomes a Markdown file
//! with a note of its origin.
//!
//! Pure: bytes in, text out. It must not know who asks or where the file is stored.

use jiff::Timestamp;

use super::draft::Metadata;
use super::format::Format;
use super::front_matter::{edit, front_matter, split};
use super::skipped::SkipReason;
use super::{values, written};
use crate::article::Article;

/// A page declares its encoding within this many bytes,
/// <https://html.spec.whatwg.org/multipage/semantics.html#charset>.
const CHARSET_HEAD: usize = 1_024;

/// An article ready to be added.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The article as it will be read from the corpus.
    pub article: Article,
    /// The text of the file: Markdown with front matter.
    pub text: String,
}

/// Where an article comes from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// Who adds it, as shown to people.
    pub by: String,
    pub at: Timestamp,
    /// A file name or an address.
    pub from: String,
}

/// What a file records about how it came into the corpus.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Provenance {
    pub by: String,
    /// The day it was added.
    pub at: String,
    /// A file name or an address.
    pub from: String,
}

impl Provenance {
    /// Reads it from a file; `None` if a person put the file there.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let front = front_matter(text)?;
        let value = |key: &str| {
            let line = front.lines().find_map(|line| {
                let (name, value) = line.split_once([':', '='])?;
                (name.trim() == key).then_some(value.trim())
            })?;
            let text = serde_json::from_str(line).unwrap_or_else(|_| line.to_owned());
            Some(text)
        };
        Some(Self {
            at: value("added")?,
            by: value("added_by").unwrap_or_default(),
            from: value("added_from").unwrap_or_default(),
        })
    }
}

/// A file as received.
#[derive(Debug, Clone, Copy)]
pub struct Received<'a> {
    /// The file name, without its path; only a hint.
    pub name: &'a str,
    /// The format according to its sender, such as `text/html; charset=utf-8`; only a hint.
    pub content_type: Option<&'a str>,
    /// Its address on the web.
    pub url: Option<&'a str>,
    pub bytes: &'a [u8],
}

impl Submission {
    /// Reads a file and writes it as it will be stored in the corpus.
    ///
    /// # Errors
    /// [`SkipReason`] if it is not an article.
    pub fn read(received: Received<'_>, origin: &Origin) -> Result<Self, SkipReason> {
        if received.bytes.is_empty() {
            return Err(SkipReason::Empty);
        }
        let claimed = claimed_format(received);
        let format = Format::detect(received.bytes, claimed)?;
        let mut notes: Vec<(&'static str, Option<String>)> = vec![
            ("added", Some(origin.at.strftime("%Y-%m-%d").to_string())),
            ("added_by", Some(written::quoted(&origin.by))),
            ("added_from", Some(written::quoted(&origin.from))),
        ];
        let is_text = matches!(format, Format::Markdown | Format::Html | Format::Text);
        let decoded = is_text
            .then(|| decoded(received, format))
            .transpose()?
            .unwrap_or_default();
        let bytes = if is_text {
            decoded.as_bytes()
        } else {
            received.bytes
        };
        let mut article = format.read(received.name, bytes)?;
        let url = received.url.and_then(values::url);
        let text = if format == Format::Markdown {
            let known = split(&decoded)?.0;
            notes.extend(missing(&known, url.as_deref(), &article));
            edit::set(&decoded.replace("\r\n", "\n"), &notes)?
        } else {
            article.source.url = article.source.url.or(url);
            let mut lines = written::description(&article.source);
            let notes = notes.into_iter();
            lines.extend(notes.filter_map(|(key, value)| Some((key, value?))));
            written::file(&lines, &article.blocks)
        };
        Self::written(text)
    }

    /// Reads back a text that was written earlier.
    ///
    /// # Errors
    /// [`SkipReason`] if it is not an article.
    pub(crate) fn written(text: String) -> Result<Self, SkipReason> {
        let article = Format::Markdown.read("article.md", text.as_bytes())?;
        Ok(Self { article, text })
    }
}

/// Front matter for what is known about a Markdown article but missing from its own.
fn missing(
    known: &Metadata,
    url: Option<&str>,
    article: &Article,
) -> Vec<(&'static str, Option<String>)> {
    let mut lines = Vec::new();
    if known.title.is_none() {
        lines.push(("title", Some(written::quoted(&article.source.title))));
    }
    if let (None, Some(url)) = (&known.url, url) {
        lines.push(("url", Some(written::quoted(url))));
    }
    lines
}

/// The format claimed by name and sender; the bytes have the last word.
fn claimed_format(received: Received<'_>) -> Format {
    let kind = received.content_type.unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let by_type = match kind.to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" => Some(Format::Html),
        "text/markdown" | "text/x-markdown" => Some(Format::Markdown),
        _ => None,
    };
    let extension = received.name.rsplit_once('.').map_or("", |(_, it)| it);
    let by_name = Format::of(&extension.to_lowercase());
    // Servers send Markdown as plain text, and pages under any name.
    let first = if received.url.is_some() {
        by_type.or(by_name)
    } else {
        by_name.or(by_type)
    };
    first.unwrap_or(Format::Text)
}

/// Decodes a file in its declared encoding, or else as UTF-8.
fn decoded(received: Received<'_>, format: Format) -> Result<String, SkipReason> {
    let bytes = received.bytes;
    let encoding = encoding_rs::Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(|| {
            let label = received.content_type.and_then(charset)?;
            encoding_rs::Encoding::for_label(label.as_bytes())
        })
        .or_else(|| {
            let head = bytes.get(..CHARSET_HEAD).unwrap_or(bytes);
            let head = String::from_utf8_lossy(head).into_owned();
            let label = charset(&head).filter(|_| format == Format::Html)?;
            encoding_rs::Encoding::for_label(label.as_bytes())
        })
        .unwrap_or(encoding_rs::UTF_8);
    if encoding == encoding_rs::UTF_8 {
        let text = std::str::from_utf8(bytes).map_err(|error| SkipReason::NotUtf8 {
            offset: error.valid_up_to(),
        })?;
        return Ok(text.trim_start_matches('\u{feff}').to_owned());
    }
    Ok(encoding.decode(bytes).0.into_owned())
}

/// The encoding after `charset=`.
fn charset(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("charset=")?;
    let after = after.trim_start_matches(['"', '\'']);
    let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')));
    after
        .get(..end.unwrap_or(after.len()))
        .filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin() -> Origin {
        Origin {
            by: "adam".to_owned(),
            at: "2026-11-25T01:00:00Z".parse().unwrap(),
            from: "tea.md".to_owned(),
        }
    }

    fn received<'a>(name: &'a str, bytes: &'a [u8]) -> Received<'a> {
        Received {
            name,
            content_type: None,
            url: None,
            bytes,
        }
    }

    #[test]
    fn markdown_stays_as_it_was_written() {
        let text = b"---\nmood: fine\n---\n# Tea\n\nTea is *hot*.\n";
        let submission = Submission::read(received("tea.md", text), &origin()).unwrap();
        assert_eq!(
            submission.text,
            "---\nmood: fine\nadded: 2026-11-25\nadded_by: \"adam\"\nadded_from: \"tea.md\"\n\
             title: \"Tea\"\n---\n# Tea\n\nTea is *hot*.\n"
        );
        assert_eq!(submission.article.source.title, "Tea");
    }

    #[test]
    fn a_page_becomes_its_article() {
        let page = b"<!doctype html><html><head><title>Tea</title>\
            <link rel=canonical href='https://example.org/tea'></head><body><nav>Home</nav>\
            <article><h1>Tea</h1><p>Tea is hot &amp; wet.</p><h2>Milk</h2><p>Milk is white.</p>\
            </article></body></html>";
        let page = Received {
            url: Some("https://example.org/tea?utm=1"),
            ..received("download", page)
        };
        let submission = Submission::read(page, &origin()).unwrap();
        assert_eq!(
            submission.text,
            "---\ntitle: \"Tea\"\nurl: \"https://example.org/tea\"\nadded: 2026-11-25\n\
             added_by: \"adam\"\nadded_from: \"tea.md\"\n---\n\nTea is hot & wet.\n\n## Milk\n\n\
             Milk is white.\n\n"
        );
    }

    #[test]
    fn other_encodings_are_decoded_as_declared() {
        let latin = Received {
            content_type: Some("text/plain; charset=iso-8859-1"),
            ..received("note.txt", b"Caf\xe9 au lait is coffee with milk.")
        };
        let submission = Submission::read(latin, &origin()).unwrap();
        assert!(
            submission.text.contains("Café au lait"),
            "{}",
            submission.text
        );
        let wide: Vec<u8> = "\u{feff}Tee ist heiß und naß."
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let submission = Submission::read(received("note.txt", &wide), &origin()).unwrap();
        assert!(
            submission.text.contains("heiß und naß"),
            "{}",
            submission.text
        );
    }

    #[test]
    fn a_files_name_does_not_decide_its_format() {
        let picture = Submission::read(received("tea.md", b"\x89PNG\r\n\x1a\n\0\0"), &origin());
        assert!(
            picture
                .unwrap_err()
                .to_string()
                .starts_with("not UTF-8 text")
        );
        let page = b"<html><body><p>Tea is hot.</p></body></html>";
        let submission = Submission::read(received("tea.pdf", page), &origin()).unwrap();
        assert!(
            submission.text.ends_with("\nTea is hot.\n\n"),
            "{}",
            submission.text
        );
    }
}
