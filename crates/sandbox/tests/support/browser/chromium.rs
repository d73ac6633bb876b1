//! The process of a headless Chromium, and where it can be driven.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// How long it may take to start; a busy machine starts browsers slowly.
const PATIENCE: Duration = Duration::from_secs(60);

/// Names of the browser, the first that is there.
const PROGRAMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Stays at home: no look for updates, no telemetry.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
    "about:blank",
];

/// Ends with its profile.
pub(crate) struct Chromium {
    /// Where it can be driven.
    pub(crate) devtools: String,
    process: Child,
    _profile: TempDir,
}

impl Chromium {
    /// `None` where there is none.
    pub(crate) async fn start() -> Option<Self> {
        let program = program()?;
        let profile = TempDir::new().unwrap();
        let mut process = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let devtools = devtools(&mut process).await;
        Some(Self {
            devtools,
            process,
            _profile: profile,
        })
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn program() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let places = PROGRAMS
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)));
    places.into_iter().find(|path| path.is_file())
}

/// Where the browser says that it can be driven.
async fn devtools(process: &mut Child) -> String {
    let output = BufReader::new(process.stderr.take().unwrap());
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        // Read to the end, or the browser would wait for somebody who reads.
        for line in output.lines().map_while(Result::ok) {
            if let Some((_, url)) = line.split_once("DevTools listening on ") {
                let heard = tell.send(url.trim().to_owned());
                heard.ok();
            }
        }
    });
    let told = tokio::task::spawn_blocking(move || told.recv_timeout(PATIENCE));
    told.await.unwrap().expect("the browser does not start")
}
