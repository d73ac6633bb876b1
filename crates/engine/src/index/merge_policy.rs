//! Which segments to merge. Few segments answer faster; merging them costs time.
//!
//! A logarithmic merge policy: segments of about the same size form a level, and [`MERGE_FACTOR`]
//! of a level become one. A passage is thus rewritten once per level rather than once per change,
//! and a changed article only rewrites other small segments. Tantivy's own policy merges in the
//! background while a build goes on, different segments each time, so no two builds would be the
//! same.

/// Segments of a level that become one.
const MERGE_FACTOR: usize = 6;

/// The most passages of a segment of the lowest level; these merge in a tenth of a second.
const LOWEST_LEVEL_PASSAGES: u32 = 10_000;

/// A segment is rewritten once more than one passage in this many is deleted.
const MAX_DELETED_ONE_IN: u32 = 3;

#[derive(Debug, Clone, Copy)]
pub(super) struct SegmentSize {
    /// Passages that can be found.
    pub(super) passages: u32,
    /// Deleted passages, which still take space.
    pub(super) deleted: u32,
}

/// Groups of segments, by index, to merge into one each. Empty if there is nothing to do.
pub(super) fn find_merges(segments: &[SegmentSize]) -> Vec<Vec<usize>> {
    let mut levels: Vec<(u32, Vec<usize>)> = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let level = level(segment.passages);
        match levels.iter_mut().find(|(known, _)| *known == level) {
            Some((_, members)) => members.push(index),
            None => levels.push((level, vec![index])),
        }
    }
    let needs_rewrite = |&index: &usize| {
        segments.get(index).is_some_and(|segment| {
            let all = segment.passages.saturating_add(segment.deleted);
            segment.deleted > all / MAX_DELETED_ONE_IN
        })
    };
    let mut merges = Vec::new();
    for (_, members) in levels {
        let full = members.len() / MERGE_FACTOR * MERGE_FACTOR;
        let (groups, rest) = members.split_at(full);
        merges.extend(groups.chunks(MERGE_FACTOR).map(<[usize]>::to_vec));
        merges.extend(
            rest.iter()
                .copied()
                .filter(needs_rewrite)
                .map(|index| vec![index]),
        );
    }
    merges
}

fn level(passages: u32) -> u32 {
    let factor = u32::try_from(MERGE_FACTOR).unwrap_or(u32::MAX);
    (passages / LOWEST_LEVEL_PASSAGES)
        .checked_ilog(factor)
        .map_or(0, |log| log + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(passages: &[u32]) -> Vec<SegmentSize> {
        let segment = |&passages: &u32| SegmentSize {
            passages,
            deleted: 0,
        };
        passages.iter().map(segment).collect()
    }

    #[test]
    fn segments_of_a_size_are_merged_and_larger_ones_left_alone() {
        assert!(find_merges(&segments(&[900_000, 80_000, 20, 20, 20, 20, 20])).is_empty());
        assert_eq!(
            find_merges(&segments(&[900_000, 80_000, 5_000, 20, 20, 20, 20, 20])),
            [vec![2, 3, 4, 5, 6, 7]]
        );
        assert_eq!(find_merges(&segments(&[80_000; 13])).len(), 2);
    }

    #[test]
    fn a_segment_with_many_deleted_passages_is_rewritten() {
        let segment = |deleted| SegmentSize {
            passages: 1_000_000 - deleted,
            deleted,
        };
        assert!(find_merges(&[segment(300_000)]).is_empty());
        assert_eq!(find_merges(&[segment(400_000)]), [[0]]);
    }

    /// Changes an article again and again: segments do not pile up, and little is rewritten.
    #[test]
    fn many_small_changes_cost_little_and_leave_few_segments() {
        let mut segments = segments(&[100_000]);
        let (mut rewritten, mut most) = (0, 0);
        for _ in 0..2_000 {
            segments.push(SegmentSize {
                passages: 20,
                deleted: 0,
            });
            for group in find_merges(&segments).into_iter().rev() {
                let passages = group.iter().map(|&index| segments[index].passages).sum();
                for &index in group.iter().rev() {
                    segments.remove(index);
                }
                segments.push(SegmentSize {
                    passages,
                    deleted: 0,
                });
                rewritten += passages;
            }
            most = most.max(segments.len());
        }
        assert!(most <= 3 * MERGE_FACTOR, "{most} segments");
        assert!(rewritten <= 2_000 * 20 * 100, "{rewritten} passages");
    }
}
