//! Answers questions from a folder of articles.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test may fail by a panic")
)]

pub mod answer;
pub mod article;
pub mod corpus;
pub mod durable;
pub mod golden;
pub mod index;
pub mod language;
pub mod passage;
pub mod review;
