//! What happened is there again when the sandbox starts with the same file.

use discord_sandbox::Sandbox;
use tempfile::TempDir;
use tokio::net::TcpListener;

async fn resume(file: &std::path::Path) -> std::io::Result<Sandbox> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Sandbox::resume(listener, file).await
}

#[tokio::test]
async fn a_file_keeps_what_was_said_and_the_bots_token() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("state.json");
    let first = resume(&file).await.unwrap();
    first.member("ann").say("general", "hello").unwrap();
    let token = first.token();
    first.stop().await;
    let second = resume(&file).await.unwrap();
    assert_eq!(second.token(), token);
    let seen = second.member("ben").sees("general");
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].text, "hello");
    second.member("ben").say("general", "hi").unwrap();
    second.stop().await;
    let third = resume(&file).await.unwrap();
    assert_eq!(third.member("ann").sees("general").len(), 2);
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = TempDir::new().unwrap();
    let file = folder.path().join("state.json");
    resume(&file).await.unwrap().stop().await;
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
}

#[tokio::test]
async fn a_file_of_something_else_is_refused_and_left_alone() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("notes.txt");
    for text in ["my notes", "{}", "{\"version\":2,\"state\":{}}"] {
        std::fs::write(&file, text).unwrap();
        let refused = resume(&file).await.err().unwrap();
        assert_eq!(refused.kind(), std::io::ErrorKind::InvalidData, "{text}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    }
}
