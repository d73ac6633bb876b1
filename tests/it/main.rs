//! Stories, one file a feature.

mod architecture;
mod cli;
mod discord;
mod openapi;
mod shipped_corpus;
