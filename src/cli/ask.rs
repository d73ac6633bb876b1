//! `lodestar ask`: one question, one answer.

use anyhow::bail;

use crate::config::Config;
use lodestar_engine::answer::{Answer, Coverage};

use super::terminal::Terminal;
use super::{Outcome, print_json, ready};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The question, in quotes.
    #[arg(required = true, num_args = 1.., value_name = "QUESTION")]
    question: Vec<String>,
    /// Print the answer as one JSON object.
    #[arg(long)]
    json: bool,
    /// Passages to show at most; the configured number by default.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=50))]
    top: Option<u16>,
}

pub(super) async fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let app = ready(config).await?;
    let excerpts = arguments.top.map_or(config.answer.passages, usize::from);
    let question = arguments.question.join(" ");
    let answer = match app.follow_up(&[], &question, excerpts).await {
        Ok(answer) => answer,
        Err(error) => bail!(error),
    };
    if arguments.json {
        print_json(&answer)?;
    } else {
        Terminal::stdout().answer(&answer)?;
    }
    Ok(outcome(&answer))
}

fn outcome(answer: &Answer) -> Outcome {
    match answer.state {
        Coverage::Answered | Coverage::Closest => Outcome::Done,
        Coverage::NotCovered => Outcome::NotCovered,
    }
}
