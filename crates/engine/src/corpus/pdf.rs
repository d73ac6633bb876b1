//! Reads PDF files: the text of their pages, where it is text and not a picture of text.
//!
//! A PDF is a program of sorts, and its parser was not written for hostile ones. So files that
//! unpack to too much or refer to themselves are refused unread (see [`bounds`]), panics are
//! caught, and both the time and the size of the result are limited.

mod bounds;

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

use pdf_extract::{ColorSpace, ConvertToFmt, Document, MediaBox, Object};
use pdf_extract::{OutputDev, OutputError, Path, PlainTextOutput, Transform};

use super::draft::{Draft, Metadata};
use super::skipped::SkipReason;
use super::{dates, plain, text};

/// Most time to read a file.
const MAX_TIME: Duration = Duration::from_secs(20);

/// Most bytes of text; far more than the longest book.
const MAX_TEXT_BYTES: usize = 16 * 1024 * 1024;

/// Stack size of a reader, in bytes; forms can be nested.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Most files read at the same time, including those whose readers never end.
const MAX_READERS: usize = 4;

/// Number of running readers.
static READERS: Mutex<usize> = Mutex::new(0);

/// Notified when a reader ends.
static ENDED: Condvar = Condvar::new();

/// Reads a file.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, SkipReason> {
    bounds::check_size(bytes)?;
    let seat = ReaderPermit::take().ok_or_else(too_slow)?;
    let deadline = Instant::now() + MAX_TIME;
    let (sender, result) = mpsc::channel();
    let bytes: Arc<[u8]> = bytes.into();
    let work = move || {
        let _seat = seat;
        let found = std::panic::catch_unwind(|| pages(&bytes, deadline));
        let found = found.unwrap_or_else(|_| Err(broken("its structure cannot be followed")));
        // After the deadline nobody is waiting.
        let _ = sender.send(found);
    };
    let started = std::thread::Builder::new()
        .name("pdf".to_owned())
        .stack_size(STACK_BYTES)
        .spawn(work);
    started.map_err(|error| SkipReason::Unreadable {
        problem: error.to_string(),
    })?;
    match result.recv_timeout(MAX_TIME) {
        Ok(found) => {
            let (metadata, text) = found?;
            if text.trim().is_empty() {
                return Err(SkipReason::OnlyPictures);
            }
            let draft = text::read(&text, &metadata);
            Ok(Draft {
                metadata: metadata.or(draft.metadata),
                blocks: draft.blocks,
            })
        }
        Err(_) => Err(too_slow()),
    }
}

fn broken(problem: &str) -> SkipReason {
    SkipReason::Broken {
        format: "PDF",
        problem: problem.to_owned(),
    }
}

fn too_slow() -> SkipReason {
    SkipReason::TooSlow {
        format: "PDF",
        seconds: MAX_TIME.as_secs(),
    }
}

/// Permission to read, one of [`MAX_READERS`].
struct ReaderPermit;

impl ReaderPermit {
    /// Waits for permission; `None` if too many readers never end.
    fn take() -> Option<Self> {
        let readers = READERS.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut readers, waited) = ENDED
            .wait_timeout_while(readers, MAX_TIME, |readers| *readers >= MAX_READERS)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return None;
        }
        *readers += 1;
        Some(Self)
    }
}

impl Drop for ReaderPermit {
    fn drop(&mut self) {
        *READERS.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}

/// The file's metadata, and its text with a form feed between pages.
fn pages(bytes: &[u8], deadline: Instant) -> Result<(Metadata, String), SkipReason> {
    let mut document = Document::load_mem(bytes).map_err(|error| match error {
        pdf_extract::Error::Decryption(_) | pdf_extract::Error::InvalidPassword => {
            SkipReason::Locked
        }
        error => broken(&error.to_string()),
    })?;
    if document.is_encrypted() {
        return Err(SkipReason::Locked);
    }
    bounds::check_forms(&mut document)?;
    let sheet = Sheet::default();
    let mut output = Bounded {
        text: PlainTextOutput::new(sheet.clone()),
        sheet: sheet.clone(),
        deadline,
    };
    match pdf_extract::output_doc(&document, &mut output) {
        Ok(()) => {}
        Err(_) if Instant::now() >= deadline => return Err(too_slow()),
        Err(_) if sheet.0.borrow().len() > MAX_TEXT_BYTES => {
            return Err(SkipReason::Expands {
                limit: MAX_TEXT_BYTES as u64,
            });
        }
        Err(error) => return Err(broken(&error.to_string())),
    }
    let text = sheet.0.take();
    Ok((metadata(&document), text))
}

/// Collects the text.
#[derive(Clone, Default)]
struct Sheet(Rc<RefCell<String>>);

impl fmt::Write for Sheet {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut all = self.0.borrow_mut();
        all.push_str(text);
        if all.len() > MAX_TEXT_BYTES {
            return Err(fmt::Error);
        }
        Ok(())
    }
}

impl ConvertToFmt for Sheet {
    type Writer = Self;

    fn convert(self) -> Self {
        self
    }
}

/// Plain text output that stops at the deadline.
struct Bounded {
    text: PlainTextOutput<Sheet>,
    sheet: Sheet,
    deadline: Instant,
}

impl Bounded {
    fn in_time(&self) -> Result<(), OutputError> {
        if Instant::now() < self.deadline {
            Ok(())
        } else {
            Err(OutputError::FormatError(fmt::Error))
        }
    }
}

impl OutputDev for Bounded {
    fn begin_page(
        &mut self,
        number: u32,
        media_box: &MediaBox,
        art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.in_time()?;
        if number > 1 {
            self.sheet.0.borrow_mut().push('\u{c}');
        }
        self.text.begin_page(number, media_box, art_box)
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.text.end_page()
    }

    fn output_character(
        &mut self,
        transform: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.in_time()?;
        self.text
            .output_character(transform, width, spacing, font_size, text)
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.in_time()?;
        self.text.begin_word()
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        self.text.end_word()
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        self.in_time()?;
        self.text.end_line()
    }

    fn stroke(
        &mut self,
        _: &Transform,
        _: &ColorSpace,
        _: &[f64],
        _: &Path,
    ) -> Result<(), OutputError> {
        self.in_time()
    }

    fn fill(
        &mut self,
        _: &Transform,
        _: &ColorSpace,
        _: &[f64],
        _: &Path,
    ) -> Result<(), OutputError> {
        self.in_time()
    }
}

fn metadata(document: &Document) -> Metadata {
    let info = document
        .trailer
        .get(b"Info")
        .ok()
        .and_then(|info| document.dereference(info).ok())
        .and_then(|(_, info)| info.as_dict().ok());
    let Some(info) = info else {
        return Metadata::default();
    };
    let entry = |key: &[u8]| {
        let value: &Object = document.dereference(info.get(key).ok()?).ok()?.1;
        let text = plain::collapse(&pdf_extract::decode_text_string(value).ok()?);
        (!text.is_empty()).then_some(text)
    };
    Metadata {
        title: entry(b"Title").filter(|title| is_title(title)),
        author: entry(b"Author"),
        date: entry(b"CreationDate").as_deref().and_then(day),
        updated: entry(b"ModDate").as_deref().and_then(day),
        ..Metadata::default()
    }
}

/// Whether it is a title: programs that know none put the file's name there.
fn is_title(title: &str) -> bool {
    let title = title.to_lowercase();
    let is_name = [
        ".doc", ".docx", ".pdf", ".indd", ".tex", ".odt", ".rtf", ".txt", ".dvi",
    ]
    .iter()
    .any(|end| title.ends_with(end));
    !is_name && !title.starts_with("microsoft ") && !matches!(title.as_str(), "untitled" | "title")
}

/// Parses a date as PDF writes it: `D:20240816120000+02'00'`.
fn day(text: &str) -> Option<jiff::civil::Date> {
    let digits: String = text
        .trim_start_matches("D:")
        .chars()
        .take_while(char::is_ascii_digit)
        .take("20240816".len())
        .collect();
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    dates::date(&format!("{year}-{month}-{day}"))
}

#[cfg(test)]
mod tests;
