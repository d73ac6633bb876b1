//! How values are stored in a row: ids as signed numbers, times as milliseconds, choices as words.

use jiff::Timestamp;
use serde::Serializer;
use sqlx::Row as _;

use super::database::Row;

/// An id as the database keeps it, without loss.
pub(super) fn id(id: u64) -> i64 {
    id.cast_signed()
}

pub(super) fn get_id(row: &Row, name: &str) -> sqlx::Result<u64> {
    row.try_get::<i64, _>(name).map(i64::cast_unsigned)
}

pub(super) fn get_optional_id(row: &Row, name: &str) -> sqlx::Result<Option<u64>> {
    let id: Option<i64> = row.try_get(name)?;
    Ok(id.map(i64::cast_unsigned))
}

pub(super) fn time(time: Timestamp) -> i64 {
    time.as_millisecond()
}

pub(super) fn get_time(row: &Row, name: &str) -> sqlx::Result<Timestamp> {
    Timestamp::from_millisecond(row.try_get(name)?).map_err(|error| foreign(name, error))
}

/// The error for a word that this version does not know, or a number out of range.
pub(super) fn foreign(
    name: &str,
    error: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> sqlx::Error {
    sqlx::Error::ColumnDecode {
        index: name.to_owned(),
        source: error.into(),
    }
}

/// Ids are text in exports: many readers of JSON round numbers of their size.
pub(super) fn as_text<S: Serializer>(id: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

pub(super) fn as_optional_text<S: Serializer>(
    id: &Option<u64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match id {
        Some(id) => serializer.collect_str(id),
        None => serializer.serialize_none(),
    }
}

/// A closed set of choices, each kept as one word.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$about:meta])* $variant:ident = $word:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
        $vis enum $name { $($(#[$about])* #[serde(rename = $word)] $variant,)* }

        #[allow(dead_code, reason = "not every set of choices needs all of them")]
        impl $name {
            /// All choices, in the order in which they are offered.
            $vis const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word for this choice: short, of ASCII letters and `_`, and never changed.
            #[must_use]
            $vis fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The choice with this word.
            #[must_use]
            $vis fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }

            pub(super) fn get(
                row: &$crate::store::database::Row,
                name: &str,
            ) -> sqlx::Result<Self> {
                let word: String = sqlx::Row::try_get(row, name)?;
                Self::from_word(&word)
                    .ok_or_else(|| $crate::store::column::foreign(name, word))
            }
        }
    };
}
pub(super) use words;
