//! The parts of the stand-in that everything shares which serves or plays it: the world, the
//! gateway's sessions, the journal, faults and limits. It must not know who uses them.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use crate::faults::Faults;
use crate::gateway::Hub;
use crate::journal::Journal;
use crate::limits::Limits;
use crate::world::World;

/// All parts, behind one pointer.
pub(crate) struct Platform {
    pub(crate) world: Arc<World>,
    pub(crate) hub: Arc<Hub>,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pub(crate) limits: Limits,
    /// Whether everything is to end.
    pub(crate) stopping: watch::Sender<bool>,
    /// Questions that the page offers to ask.
    suggestions: Mutex<Vec<String>>,
}

impl Platform {
    pub(crate) fn new(world: Arc<World>, hub: Arc<Hub>) -> Self {
        Self {
            world,
            hub,
            journal: Journal::default(),
            faults: Faults::default(),
            limits: Limits::default(),
            stopping: watch::Sender::new(false),
            suggestions: Mutex::default(),
        }
    }

    pub(crate) fn suggest(&self, questions: Vec<String>) {
        *self
            .suggestions
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = questions;
        self.world.wake();
    }

    pub(crate) fn suggestions(&self) -> Vec<String> {
        self.suggestions
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}
