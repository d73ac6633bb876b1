//! A bot as the system sees it: a process with its memory and its time on the processors. Knows
//! nothing of Discord. On systems without `/proc` there is nothing to see.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use serde::Serialize;
use tokio::time::sleep;

/// Ticks a second in which Linux counts a process's time; the same on all of its platforms.
const TICKS: u64 = 100;
/// How often it is looked whether a process has come to rest, and how often in a row it must have.
const LOOK_EVERY: Duration = Duration::from_millis(250);
const LOOKS: u32 = 6;
/// What a process at rest may use between two looks, in ticks.
const AT_REST: u64 = 1;
/// How long it may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running program, which does not outlive its measurement.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    /// What it said.
    log: PathBuf,
}

/// Memory in bytes.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Memory {
    pub(super) resident: u64,
    /// Of that, what is not backed by a file: the heap and the stacks.
    pub(super) anonymous: u64,
}

impl Process {
    /// Starts a program, whose standard error goes to a file: a bot that is asked more than it can
    /// answer complains.
    pub(super) fn start(command: &mut Command, log: &Path) -> anyhow::Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(log)?)
            .spawn()
            .with_context(|| format!("cannot run {}", command.get_program().display()))?;
        Ok(Self {
            child,
            log: log.to_owned(),
        })
    }

    /// Whether it runs.
    pub(super) fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// What it said so far.
    pub(super) fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    pub(super) fn memory(&self) -> Option<Memory> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let bytes = |key: &str| {
            let line = status.lines().find(|line| line.starts_with(key))?;
            let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
            Some(kib * 1_024)
        };
        Some(Memory {
            resident: bytes("VmRSS:")?,
            anonymous: bytes("RssAnon:")?,
        })
    }

    /// Its time on the processors so far.
    pub(super) fn time(&self) -> Option<Duration> {
        time_of(&self.child.id().to_string())
    }

    /// Waits until it has nothing more to do.
    pub(super) async fn comes_to_rest(&self) {
        let limit = Instant::now() + PATIENCE;
        let (mut before, mut looks) = (self.time(), 0);
        while before.is_some() && looks < LOOKS && Instant::now() < limit {
            sleep(LOOK_EVERY).await;
            let now = self.time();
            let used = now
                .unwrap_or_default()
                .saturating_sub(before.unwrap_or_default());
            looks = if used <= Duration::from_millis(AT_REST * 1_000 / TICKS) {
                looks + 1
            } else {
                0
            };
            before = now;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ended = self.child.kill().and_then(|()| self.child.wait());
    }
}

/// This process's time on the processors so far.
pub(super) fn own_time() -> Option<Duration> {
    time_of("self")
}

/// The 14th and 15th fields of `/proc/PID/stat` (man 5 `proc_pid_stat`), in user and kernel mode.
fn time_of(process: &str) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The second field is a name in brackets, which may hold anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks()? + ticks()?) * 1_000 / TICKS))
}
