//! Ids as Discord makes them: 64 bits that begin with the time, written as decimal strings. Knows
//! nothing of what they name.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The first millisecond of 2015, from which Discord counts.
const EPOCH_MS: i64 = 1_420_070_400_000;

/// Bits below the time: worker, process and a counter.
const LOW_BITS: u32 = 22;

/// An id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Snowflake(pub u64);

impl Snowflake {
    /// The lowest id of a moment.
    pub(crate) fn at(moment: Timestamp) -> Self {
        let ms = moment.as_millisecond().saturating_sub(EPOCH_MS);
        Self(u64::try_from(ms).unwrap_or_default() << LOW_BITS)
    }

    /// When it was made, to the millisecond.
    #[must_use]
    pub fn made(self) -> Timestamp {
        let ms = i64::try_from(self.0 >> LOW_BITS).unwrap_or_default();
        Timestamp::from_millisecond(ms.saturating_add(EPOCH_MS)).unwrap_or_default()
    }
}

impl fmt::Display for Snowflake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Snowflake {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Serialize for Snowflake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Bots may write an id as a string or as a number.
impl<'de> Deserialize<'de> for Snowflake {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Snowflake;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a snowflake")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Snowflake, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_u64<E>(self, number: u64) -> Result<Snowflake, E> {
                Ok(Snowflake(number))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_when_it_was_made() {
        // The example of Discord's documentation.
        let id: Snowflake = "175928847299117063".parse().unwrap();
        assert_eq!(id.made().to_string(), "2016-04-30T11:18:25.796Z");
        assert_eq!(Snowflake::at(id.made()).0, id.0 >> LOW_BITS << LOW_BITS);
    }

    #[test]
    fn an_id_is_written_as_a_string_and_read_from_either() {
        let read = |text| serde_json::from_str::<Snowflake>(text).ok();
        assert_eq!(serde_json::to_string(&Snowflake(5)).unwrap(), "\"5\"");
        assert_eq!(read("\"5\""), Some(Snowflake(5)));
        assert_eq!(read("5"), Some(Snowflake(5)));
        assert_eq!(read("\"five\""), None);
    }
}
