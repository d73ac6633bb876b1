//! Web addresses in text that others wrote: which ones are shown, and where the ones that hide behind
//! other words lead.

use reqwest::Url;

use super::pings;

/// The longest web address shown, in bytes; a longer one is of no use in a message.
pub(super) const LONGEST: usize = 400;
/// Beyond it lie punctuation and scripts without spaces, where an address in running text ends.
const LAST_LINK_LETTER: char = '\u{1fff}';

/// A web address to show as a link without a preview, or `None` if it is none, too long or of
/// another scheme than http and https.
pub(in crate::discord) fn link(text: &str) -> Option<String> {
    let mut url = Url::parse(text.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return None;
    }
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    let mut raw = String::from("<");
    for (at, c) in url.as_str().char_indices() {
        let rest = url.as_str().get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '@' if pings(rest) => raw.push_str("%40"),
            '<' | '>' | '|' | '`' | '*' | '~' | '\\' => {
                raw.push_str(&format!("%{:02X}", u32::from(c)));
            }
            c => raw.push(c),
        }
    }
    raw.push('>');
    (raw.len() <= LONGEST).then_some(raw)
}

/// A link that shows something else than its address.
pub(super) struct Masked<'a> {
    pub(super) text: &'a str,
    pub(super) host: String,
    /// In bytes, with all its marks.
    pub(super) length: usize,
}

/// The masked link that text begins with: `[text](https://host/path)`.
pub(super) fn leading_masked(text: &str) -> Option<Masked<'_>> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find([']', '[', '\n'])?;
    let (shown, after) = inner.split_at_checked(end)?;
    let target = after.strip_prefix("](")?;
    let mut depth = 0_usize;
    let close = target.find(|c| {
        depth += usize::from(c == '(');
        let closes = c == ')' && depth == 0;
        depth -= usize::from(c == ')' && depth > 0);
        closes || c == '\n'
    })?;
    let address = target
        .get(..close)
        .filter(|_| target.get(close..).is_some_and(|it| it.starts_with(')')))?;
    let address = address.split_whitespace().next()?;
    let address = address.trim_start_matches('<').trim_end_matches('>');
    let url = Url::parse(address).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https");
    let host = url.host_str().filter(|host| is_web && !host.is_empty())?;
    Some(Masked {
        text: shown,
        host: host.to_owned(),
        length: "[".len() + shown.len() + "](".len() + close + ")".len(),
    })
}

/// The web address that text begins with: its length in bytes and what to show.
pub(super) fn leading(text: &str) -> Option<(usize, String)> {
    let begins_with = |scheme: &str| {
        let head = text.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    };
    if !begins_with("http://") && !begins_with("https://") {
        return None;
    }
    let end = text.find(|c| !belongs_to_link(c)).unwrap_or(text.len());
    let mut run = text.get(..end)?;
    loop {
        let unclosed = (run.ends_with(')') && !run.contains('('))
            || (run.ends_with(']') && !run.contains('['));
        let shorter = run.strip_suffix(|c| {
            matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'') || (unclosed && ")]".contains(c))
        });
        match shorter {
            Some(shorter) => run = shorter,
            None => break,
        }
    }
    Some((run.len(), link(run)?))
}

fn belongs_to_link(c: char) -> bool {
    match c {
        '<' | '>' | '"' | '`' | '|' | '\\' | '^' | '{' | '}' => false,
        c if c.is_ascii() => c.is_ascii_graphic(),
        c => c <= LAST_LINK_LETTER && c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!(
            link("https://a.example/"),
            Some("<https://a.example/>".to_owned())
        );
        for text in [
            "javascript:alert(1)",
            "ftp://a.example",
            "/path",
            "",
            "https://",
        ] {
            assert_eq!(link(text), None, "{text}");
        }
        assert_eq!(
            link(&format!("https://a.example/{}", "x".repeat(500))),
            None
        );
    }
}
