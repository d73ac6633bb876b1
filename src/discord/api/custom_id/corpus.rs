//! The actions of buttons under messages about the corpus.

use std::fmt;

use super::{number, write_number};

/// Bytes of a search at most; each takes two characters of a `custom_id`.
const SEARCH_BYTES: usize = 38;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum CorpusAction {
    /// Shows a page, counted from 0, of the articles that were searched for.
    List { page: u32, search: Search },
    /// Adds a pending article, or drops it.
    Add { draft: u64, sure: bool },
    /// Removes an article, by [`crate::app::article_key`].
    Remove { article: u64 },
    /// Changes nothing.
    Keep,
    /// Restores a removed article.
    Restore { removed: u64 },
    /// Shows a page of problems, counted from 0.
    Health { page: u32 },
}

/// A search term, as much of it as fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct Search {
    bytes: [u8; SEARCH_BYTES],
    length: usize,
}

impl Search {
    pub(in crate::discord) fn of(text: &str) -> Self {
        let text = text.trim().to_lowercase();
        let end = text.floor_char_boundary(SEARCH_BYTES);
        Self::kept(text.get(..end).unwrap_or_default())
    }

    fn kept(text: &str) -> Self {
        let mut search = Self {
            bytes: [0; SEARCH_BYTES],
            length: 0,
        };
        for (place, byte) in search.bytes.iter_mut().zip(text.bytes()) {
            *place = byte;
            search.length += 1;
        }
        search
    }

    pub(in crate::discord) fn text(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    fn parse(hex: &str) -> Option<Self> {
        let digits: Option<Vec<u8>> = hex
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|it| u8::try_from(it).ok()))
            .collect();
        let digits = digits.filter(|it| it.len() % 2 == 0 && it.len() <= 2 * SEARCH_BYTES)?;
        let bytes: Vec<u8> = digits
            .chunks_exact(2)
            .map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + digit))
            .collect();
        let text = String::from_utf8(bytes).ok()?;
        Some(Self::kept(&text))
    }
}

impl CorpusAction {
    /// Parses what follows the verb.
    pub(in crate::discord) fn parse<'a>(mut parts: impl Iterator<Item = &'a str>) -> Option<Self> {
        let what = parts.next()?;
        let action = if what == "list" {
            Self::List {
                page: u32::try_from(number(parts.next()?)?).ok()?,
                search: Search::parse(parts.next()?)?,
            }
        } else {
            let mut next = || number(parts.next()?);
            match what {
                "add" => Self::Add {
                    draft: next()?,
                    sure: true,
                },
                "drop" => Self::Add {
                    draft: next()?,
                    sure: false,
                },
                "remove" => Self::Remove { article: next()? },
                "keep" => Self::Keep,
                "restore" => Self::Restore { removed: next()? },
                "health" => Self::Health {
                    page: u32::try_from(next()?).ok()?,
                },
                _ => return None,
            }
        };
        parts.next().is_none().then_some(action)
    }
}

impl fmt::Display for CorpusAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, number) = match self {
            Self::List { page, .. } => ("list", Some(u64::from(*page))),
            Self::Add { draft, sure: true } => ("add", Some(*draft)),
            Self::Add { draft, sure: false } => ("drop", Some(*draft)),
            Self::Remove { article } => ("remove", Some(*article)),
            Self::Keep => ("keep", None),
            Self::Restore { removed } => ("restore", Some(*removed)),
            Self::Health { page } => ("health", Some(u64::from(*page))),
        };
        write!(f, "corpus:{what}")?;
        if let Some(number) = number {
            f.write_str(":")?;
            write_number(f, number)?;
        }
        if let Self::List { search, .. } = self {
            f.write_str(":")?;
            for byte in search.text().bytes() {
                write!(f, "{byte:02x}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::discord::api::custom_id::Action;
    use crate::discord::api::custom_id::LIMIT;

    #[test]
    fn every_action_fits_and_parses_back() {
        let most = u64::MAX;
        for action in [
            CorpusAction::List {
                page: u32::MAX,
                search: Search::of(&"é".repeat(100)),
            },
            CorpusAction::List {
                page: 0,
                search: Search::of(""),
            },
            CorpusAction::Add {
                draft: most,
                sure: true,
            },
            CorpusAction::Add {
                draft: most,
                sure: false,
            },
            CorpusAction::Remove { article: most },
            CorpusAction::Keep,
            CorpusAction::Restore { removed: most },
            CorpusAction::Health { page: u32::MAX },
        ] {
            let text = Action::Corpus(action).to_string();
            assert!(text.len() <= LIMIT, "{text}");
            assert_eq!(Action::parse(&text), Some(Action::Corpus(action)), "{text}");
        }
    }

    #[test]
    fn foreign_ids_parse_to_nothing() {
        for text in [
            "corpus",
            "corpus:",
            "corpus:list:0",
            "corpus:list:0:4",
            "corpus:list:0:zz",
            "corpus:list:0:ff",
            "corpus:add:1:2",
            "corpus:keep:1",
        ] {
            assert_eq!(Action::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_search_parses_back(text in "\\PC{0,60}", page: u32) {
            let action = Action::Corpus(CorpusAction::List { page, search: Search::of(&text) });
            prop_assert_eq!(Action::parse(&action.to_string()), Some(action));
        }
    }
}
