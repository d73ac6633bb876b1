//! A value somewhere in a body, which knows its place and reports there what is wrong with it, in
//! Discord's words.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use serde_json::{Map, Value, json};

use crate::error::ApiError;

/// The longest address in an embed or component, in characters.
const MAX_URL: usize = 2048;

pub(super) const WEB: &[&str] = &["http", "https"];
pub(super) const MEDIA: &[&str] = &["http", "https", "attachment"];

/// Runs rules over a body.
///
/// # Errors
/// 50035 with everything that the rules reported.
pub(super) fn check(body: &Value, rules: impl FnOnce(&Field<'_>)) -> Result<(), ApiError> {
    let problems = RefCell::new(Map::new());
    rules(&Field {
        value: body,
        path: Vec::new(),
        problems: &problems,
    });
    let problems = problems.into_inner();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ApiError::invalid_form(Value::Object(problems)))
    }
}

#[derive(Clone)]
pub(super) struct Field<'a> {
    value: &'a Value,
    path: Vec<String>,
    problems: &'a RefCell<Map<String, Value>>,
}

impl<'a> Field<'a> {
    pub(super) fn value(&self) -> &'a Value {
        self.value
    }

    /// What is under a key, unless it is left out or null.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(self.at(key.to_owned(), value))
    }

    /// What is under a key that must be there.
    pub(super) fn required(&self, key: &str) -> Option<Self> {
        let field = self.get(key);
        if field.is_none() {
            self.at(key.to_owned(), &Value::Null).missing();
        }
        field
    }

    fn at(&self, key: String, value: &'a Value) -> Self {
        let mut path = self.path.clone();
        path.push(key);
        Self {
            value,
            path,
            problems: self.problems,
        }
    }

    pub(super) fn missing(&self) {
        self.problem("BASE_TYPE_REQUIRED", "This field is required");
    }

    /// Reports a problem here.
    pub(super) fn problem(&self, code: &str, message: &str) {
        let mut problems = self.problems.borrow_mut();
        let mut node = &mut *problems;
        for key in &self.path {
            let next = node.entry(key).or_insert_with(|| json!({}));
            let Value::Object(map) = next else { return };
            node = map;
        }
        let list = node.entry("_errors").or_insert_with(|| json!([]));
        if let Value::Array(list) = list {
            list.push(json!({"code": code, "message": message}));
        }
    }

    /// Whether it is an object.
    pub(super) fn is_model(&self) -> bool {
        let is = self.value.is_object();
        if !is {
            self.problem(
                "MODEL_TYPE_CONVERT",
                "Only dictionaries may be used in a ModelType",
            );
        }
        is
    }

    /// A text of so many characters.
    pub(super) fn text(&self, length: RangeInclusive<usize>) -> Option<&'a str> {
        let Some(text) = self.value.as_str() else {
            self.problem(
                "STRING_TYPE_CONVERT",
                &format!("Could not interpret \"{}\" as string.", self.value),
            );
            return None;
        };
        self.has_length(text.chars().count(), &length)
            .then_some(text)
    }

    fn has_length(&self, length: usize, allowed: &RangeInclusive<usize>) -> bool {
        let fits = allowed.contains(&length);
        if !fits {
            match allowed.start() {
                0 => self.problem(
                    "BASE_TYPE_MAX_LENGTH",
                    &format!("Must be {} or fewer in length.", allowed.end()),
                ),
                min => self.problem(
                    "BASE_TYPE_BAD_LENGTH",
                    &format!("Must be between {min} and {} in length.", allowed.end()),
                ),
            }
        }
        fits
    }

    /// A whole number; Discord also reads one in a string, and `1.0`, which in JSON is the same as 1.
    pub(super) fn integer(&self, range: RangeInclusive<i64>) -> Option<i64> {
        let number = match self.value {
            Value::String(text) => text.parse().ok(),
            value => value.as_i64().or_else(|| whole(value.as_f64()?)),
        };
        let Some(number) = number else {
            self.not_a("int");
            return None;
        };
        if number > *range.end() {
            self.problem(
                "NUMBER_TYPE_MAX",
                &format!("int value should be less than or equal to {}.", range.end()),
            );
        } else if number < *range.start() {
            self.problem(
                "NUMBER_TYPE_MIN",
                &format!(
                    "int value should be greater than or equal to {}.",
                    range.start()
                ),
            );
        }
        range.contains(&number).then_some(number)
    }

    fn plain_integer(&self) -> Option<i64> {
        let number = self.value.as_i64();
        if number.is_none() {
            self.not_a("int");
        }
        number
    }

    /// Any number.
    pub(super) fn number(&self) -> Option<f64> {
        let number = self.value.as_f64();
        if number.is_none() {
            self.not_a("float");
        }
        number
    }

    fn not_a(&self, kind: &str) {
        let shown = match self.value {
            Value::String(text) => text.clone(),
            value => value.to_string(),
        };
        self.problem(
            "NUMBER_TYPE_COERCE",
            &format!("Value \"{shown}\" is not {kind}."),
        );
    }

    pub(super) fn boolean(&self) -> Option<bool> {
        let value = self.value.as_bool();
        if value.is_none() {
            self.problem("BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        }
        value
    }

    /// An id; Discord also reads one in a number.
    pub(super) fn snowflake(&self) -> Option<u64> {
        let id = match self.value {
            Value::String(text) => text.parse().ok(),
            value => value.as_u64(),
        };
        if id.is_none() {
            self.not_a("snowflake");
        }
        id
    }

    /// One of these numbers, in no disguise.
    pub(super) fn one_of(&self, allowed: &[i64]) -> Option<i64> {
        let number = self.plain_integer()?;
        if !allowed.contains(&number) {
            self.problem(
                "BASE_TYPE_CHOICES",
                &format!("Value must be one of {{{}}}.", listed(allowed)),
            );
            return None;
        }
        Some(number)
    }

    /// The `type` of one of the variants that may stand here.
    pub(super) fn variant(&self, allowed: &[i64]) -> Option<i64> {
        if !self.is_model() {
            return None;
        }
        let kind = self.required("type")?;
        let number = kind.plain_integer()?;
        if !allowed.contains(&number) {
            let allowed = match allowed {
                [one] => format!("{one},"),
                more => listed(more),
            };
            kind.problem(
                "UNION_TYPE_CHOICES",
                &format!("Value of field \"type\" must be one of ({allowed})."),
            );
            return None;
        }
        Some(number)
    }

    /// A list of so many; empty when it is none. Every item is there even when they are too many.
    pub(super) fn list(&self, length: RangeInclusive<usize>) -> Vec<Self> {
        let Some(items) = self.value.as_array() else {
            self.problem(
                "LIST_TYPE_CONVERT",
                "Only iterables may be used in a ListType",
            );
            return Vec::new();
        };
        if !self.has_length(items.len(), &length) {
            return Vec::new();
        }
        items
            .iter()
            .enumerate()
            .map(|(index, item)| self.at(index.to_string(), item))
            .collect()
    }

    /// Ids, each once.
    pub(super) fn snowflakes(&self, most: usize) {
        let mut seen = Vec::new();
        for item in self.list(0..=most) {
            if let Some(id) = item.snowflake() {
                if seen.contains(&id) {
                    item.repeated();
                }
                seen.push(id);
            }
        }
    }

    pub(super) fn repeated(&self) {
        self.problem(
            "SET_TYPE_ALREADY_CONTAINS_VALUE",
            "The set already contains this value",
        );
    }

    /// The keys and values of a dictionary.
    pub(super) fn entries(&self) -> Vec<(&'a str, Self)> {
        let Some(map) = self.value.as_object() else {
            self.problem(
                "DICT_TYPE_CONVERT",
                "Only dictionaries may be used in a DictType",
            );
            return Vec::new();
        };
        map.iter()
            .map(|(key, value)| (key.as_str(), self.at(key.clone(), value)))
            .collect()
    }

    /// An absolute address with one of these schemes.
    pub(super) fn url(&self, schemes: &[&str]) {
        self.url_within(schemes, MAX_URL);
    }

    pub(super) fn url_within(&self, schemes: &[&str], longest: usize) {
        let Some(url) = self.text(0..=longest) else {
            return;
        };
        let Some((scheme, rest)) = url.split_once("://") else {
            self.problem("URL_TYPE_INVALID_URL", "Not a well formed URL.");
            return;
        };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if !schemes.contains(&scheme.to_ascii_lowercase().as_str()) {
            let allowed: Vec<_> = schemes.iter().map(|scheme| format!("'{scheme}'")).collect();
            self.problem(
                "URL_TYPE_INVALID_SCHEME",
                &format!(
                    "Scheme \"{scheme}\" must be one of ({}).",
                    allowed.join(", ")
                ),
            );
        } else if host.is_empty() || url.contains(|c: char| c.is_whitespace() || c.is_control()) {
            self.problem("URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
    }
}

fn listed(numbers: &[i64]) -> String {
    let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(", ")
}

/// A number without a fraction, unless it is too large to be sure of that.
fn whole(number: f64) -> Option<i64> {
    /// 2^53: beyond it not every whole number can be written.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let is_whole = number.fract() == 0.0 && number.abs() <= EXACT;
    is_whole.then(|| format!("{number:.0}").parse().ok())?
}
