//! The shape of a bot token, so that a wrong one is noticed before it is sent anywhere.
//!
//! No part of a token ever gets into a message.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretString};

/// Parts of a token, separated by dots: the bot's id, a time and a signature.
const PARTS: usize = 3;
/// Characters of an application's client secret, which people often paste instead.
const CLIENT_SECRET_LENGTH: usize = 32;

/// What is wrong with a token, without showing it.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum TokenShapeError {
    #[error("it is empty; set DISCORD_TOKEN to the token from the application's Bot page")]
    Empty,
    #[error("it has white space, quotes or other stray characters around or inside it")]
    StrayCharacters,
    #[error("it begins with \"Bot \"; give the token alone")]
    BotPrefix,
    #[error("this looks like the client secret; the token is on the application's Bot page")]
    ClientSecret,
    #[error("it has {0} parts between dots instead of 3; part of it may be missing")]
    Parts(usize),
    #[error("its first part does not name a bot; part of it may be missing")]
    NoBotId,
}

/// Checks the shape of a token without using it and returns the id of the bot it belongs to.
///
/// # Errors
/// The first thing about the token that no bot token has; see [`TokenShapeError`].
pub fn token_shape(token: &SecretString) -> Result<u64, TokenShapeError> {
    let token = token.expose_secret();
    if token.is_empty() {
        return Err(TokenShapeError::Empty);
    }
    if token.starts_with("Bot ") {
        return Err(TokenShapeError::BotPrefix);
    }
    let belongs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '/');
    if !token.chars().all(|c| belongs(c) || c == '=') {
        return Err(TokenShapeError::StrayCharacters);
    }
    let parts: Vec<&str> = token.split('.').collect();
    if parts.len() != PARTS || parts.iter().any(|part| part.is_empty()) {
        return Err(if parts.len() == 1 && token.len() == CLIENT_SECRET_LENGTH {
            TokenShapeError::ClientSecret
        } else {
            TokenShapeError::Parts(parts.iter().filter(|part| !part.is_empty()).count())
        });
    }
    parts
        .first()
        .and_then(|part| bot_id(part))
        .ok_or(TokenShapeError::NoBotId)
}

/// The decimal id that the first part of a token spells in base64.
fn bot_id(part: &str) -> Option<u64> {
    let bare = part.trim_end_matches('=');
    let bytes = URL_SAFE_NO_PAD
        .decode(bare)
        .or_else(|_| STANDARD_NO_PAD.decode(bare))
        .ok()?;
    std::str::from_utf8(&bytes).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(token: &str) -> Result<u64, TokenShapeError> {
        token_shape(&SecretString::from(token.to_owned()))
    }

    fn token_of(id: &str) -> String {
        format!("{}.GaBcDe.{}", URL_SAFE_NO_PAD.encode(id), "x".repeat(38))
    }

    #[test]
    fn a_token_names_its_bot() {
        assert_eq!(
            shape(&token_of("123456789012345678")),
            Ok(123_456_789_012_345_678)
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        let good = token_of("123456789012345678");
        assert_eq!(shape(""), Err(TokenShapeError::Empty));
        assert_eq!(
            shape(&format!("Bot {good}")),
            Err(TokenShapeError::BotPrefix)
        );
        assert_eq!(
            shape(&format!("\"{good}\"")),
            Err(TokenShapeError::StrayCharacters)
        );
        assert_eq!(
            shape(&format!("{good}\n")),
            Err(TokenShapeError::StrayCharacters)
        );
        assert_eq!(
            shape(&"s".repeat(CLIENT_SECRET_LENGTH)),
            Err(TokenShapeError::ClientSecret)
        );
        assert_eq!(shape("abc.def"), Err(TokenShapeError::Parts(2)));
        assert_eq!(shape("abc..def"), Err(TokenShapeError::Parts(2)));
        assert_eq!(
            shape(&token_of("not a number")),
            Err(TokenShapeError::NoBotId)
        );
    }
}
