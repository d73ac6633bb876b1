//! Messages that no code says yet. Whoever says one takes it off this list.

/// Messages that are written and wait for the feature that says them.
pub(super) const NOT_SAID_YET: &[&str] = &[
    // Buttons, and what follows on them.
    "only_asker",
];
