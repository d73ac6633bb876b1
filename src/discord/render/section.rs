//! A whole section as a few messages: its text as a quote, cut between words where a message is
//! full, with the source below the last one.

use super::answer::source_line;
use crate::app::Section;
use crate::discord::api::message::Body;
use crate::discord::budget::LIMIT;
use crate::discord::budget::width;
use crate::discord::escape::{self, Kind, Unit};
use crate::discord::words::Words;

/// The most messages; those who want to read more follow the link.
const MESSAGES: usize = 4;
const QUOTED: &str = "> ";
/// The most room that starting a line takes: line ends and the quote mark.
const LINE_BEGIN: usize = 4;
const CUT: &str = "…";

/// Renders a section as at least one message.
pub(in crate::discord) fn section(words: Words, section: &Section) -> Vec<Body> {
    let source = source_line(words, &section.source, &section.headings);
    let room = LIMIT.saturating_sub(width(&source) + "\n".len() + width(CUT) + LINE_BEGIN);
    let mut messages = Messages::new(room);
    for passage in &section.passages {
        for line in escape::units(passage).split(|unit| unit.kind == Kind::LineBreak) {
            messages.line(line);
        }
        messages.gap();
    }
    let mut texts = messages.finish();
    match texts.last_mut() {
        Some(last) => {
            last.push('\n');
            last.push_str(&source);
        }
        None => texts.push(source),
    }
    texts.iter().map(|text| Body::new(text)).collect()
}

/// Messages that are filled one after another.
struct Messages {
    full: Vec<String>,
    text: String,
    /// UTF-16 code units of `text`.
    used: usize,
    room: usize,
}

impl Messages {
    fn new(room: usize) -> Self {
        Self {
            full: Vec::new(),
            text: String::new(),
            used: 0,
            room,
        }
    }

    /// Adds a line of the text, unless it is blank.
    fn line(&mut self, units: &[Unit<'_>]) {
        if units.iter().all(|unit| unit.raw.trim().is_empty()) {
            return;
        }
        self.begin_line();
        for word in units.split_inclusive(|unit| unit.raw == " ") {
            let needed: usize = word.iter().map(|unit| width(&unit.raw)).sum();
            if needed > self.left() {
                self.next_message();
            }
            for unit in word {
                if width(&unit.raw) > self.left() {
                    self.next_message();
                }
                self.push(&unit.raw);
            }
        }
    }

    /// Separates passages.
    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.push("\n");
        }
    }

    fn begin_line(&mut self) {
        if !self.text.is_empty() {
            self.push("\n");
        }
        self.push(QUOTED);
    }

    fn next_message(&mut self) {
        self.close();
        self.push(QUOTED);
    }

    fn push(&mut self, raw: &str) {
        self.text.push_str(raw);
        self.used += width(raw);
    }

    fn left(&self) -> usize {
        self.room.saturating_sub(self.used)
    }

    /// Ends the message, dropping a last line that is still empty.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.used = 0;
        let mut text = text.trim_end();
        while let Some(rest) = text.strip_suffix(QUOTED.trim_end()) {
            let is_empty_line = rest.is_empty() || rest.ends_with('\n');
            if !is_empty_line {
                break;
            }
            text = rest.trim_end();
        }
        if !text.is_empty() {
            self.full.push(text.to_owned());
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.close();
        if self.full.len() > MESSAGES {
            self.full.truncate(MESSAGES);
            if let Some(last) = self.full.last_mut() {
                last.push_str(CUT);
            }
        }
        self.full
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use lodestar_engine::article::{Source, Trust};
    use lodestar_engine::language::Language;

    fn shown(passages: &[&str]) -> Vec<String> {
        let section = Section {
            source: Arc::new(Source {
                path: "a.md".to_owned(),
                title: "The harbour".to_owned(),
                url: Some("https://a.example/".to_owned()),
                date: None,
                updated: None,
                author: None,
                language: Language::English,
                tags: Vec::new(),
                trust: Trust::Normal,
                references: Vec::new(),
            }),
            headings: vec!["Ferries".to_owned()],
            passages: passages.iter().map(|it| (*it).to_owned()).collect(),
        };
        super::section(Words::ENGLISH, &section)
            .iter()
            .map(|body| match serde_json::to_value(body).unwrap() {
                Value::Object(fields) => fields["content"].as_str().unwrap().to_owned(),
                other => panic!("{other}"),
            })
            .collect()
    }

    #[test]
    fn a_short_section_is_one_message() {
        assert_eq!(
            shown(&["- one\n\n- *two*", "Three."]),
            ["> - one\n> - \\*two\\*\n\n> Three.\n\
              -# The harbour › Ferries · <https://a.example/>"]
        );
    }

    #[test]
    fn a_long_section_goes_on_in_further_messages_between_words() {
        let long = "wordy ".repeat(700);
        let texts = shown(&[&long]);
        assert_eq!(texts.len(), 3);
        for text in &texts {
            assert!(width(text) <= LIMIT);
            assert!(text.starts_with("> wordy"), "{text}");
        }
        let all = texts.join(" ");
        assert_eq!(all.matches("wordy").count(), 700);
    }

    #[test]
    fn an_endless_section_ends_with_its_link() {
        let texts = shown(&[&"wordy ".repeat(5_000)]);
        assert_eq!(texts.len(), MESSAGES);
        let last = texts.last().unwrap();
        assert!(last.contains("wordy…\n-# The harbour"), "{last}");
    }

    proptest! {
        #[test]
        fn any_text_fits_and_stays_in_its_quote(text in "(\\PC|[\n@`|>*]){0,3000}") {
            for shown in shown(&[&text]) {
                prop_assert!(width(&shown) <= LIMIT);
                for line in shown.lines().filter(|line| !line.is_empty()) {
                    prop_assert!(line.starts_with("> ") || line.starts_with("-# "), "{}", line);
                }
            }
        }
    }
}
