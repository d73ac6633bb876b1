"""A bot on discord.py that answers /ask with the best passages of an SQLite FTS5 index.

What somebody would write who wants what lodestar does, small and without detours: it acknowledges,
searches, and answers with the three best passages and where they stand.

    fts5_bot.py index PASSAGES.jsonl PASSAGES.db
    fts5_bot.py run   PASSAGES.jsonl PASSAGES.db

Set LODESTAR_DISCORD_API_URL to run against a stand-in for Discord.
"""

import json
import os
import re
import sqlite3
import sys
from pathlib import Path

import discord
import yarl
from discord import app_commands

PASSAGES = 3
# Discord's limits for embeds.
FIELD_NAME = 256
FIELD_VALUE = 1024
TITLE = 256


def build(passages, database):
    Path(database).unlink(missing_ok=True)
    with sqlite3.connect(database) as db:
        db.execute(
            "CREATE VIRTUAL TABLE passages USING fts5("
            "title, headings, text, url UNINDEXED, path UNINDEXED, tokenize='porter unicode61')"
        )
        with open(passages, encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        db.executemany(
            "INSERT INTO passages VALUES (:title, :headings, :text, :url, :path)", rows
        )
        db.execute("INSERT INTO passages(passages) VALUES ('optimize')")
    db.close()


class Index:
    def __init__(self, database):
        self.db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)

    def best(self, question):
        words = dict.fromkeys(re.findall(r"\w+", question.lower()))
        if not words:
            return []
        # `rank` is bm25, sorted inside of FTS5.
        return self.db.execute(
            "SELECT title, headings, text, url, path FROM passages "
            "WHERE passages MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(f'"{word}"' for word in words), PASSAGES),
        ).fetchall()


class Bot(discord.Client):
    def __init__(self, index):
        # None of the default intents is privileged.
        super().__init__(
            intents=discord.Intents.default(), allowed_mentions=discord.AllowedMentions.none()
        )
        self.index = index
        self.tree = app_commands.CommandTree(self)
        self.tree.command(name="ask", description="Ask the articles")(self.ask)

    async def setup_hook(self):
        await self.tree.sync()

    async def ask(self, interaction: discord.Interaction, question: str):
        await interaction.response.defer()
        # Here rather than in a thread: the search is shorter than the way there and back.
        found = self.index.best(question)
        await interaction.edit_original_response(embed=answer(question, found))


def answer(question, found):
    embed = discord.Embed(title=cut(question, TITLE))
    if not found:
        embed.description = "The articles say nothing about that."
    for title, headings, text, url, path in found:
        where = f"{title} › {headings}" if headings else title
        source = f"\n[{path}]({url})" if url else f"\n{path}"
        body = cut(text, FIELD_VALUE - len(source)) + source
        embed.add_field(name=cut(where, FIELD_NAME), value=body, inline=False)
    return embed


def cut(text, longest):
    return text if len(text) <= longest else text[: longest - 1] + "…"


def run(database):
    if origin := os.environ.get("LODESTAR_DISCORD_API_URL"):
        discord.http.Route.BASE = f"{origin}/api/v10"
        gateway = yarl.URL(origin.replace("http", "ws", 1))
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
    Bot(Index(database)).run(os.environ["DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    _, command, passages, database = sys.argv
    if command == "index":
        build(passages, database)
    else:
        run(database)
