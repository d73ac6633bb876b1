//! Parses the values that describe an article from the words people write.
//!
//! Front matter, HTML metadata and the heads of text files express the same values in different
//! places; what counts as an address or a list of tags is decided here once. `None` means that it
//! is not one.

use super::plain;
use crate::article::Reference;
use crate::language::Language;

/// Most bytes of an address; longer ones are data, not addresses.
const MAX_URL_BYTES: usize = 2_000;

/// An `http` or `https` address with a host.
pub(super) fn url(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let is_plain = !text.contains(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`')
    });
    (is_web && is_plain && !host.is_empty() && text.len() <= MAX_URL_BYTES).then(|| text.to_owned())
}

/// A language, by code or English name.
pub(super) fn language(text: &str) -> Option<Language> {
    let named = |language: &&Language| format!("{language:?}").eq_ignore_ascii_case(text.trim());
    Language::from_tag(text).or_else(|| Language::ALL.iter().find(named).copied())
}

/// Tags separated by commas, semicolons or `#`.
pub(super) fn tags(text: &str) -> Vec<String> {
    text.split([',', ';', '#', '、', '，'])
        .map(plain::collapse)
        .filter(|tag| !tag.is_empty())
        .collect()
}

/// A source in one string: a title, an address, or a title followed by an address. `None` for an
/// empty string or an address that is not on the web.
pub(super) fn reference(text: &str) -> Option<Reference> {
    let text = plain::collapse(text);
    if text.is_empty() {
        return None;
    }
    let Some(scheme) = text.find("://") else {
        return Some(Reference {
            title: text,
            url: None,
        });
    };
    let start = text
        .get(..scheme)?
        .rfind(|c: char| !c.is_ascii_alphanumeric())
        .and_then(|at| at.checked_add(text.get(at..)?.chars().next()?.len_utf8()))
        .unwrap_or(0);
    let (title, address) = text.split_at_checked(start)?;
    let end = address.find(' ').unwrap_or(address.len());
    let (address, after) = address.split_at_checked(end)?;
    let url = url(address.trim_end_matches([')', ']', '>', ',', '.', ';']))?;
    let title = plain::collapse(&format!("{title} {after}"));
    let title = title.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | ',' | '(' | '[' | ']' | '<' | '-' | '–' | '—' | '|')
    });
    Some(Reference {
        title: if title.is_empty() { &url } else { title }.to_owned(),
        url: Some(url),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_must_be_on_the_web() {
        assert!(url("https://example.org/a?b#c").is_some());
        for wrong in [
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "/a",
            "http://a b",
        ] {
            assert_eq!(url(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_source_is_a_title_an_address_or_both() {
        let read = |text| reference(text).map(|found| (found.title, found.url));
        let address = || Some("https://example.org/a".to_owned());
        assert_eq!(read("Annual report"), Some(("Annual report".into(), None)));
        assert_eq!(
            read("https://example.org/a"),
            Some(("https://example.org/a".into(), address()))
        );
        for both in [
            "Annual report (https://example.org/a)",
            "[Annual report](https://example.org/a)",
            "Annual report – https://example.org/a",
        ] {
            assert_eq!(
                read(both),
                Some(("Annual report".into(), address())),
                "{both}"
            );
        }
        assert_eq!(read("file:///etc/passwd"), None);
    }
}
