//! Removes what site generators and note-taking programs add to Markdown: shortcodes, template
//! tags, attribute lists, admonitions, wiki links, imports.
//!
//! CommonMark would treat all of that as text. It is rewritten, line by line, into equivalent
//! Markdown; code stays as it is.

mod line;

/// The indentation of text in an admonition opened with `!!!`.
const INDENT: &str = "    ";

/// Most words of an admonition's kind and placement: `!!! note inline end`.
const MAX_KIND_WORDS: usize = 3;

/// Lines that request a table of contents.
const CONTENTS: &[&str] = &[
    "[toc]",
    "[[toc]]",
    "[[_toc_]]",
    "{{toc}}",
    "{:toc}",
    "<!-- toc -->",
];

/// Rewrites the text in plain Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence: Option<&str> = None;
    let mut is_indented = false;
    let mut is_comment = false;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let dedented = line.strip_prefix(INDENT).filter(|_| is_indented);
        is_indented &= dedented.is_some() || line.trim().is_empty();
        let line = dedented.unwrap_or(line);
        let bare = line.trim();
        if let Some(open) = fence {
            let bare = bare.trim_start_matches(['>', ' ']);
            if bare.starts_with(open) && bare.trim_matches(['`', '~']).is_empty() {
                fence = None;
            }
        } else if is_comment || opens_comment(bare, lines.clone()) {
            is_comment ^= bare == "%%";
            continue;
        } else if let Some(open) = opened_fence(bare) {
            fence = Some(open);
        } else if is_machinery(bare) || (is_item_of_contents(bare, lines.peek().copied())) {
            continue;
        } else if let Some(title) = admonition(bare) {
            is_indented = bare.starts_with(['!', '?', '=']);
            out.push('\n');
            out.push_str(title);
            out.push_str("\n\n");
            continue;
        } else {
            out.push_str(&line::plain(line));
            out.push('\n');
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Whether a line opens a comment that ends further down.
fn opens_comment<'a>(line: &str, mut below: impl Iterator<Item = &'a str>) -> bool {
    line == "%%" && below.any(|line| line.trim() == "%%")
}

fn opened_fence(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['>', '-', '*', ' ']);
    let sign = line
        .chars()
        .next()
        .filter(|sign| matches!(sign, '`' | '~'))?;
    let rest = line.trim_start_matches(sign);
    let (fence, _) = line.split_at_checked(line.len() - rest.len())?;
    (fence.len() > 2 && !rest.contains(sign)).then_some(fence)
}

/// Whether a line is for the renderer: imports, attribute lists, tables of contents.
fn is_machinery(line: &str) -> bool {
    let is_import = line.starts_with("import ")
        && line.ends_with(['\'', '"', ';'])
        && line.contains(['\'', '"']);
    let is_export = ["export const ", "export default ", "export function "]
        .iter()
        .any(|start| line.starts_with(start));
    let is_attributes = line.starts_with("{:") && line.ends_with('}');
    is_import
        || is_export
        || is_attributes
        || CONTENTS.iter().any(|sign| line.eq_ignore_ascii_case(sign))
}

/// Whether a line is the item that kramdown replaces with a table of contents.
fn is_item_of_contents(line: &str, next: Option<&str>) -> bool {
    line.trim_start_matches(|c: char| !c.is_alphabetic()).len() <= "Contents".len()
        && next.is_some_and(|next| next.trim().starts_with("{:toc"))
}

/// The title of the admonition or tab that a line opens, or an empty text if it closes one: `:::tip
/// Title`, `!!! note "Title"`, `=== "Tab"`.
fn admonition(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(":::") {
        let rest = rest.trim_start_matches(':').trim();
        let title = match rest.split_once('[').filter(|_| rest.ends_with(']')) {
            Some((_, title)) => title.trim_end_matches(']'),
            None if rest.contains('{') => "",
            None => rest.split_once(' ').map_or("", |(_, title)| title),
        };
        return Some(title.trim());
    }
    let rest = ["!!!", "???+", "???", "==="]
        .iter()
        .find_map(|sign| line.strip_prefix(sign))?
        .strip_prefix(' ')?;
    let title = rest.split('"').nth(1);
    let is_kind = rest.split(' ').count() <= MAX_KIND_WORDS
        && rest
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, '-' | ' '));
    title.or_else(|| is_kind.then_some(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, expected: &str) {
        let words = |text: &str| {
            text.split('\n')
                .map(str::trim_end)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(words(&plain(written)), words(expected), "{written}");
    }

    #[test]
    fn admonitions_become_their_title_and_text() {
        check(
            ":::tip Use Node 18\n\nOlder ones fail.\n\n:::",
            "Use Node 18\nOlder ones fail.",
        );
        check(
            ":::caution[Mind it]\nHot.\n:::\n::: {.note}\nCold.\n:::",
            "Mind it\nHot.\nCold.",
        );
        check(
            "!!! note \"Mind it\"\n    Hot.\n\n    Very.\n\nCold.\n!!! note\n    Wet.",
            "Mind it\nHot.\nVery.\nCold.\nWet.",
        );
    }

    #[test]
    fn instructions_for_the_renderer_are_removed() {
        check(
            "* TOC\n{:toc}\n[[toc]]\nimport Tabs from '@theme/Tabs';\nexport const x = 1;\n\
             ## Harvest\n{: #harvest .big}\nimport duties rise.\n%%\nsecret\n%%\nThe end.",
            "## Harvest\nimport duties rise.\nThe end.",
        );
    }

    #[test]
    fn lookalikes_stay() {
        for text in [
            "!!! Read this first\n",
            "%%\nThe rest.\n",
            "import a thing\n",
        ] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn code_stays_as_it_is() {
        let code = "```liquid\n{% if x %}\n:::tip\nimport a from 'b';\n```\n~~~\n[[x]]\n~~~\n> ```\n> {% x %}\n> ```\n";
        assert_eq!(plain(code), code);
    }
}
