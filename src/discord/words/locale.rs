//! The languages the bot speaks: their Fluent files, Discord's names for them, and how they write
//! numbers. This module knows nothing about single sentences.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub(super) type Bundle = FluentBundle<FluentResource>;

macro_rules! locales {
    ($($name:ident $file:literal $tag:literal thousands $thousands:literal from $digits:literal,
       discord $($code:literal)+;)*) => {
        /// A language the bot speaks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Locale {
            $($name,)*
        }

        impl Locale {
            pub(super) const ALL: &[Self] = &[$(Self::$name,)*];

            /// Discord's codes, <https://docs.discord.com/developers/reference#locales>.
            pub(super) fn codes(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($code,)+],)*
                }
            }

            /// The messages of the language, read at first use.
            pub(super) fn bundle(self) -> &'static Bundle {
                match self {
                    $(Self::$name => {
                        static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| {
                            let mut bundle = read($tag, Locale::$name.source());
                            bundle.set_formatter(Some(number::<_, $thousands, $digits>));
                            bundle
                        });
                        &BUNDLE
                    })*
                }
            }

            pub(super) fn source(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!($file),)*
                }
            }
        }
    };
}

// Each language has its thousands separator, used in numbers of at least this many digits.
locales! {
    English "en.ftl" "en" thousands ',' from 4, discord "en-US" "en-GB";
    Swedish "sv.ftl" "sv" thousands '\u{a0}' from 4, discord "sv-SE";
    German "de.ftl" "de" thousands '.' from 4, discord "de";
    Norwegian "no.ftl" "nb" thousands '\u{a0}' from 4, discord "no";
    Dutch "nl.ftl" "nl" thousands '.' from 4, discord "nl";
    French "fr.ftl" "fr" thousands '\u{202f}' from 4, discord "fr";
    Spanish "es.ftl" "es" thousands '\u{a0}' from 5, discord "es-ES" "es-419";
    Chinese "zh-CN.ftl" "zh-CN" thousands ',' from 4, discord "zh-CN";
}

impl Locale {
    /// The language for a locale as sent by Discord; English for an unsupported one. Regions are
    /// merged, except that Chinese covers only Simplified Chinese.
    pub(super) fn of(code: &str) -> Self {
        let code = code.trim().to_ascii_lowercase().replace('_', "-");
        let mut subtags = code.split('-');
        match subtags.next() {
            Some("sv") => Self::Swedish,
            Some("de") => Self::German,
            Some("no" | "nb" | "nn") => Self::Norwegian,
            Some("nl") => Self::Dutch,
            Some("fr") => Self::French,
            Some("es") => Self::Spanish,
            Some("zh") if !subtags.any(|tag| matches!(tag, "tw" | "hk" | "mo" | "hant")) => {
                Self::Chinese
            }
            _ => Self::English,
        }
    }
}

fn read(tag: &str, source: &str) -> Bundle {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // The marks that isolate right-to-left values would interfere with Discord's own markup.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, errors)| {
        tracing::error!(tag, ?errors, "some messages of a language cannot be read");
        read
    });
    if let Err(errors) = bundle.add_resource(resource) {
        tracing::error!(tag, ?errors, "some messages of a language stand twice");
    }
    bundle
}

/// Writes a number with thousands separators if it has at least `DIGITS` digits. Numbers in
/// sentences are counts: whole and not negative.
fn number<M, const THOUSANDS: char, const DIGITS: usize>(
    value: &FluentValue<'_>,
    _: &M,
) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = format!("{:.0}", number.value);
    if digits.len() < DIGITS {
        return Some(digits);
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(THOUSANDS);
        }
        text.push(digit);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_of_discord_and_of_others_are_understood() {
        for locale in Locale::ALL {
            for code in locale.codes() {
                assert_eq!(Locale::of(code), *locale, "{code}");
            }
        }
        for (code, locale) in [
            ("nb-NO", Locale::Norwegian),
            ("SV_fi", Locale::Swedish),
            ("zh-Hans", Locale::Chinese),
            ("zh-TW", Locale::English),
            ("ja", Locale::English),
            ("", Locale::English),
            ("-", Locale::English),
        ] {
            assert_eq!(Locale::of(code), locale, "{code}");
        }
    }
}
