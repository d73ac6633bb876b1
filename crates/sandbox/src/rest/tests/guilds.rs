//! Servers, channels, roles and members over HTTP.

use serde_json::json;

use super::{Stage, refusal};

#[tokio::test]
async fn a_bot_without_permission_changes_nothing_and_with_it_everything() {
    let stage = Stage::open().await;
    let channels = format!("/guilds/{}/channels", stage.guild);
    let new = json!({ "name": "Quiet Corner", "topic": "shh" });
    let refused = stage.post(&channels, new.clone()).await;
    assert_eq!(refusal(&refused), (403, 50_013));
    stage.promote_bot();
    let (status, made) = stage.post(&channels, new).await;
    assert_eq!((status, &made["name"]), (201, &json!("quiet-corner")));

    let path = format!("/channels/{}", made["id"].as_str().unwrap());
    let (_, changed) = stage
        .patch(&path, json!({ "topic": null, "nsfw": true }))
        .await;
    assert_eq!(
        (&changed["topic"], &changed["nsfw"]),
        (&json!(null), &json!(true))
    );
    let overwrite = format!("{path}/permissions/{}", stage.guild);
    let body = json!({ "type": 0, "allow": "0", "deny": "1024" });
    let (status, _) = stage
        .send(reqwest::Method::PUT, &overwrite, Some(body))
        .await;
    assert_eq!(status, 204);
    assert!(
        stage
            .sandbox
            .member("ann")
            .say("quiet-corner", "hi")
            .is_err()
    );
    assert_eq!(stage.delete(&overwrite).await.0, 204);
    assert_eq!(refusal(&stage.delete(&overwrite).await), (404, 10_009));
    assert_eq!(stage.delete(&path).await.0, 200);
    assert_eq!(refusal(&stage.get(&path).await), (404, 10_003));
}

#[tokio::test]
async fn a_server_tells_its_roles_and_those_of_its_members_that_it_may() {
    let stage = Stage::open().await;
    let guild = format!("/guilds/{}", stage.guild);
    let (_, told) = stage.get(&format!("{guild}?with_counts=true")).await;
    assert_eq!(told["approximate_member_count"], 7);
    let (_, roles) = stage.get(&format!("{guild}/roles")).await;
    assert_eq!(roles.as_array().unwrap().len(), 4);
    let members = format!("{guild}/members");
    let list = format!("{members}?limit=1000");
    assert_eq!(refusal(&stage.get(&list).await), (403, 50_001));
    stage.sandbox.grant_privileged_intents();
    let (_, all) = stage.get(&list).await;
    assert_eq!(all.as_array().unwrap().len(), 7);
    let (_, found) = stage.get(&format!("{members}/search?query=AN")).await;
    assert_eq!(found[0]["user"]["username"], "ann");
}

#[tokio::test]
async fn roles_are_given_by_those_above_them() {
    let stage = Stage::open().await;
    let helper = stage.sandbox.platform.world.read(|state| {
        let guild = state.guilds.values().next().unwrap();
        let roles = guild.roles.values();
        roles.into_iter().find(|it| it.name == "Helper").unwrap().id
    });
    let ann = stage.sandbox.member("ann");
    let path = format!(
        "/guilds/{}/members/{}/roles/{helper}",
        stage.guild,
        ann.id()
    );
    assert_eq!(refusal(&stage.put(&path).await), (403, 50_013));
    stage.promote_bot();
    assert!(ann.say("staff", "hello").is_err());
    assert_eq!(stage.put(&path).await.0, 204);
    assert!(ann.say("staff", "hello").is_ok());
    assert_eq!(stage.delete(&path).await.0, 204);
    assert!(ann.say("staff", "hello").is_err());
}

#[tokio::test]
async fn a_bot_renames_itself_and_leaves() {
    let stage = Stage::open().await;
    let (_, me) = stage
        .patch("/users/@me", json!({ "username": "librarian" }))
        .await;
    assert_eq!(me["username"], "librarian");
    let short = stage.patch("/users/@me", json!({ "username": "x" })).await;
    assert_eq!(refusal(&short), (400, 50_035));
    let nick = format!("/guilds/{}/members/@me", stage.guild);
    let (_, member) = stage.patch(&nick, json!({ "nick": "Lib" })).await;
    assert_eq!(member["nick"], "Lib");
    let (_, guilds) = stage.get("/users/@me/guilds").await;
    assert_eq!(guilds.as_array().unwrap().len(), 1);
    let leave = format!("/users/@me/guilds/{}", stage.guild);
    assert_eq!(stage.delete(&leave).await.0, 204);
    let (_, guilds) = stage.get("/users/@me/guilds").await;
    assert_eq!(guilds, json!([]));
    let (_, application) = stage.get("/applications/@me").await;
    assert_eq!(application["bot"]["username"], "librarian");
}
