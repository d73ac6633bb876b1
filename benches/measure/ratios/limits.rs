//! The file of what was found before, and how much worse a figure may become.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use super::super::table::number;
use super::{Found, Measure};

/// Below the folder that cargo runs benchmarks in.
pub(super) const FILE: &str = "benches/ratios.toml";

const HEAD: &str = "\
# What `cargo bench --bench measure -- ratios` found, and the factor by which each figure may be
# worse before `--check` fails. On x86-64; `--write` renews the values.
";

#[derive(Debug)]
pub(super) struct Limits {
    by_name: HashMap<String, Tolerated>,
    file: String,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tolerated {
    value: f64,
    factor: f64,
}

impl Limits {
    pub(super) fn read(file: &Path) -> anyhow::Result<Self> {
        let name = file.display().to_string();
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
        let by_name = toml::from_str(&text).with_context(|| format!("cannot use {name}"))?;
        Ok(Self {
            by_name,
            file: name,
        })
    }

    pub(super) fn of(&self, measure: Measure) -> anyhow::Result<Tolerated> {
        let known = self.by_name.get(measure.key()).copied();
        known.with_context(|| format!("{} has no [{}]", self.file, measure.key()))
    }
}

impl Tolerated {
    pub(super) fn most(self) -> f64 {
        self.value * self.factor
    }

    /// What is wrong with a figure, if anything is.
    pub(super) fn exceeded(self, measure: Measure, figure: Option<f64>) -> Option<String> {
        let what = measure.words();
        let Some(figure) = figure else {
            return Some(format!("{what}: cannot be counted here; install valgrind"));
        };
        // Not a number is no good figure either.
        let holds = figure <= self.most();
        (!holds).then(|| {
            format!(
                "{what}: {} is more than {} ({} before, times {})",
                number(figure),
                number(self.most()),
                number(self.value),
                self.factor,
            )
        })
    }
}

impl Measure {
    /// Why a figure may be worse by so much.
    fn tolerance(self) -> (f64, &'static str) {
        match self {
            Self::Ask => (
                1.8,
                "The fastest time of every question, by turns; what else the machine does moves it a little.",
            ),
            Self::Index => (
                3.0,
                "The fastest of a few whole runs of the program; the disk moves it most.",
            ),
            Self::Instructions => (
                1.2,
                "Counted; another compiler or another seed of a hash map moves it by a few hundredths.",
            ),
        }
    }
}

/// Renews the values; a figure that could not be taken keeps what it had.
pub(super) fn write(file: &Path, found: &[Found]) -> anyhow::Result<()> {
    let before = Limits::read(file).ok();
    let mut text = HEAD.to_owned();
    for &(measure, figure) in found {
        let known = before.as_ref().and_then(|limits| limits.of(measure).ok());
        let Some(value) = figure.or(known.map(|known| known.value)) else {
            continue;
        };
        let (factor, why) = measure.tolerance();
        let factor = known.map_or(factor, |known| known.factor);
        let (key, words) = (measure.key(), measure.words());
        let first: String = words.chars().take(1).flat_map(char::to_uppercase).collect();
        let rest: String = words.chars().skip(1).collect();
        text.push_str(&format!(
            "\n# {first}{rest}.\n# {why}\n[{key}]\nvalue = {value:.3}\nfactor = {factor}\n"
        ));
    }
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}
