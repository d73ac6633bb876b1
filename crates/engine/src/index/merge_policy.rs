//! Which parts of an index are put together: few parts answer fast, and rewriting them costs.
//!
//! The engine calls them segments. A part joins others of its class once there are
//! [`TOGETHER`] of them, a class being parts of about the same size; so a passage is rewritten once
//! a class, not once a change, and a changed article rewrites other small parts only. The engine's
//! own policy would do the like while a build goes on, with other parts each time.

/// Parts of one class that become one.
const TOGETHER: usize = 6;

/// Passages of a part of the smallest class at most. They are merged in a tenth of a second.
const SMALL: u32 = 10_000;

/// A part of which more than one passage in so many is gone is written anew.
const GONE_ONE_IN: u32 = 3;

/// A part of an index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Passages that can be found.
    pub(super) passages: u32,
    /// Those that are gone, and still take room.
    pub(super) gone: u32,
}

/// What to put together: groups of parts by their number. Nothing when all is well.
pub(super) fn groups(parts: &[Part]) -> Vec<Vec<usize>> {
    let mut classes: Vec<(u32, Vec<usize>)> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let class = class(part.passages);
        match classes.iter_mut().find(|(known, _)| *known == class) {
            Some((_, members)) => members.push(number),
            None => classes.push((class, vec![number])),
        }
    }
    let is_worn = |&number: &usize| {
        parts.get(number).is_some_and(|part| {
            let all = part.passages.saturating_add(part.gone);
            part.gone > all / GONE_ONE_IN
        })
    };
    let mut groups = Vec::new();
    for (_, members) in classes {
        let whole = members.len() / TOGETHER * TOGETHER;
        let (together, rest) = members.split_at(whole);
        groups.extend(together.chunks(TOGETHER).map(<[usize]>::to_vec));
        groups.extend(rest.iter().copied().filter(is_worn).map(|part| vec![part]));
    }
    groups
}

fn class(passages: u32) -> u32 {
    let factor = u32::try_from(TOGETHER).unwrap_or(u32::MAX);
    (passages / SMALL)
        .checked_ilog(factor)
        .map_or(0, |log| log + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(passages: &[u32]) -> Vec<Part> {
        let part = |&passages: &u32| Part { passages, gone: 0 };
        passages.iter().map(part).collect()
    }

    #[test]
    fn parts_of_a_size_are_put_together_and_larger_ones_left_alone() {
        assert!(groups(&parts(&[900_000, 80_000, 20, 20, 20, 20, 20])).is_empty());
        assert_eq!(
            groups(&parts(&[900_000, 80_000, 5_000, 20, 20, 20, 20, 20])),
            [vec![2, 3, 4, 5, 6, 7]]
        );
        assert_eq!(groups(&parts(&[80_000; 13])).len(), 2);
    }

    #[test]
    fn a_part_with_many_passages_gone_is_written_anew() {
        let worn = |gone| Part {
            passages: 1_000_000 - gone,
            gone,
        };
        assert!(groups(&[worn(300_000)]).is_empty());
        assert_eq!(groups(&[worn(400_000)]), [[0]]);
    }

    /// Changes an article again and again: neither do parts pile up, nor is much rewritten.
    #[test]
    fn many_small_changes_cost_little_and_leave_few_parts() {
        let mut parts = parts(&[100_000]);
        let (mut rewritten, mut most) = (0, 0);
        for _ in 0..2_000 {
            parts.push(Part {
                passages: 20,
                gone: 0,
            });
            for group in groups(&parts).into_iter().rev() {
                let passages = group.iter().map(|&number| parts[number].passages).sum();
                for &number in group.iter().rev() {
                    parts.remove(number);
                }
                parts.push(Part { passages, gone: 0 });
                rewritten += passages;
            }
            most = most.max(parts.len());
        }
        assert!(most <= 3 * TOGETHER, "{most} parts");
        assert!(rewritten <= 2_000 * 20 * 100, "{rewritten} passages");
    }
}
