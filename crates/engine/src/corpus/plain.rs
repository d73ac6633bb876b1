//! Cleans text for blocks: single spaces, no invisible characters.
//!
//! Every reader passes its text through here, so the rest of the program never meets a tab, a byte
//! order mark inside a text or a character that reverses the reading direction.

/// Collapses white space to single spaces, trims, and drops invisible characters.
pub(super) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_invisible(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Cleans a block of code: lines and indentation stay, tabs become four spaces, and empty lines at
/// both ends are dropped.
pub(super) fn code(text: &str) -> String {
    let clean: String = text
        .replace("\r\n", "\n")
        .replace('\t', "    ")
        .chars()
        .filter(|c| *c == '\n' || !is_invisible(*c))
        .collect();
    let lines: Vec<&str> = clean.lines().map(str::trim_end).collect();
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    let last = lines
        .iter()
        .rposition(|line| !line.is_empty())
        .map_or(0, |at| at + 1);
    lines.get(first..last).unwrap_or_default().join("\n")
}

/// Whether a character is invisible: control characters, soft hyphens, zero-width spaces, and marks
/// that embed or override a reading direction. Joiners count as visible, because emoji and several
/// scripts need them.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Turns a file name or key into words: `where-are_they` becomes `Where are they`.
pub(super) fn title_from_stem(stem: &str) -> String {
    let spaced: String = stem
        .chars()
        .map(|c| if matches!(c, '-' | '_' | '+') { ' ' } else { c })
        .collect();
    let words = collapse(&spaced);
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => "Untitled".to_owned(),
    }
}

/// A line of at least this many words is prose, however it ends.
const PROSE_WORDS: usize = 15;

/// A line of at least this many words that ends like a sentence is prose.
const SENTENCE_WORDS: usize = 6;

/// Average characters of a word in scripts that write words without spaces between them.
const CHARS_A_WORD: usize = 3;

/// Whether a line reads as running text rather than as a heading, a name or an entry.
pub(super) fn is_prose(line: &str) -> bool {
    let spaced = line.split_whitespace().count();
    let unspaced = line.chars().filter(|c| is_unspaced(*c)).count() / CHARS_A_WORD;
    let words = spaced + unspaced;
    words >= PROSE_WORDS || (words >= SENTENCE_WORDS && ends_sentence(line))
}

/// Whether a line ends like a sentence.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', ')', '”', '’', '»', '」', ']'])
        .ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟'])
}

/// Chinese and Japanese characters, Thai, Lao, Khmer and Burmese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether two texts are the same apart from case, white space and punctuation.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    let key = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    key(a) == key(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_dropped_and_spaces_collapsed() {
        assert_eq!(
            collapse("\u{feff} Alpha\u{ad}bet\t\u{a0}and\r\n  more\u{202e} "),
            "Alphabet and more"
        );
        assert_eq!(collapse("👩\u{200d}🚀"), "👩\u{200d}🚀");
    }

    #[test]
    fn code_keeps_its_shape() {
        assert_eq!(
            code("\n\nif x:\n\tgo()  \n\nend\n\n"),
            "if x:\n    go()\n\nend"
        );
    }

    #[test]
    fn a_file_name_becomes_a_title() {
        assert_eq!(
            title_from_stem("where-are_polestars-made"),
            "Where are polestars made"
        );
        assert_eq!(title_from_stem("--"), "Untitled");
    }
}
