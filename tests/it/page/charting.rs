//! The chart of `/stats`, as an admin sees it.

use super::stage::Stage;

const TEA: (&str, &str) = (
    "tea.md",
    "# Tea\n\nTea is made with hot water at the harbour.\n",
);

#[tokio::test]
async fn an_admin_sees_the_chart_and_others_can_have_it_read_to_them() {
    let Some(mut stage) = Stage::open(&[TEA]).await else {
        return;
    };
    let page = &mut stage.browser;
    page.press("#text").await;
    page.type_text("@lode").await;
    page.reads(".suggestion", "lodestar").await;
    page.key("Tab").await;
    page.type_text("how is tea made?").await;
    page.key("Enter").await;
    page.reads(".message", "made with hot water").await;

    page.choose("#speak-as", "adam").await;
    page.press("#text").await;
    page.type_text("/stats").await;
    page.reads(".suggestion", "stats").await;
    page.key("Enter").await;
    page.reads(".command-name", "/stats").await;
    page.press(".command .send").await;

    page.reads(".message.private", "Statistics of the last 7 days")
        .await;
    page.until("document.querySelector('.message.private .attached img') !== null")
        .await;
    let chart = page
        .value(
            "(async () => {
                const image = document.querySelector('.message.private .attached img');
                image.scrollIntoView();
                await image.decode();
                return `${image.naturalWidth} ${image.alt}`;
            })()",
        )
        .await;
    let chart = chart.as_str().unwrap();
    assert!(
        chart.starts_with("1100 Bar chart of the questions"),
        "{chart}"
    );
    page.picture("statistics").await;
    stage.close().await;
}
