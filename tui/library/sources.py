"""Sources: what was added as a whole and is looked at again, with what it holds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.library.values import SINGLE, Removed, Source, SourceKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_TREASURED = (
    "SELECT id FROM article WHERE starred = 1"
    " UNION SELECT article_id FROM note UNION SELECT article_id FROM tag"
    " UNION SELECT article_id FROM kept UNION SELECT article_id FROM correction"
)
"""Articles that the reader has put work into: no removal of a source takes them."""


def enter(
    database: sqlite3.Connection,
    kind: SourceKind,
    address: str,
    name: str,
    now: str,
    looked: str | None = None,
) -> int:
    """Give the source of this address, made where it is new."""
    place = os.fsencode(address)
    row = database.execute("SELECT id FROM source WHERE address = ?", (place,)).fetchone()
    row = (
        row
        or database.execute(
            "INSERT INTO source (kind, address, name, added, looked) VALUES (?, ?, ?, ?, ?)"
            " RETURNING id",
            (kind, place, name, now, looked),
        ).fetchone()
    )
    return int(row[0])


def every(database: sqlite3.Connection) -> list[Source]:
    """Give all sources in the order of their names, what was added one by one first."""
    return [
        Source(id, kind, os.fsdecode(address), name, articles, unread, looked)
        for id, kind, address, name, articles, unread, looked in database.execute(
            "SELECT id, kind, address, name, articles, unread, looked FROM source"
            " ORDER BY id <> 1, name COLLATE NOCASE, id"
        )
    ]


def remove(database: sqlite3.Connection, source: int) -> Removed:
    """Take a source out with the articles that are nowhere else and that nobody put work into.

    Those with a star, a note or a tag stay, among what was added one by one.
    """
    held = _ids(database, "SELECT article_id FROM membership WHERE source_id = ?", source)
    return _take_out(database, held, "source_id = ?", (source,), source)


def remove_single(database: sqlite3.Connection, origin: str) -> Removed | None:
    """Take out what was added one by one from this place; None where nothing was."""
    where, values = "source_id = ? AND origin = ?", (SINGLE, os.fsencode(origin))
    held = [
        id
        for (id,) in database.execute(
            f"SELECT article_id FROM appearance WHERE {where}",  # noqa: S608
            values,
        )
    ]
    return _take_out(database, held, where, values, None) if held else None


def _take_out(
    database: sqlite3.Connection,
    held: list[int],
    where: str,
    values: tuple[object, ...],
    source: int | None,
) -> Removed:
    treasured = set(_ids(database, _TREASURED))
    stay = [id for id in held if id in treasured]
    if source is not None:
        for id in stay:
            database.execute(
                "UPDATE OR IGNORE appearance SET source_id = ? WHERE source_id = ?"
                " AND article_id = ?",
                (SINGLE, source, id),
            )
            database.execute(
                "INSERT INTO membership (source_id, article_id, sort_key)"
                " SELECT ?, id, sort_key FROM article WHERE id = ? ON CONFLICT DO NOTHING",
                (SINGLE, id),
            )
        database.execute("DELETE FROM membership WHERE source_id = ?", (source,))
    for id in held:
        if source is not None or id not in treasured:
            database.execute(
                f"DELETE FROM appearance WHERE {where} AND article_id = ?",  # noqa: S608
                (*values, id),
            )
    gone = [
        id
        for id in held
        if id not in treasured
        and not database.execute("SELECT 1 FROM appearance WHERE article_id = ?", (id,)).fetchone()
    ]
    _delete(database, gone)
    if source is not None and source != SINGLE:
        database.execute("DELETE FROM source WHERE id = ?", (source,))
    return Removed(len(gone), len(held) - len(gone))


def _delete(database: sqlite3.Connection, articles: Iterable[int]) -> None:
    from tui.library.words import unindex, unindex_quotes  # noqa: PLC0415 - not for the first page

    for id in articles:
        unindex(database, id)
        unindex_quotes(database, id)
        # Before the article, whose state the source's counters need.
        database.execute("DELETE FROM membership WHERE article_id = ?", (id,))
        database.execute("DELETE FROM article WHERE id = ?", (id,))


def _ids(database: sqlite3.Connection, query: str, *values: object) -> list[int]:
    return [id for (id,) in database.execute(query, values)]
