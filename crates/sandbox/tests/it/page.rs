//! The page in a real browser: headless Chromium, driven as a person would, with a bot that speaks
//! the bare protocol. Skipped where there is no Chromium.

mod forms;
mod looking;
mod playing;
mod refusing;
mod troubling;
mod writing;
