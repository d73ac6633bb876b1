//! Stories, one file a feature.

mod cli;
mod discord;
