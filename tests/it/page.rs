//! The page in a real browser: headless Chromium, driven as a person would, with the real bot.
//! Skipped where there is no Chromium.

#![expect(clippy::unwrap_used, reason = "what helps a test may fail like a test")]

mod asking;
mod charting;
mod pressing;
mod stage;
