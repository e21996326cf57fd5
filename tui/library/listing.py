"""The lists: a page, a count and a place cost what is on screen, not what the library holds.

Only fixed words of this module make up SQL; whatever a user gives is a parameter.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.library.documents import date_of
from tui.library.rows import Listing, Near, Row
from tui.library.values import Counts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_SHOW = {
    "all": "",
    "unread": "unread = 1",
    "starred": "starred = 1",
    "changed": "changed = 1",
    "quotes": "quotes > 0",
    "figures": "figures > 0",
}

_ORDER = {
    "newest": (("sort_key", "DESC"), ("id", "DESC")),
    "oldest": (("sort_key", "ASC"), ("id", "ASC")),
    "added": (("id", "ASC"),),
    "title": (("title_key", "ASC"), ("id", "ASC")),
    "quotes": (("ifnull(quotes, -1)", "DESC"), ("id", "DESC")),
    "figures": (("ifnull(figures, -1)", "DESC"), ("id", "DESC")),
}

_OPPOSITE = {"ASC": "DESC", "DESC": "ASC"}

_FAR = 5_000
"""An offset from which it is worth counting which end of the list is nearer."""

COLUMNS = "id, title, published, language, quotes, figures, unread, starred, changed, label"


def _matching(database: sqlite3.Connection, listing: Listing) -> tuple[str, dict[str, Any]]:
    """Give FROM and WHERE of the articles in a list."""
    conditions = [_SHOW[listing.show]] if _SHOW[listing.show] else []
    if listing.source is not None:
        conditions.append("id IN (SELECT article_id FROM membership WHERE source_id = :source)")
    if listing.language is not None:
        # With + the index on languages is left alone: the order has one, and saves the sorting.
        sign = "" if listing.order in ("newest", "oldest") else "+"
        conditions.append(f"{sign}language = :language")
    if listing.tag is not None:
        conditions.append("id IN (SELECT article_id FROM tag WHERE name = :tag)")
    values: dict[str, Any] = {}
    if listing.query:
        from tui.library.query.pages import condition  # noqa: PLC0415 - not for the first page

        asked, values = condition(database, listing.query)
        conditions.append(asked)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return (
        f"FROM article{where}",
        values | {"source": listing.source, "language": listing.language, "tag": listing.tag},
    )


def count(database: sqlite3.Connection, listing: Listing) -> int:
    """Count the articles in a list."""
    matching, values = _matching(database, listing)
    (number,) = database.execute(f"SELECT count(*) {matching}", values).fetchone()
    return int(number)


def rows(
    database: sqlite3.Connection,
    listing: Listing,
    offset: int,
    limit: int,
    near: Near | None = None,
) -> list[Row]:
    """Give a page of a list: from an article that is near it, else from the end that is nearer."""
    if near is not None and (found := _rows_near(database, listing, offset, limit, near)):
        return found
    matching, values = _matching(database, listing)
    columns = _ORDER[listing.order]
    order = way = ", ".join(f"{column} {direction}" for column, direction in columns)
    if offset > _FAR:
        total = count(database, listing)
        limit = min(limit, total - offset)
        if limit <= 0:
            return []
        behind = total - offset - limit
        if behind < offset:
            offset = behind
            way = ", ".join(f"{column} {_OPPOSITE[direction]}" for column, direction in columns)
    page = database.execute(
        f"SELECT {COLUMNS} FROM article JOIN"  # noqa: S608
        f" (SELECT id AS page {matching} ORDER BY {way} LIMIT :limit OFFSET :offset)"
        f" ON id = page ORDER BY {order}",
        values | {"limit": limit, "offset": offset},
    )
    return [row_of(row) for row in page]


def _rows_near(
    database: sqlite3.Connection, listing: Listing, offset: int, limit: int, near: Near
) -> list[Row]:
    """Walk on from an article whose place is known, or back from it."""
    columns = _ORDER[listing.order]
    names = [column for column, _ in columns]
    key = database.execute(
        f"SELECT {', '.join(names)} FROM article WHERE id = ?",  # noqa: S608
        (near.article,),
    ).fetchone()
    if key is None:
        return []
    back = offset <= near.place
    skipped = near.place - offset - limit if back else offset - near.place - 1
    if skipped < 0:
        return []
    matching, values = _matching(database, listing)
    order = ", ".join(f"{column} {direction}" for column, direction in columns)
    way = ", ".join(f"{column} {_OPPOSITE[direction]}" for column, direction in columns)
    sign = ">" if (columns[0][1] == "ASC") != back else "<"
    marks = ", ".join(f":key{n}" for n in range(len(names)))
    values |= {f"key{n}": value for n, value in enumerate(key)}
    found = database.execute(
        f"SELECT {COLUMNS} FROM article JOIN"  # noqa: S608
        f" (SELECT id AS page {matching} {'AND' if 'WHERE' in matching else 'WHERE'}"
        f" ({', '.join(names)}) {sign} ({marks}) ORDER BY {way if back else order}"
        f" LIMIT :limit OFFSET :skipped) ON id = page ORDER BY {order}",
        values | {"limit": limit, "skipped": skipped},
    )
    return [row_of(row) for row in found]


def row(database: sqlite3.Connection, id: int) -> Row | None:
    """Give one article."""
    found = database.execute(f"SELECT {COLUMNS} FROM article WHERE id = ?", (id,)).fetchone()  # noqa: S608
    return found and row_of(found)


def index_of(database: sqlite3.Connection, listing: Listing, id: int) -> int | None:
    """Give the place of an article in a list; None where it is not in it."""
    matching, values = _matching(database, listing)
    values["id"] = id
    both = "AND" if "WHERE" in matching else "WHERE"
    if not database.execute(
        f"SELECT 1 {matching} {both} id = :id",
        values,
    ).fetchone():
        return None
    columns = _ORDER[listing.order]
    names = ", ".join(column for column, _ in columns)
    before = ">" if columns[0][1] == "DESC" else "<"
    (number,) = database.execute(
        f"SELECT count(*) {matching} {both}"  # noqa: S608
        f" ({names}) {before} (SELECT {names} FROM article WHERE id = :id)",
        values,
    ).fetchone()
    return int(number)


def ids(database: sqlite3.Connection, listing: Listing) -> list[int]:
    """Give every article of a list, for an action on all of them."""
    matching, values = _matching(database, listing)
    return [id for (id,) in database.execute(f"SELECT id {matching}", values)]


def ordered_ids(database: sqlite3.Connection, listing: Listing) -> list[int]:
    """Give every article of a list in its order."""
    matching, values = _matching(database, listing)
    order = ", ".join(f"{column} {direction}" for column, direction in _ORDER[listing.order])
    return [id for (id,) in database.execute(f"SELECT id {matching} ORDER BY {order}", values)]


def rows_of(database: sqlite3.Connection, ids: Sequence[int]) -> list[Row]:
    """Give these articles, in this order; one that is no longer here is left out."""
    found = database.execute(
        f"SELECT {COLUMNS} FROM article WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
        (json.dumps(ids),),
    )
    rows = {row[0]: row_of(row) for row in found}
    return [rows[id] for id in ids if id in rows]


def unparsed(database: sqlite3.Connection, version: int, limit: int) -> list[int]:
    """Give articles without evidence of this version of the parser, newest first.

    Each older version is asked by itself: the index then has them in this order already.
    """
    found: list[tuple[str, int]] = []
    for older in (None, *_versions_before(database, version)):
        found += database.execute(
            "SELECT sort_key, id FROM article WHERE parser_version IS ?"
            " ORDER BY sort_key DESC, id DESC LIMIT ?",
            (older, limit),
        )
    return [id for _, id in sorted(found, reverse=True)[:limit]]


def _versions_before(database: sqlite3.Connection, version: int) -> Iterator[int]:
    while True:
        (older,) = database.execute(
            "SELECT max(parser_version) FROM article WHERE parser_version < ?", (version,)
        ).fetchone()
        if older is None:
            return
        yield older
        version = older


def count_unparsed(database: sqlite3.Connection, version: int) -> int:
    """Count the articles without evidence of this version of the parser."""
    (number,) = database.execute(
        "SELECT (SELECT count(*) FROM article WHERE parser_version IS NULL)"
        " + (SELECT count(*) FROM article WHERE parser_version < ?)",
        (version,),
    ).fetchone()
    return int(number)


def counts(database: sqlite3.Connection) -> Counts:
    """Count every list of the whole library."""
    return Counts(**{show: count(database, Listing(show=show)) for show in _SHOW})  # type: ignore[arg-type]


def row_of(row: tuple[Any, ...]) -> Row:
    """Put a row of `COLUMNS` together."""
    id, title, published, language, quotes, figures, unread, starred, changed, label = row
    return Row(
        id,
        title,
        date_of(published),
        language,
        quotes,
        figures,
        bool(unread),
        bool(starred),
        bool(changed),
        label,
    )
