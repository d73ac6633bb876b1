//! The program as people run it: the real binary, its output and its exit codes.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what helps a test may fail like a test"
)]

mod asking;
mod chatting;
mod checking;
mod configuring;
mod explaining;
mod exports;
mod indexing;
mod interrupted;
mod measuring;
mod releasing;
mod running;
mod shop;
mod tuned;
