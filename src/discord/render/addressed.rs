//! Finds the line of a message that says whom it is for.

/// The line of one of the bot's messages that says whom it is for, kept when the rest changes.
/// Nothing else in the bot's messages mentions anybody in a form that Discord shows as a name.
pub(in crate::discord) fn head(content: &str) -> Option<&str> {
    let line = content.lines().next()?;
    let (_, after) = line.split_once("<@")?;
    let (digits, _) = after.split_once('>')?;
    let is_name = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_name.then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::words::Words;

    #[test]
    fn the_line_that_names_somebody_is_found_again_in_every_language() {
        let languages = Words::translations().map(|(_, words)| words);
        for words in languages.chain([Words::ENGLISH]) {
            let head_line = words.answer_for("<@42>");
            let content = format!("{head_line}\n> an answer");
            assert_eq!(head(&content), Some(head_line.as_str()));
        }
        for other in [
            "",
            "an answer",
            "an answer\n<@42>",
            "<@&42>",
            "<@>",
            "\\<@42",
            "<@42",
        ] {
            assert_eq!(head(other), None, "{other}");
        }
    }
}
