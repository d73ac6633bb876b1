//! Checks a new generation before it may go live.

use super::super::IndexError;
use super::super::analysis::question;
use super::super::generation::Draft;
use super::super::manifest::Manifest;
use super::super::search::Snapshot;

/// Words of a passage to search for.
const CHECK_WORDS: usize = 12;

/// Opens a generation, counts its passages, and searches for one of them.
pub(super) fn verify(draft: &Draft, manifest: Manifest) -> Result<(), IndexError> {
    let damaged = |problem: String| IndexError::Damaged {
        path: draft.dir.clone(),
        problem,
    };
    let (expected, languages) = (manifest.passages, manifest.languages.clone());
    let snapshot = Snapshot::open_briefly(&draft.dir, manifest)?;
    let found = snapshot.count();
    if found != expected {
        return Err(damaged(format!(
            "it has {found} passages instead of {expected}"
        )));
    }
    let Some(sample) = snapshot.any()? else {
        return Ok(());
    };
    let unreadable = || damaged("a passage cannot be read".to_owned());
    let (source, passage) = sample.open().ok_or_else(unreadable)?;
    let mut terms = question::terms(&passage.text, &languages);
    terms.truncate(CHECK_WORDS);
    // Ranking among the best would be no test: a thousand articles may begin alike.
    let everywhere = snapshot.frequencies(&terms)?;
    let elsewhere = snapshot.frequencies_without(&source.path, &terms)?;
    let is_indexed = everywhere
        .iter()
        .zip(&elsewhere)
        .any(|(all, other)| all > other);
    let is_found = is_indexed && !snapshot.candidates(&terms, 1)?.is_empty();
    if terms.is_empty() || is_found {
        Ok(())
    } else {
        Err(damaged(
            "a passage is not found by its own words".to_owned(),
        ))
    }
}
