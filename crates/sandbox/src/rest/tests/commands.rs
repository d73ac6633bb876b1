//! Commands over HTTP.

use serde_json::json;

use super::{Stage, refusal};

#[tokio::test]
async fn a_command_keeps_its_id_when_it_is_registered_again() {
    let stage = Stage::open().await;
    let (_, application) = stage.get("/applications/@me").await;
    let path = format!(
        "/applications/{}/commands",
        application["id"].as_str().unwrap()
    );
    let ping = |text: &str| json!({ "name": "ping", "description": text });
    let (status, first) = stage.post(&path, ping("Ping")).await;
    assert_eq!(status, 201);
    let (status, again) = stage.post(&path, ping("Pong")).await;
    assert_eq!((status, &again["id"]), (200, &first["id"]));
    assert_ne!(again["version"], first["version"]);
    let one = format!("{path}/{}", first["id"].as_str().unwrap());
    let (_, changed) = stage.patch(&one, json!({ "nsfw": true })).await;
    assert_eq!(
        (&changed["nsfw"], &changed["description"]),
        (&json!(true), &json!("Pong"))
    );
    let nobodys = stage.get("/applications/1/commands").await;
    assert_eq!(refusal(&nobodys), (404, 10_002));
    assert_eq!(stage.delete(&one).await.0, 204);
    assert_eq!(refusal(&stage.get(&one).await), (404, 10_063));
}

#[tokio::test]
async fn there_are_only_so_many_commands() {
    let stage = Stage::open().await;
    let (_, application) = stage.get("/applications/@me").await;
    let application = application["id"].as_str().unwrap();
    let path = format!(
        "/applications/{application}/guilds/{}/commands",
        stage.guild
    );
    let menu = |n: u8| json!({ "name": format!("Find {n}"), "type": 3 });
    for n in 0..15 {
        assert_eq!(stage.post(&path, menu(n)).await.0, 201);
    }
    assert_eq!(refusal(&stage.post(&path, menu(15)).await), (400, 30_032));
    assert_eq!(stage.post(&path, menu(14)).await.0, 200, "it is known");
    let (_, all) = stage.get(&path).await;
    assert_eq!(all.as_array().unwrap().len(), 15);
    let global = format!("/applications/{application}/commands");
    assert_eq!(stage.get(&global).await.1, json!([]));
}
