//! What is logged while a story is told.

use std::sync::{Arc, Mutex, PoisonError};

use tracing::subscriber::DefaultGuard;
use tracing::{Level, Metadata};
use tracing_subscriber::fmt::MakeWriter;

/// What the story's own thread logs: warnings, and all that serenity says. A story runs on one
/// thread.
pub(in crate::discord) struct Log {
    text: Sink,
    _capturing: DefaultGuard,
}

impl Log {
    pub(super) fn capture() -> Self {
        let text = Sink::default();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(Level::DEBUG)
            .with_ansi(false)
            .with_writer(text.clone())
            .finish();
        Self {
            text,
            _capturing: tracing::subscriber::set_default(subscriber),
        }
    }

    pub(in crate::discord) fn text(&self) -> String {
        let text = self.text.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&text).into_owned()
    }
}

#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl<'a> MakeWriter<'a> for Sink {
    type Writer = Box<dyn std::io::Write>;

    fn make_writer(&'a self) -> Self::Writer {
        Box::new(self.clone())
    }

    fn make_writer_for(&'a self, line: &Metadata<'_>) -> Self::Writer {
        if *line.level() <= Level::WARN || line.target().starts_with("serenity") {
            self.make_writer()
        } else {
            Box::new(std::io::sink())
        }
    }
}

impl std::io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
