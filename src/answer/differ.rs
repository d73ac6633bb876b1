//! Whether the passages shown say different things about what was asked: another date, number or
//! name in a sentence that matches the question as well.

use super::rank::Ranked;

/// A passage that scores this much less than the first does not answer as well.
const AS_WELL: f32 = 1.5;

/// Its sentence must hold this much of what the first one's does of the question.
const AS_MUCH: f32 = 0.8;

/// Places of the passages that differ from the first, with the first; empty if none does.
pub(super) fn differing(shown: &[Ranked]) -> Vec<usize> {
    let Some((first, others)) = shown.split_first() else {
        return Vec::new();
    };
    let said = values(first);
    let differs = |other: &Ranked| {
        let says = values(other);
        other.hit.digest.article != first.hit.digest.article
            && other.score >= first.score - AS_WELL
            && other.best.cover >= first.best.cover * AS_MUCH
            && !said.is_empty()
            && !says.is_empty()
            && !says.iter().any(|value| said.contains(value))
    };
    let places: Vec<usize> = others
        .iter()
        .enumerate()
        .filter(|(_, other)| differs(other))
        .map(|(place, _)| place + 1)
        .collect();
    if places.is_empty() {
        return places;
    }
    std::iter::once(0).chain(places).collect()
}

fn values(ranked: &Ranked) -> &[u32] {
    let sentence = ranked.evidence.sentences.get(ranked.best.index);
    sentence.map_or(&[], |sentence| &sentence.values)
}
