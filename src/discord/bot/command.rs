//! What all slash commands have in common: each runs once however often it is delivered, and admin
//! commands answer the admin alone.

use std::convert::Infallible;
use std::future::Future;
use std::sync::Arc;

use serenity::all::{CommandInteraction, CommandOptionType, CreateCommandOption};

use super::Bot;
use super::admin::Admin;
use crate::discord::api::interaction::Interaction;
use crate::discord::api::message::Body;
use crate::discord::failure::Failure;
use crate::discord::state::handled::Turn;
use crate::discord::words::Words;

pub(in crate::discord) type Command = poise::Command<Arc<Bot>, Infallible>;
pub(in crate::discord) type Context<'a> = poise::ApplicationContext<'a, Arc<Bot>, Infallible>;
pub(in crate::discord) type FrameworkError<'a> = poise::FrameworkError<'a, Arc<Bot>, Infallible>;

/// Runs what a command does, unless it was delivered before. The work holds the turn of the
/// interaction until it is done with it.
pub(in crate::discord) async fn attend<F, W>(bot: &Arc<Bot>, command: &CommandInteraction, work: F)
where
    F: FnOnce(Arc<Bot>, Arc<Interaction>, Turn) -> W,
    W: Future<Output = Result<(), Failure>> + Send + 'static,
{
    let interaction = Interaction::of_command(command);
    bot.attend_once(interaction, work).await;
}

/// Runs what a command does, unless it was delivered before.
pub(in crate::discord) async fn run<F, W>(ctx: Context<'_>, work: F)
where
    F: FnOnce(Arc<Bot>, Arc<Interaction>) -> W,
    W: Future<Output = Result<(), Failure>> + Send + 'static,
{
    let bot = ctx.framework.user_data;
    let work = |bot, reply, turn| {
        // Boxed, because admin commands make large futures.
        let work = Box::pin(work(bot, reply));
        async move {
            let _turn = turn;
            work.await
        }
    };
    attend(bot, ctx.interaction, work).await;
}

/// Runs an admin command: refuses anyone else, acknowledges privately, and shows the admin alone
/// what the work returns.
pub(in crate::discord) async fn run_for_admin<F, W>(ctx: Context<'_>, work: F)
where
    F: FnOnce(Arc<Bot>, Words, Admin) -> W + Send + 'static,
    W: Future<Output = Result<Body, Failure>> + Send + 'static,
{
    let admin = admin(ctx);
    run(ctx, async move |bot: Arc<Bot>, reply: Arc<Interaction>| {
        let admin = admin?;
        reply.acknowledge(&bot.rest, true).await?;
        let work = Box::pin(work(Arc::clone(&bot), reply.words(), admin));
        let body = work.await?;
        reply.answer(&bot.rest, body, true).await?;
        Ok(())
    })
    .await;
}

/// Whoever uses the command, if they are an admin.
pub(in crate::discord) fn admin(ctx: Context<'_>) -> Result<Admin, Failure> {
    let it = ctx.interaction;
    let bot = ctx.framework.user_data;
    Admin::of(bot, it.guild_id, it.user.id, it.member.as_deref())
}

/// Lets Discord ask for choices while these options of a command, or of its subcommands, are typed;
/// they take `LONGEST` characters at most. poise would send the choices past our own requests.
pub(in crate::discord) fn suggest_while_typing<const LONGEST: u16>(
    command: &mut Command,
    options: &[&str],
) {
    fn suggested<const LONGEST: u16>(option: CreateCommandOption) -> CreateCommandOption {
        option
            .kind(CommandOptionType::String)
            .max_length(LONGEST)
            .set_autocomplete(true)
    }
    for parameter in &mut command.parameters {
        if options.contains(&&*parameter.name) {
            parameter.type_setter = Some(suggested::<LONGEST>);
        }
    }
    for subcommand in &mut command.subcommands {
        suggest_while_typing::<LONGEST>(subcommand, options);
    }
}
