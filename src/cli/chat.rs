//! `lodestar chat`: one question after another, with line editing and history on a terminal, and
//! line by line from a pipe.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use anyhow::Context as _;
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use crate::app::App;
use crate::config::Config;

use super::terminal::Terminal;
use super::{Outcome, ready};

const PROMPT: &str = "? ";

const HELP: &str = "Type a question and press Enter. A follow-up takes over what it leaves out: \
                    \"And in China?\"\n/new forgets the questions so far, /quit ends.";

/// How many earlier questions a follow-up may refer to.
const REMEMBERED: usize = 3;

pub(super) async fn run(config: &Config) -> anyhow::Result<Outcome> {
    let app = ready(config).await?;
    let mut chat = Chat {
        app,
        excerpts: config.answer.passages,
        earlier: Vec::new(),
    };
    if io::stdin().is_terminal() {
        writeln!(io::stdout(), "{HELP}")?;
        let mut editor = DefaultEditor::new().context("cannot use the terminal")?;
        loop {
            let line = match editor.readline(PROMPT) {
                Ok(line) => line,
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => break,
                Err(error) => return Err(error).context("cannot read from the terminal"),
            };
            editor
                .add_history_entry(&line)
                .context("cannot keep the history")?;
            if !chat.take(&line).await? {
                break;
            }
        }
    } else {
        for line in io::stdin().lock().split(b'\n') {
            let line = line.context("cannot read from standard input")?;
            if !chat.take(&String::from_utf8_lossy(&line)).await? {
                break;
            }
        }
    }
    Ok(Outcome::Done)
}

struct Chat {
    app: App,
    excerpts: usize,
    /// Oldest first.
    earlier: Vec<String>,
}

impl Chat {
    /// Handles a line; false if it ends the chat.
    async fn take(&mut self, line: &str) -> anyhow::Result<bool> {
        match line.trim() {
            "" => {}
            "/quit" | "/exit" => return Ok(false),
            "/new" => self.earlier.clear(),
            "/help" => writeln!(io::stdout(), "{HELP}")?,
            question => self.ask(question).await?,
        }
        Ok(true)
    }

    async fn ask(&mut self, question: &str) -> anyhow::Result<()> {
        match self
            .app
            .follow_up(&self.earlier, question, self.excerpts)
            .await
        {
            Ok(answer) => {
                Terminal::stdout().answer(&answer)?;
                writeln!(io::stdout())?;
                self.earlier.push(question.to_owned());
                let old = self.earlier.len().saturating_sub(REMEMBERED);
                self.earlier.drain(..old);
            }
            // One question that cannot be answered does not end the chat.
            Err(error) => writeln!(io::stdout(), "{:#}\n", anyhow::Error::from(error))?,
        }
        Ok(())
    }
}
