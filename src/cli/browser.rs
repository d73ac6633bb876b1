//! Opens an address in the user's default browser.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

/// The program that opens addresses.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// Whether the program's exit code shows success; `explorer` always exits with 1.
const TELLS: bool = !cfg!(windows);

/// Opens an address without waiting. `otherwise` receives the error if it cannot be opened.
pub(super) fn open(url: &str, otherwise: impl FnOnce(&io::Error) + Send + 'static) {
    let started = Command::new(OPENER)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    // A browser may stay in the foreground while it is open.
    thread::spawn(move || {
        let refusal = match started.and_then(|mut opener| opener.wait()) {
            Ok(status) if TELLS && !status.success() => {
                io::Error::other(format!("{OPENER} ended with {status}"))
            }
            Ok(_) => return,
            Err(error) => io::Error::new(error.kind(), format!("{OPENER}: {error}")),
        };
        otherwise(&refusal);
    });
}
