//! How far apart two spellings are.

/// Insertions, deletions, changed letters and swapped neighbours from one word to the other
/// (Damerau 1964, optimal string alignment); `None` if there are more than `most`.
#[must_use]
pub fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut next = Vec::with_capacity(other.len() + 1);
        next.push(row + 1);
        let mut least = row + 1;
        for (column, against) in other.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX);
            let changed = at(&last, column) + usize::from(letter != against);
            let mut best = changed
                .min(at(&last, column + 1).saturating_add(1))
                .min(at(&next, column).saturating_add(1));
            let swapped = row > 0
                && column > 0
                && one.get(row - 1) == Some(against)
                && other.get(column - 1) == Some(letter);
            if swapped {
                best = best.min(at(&before, column - 1).saturating_add(1));
            }
            least = least.min(best);
            next.push(best);
        }
        if least > most {
            return None;
        }
        before = std::mem::replace(&mut last, next);
    }
    last.last().copied().filter(|&found| found <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_counts_once_and_far_words_are_told_early() {
        assert_eq!(distance("ridgevlile", "ridgeville", 2), Some(1));
        assert_eq!(distance("bilt", "built", 1), Some(1));
        assert_eq!(distance("kosice", "kosice", 1), Some(0));
        assert_eq!(distance("cat", "dogs", 2), None);
        assert_eq!(distance("", "ab", 2), Some(2));
    }
}
