//! Puts the blocks of one section into passages.

use super::MAX_WORDS;
use super::pieces::Piece;

/// Words below which a block is too short to stand alone; about a sentence and a half.
const SHORT_WORDS: usize = 25;

/// What is too long is cut into parts of this many words at most: a stretch that is none of the
/// author's own answers best when it is short.
const CUT_WORDS: usize = 120;

/// Blocks that together are no longer than this, the length of a good paragraph, are read as one:
/// who writes short paragraphs spreads one answer over several.
const USUAL_WORDS: usize = 120;

/// Groups the pieces of a section's blocks, in order, into groups of [`MAX_WORDS`] words at most.
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

/// Whether the text below belongs to it: "The plants are:".
fn introduces(unit: &[Piece]) -> bool {
    unit.last()
        .is_some_and(|piece| piece.text.ends_with([':', '：']) && piece.words < SHORT_WORDS)
}

fn belong_together(last: &Group, next: &Group) -> bool {
    let together = last.words + next.words;
    let short = last.words < SHORT_WORDS || next.words < SHORT_WORDS;
    together <= USUAL_WORDS || short && together <= MAX_WORDS
}

/// Cuts a unit that is too long into groups of about equal length.
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
