//! A folder of articles of the story's own, with an index of its own, in which the real binary is
//! run.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Where lodestar is run.
pub(super) struct Shop {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) code: Option<i32>,
    pub(super) stdout: String,
    pub(super) stderr: String,
}

impl Shop {
    /// With these articles, not yet indexed.
    pub(super) fn of(articles: &[(&str, &str)]) -> Self {
        let shop = Self {
            folder: TempDir::new().unwrap(),
        };
        std::fs::create_dir(shop.corpus()).unwrap();
        for (name, text) in articles {
            shop.write(name, text);
        }
        shop
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn corpus(&self) -> PathBuf {
        self.folder().join("corpus")
    }

    /// Adds or replaces an article.
    pub(super) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.corpus().join(name), text).unwrap();
    }

    /// The program, ready to be run here with nothing of the surrounding environment but `PATH`.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lodestar"));
        command
            .args(arguments)
            .current_dir(self.folder())
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .stdin(Stdio::null());
        command
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Run {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs with this on standard input.
    pub(super) fn pipe(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        child.wait_with_output().unwrap().into()
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// Fails unless the run ended with this code.
    #[track_caller]
    pub(super) fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    /// Fails unless standard output holds this.
    #[track_caller]
    pub(super) fn says(self, text: &str) -> Self {
        assert!(self.stdout.contains(text), "no {text:?} in {self:#?}");
        self
    }

    /// Fails unless standard error holds this.
    #[track_caller]
    pub(super) fn complains(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "no {text:?} in {self:#?}");
        self
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}
