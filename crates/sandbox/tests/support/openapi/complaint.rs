//! What a validator finds, as a sentence about the place that matters: of the variants that a value
//! may have, the one that it was meant to be.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use serde_json::Value;

/// Longer values are not shown.
const SHOWN: usize = 160;

pub(super) fn all(validator: &Validator, value: &Value) -> Vec<String> {
    validator
        .iter_errors(value)
        .filter_map(|error| complaint(&error))
        .collect()
}

/// `None` for what Discord takes nevertheless: a whole number in a string.
fn complaint(error: &ValidationError<'_>) -> Option<String> {
    let (error, message) = most_telling(error);
    let is_number_in_text = matches!(&error.kind, ValidationErrorKind::Type { kind } if wants_integer(kind))
        && error
            .instance
            .as_str()
            .is_some_and(|text| text.parse::<i64>().is_ok());
    let place = error.instance_path.as_str();
    (!is_number_in_text).then(|| format!("{place}: {message}"))
}

fn wants_integer(kind: &TypeKind) -> bool {
    match kind {
        TypeKind::Single(kind) => *kind == JsonType::Integer,
        TypeKind::Multiple(kinds) => kinds.contains(JsonType::Integer),
    }
}

fn most_telling<'e, 'v>(error: &'e ValidationError<'v>) -> (&'e ValidationError<'v>, String) {
    let (ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context }) =
        &error.kind
    else {
        return (error, shown(error));
    };
    let variants = || context.iter().filter(|errors| !errors.is_empty());
    if let Some(kind) = error.instance.get("type")
        && variants().all(|errors| is_of_another_type(errors) || is_null(errors))
    {
        return (error, format!("no variant has type {kind}"));
    }
    let meant = variants().min_by_key(|errors| {
        (
            is_null(errors),
            is_of_another_type(errors),
            errors.len(),
            std::cmp::Reverse(errors.iter().map(depth).max()),
        )
    });
    match meant.and_then(|errors| errors.iter().max_by_key(|error| depth(error))) {
        Some(deepest) => most_telling(deepest),
        None => (error, shown(error)),
    }
}

fn is_null(errors: &[ValidationError<'_>]) -> bool {
    errors.iter().any(|error| {
        matches!(
            error.kind,
            ValidationErrorKind::Type {
                kind: TypeKind::Single(JsonType::Null)
            }
        )
    })
}

fn is_of_another_type(errors: &[ValidationError<'_>]) -> bool {
    errors.iter().any(|error| {
        error.instance_path.as_str().ends_with("/type")
            && matches!(
                error.kind,
                ValidationErrorKind::Enum { .. } | ValidationErrorKind::Constant { .. }
            )
    })
}

fn depth(error: &ValidationError<'_>) -> usize {
    error.instance_path.as_str().matches('/').count()
}

fn shown(error: &ValidationError<'_>) -> String {
    let whole = error.to_string();
    if whole.chars().count() < SHOWN {
        whole
    } else {
        error.masked().to_string()
    }
}
