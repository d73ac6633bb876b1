//! Folds spellings of the same word into one: case, accents, width, letters with a stroke.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Lower case, compatibility-normalised (NFKD), without accents, recomposed.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let lower = word.to_lowercase();
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(&lower);
    let mut plain = String::with_capacity(apart.len());
    for letter in apart.chars() {
        match letter {
            letter if is_accent(letter) => {}
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'đ' | 'ð' => plain.push('d'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            '’' | 'ʼ' => plain.push('\''),
            letter => plain.push(letter),
        }
    }
    // Recompose Hangul syllables and kana with voicing marks.
    ComposingNormalizerBorrowed::new_nfc()
        .normalize(&plain)
        .into_owned()
}

/// Lower case and composed (NFKC), accents kept: what stemmers expect.
pub(super) fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let composed = ComposingNormalizerBorrowed::new_nfkc()
        .normalize(word)
        .to_lowercase();
    composed.replace(['’', 'ʼ'], "'")
}

/// Combining marks of the European scripts, and Arabic vowel signs and stretching. The marks of
/// other scripts are letters in their own right (Thai and Indic vowels) and stay.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{652}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_the_same() {
        for (written, folded) in [
            ("Košice", "kosice"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("Smørrebrød", "smorrebrod"),
            ("Ｐｏｌｅｓｔａｒ", "polestar"),
            ("한국어", "한국어"),
            ("ガス", "ガス"),
            ("กำลัง", "กําลัง"),
        ] {
            assert_eq!(fold(written), folded);
        }
    }
}
