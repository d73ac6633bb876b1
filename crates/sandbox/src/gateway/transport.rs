//! How payloads become WebSocket frames: plain text, or compressed as the bot asked. Knows nothing
//! of what they say.

use std::io::{self, Write as _};
use std::mem;

use axum::extract::ws::Message;
use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Zstandard's magic number, then a frame header without a size or checksum that asks for a window
/// of 128 KiB (RFC 8878, 3.1.1).
const ZSTD_FRAME_HEADER: [u8; 6] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38];

/// The largest block of a frame with that window, in bytes (RFC 8878, 3.1.1.2).
const ZSTD_BLOCK_BYTES: usize = 128 * 1024;

pub(super) enum Transport {
    Plain,
    /// `compress` of IDENTIFY: each event is a zlib stream of its own.
    PerPayload,
    /// One zlib stream over the connection, flushed after every payload.
    ZlibStream(Box<ZlibEncoder<Vec<u8>>>),
    /// One Zstandard frame over the connection. Its blocks are stored: it costs nothing on loopback
    /// and every decoder reads them.
    ZstdStream {
        opened: bool,
    },
}

impl Transport {
    /// What `compress=` in the gateway's address asks for; `None` for what Discord does not have.
    pub(super) fn named(compress: Option<&str>) -> Option<Self> {
        match compress {
            None | Some("") => Some(Self::Plain),
            Some("zlib-stream") => Some(Self::ZlibStream(Box::new(ZlibEncoder::new(
                Vec::new(),
                Compression::fast(),
            )))),
            Some("zstd-stream") => Some(Self::ZstdStream { opened: false }),
            Some(_) => None,
        }
    }

    /// Compresses events one by one from now on, unless the whole connection is compressed.
    pub(super) fn compress_payloads(&mut self) {
        if matches!(self, Self::Plain) {
            *self = Self::PerPayload;
        }
    }

    /// # Errors
    /// When the compressor fails.
    pub(super) fn frame(&mut self, payload: &str, is_event: bool) -> io::Result<Message> {
        Ok(match self {
            Self::PerPayload if is_event => {
                let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
                encoder.write_all(payload.as_bytes())?;
                Message::Binary(encoder.finish()?.into())
            }
            Self::Plain | Self::PerPayload => Message::Text(payload.into()),
            Self::ZlibStream(encoder) => {
                encoder.write_all(payload.as_bytes())?;
                encoder.flush()?;
                Message::Binary(mem::take(encoder.get_mut()).into())
            }
            Self::ZstdStream { opened } => {
                let mut frame = Vec::with_capacity(payload.len() + 16);
                if !mem::replace(opened, true) {
                    frame.extend(ZSTD_FRAME_HEADER);
                }
                for block in payload.as_bytes().chunks(ZSTD_BLOCK_BYTES) {
                    let [a, b, c, ..] = (block.len() << 3).to_le_bytes();
                    frame.extend([a, b, c]);
                    frame.extend(block);
                }
                Message::Binary(frame.into())
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Decompress, FlushDecompress};

    #[test]
    fn a_zlib_stream_is_flushed_after_every_payload() {
        let mut transport = Transport::named(Some("zlib-stream")).unwrap();
        let mut inflate = Decompress::new(true);
        for payload in ["{\"op\":10}", &"größer ".repeat(90_000), "{}"] {
            let Message::Binary(bytes) = transport.frame(payload, true).unwrap() else {
                panic!("a stream is binary");
            };
            assert!(bytes.ends_with(&[0, 0, 0xff, 0xff]));
            let mut out = Vec::with_capacity(payload.len() + 1);
            inflate
                .decompress_vec(&bytes, &mut out, FlushDecompress::Sync)
                .unwrap();
            assert_eq!(out, payload.as_bytes());
        }
    }

    #[test]
    fn a_zstandard_frame_goes_on_in_blocks() {
        let mut transport = Transport::named(Some("zstd-stream")).unwrap();
        let first = transport.frame("ab", true).unwrap().into_data();
        assert_eq!(&first[6..], [2 << 3, 0, 0, b'a', b'b']);
        let long = "x".repeat(ZSTD_BLOCK_BYTES + 1);
        let second = transport.frame(&long, true).unwrap().into_data();
        assert_eq!(second.len(), long.len() + 6);
        assert_eq!(&second[..3], [0, 0, 0b1_0000]);
    }
}
