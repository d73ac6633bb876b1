//! The learned weights: a file of names and numbers that `lodestar train` writes, and the sums that
//! use them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use super::linear::Linear;

/// The weights that ship with the crate.
const LEARNED: &str = include_str!("model.txt");

/// All learned weights.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// Ranks passages.
    pub(crate) passage: Linear,
    /// Ranks passages for questions in a script without spaces: their terms overlap, so they need
    /// other weights.
    pub(crate) unspaced: Linear,
    /// Chooses the sentence to show.
    pub(crate) sentence: Linear,
    /// Computes the log-odds that the first passage answers.
    pub(crate) confidence: Linear,
}

impl Model {
    /// The model that ships with the crate.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Model> = LazyLock::new(|| Model::parse(LEARNED));
        &SHIPPED
    }

    /// The sum that ranks passages, for questions with or without spaces between words.
    pub(super) fn ranking(&self, unspaced: bool) -> &Linear {
        if unspaced {
            &self.unspaced
        } else {
            &self.passage
        }
    }

    /// Reads what [`Model::to_text`] wrote; missing weights are 0.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Self {
        let mut sections: BTreeMap<&str, BTreeMap<&str, f32>> = BTreeMap::new();
        let mut section = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
            {
                section = name;
            } else if let Some((name, value)) = line.split_once(' ')
                && let Ok(value) = value.trim().parse()
            {
                sections.entry(section).or_default().insert(name, value);
            }
        }
        let linear = |(section, names): (&str, &[&str])| {
            let weight = |name: &str| {
                let section = sections.get(section);
                section
                    .and_then(|section| section.get(name))
                    .copied()
                    .unwrap_or_default()
            };
            Linear {
                bias: weight("bias"),
                weights: names.iter().map(|name| weight(name)).collect(),
            }
        };
        let [passage, unspaced, sentence, confidence] = parts().map(linear);
        Self {
            passage,
            unspaced,
            sentence,
            confidence,
        }
    }

    /// The contents of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::from(
            "# What ranking has learned, one weight a line; `lodestar train` writes this file.\n",
        );
        let linears = [
            &self.passage,
            &self.unspaced,
            &self.sentence,
            &self.confidence,
        ];
        for ((section, names), linear) in parts().into_iter().zip(linears) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\n[{section}]\nbias {:.4}", linear.bias);
            for (name, weight) in names.iter().zip(&linear.weights) {
                let _ = writeln!(text, "{name} {weight:.4}");
            }
        }
        text
    }
}

/// The file's sections, each with its names.
fn parts() -> [(&'static str, &'static [&'static str]); 4] {
    [
        ("passage", super::features::Features::NAMES),
        ("unspaced", super::features::Features::NAMES),
        ("sentence", super::sentence::SentenceFeatures::NAMES),
        ("confidence", super::confidence::Signals::NAMES),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_is_complete_and_survives_a_round_trip() {
        let model = Model::shipped();
        assert_eq!(model.to_text(), LEARNED);
        for linear in [
            &model.passage,
            &model.unspaced,
            &model.sentence,
            &model.confidence,
        ] {
            assert!(linear.weights.iter().any(|weight| *weight != 0.0));
        }
    }
}
