//! `lodestar check`.

use super::shop::Shop;

#[test]
fn a_sound_set_up_is_told_line_by_line() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    shop.run(&["index"]).ended(0);
    shop.run(&["check"])
        .ended(0)
        .says("ok   configuration")
        .says("1 article in corpus")
        .says("generation 1 with 1 passage")
        .says("DISCORD_TOKEN is not set");
}

#[test]
fn what_is_wrong_is_told_with_what_to_do() {
    let shop = Shop::of(&[]);
    shop.run(&["check"])
        .ended(2)
        .says("BAD  corpus: corpus holds no articles; put");
    std::fs::remove_dir(shop.corpus()).unwrap();
    shop.run(&["check"])
        .ended(2)
        .says("there is no corpus folder");
}

#[test]
fn a_token_that_cannot_be_one_is_refused_before_anything_is_sent_and_never_shown() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    for (token, told) in [
        ("", "set but empty"),
        ("secret-without-dots", "BAD  token: "),
    ] {
        let run: super::shop::Run = shop
            .command(&["check"])
            .env("DISCORD_TOKEN", token)
            .output()
            .unwrap()
            .into();
        let run = run.ended(2).says(told);
        assert!(
            token.is_empty() || !format!("{run:?}").contains(token),
            "{run:#?}"
        );
    }
}
