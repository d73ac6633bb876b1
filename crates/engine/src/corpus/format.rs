//! The formats of articles, and the way from a file's bytes to an article.
//!
//! Pure: bytes in, an article or a reason out. It must not know files; [`super::walk`] lists those.

use super::draft::{Draft, Metadata};
use super::skipped::SkipReason;
use super::{docx, front_matter, html, markdown, pdf, text};
use crate::article::{Article, ContentHash};

/// The signature of a PDF may occur anywhere in this many bytes, since programs put other data
/// before it.
const PDF_HEAD: usize = 1_024;

/// The format of a file, guessed from its name and then confirmed by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Markdown,
    Html,
    Text,
    Pdf,
    Docx,
}

impl Format {
    /// The format of an extension, which is lowercase and without the dot.
    pub(super) fn of(extension: &str) -> Option<Self> {
        match extension {
            "md" | "markdown" | "mdown" | "mdx" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "txt" | "text" => Some(Self::Text),
            "pdf" => Some(Self::Pdf),
            "docx" | "docm" | "dotx" => Some(Self::Docx),
            _ => None,
        }
    }

    /// Reads a file's bytes. `path` is the path below the corpus folder.
    pub(super) fn read(self, path: &str, bytes: &[u8]) -> Result<Article, SkipReason> {
        let draft = match Self::detect(bytes, self)? {
            Self::Pdf => pdf::read(bytes)?,
            Self::Docx => docx::read(bytes)?,
            format => format.read_text(decode(bytes)?)?,
        };
        draft.into_article(path, ContentHash::of(bytes))
    }

    fn read_text(self, text: &str) -> Result<Draft, SkipReason> {
        if text.trim().is_empty() {
            return Err(SkipReason::Empty);
        }
        match self {
            Self::Html => html::read(text),
            Self::Markdown => with_front_matter(text, markdown::read),
            Self::Text | Self::Pdf | Self::Docx => with_front_matter(text, text::read),
        }
    }

    /// Detects the format of the bytes; `claimed` decides between text formats.
    pub(super) fn detect(bytes: &[u8], claimed: Self) -> Result<Self, SkipReason> {
        let head = bytes.get(..PDF_HEAD).unwrap_or(bytes);
        let is_pdf = bytes.starts_with(b"%PDF-")
            || claimed == Self::Pdf && head.windows(5).any(|it| it == b"%PDF-");
        if is_pdf {
            return Ok(Self::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Ok(Self::Docx);
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Err(SkipReason::OldWord);
        }
        if !matches!(claimed, Self::Pdf | Self::Docx | Self::Text) {
            return Ok(claimed);
        }
        let start: Vec<u8> = head
            .iter()
            .copied()
            .skip_while(|byte| !byte.is_ascii_graphic())
            .take(14)
            .collect();
        let start = start.to_ascii_lowercase();
        if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
            return Ok(Self::Html);
        }
        Ok(Self::Text)
    }
}

fn with_front_matter(text: &str, read: fn(&str, &Metadata) -> Draft) -> Result<Draft, SkipReason> {
    let (metadata, body) = front_matter::split(text)?;
    let draft = read(body, &metadata);
    Ok(Draft {
        metadata: metadata.or(draft.metadata),
        blocks: draft.blocks,
    })
}

/// Decodes a file as UTF-8, with or without a byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, SkipReason> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(SkipReason::Utf16);
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(SkipReason::Binary { offset });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| SkipReason::NotUtf8 {
        offset: error.valid_up_to(),
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skipped(bytes: &[u8]) -> SkipReason {
        Format::Text
            .read("note.txt", bytes)
            .expect_err("this is no article")
    }

    #[test]
    fn binary_data_is_reported_with_its_offset() {
        assert_eq!(
            skipped(b"Caf\xe9 au lait"),
            SkipReason::NotUtf8 { offset: 3 }
        );
        assert_eq!(skipped(b"GIF8\x00\x01"), SkipReason::Binary { offset: 4 });
        assert_eq!(skipped(b"\xff\xfeH\x00i\x00"), SkipReason::Utf16);
        assert_eq!(skipped(b" \r\n\t "), SkipReason::Empty);
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
        let unix = Format::Markdown
            .read("a.md", b"---\ntitle: One\n---\n\nText of\nthe first.\n")
            .expect("an article");
        let windows = Format::Markdown
            .read(
                "a.md",
                b"\xef\xbb\xbf---\r\ntitle: One\r\n---\r\n\r\nText of\r\nthe first.\r\n",
            )
            .expect("an article");
        assert_eq!(unix.source, windows.source);
        assert_eq!(unix.blocks, windows.blocks);
    }
}
