"""The same words in several articles are one quote; the same thing counted may have many values.

Two quotes have the same words where only case, accents, marks and spaces differ. A handful of words
is nobody's own: those are the same quote only where the same person says them.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from tui.library.query.marks import words_in

if TYPE_CHECKING:
    import sqlite3

_FEW = 4
"""Words below which the same words are a coincidence."""


def key_of(words: str) -> int | None:
    """Give a number that quotes with the same words share; it is negative where they are few."""
    found = words_in(words)
    if not found:
        return None
    digest = blake2b(" ".join(found).encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "big") >> 1 or 1
    return number if len(found) >= _FEW else -number


def enter(database: sqlite3.Connection, article: int) -> None:
    """Note which words the quotes of an article have."""
    (text,) = database.execute("SELECT text FROM body WHERE article_id = ?", (article,)).fetchone()
    database.executemany(
        "UPDATE quote SET words = ? WHERE article_id = ? AND n = ?",
        [
            (key_of(text[start:stop]), article, n)
            for n, start, stop in database.execute(
                "SELECT n, start, stop FROM quote WHERE article_id = ?", (article,)
            ).fetchall()
        ],
    )


def articles_with(database: sqlite3.Connection, article: int, n: int) -> int:
    """Count the articles that have the words of this quote."""
    test, values = same_words(database, article, n)
    (number,) = database.execute(
        f"SELECT count(DISTINCT article_id) FROM quote WHERE {test}",  # noqa: S608
        values,
    ).fetchone()
    return max(1, int(number))


def same_words(database: sqlite3.Connection, article: int, n: int) -> tuple[str, dict[str, Any]]:
    """Give SQL that is true of the quotes with the words of this one, and its parameters."""
    words, name = database.execute(
        "SELECT words, name_id FROM quote WHERE article_id = ? AND n = ?", (article, n)
    ).fetchone() or (None, None)
    if words is None:
        return "article_id = :article AND n = :n", {"article": article, "n": n}
    if words > 0:
        return "words = :words", {"words": words}
    if name is None:
        return "words = :words AND article_id = :article", {"words": words, "article": article}
    whose = (
        "name_id IN (SELECT id FROM name WHERE somebody_id ="
        " (SELECT somebody_id FROM name WHERE id = :name))"
    )
    return f"words = :words AND {whose}", {"words": words, "name": name}


_MANY = 100
"""Different values above which nobody counts."""

_DIFFERENT = f"""
    WITH RECURSIVE different (value, number) AS (
        SELECT min(value), 1 FROM figure WHERE of_key = :of AND unit IS :unit
        UNION ALL
        SELECT (SELECT min(value) FROM figure
                WHERE of_key = :of AND unit IS :unit AND value > different.value), number + 1
        FROM different WHERE different.value IS NOT NULL AND number < {_MANY}
    )
    SELECT count(value) FROM different
"""  # noqa: S608 - a number of this module


def different_values(database: sqlite3.Connection, of_key: str, unit: str | None) -> int:
    """Count the values in this unit under a folded noun, up to a hundred: one look at each."""
    asked = {"of": of_key, "unit": unit}
    return int(database.execute(_DIFFERENT, asked).fetchone()[0])
