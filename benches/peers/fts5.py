"""SQLite's FTS5, as its documentation shows it: the porter tokenizer, and `ORDER BY rank`,
which is BM25. A question is its words joined by OR: FTS5 wants all words otherwise,
and finds almost nothing for a question."""

import re
import sqlite3

import peer

# Its stemmer is for English. Other languages have none.
TOKENIZERS = {"en": "porter unicode61"}


def index(passages, place, language):
    database = sqlite3.connect(place / "passages.db")
    tokenizer = TOKENIZERS.get(language, "unicode61")
    database.execute(
        "CREATE VIRTUAL TABLE passages"
        f" USING fts5(id UNINDEXED, title, headings, text, tokenize='{tokenizer}')"
    )
    rows = ((it["id"], it["title"], "\n".join(it["headings"]), it["text"]) for it in passages)
    database.executemany(
        "INSERT INTO passages (id, title, headings, text) VALUES (?, ?, ?, ?)", rows
    )
    database.execute("INSERT INTO passages (passages) VALUES ('optimize')")
    database.commit()
    database.close()


def opened(place, _language):
    database = sqlite3.connect(place / "passages.db")

    def ask(question, depth):
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        if not words:
            return []
        rows = database.execute(
            "SELECT id, rank, title, headings, text FROM passages WHERE passages MATCH ?"
            " ORDER BY rank LIMIT ?",
            (words, depth),
        )
        return [(id, -rank, shown) for id, rank, *shown in rows]

    return ask


peer.run(f"SQLite {sqlite3.sqlite_version} FTS5", index, opened)
