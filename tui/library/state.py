"""What the reader has done with articles: read, starred, tagged, noted. All of it can be undone.

An action is one row in the library, however many articles it touched, so `undo` works after a
restart and in another process.
"""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING, Literal

from tui.library.values import About, Undone

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

Flag = Literal["unread", "starred", "changed"]

KEPT_ACTIONS = 200
"""How many actions can be taken back."""


def set_flag(
    database: sqlite3.Connection,
    ids: Iterable[int],
    flag: Flag,
    *,
    on: bool,
    undoable: bool = True,
) -> list[int]:
    """Set a flag where it has another value; give the articles that this changed."""
    touched = _set(database, ids, flag, on=on)
    if undoable and touched:
        log(database, touched, flag, str(int(not on)), str(int(on)))
    return touched


def set_note(database: sqlite3.Connection, id: int, text: str) -> None:
    """Write the note of an article; an empty one takes it away."""
    before = note(database, id)
    if text != before:
        _write_note(database, id, text)
        log(database, [id], "note", before, text)


def note(database: sqlite3.Connection, id: int) -> str:
    """Give the note of an article, "" where there is none."""
    row = database.execute("SELECT text FROM note WHERE article_id = ?", (id,)).fetchone()
    return str(row[0]) if row else ""


def about(database: sqlite3.Connection, id: int) -> About:
    """Give what the reader has made of an article, and where it is found."""
    flags = database.execute("SELECT starred, changed FROM article WHERE id = ?", (id,)).fetchone()
    starred, changed = flags or (0, 0)
    tags = database.execute("SELECT name FROM tag WHERE article_id = ? ORDER BY name", (id,))
    places = database.execute(
        "SELECT name, origin FROM appearance JOIN source ON source.id = source_id"
        " WHERE article_id = ? ORDER BY appearance.id",
        (id,),
    )
    (versions,) = database.execute(
        "SELECT count(*) FROM version WHERE article_id = ?", (id,)
    ).fetchone()
    return About(
        bool(starred),
        bool(changed),
        note(database, id),
        tuple(name for (name,) in tags),
        tuple((name, os.fsdecode(origin)) for name, origin in places),
        versions,
    )


def set_tag(database: sqlite3.Connection, ids: Iterable[int], name: str, *, on: bool) -> list[int]:
    """Tag articles, or take the tag off; give those that this changed."""
    touched = [id for id in ids if _tag_one(database, id, name, on=on)]
    if touched:
        log(database, touched, "tag", None if on else name, name if on else None)
    return touched


def undo(database: sqlite3.Connection) -> Undone | None:
    """Take the last action back; None when there is none.

    What has been changed since by something else than an action stays as it is.
    """
    row = database.execute(
        "SELECT id, field, before, after, ids FROM action ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    action, field, before, after, packed = row
    database.execute("DELETE FROM action WHERE id = ?", (action,))
    ids = unpack(packed)
    if field == "note":
        touched = [id for id in ids if note(database, id) == after]
        for id in touched:
            _write_note(database, id, before)
    elif field == "tag":
        touched = [id for id in ids if _tag_one(database, id, before or after, on=after is None)]
    elif field == "people":
        from tui.library.people import register  # noqa: PLC0415 - not for the list's first page

        register.undo(database, after)
        for id in ids:
            register.again(database, id)
        touched = ids
    elif field == "kept":
        from tui.library import clippings  # noqa: PLC0415

        clippings.undo(database, ids[0], before)
        touched = ids
    elif field == "correction":
        from tui.library import corrections  # noqa: PLC0415

        corrections.undo(database, ids[0], before)
        touched = ids
    else:
        touched = _set(database, ids, field, on=before == "1")
    return Undone(field, tuple(touched), before, after)


def _set(database: sqlite3.Connection, ids: Iterable[int], flag: Flag, *, on: bool) -> list[int]:
    """Set a flag by one statement: marking a whole library read takes a second, not four."""
    changed = database.execute(
        f"UPDATE article SET {flag} = :on WHERE {flag} <> :on"  # noqa: S608 - a Flag
        " AND id IN (SELECT value FROM json_each(:ids)) RETURNING id",
        {"on": on, "ids": json.dumps(list(ids))},
    )
    return [id for (id,) in changed.fetchall()]


def _tag_one(database: sqlite3.Connection, id: int, name: str, *, on: bool) -> bool:
    changed = database.execute(
        "INSERT INTO tag (article_id, name) SELECT id, ? FROM article WHERE id = ?"
        " ON CONFLICT DO NOTHING"
        if on
        else "DELETE FROM tag WHERE name = ? AND article_id = ?",
        (name, id),
    )
    return changed.rowcount == 1


def _write_note(database: sqlite3.Connection, id: int, text: str) -> None:
    if text:
        database.execute(
            "INSERT INTO note (article_id, text) SELECT id, ? FROM article WHERE id = ?"
            " ON CONFLICT DO UPDATE SET text = excluded.text",
            (text, id),
        )
    else:
        database.execute("DELETE FROM note WHERE article_id = ?", (id,))


def now() -> str:
    """Give the second it is: UTC, ISO 8601."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def log(
    database: sqlite3.Connection,
    ids: list[int],
    field: str,
    before: str | None,
    after: str | None,
) -> None:
    """Remember an action: what it changed, of which articles, from what to what."""
    (last,) = database.execute(
        "INSERT INTO action (field, before, after, ids) VALUES (?, ?, ?, ?) RETURNING id",
        (field, before, after, pack(ids)),
    ).fetchone()
    database.execute("DELETE FROM action WHERE id <= ?", (last - KEPT_ACTIONS,))


def pack(ids: list[int]) -> bytes:
    """Write ids as 64-bit little-endian integers."""
    return b"".join(id.to_bytes(8, "little") for id in ids)


def unpack(packed: bytes) -> list[int]:
    """Read what `pack` wrote."""
    return [int.from_bytes(packed[at : at + 8], "little") for at in range(0, len(packed), 8)]
