//! Random secrets for tokens and addresses.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// 43 random characters of URL-safe base64.
pub(super) fn secret() -> String {
    let random = || RandomState::new().build_hasher().finish().to_be_bytes();
    URL_SAFE_NO_PAD.encode([random(), random(), random(), random()].concat())
}
