//! The flags of a message, as Discord numbers them.

/// Shows no embeds for links.
pub(crate) const SUPPRESS_EMBEDS: u64 = 1 << 2;
/// A thread hangs from it.
pub(crate) const HAS_THREAD: u64 = 1 << 5;
/// Only the person who caused it sees it.
pub(crate) const EPHEMERAL: u64 = 1 << 6;
/// The bot is still thinking.
pub(crate) const LOADING: u64 = 1 << 7;
/// Notifies nobody.
pub(crate) const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
/// A voice message.
pub(crate) const IS_VOICE_MESSAGE: u64 = 1 << 13;
/// Made of components only, in their second version.
pub(crate) const IS_COMPONENTS_V2: u64 = 1 << 15;
/// Published to the servers that follow its channel.
pub(crate) const CROSSPOSTED: u64 = 1;

/// Flags that a new message in a channel keeps; others are ignored.
pub(crate) const KEPT_IN_CHANNELS: u64 =
    SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_VOICE_MESSAGE | IS_COMPONENTS_V2;
/// Flags that a response or a follow-up to an interaction keeps; others are ignored.
pub(crate) const KEPT_IN_RESPONSES: u64 = KEPT_IN_CHANNELS | EPHEMERAL;
