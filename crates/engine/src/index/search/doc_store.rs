//! A stored passage, read where it lies.
//!
//! The engine hands out a document's values byte by byte, a call each, which took most of an ask of a
//! small corpus. The format is simple: the number of values; then for each its field, a sign for its kind,
//! its length and its bytes.

use tantivy::schema::Field;

/// The engine's sign for bytes.
const BYTES: u8 = 4;

/// The values of two fields of bytes; `None` for a document that holds anything but bytes, which
/// the engine has to read.
pub(in crate::index) fn values(
    mut document: &[u8],
    one: Field,
    other: Field,
) -> Option<(&[u8], &[u8])> {
    let rest = &mut document;
    let (mut first, mut second) = (None, None);
    for _ in 0..number(rest)? {
        let (field, left) = rest.split_first_chunk::<4>()?;
        let (&kind, left) = left.split_first()?;
        *rest = left;
        if kind != BYTES {
            return None;
        }
        let length = usize::try_from(number(rest)?).ok()?;
        let (value, left) = rest.split_at_checked(length)?;
        *rest = left;
        let field = Field::from_field_id(u32::from_le_bytes(*field));
        if field == one {
            first = Some(value);
        } else if field == other {
            second = Some(value);
        }
    }
    Some((first?, second?))
}

/// Seven bits a byte, the lowest first; the last byte has its highest bit set.
fn number(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0u64;
    for shift in (0..u64::BITS).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 != 0 {
            return Some(number);
        }
    }
    None
}
