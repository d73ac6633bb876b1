//! Stemming: a language's Snowball algorithm, and what it does not handle.

use frostem::Algorithm;

use crate::language::Language;

use super::fold;

/// A genitive is only removed from words of at least this many letters.
const MIN_GENITIVE_CHARS: usize = 5;

/// The longest elided article before an apostrophe: "qu'", "dell'".
const MAX_ELISION_CHARS: usize = 5;

pub(super) struct Stemmer {
    language: Language,
    snowball: Option<frostem::Stemmer>,
}

impl Stemmer {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            snowball: algorithm(language).map(frostem::Stemmer::new),
        }
    }

    /// The stem without accents; empty only for an empty word.
    pub(super) fn stem(&self, word: &str) -> String {
        self.stem_lower(self.without_elision(&fold::lower(word)))
    }

    /// A second stem under which the word is indexed, if it has one.
    pub(super) fn variant(&self, word: &str) -> Option<String> {
        // Germanic genitives of names ("Polestars fabrik"), which the stemmers do not map to the
        // bare name.
        let takes_s = matches!(
            self.language,
            Language::Swedish
                | Language::Danish
                | Language::Norwegian
                | Language::German
                | Language::Dutch
        );
        let lower = fold::lower(word);
        let bare = lower
            .strip_suffix("'s")
            .or_else(|| lower.strip_suffix('s'))?;
        (takes_s && bare.chars().count() >= MIN_GENITIVE_CHARS).then(|| self.stem_lower(bare))
    }

    fn stem_lower(&self, lower: &str) -> String {
        let stem = match &self.snowball {
            Some(snowball) => fold::fold(&snowball.stem(lower)),
            None => fold::fold(lower),
        };
        if stem.is_empty() {
            fold::fold(lower)
        } else {
            stem
        }
    }

    /// "l'usine" is "usine".
    fn without_elision<'a>(&self, lower: &'a str) -> &'a str {
        if !matches!(self.language, Language::French | Language::Italian) {
            return lower;
        }
        match lower.split_once('\'') {
            Some((article, rest))
                if !rest.is_empty() && article.chars().count() <= MAX_ELISION_CHARS =>
            {
                rest
            }
            _ => lower,
        }
    }
}

fn algorithm(language: Language) -> Option<Algorithm> {
    Some(match language {
        Language::Arabic => Algorithm::Arabic,
        Language::Danish => Algorithm::Danish,
        Language::Dutch => Algorithm::Dutch,
        Language::English => Algorithm::English,
        Language::Finnish => Algorithm::Finnish,
        Language::French => Algorithm::French,
        Language::German => Algorithm::German,
        Language::Greek => Algorithm::Greek,
        Language::Hungarian => Algorithm::Hungarian,
        Language::Italian => Algorithm::Italian,
        Language::Norwegian => Algorithm::Norwegian,
        Language::Portuguese => Algorithm::Portuguese,
        Language::Romanian => Algorithm::Romanian,
        Language::Russian => Algorithm::Russian,
        Language::Spanish => Algorithm::Spanish,
        Language::Swedish => Algorithm::Swedish,
        Language::Tamil => Algorithm::Tamil,
        Language::Turkish => Algorithm::Turkish,
        Language::Chinese
        | Language::Japanese
        | Language::Korean
        | Language::Thai
        | Language::Other => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elided_articles_and_genitives_are_removed() {
        let french = Stemmer::new(Language::French);
        assert_eq!(french.stem("l’usine"), french.stem("usines"));
        let swedish = Stemmer::new(Language::Swedish);
        assert_eq!(swedish.variant("Polestars"), Some(swedish.stem("Polestar")));
        assert_eq!(Stemmer::new(Language::English).variant("Polestars"), None);
    }
}
