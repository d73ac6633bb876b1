//! What a web site asks programs not to read, as `robots.txt` says it (RFC 9309). Pure.

/// Bytes of a file that are read at least, by RFC 9309, section 2.5.
const READ_BYTES: usize = 500 * 1024;

/// The rules for this program on one site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Robots {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    allows: bool,
    path: String,
}

impl Robots {
    /// Reads the rules for a program of this name, else those for all.
    pub(super) fn read(bytes: &[u8], name: &str) -> Self {
        let bytes = bytes.get(..READ_BYTES).unwrap_or(bytes);
        let text = String::from_utf8_lossy(bytes);
        let (mut own, mut general) = (Vec::new(), Vec::new());
        let (mut is_own, mut is_general, mut has_own) = (false, false, false);
        let mut in_names = false;
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match key.trim().to_ascii_lowercase().as_str() {
                "user-agent" => {
                    if !in_names {
                        (is_own, is_general) = (false, false);
                    }
                    in_names = true;
                    is_own |= value.eq_ignore_ascii_case(name);
                    is_general |= value == "*";
                    has_own |= is_own;
                }
                kind @ ("allow" | "disallow") => {
                    in_names = false;
                    let rule = Rule {
                        allows: kind == "allow",
                        path: value.to_owned(),
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

    /// Whether a path, with its query, may be read: the longest rule that fits decides.
    pub(super) fn allow(&self, path: &str) -> bool {
        let fitting = self.rules.iter().filter(|rule| fits(&rule.path, path));
        let longest = fitting.max_by_key(|rule| (rule.path.len(), rule.allows));
        longest.is_none_or(|rule| rule.allows)
    }
}

/// Whether a path begins as a rule says; `*` stands for anything and `$` for the end.
fn fits(rule: &str, path: &str) -> bool {
    let (rule, to_the_end) = match rule.strip_suffix('$') {
        Some(rule) => (rule, true),
        None => (rule, false),
    };
    let mut parts = rule.split('*');
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
}
