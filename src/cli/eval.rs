//! `lodestar eval`: measures answers on a question set and prints the figures.

use std::fs;
use std::io::{self, IsTerminal as _, Write};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use indicatif::{ProgressBar, ProgressStyle};

use crate::app::engine_settings;
use crate::config::Config;
use lodestar_engine::eval::{self, Figures, Run, Set};

use super::Outcome;
use super::terminal::printable;

/// Questions about the shipped corpus.
const GOLDEN: &str = include_str!("../../tests/it/golden/polestar.jsonl");

/// Characters of a passage shown with a miss.
const MISS_CHARS: usize = 240;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Folder with `articles/` and `questions.jsonl`; by default the configured corpus with its golden
    /// questions (`corpus.golden`), or, without such a file, those that ship with lodestar's own.
    #[arg(value_name = "SET", conflicts_with_all = ["corpus", "questions"])]
    set: Option<PathBuf>,
    /// Folder of articles; the configured corpus by default.
    #[arg(long, value_name = "DIR")]
    corpus: Option<PathBuf>,
    /// File of questions on it, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    questions: Option<PathBuf>,
    /// Print the figures as one JSON object.
    #[arg(long)]
    json: bool,
    /// Show this many answerable questions whose answer is not in the first passage, and
    /// unanswerable ones said to be answered.
    #[arg(long, value_name = "N", default_value_t = 0)]
    misses: usize,
    /// Compare with the figures of an earlier run, as `--json` printed them.
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let set = set(config, arguments)?;
    let earlier = arguments.against.as_deref().map(earlier).transpose()?;
    let bar = bar(set.probes.len());
    let run = eval::run(&engine_settings(config), &set, |asked| {
        bar.set_position(u64::try_from(asked).unwrap_or(u64::MAX));
    })?;
    bar.finish_and_clear();
    let mut stdout = io::stdout().lock();
    if arguments.json {
        serde_json::to_writer_pretty(&mut stdout, &run.figures)?;
        writeln!(stdout)?;
    } else {
        table(&set.name, &run.figures, earlier.as_ref(), &mut stdout)?;
        misses(&set, &run, arguments.misses, &mut stdout)?;
    }
    Ok(Outcome::Done)
}

fn set(config: &Config, arguments: &Arguments) -> anyhow::Result<Set> {
    if let Some(dir) = &arguments.set {
        return Set::open(dir);
    }
    let corpus = arguments.corpus.as_ref().unwrap_or(&config.corpus.dir);
    match &arguments.questions {
        Some(questions) => Set::of(corpus, questions),
        None if arguments.corpus.is_none() => {
            let golden = config.corpus.golden_file();
            if golden.try_exists()? {
                Set::of(corpus, &golden)
            } else {
                Set::parse(corpus, "golden", GOLDEN)
            }
        }
        None => bail!("--corpus needs --questions with a file of questions on it"),
    }
}

fn earlier(path: &std::path::Path) -> anyhow::Result<Figures> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text)
        .with_context(|| format!("{} does not hold figures of a run", path.display()))
}

fn bar(questions: usize) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(questions).unwrap_or(u64::MAX));
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} questions {elapsed}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

fn table(
    name: &str,
    figures: &Figures,
    earlier: Option<&Figures>,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(
        out,
        "{name}: {} questions, {} of them answerable",
        figures.questions, figures.answerable
    )?;
    let before = earlier.map(rows);
    for (place, (label, value)) in rows(figures).into_iter().enumerate() {
        let Some(value) = value else { continue };
        let was = before
            .as_ref()
            .and_then(|rows| rows.get(place))
            .and_then(|(_, value)| *value);
        match was {
            Some(was) => writeln!(
                out,
                "{label:20} {value:9.4}  was {was:9.4}  {:+.4}",
                value - was
            )?,
            None => writeln!(out, "{label:20} {value:9.4}")?,
        }
    }
    Ok(())
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of passages, shown to four places"
)]
fn rows(figures: &Figures) -> Vec<(&'static str, Option<f64>)> {
    vec![
        ("hit@1", figures.hit_1),
        ("hit@3", figures.hit_3),
        ("hit@5", figures.hit_5),
        ("article@1", figures.article_1),
        ("article@3", figures.article_3),
        ("mrr@10", figures.mrr_10),
        ("sentence@1", figures.sentence_1),
        ("answered", figures.answered),
        ("wrongly_refused", figures.wrongly_refused),
        ("false_answers", figures.false_answers),
        ("answered_right", figures.answered_right),
        ("auroc", figures.auroc),
        ("latency_ms mean", Some(figures.latency_ms.mean)),
        ("latency_ms p50", Some(figures.latency_ms.p50)),
        ("latency_ms p99", Some(figures.latency_ms.p99)),
        ("index_s", Some(figures.index_s)),
        ("passages", Some(figures.passages as f64)),
        ("passage_words_mean", Some(figures.passage_words_mean)),
    ]
}

fn misses(set: &Set, run: &Run, count: usize, out: &mut impl Write) -> io::Result<()> {
    let missed = set
        .probes
        .iter()
        .zip(&run.outcomes)
        .filter(|(probe, outcome)| {
            if probe.answerable {
                outcome.rank != Some(1)
            } else {
                outcome.state == lodestar_engine::answer::Coverage::Answered
            }
        });
    for (probe, outcome) in missed.take(count) {
        let wanted = if probe.answerable {
            format!("wanted {}", printable(&probe.expected()))
        } else {
            "not in the articles".to_owned()
        };
        let rank = outcome
            .rank
            .map_or("none".to_owned(), |rank| rank.to_string());
        writeln!(out, "\n{}: {}", probe.id, printable(&probe.question))?;
        writeln!(
            out,
            "  {wanted}; rank {rank}, {:?}, confidence {:.3}",
            outcome.state, outcome.confidence
        )?;
        if let Some((place, text)) = &outcome.first {
            let text: String = printable(text).chars().take(MISS_CHARS).collect();
            writeln!(out, "  {}: {text}", printable(place))?;
        }
    }
    Ok(())
}
