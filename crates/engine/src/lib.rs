//! Answers questions from a folder of articles, with the passage and its source, or says honestly
//! that the articles do not cover the question. No language model writes anything.
//!
//! ```
//! use lodestar_engine::{Engine, Settings};
//! use std::ops::ControlFlow;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let place = tempfile::tempdir()?;
//! # let (articles, index) = (place.path().join("articles"), place.path().join("index"));
//! # std::fs::create_dir(&articles)?;
//! std::fs::write(articles.join("harbour.md"), "# Harbour\n\nThe ferry to Ven leaves at nine.")?;
//! let engine = Engine::open(Settings::new(articles, index))?;
//! engine.reindex("an example", &mut |_progress| ControlFlow::Continue(()))?;
//! let answer = engine.ask("When does the ferry leave?", 3)?;
//! assert_eq!(answer.excerpts[0].text, "The ferry to Ven leaves at nine.");
//! assert_eq!(answer.excerpts[0].source.path, "harbour.md");
//! # Ok(())
//! # }
//! ```

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test may fail by a panic")
)]

pub mod answer;
pub mod article;
pub mod corpus;
pub mod durable;
pub mod engine;
pub mod eval;
pub mod golden;
pub mod index;
pub mod language;
pub mod passage;
pub mod review;

pub use self::engine::{AskError, BuildError, Engine, Settings};
