//! The gateway: the WebSocket over which Discord tells a bot what happens. Events go in with
//! [`Hub::dispatch`] and come out at every session that asked for them, in order, even after a
//! dropped socket. It must not know why something happened; that is the world's business.

mod close;
mod command;
mod connection;
mod end;
mod hub;
mod members;
mod session;
mod shard;
mod traffic;
mod transport;
mod view;

pub(crate) use self::connection::serve;
pub(crate) use self::hub::Hub;
pub(crate) use self::traffic::GatewayRecord;

#[cfg(test)]
mod tests;
