//! lodestar answers questions from a folder of articles.
pub mod answer;
pub mod app;
pub mod article;
pub mod config;
pub mod corpus;
pub mod discord;
pub mod index;
pub mod language;
pub mod passage;
pub mod telemetry;
