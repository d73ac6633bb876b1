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

/// Puts a program in the place of the one that opens addresses.
#[cfg(target_os = "linux")]
fn opener(shop: &Shop, script: &str) -> std::ffi::OsString {
    use std::os::unix::fs::PermissionsExt as _;

    let programs = shop.folder().join("programs");
    std::fs::create_dir(&programs).unwrap();
    let path = programs.join("xdg-open");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    programs.into_os_string()
}

#[cfg(target_os = "linux")]
#[test]
fn the_page_is_opened_in_a_browser_when_that_is_wanted() {
    let shop = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    let opened = shop.folder().join("opened");
    let made = Command::new("mkfifo").arg(&opened).status().unwrap();
    assert!(made.success());
    // The program's end is a pipe: whoever reads waits until the browser was opened.
    let programs = opener(&shop, "printf '%s' \"$*\" > opened");
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || tell.send(std::fs::read_to_string(opened).unwrap()));
    let mut command = shop.command(&["run", "--open", "--port", "0"]);
    let mut child = command
        .env("PATH", programs)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let url = told.recv_timeout(std::time::Duration::from_secs(60));
    kill("INT", &child);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut said = String::new();
    let mut stderr = child.stderr.take().unwrap();
    stderr.read_to_string(&mut said).unwrap();
    let url = url.expect("no browser was opened");
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    assert!(said.contains(&format!("open {url}\n")), "{said}");
    assert!(!said.contains("no browser"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_link_is_said_when_no_browser_can_be_opened() {
    let broken = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    let programs = opener(&broken, "exit 3");
    let missing = Shop::of(&[("tea.md", "# Tea\n\nTea.\n")]);
    let nowhere = missing.folder().as_os_str().to_owned();
    for (shop, path, why) in [
        (&broken, programs, "xdg-open ended with exit status: 3"),
        (&missing, nowhere, "xdg-open: No such file or directory"),
    ] {
        let mut command = shop.command(&["run", "--open", "--port", "0"]);
        let mut child = command
            .env("PATH", path)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        while !said.contains("yourself") {
            assert!(lines.read_line(&mut said).unwrap() > 0, "it ended: {said}");
        }
        kill("INT", &child);
        assert_eq!(child.wait().unwrap().code(), Some(0), "it goes on: {said}");
        assert!(said.contains(why), "{said}");
        assert!(said.contains("; open http://127.0.0.1:"), "{said}");
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
