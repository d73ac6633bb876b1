//! What is no route is refused as Discord refuses it, and marked in the journal.

use serde_json::json;

use crate::client::Bot;
use crate::open;

#[tokio::test]
async fn a_wrong_path_is_not_a_wrong_method() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let wrong_path = bot.get("/channels/5/nowhere").await;
    assert_eq!(wrong_path.refused(), (404, 0));
    assert_eq!(wrong_path.body["message"], "404: Not Found");
    let wrong_method = bot.patch("/channels/5/messages", &json!({})).await;
    assert_eq!(wrong_method.refused(), (405, 0));
    assert_eq!(wrong_method.body["message"], "405: Method Not Allowed");
    assert_eq!(bot.get("/channels").await.refused(), (404, 0));
    let unexpected = sandbox.requests().into_iter().filter(|it| it.is_unexpected);
    assert_eq!(unexpected.count(), 3);
}

#[tokio::test]
async fn what_is_no_id_is_named_by_its_key() {
    let sandbox = open().await;
    let bot = Bot::log_in(&sandbox).await;
    let answer = bot.get("/channels/general/messages").await;
    assert_eq!(answer.problem(), "channel_id NUMBER_TYPE_COERCE");
}
