//! What is wrong with a configuration, for the person who has to mend it.

use std::fmt;

/// Edits within which a misspelt name is recognised.
const MAX_EDITS: usize = 3;

/// Every problem of a configuration.
#[derive(Debug)]
pub struct ConfigErrors(pub(super) Vec<Problem>);

/// One problem.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) place: Place,
    pub(super) text: String,
}

/// Where it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    File(String),
    Line { file: String, line: usize },
    Variable(String),
}

impl Place {
    /// The line of a byte of a file.
    pub(super) fn in_file(file: &str, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        Self::Line {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
        }
    }
}

impl std::error::Error for ConfigErrors {}

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => write!(f, "the configuration has a problem:")?,
            count => write!(f, "the configuration has {count} problems:")?,
        }
        self.0
            .iter()
            .try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::File(file) => write!(f, "{file} {}", self.text),
            Place::Line { file, line } => write!(f, "{file}:{line}: {}", self.text),
            Place::Variable(name) => write!(f, "environment variable {name}: {}", self.text),
        }
    }
}

/// "; did you mean x?" for the nearest name, if one is near.
pub(super) fn did_you_mean(name: &str, known: impl Iterator<Item = String>) -> String {
    known
        .map(|candidate| (edits(name, &candidate), candidate))
        .min()
        .filter(|(distance, _)| *distance <= MAX_EDITS)
        .map(|(_, candidate)| format!("; did you mean {candidate}?"))
        .unwrap_or_default()
}

/// Letters to insert, delete or replace to make one name of the other (Levenshtein distance).
fn edits(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut next = vec![line + 1];
        for ((column, target), pair) in other.iter().enumerate().zip(row.windows(2)) {
            let [diagonal, above] = pair else { continue };
            let replaced = diagonal + usize::from(*target != letter);
            let inserted = next.get(column).map_or(usize::MAX, |left| left + 1);
            next.push(replaced.min(above + 1).min(inserted));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_is_recognised_and_a_strange_one_is_not() {
        let known = || ["passages".to_owned(), "queue".to_owned()].into_iter();
        assert_eq!(did_you_mean("pasages", known()), "; did you mean passages?");
        assert_eq!(did_you_mean("temperature", known()), "");
        assert_eq!(edits("kitten", "sitting"), 3);
    }
}
