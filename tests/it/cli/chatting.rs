//! `lodestar chat` over a pipe.

use super::shop::Shop;

#[test]
fn question_after_question_is_answered_until_the_input_ends() {
    let shop = Shop::of(&[
        ("tea.md", "# Tea\n\nTea is made with hot water.\n"),
        ("ferry.md", "# Ferry\n\nThe ferry leaves at nine.\n"),
    ]);
    let run = shop
        .pipe(
            &["chat"],
            b"How is tea made?\n\n?!\nWhen does the ferry leave?",
        )
        .ended(0)
        .says("the question holds no words");
    let tea = run
        .stdout
        .find("hot* *water")
        .or_else(|| run.stdout.find("hot water"))
        .unwrap();
    let ferry = run.stdout.find("at nine").unwrap();
    assert!(tea < ferry, "{}", run.stdout);
}

#[test]
fn a_follow_up_takes_over_what_it_leaves_out_until_the_chat_is_new() {
    let shop = Shop::of(&[
        (
            "tea.md",
            "# Tea\n\nTea is grown in Assam.\n\nTea is grown in Japan too, under shade.\n",
        ),
        ("rice.md", "# Rice\n\nRice in Japan grows in water.\n"),
    ]);
    shop.pipe(
        &["chat"],
        b"Where is tea grown?\nAnd in Japan?\n/quit\nWhere is rice?\n",
    )
    .ended(0)
    .says("under shade");
    let run = shop
        .pipe(&["chat"], b"Where is tea grown?\n/new\nAnd rice?\n")
        .ended(0);
    assert!(run.stdout.contains("grows in water"), "{}", run.stdout);
}

#[test]
fn broken_text_does_not_end_the_chat() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea is made with hot water.\n")]);
    shop.pipe(&["chat"], b"\xff\xfe\x00\nHow is tea made?\n")
        .ended(0)
        .says("water");
}
