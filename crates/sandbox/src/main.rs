//! `discord-sandbox`: the stand-in alone, for bots in any language. Ctrl-C stops it.

use std::error::Error;
use std::io::Write as _;
use std::net::Ipv4Addr;
use std::path::PathBuf;

use discord_sandbox::Sandbox;
use lexopt::prelude::*;
use tokio::net::TcpListener;

/// The default port.
const USUAL_PORT: u16 = 8787;

const HELP: &str = "\
A local stand-in for Discord on 127.0.0.1, to develop and test bots against.

Usage: discord-sandbox [--port N] [--state FILE] [--name NAME]

  --port N      the port, 8787 if not given; 0 picks a free one
  --state FILE  keeps servers and messages in this file from one run to the next
  --name NAME   what the bot is called

It prints the address and the token to give to the bot. Open the address in a browser to play people.
";

struct Arguments {
    port: u16,
    state: Option<PathBuf>,
    name: Option<String>,
}

/// `None` if only help was asked for.
fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    let mut arguments = Arguments {
        port: USUAL_PORT,
        state: None,
        name: None,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => arguments.port = parser.value()?.parse()?,
            Long("state") => arguments.state = Some(parser.value()?.into()),
            Long("name") => arguments.name = Some(parser.value()?.string()?),
            Long("help") | Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(arguments))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut stdout = std::io::stdout();
    let Some(arguments) = arguments()? else {
        stdout.write_all(HELP.as_bytes())?;
        return Ok(());
    };
    let port = arguments.port;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    let listener = listener.map_err(|error| {
        format!("port {port} of 127.0.0.1 cannot be used ({error}); choose another one with --port")
    })?;
    let sandbox = match &arguments.state {
        Some(file) => Sandbox::resume(listener, file)
            .await
            .map_err(|error| format!("{} cannot be used as the state: {error}", file.display()))?,
        None => Sandbox::start(listener).await?,
    };
    if let Some(name) = &arguments.name {
        sandbox.name_bot(name);
    }
    writeln!(stdout, "open {}\ntoken {}", sandbox.url(), sandbox.token())?;
    tokio::signal::ctrl_c().await?;
    sandbox.stop().await;
    Ok(())
}
