//! Emoji, scripts from right to left, combining marks and what nobody sees: in articles, questions
//! and names.

use super::stage::Stage;

const ZALGO: &str = "h\u{334}\u{321}\u{34b}a\u{337}\u{347}\u{35d}r\u{335}\u{32d}\u{308}bour";

async fn answer(stage: &Stage, question: &str) -> String {
    let asked = stage.ask(question);
    stage.ann().answer_to(&asked).await.unwrap().text
}

#[tokio::test]
async fn emoji_stay_whole_where_a_long_passage_is_cut() {
    let family = "👩‍👩‍👧‍👦🏳️‍🌈";
    let article = format!(
        "# Emoji\n\nThe parade is colourful {} indeed.\n",
        family.repeat(400)
    );
    let stage = Stage::open(&[("emoji.md", &article)]).await;
    let text = answer(&stage, "How colourful is the parade? 🏳️‍🌈").await;
    assert!(text.contains("parade"), "{text}");
    assert!(text.encode_utf16().count() <= 2_000);
    let emoji: String = text.chars().filter(|it| !it.is_ascii()).collect();
    for cut in ["👩\u{200d}…", "👧\u{200d}…", "🏳️\u{200d}…", "\u{200d}…"] {
        assert!(!emoji.contains(cut), "{text}");
    }
}

#[tokio::test]
async fn right_to_left_text_is_found_and_turns_nothing_around() {
    let arabic =
        "---\ntitle: الميناء\n---\n\nتغادر العبارة إلى مارستراند من الرصيف الشمالي كل ساعة.\n";
    let hebrew = "---\ntitle: המבצר\n---\n\nהמבצר נפתח בשעה תשע בבוקר.\n";
    let trick =
        "---\ntitle: Tricks\n---\n\nThe trick file is called \u{202e}fdp.exe\u{202c} here.\n";
    let stage = Stage::open(&[("a.md", arabic), ("h.md", hebrew), ("t.md", trick)]).await;
    let text = answer(&stage, "من أين تغادر العبارة إلى مارستراند؟").await;
    assert!(text.contains("الرصيف"), "{text}");
    assert!(text.contains("الميناء"), "{text}");
    let text = answer(&stage, "מתי נפתח המבצר?").await;
    assert!(text.contains("המבצר"), "{text}");
    let text = answer(&stage, "What is the trick file called?").await;
    assert!(text.contains("fdp.exe"), "{text}");
    assert!(
        !text.contains(['\u{202e}', '\u{202c}', '\u{2066}', '\u{2067}']),
        "{text:?}"
    );
}

#[tokio::test]
async fn combining_marks_are_found_composed_or_not_and_stay_with_their_letters() {
    let composed = "---\ntitle: Café Ångström\n---\n\nCafé Ångström serves crème brûlée at noon.\n";
    let stage = Stage::open(&[("cafe.md", composed)]).await;
    let decomposed =
        "When does Cafe\u{301} A\u{30a}ngstro\u{308}m serve cre\u{300}me bru\u{302}le\u{301}e?";
    let text = answer(&stage, decomposed).await;
    assert!(text.contains("Ångström"), "{text}");
}

#[tokio::test]
async fn a_passage_full_of_marks_is_cut_between_its_letters() {
    let zalgo = format!("# Noise\n\nThe {ZALGO} is haunted. {}\n", ZALGO.repeat(300));
    let stage = Stage::open(&[("zalgo.md", &zalgo)]).await;
    let text = answer(&stage, "What is haunted?").await;
    assert!(text.encode_utf16().count() <= 2_000);
    assert!(text.contains("haunted"), "{text}");
    // A mark never stands where its letter was cut off.
    let shown = text.replace('…', "");
    assert!(!shown.contains(" \u{334}"), "{text}");
}

#[tokio::test]
async fn what_nobody_sees_hides_nothing_and_pings_nobody() {
    let hidden = "---\ntitle: \"Zero\u{200b}width\"\n---\n\nThe pass\u{ad}word is swo\u{200b}rdfish, \
        @\u{200b}every\u{2060}one.\n";
    let stage = Stage::open(&[("hidden.md", hidden)]).await;
    let text = answer(&stage, "What is the pass\u{200b}word?").await;
    assert!(
        text.contains("swordfish") || text.contains("sword"),
        "{text}"
    );
    assert!(!text.contains("@everyone"), "{text}");

    let asked = stage.ask("\u{200b}\u{200c}\u{2060}\u{feff}");
    let told = stage.ann().answer_to(&asked).await.unwrap().text;
    assert!(told.starts_with("I found no words to search for"), "{told}");
}

#[tokio::test]
async fn scripts_without_spaces_and_plain_emoji_are_taken_as_they_are() {
    let chinese = "---\ntitle: 渡轮\nlang: zh\n---\n\n开往马斯特兰德的渡轮每小时从北码头出发。\n";
    let thai = "---\ntitle: เรือ\nlang: th\n---\n\nเรือข้ามฟากออกจากท่าเรือเหนือทุกชั่วโมง\n";
    let stage = Stage::open(&[("zh.md", chinese), ("th.md", thai)]).await;
    let ann = stage.ann();
    ann.speaks("zh-CN");
    let text = answer(&stage, "渡轮从北码头出发吗？").await;
    assert!(text.contains("码头"), "{text}");
    let asked = ann.dm("🦀🦀🦀").unwrap();
    ann.reply_to(&asked).await.unwrap();
    let message = ann.say("general", "渡轮 🦀 เรือ").unwrap();
    let picked = ann
        .context_menu(&message, "Find articles for this")
        .unwrap();
    let found = ann.answer_to(&picked).await.unwrap();
    assert!(found.text.contains("渡轮"), "{}", found.text);
}
