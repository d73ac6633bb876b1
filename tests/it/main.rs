//! Stories, one file a feature.

mod architecture;
mod cli;
mod discord;
mod openapi;
mod sandbox;
mod shipped_corpus;
