//! What a process takes: its memory and its time on a processor, looked at while it runs.
//!
//! Linux tells in `/proc`; elsewhere nothing is known, and nothing is claimed.

use std::fs;
use std::process::{Child, ExitStatus};
use std::time::{Duration, Instant};

use serde::Serialize;

/// How often a process is looked at; memory that is held for less may be missed.
const LOOK: Duration = Duration::from_millis(5);
/// `USER_HZ`: the unit of processor time in `/proc`, on every architecture of today.
const TICKS_PER_SECOND: f64 = 100.0;
/// Fields of `/proc/PID/stat` after the process's name: user and system time.
const TIMES: [usize; 2] = [11, 12];

/// What a process took. Bytes are exact to a page.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct Usage {
    /// Memory that no file stands behind, at its highest as far as it was seen.
    pub(super) anonymous_bytes: u64,
    /// All memory at its highest, with the pages of mapped files (`VmHWM`).
    pub(super) resident_bytes: u64,
    /// Time on a processor, of all threads together, up to the last look.
    pub(super) cpu_s: f64,
}

/// How a process went.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) status: ExitStatus,
    pub(super) seconds: f64,
    pub(super) usage: Option<Usage>,
}

/// What a process takes now; `None` where the system does not tell.
pub(super) fn usage(process: u32) -> Option<Usage> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let bytes = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        let kib: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
        Some(kib * 1024)
    };
    Some(Usage {
        anonymous_bytes: bytes("RssAnon:")?,
        resident_bytes: bytes("VmHWM:")?,
        cpu_s: cpu(process)?,
    })
}

fn cpu(process: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name stands in brackets and may hold anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = TIMES.map(|field| fields.get(field)?.parse::<f64>().ok());
    Some(ticks.into_iter().sum::<Option<f64>>()? / TICKS_PER_SECOND)
}

/// Time on a processor that the threads of this process have had so far; `None` where the system
/// does not tell. Other work on the machine does not lengthen it, as it does a time by the clock.
pub(super) fn own_cpu() -> Option<Duration> {
    let mut sum = Duration::ZERO;
    for thread in fs::read_dir("/proc/self/task").ok()?.flatten() {
        // One that has just ended has no file any more.
        let Ok(told) = fs::read_to_string(thread.path().join("schedstat")) else {
            continue;
        };
        sum += Duration::from_nanos(told.split_whitespace().next()?.parse().ok()?);
    }
    (sum > Duration::ZERO).then_some(sum)
}

/// Waits for the end of a process that was `started` then.
pub(super) fn watch(mut child: Child, started: Instant) -> anyhow::Result<Run> {
    let mut highest: Option<Usage> = None;
    loop {
        // A process that has ended and was not waited for tells zeros.
        if let Some(now) = usage(child.id()).filter(|now| now.resident_bytes > 0) {
            let before = highest.unwrap_or_default();
            highest = Some(Usage {
                anonymous_bytes: before.anonymous_bytes.max(now.anonymous_bytes),
                ..now
            });
        }
        if let Some(status) = child.try_wait()? {
            return Ok(Run {
                status,
                seconds: started.elapsed().as_secs_f64(),
                usage: highest,
            });
        }
        std::thread::sleep(LOOK);
    }
}
