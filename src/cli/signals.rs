//! Ctrl-C and its like, as a cancelled token.

use std::io;

use tokio_util::sync::CancellationToken;

/// The exit code of a process that SIGINT ended, by the convention of shells: 128 and the signal's
/// number.
const INTERRUPTED: i32 = 130;

/// The signals that ask the program to stop, heard from [`Self::listen`] on.
pub(super) struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl Signals {
    /// # Errors
    /// When the system does not let signals be heard.
    #[cfg(unix)]
    pub(super) fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    #[cfg(not(unix))]
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self {})
    }

    /// Cancels on the first SIGINT (Ctrl-C) or SIGTERM; a second one ends the process at once, as
    /// people expect of a program that takes long to stop.
    pub(super) async fn cancel(mut self, shutdown: CancellationToken) {
        if !self.heard().await {
            return;
        }
        tracing::info!("stopping");
        shutdown.cancel();
        if self.heard().await {
            std::process::exit(INTERRUPTED);
        }
    }

    #[cfg(unix)]
    async fn heard(&mut self) -> bool {
        tokio::select! {
            it = self.interrupt.recv() => it.is_some(),
            it = self.terminate.recv() => it.is_some(),
        }
    }

    #[cfg(not(unix))]
    async fn heard(&mut self) -> bool {
        tokio::signal::ctrl_c().await.is_ok()
    }
}
