//! A ladder of rates, up to the highest at which a bot still answers in time.

use std::time::Duration;

use super::bots::Bot;
use super::progress;
use super::report::Rung;
use super::stage::Stage;

/// Questions a second at first; each rung has twice as many as the one before.
const FIRST: u32 = 25;
/// The rate that is reported, and how much longer it is asked at than the others.
pub(super) const REPORTED: u32 = 100;
const LONGER: u32 = 3;
/// No bot is asked more often.
const LAST: u32 = 25_600;
/// Of a hundred questions, 99 are answered so soon at a rate that a bot holds.
const IN_TIME: Duration = Duration::from_millis(250);
/// Rates tried between the highest that is held and the lowest that is not.
const BETWEEN: usize = 2;

/// Climbs as high as the bot holds, each rung with a bot that has just started.
pub(super) async fn climb(
    bot: &Bot,
    servers: usize,
    questions: &[String],
    how_long: Duration,
) -> anyhow::Result<Vec<Rung>> {
    let mut rungs: Vec<Rung> = Vec::new();
    let (mut held, mut too_high) = (0, None);
    let mut between = 0;
    let mut rate = FIRST;
    loop {
        let rung = stand_on(bot, servers, questions, (rate, how_long)).await?;
        if rung.holds {
            held = rate;
        } else {
            too_high = Some(rate);
        }
        rungs.push(rung);
        rate = match too_high {
            None if rate == LAST => break,
            None => rate * 2,
            Some(_) if between == BETWEEN || held == 0 => break,
            Some(too_high) => {
                between += 1;
                middle(held, too_high)
            }
        };
        if rungs.iter().any(|rung| rung.rate == rate) {
            break;
        }
    }
    // Also of a bot that does not hold it.
    if rungs.iter().all(|rung| rung.rate != REPORTED) {
        rungs.push(stand_on(bot, servers, questions, (REPORTED, how_long)).await?);
    }
    Ok(rungs)
}

async fn stand_on(
    bot: &Bot,
    servers: usize,
    questions: &[String],
    (rate, mut how_long): (u32, Duration),
) -> anyhow::Result<Rung> {
    if rate == REPORTED {
        how_long *= LONGER;
    }
    let mut stage = Stage::open(bot, servers, questions).await?;
    stage.warm_up().await?;
    let outcome = stage.ask(rate, how_long).await?;
    let p99 = outcome.answered.percentile(99);
    let holds = outcome.lost() == 0 && p99.is_some_and(|it| it <= IN_TIME);
    let said = said(holds, p99);
    progress(bot, &format!("{rate} questions a second: {said}"));
    Ok(Rung::new(rate, holds, &outcome))
}

/// As many times the lower as the higher is times it, in whole tens.
fn middle(lower: u32, higher: u32) -> u32 {
    let middle = (f64::from(lower) * f64::from(higher)).sqrt();
    (middle / 10.0).round() as u32 * 10
}

fn said(holds: bool, p99: Option<Duration>) -> String {
    let said = if holds { "held" } else { "too many" };
    match p99 {
        Some(p99) => format!("{said} (99 of 100 answered within {p99:.1?})"),
        None => said.to_owned(),
    }
}
