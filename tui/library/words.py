"""The index of words: what goes into it is folded here, and taken back folded the same way.

SQLite's tokenizer takes case and accents off; it does not know that œ is oe, and it cuts a word
at a soft hyphen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

FOLD_VERSION = 1
"""Grows with every change of `fold_words`; an index of another version is made anew."""

_FOLDS = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O"}
    | {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


def fold_words(text: str) -> str:
    """Write a text as the index has it: "cœur" as "coeur", and no character that nobody sees."""
    return text if text.isascii() else text.translate(_FOLDS)


def index(database: sqlite3.Connection, article: int) -> None:
    """Write the words of an article into the index."""
    database.execute(
        "INSERT INTO word (rowid, title, byline, text) VALUES (?, ?, ?, ?)",
        (article, *_words(database, article)),
    )


def unindex(database: sqlite3.Connection, article: int) -> None:
    """Take the words of an article back, before any of them is changed."""
    database.execute(
        "INSERT INTO word (word, rowid, title, byline, text) VALUES ('delete', ?, ?, ?, ?)",
        (article, *_words(database, article)),
    )


def rebuild(database: sqlite3.Connection) -> None:
    """Make the whole index anew."""
    database.execute("INSERT INTO word (word) VALUES ('delete-all')")
    for (article,) in database.execute("SELECT id FROM article").fetchall():
        index(database, article)
    database.execute(
        "INSERT OR REPLACE INTO setting (key, value) VALUES ('fold', ?)", (str(FOLD_VERSION),)
    )


def _words(database: sqlite3.Connection, article: int) -> list[str | None]:
    row = database.execute(
        "SELECT title, byline, text FROM searchable WHERE id = ?", (article,)
    ).fetchone()
    return [text and fold_words(text) for text in row]
