//! The page in a real browser: headless Chromium, driven as a person would, with the real bot or
//! one that is nothing but the protocol. Skipped where there is no Chromium.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what helps a test may fail like a test"
)]

mod asking;
mod browser;
mod chromium;
mod forms;
mod hands;
mod keeping;
mod looking;
mod playing;
mod pressing;
mod refusing;
mod stage;
mod troubling;
mod writing;
