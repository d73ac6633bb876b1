//! Names an article's file after its title, in characters that are safe everywhere.
//!
//! Pure: text in, a name without folder and extension out. It must not know the file system.

/// Most letters and digits of a name.
const MAX_NAME_CHARS: usize = 60;

/// Most bytes of a name; file systems allow 255.
const MAX_NAME_BYTES: usize = 180;

/// Names reserved on Windows, <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt"];

/// A file name made of the letters and digits of a text, in lowercase, with dashes between words.
pub(super) fn file_name(text: &str) -> String {
    let mut name = String::new();
    let mut chars = 0;
    for letter in text.chars().flat_map(char::to_lowercase) {
        if chars == MAX_NAME_CHARS || name.len() + letter.len_utf8() > MAX_NAME_BYTES {
            break;
        }
        if letter.is_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        } else {
            continue;
        }
        chars += 1;
    }
    let name = name.trim_end_matches('-');
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if name.is_empty() {
        "article".to_owned()
    } else if RESERVED.contains(&stem) {
        format!("article-{name}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_consists_of_letters_and_digits() {
        for (title, name) in [
            ("Where are Polestars made?", "where-are-polestars-made"),
            ("../../etc/passwd", "etc-passwd"),
            ("..\\..\\C:\\boot.ini", "c-boot-ini"),
            ("Über Öl & Café", "über-öl-café"),
            ("极星在哪里制造", "极星在哪里制造"),
            ("CON", "article-con"),
            ("com1", "article-com1"),
            ("🦀\0\u{202e}", "article"),
        ] {
            assert_eq!(file_name(title), name);
        }
        assert!(file_name(&"字".repeat(500)).len() <= MAX_NAME_BYTES);
    }
}
