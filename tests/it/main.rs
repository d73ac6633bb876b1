//! Stories, one file a feature.

mod discord;
