//! What the world is made of: plain data, as the state file keeps it. The rules are in the files
//! beside this one.

mod application;
mod channel;
pub(crate) mod command;
mod file;
mod guild;
pub(crate) mod interaction;
pub(crate) mod message;
mod reaction;
mod reference;
mod user;

pub(crate) use application::Application;
pub(crate) use channel::{Channel, ChannelKind, Tag, Thread};
pub(crate) use command::{Command, CommandRule};
pub(crate) use file::{File, Files, Upload};
pub(crate) use guild::{Guild, Member, Role};
pub(crate) use interaction::Interaction;
pub(crate) use message::Message;
pub(crate) use reaction::Reaction;
pub(crate) use reference::Reference;
pub(crate) use user::User;
