//! The formats an article can be written in, and the way from a file's bytes to an article.
//!
//! Pure: bytes in, an article or a reason out. Files are the business of [`super::walk`].

use super::draft::{Draft, Metadata};
use super::skipped::SkipReason;
use super::{front_matter, html, markdown, text};
use crate::article::{Article, ContentHash};

/// How a file is written, told by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Markdown,
    Html,
    Text,
}

impl Format {
    /// `extension` is lowercase and without the dot.
    pub(super) fn of(extension: &str) -> Option<Self> {
        match extension {
            "md" | "markdown" | "mdown" | "mdx" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "txt" | "text" => Some(Self::Text),
            _ => None,
        }
    }

    /// Reads a file's bytes. `path` is the path below the corpus folder.
    pub(super) fn read(self, path: &str, bytes: &[u8]) -> Result<Article, SkipReason> {
        let text = decode(bytes)?;
        if text.trim().is_empty() {
            return Err(SkipReason::Empty);
        }
        let draft = match self {
            Self::Html => html::read(text)?,
            Self::Markdown => with_front_matter(text, markdown::read)?,
            Self::Text => with_front_matter(text, text::read)?,
        };
        draft.into_article(path, ContentHash::of(bytes))
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

/// The text of a file: UTF-8, with or without a byte order mark.
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
    fn what_is_no_text_is_told_with_its_byte() {
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
