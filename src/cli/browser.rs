//! Opening an address in the browser that people use.

use std::io;
use std::process::{Command, Stdio};

/// The program that opens addresses.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// Opens an address and does not wait.
///
/// # Errors
/// When there is no program for it.
pub(super) fn open(url: &str) -> io::Result<()> {
    Command::new(OPENER)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map(drop)
}
