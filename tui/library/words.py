"""The index of words: what goes into it is folded here, and taken back folded the same way.

SQLite's tokenizer takes case and accents off; it does not know that œ is oe, and it cuts a word
at a soft hyphen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.text.clean import clean
from tui.text.find import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

FOLD_VERSION = 1
"""Grows with every change of `fold_words`; an index of another version is made anew."""

_FOLDS = (
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O"}
    | {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)


_FOLDED = re.compile(f"[{''.join(_FOLDS)}]")
"""A few letters among many are found twenty times as fast as all are looked up by `translate`."""


def fold_words(text: str) -> str:
    """Write a text as the index has it: "cœur" as "coeur", and no character that nobody sees."""
    return _FOLDED.sub(lambda match: _FOLDS[match[0]], text)


_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Cut a text into words as the index does."""
    return tuple(_WORD.findall(fold(fold_words(clean(text)))))


def index(database: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Write the words of articles into the index.

    It comes last in a transaction, as `index_quotes` does, and once for all of its articles: what
    FTS5 has gathered is written out, and merged, before each statement that has a trigger.
    """
    database.executemany(
        "INSERT INTO word (rowid, title, byline, text) VALUES (?, ?, ?, ?)",
        ((article, *_words(database, article)) for article in articles),
    )


def unindex(database: sqlite3.Connection, article: int) -> None:
    """Take the words of an article back, before any of them is changed."""
    database.execute(
        "INSERT INTO word (word, rowid, title, byline, text) VALUES ('delete', ?, ?, ?, ?)",
        (article, *_words(database, article)),
    )


PLACES = 1 << 20
"""A quote's row in the index `spoken` is its article's id times this, and its n; none has more."""


def index_quotes(database: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Write the quotes of articles into the index of what was said."""
    database.executemany(
        "INSERT INTO spoken (rowid, speaker, role, said, kind) VALUES (?, ?, ?, ?, ?)",
        (row for article in articles for row in _said(database, article)),
    )


def unindex_quotes(database: sqlite3.Connection, article: int) -> None:
    """Take the quotes of an article back, before they or its text are changed."""
    database.executemany(
        "INSERT INTO spoken (spoken, rowid, speaker, role, said, kind)"
        " VALUES ('delete', ?, ?, ?, ?, ?)",
        _said(database, article),
    )


def _said(database: sqlite3.Connection, article: int) -> list[tuple[object, ...]]:
    (text,) = database.execute("SELECT text FROM body WHERE article_id = ?", (article,)).fetchone()
    quotes = database.execute(
        "SELECT n, speaker, role, start, stop, kind FROM quote WHERE article_id = ?", (article,)
    )
    return [
        (
            article * PLACES + n, fold_words(speaker or ""), fold_words(role or ""),
            fold_words(text[start:stop]), kind,
        )
        for n, speaker, role, start, stop, kind in quotes
        if n < PLACES
    ]  # fmt: skip


def rebuild(database: sqlite3.Connection) -> None:
    """Make the whole index anew."""
    database.execute("INSERT INTO word (word) VALUES ('delete-all')")
    database.execute("INSERT INTO spoken (spoken) VALUES ('delete-all')")
    for (article,) in database.execute("SELECT id FROM article").fetchall():
        index(database, [article])
        index_quotes(database, [article])
    database.execute(
        "INSERT OR REPLACE INTO setting (key, value) VALUES ('fold', ?)", (str(FOLD_VERSION),)
    )


def _words(database: sqlite3.Connection, article: int) -> list[str | None]:
    row = database.execute(
        "SELECT title, byline, text FROM searchable WHERE id = ?", (article,)
    ).fetchone()
    return [text and fold_words(text) for text in row]
