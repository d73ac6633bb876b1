//! The bot as a process of its own, so that it can be killed: the real program against a sandbox of
//! the story's.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use discord_sandbox::Sandbox;

/// The program in a process of its own.
pub(super) struct Program<'a> {
    sandbox: &'a Sandbox,
    folder: &'a Path,
}

impl<'a> Program<'a> {
    pub(super) fn new(sandbox: &'a Sandbox, folder: &'a Path) -> Self {
        Self { sandbox, folder }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lodestar"));
        command
            .args(arguments)
            .current_dir(self.folder)
            .env("DISCORD_TOKEN", self.sandbox.token())
            .env("LODESTAR_DISCORD_API_URL", self.sandbox.url())
            .env("LODESTAR_LOG_LEVEL", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    pub(super) fn index(&self) {
        assert!(self.command(&["index"]).status().unwrap().success());
    }

    pub(super) async fn start(&self) -> Child {
        let child = self.command(&["run"]).spawn().unwrap();
        self.sandbox.until_online().await;
        child
    }

    /// As `kill -9`.
    pub(super) async fn kill(&self, mut child: Child) {
        child.kill().unwrap();
        child.wait().unwrap();
        self.sandbox.until_offline().await;
    }
}
