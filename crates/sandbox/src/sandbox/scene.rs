//! The sandbox as tests use it: who is there, what goes wrong, and what bots requested.

use std::time::Duration;

use super::Sandbox;
use crate::error::ApiError;
use crate::faults::Fault;
use crate::intents::Intents;
use crate::journal::RecordedRequest;
use crate::people::{ChannelRef, Person, Refused, TimedOut};
use crate::permissions::{Overwrite, Permissions};
use crate::snowflake::Snowflake;
use crate::world::scene::{ADMIN, HELPER, OWNER};
use crate::world::{Application, ChannelKind, CommandRule, Guild, WorldState};

impl Sandbox {
    /// The token of the first bot.
    #[must_use]
    pub fn token(&self) -> String {
        let first = |state: &WorldState| first_bot(state).map(|it| it.token.clone());
        self.platform.world.read(first).unwrap_or_default()
    }

    /// A member of the first server; somebody new joins if there is nobody of that name.
    #[must_use]
    pub fn member(&self, name: &str) -> Person {
        let id = self.platform.world.change(|state| {
            let known = state.users.values().find(|user| user.username == name);
            if let Some(known) = known {
                return known.id;
            }
            let id = state.add_user(name, false);
            if let Some(guild) = first_guild(state).map(|it| it.id) {
                state.add_member(guild, id, Vec::new());
            }
            id
        });
        Person::new(self.platform.clone(), id)
    }

    /// Who owns the server.
    #[must_use]
    pub fn owner(&self) -> Person {
        self.member(OWNER)
    }

    /// A member with the permission to do everything.
    #[must_use]
    pub fn admin(&self) -> Person {
        self.member(ADMIN)
    }

    /// A member who may manage messages and threads, and sees `#staff`.
    #[must_use]
    pub fn helper(&self) -> Person {
        self.member(HELPER)
    }

    /// The first bot, to be named in what people say. It does by itself what it does.
    #[must_use]
    pub fn bot(&self) -> Person {
        let bot = |state: &WorldState| first_bot(state).map(|it| it.bot);
        let id = self.platform.world.read(bot).unwrap_or_default();
        Person::new(self.platform.clone(), id)
    }

    /// Gives the first bot, its application and its role another name.
    pub fn name_bot(&self, name: &str) {
        self.platform.world.change(|state| {
            let Some((id, bot)) = first_bot(state).map(|it| (it.id, it.bot)) else {
                return;
            };
            if let Some(application) = state.applications.get_mut(&id) {
                name.clone_into(&mut application.name);
            }
            if let Some(user) = state.users.get_mut(&bot) {
                name.clone_into(&mut user.username);
            }
            let roles = state
                .guilds
                .values_mut()
                .flat_map(|it| it.roles.values_mut());
            for role in roles.filter(|role| role.bot == Some(bot)) {
                name.clone_into(&mut role.name);
            }
        });
    }

    /// Sets the questions that the page offers where nothing is written yet.
    pub fn suggest(&self, questions: Vec<String>) {
        self.platform.suggest(questions);
    }

    /// Adds another bot to the first server, and returns its token.
    #[must_use]
    pub fn add_bot(&self, name: &str) -> String {
        self.platform.world.change(|state| {
            let owner = first_guild(state).map(|it| it.owner).unwrap_or_default();
            let application = state.add_application(name, owner);
            if let Some(guild) = first_guild(state).map(|it| it.id) {
                state.invite(application, guild, Permissions::NONE);
            }
            let application = state.applications.get(&application);
            application.map(|it| it.token.clone()).unwrap_or_default()
        })
    }

    /// Adds another server with one channel, `#general`, and the first bot in it.
    #[must_use]
    pub fn add_guild(&self, name: &str) -> Snowflake {
        self.platform.world.change(|state| {
            let owner = first_guild(state).map(|it| it.owner).unwrap_or_default();
            let guild = state.add_guild(name, owner);
            state.add_channel(guild, ChannelKind::Text, "general");
            if let Some(application) = first_bot(state).map(|it| it.id) {
                state.invite(application, guild, Permissions::NONE);
            }
            guild
        })
    }

    /// Sets the language that the first server prefers, such as `de`.
    pub fn server_speaks(&self, locale: &str) {
        self.platform.world.change(|state| {
            let Some(id) = first_guild(state).map(|it| it.id) else {
                return;
            };
            if let Some(guild) = state.guilds.get_mut(&id) {
                locale.clone_into(&mut guild.locale);
                let told = guild.json();
                state.emit_to_guild(id, "GUILD_UPDATE", &told);
            }
        });
    }

    /// Grants the first bot's application the privileged intents: message content, members and
    /// presences.
    pub fn grant_privileged_intents(&self) {
        self.platform.world.change(|state| {
            if let Some(application) = state.applications.values_mut().next() {
                application.privileged = Intents::PRIVILEGED.0;
            }
        });
    }

    /// Allows and denies somebody, or the first bot, things in a channel.
    ///
    /// # Errors
    /// When there is no such channel.
    pub fn overwrite(
        &self,
        place: impl Into<ChannelRef>,
        whose: &Person,
        allow: Permissions,
        deny: Permissions,
    ) -> Result<(), Refused> {
        let place = place.into();
        let owner = self.owner();
        Ok(self.platform.world.change(|state| {
            let place = owner.find(state, &place)?;
            let id = whose.id();
            let overwrite = Overwrite {
                id,
                kind: 1,
                allow,
                deny,
            };
            state.overwrite(place, id, Some(overwrite));
            Ok::<_, ApiError>(())
        })?)
    }

    /// The ids of a channel's server and of the channel.
    ///
    /// # Errors
    /// When there is no such channel.
    pub fn find(&self, place: impl Into<ChannelRef>) -> Result<(Snowflake, Snowflake), Refused> {
        let place = place.into();
        let owner = self.owner();
        Ok(self.platform.world.read(|state| {
            let channel = owner.find(state, &place)?;
            let guild = state.channels.get(&channel).and_then(|it| it.guild);
            guild
                .map(|guild| (guild, channel))
                .ok_or_else(ApiError::unknown_guild)
        })?)
    }

    /// Lets somebody use a command that its default permissions keep from them, as an administrator
    /// may in a server's settings.
    ///
    /// # Errors
    /// When no such command is registered.
    pub fn allow_command(&self, name: &str, whose: &Person) -> Result<(), Refused> {
        Ok(self.platform.world.change(|state| {
            let command = state.commands.values().find(|it| it.name() == name);
            let command = command
                .map(|it| it.id)
                .ok_or_else(ApiError::unknown_application_command)?;
            let guild = first_guild(state)
                .map(|it| it.id)
                .ok_or_else(ApiError::unknown_guild)?;
            state.command_rules.push(CommandRule {
                guild,
                command,
                target: whose.id(),
                target_kind: 2,
                allowed: true,
            });
            Ok::<_, ApiError>(())
        })?)
    }

    /// Takes every role from somebody, and with them what they may do beyond what everybody may.
    ///
    /// # Errors
    /// When they are not in the first server.
    pub fn take_roles(&self, person: &Person) -> Result<(), Refused> {
        Ok(self.platform.world.change(|state| {
            let guild = first_guild(state).map(|it| it.id).unwrap_or_default();
            state.take_roles(guild, person.id()).map(drop)
        })?)
    }

    /// Silences somebody for a while: they may only read.
    ///
    /// # Errors
    /// When they are not in the first server.
    pub fn time_out(&self, person: &Person, by: Duration) -> Result<(), Refused> {
        Ok(self.platform.world.change(|state| {
            let guild = first_guild(state).map(|it| it.id).unwrap_or_default();
            let until = state.now.checked_add(by).ok();
            state.time_out(guild, person.id(), until).map(drop)
        })?)
    }

    /// Lets somebody install the first bot's application for themselves, to use it anywhere.
    pub fn install_for(&self, person: &Person) {
        self.platform.world.change(|state| {
            if let Some(application) = first_bot(state).map(|it| it.id) {
                state.installs.insert((person.id(), application));
            }
        });
    }

    /// Names of the first bot's commands.
    #[must_use]
    pub fn commands(&self) -> Vec<String> {
        self.platform.world.read(|state| {
            let commands = state.commands.values();
            commands.map(|it| it.name().to_owned()).collect()
        })
    }

    /// Whether the first bot shows as typing in a channel: for 10 s, or until it writes.
    #[must_use]
    pub fn bot_is_typing(&self, place: impl Into<ChannelRef>) -> bool {
        const SHOWN: Duration = Duration::from_secs(10);
        let place = place.into();
        let (owner, bot) = (self.owner(), self.bot());
        self.platform.world.read(|state| {
            let Ok(place) = owner.find(state, &place) else {
                return false;
            };
            let Some(began) = state.typing.get(&(place, bot.id())) else {
                return false;
            };
            let messages = state.messages.get(&place);
            let wrote = messages
                .into_iter()
                .flat_map(|it| it.values().rev())
                .any(|it| it.author == bot.id() && it.id.made() >= *began);
            let age = Duration::try_from(state.now.duration_since(*began));
            !wrote && age.is_ok_and(|age| age < SHOWN)
        })
    }

    /// Puts the sandbox's clock forward; nothing else waits.
    pub fn advance(&self, by: Duration) {
        self.platform.world.advance(by);
    }

    /// Adds a fault for the next request that fits.
    pub fn fault(&self, fault: Fault) {
        self.platform.faults.add(fault);
    }

    /// Closes the connections of all bots: with a close code, or without a word as a broken network
    /// does.
    pub fn drop_sockets(&self, code: Option<u16>) {
        self.platform.hub.drop_sockets(code);
    }

    /// Tells bots of every event twice from now on, as can happen when a connection is resumed.
    pub fn deliver_twice(&self, twice: bool) {
        self.platform.hub.deliver_twice(twice);
    }

    /// Asks all bots to reconnect and resume.
    pub fn ask_reconnect(&self) {
        self.platform.hub.ask_reconnect();
    }

    /// Tells all bots that their sessions are invalid; unless `resumable` they are forgotten.
    pub fn invalidate_sessions(&self, resumable: bool) {
        self.platform.hub.invalidate(resumable);
    }

    /// Waits until the first bot is connected to the gateway.
    pub async fn until_online(&self) {
        self.until_first_bot(true).await;
    }

    /// Waits until the first bot is not connected to the gateway.
    pub async fn until_offline(&self) {
        self.until_first_bot(false).await;
    }

    /// The requests of bots so far, oldest first; the last 10,000 are kept.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.platform.journal.entries()
    }

    /// The requests of bots after the first `read`, oldest first, and how many there were; whoever
    /// reads often enough misses none.
    #[must_use]
    pub fn requests_since(&self, read: u64) -> (Vec<RecordedRequest>, u64) {
        self.platform.journal.since(read, usize::MAX)
    }

    /// Waits until `look` finds something. It is asked again after every change and every request,
    /// so that it can look at anything here: what somebody sees, or what was requested.
    ///
    /// # Errors
    /// When nothing is found in 15 s.
    pub async fn until<T>(&self, look: impl FnMut() -> Option<T>) -> Result<T, TimedOut> {
        self.platform.until(look).await
    }

    async fn until_first_bot(&self, online: bool) {
        let id = |state: &WorldState| first_bot(state).map(|it| it.id.0);
        let Some(id) = self.platform.world.read(id) else {
            return;
        };
        self.platform.hub.until_online(id, online).await;
    }
}

fn first_guild(state: &WorldState) -> Option<&Guild> {
    state.guilds.values().next()
}

fn first_bot(state: &WorldState) -> Option<&Application> {
    state.applications.values().next()
}
