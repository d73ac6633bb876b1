//! What becomes of a reindex: it goes live by itself, or waits for somebody to press a button. Then
//! what those buttons do.

use serenity::all::{GuildId, Member, User};

use crate::app::PublishError;
use crate::app::Release;
use crate::discord::api::message::Body;
use crate::discord::bot::Bot;
use crate::discord::failure::Failure;
use crate::discord::gateway::press::Press;
use crate::discord::render;
use crate::discord::render::Standing;
use crate::discord::render::Told;
use crate::discord::words::Words;
use crate::store::QuestionId;

/// Recent questions of each kind whose texts are looked up.
const TEXTS: usize = 50;

/// The name people know somebody by in a server.
pub(in crate::discord) fn name_of(member: Option<&Member>, user: &User) -> String {
    let nick = member.and_then(|member| member.nick.clone());
    nick.or_else(|| user.global_name.clone())
        .unwrap_or_else(|| user.name.clone())
}

/// Publishes a release if the rule says so; what to tell people either way.
pub(in crate::discord) async fn settle(
    bot: &Bot,
    words: Words,
    release: &mut Release,
) -> Result<Body, PublishError> {
    if !release.built {
        return Ok(render::release(words, release, Standing::Unchanged));
    }
    let hold = bot.app.publish_by_rule(release).await?;
    release.report.published = hold.is_none();
    let standing = match &hold {
        None => Standing::Published,
        Some(hold) => Standing::Waiting(hold),
    };
    Ok(render::release(words, release, standing))
}

impl Press<'_> {
    fn by(&self) -> String {
        name_of(self.interaction.member.as_ref(), &self.interaction.user)
    }

    pub(in crate::discord) async fn publish(&self, key: u64) -> Result<(), Failure> {
        let admin = self.admin()?;
        self.acknowledge(true).await?;
        let by = self.by();
        let release = self.bot.app.publish(key, &by).await?;
        let generation = release.after.generation;
        self.bot.note(&admin, format!("index publish {generation}"));
        let sentence = self.words().release_published(&render::name(&by));
        let body = render::decided(self.words(), &release, &sentence);
        self.reply.answer(&self.bot.rest, body, false).await?;
        Ok(())
    }

    pub(in crate::discord) async fn discard(&self, key: u64) -> Result<(), Failure> {
        let admin = self.admin()?;
        self.acknowledge(true).await?;
        let by = self.by();
        let release = self.bot.app.release(key).map_err(Failure::Broken)?;
        self.bot.app.discard(key, &by).await?;
        self.bot.note(&admin, "index discard".to_owned());
        let sentence = self.words().release_discarded(&render::name(&by));
        let body = match release {
            Some(release) => render::decided(self.words(), &release, &sentence),
            None => Body::new(&sentence),
        };
        self.reply.answer(&self.bot.rest, body, false).await?;
        Ok(())
    }

    /// Shows a page of everything, to whoever pressed alone.
    pub(in crate::discord) async fn release_details(
        &self,
        key: u64,
        page: u32,
    ) -> Result<(), Failure> {
        self.check_admin()?;
        let in_place = self.is_private();
        self.acknowledge(in_place).await?;
        let release = self.bot.app.release(key).map_err(Failure::Broken)?;
        let release = release.ok_or_else(|| Failure::explained(Words::release_gone))?;
        let server = self.interaction.guild_id;
        let answered = self.bot.readable(server, &release.recent.answered).await;
        let stopped = self.bot.readable(server, &release.recent.stopped).await;
        let page = usize::try_from(page).unwrap_or(usize::MAX);
        let body = render::details(self.words(), &release, &answered, &stopped, page);
        let body = body.ok_or_else(|| Failure::explained(Words::release_gone))?;
        self.reply.answer(&self.bot.rest, body, !in_place).await?;
        Ok(())
    }

    /// Ends a reindex that runs.
    pub(in crate::discord) async fn cancel_reindex(&self, run: u64) -> Result<(), Failure> {
        let admin = self.admin()?;
        if !self.bot.app.cancel(run) {
            return Err(Failure::explained(Words::reindex_not_running));
        }
        self.bot.note(&admin, "reindex cancel".to_owned());
        self.acknowledge(true).await
    }
}

impl Bot {
    /// Texts of questions as the admins of a server may read them: those that were asked there in
    /// public. One that was forgotten is not there at all.
    async fn readable(&self, server: Option<GuildId>, questions: &[u64]) -> Told {
        let mut told = Told::default();
        for question in questions.iter().take(TEXTS) {
            let chain = self
                .app
                .store()
                .conversation(QuestionId(*question), 1)
                .await;
            let Some(past) = chain.ok().and_then(|it| it.into_iter().next()) else {
                continue;
            };
            let here = past.public && past.server == server.map(GuildId::get);
            match past.text.filter(|_| here) {
                Some(text) => told.texts.push(text),
                None => told.elsewhere += 1,
            }
        }
        told.elsewhere += questions.len().saturating_sub(TEXTS);
        told
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Gone => Self::explained(Words::release_gone),
            PublishError::Stopping => Self::explained(Words::restarting),
            PublishError::Busy(run) => {
                Self::explained(move |words| render::reindex_running(words, &run))
            }
            PublishError::NoGeneration { kept } if kept.is_empty() => {
                Self::explained(Words::rollback_nothing)
            }
            PublishError::NoGeneration { kept } => Self::explained(move |words| {
                let kept: Vec<String> = kept.iter().map(ToString::to_string).collect();
                words.rollback_other(&words.list(&kept))
            }),
            PublishError::Failed(error) => Self::Broken(error),
        }
    }
}
