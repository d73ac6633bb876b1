//! Configuration (stub).
use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug, Clone)]
pub struct Config {
    pub corpus: Corpus,
    pub index: Index,
    pub answer: Answer,
    pub ask: Ask,
    pub discord: Discord,
    pub sandbox: Sandbox,
    pub log: Log,
}
#[derive(Debug, Clone)]
pub struct Corpus {
    pub dir: PathBuf,
    pub max_file_bytes: u64,
}
#[derive(Debug, Clone)]
pub struct Index {
    pub dir: PathBuf,
    pub keep_generations: usize,
    pub memory_bytes: usize,
}
#[derive(Debug, Clone)]
pub struct Answer {
    pub passages: usize,
    pub max_question_chars: usize,
}
#[derive(Debug, Clone)]
pub struct Ask {
    pub concurrency: usize,
    pub queue: usize,
}
#[derive(Debug, Clone)]
pub struct Discord {
    pub api_url: Option<String>,
    pub progress_interval: Duration,
    pub stop_timeout: Duration,
}
#[derive(Debug, Clone)]
pub struct Sandbox {
    pub port: u16,
}
#[derive(Debug, Clone)]
pub struct Log {
    pub level: String,
    pub format: LogFormat,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}
