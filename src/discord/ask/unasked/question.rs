//! Whether a text asks something. Pure: it knows how people ask in chats, in the bot's languages,
//! and nothing about messages.
//!
//! A question mark settles it in any language. People often leave it out in chats, so a sentence
//! without any mark also counts if it begins as only questions do in its language. Small talk
//! ("really?", "..., right?") does not count.

use unicode_segmentation::UnicodeSegmentation as _;

use super::grammar::{self, Grammar};
use lodestar_engine::answer::Question;

/// Characters of a text that are examined.
const LOOKED_AT: usize = 2_000;

/// Words of a question at least; fewer would give nothing to search for.
const WORDS: usize = 2;

/// Letters of a question at least, in scripts without spaces.
const LETTERS: usize = 4;

/// Question marks of all scripts. The Greek one looks like a semicolon, and most keyboards produce
/// one; see [`asks`].
const QUESTION_MARKS: &[char] = &[
    '?', '？', '؟', '⸮', '՞', '\u{37e}', '፧', '꘏', '⁇', '⁈', '⁉', '‽',
];

/// Marks that end other sentences.
const OTHER_MARKS: &[char] = &['.', '!', '…', ':', '。', '！', '।', ','];

/// Whether a message asks something that could be looked up.
pub(in crate::discord) fn is_question(text: &str) -> bool {
    questions(text).next().is_some()
}

/// The sentences of a message that ask something, in order, without mentions, addresses and code.
/// Quotes of others do not count.
pub(in crate::discord) fn questions(text: &str) -> impl Iterator<Item = String> {
    let own = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('>'));
    // Each line is a sentence of its own, with or without a mark; but code spans lines.
    let own = own.collect::<Vec<_>>().join("\n");
    let fenced: Vec<&str> = own.split("```").collect();
    let prose = fenced.into_iter().step_by(2).collect::<Vec<_>>().join("\n");
    let mut left = LOOKED_AT;
    let mut found = Vec::new();
    for line in prose.lines() {
        let line = Question::clean(line, left).text;
        left = left.saturating_sub(line.chars().count());
        let grammars = grammar::of(&line);
        let sentences = line.unicode_sentences().map(str::trim);
        found.extend(
            sentences
                .filter(|sentence| asks(sentence, &grammars))
                .map(str::to_owned),
        );
    }
    found.into_iter()
}

fn asks(sentence: &str, grammars: &[&Grammar]) -> bool {
    let greek = sentence.strip_suffix(';').filter(|_| is_greek(sentence));
    let asked = greek.map(|before| format!("{before}?"));
    let sentence = asked.as_deref().unwrap_or(sentence);
    let bare = sentence.trim_end_matches(|letter: char| {
        !letter.is_alphanumeric()
            && !QUESTION_MARKS.contains(&letter)
            && !OTHER_MARKS.contains(&letter)
    });
    let words: Vec<String> = bare.unicode_words().map(str::to_lowercase).collect();
    if grammar::is_spaceless(bare) {
        let letters = bare.chars().filter(|it| it.is_alphanumeric()).count();
        return letters >= LETTERS
            && (bare.ends_with(QUESTION_MARKS) || grammar::asks_without_spaces(bare));
    }
    if words.len() < WORDS {
        return false;
    }
    if bare.ends_with(QUESTION_MARKS) {
        return !is_tagged(bare) || begins_as_question(&words, grammars);
    }
    !bare.ends_with(OTHER_MARKS) && words.len() > WORDS && begins_as_question(&words, grammars)
}

fn is_greek(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    letters.any(|letter| matches!(letter, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'))
}

/// "It leaves at nine, right?" only asks for agreement.
fn is_tagged(sentence: &str) -> bool {
    let clause = sentence.rsplit([',', '，']).next().unwrap_or_default();
    let clause = clause.trim_matches(|letter: char| !letter.is_alphanumeric());
    clause.len() < sentence.len().saturating_sub(2) && grammar::is_tag(&clause.to_lowercase())
}

fn begins_as_question(words: &[String], grammars: &[&Grammar]) -> bool {
    let greeted = words.iter().position(|word| !grammar::is_greeting(word));
    let words = words.get(greeted.unwrap_or_default()..).unwrap_or_default();
    grammars.iter().any(|grammar| grammar.begins(words))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_asks_or_does_not(text in any::<String>()) {
            prop_assert_eq!(is_question(&text), questions(&text).count() > 0);
        }
    }

    #[test]
    fn a_question_mark_settles_it_in_any_language() {
        for text in [
            "Where is the harbour?",
            "The ferry leaves at nine or ten?",
            "Hi all! I was there yesterday. Is the castle open in winter?",
            "Missä satama on?",
            "Gdzie jest port?",
            "Где находится порт?",
            "أين الميناء؟",
            "Πού είναι το λιμάνι;",
            "港口在哪里？",
            "Where is it? 🙏",
            "(Where is the harbour?)",
            "where is the harbour?? thanks in advance",
        ] {
            assert!(is_question(text), "{text}");
        }
    }

    #[test]
    fn people_leave_the_mark_out() {
        for text in [
            "where is the harbour",
            "hey does anyone know when the castle opens",
            "how do i get to marstrand",
            "how to get to marstrand",
            "what time does the ferry leave",
            "what's the price of a ticket",
            "can i bring my dog",
            "is there a ferry on sundays",
            "var ligger hamnen",
            "vet någon när färjan går",
            "finns det en färja på söndagar",
            "wo ist der hafen",
            "weiß jemand wann die burg öffnet",
            "kann ich meinen hund mitnehmen",
            "hvor ligger havnen",
            "er det noen som vet når fergen går",
            "waar is de haven",
            "weet iemand wanneer de boot vertrekt",
            "où est le port",
            "est-ce que le château est ouvert",
            "quelqu’un sait quand part le bateau",
            "dónde está el puerto",
            "alguien sabe cuándo sale el barco",
            "请问港口在哪里",
            "这条船星期天开吗",
            "港はどこですか",
            "항구가 어디에 있나요",
        ] {
            assert!(is_question(text), "{text}");
        }
    }

    #[test]
    fn statements_and_small_talk_are_not_questions() {
        for text in [
            "",
            "?",
            "???",
            "really?",
            "what?",
            "The ferry leaves from the northern pier.",
            "the ferry leaves from the northern pier",
            "It leaves at nine, right?",
            "Das ist der Hafen, oder?",
            "Det är hamnen, eller hur?",
            "C'est le port, non?",
            "What a day!",
            "when i was young i lived there",
            "what you said is true",
            "als ich dort war regnete es",
            "wenn du willst komme ich mit",
            "när jag var ung bodde jag där",
            "quand je suis arrivé il pleuvait",
            "do it now please",
            "have fun out there",
            "was nice to see you all",
            "is nice",
            "good morning everybody",
            "the ferry leaves at nine;",
            "see https://town.example/search?q=ferry",
            "```\nwhere is the harbour?\n```",
            "> where is the harbour?",
            "没什么",
            "<@123> <:what:456>",
        ] {
            assert!(!is_question(text), "{text}");
        }
    }

    #[test]
    fn the_questions_of_a_long_message_are_found_one_by_one() {
        let text = "Hello everybody.\nWe come on Friday. Where does the ferry leave from? \
            And what does a ticket cost?\n> is this mine?\nThank you!";
        let found: Vec<String> = questions(text).collect();
        assert_eq!(
            found,
            [
                "Where does the ferry leave from?",
                "And what does a ticket cost?"
            ]
        );
    }
}
