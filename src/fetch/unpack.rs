//! Unpacks compressed content, never beyond the size limit of a page.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::FetchError;

/// Returns the unpacked bytes. A file that is itself compressed (such as a sitemap `.xml.gz`) is
/// unpacked as well.
pub(super) fn unpacked(bytes: Vec<u8>, encoding: &str, limit: u64) -> Result<Vec<u8>, FetchError> {
    let encoding = encoding.trim().to_ascii_lowercase();
    if !matches!(encoding.as_str(), "" | "identity" | "gzip" | "x-gzip") {
        return Err(FetchError::Encoding { encoding });
    }
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    MultiGzDecoder::new(bytes.as_slice())
        .take(limit.saturating_add(1))
        .read_to_end(&mut plain)
        .map_err(|error| FetchError::Broken {
            problem: error.to_string(),
        })?;
    if plain.len() as u64 > limit {
        return Err(FetchError::TooLarge { limit });
    }
    Ok(plain)
}
