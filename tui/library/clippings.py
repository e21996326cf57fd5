"""What the reader keeps: a quote, a figure or a sentence, with a note and tags.

A clipping stays with its words: where the article changes, they are found again by those around
them, or said to be lost, and kept as they were.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui.library import evidence, state
from tui.library.anchors import Anchor
from tui.library.documents import date_of, paragraph_of
from tui.library.query import pages
from tui.library.query.compiling import text_expression
from tui.library.query.marks import find_words, words_in
from tui.library.query.tree import All, Named, Query, join, phrases
from tui.library.reader_rows import ReaderRows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from tui.library.store import Store
    from tui.parser import Figure, PartialDate, Quote

Kind = Literal["quote", "figure", "sentence"]

_ROW = ("kind", "start", "stop", "words", "before", "after", "item", "note", "tags", "kept")

_KEPT = ReaderRows("kept", _ROW)


class Clipping(NamedTuple):
    """Words that the reader keeps, with the article they are from."""

    id: int
    article: int
    kind: Kind
    start: int | None
    """Where they are in the article now; None where it has lost them."""
    end: int | None
    words: str
    """As they were kept."""
    now: str
    """The words in their place now; "" where they are lost."""
    item: Quote | Figure | None
    """The quote or figure as it is now, corrections and all, or else as it was kept."""
    n: int | None
    """Its place among its kind in the article; None where the parser no longer finds it."""
    note: str
    tags: tuple[str, ...]
    kept: str
    """When: UTC, ISO 8601."""
    title: str
    published: PartialDate | None
    source: str
    url: str | None
    paragraph: int | None
    text_hash: str
    """Of the article's text, in hexadecimal."""
    corrected: bool
    """Whether the quote or figure is so because the reader says so."""

    @property
    def edited(self) -> bool:
        """Whether the article has other words in their place now."""
        return self.start is not None and self.now != self.words


def keep(
    store: Store,
    article: int,
    kind: Kind,
    start: int,
    end: int,
    *,
    note: str = "",
    tags: Iterable[str] = (),
) -> int:
    """Keep a stretch of an article, which for a quote or a figure is all of it; give its number.

    What is kept already keeps its number, and gets the note and tags where these say something.
    """
    with store.database.writing() as database:
        known = database.execute(
            "SELECT id FROM kept WHERE article_id = ? AND kind = ? AND start = ? AND stop = ?",
            (article, kind, start, end),
        ).fetchone()
        if known is not None:
            if note or tags:
                _describe(database, known[0], note, tags)
            return int(known[0])
        (text,) = database.execute(
            "SELECT text FROM body WHERE article_id = ?", (article,)
        ).fetchone()
        item = None
        if kind != "sentence":
            found = _evidence_at(database, article, kind, start, end, text)
            item = found and json.dumps(_columns(found[1]))
        when = state.now()
        values = (kind, start, end, *Anchor.of(text, start, end), item, note, _tags(tags), when)
        _KEPT.put(database, article, None, dict(zip(_ROW, values, strict=True)))
        (id,) = database.execute("SELECT max(id) FROM kept").fetchone()
        state.log(database, [article], "kept", json.dumps([id, None]), None)
        return int(id)


def describe(store: Store, id: int, note: str, tags: Iterable[str]) -> None:
    """Write the note and tags of a clipping."""
    with store.database.writing() as database:
        _describe(database, id, note, tags)


def drop(store: Store, id: int) -> None:
    """Keep a clipping no longer."""
    with store.database.writing() as database:
        article = _article(database, id)
        if article is not None:
            _KEPT.log(database, article, id)
            _KEPT.put(database, article, id, None)


def undo(database: sqlite3.Connection, article: int, before: str) -> None:
    """Put a clipping as it was, by what was logged of it."""
    id, row = json.loads(before)
    if database.execute("SELECT 1 FROM article WHERE id = ?", (article,)).fetchone():
        _KEPT.put(database, article, id, row)


def at(store: Store, article: int) -> list[Clipping]:
    """Give what is kept of an article, in the order of the text, the lost last."""
    with store.database.reading() as database:
        ids = database.execute(
            "SELECT id FROM kept WHERE article_id = ? ORDER BY start IS NULL, start, id", (article,)
        ).fetchall()
        return [_clipping(database, id) for (id,) in ids]


def every(store: Store, query: Query = Query("")) -> Iterator[Clipping]:  # noqa: B008 - frozen
    """Give all that is kept, the latest first.

    Plain words of a query are words of what is kept or of its note, and a tag is the clipping's
    or the article's; the rest is told of the article.
    """
    asks = query.asks
    nodes = list(asks.nodes) if isinstance(asks, All) else [asks] if asks else []
    wanted = [node for node in nodes if text_expression(node) is not None]
    tags = [node for node in nodes if isinstance(node, Named) and node.field == "tag"]
    rest = Query("", join([node for node in nodes if node not in wanted and node not in tags]))
    with store.database.reading() as database:
        test, values = pages.condition(database, rest)
        ids = database.execute(
            "SELECT kept.id FROM kept JOIN article ON article.id = article_id"  # noqa: S608
            f" WHERE {test} ORDER BY kept.id DESC",
            values,
        ).fetchall()
        for (id,) in ids:
            clipping = _clipping(database, id)
            read = f"{clipping.words}\n{clipping.note}\n{clipping.title}"
            if all(_reads(read, node) for node in wanted) and all(
                _is_tagged(database, clipping, tag.text) for tag in tags
            ):
                yield clipping


def _reads(text: str, node: Any) -> bool:
    return any(find_words(text, [(phrase.words, phrase.prefix)]) for phrase in phrases(node))


def _is_tagged(database: sqlite3.Connection, clipping: Clipping, tag: str) -> bool:
    own = database.execute("SELECT name FROM tag WHERE article_id = ?", (clipping.article,))
    names = (*clipping.tags, *(name for (name,) in own))
    return any(words_in(name) == words_in(tag) for name in names)


def tags(store: Store) -> list[tuple[str, int]]:
    """Give the tags of what is kept with their numbers, the commonest first."""
    with store.database.reading() as database:
        return database.execute(
            "SELECT value, count(*) FROM kept, json_each(kept.tags) GROUP BY value"
            " ORDER BY count(*) DESC, value"
        ).fetchall()


def follow(database: sqlite3.Connection, article: int, text: str) -> None:
    """Find the kept words in what an article says now, or say that they are lost."""
    for id, start, *anchor in database.execute(
        "SELECT id, start, words, before, after FROM kept WHERE article_id = ?", (article,)
    ).fetchall():
        words, before, after = anchor
        place = Anchor(words, before, after).find(text, start, edited=True)
        if place is not None:
            _words, before, after = Anchor.of(text, *place)
        database.execute(
            "UPDATE kept SET start = ?, stop = ?, before = ?, after = ? WHERE id = ?",
            (*(place or (None, None)), before, after, id),
        )


def dump(database: sqlite3.Connection, article: int) -> list[dict[str, Any]]:
    """Give what is kept of an article as plain values."""
    found = database.execute("SELECT id FROM kept WHERE article_id = ? ORDER BY id", (article,))
    return [_KEPT.read(database, id) for (id,) in found.fetchall()]


def load(database: sqlite3.Connection, article: int, rows: Sequence[dict[str, Any]]) -> None:
    """Put back what `dump` gave; what is kept here already stays as it is."""
    for row in rows:
        if not all(isinstance(tag, str) for tag in json.loads(row["tags"])):
            raise ValueError(row["tags"])
        if row["item"] is not None:
            _item(row["kind"], "", json.loads(row["item"]))
        known = database.execute(
            "SELECT 1 FROM kept WHERE article_id = ? AND kind = ? AND words = ? AND start IS ?",
            (article, row["kind"], row["words"], row["start"]),
        ).fetchone()
        if known is None:
            _KEPT.put(database, article, None, row)


def _describe(database: sqlite3.Connection, id: int, note: str, tags: Iterable[str]) -> None:
    article = _article(database, id)
    if article is not None:
        _KEPT.log(database, article, id)
        database.execute("UPDATE kept SET note = ?, tags = ? WHERE id = ?", (note, _tags(tags), id))


def _tags(tags: Iterable[str]) -> str:
    return json.dumps(sorted(set(filter(None, map(str.strip, tags)))), ensure_ascii=False)


def _article(database: sqlite3.Connection, id: int) -> int | None:
    row = database.execute("SELECT article_id FROM kept WHERE id = ?", (id,)).fetchone()
    return row and int(row[0])


def _columns(item: Quote | Figure) -> tuple[object, ...]:
    from tui.parser.article import Quote  # noqa: PLC0415 - not for the list's first page

    return evidence.quote_row(item) if isinstance(item, Quote) else evidence.figure_row(item)


def _item(kind: Kind, text: str, row: list[Any]) -> Quote | Figure:
    return evidence.quote_of(text, row) if kind == "quote" else evidence.figure_of(text, row)


def _evidence_at(
    database: sqlite3.Connection,
    article: int,
    kind: Literal["quote", "figure"],
    start: int,
    end: int,
    text: str,
) -> tuple[int, Quote | Figure] | None:
    """Give the quote or figure that stands at this place, with its number among its kind."""
    row = database.execute(
        f"SELECT n FROM {kind} WHERE article_id = :article AND start < :stop AND stop > :start"  # noqa: S608
        " ORDER BY min(stop, :stop) - max(start, :start) DESC, n LIMIT 1",
        {"article": article, "start": start, "stop": end},
    ).fetchone()
    return row and (row[0], evidence.one(database, kind, article, row[0], text))


def _clipping(database: sqlite3.Connection, id: int) -> Clipping:
    article, *columns = database.execute(
        f"SELECT article_id, {', '.join(_ROW)} FROM kept WHERE id = ?",  # noqa: S608
        (id,),
    ).fetchone()
    row = dict(zip(_ROW, columns, strict=True))
    title, published, source, url, text, blocks, text_hash = database.execute(
        "SELECT title, published, label, url, text, blocks, text_hash"
        " FROM article JOIN body ON article_id = id WHERE id = ?",
        (article,),
    ).fetchone()
    start, stop, kind, words = row["start"], row["stop"], row["kind"], row["words"]
    found = None
    if kind != "sentence" and start is not None:
        found = _evidence_at(database, article, kind, start, stop, text)
    n, item = found or (None, None)
    corrected = n is not None and pages.found(database, kind, article, n).corrected
    if item is None and row["item"] is not None:
        item = _item(kind, text, json.loads(row["item"]))
    return Clipping(
        id, article, kind, start, stop, words, "" if start is None else text[start:stop],
        item, n, row["note"], tuple(json.loads(row["tags"])), row["kept"],
        title, date_of(published), source, url,
        None if start is None else paragraph_of(blocks, start), text_hash.hex(),
        corrected,
    )  # fmt: skip
