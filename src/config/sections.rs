//! The sections of the configuration, as the program sees them. A field's attribute names its key and how
//! that is read.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Deserializer};

use super::read::{
    self, Characters, Days, Generations, Hours, KiB, MiB, Milliseconds, Minutes, Passages,
    PortNumber, Questions, Redirects, Seconds,
};
use super::source::Source;

/// Every setting, checked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub corpus: Corpus,
    pub index: Index,
    pub release: Release,
    pub answer: Answer,
    pub synonyms: Synonyms,
    pub ask: Ask,
    pub cooldown: Cooldown,
    pub store: Store,
    pub privacy: Privacy,
    pub fetch: Fetch,
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    pub discord: Discord,
    pub sandbox: Sandbox,
    pub log: Log,
}

impl Config {
    /// Every path, by its key.
    pub(super) fn paths(&mut self) -> impl Iterator<Item = (&'static str, &mut PathBuf)> {
        let paths = [
            ("corpus.dir", Some(&mut self.corpus.dir)),
            ("corpus.golden", self.corpus.golden.as_mut()),
            ("index.dir", Some(&mut self.index.dir)),
            ("synonyms.file", self.synonyms.file.as_mut()),
            ("store.path", self.store.path.as_mut()),
        ];
        paths
            .into_iter()
            .filter_map(|(key, path)| Some((key, path?)))
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corpus {
    #[serde(deserialize_with = "read::folder")]
    pub dir: PathBuf,
    #[serde(
        rename = "max_file_kib",
        deserialize_with = "read::whole::<KiB, 1, 102_400, _, _>"
    )]
    pub max_file_bytes: u64,
    /// The file of golden questions; `None` for one beside the folder.
    #[serde(deserialize_with = "read::file")]
    pub golden: Option<PathBuf>,
}

/// The file of golden questions beside the corpus.
const GOLDEN: &str = "golden.jsonl";

impl Corpus {
    /// The file of golden questions.
    #[must_use]
    pub fn golden_file(&self) -> PathBuf {
        let beside = || self.dir.with_file_name(GOLDEN);
        self.golden.clone().unwrap_or_else(beside)
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    #[serde(deserialize_with = "read::folder")]
    pub dir: PathBuf,
    #[serde(deserialize_with = "read::whole::<Generations, 0, 100, _, _>")]
    pub keep_generations: usize,
    #[serde(
        rename = "memory_mib",
        deserialize_with = "read::whole::<MiB, 64, 4096, _, _>"
    )]
    pub memory_bytes: usize,
}

/// How a reindex goes live, and when one starts by itself.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    #[serde(deserialize_with = "auto_publish")]
    pub auto_publish: AutoPublish,
    /// How old the questions may be that a release is compared with.
    #[serde(deserialize_with = "read::whole::<Days, 0, 365, _, _>")]
    pub recent_days: u32,
    /// How old the answers may be that are corrected when their source changes; 0 leaves all alone.
    #[serde(deserialize_with = "read::whole::<Days, 0, 365, _, _>")]
    pub mark_days: u32,
    #[serde(deserialize_with = "read::switch")]
    pub watch: bool,
    /// How long files must be left alone before they are read.
    #[serde(
        rename = "watch_wait_s",
        deserialize_with = "read::time::<Seconds, 1, 3600, _>"
    )]
    pub watch_wait: Duration,
    /// As in cron; empty for never.
    #[serde(deserialize_with = "read::schedule")]
    pub schedule: String,
    /// The schedule's time zone, by its IANA name.
    #[serde(deserialize_with = "read::time_zone")]
    pub time_zone: String,
}

/// When a reindex goes live without anybody's decision.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AutoPublish {
    /// When no golden question would lose its answer.
    #[default]
    WhenNoGoldenRegression,
    Always,
    Never,
}

fn auto_publish<'de, D: Deserializer<'de>>(from: D) -> Result<AutoPublish, D::Error> {
    let choices = [
        (
            "when_no_golden_regression",
            AutoPublish::WhenNoGoldenRegression,
        ),
        ("always", AutoPublish::Always),
        ("never", AutoPublish::Never),
    ];
    read::choice(from, &choices)
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    #[serde(deserialize_with = "read::whole::<Passages, 1, 10, _, _>")]
    pub passages: usize,
    #[serde(deserialize_with = "read::whole::<Characters, 50, 6000, _, _>")]
    pub max_question_chars: usize,
    /// Share of uncovered questions that may be called answered, 0 to 1.
    #[serde(
        rename = "false_answers_percent",
        deserialize_with = "read::share::<0, 50, _>"
    )]
    pub false_answers: f32,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// `None` for one beside the folder of articles, if it exists.
    #[serde(deserialize_with = "read::file")]
    pub file: Option<PathBuf>,
    /// A group a line, members separated by commas; after loading, those of the file too.
    #[serde(deserialize_with = "read::lines")]
    pub groups: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    #[serde(deserialize_with = "read::whole::<Questions, 1, 256, _, _>")]
    pub concurrency: usize,
    #[serde(deserialize_with = "read::whole::<Questions, 0, 100_000, _, _>")]
    pub queue: usize,
}

/// How often questions may be asked.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(from = "CooldownKeys")]
pub struct Cooldown {
    pub person: Limit,
    pub channel: Limit,
    pub server: Limit,
}

/// So many questions at once, and again as time passes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limit {
    /// 0 for any number.
    pub questions: u32,
    /// The time after which all of them may be asked again.
    pub per: Duration,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CooldownKeys {
    #[serde(deserialize_with = "read::whole::<Questions, 0, 100_000, _, _>")]
    person_questions: u32,
    #[serde(deserialize_with = "read::time::<Seconds, 1, 86_400, _>")]
    person_s: Duration,
    #[serde(deserialize_with = "read::whole::<Questions, 0, 100_000, _, _>")]
    channel_questions: u32,
    #[serde(deserialize_with = "read::time::<Seconds, 1, 86_400, _>")]
    channel_s: Duration,
    #[serde(deserialize_with = "read::whole::<Questions, 0, 100_000, _, _>")]
    server_questions: u32,
    #[serde(deserialize_with = "read::time::<Seconds, 1, 86_400, _>")]
    server_s: Duration,
}

impl From<CooldownKeys> for Cooldown {
    fn from(keys: CooldownKeys) -> Self {
        let limit = |questions, per| Limit { questions, per };
        Self {
            person: limit(keys.person_questions, keys.person_s),
            channel: limit(keys.channel_questions, keys.channel_s),
            server: limit(keys.server_questions, keys.server_s),
        }
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Store {
    /// `None` for a database in memory.
    #[serde(deserialize_with = "read::database")]
    pub path: Option<PathBuf>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    #[serde(deserialize_with = "question_privacy")]
    pub questions: QuestionPrivacy,
    #[serde(deserialize_with = "read::whole::<Days, 1, 3650, _, _>")]
    pub keep_days: u32,
}

/// What is kept of a question's text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum QuestionPrivacy {
    #[default]
    Full,
    Hashed,
    Off,
}

fn question_privacy<'de, D: Deserializer<'de>>(from: D) -> Result<QuestionPrivacy, D::Error> {
    let choices = [
        ("full", QuestionPrivacy::Full),
        ("hashed", QuestionPrivacy::Hashed),
        ("off", QuestionPrivacy::Off),
    ];
    read::choice(from, &choices)
}

/// What may be read from the web.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fetch {
    /// Hosts, each including everything below it; empty for any.
    #[serde(deserialize_with = "read::hosts")]
    pub allow: Vec<String>,
    /// Hosts, each including everything below it.
    #[serde(deserialize_with = "read::hosts")]
    pub deny: Vec<String>,
    /// Hosts with ports that may be read although they are in a private network.
    #[serde(deserialize_with = "read::hosts")]
    pub private: Vec<String>,
    #[serde(
        rename = "max_kib",
        deserialize_with = "read::whole::<KiB, 1, 102_400, _, _>"
    )]
    pub max_bytes: u64,
    #[serde(
        rename = "timeout_s",
        deserialize_with = "read::time::<Seconds, 1, 300, _>"
    )]
    pub timeout: Duration,
    #[serde(deserialize_with = "read::whole::<Redirects, 0, 20, _, _>")]
    pub redirects: usize,
}

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Discord {
    /// `None` for Discord itself.
    #[serde(deserialize_with = "read::local_address")]
    pub api_url: Option<String>,
    #[serde(deserialize_with = "read::switch")]
    pub message_content: bool,
    /// Ids of roles.
    #[serde(deserialize_with = "read::ids")]
    pub admin_roles: Vec<u64>,
    #[serde(flatten)]
    pub digest: Digest,
    #[serde(
        rename = "unasked_wait_s",
        deserialize_with = "read::time::<Seconds, 0, 3600, _>"
    )]
    pub unasked_wait: Duration,
    #[serde(
        rename = "follow_edits_min",
        deserialize_with = "read::time::<Minutes, 0, 60, _>"
    )]
    pub follow_edits: Duration,
    #[serde(
        rename = "progress_interval_ms",
        deserialize_with = "read::time::<Milliseconds, 1500, 60_000, _>"
    )]
    pub progress_interval: Duration,
    #[serde(
        rename = "stop_timeout_s",
        deserialize_with = "read::time::<Seconds, 0, 600, _>"
    )]
    pub stop_timeout: Duration,
    /// The channel where the bot reports to admins what it did by itself.
    #[serde(deserialize_with = "read::id")]
    pub admin_channel: Option<u64>,
}

/// When weekly digests are sent, in UTC.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct Digest {
    /// Days after Monday, 0 to 6.
    #[serde(rename = "digest_day", deserialize_with = "read::weekday")]
    pub day: u8,
    /// 0 to 23.
    #[serde(
        rename = "digest_hour",
        deserialize_with = "read::whole::<Hours, 0, 23, _, _>"
    )]
    pub hour: u8,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sandbox {
    #[serde(deserialize_with = "read::whole::<PortNumber, 0, 65_535, _, _>")]
    pub port: u16,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// A level, or tracing directives such as `warn,lodestar=debug`.
    #[serde(deserialize_with = "read::directives")]
    pub level: String,
    #[serde(deserialize_with = "log_format")]
    pub format: LogFormat,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

fn log_format<'de, D: Deserializer<'de>>(from: D) -> Result<LogFormat, D::Error> {
    read::choice(
        from,
        &[("text", LogFormat::Text), ("json", LogFormat::Json)],
    )
}
