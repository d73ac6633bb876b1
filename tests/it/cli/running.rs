//! `lodestar run` as a process: how it starts without a token and how signals end it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};

use super::shop::Shop;

/// Starts the bot on its own stand-in for Discord and waits until it says where that is.
fn start(shop: &Shop) -> (Child, BufReader<std::process::ChildStderr>, String) {
    let mut child = shop
        .command(&[])
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
        let (mut child, mut lines, said) = start(&shop);
        assert!(said.contains("http://127.0.0.1:"), "{said}");
        let sent = Command::new("kill")
            .args(["-s", signal, &child.id().to_string()])
            .status();
        assert!(sent.unwrap().success());
        let code = child.wait().unwrap().code();
        let mut rest = String::new();
        lines.read_to_string(&mut rest).unwrap();
        assert_eq!(code, Some(0), "{signal}: {said}{rest}");
        assert!(rest.ends_with("stopped\n"), "{rest}");
    }
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
