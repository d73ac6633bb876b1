//! The program alone, as authors of bots in other languages start it.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// Ends the program whatever happens.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(arguments: &[&str]) -> Program {
    let program = Command::new(env!("CARGO_BIN_EXE_discord-sandbox"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    Program(program.unwrap())
}

#[tokio::test]
async fn the_program_prints_where_it_is_and_lets_its_bot_in() {
    let mut program = start(&["--port", "0", "--name", "guide"]);
    let mut lines = BufReader::new(program.0.stdout.take().unwrap()).lines();
    let mut next = |before: &str| {
        let line = lines.next().unwrap().unwrap();
        line.strip_prefix(before).unwrap().to_owned()
    };
    let (url, token) = (next("open "), next("token "));
    let me = reqwest::Client::new()
        .get(format!("{url}/api/v10/users/@me"))
        .header("Authorization", format!("Bot {token}"))
        .send()
        .await
        .unwrap();
    assert_eq!(me.status(), 200);
    assert!(me.text().await.unwrap().contains("guide"));
}

#[test]
fn an_unknown_option_ends_it_with_its_name() {
    let mut program = start(&["--porto", "1"]);
    let mut stderr = BufReader::new(program.0.stderr.take().unwrap());
    let mut text = String::new();
    stderr.read_line(&mut text).unwrap();
    assert!(text.contains("--porto"), "{text}");
    assert!(!program.0.wait().unwrap().success());
}
