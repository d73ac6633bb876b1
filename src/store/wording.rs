//! When two questions are the same, and a hash that shows this without revealing the question.
//!
//! Pure.

use icu_normalizer::ComposingNormalizerBorrowed;

/// A normal form, equal for questions that differ only in case, Unicode form, white space and
/// surrounding marks.
pub(super) fn normal(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfkc()
        .normalize(text)
        .to_lowercase();
    let words: Vec<&str> = composed
        .split_whitespace()
        .map(|word| word.trim_matches(is_mark))
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        // There are only marks, so they are the question.
        return composed.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    words.join(" ")
}

/// Marks that end or enclose; `+`, `#` and the like belong to names.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '¿'
            | '¡'
            | '…'
            | '"'
            | '\''
            | '`'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '('
            | ')'
            | '。'
            | '、'
            | '？'
            | '！'
            | '，'
    )
}

/// A hash of the question's wording, specific to this store.
pub(super) fn hash(salt: &[u8; 32], text: &str) -> String {
    blake3::keyed_hash(salt, normal(text).as_bytes())
        .to_hex()
        .to_string()
}

/// The number of a question on a server; the same however often it is asked there.
pub(super) fn number(salt: &[u8; 32], server: Option<u64>, text: &str) -> u64 {
    let mut hasher = blake3::Hasher::new_keyed(salt);
    hasher.update(&server.unwrap_or_default().to_be_bytes());
    hasher.update(normal(text).as_bytes());
    let mut bytes = [0; 8];
    hasher.finalize_xof().fill(&mut bytes);
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_the_same_however_it_is_typed() {
        let one = normal("How do I charge  a Polestar?");
        for same in [
            "how do i charge a polestar",
            " How do I charge “a” polestar ?!",
            "ｈow do I\ncharge a Polestar…",
        ] {
            assert_eq!(normal(same), one, "{same}");
        }
        assert_eq!(normal("Caf\u{65}\u{301}?"), normal("CAFÉ"));
    }

    #[test]
    fn names_made_of_marks_stay_apart() {
        assert_ne!(normal("C++?"), normal("C#?"));
        assert_ne!(normal("???"), normal("!"));
        assert_eq!(normal(" \n"), "");
    }

    #[test]
    fn a_hash_is_of_one_store_and_a_number_of_one_server() {
        let (here, there) = ([1; 32], [2; 32]);
        assert_eq!(hash(&here, "Why?"), hash(&here, "why"));
        assert_ne!(hash(&here, "why"), hash(&there, "why"));
        assert_ne!(number(&here, Some(1), "why"), number(&here, Some(2), "why"));
    }
}
