//! Stories about configurations, good and bad.

use super::*;

fn load(text: &str, env: &[(&str, &str)]) -> Result<Config, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("my.toml");
    fs::write(&file, text).expect("a file");
    let env = env
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::load(Some(&file), env).map_err(|errors| {
        errors
            .to_string()
            .replace(&format!("{}/", folder.path().display()), "")
    })
}

#[test]
fn every_key_of_the_shipped_file_is_read() {
    let defaults: toml::Table = DEFAULTS.parse().unwrap();
    let mut keys = 0;
    for (section, names) in &defaults {
        for name in names.as_table().unwrap().keys() {
            let problem = load(&format!("[{section}]\n{name} = [[]]\n"), &[]).unwrap_err();
            let refused = format!("my.toml:2: {section}.{name} = [[]] is not allowed: it must be ");
            assert!(problem.contains(&refused), "{problem}");
            keys += 1;
        }
    }
    assert_eq!(keys, 48);
}

#[test]
fn the_defaults_are_sound() {
    let config = load("", &[]).expect("the defaults");
    assert_eq!(config.answer.passages, 3);
    assert_eq!(config.corpus.dir, Path::new("corpus"));
    assert_eq!(config.discord.api_url, None);
    assert!(!config.discord.message_content);
    assert_eq!(config.log.format, LogFormat::Text);
}

#[test]
fn the_environment_wins_over_the_file_and_the_file_over_the_defaults() {
    let text = "[answer]\npassages = 5\n[ask]\nqueue = 7\n";
    let config = load(text, &[("LODESTAR_ANSWER_PASSAGES", "2")]).expect("a configuration");
    assert_eq!(
        (
            config.answer.passages,
            config.ask.queue,
            config.ask.concurrency
        ),
        (2, 7, 4)
    );
}

#[test]
fn a_misspelt_variable_is_refused_and_one_of_the_platform_is_none_of_ours() {
    let platform = [
        ("LODESTAR_SERVICE_HOST", "10.0.0.1"),
        ("LODESTAR_PORT_8080_TCP", "tcp://10.0.0.1:8080"),
    ];
    load("", &platform).expect("a configuration");
    for misspelt in ["LODESTAR_CORPSU_DIR", "LODESTAR_CORPUS_FOLDER"] {
        let problem = load("", &[(misspelt, "x")]).expect_err("a problem");
        assert!(problem.contains(misspelt), "{problem}");
    }
}

#[test]
fn a_path_in_a_file_is_below_the_folder_of_the_file() {
    let config = load(
        "[corpus]\ndir = \"articles\"\n",
        &[("LODESTAR_INDEX_DIR", "here")],
    )
    .unwrap();
    assert!(config.corpus.dir.is_absolute() && config.corpus.dir.ends_with("articles"));
    assert_eq!(config.index.dir, Path::new("here"));
}

#[test]
fn the_store_is_a_file_below_the_folder_of_the_configuration_or_in_memory() {
    let defaults = load("", &[]).unwrap();
    assert_eq!(
        defaults.store.path.as_deref(),
        Some(Path::new("index/lodestar.db"))
    );
    let named = load("[store]\npath = \"bot.db\"\n", &[]).unwrap();
    assert!(named.store.path.unwrap().is_absolute());
    let memory = load("[store]\npath = \":memory:\"\n", &[]).unwrap();
    assert_eq!(memory.store.path, None);
}

#[test]
fn texts_of_questions_are_kept_as_the_operator_says() {
    let defaults = load("", &[]).unwrap().privacy;
    assert_eq!(
        (defaults.questions, defaults.keep_days),
        (QuestionPrivacy::Full, 90)
    );
    let set = [
        ("LODESTAR_PRIVACY_QUESTIONS", "hashed"),
        ("LODESTAR_PRIVACY_KEEP_DAYS", "7"),
    ];
    let set = load("", &set).unwrap().privacy;
    assert_eq!((set.questions, set.keep_days), (QuestionPrivacy::Hashed, 7));
    let forever = load("[privacy]\nkeep_days = 0\n", &[]).unwrap_err();
    assert!(forever.contains("from 1 to 3650 (days)"), "{forever}");
}

#[test]
fn every_problem_is_told_at_once_with_its_line_and_what_is_allowed() {
    let text = "[answer]\npasages = 3\npassages = 99\n\n[log]\nformat = 7\nlevel = \"??=\"\n\
                [discord]\napi_url = \"http://discord.com\"\n[serch]\nx = 1\n";
    let errors = load(
        text,
        &[("LODESTAR_ASK_QUEUE", "many"), ("LODESTAR_ASK_QEUE", "1")],
    );
    assert_eq!(
        errors.unwrap_err(),
        "the configuration has 8 problems:\n  \
         my.toml:2: [answer] has no key pasages; did you mean passages?; it has passages, \
         max_question_chars, false_answers_percent\n  \
         my.toml:3: answer.passages = 99 is not allowed: it must be a whole number from 1 to 10 \
         (passages)\n  \
         my.toml:6: log.format = 7 is not allowed: it must be one of \"text\", \"json\"\n  \
         my.toml:7: log.level = \"??=\" is not allowed: it must be \"off\", \"error\", \"warn\", \
         \"info\", \"debug\" or \"trace\", or directives such as \"warn,lodestar=debug\"\n  \
         my.toml:9: discord.api_url = \"http://discord.com\" is not allowed: it must be empty for \
         Discord itself, or the address of a server on this machine such as \
         \"http://127.0.0.1:8787\"\n  \
         my.toml:10: there is no section [serch]; did you mean fetch?; sections are corpus, index, release, answer, synonyms, ask, \
         cooldown, store, privacy, fetch, discord, sandbox, log\n  \
         environment variable LODESTAR_ASK_QEUE: is not a key; did you mean LODESTAR_ASK_QUEUE?\n  \
         environment variable LODESTAR_ASK_QUEUE: ask.queue = \"many\" is not allowed: it must be \
         a whole number from 0 to 100000 (questions)"
    );
}

#[test]
fn a_token_in_the_file_is_refused_without_repeating_it() {
    let error = load("[discord]\ntoken = \"very.secret.token\"\n", &[]).unwrap_err();
    assert!(
        error.contains("DISCORD_TOKEN") && !error.contains("very.secret"),
        "{error}"
    );
}

#[test]
fn what_is_not_toml_is_told_with_its_line() {
    let error = load("[answer]\npassages = = 3\n", &[]).unwrap_err();
    assert!(error.contains("my.toml:2: is not TOML"), "{error}");
}

#[test]
fn a_file_that_is_named_must_be_there() {
    let error = Config::load(Some(Path::new("no-such-file.toml")), [])
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("no-such-file.toml cannot be read"),
        "{error}"
    );
}

#[test]
fn only_servers_on_this_machine_may_stand_in_for_discord() {
    for (url, fine) in [
        ("http://127.0.0.1:8787", true),
        ("http://localhost:1/", true),
        ("http://[::1]:80", true),
        ("https://127.0.0.1", false),
        ("http://127.0.0.1.example.org", false),
        ("http://127.0.0.1:99999", false),
        ("http://user@127.0.0.1", false),
    ] {
        let loaded = load(&format!("[discord]\napi_url = {url:?}\n"), &[]);
        assert_eq!(loaded.is_ok(), fine, "{url}");
    }
}

const GARDEN: &str = "# Words of gardeners\nhedge, shrub\n\nplant, seedling\n";

#[test]
fn synonyms_are_read_from_beside_the_articles_and_joined_with_those_of_the_file() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("articles")).unwrap();
    fs::write(place.path().join("synonyms.txt"), GARDEN).unwrap();
    let file = place.path().join("my.toml");
    let text = "[corpus]\ndir = \"articles\"\n[synonyms]\ngroups = \"pond, pool\"\n";
    fs::write(&file, text).unwrap();
    let config = Config::load(Some(&file), []).unwrap();
    let groups: Vec<&str> = config.synonyms.groups.lines().collect();
    assert_eq!(groups, ["hedge, shrub", "plant, seedling", "pond, pool"]);
}

#[test]
fn articles_without_a_file_of_synonyms_have_none() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("articles").display().to_string();
    let config = load("", &[("LODESTAR_CORPUS_DIR", &dir)]).unwrap();
    assert_eq!(config.synonyms.groups, "");
}

#[test]
fn a_file_of_synonyms_that_is_named_must_be_text_of_a_sensible_size() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("words.txt");
    let named = path.display().to_string();
    let load = || load("", &[("LODESTAR_SYNONYMS_FILE", &named)]);
    assert!(
        load()
            .unwrap_err()
            .contains("words.txt cannot be read as synonyms")
    );
    fs::write(&path, [0xff, 0xfe, b'a']).unwrap();
    assert!(load().unwrap_err().contains("UTF-8"));
    fs::write(&path, "a, b\n".repeat(300_000)).unwrap();
    assert!(load().unwrap_err().contains("larger than 1048576 bytes"));
    fs::write(&path, "a, b\n").unwrap();
    assert_eq!(load().unwrap().synonyms.groups, "a, b");
}
