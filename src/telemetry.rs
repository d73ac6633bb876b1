//! Where log lines go: standard error, as text for people or JSON for machines.

use std::io::{self, IsTerminal as _};

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::{Log, LogFormat};

/// Libraries are quieter than lodestar itself: their details are for debugging them.
const LIBRARIES: LevelFilter = LevelFilter::WARN;

/// Starts logging for the whole process; a second call changes nothing.
pub(crate) fn start(log: &Log) {
    let registry = tracing_subscriber::registry().with(targets(&log.level));
    let colour =
        io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|no| no.is_empty());
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(colour);
    // An error means that a subscriber is there already, which then keeps its say.
    let _ = match log.format {
        LogFormat::Text => registry.with(lines.with_target(false)).try_init(),
        LogFormat::Json => registry.with(lines.json()).try_init(),
    };
}

/// A bare level is lodestar's own; directives are taken as they stand.
fn targets(level: &str) -> Targets {
    match level.parse::<LevelFilter>() {
        Ok(own) => Targets::new()
            .with_default(own.min(LIBRARIES))
            .with_target(env!("CARGO_PKG_NAME"), own),
        Err(_) => level.parse().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing::Level;

    #[test]
    fn a_bare_level_is_for_lodestar_and_libraries_stay_quiet() {
        let targets = targets("debug");
        assert!(targets.would_enable("lodestar::app", &Level::DEBUG));
        assert!(targets.would_enable("lodestar_engine::index", &Level::DEBUG));
        assert!(!targets.would_enable("serenity::gateway", &Level::DEBUG));
        assert!(targets.would_enable("serenity::gateway", &Level::WARN));
    }

    #[test]
    fn directives_are_taken_as_they_stand() {
        let targets = targets("error,serenity=trace");
        assert!(targets.would_enable("serenity", &Level::TRACE));
        assert!(!targets.would_enable("lodestar", &Level::WARN));
    }
}
