//! The query of a request, and percent-encoding.

use crate::error::ApiError;
use crate::snowflake::Snowflake;

/// Keys and values in their order.
#[derive(Debug, Default)]
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    pub(crate) fn of(text: Option<&str>) -> Self {
        let pairs = text.unwrap_or_default().split('&');
        Self(
            pairs
                .filter(|pair| !pair.is_empty())
                .map(|pair| {
                    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                    (decoded(key), decoded(&value.replace('+', " ")))
                })
                .collect(),
        )
    }

    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        let found = self.0.iter().find(|(own, _)| own == key);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.get(key)
            .is_some_and(|value| matches!(value, "1" | "true" | "True"))
    }

    /// # Errors
    /// 50035 for what is no id.
    pub(crate) fn id(&self, key: &str) -> Result<Option<Snowflake>, ApiError> {
        let Some(text) = self.get(key) else {
            return Ok(None);
        };
        match text.parse() {
            Ok(id) => Ok(Some(id)),
            Err(_) => {
                let message = format!("Value \"{text}\" is not snowflake.");
                Err(ApiError::invalid_field(
                    &[key],
                    "NUMBER_TYPE_COERCE",
                    &message,
                ))
            }
        }
    }

    /// A number between 1 and a most.
    ///
    /// # Errors
    /// 50035 for anything else.
    pub(crate) fn limit(&self, default: usize, most: usize) -> Result<usize, ApiError> {
        let Some(text) = self.get("limit") else {
            return Ok(default);
        };
        let refuse =
            |code: &str, message: &str| Err(ApiError::invalid_field(&["limit"], code, message));
        match text.parse::<usize>() {
            Err(_) => refuse(
                "NUMBER_TYPE_COERCE",
                &format!("Value \"{text}\" is not int."),
            ),
            Ok(0) => refuse(
                "NUMBER_TYPE_MIN",
                "int value should be greater than or equal to 1.",
            ),
            Ok(limit) if limit > most => refuse(
                "NUMBER_TYPE_MAX",
                &format!("int value should be less than or equal to {most}."),
            ),
            Ok(limit) => Ok(limit),
        }
    }
}

/// Takes percent-encoding away; what is no UTF-8 afterwards is replaced.
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        let digits = (byte == b'%').then(|| (ahead.next(), ahead.next()));
        match digits {
            Some((Some(high), Some(low))) => match (hex(high), hex(low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    bytes = ahead;
                }
                _ => out.push(byte),
            },
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|it| u8::try_from(it).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_is_taken_away() {
        assert_eq!(decoded("%F0%9F%91%8D"), "👍");
        assert_eq!(decoded("a%2"), "a%2");
        assert_eq!(decoded("%zz%41"), "%zzA");
        assert_eq!(decoded("100%"), "100%");
    }

    #[test]
    fn a_limit_is_a_number_in_its_range() {
        let limit = |text| Query::of(Some(text)).limit(50, 100).ok();
        assert_eq!(limit(""), Some(50));
        assert_eq!(limit("limit=100"), Some(100));
        for bad in ["limit=0", "limit=101", "limit=x", "limit=-1"] {
            assert_eq!(limit(bad), None, "{bad}");
        }
    }
}
