//! Rewrites additions to Markdown within a line.

use std::borrow::Cow;

/// Attributes of tags whose text readers see.
const SHOWN: &[&str] = &["caption=", "title="];

/// Most bytes of an addition; the limit keeps hostile lines from taking quadratic time.
const MAX_BYTES: usize = 1_000;

/// Fewest characters of a mark that other notes can point to (`^a1b2c3`); exponents are shorter.
const MIN_MARK_CHARS: usize = 4;

/// Rewrites a line in plain Markdown.
pub(super) fn plain(line: &str) -> Cow<'_, str> {
    if !line.contains(['{', '[', '=', '%', '^']) {
        return Cow::Borrowed(line);
    }
    let line = without_mark(without_attributes(line));
    let mut out = String::with_capacity(line.len());
    let (quote, mut rest) = callout(line);
    out.push_str(quote);
    while let Some(at) = rest.find(['`', '{', '[', '!', '=', '%', '^']) {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        rest = match taken(found, &mut out) {
            Some(behind) => behind,
            None => {
                let mut chars = found.chars();
                out.extend(chars.next());
                chars.as_str()
            }
        };
    }
    out.push_str(rest);
    if !quote.is_empty() {
        out.push('\n');
        out.push_str(quote);
    }
    Cow::Owned(out)
}

/// Writes the visible text of an addition at the start of `text`; returns the rest.
fn taken<'a>(text: &'a str, out: &mut String) -> Option<&'a str> {
    if text.starts_with('`') {
        return code(text, out);
    }
    if let Some((tag, behind)) = between(text, "{{<", ">}}")
        .or_else(|| between(text, "{{%", "%}}"))
        .or_else(|| between(text, "{%", "%}"))
    {
        out.push_str(shown(tag));
        return Some(behind);
    }
    if let Some((_, behind)) = between(text, "![[", "]]").or_else(|| between(text, "%%", "%%")) {
        return Some(behind);
    }
    if let Some((page, behind)) = between(text, "[[", "]]") {
        let is_link = !behind.starts_with(['(', '[', ':']) && !page.contains(['[', ']']);
        return is_link.then(|| {
            out.push_str(label(page));
            behind
        });
    }
    if let Some((note, behind)) = between(text, "^[", "]") {
        out.push_str(" (");
        out.push_str(note);
        out.push(')');
        return Some(behind);
    }
    let (marked, behind) = between(text, "==", "==")?;
    let is_tight = |edge: Option<char>| edge.is_some_and(|c| !c.is_whitespace() && c != '=');
    (is_tight(marked.chars().next()) && is_tight(marked.chars().next_back())).then(|| {
        out.push_str(marked);
        behind
    })
}

/// Copies code up to its closing backticks.
fn code<'a>(text: &'a str, out: &mut String) -> Option<&'a str> {
    let inside = text.trim_start_matches('`');
    let ticks = text.get(..text.len() - inside.len())?;
    let length = match between(text, ticks, ticks) {
        Some((_, behind)) => text.len() - behind.len(),
        None => ticks.len(),
    };
    let (code, behind) = text.split_at_checked(length)?;
    out.push_str(code);
    Some(behind)
}

/// The text between two delimiters, and the rest.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let inside = text.strip_prefix(open)?;
    let near = inside.get(..inside.floor_char_boundary(MAX_BYTES))?;
    let end = near.find(close)?;
    Some((inside.get(..end)?, inside.get(end + close.len()..)?))
}

/// The caption or title in a tag.
fn shown(tag: &str) -> &str {
    SHOWN
        .iter()
        .find_map(|name| {
            let (_, value) = tag.split_once(name)?;
            value.strip_prefix('"')?.split('"').next()
        })
        .unwrap_or_default()
}

/// The visible text of a wiki link: its label, or else the page without the section, or else the
/// section.
fn label(link: &str) -> &str {
    if let Some((_, label)) = link.rsplit_once('|') {
        return label.trim_end_matches('\\');
    }
    match link.split_once('#') {
        Some(("", section)) => section.trim_start_matches(['#', '^']),
        Some((page, _)) => page,
        None => link,
    }
}

/// The quote markers and title of a line that opens a callout, `> [!tip]- Title`; an empty text and
/// the whole line otherwise.
fn callout(line: &str) -> (&str, &str) {
    let inside = line.trim_start_matches(['>', ' ']);
    let quote = line.get(..line.len() - inside.len()).unwrap_or_default();
    match between(inside, "[!", "]").filter(|_| quote.contains('>')) {
        Some((_, title)) if !title.trim_matches(['-', '+', ' ']).is_empty() => {
            (quote, title.trim_start_matches(['-', '+', ' ']))
        }
        _ => ("", line),
    }
}

/// The line without an attribute list at its end: `Text{: .lead}`, `Text {.lead}`.
fn without_attributes(line: &str) -> &str {
    let is_heading = line.trim_start().starts_with('#');
    line.trim_end()
        .strip_suffix('}')
        .and_then(|line| line.rsplit_once('{'))
        .filter(|(before, inside)| {
            let is_list = inside.starts_with(':') || !is_heading && inside.starts_with(['.', '#']);
            is_list && !is_escaping(before)
        })
        .map_or(line, |(before, _)| before)
}

/// Whether the text escapes what follows.
fn is_escaping(before: &str) -> bool {
    let backslashes = before.bytes().rev().take_while(|byte| *byte == b'\\');
    backslashes.count() % 2 == 1
}

/// The line without a mark at its end that other notes can point to.
fn without_mark(line: &str) -> &str {
    line.rsplit_once(" ^")
        .filter(|(_, mark)| {
            mark.len() >= MIN_MARK_CHARS
                && mark.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
        .map_or(line, |(before, _)| before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_and_template_tags_leave_their_visible_text() {
        assert_eq!(
            plain("The {{< mark a >}}pump{{< /mark >}} is {% if x %}old{% endif %}.{: .lead}"),
            "The pump is old."
        );
        assert_eq!(
            plain("{{< figure src=\"a.jpg\" title=\"The pump\" >}}"),
            "The pump"
        );
        assert_eq!(
            plain("Use `{{< mark >}}` and ``{% x %}``."),
            "Use `{{< mark >}}` and ``{% x %}``."
        );
    }

    #[test]
    fn notes_are_read_as_displayed() {
        assert_eq!(
            plain("See [[Insulation|how to insulate]], [[Windows#Glass]] and [[#Doors]]. ^a1b2c3"),
            "See how to insulate, Windows and Doors."
        );
        assert_eq!(
            plain("![[plan.png|300]] It is ==hot==. %% why? %%"),
            " It is hot. "
        );
        assert_eq!(plain("> [!warning]- Mind the step"), "> Mind the step\n> ");
        assert_eq!(plain("> [!NOTE]"), "> [!NOTE]");
        assert_eq!(plain("Steep^[Very steep.]."), "Steep (Very steep.).");
    }

    #[test]
    fn unfinished_additions_take_linear_time() {
        for piece in ["{%", "{{<", "[[", "==", "%%", "^[", "`", "`` "] {
            let line = piece.repeat(100_000);
            assert!(plain(&line).len() <= line.len());
        }
    }

    #[test]
    fn ordinary_markdown_is_left_alone() {
        for line in [
            "Made there[[1]](https://example.org) and [[2]][two].",
            "if a == b and c == d",
            "## Heading {#id}",
            "x ^2 and 100 % of 5 %",
            "[link](x) ![image](y) [^1]",
            "{a: 1}",
            r"Set \{.x\}",
        ] {
            assert_eq!(plain(line), line);
        }
    }
}
