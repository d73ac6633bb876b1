//! Courtesies that people address to a bot: thanks, a greeting, "great!". They ask nothing, and
//! searching for them would report that the articles do not cover gratitude. Pure.

use unicode_segmentation::UnicodeSegmentation as _;

use lodestar_engine::answer::Question;

/// A courtesy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Courtesy {
    /// Thanks, a farewell, or praise for an answer.
    Thanks,
    Greeting,
}

/// Characters of a text that are examined; a longer text says more than a courtesy.
const LOOKED_AT: usize = 120;

/// Thanks and farewells. All lists are in lower case, space-separated, in the bot's languages.
const THANKS: &str = "thanks thank thx thnx thankyou ty tysm tyvm cheers kudos appreciated bye goodbye \
    tack tackar hejdå danke dankeschön dankesehr tschüss ciao takk bedankt dank dankje dankjewel \
    dankuwel doei merci gracias adiós adios";

/// Words that go with thanks.
const AROUND_THANKS: &str = "you u so very much a lot lots many again for the your that this help helping \
    helped helpful answer info quick fast all everyone guys dear bot it is was really well and oh ah man \
    mate buddy in advance så mycket tusen stort för hjälpen svaret snälla dig du det var till vielen \
    herzlichen schön sehr dir ihnen euch für die hilfe antwort besten schonmal vorab mange mye hjelpen \
    svaret deg je wel u hartelijk veel heel erg voor de hulp het antwoord beaucoup bien mille infiniment \
    pour votre ton ta l'aide aide réponse muchas mil muchísimas por la tu su ayuda respuesta un";

/// Praise for an answer.
const PRAISE: &str = "ok okay great perfect cool nice awesome brilliant excellent super wonderful amazing \
    good fantastic lovely neat got it bra toppen fint perfekt kanon prima klasse klar alles flott supert \
    goed mooi top genial génial parfait parfaite nickel perfecto genial vale estupendo";

const AROUND_PRAISE: &str = "very so really that's it's all right sehr så väldigt heel zo très muy";

const GREETINGS: &str = "hi hello hey heya hiya yo howdy greetings hej hejsan hallå tjena hallo moin \
    servus hei heisann hoi goedemorgen goedemiddag goedenavond bonjour bonsoir salut coucou hola buenas";

/// Greetings of two words.
const GREETING_PAIRS: &[[&str; 2]] = &[
    ["good", "morning"],
    ["good", "afternoon"],
    ["good", "evening"],
    ["god", "morgon"],
    ["god", "kväll"],
    ["god", "morgen"],
    ["god", "kveld"],
    ["guten", "morgen"],
    ["guten", "tag"],
    ["guten", "abend"],
    ["buenos", "días"],
    ["buenos", "dias"],
    ["buenas", "tardes"],
    ["buenas", "noches"],
];

const AROUND_GREETINGS: &str = "there all everyone everybody bot you to alla du alle zusammen dir \
    allemaal iedereen tous toi a todos";

/// The same in Chinese, which has no spaces between words.
const CHINESE_THANKS: &[&str] = &[
    "谢谢", "謝謝", "多谢", "多謝", "感谢", "感謝", "谢啦", "再见",
];
const CHINESE_GREETINGS: &[&str] = &["你好", "您好", "大家好", "早上好", "晚上好", "下午好", "嗨"];
const CHINESE_PRAISE: &[&str] = &["太好了", "很好", "明白了", "好的", "不错"];
const CHINESE_AROUND: &str = "你您了的啦啊呀哦非常太大家很帮助回答解答";

/// The courtesy that a text consists of, if any. `is_reply` if it replies to an answer: then praise
/// alone, or an emoji alone, is thanks too.
pub(in crate::discord) fn courtesy(text: &str, is_reply: bool) -> Option<Courtesy> {
    let cleaned = Question::clean(text, LOOKED_AT);
    if cleaned.cut > 0 || cleaned.text.contains(['?', '？', '¿']) {
        return None;
    }
    let lower = cleaned.text.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.unicode_words().collect();
    if words.is_empty() {
        let is_said = text
            .chars()
            .any(|letter| !letter.is_ascii() && !letter.is_whitespace());
        return (is_reply && is_said).then_some(Courtesy::Thanks);
    }
    if lower.chars().any(is_chinese) {
        return in_chinese(&lower, is_reply);
    }
    let is_all = |lists: &[&str]| {
        words
            .iter()
            .all(|word| lists.iter().any(|it| has(it, word)))
    };
    let is_any = |list: &str| words.iter().any(|word| has(list, word));
    if is_any(THANKS) && is_all(&[THANKS, AROUND_THANKS, PRAISE, GREETINGS]) {
        return Some(Courtesy::Thanks);
    }
    if is_reply && is_any(PRAISE) && is_all(&[PRAISE, AROUND_PRAISE]) {
        return Some(Courtesy::Thanks);
    }
    let (rest, paired) = without_pairs(&words);
    let greets = paired || is_any(GREETINGS);
    let is_greeting = |word: &&str| has(GREETINGS, word) || has(AROUND_GREETINGS, word);
    (greets && rest.iter().all(is_greeting)).then_some(Courtesy::Greeting)
}

/// A text without its courtesies: "Hello! Where is it? Thanks!" asks where it is. A text with
/// quotes, or with nothing else, is left alone.
pub(in crate::discord) fn without_courtesies(text: &str) -> String {
    let kept: String = text
        .split_sentence_bounds()
        .filter(|sentence| courtesy(sentence, false).is_none())
        .collect();
    if kept.contains(char::is_alphanumeric) && !text.contains('"') {
        kept.trim().to_owned()
    } else {
        text.to_owned()
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|it| it == word)
}

/// The words without two-word greetings, and whether there was one.
fn without_pairs<'a>(words: &[&'a str]) -> (Vec<&'a str>, bool) {
    let mut rest = Vec::new();
    let mut left = words;
    loop {
        left = match left {
            [] => break,
            [one, other, further @ ..] if GREETING_PAIRS.contains(&[one, other]) => further,
            [one, further @ ..] => {
                rest.push(*one);
                further
            }
        };
    }
    let paired = rest.len() < words.len();
    (rest, paired)
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

fn in_chinese(text: &str, is_reply: bool) -> Option<Courtesy> {
    let holds = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
    let mut rest = text.to_owned();
    let phrases = [CHINESE_THANKS, CHINESE_PRAISE, CHINESE_GREETINGS].concat();
    for phrase in phrases {
        rest = rest.replace(phrase, "");
    }
    let is_around = |letter: char| !letter.is_alphanumeric() || CHINESE_AROUND.contains(letter);
    if !rest.chars().all(is_around) {
        return None;
    }
    if holds(CHINESE_THANKS) || (is_reply && holds(CHINESE_PRAISE)) {
        return Some(Courtesy::Thanks);
    }
    holds(CHINESE_GREETINGS).then_some(Courtesy::Greeting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thanks_are_thanks_in_every_language() {
        for text in [
            "Thanks!",
            "thank you so much 🙏",
            "Perfect, thanks a lot for your help!",
            "ty",
            "Tack så mycket!",
            "Tusen tack för hjälpen",
            "Vielen Dank!",
            "Super, danke dir 😊",
            "Tusen takk for hjelpen!",
            "Dank je wel!",
            "Hartelijk bedankt voor de hulp",
            "Merci beaucoup !",
            "Muchas gracias por la ayuda",
            "谢谢！",
            "非常感谢你的帮助",
            "thanks <:heart:123456789012345678>",
            "bye!",
        ] {
            assert_eq!(courtesy(text, false), Some(Courtesy::Thanks), "{text}");
        }
    }

    #[test]
    fn greetings_are_greetings_in_every_language() {
        for text in [
            "Hello!",
            "hi there",
            "Hej!",
            "God morgon",
            "Guten Tag",
            "hei",
            "Goedemorgen",
            "Bonjour",
            "¡Hola!",
            "buenos días",
            "你好",
            "Good evening everyone 👋",
        ] {
            assert_eq!(courtesy(text, false), Some(Courtesy::Greeting), "{text}");
        }
    }

    #[test]
    fn praise_counts_only_below_an_answer() {
        for text in ["perfect!", "Great 👍", "got it", "❤️", "prima", "太好了"] {
            assert_eq!(courtesy(text, true), Some(Courtesy::Thanks), "{text}");
            assert_eq!(courtesy(text, false), None, "{text}");
        }
    }

    #[test]
    fn courtesies_around_a_question_are_left_out() {
        for (text, asks) in [
            ("hi all! when does it leave?", "when does it leave?"),
            ("Hello. Where is it?  Thanks a lot!", "Where is it?"),
            ("你好！港口在哪里？谢谢！", "港口在哪里？"),
            ("Where is it?", "Where is it?"),
            ("thanks", "thanks"),
            ("who said \"Hello. Bye.\"", "who said \"Hello. Bye.\""),
            ("", ""),
        ] {
            assert_eq!(without_courtesies(text), asks);
        }
    }

    #[test]
    fn a_text_that_says_more_is_a_question() {
        for text in [
            "Thanks, and when does it open?",
            "thanks? ",
            "thank you cards",
            "Danke, wann fährt die Fähre",
            "hello world program",
            "det var bra",
            "was it good",
            "hi when does the ferry leave",
            "good tag",
            "the help",
            "for the answer",
            "what is merci",
            "谢谢，港口在哪里",
            "港口",
            "is it good",
            "",
            "!",
            &format!("thanks {}", "so ".repeat(200)),
        ] {
            assert_eq!(courtesy(text, true), None, "{text}");
        }
    }
}
