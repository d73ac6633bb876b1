//! Checks what a PDF asks of its parser before it is parsed: how much its streams unpack to, and
//! whether its forms end.

use std::collections::HashMap;
use std::io::Read;

use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use super::super::skipped::SkipReason;
use super::broken;

/// Most bytes that all streams together may unpack to.
const MAX_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;

/// Most bytes that a byte of LZW can stand for: the longest entry of its table for a 12-bit code.
const LZW_RATIO: u64 = 2_731;

/// Most layers of compression that are followed.
const MAX_LAYERS: u32 = 3;

/// Deepest nesting of forms.
const MAX_FORMS: usize = 12;

/// Deepest nesting of the page tree.
const MAX_PARENTS: usize = 64;

/// Refuses a file whose streams unpack to too much. Streams are found by their keyword alone,
/// because following the file's structure would mean unpacking some of them.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), SkipReason> {
    const KEYWORD: &[u8] = b"stream";
    let too_much = SkipReason::Expands {
        limit: MAX_UNPACKED_BYTES,
    };
    let mut left = MAX_UNPACKED_BYTES;
    let mut rest = bytes;
    while let Some(at) = rest.windows(KEYWORD.len()).position(|it| it == KEYWORD) {
        let after = rest.get(at + KEYWORD.len()..).unwrap_or_default();
        rest = after;
        let data = after.strip_prefix(b"\r").unwrap_or(after);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        left = left
            .checked_sub(unpacked(data, left, MAX_LAYERS))
            .filter(|left| *left > 0)
            .ok_or(too_much.clone())?;
    }
    let uses_lzw = [b"LZW".as_slice(), b"#4c", b"#4C"]
        .iter()
        .any(|name| bytes.windows(name.len()).any(|it| it == *name));
    if uses_lzw && (bytes.len() as u64).saturating_mul(LZW_RATIO) > 4 * MAX_UNPACKED_BYTES {
        return Err(too_much);
    }
    Ok(())
}

/// How many bytes a Deflate stream unpacks to, at most `limit`; 0 if it is not one.
fn unpacked(data: &[u8], limit: u64, layers: u32) -> u64 {
    if !is_deflated(data) {
        return 0;
    }
    let mut head = Vec::new();
    let mut decoder = ZlibDecoder::new(data);
    // Truncated or broken data counts as far as it goes.
    let _ = decoder
        .by_ref()
        .take(limit.min(1 << 20))
        .read_to_end(&mut head);
    let mut total = head.len() as u64;
    let mut buffer = vec![0; 1 << 16];
    while total < limit {
        match decoder.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(read) => total = total.saturating_add(read as u64),
        }
    }
    if layers > 1 && total < limit {
        total = total.saturating_add(unpacked(&head, limit - total, layers - 1));
    }
    total
}

/// Whether the bytes begin like zlib data (RFC 1950, section 2.2).
fn is_deflated(data: &[u8]) -> bool {
    match data {
        [method, flags, ..] => {
            method & 0x0f == 8 && (u16::from(*method) * 256 + u16::from(*flags)) % 31 == 0
        }
        _ => false,
    }
}

/// Refuses forms that display themselves, directly or indirectly, and pages that descend from
/// themselves. Anything named for display counts as a form, because the parser runs it as one.
pub(super) fn check_forms(document: &mut Document) -> Result<(), SkipReason> {
    empty_pictures(document);
    let document = &*document;
    let mut depths: HashMap<ObjectId, Depth> = HashMap::new();
    for object in document.objects.values() {
        let holder = match object {
            Object::Stream(stream) => &stream.dict,
            Object::Dictionary(page) => {
                check_parents(document, page)?;
                page
            }
            _ => continue,
        };
        let resources = dictionary(document, holder, b"Resources");
        for holder in [Some(holder), resources].into_iter().flatten() {
            for id in named(document, holder) {
                depth(document, id, 0, &mut depths)?;
            }
        }
    }
    Ok(())
}

/// Empties pictures: the parser would run their content too, and it is not text.
fn empty_pictures(document: &mut Document) {
    let is_picture = |object: &Object| {
        let subtype = object.as_stream().and_then(|it| it.dict.get(b"Subtype"));
        let subtype = subtype.and_then(|it| document.dereference(it));
        let name = subtype.and_then(|(_, it)| it.as_name());
        name.is_ok_and(|name| name == b"Image")
    };
    let objects = document.objects.iter();
    let pictures: Vec<ObjectId> = objects
        .filter(|(_, object)| is_picture(object))
        .map(|(id, _)| *id)
        .collect();
    for id in pictures {
        if let Some(Object::Stream(picture)) = document.objects.get_mut(&id) {
            picture.set_plain_content(Vec::new());
        }
    }
}

#[derive(Clone, Copy)]
enum Depth {
    /// It is being visited.
    Open,
    Known(usize),
}

/// How deeply forms are nested below this one.
fn depth(
    document: &Document,
    id: ObjectId,
    level: usize,
    depths: &mut HashMap<ObjectId, Depth>,
) -> Result<usize, SkipReason> {
    match depths.get(&id) {
        Some(Depth::Known(depth)) => return Ok(*depth),
        Some(Depth::Open) => return Err(broken("one of its forms contains itself")),
        None if level > MAX_FORMS => return Err(broken("its forms are nested too deeply")),
        None => {}
    }
    let Ok(Object::Stream(form)) = document.get_object(id) else {
        return Ok(0);
    };
    depths.insert(id, Depth::Open);
    let mut deepest = 0;
    for inner in shown(document, form)? {
        deepest = deepest.max(1 + depth(document, inner, level + 1, depths)?);
    }
    if deepest > MAX_FORMS {
        return Err(broken("its forms are nested too deeply"));
    }
    depths.insert(id, Depth::Known(deepest));
    Ok(deepest)
}

/// The streams that a form may display.
fn shown(document: &Document, form: &Stream) -> Result<Vec<ObjectId>, SkipReason> {
    let resources = dictionary(document, &form.dict, b"Resources");
    let Some(resources) = resources else {
        // It uses the resources of whatever displays it, which cannot be followed.
        let content = form
            .decompressed_content()
            .unwrap_or_else(|_| form.content.clone());
        return if content.windows(2).any(|it| it == b"Do") {
            Err(broken("one of its forms borrows others"))
        } else {
            Ok(Vec::new())
        };
    };
    Ok(named(document, resources))
}

/// The streams that resources name for display.
fn named(document: &Document, resources: &Dictionary) -> Vec<ObjectId> {
    let objects = dictionary(document, resources, b"XObject");
    objects
        .into_iter()
        .flat_map(Dictionary::iter)
        .filter_map(|(_, it)| it.as_reference().ok())
        .collect()
}

fn dictionary<'a>(
    document: &'a Document,
    holder: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    let (_, found) = document.dereference(holder.get(key).ok()?).ok()?;
    found.as_dict().ok()
}

fn check_parents(document: &Document, page: &Dictionary) -> Result<(), SkipReason> {
    let mut above = page;
    for _ in 0..MAX_PARENTS {
        match dictionary(document, above, b"Parent") {
            Some(parent) => above = parent,
            None => return Ok(()),
        }
    }
    Err(broken("its pages are nested too deeply"))
}
