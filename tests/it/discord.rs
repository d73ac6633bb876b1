//! The bot in Discord, as people meet it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what helps a test may fail like a test"
)]

mod asking;
mod buttons;
mod conversing;
mod cooling_down;
mod corpus;
mod editing;
mod examining;
mod explaining;
mod failing;
mod finding;
mod for_somebody;
mod forums;
mod installed;
mod leaving;
mod measuring;
mod narrowing;
mod recording;
mod refused;
mod reindexing;
mod settling;
mod speaking;
mod stage;
mod suggesting;
mod threads;
mod unasked;
mod uncovered;
mod writing_systems;
