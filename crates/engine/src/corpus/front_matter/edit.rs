//! Changes keys of front matter and leaves every other line of the file alone.
//!
//! It edits lines, not values, so comments, order and unknown keys survive. The result is parsed
//! again before it is accepted.

use super::super::skipped::SkipReason;
use super::super::written;
use super::{find, split};

/// Sets keys to values in YAML, or removes those without one. Adds front matter to a file that has
/// none.
///
/// # Errors
/// [`SkipReason::BrokenFrontMatter`] if it cannot be parsed or is written in a way that cannot be
/// edited line by line.
pub(in crate::corpus) fn set(
    text: &str,
    changes: &[(&'static str, Option<String>)],
) -> Result<String, SkipReason> {
    // Broken front matter is not edited.
    split(text)?;
    let Some((front, body, _)) = find(text) else {
        let lines = changes
            .iter()
            .filter_map(|(key, value)| Some((*key, value.clone()?)))
            .collect();
        return Ok(format!("{}\n{text}", written::front_matter(&lines)));
    };
    let is_toml = text.starts_with("+++");
    let mut lines: Vec<String> = front.lines().map(str::to_owned).collect();
    for (key, value) in changes {
        let line = value.as_ref().map(|value| line(key, value, is_toml));
        change(&mut lines, key, line, is_toml);
    }
    let fence = if is_toml { "+++" } else { "---" };
    let mut changed = format!("{fence}\n");
    for line in &lines {
        changed.push_str(line);
        changed.push('\n');
    }
    changed.push_str(fence);
    changed.push('\n');
    changed.push_str(body);
    match split(&changed) {
        Ok((_, same)) if same == body => Ok(changed),
        _ => Err(SkipReason::BrokenFrontMatter {
            line: 1,
            problem: "it is written in a way that cannot be changed from here; edit the file"
                .to_owned(),
        }),
    }
}

/// A line for a key. Days and words are plain in YAML and quoted in TOML.
fn line(key: &str, value: &str, is_toml: bool) -> String {
    if !is_toml {
        return format!("{key}: {value}");
    }
    let is_quoted = value.starts_with(['"', '[']);
    let value = if is_quoted {
        value.to_owned()
    } else {
        written::quoted(value)
    };
    format!("{key} = {value}")
}

/// Replaces the lines of a key, or inserts a line before TOML's first table.
fn change(lines: &mut Vec<String>, key: &str, line: Option<String>, is_toml: bool) {
    let top = lines
        .iter()
        .position(|line| is_toml && line.trim_start().starts_with('['))
        .unwrap_or(lines.len());
    let first = lines
        .iter()
        .take(top)
        .position(|line| key_of(line, is_toml).is_some_and(|it| it.eq_ignore_ascii_case(key)));
    let (at, end) = match first {
        Some(at) => {
            let goes_on = |line: &String| {
                !is_toml && (line.starts_with([' ', '\t']) || line.starts_with("- ") || line == "-")
            };
            let further = lines.iter().skip(at + 1).take_while(|line| goes_on(line));
            let further = further.count();
            (at, at + 1 + further)
        }
        None => (top, top),
    };
    lines.splice(at..end, line);
}

fn key_of(line: &str, is_toml: bool) -> Option<&str> {
    let sign = if is_toml { '=' } else { ':' };
    let (key, _) = line.split_once(sign)?;
    if key.starts_with([' ', '\t']) && !is_toml {
        return None;
    }
    Some(key.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trusted(text: &str) -> Result<String, SkipReason> {
        set(text, &[("trust", Some("high".to_owned()))])
    }

    #[test]
    fn a_key_changes_and_everything_else_stays() {
        let text =
            "---\n# mine\ntitle: Tea\nTrust: low\ntags:\n- a\n- b\nmood: fine\n---\n\nText.\n";
        assert_eq!(
            set(
                text,
                &[
                    ("trust", Some("high".to_owned())),
                    ("tags", Some("[\"c\"]".to_owned()))
                ]
            ),
            Ok(
                "---\n# mine\ntitle: Tea\ntrust: high\ntags: [\"c\"]\nmood: fine\n---\n\nText.\n"
                    .to_owned()
            )
        );
        assert_eq!(
            set(text, &[("tags", None), ("trust", None)]),
            Ok("---\n# mine\ntitle: Tea\nmood: fine\n---\n\nText.\n".to_owned())
        );
    }

    #[test]
    fn a_file_without_front_matter_gets_some() {
        assert_eq!(
            trusted("# Tea\n\nText.\n"),
            Ok("---\ntrust: high\n---\n\n# Tea\n\nText.\n".to_owned())
        );
    }

    #[test]
    fn toml_is_changed_above_its_tables() {
        assert_eq!(
            trusted("+++\ntitle = \"Tea\"\n[extra]\ntrust = 1\n+++\nText.\n"),
            Ok(
                "+++\ntitle = \"Tea\"\ntrust = \"high\"\n[extra]\ntrust = 1\n+++\nText.\n"
                    .to_owned()
            )
        );
    }

    #[test]
    fn front_matter_not_editable_by_line_is_refused() {
        for text in [
            "---\n{title: Tea, trust: low}\n---\nText.\n",
            "---\ntitle: [\n---\nText.\n",
        ] {
            assert!(trusted(text).is_err(), "{text}");
        }
    }
}
