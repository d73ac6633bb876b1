//! The edit distance between two spellings.

/// Insertions, deletions, substitutions and swaps of neighbours between two words (Damerau 1964,
/// optimal string alignment); `None` if there are more than `max`.
#[must_use]
pub(crate) fn distance(one: &str, other: &str, max: usize) -> Option<usize> {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > max {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut next = Vec::with_capacity(other.len() + 1);
        next.push(row + 1);
        let mut least = row + 1;
        for (column, against) in other.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX);
            let substituted = at(&last, column) + usize::from(letter != against);
            let mut best = substituted
                .min(at(&last, column + 1).saturating_add(1))
                .min(at(&next, column).saturating_add(1));
            let swapped = row > 0
                && column > 0
                && one.get(row - 1) == Some(against)
                && other.get(column - 1) == Some(letter);
            if swapped {
                best = best.min(at(&before_last, column - 1).saturating_add(1));
            }
            least = least.min(best);
            next.push(best);
        }
        if least > max {
            return None;
        }
        before_last = std::mem::replace(&mut last, next);
    }
    last.last().copied().filter(|&found| found <= max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_counts_once_and_distant_words_have_no_distance() {
        assert_eq!(distance("ridgevlile", "ridgeville", 2), Some(1));
        assert_eq!(distance("bilt", "built", 1), Some(1));
        assert_eq!(distance("kosice", "kosice", 1), Some(0));
        assert_eq!(distance("cat", "dogs", 2), None);
        assert_eq!(distance("", "ab", 2), Some(2));
    }
}
