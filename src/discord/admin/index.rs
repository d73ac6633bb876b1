//! `/index`: the history of the index, and going back to an earlier generation.

use std::convert::Infallible;
use std::sync::Arc;

use poise::{SlashArgError, SlashArgument};
use serenity::all::{CommandInteraction, CommandOptionType, CreateCommandOption, ResolvedValue};

use crate::discord::api::interaction::Interaction;
use crate::discord::bot::Bot;
use crate::discord::bot::admin::name_of;
use crate::discord::bot::command::{Context, admin, run};
use crate::discord::failure::Failure;
use crate::discord::render;

/// The number of a generation. poise would send its bounds as fractions.
struct Generation(u64);

#[serenity::async_trait]
impl SlashArgument for Generation {
    async fn extract(
        _: &serenity::all::Context,
        _: &CommandInteraction,
        value: &ResolvedValue<'_>,
    ) -> Result<Self, SlashArgError> {
        match value {
            ResolvedValue::Integer(number) => Ok(Self(u64::try_from(*number).unwrap_or_default())),
            _ => Err(SlashArgError::new_command_structure_mismatch(
                "a generation is a number",
            )),
        }
    }

    fn create(option: CreateCommandOption) -> CreateCommandOption {
        option.kind(CommandOptionType::Integer).min_int_value(1)
    }
}

#[poise::command(
    slash_command,
    subcommands("rollback", "history"),
    subcommand_required,
    install_context = "Guild",
    interaction_context = "Guild",
    default_member_permissions = "MANAGE_GUILD"
)]
#[expect(clippy::unused_async, reason = "poise takes async functions")]
pub(in crate::discord) async fn index(_: Context<'_>) -> Result<(), Infallible> {
    Ok(())
}

#[poise::command(slash_command)]
async fn rollback(ctx: Context<'_>, generation: Option<Generation>) -> Result<(), Infallible> {
    let allowed = admin(ctx);
    let by = name_of(ctx.interaction.member.as_deref(), &ctx.interaction.user);
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        let admin = allowed?;
        reply.acknowledge(&bot.rest, false).await?;
        let back = bot.app.rollback(generation.map(|it| it.0), &by).await?;
        admin.note(&bot, format!("index rollback {}", back.to));
        let content = render::rolled_back(reply.words(), back.to, &back.report);
        reply.answer(&bot.rest, &content, false).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}

#[poise::command(slash_command)]
async fn history(ctx: Context<'_>) -> Result<(), Infallible> {
    let allowed = admin(ctx);
    let work = async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        allowed?;
        let events = bot.app.history().map_err(Failure::Broken)?;
        let waiting = bot.app.waiting().map_err(Failure::Broken)?;
        let hold = waiting.as_ref().and_then(|release| bot.app.hold(release));
        let waiting = waiting.as_ref().zip(hold.as_ref());
        let body = render::history(reply.words(), &events, waiting);
        reply.answer(&bot.rest, body, true).await?;
        Ok(())
    };
    run(ctx, work).await;
    Ok(())
}
