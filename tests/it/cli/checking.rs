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
        .says("ok   store: ")
        .says("ok   disk: ")
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

#[test]
fn an_index_behind_its_articles_and_a_store_that_fails_are_told() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    shop.run(&["index"]).ended(0);
    shop.write("milk.md", "# Milk\n\nMilk.\n");
    let run: super::shop::Run = shop
        .command(&["check"])
        .env("LODESTAR_STORE_PATH", "corpus/tea.md/lodestar.db")
        .output()
        .unwrap()
        .into();
    run.ended(2)
        .says("the articles have changed since; run `lodestar index`")
        .says("BAD  store: ");
}

/// With a bot in one server, on the stand-in for Discord.
#[tokio::test(flavor = "multi_thread")]
async fn what_discord_knows_of_the_bot_is_checked() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sandbox = discord_sandbox::Sandbox::start(listener).await.unwrap();
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    shop.run(&["index"]).ended(0);
    let check = |content: &str| -> super::shop::Run {
        shop.command(&["check"])
            .env("DISCORD_TOKEN", sandbox.token())
            .env("LODESTAR_DISCORD_API_URL", sandbox.url())
            .env("LODESTAR_DISCORD_MESSAGE_CONTENT", content)
            .output()
            .unwrap()
            .into()
    };
    check("false")
        .ended(0)
        .says("ok   server Harbour Town: all permissions")
        .says("note commands: not registered: ask, Find articles for this")
        .says("ok   intents: ")
        .says("ok   clock: right")
        .says("invite to a server: https://discord.com/oauth2/authorize?client_id=")
        .says("install for yourself: https://discord.com/oauth2/authorize?client_id=");
    check("true")
        .ended(2)
        .says("BAD  intents: discord.message_content is true");
    sandbox.grant_privileged_intents();
    check("true")
        .ended(0)
        .says("ok   intents: Message Content is turned on");
}

#[test]
fn what_an_editor_would_want_to_know_is_told_when_asked_for() {
    let shop = Shop::of(&[
        (
            "a.md",
            "---\ndate: 2024-08-16\n---\n\n# A\n\nThe garden was planted in 1856.\n",
        ),
        (
            "b.md",
            "# B\n\nThe garden was planted in 1858. See [more](gone.md).\n",
        ),
    ]);
    shop.run(&["index"]).ended(0);
    shop.run(&["check", "--corpus"])
        .ended(0)
        .says("different numbers: a.md says \"The garden was planted in 1856.\", b.md says")
        .says("a link to nothing in b.md: gone.md")
        .says("no date: b.md");
}
