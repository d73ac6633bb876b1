//! A peer's process: run to its end, with an eye on its memory.
//!
//! Linux tells in `/proc`; elsewhere nothing is known of memory, and nothing is claimed.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::process;

/// How often memory is looked at; what is held for less may be missed.
const LOOK: Duration = Duration::from_millis(5);

/// What a process said, and the most memory it had that no file stands behind.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) said: String,
    pub(super) memory_bytes: Option<u64>,
}

/// Runs a process; what it says is kept in `place`. An error is the last that it said.
pub(super) fn run(command: &mut Command, place: &Path) -> anyhow::Result<Ended> {
    let (out, err) = (place.join("stdout"), place.join("stderr"));
    command.stdin(Stdio::null());
    command
        .stdout(File::create(&out)?)
        .stderr(File::create(&err)?);
    let mut child = command.spawn()?;
    let mut memory_bytes = None;
    let status = loop {
        memory_bytes = memory_bytes.max(anonymous_bytes(child.id()));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(LOOK);
    };
    if !status.success() {
        let said = fs::read_to_string(&err)?;
        let last = said.lines().rfind(|line| !line.trim().is_empty());
        anyhow::bail!("failed: {}", last.unwrap_or("it said nothing"));
    }
    let said = fs::read_to_string(&out)?;
    Ok(Ended { said, memory_bytes })
}

fn anonymous_bytes(process: u32) -> Option<u64> {
    process::usage(process).map(|usage| usage.anonymous_bytes)
}
