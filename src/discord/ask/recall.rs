//! Finding a question again for a button: in memory, in the store, or in the message that asked it.

use serenity::all::Message;

use crate::discord::bot::Bot;
use crate::discord::state::recent::{EARLIER, Recalled};
use crate::store::QuestionId;

/// Finds a question again for a button under `answer`; `None` if it is not known any more.
pub(in crate::discord) async fn recall(
    bot: &Bot,
    id: QuestionId,
    answer: &Message,
) -> Option<Recalled> {
    if let Some(known) = bot.state.recent.get(id) {
        return Some(known);
    }
    let conversation = bot.app.store().conversation(id, 1 + EARLIER).await;
    let mut texts = conversation
        .unwrap_or_default()
        .into_iter()
        .map_while(|question| question.text);
    if let Some(text) = texts.next() {
        let mut earlier: Vec<String> = texts.collect();
        earlier.reverse();
        return Some(Recalled { text, earlier });
    }
    let text = read_question(bot, answer).await?;
    Some(Recalled {
        text,
        earlier: Vec::new(),
    })
}

/// The text of the message that an answer replies to. Discord shows it to the bot if it mentions the
/// bot.
async fn read_question(bot: &Bot, answer: &Message) -> Option<String> {
    let reference = answer.message_reference.as_ref()?;
    let shown = answer.referenced_message.as_ref().map(|it| &it.content);
    let text = match shown.filter(|content| !content.is_empty()) {
        Some(content) => content.clone(),
        None => {
            let read = bot
                .rest
                .message_content(reference.channel_id, reference.message_id?);
            read.await.ok()?
        }
    };
    Some(text).filter(|text| !text.trim().is_empty())
}
