"""What a library knows of its feeds beside their articles: how to ask for them, and when."""

from __future__ import annotations

import json
import os
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as the library knows it. Times are UTC, ISO 8601 to the second."""

    folder: tuple[str, ...] = ()
    """The folders that it lies in, the outermost first."""
    site: str | None = None
    """The page that it is the feed of."""
    etag: str | None = None
    """What the server gave to ask it by, exactly as it came; likewise `modified`."""
    modified: str | None = None
    due: str | None = None
    """When something new is to be expected."""
    closed: str | None = None
    """Until when the server does not want to be asked."""
    failures: int = 0
    """How often in a row nothing came."""
    problem: str | None = None
    """What went wrong the last time: one line, safe to show."""
    moved: str | None = None
    """Where the server says that it is from now on, and how often in a row it has said so."""
    moves: int = 0
    gone: bool = False
    """Whether the server says that it is gone for good: then it is asked no more."""
    complete: bool = False
    """Whether its articles are completed from their pages."""
    private: bool = False
    """Whether it may be on one's own network."""


_COLUMNS = tuple(field.name for field in fields(Feed))

_KEPT_ELSEWHERE = ("folder", "site", "complete", "private", "gone")
"""What an export holds: the rest is between this library and the servers."""


def every(database: sqlite3.Connection) -> dict[int, Feed]:
    """Give all feeds by the ids of their sources."""
    return {
        source: _feed(values)
        for source, *values in database.execute(
            f"SELECT source_id, {', '.join(_COLUMNS)} FROM feed"  # noqa: S608 - our own names
        )
    }


def allows_private(database: sqlite3.Connection, article: int) -> bool:
    """Say whether an article came by a feed that may be on one's own network."""
    row = database.execute(
        "SELECT max(private) FROM feed JOIN membership USING (source_id) WHERE article_id = ?",
        (article,),
    ).fetchone()
    return bool(row[0])


def put(database: sqlite3.Connection, source: int, feed: Feed) -> None:
    """Keep what is known of a feed, in the place of what was."""
    folder, *rest = astuple(feed)
    marks = ", ".join("?" * (len(_COLUMNS) + 1))
    database.execute(
        f"INSERT OR REPLACE INTO feed (source_id, {', '.join(_COLUMNS)}) VALUES ({marks})",  # noqa: S608
        (source, json.dumps(folder, ensure_ascii=False), *rest),
    )


def rename(
    database: sqlite3.Connection,
    source: int,
    *,
    address: str | None = None,
    name: str | None = None,
) -> bool:
    """Give a source another address or name; False where another source has the address."""
    if address is not None:
        place = os.fsencode(address)
        taken = "SELECT 1 FROM source WHERE address = ? AND id <> ?"
        if database.execute(taken, (place, source)).fetchone():
            return False
        database.execute("UPDATE source SET address = ? WHERE id = ?", (place, source))
    if name is not None:
        database.execute("UPDATE source SET name = ? WHERE id = ?", (name, source))
    return True


def dump(feed: Feed) -> dict[str, Any]:
    """Give what another library can use of a feed, as plain values."""
    return {name: getattr(feed, name) for name in _KEPT_ELSEWHERE}


def load(values: Mapping[str, Any]) -> Feed:
    """Read what `dump` gave; TypeError or ValueError for anything else."""
    folder, site = values["folder"], values["site"]
    if not isinstance(folder, list) or not all(isinstance(name, str) for name in folder):
        raise TypeError
    if site is not None and not isinstance(site, str):
        raise TypeError
    return Feed(
        tuple(folder),
        site,
        complete=bool(values["complete"]),
        private=bool(values["private"]),
        gone=bool(values["gone"]),
    )


def _feed(values: list[Any]) -> Feed:
    named = dict(zip(_COLUMNS, values, strict=True))
    named["folder"] = tuple(json.loads(named["folder"]))
    for name in ("gone", "complete", "private"):
        named[name] = bool(named[name])
    return Feed(**named)
