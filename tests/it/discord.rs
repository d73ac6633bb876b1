//! The bot in Discord, as people meet it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what helps a test may fail like a test"
)]

mod asking;
mod automatic;
mod buttons;
mod conversing;
mod cooling_down;
mod corpus;
mod correcting;
mod editing;
mod examining;
mod explaining;
mod failing;
mod finding;
mod for_somebody;
mod forums;
mod gaps;
mod golden;
mod installed;
mod killed;
mod leaving;
mod narrowing;
mod noting;
mod program;
mod recording;
mod refused;
mod reindexing;
mod releasing;
mod settling;
mod speaking;
mod stage;
mod stats;
mod storeless;
mod suggesting;
mod thanking;
mod threads;
mod tuning;
mod unasked;
mod uncovered;
mod walk_through;
mod why;
mod writing_systems;
