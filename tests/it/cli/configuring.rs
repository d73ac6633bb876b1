//! Configuration by file and environment, as far as a person meets it.

use super::shop::{Run, Shop};

#[test]
fn every_problem_of_the_file_is_told_with_its_line_before_anything_is_done() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    std::fs::write(
        shop.folder().join("config.toml"),
        "[answer]\npassages = 99\npasages = 2\n\n[lgo]\nlevel = \"info\"\n\n[log]\nformat = \"xml\"\n",
    )
    .unwrap();
    shop.run(&["index"])
        .ended(2)
        .complains("4 problems")
        .complains("config.toml:2: answer.passages = 99 is not allowed")
        .complains("config.toml:3: ")
        .complains("config.toml:5: ")
        .complains("config.toml:9: log.format = \"xml\" is not allowed");
    assert!(!shop.folder().join("index").try_exists().unwrap());
}

#[test]
fn another_file_and_the_environment_say_where_things_are() {
    let shop = Shop::of(&[]);
    let elsewhere = shop.folder().join("elsewhere");
    std::fs::create_dir_all(elsewhere.join("texts")).unwrap();
    std::fs::write(elsewhere.join("texts/tea.md"), "# Tea\n\nTea is hot.\n").unwrap();
    std::fs::write(elsewhere.join("bot.toml"), "[corpus]\ndir = \"texts\"\n").unwrap();
    shop.run(&["--config", "elsewhere/bot.toml", "ask", "tea"])
        .ended(0)
        .says("*Tea* is hot");
    let run: Run = shop
        .command(&["ask", "tea"])
        .env("LODESTAR_CORPUS_DIR", elsewhere.join("texts"))
        .env("LODESTAR_INDEX_DIR", elsewhere.join("index"))
        .output()
        .unwrap()
        .into();
    run.ended(0).says("tea.md");
    assert!(elsewhere.join("index").try_exists().unwrap());
    shop.run(&["--config", "none.toml", "status"])
        .ended(2)
        .complains("none.toml cannot be read");
}

#[test]
fn a_section_written_as_a_key_is_told_how_to_write_it() {
    let shop = Shop::of(&[]);
    std::fs::write(shop.folder().join("config.toml"), "corpus = \"articles\"\n").unwrap();
    shop.run(&["status"])
        .ended(2)
        .complains("config.toml:1: corpus is a section: write [corpus] on a line of its own");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_named_is_missed_and_not_replaced() {
    use std::os::unix::ffi::OsStrExt as _;
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea is hot.\n")]);
    let run: Run = shop
        .command(&["index"])
        .env(
            "LODESTAR_CORPUS_DIR",
            std::ffi::OsStr::from_bytes(b"art\xff"),
        )
        .output()
        .unwrap()
        .into();
    run.ended(2).complains("there is no corpus folder");
}
