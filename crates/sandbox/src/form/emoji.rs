//! Emoji as requests name them: one of Unicode's, or a custom one by name and id.

use unicode_segmentation::UnicodeSegmentation as _;

use super::field::Field;

/// Characters in the name of a custom emoji.
const NAME: std::ops::RangeInclusive<usize> = 2..=32;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Emoji {
    Unicode(String),
    Custom { name: String, id: u64 },
}

impl Emoji {
    pub(super) fn parse(text: &str) -> Option<Self> {
        if is_unicode(text) {
            return Some(Self::Unicode(text.to_owned()));
        }
        let (name, id) = text.rsplit_once(':')?;
        let is_name = NAME.contains(&name.chars().count())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let id = id.parse().ok().filter(|_| is_name)?;
        Some(Self::Custom {
            name: name.to_owned(),
            id,
        })
    }
}

/// Whether it is one emoji, for all that can be told without Unicode's own list: one character as
/// people see it, made of what emoji are made of.
fn is_unicode(text: &str) -> bool {
    let mut characters = text.chars();
    let Some(first) = characters.next() else {
        return false;
    };
    let mut rest = characters.filter(|c| *c != '\u{fe0f}');
    text.graphemes(true).count() == 1
        && if matches!(first, '0'..='9' | '#' | '*') {
            rest.eq(['\u{20e3}'])
        } else {
            is_pictograph(first)
                && rest.all(|c| {
                    is_pictograph(c) || matches!(c, '\u{200d}' | '\u{e0020}'..='\u{e007f}')
                })
        }
}

const fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{21aa}' | '\u{231a}'..='\u{23ff}' | '\u{24c2}' | '\u{25aa}'..='\u{27bf}'
        | '\u{2934}' | '\u{2935}' | '\u{2b05}'..='\u{2b55}' | '\u{3030}' | '\u{303d}' | '\u{3297}'
        | '\u{3299}' | '\u{1f004}'..='\u{1faff}')
}

/// The emoji of a button, select option or forum tag: `{"name"}` of Unicode's, or `{"id"}`.
pub(super) fn of_component(emoji: &Field<'_>) {
    if !emoji.is_model() {
        return;
    }
    if let Some(animated) = emoji.get("animated") {
        animated.boolean();
    }
    if let Some(id) = emoji.get("id") {
        id.snowflake();
        return;
    }
    let Some(name) = emoji.required("name") else {
        return;
    };
    if name
        .text(0..=*NAME.end())
        .is_some_and(|name| !is_unicode(name))
    {
        name.problem("BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emoji_are_told_from_text() {
        for emoji in [
            "👍",
            "👍🏽",
            "❤️",
            "❤",
            "1️⃣",
            "🇸🇪",
            "👨‍👩‍👧",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "✅",
            "⭐",
            "ℹ️",
        ] {
            assert_eq!(
                Emoji::parse(emoji),
                Some(Emoji::Unicode(emoji.to_owned())),
                "{emoji}"
            );
        }
        for text in [
            "",
            "a",
            "ä",
            "1",
            "👍👍",
            "👍a",
            ":)",
            ":thumbsup:",
            "x:1",
            "na me:1",
            "中",
        ] {
            assert_eq!(Emoji::parse(text), None, "{text}");
        }
        assert_eq!(
            Emoji::parse("polestar:123"),
            Some(Emoji::Custom {
                name: "polestar".to_owned(),
                id: 123
            })
        );
    }
}
