//! Reads the header and signature of a mail saved as text.

use crate::corpus::dates;
use crate::corpus::draft::Metadata;

/// Labels of the subject, in lowercase.
const SUBJECT: &[&str] = &[
    "subject",
    "betreff",
    "ämne",
    "emne",
    "objet",
    "asunto",
    "assunto",
    "oggetto",
    "onderwerp",
];

/// Labels of the sender.
const FROM: &[&str] = &["from", "von", "från", "fra", "de", "da", "van"];

/// Labels of the date.
const DATE: &[&str] = &[
    "date", "sent", "datum", "gesendet", "skickat", "dato", "envoyé", "data",
];

/// Prefixes of the subject of replies and forwarded mail.
const PREFIXES: &[&str] = &[
    "re:", "fw:", "fwd:", "aw:", "wg:", "sv:", "vs:", "tr:", "rv:",
];

/// Takes a mail's header and signature out of the lines; `None` if it is not a mail.
pub(super) fn take(lines: &mut [&str]) -> Option<Metadata> {
    let first = lines.iter().position(|line| !line.trim().is_empty())?;
    let length = lines.iter().skip(first).take_while(|line| !line.is_empty());
    let end = first + length.count();
    let header = lines.get(first..end)?;
    let mut metadata = Metadata::default();
    let mut is_sent = false;
    for line in header {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let (key, value) = line.split_once(':')?;
        let key = key.to_lowercase();
        if key.contains(' ') {
            return None;
        }
        let value = value.trim();
        if SUBJECT.contains(&key.as_str()) {
            metadata.title = Some(bare_subject(value).to_owned());
        } else if FROM.contains(&key.as_str()) {
            is_sent = true;
            let name = value.split('<').next().unwrap_or_default();
            let name = name.trim_matches(['"', ' ']);
            metadata.author = Some(name.to_owned()).filter(|name| !name.is_empty());
        } else if DATE.contains(&key.as_str()) {
            metadata.date = dates::date(value);
        }
    }
    if !is_sent || metadata.title.is_none() {
        return None;
    }
    let signature = lines.iter().rposition(|line| *line == "--");
    let signature = signature.filter(|at| *at >= end).unwrap_or(lines.len());
    for (at, line) in lines.iter_mut().enumerate() {
        if at < end || at >= signature {
            *line = "";
        }
    }
    metadata.title = metadata.title.filter(|title| !title.is_empty());
    Some(metadata)
}

fn bare_subject(mut subject: &str) -> &str {
    while let Some(rest) = PREFIXES.iter().find_map(|prefix| {
        let (start, rest) = subject.split_at_checked(prefix.len())?;
        start.eq_ignore_ascii_case(prefix).then_some(rest)
    }) {
        subject = rest.trim_start();
    }
    subject
}
