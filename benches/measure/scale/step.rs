//! The measurements of one corpus, one after the other.

use std::fs;
use std::sync::Arc;

use anyhow::{Context as _, ensure};

use super::super::asking::{Asker, Beside, Limit, Load};
use super::super::corpora::{Texts, Written};
use super::super::latency::median;
use super::super::place::{Place, clear, size};
use super::super::plain::{self, Plain};
use super::super::{program, serving};
use super::{Around, Indexing, Size};

/// Callers at once, beside the one.
const CALLERS: [usize; 2] = [2, 16];
/// Answers after which a process's memory is looked at.
const SERVED: usize = 500;
/// A start is short, and disturbed easily.
const STARTS: usize = 5;

/// One corpus to be measured.
pub(super) struct Step<'a> {
    place: Place,
    passages: usize,
    questions: &'a Arc<[String]>,
    limit: Limit,
}

impl<'a> Step<'a> {
    pub(super) fn new(
        place: Place,
        passages: usize,
        questions: &'a Arc<[String]>,
        limit: Limit,
    ) -> Self {
        Self {
            place,
            passages,
            questions,
            limit,
        }
    }

    pub(super) fn measure(
        &self,
        texts: &Texts,
        seed: u64,
        only_asking: bool,
    ) -> anyhow::Result<Size> {
        self.say("writing the corpus");
        let written = self.place.write(texts, self.passages, seed)?;
        let indexing = if only_asking {
            None
        } else {
            Some(self.indexing()?)
        };
        let (passages, one_caller, callers) = self.asking()?;
        self.say("the memory of a process that answers");
        let asked = self.questions.iter().cycle().take(SERVED);
        let serving = serving::usage(&self.place, asked)?;
        let around = if only_asking {
            None
        } else {
            Some(self.around()?)
        };
        let Written { articles, bytes } = written;
        Ok(Size {
            passages,
            articles,
            corpus_bytes: bytes,
            indexing,
            one_caller,
            callers,
            serving,
            around,
        })
    }

    fn indexing(&self) -> anyhow::Result<Indexing> {
        self.say("indexing");
        clear(&self.place.index())?;
        let program::Indexed { run, report } = program::index(&self.place)?;
        ensure!(
            report.skipped.is_empty(),
            "files were skipped: {:?}",
            report.skipped
        );
        let disk_bytes = size(&self.place.index())?;
        self.say("plain tantivy: reading and cutting");
        let memory = self.place.config()?.index.memory_bytes;
        let (texts, cutting) = plain::cut(&self.place.corpus())?;
        ensure!(
            texts.len() == report.passages,
            "lodestar has indexed {} passages, plain tantivy gets {}",
            report.passages,
            texts.len()
        );
        self.say("plain tantivy: indexing");
        let built = plain::index(&self.place, &texts, memory)?;
        Ok(Indexing {
            seconds: run.seconds,
            usage: run.usage,
            disk_bytes,
            cutting_s: cutting.as_secs_f64(),
            plain_s: built.took.as_secs_f64(),
            plain_disk_bytes: built.disk_bytes,
        })
    }

    fn asking(&self) -> anyhow::Result<(usize, Beside, Vec<Load>)> {
        self.say("one caller, and plain tantivy");
        let plain = Plain::open(&self.place).context("there is no index of plain tantivy")?;
        let asker = Asker::open(&self.place)?;
        let passages = asker.passages()?;
        asker.warm_up(self.questions, self.limit)?;
        let one_caller = asker.beside(&plain, self.questions, self.limit)?;
        drop(plain);
        let mut loads = Vec::new();
        for callers in CALLERS {
            self.say(&format!("{callers} callers"));
            loads.push(asker.load(self.questions, callers, self.limit)?);
        }
        Ok((passages, one_caller, loads))
    }

    fn around(&self) -> anyhow::Result<Around> {
        self.say("starts");
        let question = self.questions.first().context("there are no questions")?;
        let times = |time: &dyn Fn() -> anyhow::Result<f64>| {
            let times: anyhow::Result<Vec<f64>> = (0..STARTS).map(|_| time()).collect();
            anyhow::Ok(median(times?))
        };
        let first_answer_s = times(&|| program::first_answer(&self.place, question))?;
        let bot_ready_s = times(&|| program::bot_ready(&self.place))?;
        self.say("a reindex of one changed article");
        Ok(Around {
            one_changed_s: program::one_changed(&self.place)?,
            first_answer_s,
            bot_ready_s,
        })
    }

    /// Removes everything that was written.
    pub(super) fn remove(&self) -> anyhow::Result<()> {
        Ok(fs::remove_dir_all(self.place.dir())?)
    }

    fn say(&self, what: &str) {
        super::super::say(&format!("{} passages: {what}", self.passages));
    }
}
