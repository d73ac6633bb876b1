//! The languages that text analysis distinguishes.
//!
//! A leaf: it maps codes and detects languages. It must not know stemmers or files.

use serde::{Deserialize, Serialize};

macro_rules! languages {
    ($($name:ident $code:literal $whatlang:ident;)*) => {
        /// A language with text analysis of its own, or [`Language::Other`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Language {
            $($name,)*
            /// Any other language: words are compared as written.
            Other,
        }

        impl Language {
            /// Every language but [`Language::Other`].
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            /// The ISO 639-1 code; `und` (undetermined, as in BCP 47) for [`Language::Other`].
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                    Self::Other => "und",
                }
            }

            fn from_whatlang(lang: whatlang::Lang) -> Self {
                match lang {
                    $(whatlang::Lang::$whatlang => Self::$name,)*
                    _ => Self::Other,
                }
            }
        }
    };
}

languages! {
    Arabic "ar" Ara;
    Chinese "zh" Cmn;
    Danish "da" Dan;
    Dutch "nl" Nld;
    English "en" Eng;
    Finnish "fi" Fin;
    French "fr" Fra;
    German "de" Deu;
    Greek "el" Ell;
    Hungarian "hu" Hun;
    Italian "it" Ita;
    Japanese "ja" Jpn;
    Korean "ko" Kor;
    Norwegian "no" Nob;
    Portuguese "pt" Por;
    Romanian "ro" Ron;
    Russian "ru" Rus;
    Spanish "es" Spa;
    Swedish "sv" Swe;
    Tamil "ta" Tam;
    Thai "th" Tha;
    Turkish "tr" Tur;
}

/// How many bytes of text detection reads; the second number applies only if the first gives no
/// reliable result.
const DETECTION_BYTES: [usize; 2] = [1_000, 4_000];

impl Language {
    /// Parses a BCP 47 tag such as `en`, `sv-SE` or `zh_Hant`; only the first subtag counts.
    /// Well-formed tags of other languages give [`Language::Other`], anything else `None`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        if !(2..=3).contains(&first.len()) || !first.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let code = match first.as_str() {
            "nb" | "nn" => "no",
            other => other,
        };
        Some(
            Self::ALL
                .iter()
                .copied()
                .find(|language| language.code() == code)
                .unwrap_or(Self::Other),
        )
    }

    /// Guesses the language of a text from its script and letter sequences. Short or mixed text
    /// gives [`Language::Other`] rather than a wild guess.
    #[must_use]
    pub(crate) fn detect(text: &str) -> Self {
        let sure = |bytes| {
            let sample = text.get(..text.floor_char_boundary(bytes));
            whatlang::detect(sample.unwrap_or(text)).filter(whatlang::Info::is_reliable)
        };
        let sure = DETECTION_BYTES.into_iter().find_map(sure);
        sure.map_or(Self::Other, |info| Self::from_whatlang(info.lang()))
    }
}

impl Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::from_tag(&tag)
            .ok_or_else(|| serde::de::Error::custom(format!("{tag:?} is not a language tag")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_subtag_counts() {
        assert_eq!(Language::from_tag("sv-SE"), Some(Language::Swedish));
        assert_eq!(Language::from_tag("zh_Hant"), Some(Language::Chinese));
        assert_eq!(Language::from_tag("nb"), Some(Language::Norwegian));
        assert_eq!(Language::from_tag("is"), Some(Language::Other));
        assert_eq!(Language::from_tag("english"), None);
    }

    #[test]
    fn prose_is_detected_and_a_single_word_is_not_guessed() {
        let swedish =
            "Fabriken i Luqiao byter ägare och heter nu Taizhou. Bilarna byggs där som förut.";
        assert_eq!(Language::detect(swedish), Language::Swedish);
        assert_eq!(Language::detect("Polestar"), Language::Other);
    }
}
