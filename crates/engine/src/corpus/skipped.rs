//! Why a file of the corpus did not become an article, with advice on what to do about it.

use thiserror::Error;

/// A file that did not become an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Path below the corpus folder, with `/`; bytes that are not Unicode are shown as `�`.
    pub path: String,
    pub reason: SkipReason,
}

impl Skipped {
    pub(super) fn new(path: impl Into<String>, reason: SkipReason) -> Self {
        Self {
            path: path.into(),
            reason,
        }
    }
}

/// What keeps a file from becoming an article.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SkipReason {
    #[error("not UTF-8 text: byte {offset} is wrong; save the file as UTF-8")]
    NotUtf8 {
        /// From the start of the file, counted from 0.
        offset: usize,
    },
    #[error("UTF-16 text; save the file as UTF-8")]
    Utf16,
    #[error("not text: byte {offset} is a NUL; is this really a text file?")]
    Binary {
        /// From the start of the file, counted from 0.
        offset: usize,
    },
    #[error("the file is empty")]
    Empty,
    #[error(
        "too large: {bytes} bytes, and the limit is {limit}; split it, or raise `corpus.max_file_kib`"
    )]
    TooLarge { bytes: u64, limit: u64 },
    #[error(
        "unknown format {}; articles are .md, .html, .txt, .pdf or .docx files",
        shown_extension(extension)
    )]
    UnknownFormat {
        /// Lowercase, without the dot; empty for a file without one.
        extension: String,
    },
    #[error("broken front matter in line {line}: {problem}")]
    BrokenFrontMatter {
        /// In the file, counted from 1.
        line: usize,
        problem: String,
    },
    #[error("same content as {of}; delete one of the two")]
    Duplicate { of: String },
    #[error("a link that leads out of the corpus; copy the file in instead")]
    LeavesCorpus,
    #[error("a link that leads back to a folder already listed; delete it")]
    LinkLoop,
    #[error("the file name is not valid Unicode; rename the file")]
    NameNotUtf8,
    #[error("not a regular file")]
    NotAFile,
    #[error("protected by a password; remove the password and save the file again")]
    Locked,
    #[error("a broken {format} file: {problem}; open it where it was made and save it again")]
    Broken {
        /// `PDF` or `Word`.
        format: &'static str,
        problem: String,
    },
    #[error(
        "unpacks to more than {limit} bytes, too many for an article; save it again without pictures, or \
         split it"
    )]
    Expands { limit: u64 },
    #[error(
        "a {format} file that takes longer than {seconds} s to read; split it, or save it as text"
    )]
    TooSlow { format: &'static str, seconds: u64 },
    #[error(
        "a PDF without text, only pictures of it; have the text recognised (OCR) and save it again"
    )]
    OnlyPictures,
    #[error("an old or protected Word file; save it as .docx, without a password")]
    OldWord,
    #[error("an archive, but not a Word file; unpack it and add its articles one by one")]
    NotWord,
    #[error("no text is left once markup and page furniture are removed")]
    NoText,
    #[error("cannot be read: {problem}")]
    Unreadable { problem: String },
}

fn shown_extension(extension: &str) -> String {
    if extension.is_empty() {
        "(no file name extension)".to_owned()
    } else {
        format!(".{extension}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_advises_what_to_do() {
        let reason = SkipReason::TooLarge {
            bytes: 3_000_000,
            limit: 2_097_152,
        };
        assert_eq!(
            reason.to_string(),
            "too large: 3000000 bytes, and the limit is 2097152; split it, or raise \
             `corpus.max_file_kib`"
        );
        let reason = SkipReason::UnknownFormat {
            extension: String::new(),
        };
        assert!(reason.to_string().contains("no file name extension"));
    }
}
