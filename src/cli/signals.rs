//! Turns Ctrl-C and similar signals into a cancelled token.

use std::io;

use tokio_util::sync::CancellationToken;

/// The exit code of a process ended by SIGINT, by shell convention: 128 plus the signal's number.
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
    /// When the system refuses to install the signal handlers.
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
    /// people expect from a program that is slow to stop.
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
