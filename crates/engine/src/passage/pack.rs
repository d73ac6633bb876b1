//! Groups the blocks of one section into passages.

use super::MAX_WORDS;
use super::pieces::Piece;

/// A block with fewer words is too short to be a passage; about a sentence and a half.
const SHORT_WORDS: usize = 25;

/// Overlong text is cut into parts of at most this many words: a part the author did not choose
/// answers best if it is short.
const CUT_WORDS: usize = 120;

/// Consecutive blocks are joined up to this many words, the length of a good paragraph: authors who
/// write short paragraphs spread one answer over several.
const USUAL_WORDS: usize = 120;

/// Groups the pieces of a section's blocks, in order; no group has more than [`MAX_WORDS`] words.
pub(super) fn pack(blocks: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    let mut units: Vec<Vec<Piece>> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match units.last_mut() {
            Some(last) if introduces(last) => last.extend(block),
            _ => units.push(block),
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for unit in units {
        for group in split(unit) {
            match groups.last_mut() {
                Some(last) if belong_together(last, &group) => last.add(group),
                _ => groups.push(group),
            }
        }
    }
    groups
        .into_iter()
        .map(|group| group.pieces)
        .filter(|pieces| !pieces.is_empty())
        .collect()
}

#[derive(Debug, Default)]
struct Group {
    pieces: Vec<Piece>,
    words: usize,
}

impl Group {
    fn add(&mut self, other: Self) {
        self.words += other.words;
        self.pieces.extend(other.pieces);
    }
}

/// Whether it introduces the text below: "The plants are:".
fn introduces(unit: &[Piece]) -> bool {
    unit.last()
        .is_some_and(|piece| piece.text.ends_with([':', '：']) && piece.words < SHORT_WORDS)
}

fn belong_together(last: &Group, next: &Group) -> bool {
    let together = last.words + next.words;
    let short = last.words < SHORT_WORDS || next.words < SHORT_WORDS;
    together <= USUAL_WORDS || short && together <= MAX_WORDS
}

/// Cuts an overlong unit into groups of about equal length.
fn split(unit: Vec<Piece>) -> Vec<Group> {
    let total: usize = unit.iter().map(|piece| piece.words).sum();
    let parts = if total <= MAX_WORDS {
        1
    } else {
        total.div_ceil(CUT_WORDS)
    };
    let target = total.div_ceil(parts);
    let mut groups = Vec::with_capacity(parts);
    let mut group = Group::default();
    for piece in unit {
        let with = group.words + piece.words;
        let fits_better = with <= target || with - target <= target.saturating_sub(group.words);
        if !group.pieces.is_empty() && (with > MAX_WORDS || !fits_better) {
            groups.push(std::mem::take(&mut group));
        }
        group.words += piece.words;
        group.pieces.push(piece);
    }
    groups.push(group);
    groups
}
