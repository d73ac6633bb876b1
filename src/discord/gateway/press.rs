//! What people press and choose under messages, and what each leads to. Everything that is needed to
//! do it is in the `custom_id`, see [`Action`].

use std::sync::Arc;

use serenity::all::ComponentInteraction;

use crate::discord::admin::{corpus_press, lists, releasing, tune};
use crate::discord::api::custom_id::Action;
use crate::discord::api::interaction::Interaction;
use crate::discord::ask::{about, delete, editors, feedback, find, privacy, reading, unasked};
use crate::discord::bot::Bot;
use crate::discord::bot::press::Press;
use crate::discord::failure::{self, Failure};

/// Does what a button or menu asks for, unless it was delivered before.
pub(super) async fn handle(bot: &Arc<Bot>, pressed: &ComponentInteraction) {
    let interaction = pressed.clone();
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>, _turn| {
        act(&Press {
            bot: &bot,
            reply: &reply,
            interaction: &interaction,
        })
        .await
    };
    bot.attend_once(Interaction::of_component(pressed), work)
        .await;
}

async fn act(press: &Press<'_>) -> Result<(), Failure> {
    let Some(action) = Action::parse(&press.interaction.data.custom_id) else {
        return Err(failure::too_old());
    };
    match action {
        Action::Page {
            question,
            asker,
            page,
            generation,
        } => reading::turn_to(press, question, asker, page, generation).await,
        Action::Section(section) => reading::read_section(press, section).await,
        Action::Vote(opinion) => feedback::vote(press, opinion).await,
        Action::Reason { message } => feedback::give_reason(press, message).await,
        Action::Delete { asker } => delete::delete(press, asker).await,
        Action::About { article, asker } => about::ask_about(press, article, asker).await,
        Action::TellEditors { question } => editors::tell_editors(press, question).await,
        Action::Remind { missed, wanted } => editors::remind(press, missed, wanted).await,
        Action::Forget { sure } => privacy::decided(press, sure).await,
        Action::Post { message, passage } => find::chosen(press, message, passage).await,
        Action::Solved { asker } => unasked::solved(press, asker).await,
        Action::Corpus(action) => corpus_press::change_corpus(press, action).await,
        Action::List { list, page } => lists::turn_to(press, list, page).await,
        Action::Apply { change, sure } => tune::decided(press, change, sure).await,
        Action::Undo { change } => tune::undone(press, change).await,
        Action::CancelReindex { run } => releasing::cancel_reindex(press, run).await,
        Action::Publish { release } => releasing::publish(press, release).await,
        Action::Discard { release } => releasing::discard(press, release).await,
        Action::Details { release, page } => releasing::details(press, release, page).await,
    }
}
