//! Reads stored passages in place, from tantivy's serialised documents.
//!
//! Tantivy's own reader deserialises bytes one call per byte: 3.2 µs for a passage of 2.5 KB, where
//! this takes 0.3 µs. A question reads 40 passages, so tantivy's reader would make half of all asks
//! of a small corpus at least 15 % slower.
//!
//! The layout is not part of tantivy's API. This reads version 2 of its doc store: the number of
//! values, then for each value its field (4 bytes, little-endian), a type code, its length and its
//! bytes. The workspace therefore pins tantivy exactly, and a test compares both readers. Whoever
//! raises the pin runs that test; if it fails, either this file follows the new layout or
//! [`values`] goes and its callers use `Searcher::doc`.

use tantivy::schema::Field;

/// Tantivy's type code for bytes.
const BYTES: u8 = 4;

/// The values of two bytes fields. `None` for a document with anything but bytes in it, which is
/// left to tantivy.
pub(in crate::index) fn values(
    mut document: &[u8],
    one: Field,
    other: Field,
) -> Option<(&[u8], &[u8])> {
    let rest = &mut document;
    let (mut first, mut second) = (None, None);
    for _ in 0..vint(rest)? {
        let (field, left) = rest.split_first_chunk::<4>()?;
        let (&code, left) = left.split_first()?;
        *rest = left;
        if code != BYTES {
            return None;
        }
        let length = usize::try_from(vint(rest)?).ok()?;
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

/// Tantivy's variable-length integer: seven bits per byte, lowest first; the last byte has its
/// highest bit set.
fn vint(bytes: &mut &[u8]) -> Option<u64> {
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

#[cfg(test)]
mod tests {
    use tantivy::index::SegmentComponent;
    use tantivy::schema::{STORED, Schema, Value as _};
    use tantivy::{Directory as _, Index, TantivyDocument};

    use super::*;

    /// Where tantivy's doc store keeps its version: at the start of its footer of 28 bytes.
    const FOOTER_BYTES: usize = 28;

    #[test]
    fn tantivys_documents_are_read_as_tantivy_reads_them() {
        let mut schema = Schema::builder();
        let one = schema.add_bytes_field("one", STORED);
        let other = schema.add_bytes_field("other", STORED);
        let text = schema.add_text_field("text", STORED);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
        let lengths = [0usize, 1, 127, 128, 300, 16_383, 16_384, 40_000];
        for (number, length) in (1u8..).zip(lengths) {
            let mut document = TantivyDocument::new();
            document.add_bytes(one, &vec![number; length]);
            document.add_bytes(other, &vec![!number; length / 2 + 1]);
            writer.add_document(document).unwrap();
        }
        let mut mixed = TantivyDocument::new();
        mixed.add_bytes(one, b"one");
        mixed.add_bytes(other, b"other");
        mixed.add_text(text, "text");
        writer.add_document(mixed).unwrap();
        writer.commit().unwrap();

        let searcher = index.reader().unwrap().searcher();
        let [segment] = searcher.segment_readers() else {
            panic!("one commit makes one segment");
        };
        let store = segment.get_store_reader(1).unwrap();
        let count = u32::try_from(lengths.len()).unwrap();
        for doc in 0..count {
            let bytes = store.get_document_bytes(doc).unwrap();
            let document: TantivyDocument = store.get(doc).unwrap();
            let value = |field| document.get_first(field).unwrap().as_bytes().unwrap();
            let expected = Some((value(one), value(other)));
            assert_eq!(values(&bytes, one, other), expected, "document {doc}");
        }
        let mixed = store.get_document_bytes(count).unwrap();
        assert_eq!(values(&mixed, one, other), None);

        let metas = index.searchable_segment_metas().unwrap();
        let file = metas[0].relative_path(SegmentComponent::Store);
        let file = index.directory().open_read(&file).unwrap();
        let bytes = file.read_bytes().unwrap();
        let footer = &bytes[bytes.len() - FOOTER_BYTES..];
        assert_eq!(footer[..4], 2u32.to_le_bytes(), "the doc store's version");
    }
}
