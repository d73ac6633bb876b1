//! Encodes numbers and text in few bytes, for what is stored with every passage.
//!
//! Numbers are LEB128: seven bits per byte, lowest first, so that small ones take one byte.
//! Decoding returns `None` at the first byte that encoding would not have written.

/// Appends a number.
pub(super) fn put(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(0x80 | number.to_le_bytes()[0]);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

/// Appends a slice, preceded by its length.
pub(super) fn put_slice(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, length(bytes.len()));
    out.extend_from_slice(bytes);
}

/// Appends a hash in four bytes: hashes are not small numbers.
pub(super) fn put_hash(out: &mut Vec<u8>, hash: u32) {
    out.extend_from_slice(&hash.to_le_bytes());
}

/// A length as it is stored.
pub(super) fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Decodes values in the order in which they were appended.
pub(super) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(u32::from(first));
        }
        let mut number = u32::from(first & 0x7f);
        for shift in [7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn hash(&mut self) -> Option<u32> {
        let (hash, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*hash))
    }

    pub(super) fn slice(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (slice, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(slice)
    }

    pub(super) fn text(&mut self) -> Option<String> {
        std::str::from_utf8(self.slice()?).ok().map(str::to_owned)
    }

    /// A count of items of at least one byte; `None` if there is no room for that many.
    pub(super) fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.0.len()).then_some(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding_restores_what_was_appended_and_rejects_the_rest() {
        let numbers = [0, 1, 127, 128, 300, 1 << 20, u32::MAX];
        let mut out = Vec::new();
        numbers.iter().for_each(|&number| put(&mut out, number));
        put_slice(&mut out, "Köln".as_bytes());
        put_hash(&mut out, 7);
        let mut bytes = Bytes::new(&out);
        assert_eq!(numbers.map(|_| bytes.number().unwrap()), numbers);
        assert_eq!(bytes.text().as_deref(), Some("Köln"));
        assert_eq!((bytes.hash(), bytes.byte()), (Some(7), None));
        assert_eq!(Bytes::new(&[0x80; 9]).number(), None, "it does not end");
        assert_eq!(Bytes::new(&[5, 1]).slice(), None, "it is truncated");
        assert_eq!(Bytes::new(&[5, 1]).count(), None);
    }
}
