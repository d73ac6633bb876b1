//! The right to change an index. What is done with it: [`super::build`] makes a generation,
//! [`super::release`] publishes it, [`super::history`] records that.

use super::Settings;
use super::generation::Generations;
use super::lock::WriterLock;

/// The right to build and to publish, for one process at a time.
#[derive(Debug)]
pub struct Writer {
    pub(super) generations: Generations,
    pub(super) settings: Settings,
    _lock: WriterLock,
}

impl Writer {
    pub(super) fn new(generations: Generations, settings: Settings, lock: WriterLock) -> Self {
        Self {
            generations,
            settings,
            _lock: lock,
        }
    }
}
