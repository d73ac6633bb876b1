//! The statuses and JSON error codes of Discord's API that make a difference here,
//! <https://docs.discord.com/developers/topics/opcodes-and-status-codes>.

/// HTTP: the token is invalid.
pub(in crate::discord) const UNAUTHORIZED: u16 = 401;
/// HTTP: the bot lacks a permission.
pub(in crate::discord) const FORBIDDEN: u16 = 403;
/// HTTP: the message, channel or interaction does not exist.
pub(in crate::discord) const NOT_FOUND: u16 = 404;
/// HTTP: a rate limit was hit.
pub(in crate::discord) const TOO_MANY_REQUESTS: u16 = 429;

/// The message was deleted.
pub(in crate::discord) const UNKNOWN_MESSAGE: i64 = 10_008;
/// An interaction's token belongs to no webhook: the interaction is over.
pub(in crate::discord) const UNKNOWN_WEBHOOK: i64 = 10_015;
/// The interaction was not answered in time.
pub(in crate::discord) const UNKNOWN_INTERACTION: i64 = 10_062;
/// Too many edits of messages older than an hour in one channel, sent with status 429
/// (<https://github.com/discord/discord-api-docs/issues/4413>). Retrying at once is in vain.
pub(in crate::discord) const TOO_MANY_OLD_EDITS: i64 = 30_046;
/// The interaction has its first answer already.
pub(in crate::discord) const ALREADY_ACKNOWLEDGED: i64 = 40_060;
/// The bot cannot see the channel.
pub(in crate::discord) const MISSING_ACCESS: i64 = 50_001;
/// The person takes no direct messages from the bot. That can change without notice.
pub(in crate::discord) const CANNOT_MESSAGE_USER: i64 = 50_007;
/// The bot sees the channel and may not do this there.
pub(in crate::discord) const MISSING_PERMISSIONS: i64 = 50_013;
/// An interaction's token has expired.
pub(in crate::discord) const INVALID_WEBHOOK_TOKEN: i64 = 50_027;
/// The thread is archived.
pub(in crate::discord) const THREAD_ARCHIVED: i64 = 50_083;
/// A reply needs the permission to read the history; other messages do not.
pub(in crate::discord) const NO_REPLY_WITHOUT_HISTORY: i64 = 160_002;
/// The message has a thread already.
pub(in crate::discord) const HAS_THREAD: i64 = 160_004;
