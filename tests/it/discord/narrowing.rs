//! Questions that say where their answer is to be found.

use super::stage::Stage;

const PLANTS: &[(&str, &str)] = &[
    (
        "old.md",
        "---\ntitle: Plants before\ndate: 2023-04-05\n---\n\n## Model history\n\n\
         The cars were built in the Luqiao plant. A well-known truck came from there too.\n",
    ),
    (
        "new.md",
        "---\ntitle: Plants now\ndate: 2025-06-07\n---\n\n## Final assembly\n\n\
         The cars are built in the Chengdu plant, where final assembly takes a day.\n",
    ),
    (
        "anlage.md",
        "---\ntitle: Werk\nlang: de\n---\n\nDie Autos heißen hier cars und das Werk plant: built in Busan.\n",
    ),
];

async fn answer(stage: &Stage, question: &str) -> String {
    let asked = stage.ask(question);
    let answer = stage.ann().answer_to(&asked).await.unwrap();
    answer.text.replace("**", "")
}

#[tokio::test]
async fn answers_come_from_where_the_question_says() {
    let stage = Stage::open(PLANTS).await;
    for (narrowed, found, other) in [
        ("before:2024", "Luqiao", "Chengdu"),
        ("after:2024", "Chengdu", "Luqiao"),
        ("in:\"model history\"", "Luqiao", "Chengdu"),
        ("\"final assembly\"", "Chengdu", "Luqiao"),
        ("-truck", "Chengdu", "Luqiao"),
        ("lang:de", "Busan", "Chengdu"),
    ] {
        let text = answer(
            &stage,
            &format!("In which plant are the cars built? {narrowed}"),
        )
        .await;
        assert!(text.contains(found), "{narrowed}: {text}");
        assert!(!text.contains(other), "{narrowed}: {text}");
        let note = format!("-# I looked only among: *{narrowed}*");
        assert!(text.contains(&note), "{narrowed}: {text}");
    }
}

#[tokio::test]
async fn where_nothing_fits_it_is_the_narrowing_that_is_named() {
    let stage = Stage::open(PLANTS).await;
    let text = answer(
        &stage,
        "In which plant are the cars built? after:2030 in:history",
    )
    .await;
    let told = "Nothing fits both the question and *after:2030*, *in:history*.";
    assert!(text.starts_with(told), "{text}");
}

#[tokio::test]
async fn plain_questions_are_not_narrowed() {
    let stage = Stage::open(PLANTS).await;
    for question in [
        "In which well-known plant are the cars built?",
        "In which \"plant are the cars built?",
        "in: which plant are the cars built - and when?",
    ] {
        let text = answer(&stage, question).await;
        assert!(text.contains("plant"), "{question}: {text}");
        assert!(!text.contains("looked only"), "{question}: {text}");
    }
}

#[tokio::test]
async fn a_follow_up_is_narrowed_by_itself_alone() {
    let stage = Stage::open(PLANTS).await;
    let ann = stage.ann();
    let question = format!(
        "{} In which plant are the cars built? before:2024",
        stage.bot()
    );
    let asked = ann.say("general", &question).unwrap();
    let first = ann.reply_to(&asked).await.unwrap();
    assert!(first.text.contains("Luqiao"), "{}", first.text);
    let next = ann.reply(&first, "and in which plant after:2024?").unwrap();
    let second = ann.reply_to(&next).await.unwrap().text;
    assert!(
        second.contains("Chengdu") && !second.contains("Luqiao"),
        "{second}"
    );
}
