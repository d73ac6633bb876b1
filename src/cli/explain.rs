//! `lodestar explain`: explains why a question gets its answer.

use std::io::{self, Write};

use anyhow::bail;

use crate::config::Config;
use lodestar_engine::answer::{
    Contribution, Coverage, Expected, ExplainedPassage, Explanation, Fate, QuestionWord,
};

use super::terminal::{counted, printable};
use super::{Outcome, print_json, ready};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The question, in quotes.
    #[arg(required = true, num_args = 1.., value_name = "QUESTION")]
    question: Vec<String>,
    /// The article that should have answered, by its path in the corpus.
    #[arg(long, value_name = "PATH")]
    expected: Option<String>,
    /// Print the explanation as one JSON object.
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<Outcome> {
    let app = ready(config).await?;
    let question = arguments.question.join(" ");
    let told = match app.explain(&question, arguments.expected.clone()).await {
        Ok(told) => told,
        Err(error) => bail!(error),
    };
    if arguments.json {
        print_json(&told)?;
    } else {
        print(&told, &mut io::stdout().lock())?;
    }
    Ok(Outcome::Done)
}

fn print(told: &Explanation, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", printable(&told.question))?;
    for word in &told.words {
        writeln!(out, "  {}", self::word(word))?;
    }
    for correction in &told.corrections {
        let (typed, searched) = (&correction.typed, &correction.searched);
        let (typed, searched) = (printable(typed), printable(searched));
        writeln!(out, "  {typed} occurs nowhere; searched for {searched}")?;
    }
    if !told.unseen.is_empty() {
        writeln!(out, "  nowhere in the articles: {}", list(&told.unseen))?;
    }
    writeln!(
        out,
        "{}, confidence {:.2} (answered from {:.2}, covered from {:.2})",
        state(told.state),
        told.confidence,
        told.thresholds.answered,
        told.thresholds.covered
    )?;
    if !told.signals.is_empty() {
        writeln!(out, "  made of {}", parts(&told.signals))?;
    }
    writeln!(out, "{} ranked", counted(told.candidates, "passage"))?;
    for (place, passage) in told.passages.iter().enumerate() {
        self::passage(place + 1, passage, out)?;
    }
    if let Some(place) = &told.pinned {
        writeln!(out, "pinned to {}", printable(place))?;
    }
    if let Some(expected) = &told.expected {
        writeln!(out, "{}", self::expected(expected))?;
    }
    Ok(())
}

fn word(word: &QuestionWord) -> String {
    let mut line = format!(
        "{} as {}, in {}, {:.0} % of the question",
        printable(&word.typed),
        list(&word.stems),
        counted(
            usize::try_from(word.passages).unwrap_or(usize::MAX),
            "passage"
        ),
        word.share * 100.0
    );
    if !word.also.is_empty() {
        line.push_str(&format!("; also {}", list(&word.also)));
    }
    line
}

fn passage(place: usize, passage: &ExplainedPassage, out: &mut impl Write) -> io::Result<()> {
    let headings = passage.headings.iter().map(String::as_str);
    let place_of: Vec<&str> = std::iter::once(passage.article.as_str())
        .chain(headings)
        .collect();
    let place_of = printable(&place_of.join(" › "));
    writeln!(out, "{place}. {place_of}: {:.2}", passage.score)?;
    writeln!(out, "   {}", parts(&passage.parts))?;
    if !passage.lacks.is_empty() {
        writeln!(out, "   lacks {}", list(&passage.lacks))?;
    }
    Ok(())
}

fn expected(expected: &Expected) -> String {
    let article = printable(&expected.article);
    match &expected.fate {
        Fate::First => format!("{article} comes first"),
        Fate::NotIndexed => format!("{article} is not in the index"),
        Fate::NoCandidate { lacks } if lacks.is_empty() => format!(
            "{article} was not among the candidates: it has all the words, but too many other \
             passages fit better"
        ),
        Fate::NoCandidate { lacks } => format!(
            "{article} was not among the candidates: its nearest passage lacks {}",
            list(lacks)
        ),
        Fate::Behind {
            rank,
            behind_by,
            most,
            lacks,
        } => {
            let mut line = format!("{article} is at place {rank}, {behind_by:.2} behind");
            if let Some(most) = most {
                line.push_str(&format!(
                    ", most of it for {}: {:.2} to {:.2}, which weighs {:.2}",
                    most.name, most.first, most.expected, most.weighs
                ));
            }
            if !lacks.is_empty() {
                line.push_str(&format!("; it lacks {}", list(lacks)));
            }
            line
        }
    }
}

fn parts(parts: &[Contribution]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| format!("{} {:+.2}", part.name, part.weighs))
        .collect();
    parts.join(", ")
}

fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| printable(word)).collect();
    words.join(", ")
}

fn state(state: Coverage) -> &'static str {
    match state {
        Coverage::Answered => "Answered",
        Coverage::Closest => "Closest passages",
        Coverage::NotCovered => "Not covered",
    }
}
