"""A small bot on discord.py. It says on standard output what happens to it."""

import io
import os

import discord
import yarl
from discord import app_commands

ORIGIN = os.environ["SANDBOX_URL"]
discord.http.Route.BASE = f"{ORIGIN}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(ORIGIN.replace("http", "ws", 1))


def tell(what):
    print(what, flush=True)


class Press(discord.ui.View):
    @discord.ui.button(label="Press", custom_id="press")
    async def press(self, interaction, _button):
        await interaction.response.edit_message(content="pressed", view=None)


class Bot(discord.Client):
    def __init__(self):
        super().__init__(intents=discord.Intents.default())
        self.tree = app_commands.CommandTree(self)
        self.tree.command(name="ask", description="Ask")(ask)
        self.tree.command(name="press", description="Something to press")(press)

    async def setup_hook(self):
        await self.tree.sync()

    async def on_ready(self):
        tell("ready in " + ", ".join(guild.name for guild in self.guilds))

    async def on_resumed(self):
        tell("resumed")

    async def on_message(self, message):
        if message.author.bot or not (message.guild is None or self.user in message.mentions):
            return
        reply = await message.reply(
            "hello",
            embed=discord.Embed(title="title", description="description"),
            file=discord.File(io.BytesIO(b"abc"), "a.txt"),
            allowed_mentions=discord.AllowedMentions.none(),
        )
        await reply.edit(content="hello again")
        await reply.add_reaction("👍")


async def ask(interaction: discord.Interaction, question: str, private: bool = False):
    await interaction.response.defer(ephemeral=private)
    await interaction.edit_original_response(content=f"an answer to {question}")
    more = await interaction.followup.send("more", wait=True)
    await more.edit(content="no more")


async def press(interaction: discord.Interaction):
    await interaction.response.send_message("press it", view=Press(timeout=None))


Bot().run(os.environ["SANDBOX_TOKEN"])
