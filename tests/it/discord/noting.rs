//! The quiet lines under an answer: what its asker should know about its sources, and about how
//! the question was understood.

use super::stage::Stage;

async fn answer(stage: &Stage, question: &str) -> String {
    let asked = stage.ask(question);
    stage.ann().answer_to(&asked).await.unwrap().text
}

#[tokio::test]
async fn a_source_of_low_trust_is_called_unverified() {
    let rumour = "---\ntitle: Rumours\ndate: 2025-03-02\ntrust: low\n---\n\nThe lighthouse is haunted \
        by a dog.\n";
    let stage = Stage::open(&[("rumours.md", rumour)]).await;
    let text = answer(&stage, "Who haunts the lighthouse?").await;
    let line = "-# Rumours · 2 March 2025 · unverified source";
    assert!(text.contains(line), "{text}");
}

#[tokio::test]
async fn sources_that_differ_are_named_with_their_dates() {
    let then = "---\ntitle: The coast then\nlang: en\ndate: 2023-03-01\n---\n\nThe lighthouse at Marstrand was built in 1781.\n";
    let now = "---\ntitle: The coast now\nlang: en\ndate: 2025-03-01\n---\n\nThe lighthouse at Marstrand was built in 1868.\n";
    let stage = Stage::open(&[("then.md", then), ("now.md", now)]).await;
    let text = answer(&stage, "When was the lighthouse at Marstrand built?").await;
    let told =
        "-# Sources differ on this: The coast now (1 March 2025), The coast then (1 March 2023)";
    assert!(text.contains(told), "{text}");
    assert!(text.contains("1781") && text.contains("1868"), "{text}");
}

#[tokio::test]
async fn a_mistyped_word_is_searched_for_as_it_was_meant() {
    let ferry = "---\ntitle: The ferry\n---\n\nThe ferry to Marstrand leaves every hour.\n";
    let stage = Stage::open(&[("ferry.md", ferry)]).await;
    let text = answer(&stage, "When does the ferry to Marstrnad leave?").await;
    assert!(text.contains("every hour"), "{text}");
    assert!(text.contains("-# I searched for *Marstrand*."), "{text}");
}

#[tokio::test]
async fn at_most_three_passages_are_shown_and_no_link_is_unfolded() {
    let articles: Vec<(String, String)> = (1..=6)
        .map(|n| {
            let text = format!(
                "---\ntitle: Pier {n}\nurl: https://town.example/{n}\n---\n\nPier {n} is where \
                 boats are moored in winter.\n"
            );
            (format!("pier{n}.md"), text)
        })
        .collect();
    let articles: Vec<(&str, &str)> = articles
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let stage = Stage::open(&articles).await;
    let text = answer(&stage, "Where are boats moored in winter?").await;
    let sources: Vec<&str> = text
        .lines()
        .filter(|it| it.starts_with("-# Pier"))
        .collect();
    assert_eq!(sources.len(), 3, "{text}");
    for source in sources {
        assert!(source.contains(" · <https://town.example/"), "{source}");
    }
    let sent = stage.requests("PATCH").remove(0).body.unwrap();
    assert_eq!(sent["flags"], 4, "embeds are suppressed");
    assert!(sent.get("embeds").is_none(), "text first, text only");
}
