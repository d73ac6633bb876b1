//! How long each stage takes on the shipped articles and golden questions: cutting, indexing,
//! understanding a question, finding candidates, ranking them, a whole ask, and its message.
//!
//! ```text
//! cargo bench --bench stages
//! ```
//!
//! It goes through what the library offers to any program. Times are for all articles, and for one
//! question each, in turn.

#![expect(clippy::expect_used, reason = "a benchmark may fail by a panic")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{BatchSize, Criterion};
use lodestar::app::App;
use lodestar::config::Config;
use lodestar::discord;
use lodestar_engine::answer::{
    self, AnalysedQuestion, Answer, CANDIDATES, Lexicon, Question, TermStatistics, Thresholds,
};
use lodestar_engine::corpus::Corpus;
use lodestar_engine::index::{Hit, Index, Settings, Snapshot};
use lodestar_engine::{golden, passage};
use tokio::runtime::Runtime;

/// Indexing writes to disk: a few runs tell enough.
const INDEX_SAMPLES: usize = 10;
const EXCERPTS: usize = 3;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime starts");
    let place = tempfile::tempdir().expect("there is a temporary folder");
    let config = config(place.path());
    cutting(&mut criterion, &config);
    indexing(&mut criterion, &runtime);
    let app = indexed(&config, &runtime);
    let stage = Stage::new(&config, live(place.path()));
    stage.asking(&mut criterion);
    whole(&mut criterion, &runtime, &app, &stage.questions);
    criterion.final_summary();
}

fn config(index: &Path) -> Config {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let settings = [
        ("LODESTAR_CORPUS_DIR", root.join("corpus")),
        ("LODESTAR_INDEX_DIR", index.to_owned()),
        ("LODESTAR_STORE_PATH", PathBuf::from(":memory:")),
    ];
    let settings =
        settings.map(|(key, value)| (key.to_owned(), value.to_string_lossy().into_owned()));
    Config::load(Some(&root.join("config.toml")), settings).expect("the configuration is right")
}

fn cutting(criterion: &mut Criterion, config: &Config) {
    let corpus = Corpus::new(&config.corpus.dir, config.corpus.max_file_bytes);
    criterion.bench_function("read all articles", |bench| {
        bench.iter(|| corpus.read_all().expect("the corpus can be read"));
    });
    let (articles, _) = corpus.read_all().expect("the corpus can be read");
    criterion.bench_function("cut all articles", |bench| {
        bench.iter(|| {
            let passages = articles.iter().map(passage::passages);
            passages.map(|passages| passages.len()).sum::<usize>()
        });
    });
}

fn indexing(criterion: &mut Criterion, runtime: &Runtime) {
    let mut group = criterion.benchmark_group("index");
    group.sample_size(INDEX_SAMPLES);
    group.bench_function("all articles, from nothing", |bench| {
        bench.iter_batched(
            || tempfile::tempdir().expect("there is a temporary folder"),
            |place| {
                indexed(&config(place.path()), runtime);
                place
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

fn indexed(config: &Config, runtime: &Runtime) -> App {
    let app = App::open(config).expect("the index opens");
    runtime.block_on(async {
        let reindex = app.reindex("a benchmark").expect("nothing else runs");
        reindex.outcome().await.expect("the articles are indexed");
    });
    app
}

/// The generation that answers, without the app around it.
fn live(index: &Path) -> Snapshot {
    let mut folders = fs::read_dir(index)
        .expect("the index can be listed")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir());
    let settings = Settings {
        dir: folders.next().expect("one corpus is indexed"),
        keep_generations: 0,
        memory_bytes: 0,
    };
    let index = Index::open(settings).expect("the index opens");
    let live = index.live().expect("the generation can be read");
    live.expect("there is a generation")
}

/// What the stages of an ask need.
struct Stage {
    questions: Vec<String>,
    snapshot: Snapshot,
    lexicon: Lexicon,
    thresholds: Thresholds,
    max_chars: usize,
}

impl Stage {
    fn new(config: &Config, snapshot: Snapshot) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden/polestar.jsonl");
        let probes = golden::read(&file).expect("the golden questions can be read");
        let calibration = snapshot.calibration();
        Self {
            questions: probes.into_iter().map(|probe| probe.question).collect(),
            lexicon: Lexicon::new(&config.synonyms.groups, snapshot.languages()),
            thresholds: Thresholds::new(config.answer.false_answers, |part| {
                calibration.quantile(part)
            }),
            max_chars: config.answer.max_question_chars,
            snapshot,
        }
    }

    fn asking(&self, criterion: &mut Criterion) {
        let mut next = self.questions.iter().cycle();
        let mut question = || next.next().expect("there are questions").as_str();
        criterion.bench_function("ask: understand a question", |bench| {
            bench.iter_batched(&mut question, |it| self.asked(it), BatchSize::SmallInput);
        });
        let mut asked = || self.asked(question());
        criterion.bench_function("ask: find candidates", |bench| {
            let setup = &mut asked;
            bench.iter_batched(setup, |it| self.hits(&it), BatchSize::SmallInput);
        });
        criterion.bench_function("ask: count passages by term", |bench| {
            let setup = &mut asked;
            bench.iter_batched(setup, |it| self.statistics(&it), BatchSize::SmallInput);
        });
        criterion.bench_function("ask: rank and compose", |bench| {
            let setup = || {
                let asked = asked();
                let (hits, statistics) = (self.hits(&asked), self.statistics(&asked));
                (asked, hits, statistics)
            };
            let compose = |(asked, hits, statistics)| self.compose(asked, hits, &statistics);
            bench.iter_batched(setup, compose, BatchSize::SmallInput);
        });
    }

    fn asked(&self, question: &str) -> AnalysedQuestion {
        let question = Question::clean(question, self.max_chars);
        let (plain, _) = answer::parse_syntax(&question);
        AnalysedQuestion::new(plain, &[], &self.lexicon)
    }

    fn hits(&self, asked: &AnalysedQuestion) -> Vec<Hit> {
        let found = self.snapshot.candidates(asked.terms(), CANDIDATES);
        found.expect("the index can be searched")
    }

    fn statistics(&self, asked: &AnalysedQuestion) -> TermStatistics {
        let frequencies = self.snapshot.frequencies(asked.terms());
        TermStatistics {
            frequencies: frequencies.expect("the index can be searched"),
            passages: self.snapshot.passages() as u64,
            generation: self.snapshot.generation(),
        }
    }

    fn compose(
        &self,
        asked: AnalysedQuestion,
        hits: Vec<Hit>,
        statistics: &TermStatistics,
    ) -> Answer {
        answer::compose(asked, hits, statistics, &self.thresholds, EXCERPTS)
    }
}

fn whole(criterion: &mut Criterion, runtime: &Runtime, app: &App, questions: &[String]) {
    let mut next = questions.iter().cycle();
    let mut ask = || {
        let question = next.next().expect("there are questions");
        let answer = runtime.block_on(app.ask(question));
        answer.expect("the question is answered")
    };
    criterion.bench_function("ask: all of it", |bench| bench.iter(&mut ask));
    let answers: Vec<Answer> = (0..questions.len()).map(|_| ask()).collect();
    let mut next = answers.iter().cycle();
    criterion.bench_function("render a message", |bench| {
        bench.iter(|| {
            let answer = next.next().expect("there are answers");
            discord::message_text(black_box(answer), "en-GB")
        });
    });
}
