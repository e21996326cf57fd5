"""What the reader says of a quote or figure that the parser got wrong, kept whatever comes.

A correction is tied to words, not to what the parser finds: it is laid over the evidence each time
that evidence is written, after a new parser as after a change of the article. What the parser found
stays with it, so that it can be taken back.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui.library import evidence, state
from tui.library.anchors import Anchor
from tui.library.documents import Columns, document_of
from tui.library.reader_rows import ReaderRows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from tui.library.store import Store
    from tui.parser import Article, Figure, Quote

Kind = Literal["quote", "figure"]

CHANGEABLE: Mapping[Kind, tuple[str, ...]] = {
    "quote": ("speaker", "role", "kind"),
    "figure": ("value", "high", "unit", "per", "bound", "change"),
}
"""What can be put right. A speaker who is None is not named."""

_ROW = ("kind", "start", "stop", "words", "before", "after", "item", "changes", "corrected")

_CORRECTED = ReaderRows("correction", _ROW)

_SAME = 0.5
"""The share of the shorter of two stretches that must be common for them to be one."""


class Correction(NamedTuple):
    """What the reader says of one quote or figure."""

    id: int
    kind: Kind
    start: int | None
    """Where the words are; None where the article has lost them: then it says nothing."""
    end: int | None
    words: str
    changes: dict[str, Any] | None
    """What is so instead, by the names in `CHANGEABLE`; None: it is no quote, no figure."""
    corrected: str
    """When: UTC, ISO 8601."""


class _Found(NamedTuple):
    """What stands under a correction: the columns of a quote or figure, as evidence has them."""

    by_parser: bool
    """Whether the parser finds it still, or it is there only because the reader says so."""
    row: list[Any]


def correct(store: Store, article: int, kind: Kind, n: int, /, **changes: Any) -> None:
    """Say what is so of the n-th quote or figure of an article, beside what was said before."""
    if unknown := set(changes) - set(CHANGEABLE[kind]):
        raise ValueError(f"{kind}: {min(unknown)}")
    with store.database.writing() as database:
        _say(database, article, kind, n, changes)


def dismiss(store: Store, article: int, kind: Kind, n: int) -> None:
    """Say that the n-th quote or figure of an article is none."""
    with store.database.writing() as database:
        _say(database, article, kind, n, None)


def of(store: Store, article: int) -> list[Correction]:
    """Give the corrections of an article, the first made first."""
    with store.database.reading() as database:
        return [
            Correction(id, kind, start, stop, words, changes and json.loads(changes), when)
            for id, kind, start, stop, words, changes, when in database.execute(
                "SELECT id, kind, start, stop, words, changes, corrected FROM correction"
                " WHERE article_id = ? ORDER BY id",
                (article,),
            )
        ]


def retract(store: Store, id: int) -> None:
    """Take a correction back: what the parser finds is so again."""
    with store.database.writing() as database:
        found = database.execute("SELECT article_id FROM correction WHERE id = ?", (id,)).fetchone()
        if found is not None:
            _CORRECTED.log(database, found[0], id)
            _lay(database, found[0], lambda: _CORRECTED.put(database, found[0], id, None))


def undo(database: sqlite3.Connection, article: int, before: str) -> None:
    """Put a correction as it was, by what was logged of it."""
    id, row = json.loads(before)
    if database.execute("SELECT 1 FROM article WHERE id = ?", (article,)).fetchone():
        _lay(database, article, lambda: _CORRECTED.put(database, article, id, row))


def _say(
    database: sqlite3.Connection, article: int, kind: Kind, n: int, changes: dict[str, Any] | None
) -> None:
    current = _current(database, article)
    items: Sequence[Quote | Figure] = (
        () if current is None else current.quotes if kind == "quote" else current.figures
    )
    if current is None or not 0 <= n < len(items):
        return
    item = items[n]
    id: int | None
    for id, _kind, found, said in _laid(database, article):
        if _kind == kind and found and found.row[:2] == [item.start, item.end]:
            _CORRECTED.log(database, article, id)
            row = _CORRECTED.read(database, id)
            row["changes"] = None if changes is None else json.dumps((said or {}) | changes)
            break
    else:
        id = None
        anchor = Anchor.of(current.text, item.start, item.end)
        said_now = None if changes is None else json.dumps(changes)
        when = state.now()
        values = (kind, item.start, item.end, *anchor, None, said_now, when)
        row = dict(zip(_ROW, values, strict=True))
    _lay(database, article, lambda: _CORRECTED.put(database, article, id, row))
    if id is None:
        (new,) = database.execute("SELECT max(id) FROM correction").fetchone()
        state.log(database, [article], "correction", json.dumps([new, None]), None)


def _lay(database: sqlite3.Connection, article: int, change: Callable[[], None]) -> None:
    """Change what is said of an article, between taking all of it off and laying it on again."""
    current = _current(database, article)
    found = None if current is None else _without(database, article, current)
    change()
    if found is not None:
        (version,) = database.execute(
            "SELECT parser_version FROM article WHERE id = ?", (article,)
        ).fetchone()
        evidence.write(database, [(article, applied(database, article, found))], version)


def _current(database: sqlite3.Connection, article: int) -> Article | None:
    """Give an article as its rows have it; None where it has not been parsed."""
    row = database.execute(
        "SELECT text, blocks, title, published, byline, body.language, url,"
        " article.language, parser_version"
        " FROM article JOIN body ON article_id = article.id WHERE article.id = ?",
        (article,),
    ).fetchone()
    if row is None or row[-1] is None:
        return None
    *stored, language, _version = row
    return evidence.read(database, article, document_of(Columns(*stored)), language)


def _laid(
    database: sqlite3.Connection, article: int
) -> list[tuple[int, Kind, _Found | None, dict[str, Any] | None]]:
    """Give what is said of an article and has a place in it, with what stands under it."""
    return [
        (id, kind, _Found(*json.loads(item)) if item else None, changes and json.loads(changes))
        for id, kind, item, changes in database.execute(
            "SELECT id, kind, item, changes FROM correction"
            " WHERE article_id = ? AND start IS NOT NULL ORDER BY id",
            (article,),
        )
    ]


def _without(database: sqlite3.Connection, id: int, article: Article) -> Article:
    """Take corrections off: what the parser found is there again, and nothing else."""
    items: dict[Kind, list[Any]] = {"quote": list(article.quotes), "figure": list(article.figures)}
    for _id, kind, found, changes in _laid(database, id):
        if found is None:
            continue
        start, end = found.row[:2]
        if changes is not None:
            items[kind] = [i for i in items[kind] if (i.start, i.end) != (start, end)]
        if found.by_parser:
            items[kind].append(_item(kind, article.text, found.row))
    return _with(article, items)


def applied(database: sqlite3.Connection, id: int, article: Article) -> Article:
    """Lay the corrections of an article over what the parser found, and keep what that was."""
    rows = database.execute(
        "SELECT id, kind, start, stop, item, changes FROM correction"
        " WHERE article_id = ? AND start IS NOT NULL ORDER BY id",
        (id,),
    ).fetchall()
    if not rows:
        return article
    items: dict[Kind, list[Any]] = {"quote": list(article.quotes), "figure": list(article.figures)}
    for number, kind, start, stop, stored, said in rows:
        under = max(items[kind], key=lambda item: _common(item, start, stop), default=None)
        if under is not None and _common(under, start, stop) >= _SAME:
            items[kind].remove(under)
            found = _Found(True, list(_columns(kind, under)))
        elif stored is not None:
            found = _Found(False, _moved(kind, json.loads(stored)[1], start, stop))
        else:
            continue
        database.execute("UPDATE correction SET item = ? WHERE id = ?", (json.dumps(found), number))
        if said is not None:
            item = _item(kind, article.text, found.row)
            items[kind].append(_changed(item, json.loads(said), article.text))
    return _with(article, items)


def _common(item: Quote | Figure, start: int, stop: int) -> float:
    shorter = min(item.end - item.start, stop - start)
    return (min(item.end, stop) - max(item.start, start)) / shorter if shorter else 0.0


def _with(article: Article, items: dict[Kind, list[Any]]) -> Article:
    ordered = {
        kind: tuple(sorted(some, key=lambda item: (item.start, item.end)))
        for kind, some in items.items()
    }
    return replace(article, quotes=ordered["quote"], figures=ordered["figure"])


def _columns(kind: Kind, item: Any) -> tuple[object, ...]:
    return evidence.quote_row(item) if kind == "quote" else evidence.figure_row(item)


def _item(kind: Kind, text: str, row: list[Any]) -> Quote | Figure:
    return evidence.quote_of(text, row) if kind == "quote" else evidence.figure_of(text, row)


def _moved(kind: Kind, row: list[Any], start: int, stop: int) -> list[Any]:
    """Put what was found at another place; what stood beside it there is not known here."""
    if row[:2] == [start, stop]:
        return row
    beside = (6, 7, 9, 10) if kind == "quote" else (7, 8)
    moved = [None if at in beside else value for at, value in enumerate(row)]
    return [start, stop, *moved[2:]]


def _changed(item: Quote | Figure, changes: dict[str, Any], text: str) -> Quote | Figure:
    from tui.parser.article import Figure, Speaker  # noqa: PLC0415 - not for the list's first page

    if isinstance(item, Figure):
        known = item.magnitude if {"value", "high", "unit"}.isdisjoint(changes) else None
        return replace(item, **changes, magnitude=known)
    if "kind" in changes:
        item = replace(item, kind=changes["kind"])
    if "speaker" in changes:
        name = changes["speaker"]
        if name is None:
            return replace(item, speaker=None)
        start, end = _mention(text, name, item)
        how: Literal["named", "continued"] = "continued" if start is None else "named"
        item = replace(item, speaker=Speaker(name, changes.get("role"), start, end, how))
    elif "role" in changes and item.speaker is not None:
        item = replace(item, speaker=replace(item.speaker, role=changes["role"]))
    return item


def _mention(text: str, name: str, quote: Quote) -> tuple[int, int] | tuple[None, None]:
    """Find the place nearest to a quote where a name stands."""
    places = [p for p in (text.find(name, quote.end), text.rfind(name, 0, quote.start)) if p >= 0]
    if not places:
        return None, None
    start = min(places, key=lambda place: abs(place - quote.start))
    return start, start + len(name)


def follow(database: sqlite3.Connection, article: int, text: str) -> None:
    """Find the corrected words in what an article says now, or say that they are lost.

    A figure whose own words have changed is another one.
    """
    for id, kind, start, *words in database.execute(
        "SELECT id, kind, start, words, before, after FROM correction WHERE article_id = ?",
        (article,),
    ).fetchall():
        place = Anchor(*words).find(text, start, edited=kind == "quote")
        anchor = Anchor.of(text, *place) if place else Anchor(*words)
        database.execute(
            "UPDATE correction SET start = ?, stop = ?, words = ?, before = ?, after = ?"
            " WHERE id = ?",
            (*(place or (None, None)), *anchor, id),
        )


def dump(database: sqlite3.Connection, article: int) -> list[dict[str, Any]]:
    """Give the corrections of an article as plain values."""
    found = database.execute(
        "SELECT id FROM correction WHERE article_id = ? ORDER BY id", (article,)
    )
    return [_CORRECTED.read(database, id) for (id,) in found.fetchall()]


def load(
    database: sqlite3.Connection, article: int, rows: Sequence[dict[str, Any]], *, laid: bool
) -> None:
    """Put back what `dump` gave; what is said here of the same words stays.

    `laid` says that they lie over the evidence already, which came with them.
    """
    if laid:
        _load(database, article, rows)
    elif rows:
        _lay(database, article, lambda: _load(database, article, rows))


def _load(database: sqlite3.Connection, article: int, rows: Sequence[dict[str, Any]]) -> None:
    for row in rows:
        if row["item"] is not None:
            _item(row["kind"], "", _Found(*json.loads(row["item"])).row)
        if row["changes"] is not None and set(json.loads(row["changes"])) - set(
            CHANGEABLE[row["kind"]]
        ):
            raise ValueError(row["kind"])
        known = database.execute(
            "SELECT 1 FROM correction WHERE article_id = ? AND kind = ? AND words = ?"
            " AND start IS ?",
            (article, row["kind"], row["words"], row["start"]),
        ).fetchone()
        if known is None:
            _CORRECTED.put(database, article, None, row)
