//! Decides which pages of a web site programs may read, by its `robots.txt` (RFC 9309). Pure.

use std::cmp::Reverse;

/// Bytes of a file that are read: the minimum by RFC 9309, section 2.5.
const READ_BYTES: usize = 500 * 1024;

/// The rules for this program on one site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Robots {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    allows: bool,
    /// Percent-normalised.
    pattern: String,
}

impl Robots {
    /// Reads the groups for a program of this name, or else those for all programs.
    pub(super) fn read(bytes: &[u8], name: &str) -> Self {
        let bytes = match bytes.get(..READ_BYTES) {
            // A rule that is cut short would forbid more than its author meant.
            Some(read) => read.rsplitn(2, is_line_end).last().unwrap_or_default(),
            None => bytes,
        };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let (mut own, mut general) = (Vec::new(), Vec::new());
        let (mut is_own, mut is_general, mut has_own) = (false, false, false);
        let mut in_names = false;
        for line in bytes.split(is_line_end) {
            let line = line.split(|byte| *byte == b'#').next().unwrap_or_default();
            let mut parts = line.splitn(2, |byte| *byte == b':');
            let (Some(key), Some(value)) = (parts.next(), parts.next()) else {
                continue;
            };
            let value = value.trim_ascii();
            match key.trim_ascii().to_ascii_lowercase().as_slice() {
                b"user-agent" => {
                    let value = String::from_utf8_lossy(value);
                    if !in_names {
                        (is_own, is_general) = (false, false);
                    }
                    in_names = true;
                    is_own |= product(&value).eq_ignore_ascii_case(name);
                    is_general |= value == "*";
                    has_own |= is_own;
                }
                kind @ (b"allow" | b"disallow") => {
                    in_names = false;
                    let rule = Rule {
                        allows: kind == b"allow",
                        pattern: pattern(value),
                    };
                    if is_own && !value.is_empty() {
                        own.push(rule.clone());
                    }
                    if is_general && !value.is_empty() {
                        general.push(rule);
                    }
                }
                _ => {}
            }
        }
        Self {
            rules: if has_own { own } else { general },
        }
    }

    /// Whether a page may be read, by its path and query: the longest rule that matches decides,
    /// and an allowing rule wins a tie.
    pub(super) fn allow(&self, path_and_query: &str) -> bool {
        // Only in a rule do these two stand for something else.
        let wanted = normalised(path_and_query.as_bytes());
        let wanted = wanted.replace('*', "%2A").replace('$', "%24");
        let matching = self
            .rules
            .iter()
            .filter(|rule| matches(&rule.pattern, &wanted));
        let longest = matching.min_by_key(|rule| (Reverse(rule.pattern.len()), !rule.allows));
        longest.is_none_or(|rule| rule.allows)
    }
}

fn is_line_end(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// A rule's path; a `$` that is not at its end stands for itself.
fn pattern(path: &[u8]) -> String {
    let path = normalised(path);
    match path.strip_suffix('$') {
        Some(path) => path.replace('$', "%24") + "$",
        None => path.replace('$', "%24"),
    }
}

/// The name of a program without its version: "lodestar/1.0".
fn product(value: &str) -> &str {
    let end = value.find(|it: char| !(it.is_ascii_alphabetic() || it == '_' || it == '-'));
    end.and_then(|end| value.get(..end)).unwrap_or(value)
}

/// Normalises for the comparison of RFC 9309, section 2.2.2: octets outside ASCII are
/// percent-encoded, and encoded octets that need not be (RFC 3986, section 2.3) are decoded.
fn normalised(text: &[u8]) -> String {
    let mut normalised = String::with_capacity(text.len());
    let mut bytes = text.iter().copied();
    while let Some(byte) = bytes.next() {
        let mut encoded = byte == b'%';
        let mut octet = byte;
        if encoded {
            let mut ahead = bytes.clone();
            let digits = ahead.next().and_then(hex).zip(ahead.next().and_then(hex));
            match digits {
                Some((high, low)) => {
                    octet = high * 16 + low;
                    bytes = ahead;
                }
                None => encoded = false,
            }
        }
        let unreserved = octet.is_ascii_alphanumeric() || b"-._~".contains(&octet);
        if !octet.is_ascii() || encoded && !unreserved {
            normalised.push_str(&format!("%{octet:02X}"));
        } else {
            normalised.push(char::from(octet));
        }
    }
    normalised
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

/// Whether a path starts with a pattern; `*` matches anything and `$` the end.
fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, to_the_end) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    for (at, part) in parts.iter().enumerate() {
        if to_the_end && at + 1 == parts.len() {
            return rest.ends_with(part);
        }
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    !to_the_end || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rule_decides() {
        let text = b"User-agent: *\nDisallow: /private\nAllow: /private/open # but this\n\
                     Disallow: /*.pdf$\nDisallow:\n";
        let robots = Robots::read(text, "lodestar");
        for (path, allowed) in [
            ("/", true),
            ("/private", false),
            ("/private/a?b=1", false),
            ("/private/open/a", true),
            ("/a.pdf", false),
            ("/a.pdf?x", true),
        ] {
            assert_eq!(robots.allow(path), allowed, "{path}");
        }
    }

    #[test]
    fn rules_by_name_go_before_those_for_all() {
        let text = b"User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Lodestar\n\
                     Disallow: /never\n";
        let robots = Robots::read(text, "lodestar");
        assert!(robots.allow("/tea") && !robots.allow("/never"));
        assert!(!Robots::read(text, "somebody").allow("/tea"));
        assert!(Robots::read(b"<html>Not found</html>", "lodestar").allow("/tea"));
    }

    /// The examples of RFC 9309, section 2.2.2.
    #[test]
    fn octets_are_compared_as_they_are_meant() {
        for (rule, path) in [
            ("/foo/bar?baz=quz", "/foo/bar?baz=quz"),
            (
                "/foo/bar?baz=https://foo.bar",
                "/foo/bar?baz=https://foo.bar",
            ),
            ("/foo/bar/\u{30c4}", "/foo/bar/%E3%83%84"),
            ("/foo/bar/%E3%83%84", "/foo/bar/\u{30c4}"),
            ("/foo/bar/%62%61%7A", "/foo/bar/baz"),
            ("/foo/bar/baz", "/foo/bar/%62a%7a"),
            ("/a%3cd.html", "/a%3Cd.html"),
            ("/file-with-a-%2A.html", "/file-with-a-*.html"),
            ("/foo-%24", "/foo-$"),
            ("/a$b", "/a$b"),
        ] {
            let text = format!("User-agent: *\nDisallow: {rule}\n");
            let robots = Robots::read(text.as_bytes(), "lodestar");
            assert!(!robots.allow(path), "{rule} and {path}");
        }
        let encoded = Robots::read(b"User-agent: *\nDisallow: /a%2Fb\n", "lodestar");
        assert!(encoded.allow("/a/b"), "an encoded slash is no slash");
        assert!(encoded.allow("/a%") && encoded.allow("/a%2"));
    }

    #[test]
    fn groups_of_one_program_are_one_and_lines_end_in_any_way() {
        let text = "\u{feff}User-Agent: lodestar/1.0\rDisallow: /one\r\n\r\nUser-agent: *\n\
                    Disallow: /\nUser-agent: LODESTAR\nDisallow: /two\nAllow: /two\n";
        let robots = Robots::read(text.as_bytes(), "lodestar");
        assert!(!robots.allow("/one"));
        assert!(
            robots.allow("/two"),
            "of two rules as long the one that allows decides"
        );
        assert!(robots.allow("/three"));
    }

    #[test]
    fn bytes_outside_of_utf8_are_compared_and_a_rule_that_is_cut_is_none() {
        let robots = Robots::read(b"User-agent: *\nDisallow: /caf\xe9\n", "lodestar");
        assert!(!robots.allow("/caf%E9"));
        let mut long = b"User-agent: *\nDisallow: /never\n".to_vec();
        long.resize(READ_BYTES - "Disallow: /".len(), b'\n');
        long.extend(b"Disallow: /private/x\n");
        let robots = Robots::read(&long, "lodestar");
        assert!(robots.allow("/") && !robots.allow("/never"));
    }
}
