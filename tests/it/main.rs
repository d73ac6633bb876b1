//! Stories, one file a feature.

mod architecture;
mod cli;
mod discord;
mod documents;
mod golden;
mod openapi;
mod page;
mod sandbox;
mod shipped_corpus;
