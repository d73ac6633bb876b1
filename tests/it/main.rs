//! Stories, one file a feature.

mod architecture;
mod cli;
mod discord;
