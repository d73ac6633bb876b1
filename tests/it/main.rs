//! Stories, one file a feature.
