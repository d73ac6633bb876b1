//! The table of keys: what each is called, what it takes, and where it goes.

use std::time::Duration;

use super::value::{Kind, Value};
use super::{AutoPublish, Config, LogFormat, QuestionPrivacy, problem};

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// One key of the configuration.
pub(super) struct Key {
    pub(super) section: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) set: fn(&mut Config, Value),
}

impl Key {
    pub(super) fn full_name(&self) -> String {
        format!("{}.{}", self.section, self.name)
    }
}

const fn key(
    section: &'static str,
    name: &'static str,
    kind: Kind,
    set: fn(&mut Config, Value),
) -> Key {
    Key {
        section,
        name,
        kind,
        set,
    }
}

const fn whole(unit: &'static str, least: u64, most: u64) -> Kind {
    Kind::Whole { unit, least, most }
}

pub(super) const KEYS: &[Key] = &[
    key("corpus", "dir", Kind::Folder, |config, value| {
        config.corpus.dir = value.path()
    }),
    key(
        "corpus",
        "max_file_kib",
        whole("KiB", 1, 102_400),
        |config, value| {
            config.corpus.max_file_bytes = value.whole().saturating_mul(KIB);
        },
    ),
    key("corpus", "golden", Kind::File, |config, value| {
        config.corpus.golden = value.file();
    }),
    key("index", "dir", Kind::Folder, |config, value| {
        config.index.dir = value.path()
    }),
    key(
        "index",
        "keep_generations",
        whole("generations", 0, 100),
        |config, value| {
            config.index.keep_generations = count(&value);
        },
    ),
    key(
        "index",
        "memory_mib",
        whole("MiB", 64, 4096),
        |config, value| {
            let bytes = value.whole().saturating_mul(MIB);
            config.index.memory_bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        },
    ),
    key(
        "release",
        "auto_publish",
        Kind::Choice(&["when_no_golden_regression", "always", "never"]),
        |config, value| {
            config.release.auto_publish = match value.text().as_str() {
                "always" => AutoPublish::Always,
                "never" => AutoPublish::Never,
                _ => AutoPublish::WhenNoGoldenRegression,
            };
        },
    ),
    key(
        "release",
        "recent_days",
        whole("days", 0, 365),
        |config, value| {
            config.release.recent_days = number(&value);
        },
    ),
    key(
        "release",
        "mark_days",
        whole("days", 0, 365),
        |config, value| {
            config.release.mark_days = number(&value);
        },
    ),
    key("release", "watch", Kind::Switch, |config, value| {
        config.release.watch = value.switch();
    }),
    key(
        "release",
        "watch_wait_s",
        whole("seconds", 1, 3600),
        |config, value| {
            config.release.watch_wait = Duration::from_secs(value.whole());
        },
    ),
    key("release", "schedule", Kind::Schedule, |config, value| {
        config.release.schedule = value.text();
    }),
    key("release", "time_zone", Kind::TimeZone, |config, value| {
        config.release.time_zone = value.text();
    }),
    key(
        "answer",
        "passages",
        whole("passages", 1, 10),
        |config, value| {
            config.answer.passages = count(&value);
        },
    ),
    key(
        "answer",
        "max_question_chars",
        whole("characters", 50, 6000),
        |config, value| {
            config.answer.max_question_chars = count(&value);
        },
    ),
    key(
        "answer",
        "false_answers_percent",
        whole("percent", 0, 50),
        |config, value| {
            let percent = u8::try_from(value.whole()).unwrap_or_default();
            config.answer.false_answers = f32::from(percent) / 100.0;
        },
    ),
    key("synonyms", "groups", Kind::Lines, |config, value| {
        config.synonyms.groups = value.text();
    }),
    key(
        "ask",
        "concurrency",
        whole("questions", 1, 256),
        |config, value| {
            config.ask.concurrency = count(&value);
        },
    ),
    key(
        "ask",
        "queue",
        whole("questions", 0, 100_000),
        |config, value| {
            config.ask.queue = count(&value);
        },
    ),
    key(
        "cooldown",
        "person_questions",
        whole("questions", 0, 100_000),
        |config, value| {
            config.cooldown.person.questions = number(&value);
        },
    ),
    key(
        "cooldown",
        "person_s",
        whole("seconds", 1, 86_400),
        |config, value| {
            config.cooldown.person.per = Duration::from_secs(value.whole());
        },
    ),
    key(
        "cooldown",
        "channel_questions",
        whole("questions", 0, 100_000),
        |config, value| {
            config.cooldown.channel.questions = number(&value);
        },
    ),
    key(
        "cooldown",
        "channel_s",
        whole("seconds", 1, 86_400),
        |config, value| {
            config.cooldown.channel.per = Duration::from_secs(value.whole());
        },
    ),
    key(
        "cooldown",
        "server_questions",
        whole("questions", 0, 100_000),
        |config, value| {
            config.cooldown.server.questions = number(&value);
        },
    ),
    key(
        "cooldown",
        "server_s",
        whole("seconds", 1, 86_400),
        |config, value| {
            config.cooldown.server.per = Duration::from_secs(value.whole());
        },
    ),
    key("store", "path", Kind::Database, |config, value| {
        config.store.path = value.file();
    }),
    key(
        "privacy",
        "questions",
        Kind::Choice(&["full", "hashed", "off"]),
        |config, value| {
            config.privacy.questions = match value.text().as_str() {
                "hashed" => QuestionPrivacy::Hashed,
                "off" => QuestionPrivacy::Off,
                _ => QuestionPrivacy::Full,
            };
        },
    ),
    key(
        "privacy",
        "keep_days",
        whole("days", 1, 3650),
        |config, value| {
            config.privacy.keep_days = number(&value);
        },
    ),
    key("fetch", "allow", Kind::Hosts, |config, value| {
        config.fetch.allow = value.hosts();
    }),
    key("fetch", "deny", Kind::Hosts, |config, value| {
        config.fetch.deny = value.hosts();
    }),
    key("fetch", "private", Kind::Hosts, |config, value| {
        config.fetch.private = value.hosts();
    }),
    key(
        "fetch",
        "max_kib",
        whole("KiB", 1, 102_400),
        |config, value| {
            config.fetch.max_bytes = value.whole().saturating_mul(KIB);
        },
    ),
    key(
        "fetch",
        "timeout_s",
        whole("seconds", 1, 300),
        |config, value| {
            config.fetch.timeout = Duration::from_secs(value.whole());
        },
    ),
    key(
        "fetch",
        "redirects",
        whole("redirects", 0, 20),
        |config, value| {
            config.fetch.redirects = count(&value);
        },
    ),
    key("discord", "api_url", Kind::LocalAddress, |config, value| {
        config.discord.api_url = Some(value.text()).filter(|url| !url.is_empty());
    }),
    key(
        "discord",
        "message_content",
        Kind::Switch,
        |config, value| {
            config.discord.message_content = value.switch();
        },
    ),
    key("discord", "admin_roles", Kind::Ids, |config, value| {
        config.discord.admin_roles = value.ids();
    }),
    key(
        "discord",
        "digest_day",
        Kind::Choice(WEEKDAYS),
        |config, value| {
            let day = value.text();
            let mut days = (0..).zip(WEEKDAYS);
            let found = days.find(|(_, name)| **name == day);
            config.discord.digest.day = found.map_or(0, |(day, _)| day);
        },
    ),
    key(
        "discord",
        "digest_hour",
        whole("hours", 0, 23),
        |config, value| {
            config.discord.digest.hour = u8::try_from(value.whole()).unwrap_or_default();
        },
    ),
    key(
        "discord",
        "unasked_wait_s",
        whole("seconds", 0, 3600),
        |config, value| {
            config.discord.unasked_wait = Duration::from_secs(value.whole());
        },
    ),
    key(
        "discord",
        "follow_edits_min",
        whole("minutes", 0, 60),
        |config, value| {
            config.discord.follow_edits = Duration::from_secs(60 * value.whole());
        },
    ),
    key(
        "discord",
        "progress_interval_ms",
        whole("milliseconds", 1500, 60_000),
        |config, value| {
            config.discord.progress_interval = Duration::from_millis(value.whole());
        },
    ),
    key(
        "discord",
        "stop_timeout_s",
        whole("seconds", 0, 600),
        |config, value| {
            config.discord.stop_timeout = Duration::from_secs(value.whole());
        },
    ),
    key("discord", "admin_channel", Kind::Id, |config, value| {
        config.discord.admin_channel = Some(value.whole()).filter(|id| *id != 0);
    }),
    key(
        "sandbox",
        "port",
        whole("port number", 0, 65_535),
        |config, value| {
            config.sandbox.port = u16::try_from(value.whole()).unwrap_or_default();
        },
    ),
    key("log", "level", Kind::Directives, |config, value| {
        config.log.level = value.text()
    }),
    key(
        "log",
        "format",
        Kind::Choice(&["text", "json"]),
        |config, value| {
            let json = value.text() == "json";
            config.log.format = if json {
                LogFormat::Json
            } else {
                LogFormat::Text
            };
        },
    ),
];

fn count(value: &Value) -> usize {
    usize::try_from(value.whole()).unwrap_or(usize::MAX)
}

fn number(value: &Value) -> u32 {
    u32::try_from(value.whole()).unwrap_or(u32::MAX)
}

pub(super) fn is_section(name: &str) -> bool {
    KEYS.iter().any(|key| key.section == name)
}

/// The key, or what to say of a name that is none.
pub(super) fn find(section: &str, name: &str) -> Result<&'static Key, String> {
    if let Some(key) = KEYS
        .iter()
        .find(|key| key.section == section && key.name == name)
    {
        return Ok(key);
    }
    if is_secret(name) {
        return Err(secret_advice(name));
    }
    let siblings = || KEYS.iter().filter(|key| key.section == section);
    let names: Vec<&str> = siblings().map(|key| key.name).collect();
    Err(format!(
        "[{section}] has no key {name}{}; it has {}",
        problem::did_you_mean(name, names.iter().map(ToString::to_string)),
        names.join(", ")
    ))
}

pub(super) fn unknown_section(name: &str) -> String {
    if is_secret(name) {
        return secret_advice(name);
    }
    if is_section(name) {
        return format!(
            "{name} is a section: write [{name}] in a line of its own, and its keys below"
        );
    }
    let mut sections: Vec<&str> = KEYS.iter().map(|key| key.section).collect();
    sections.dedup();
    format!(
        "there is no section [{name}]{}; sections are {}",
        problem::did_you_mean(name, sections.iter().map(ToString::to_string)),
        sections.join(", ")
    )
}

fn is_secret(name: &str) -> bool {
    name.to_lowercase().contains("token")
}

fn secret_advice(name: &str) -> String {
    format!(
        "{name} does not belong in a file: set DISCORD_TOKEN in the environment, and have the \
         token reset if anybody else can read this file"
    )
}
