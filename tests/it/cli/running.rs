//! `lodestar run` as a process: how it starts without a token and how signals end it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};

use super::shop::Shop;

/// Starts the bot on its own stand-in for Discord and waits until it says where that is.
fn start(shop: &Shop, arguments: &[&str]) -> (Child, BufReader<std::process::ChildStderr>, String) {
    let mut child = shop
        .command(arguments)
        .env("LODESTAR_SANDBOX_PORT", "0")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap());
    let mut said = String::new();
    while !said.contains("Ctrl-C stops") {
        assert!(lines.read_line(&mut said).unwrap() > 0, "it ended: {said}");
    }
    (child, lines, said)
}

#[cfg(unix)]
#[test]
fn without_a_token_it_runs_on_a_stand_in_and_a_signal_ends_it_cleanly() {
    for signal in ["INT", "TERM"] {
        let shop = Shop::of(&[("tea.md", "# Tea\n\nTea is made with hot water.\n")]);
        let (mut child, mut lines, said) = start(&shop, &[]);
        assert!(said.contains("open http://127.0.0.1:"), "{said}");
        assert!(said.contains("What about Tea?"), "{said}");
        kill(signal, &child);
        let code = child.wait().unwrap().code();
        let mut rest = String::new();
        lines.read_to_string(&mut rest).unwrap();
        assert_eq!(code, Some(0), "{signal}: {said}{rest}");
        assert!(rest.ends_with("stopped\n"), "{rest}");
    }
}

#[cfg(unix)]
fn kill(signal: &str, child: &Child) {
    let sent = Command::new("kill")
        .args(["-s", signal, &child.id().to_string()])
        .status();
    assert!(sent.unwrap().success());
}

#[cfg(unix)]
#[test]
fn state_is_kept_in_the_file_that_is_named() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea is made with hot water.\n")]);
    let run = ["run", "--state", "town.json"];
    let (mut child, _lines, _) = start(&shop, &run);
    kill("INT", &child);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let kept = std::fs::read_to_string(shop.folder().join("town.json")).unwrap();
    assert!(kept.contains("Harbour Town"));

    std::fs::write(shop.folder().join("town.json"), "my notes").unwrap();
    let refused: super::shop::Run = shop
        .command(&run)
        .env("LODESTAR_SANDBOX_PORT", "0")
        .output()
        .unwrap()
        .into();
    refused
        .ended(2)
        .complains("town.json cannot be used as the state");
}

#[cfg(unix)]
#[test]
fn the_next_free_port_does_unless_one_is_wanted() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    // Taken here, or by somebody else already.
    let taken = std::net::TcpListener::bind("127.0.0.1:8787");
    let mut child = shop
        .command(&["run"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap());
    let mut said = String::new();
    while !said.contains("Ctrl-C stops") {
        assert!(lines.read_line(&mut said).unwrap() > 0, "it ended: {said}");
    }
    kill("INT", &child);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    drop(taken);
    let (_, port) = said.split_once("http://127.0.0.1:").unwrap();
    let port: u16 = port.lines().next().unwrap().parse().unwrap();
    assert!((8788..8850).contains(&port), "{said}");

    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    shop.run(&["run", "--port", &port])
        .ended(2)
        .complains(&format!("port {port} of 127.0.0.1 cannot be used"));
}

#[test]
fn a_port_that_is_taken_is_said_with_what_to_do() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run: super::shop::Run = shop
        .command(&["run"])
        .env("LODESTAR_SANDBOX_PORT", &port)
        .output()
        .unwrap()
        .into();
    run.ended(2).complains(&format!(
        "port {port} of 127.0.0.1 cannot be used; set sandbox.port"
    ));
}
