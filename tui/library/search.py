"""Asking a library: what the app, the desk and the command line call.

Every function may be called from any thread. A `Stop` given to it lets another thread end it.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from tui.library.errors import StoppedError
from tui.library.query import QueryError, completion, pages, parse
from tui.library.query import evidence as evidence_pages
from tui.library.query.evidence import evidence, rows_of
from tui.library.rows import Listing
from tui.library.sayings import same_words
from tui.library.state import pack, unpack
from tui.locale import _

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tui.library.query.completion import Completion
    from tui.library.query.evidence import EvidenceOrder
    from tui.library.query.pages import Cursor, Found, Page, SearchOrder
    from tui.library.query.tree import Query
    from tui.library.store import Store
    from tui.parser.article import Bound


class Stop:
    """Ends the search it was given to, now or as soon as it starts; to be used for one search."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stopped = False
        self._running: sqlite3.Connection | None = None

    def __call__(self) -> None:
        """Stop: the search raises `StoppedError`."""
        with self._lock:
            self._stopped = True
            if self._running is not None:
                self._running.interrupt()

    @contextmanager
    def over(self, database: sqlite3.Connection) -> Iterator[None]:
        """Let what is done with this connection meanwhile be stopped, and nothing else."""
        with self._lock:
            if self._stopped:
                raise StoppedError(_("stopped"))
            self._running = database
        try:
            yield
        finally:
            with self._lock:
                self._running = None


class Saved(NamedTuple):
    """A search that was given a name."""

    id: int
    name: str
    query: str


@contextmanager
def asking(store: Store, stop: Stop | None) -> Iterator[sqlite3.Connection]:
    """Lend a connection whose work can be stopped."""
    with store.database.reading() as database, (stop or Stop()).over(database):
        yield database


def search(
    store: Store,
    query: Query,
    order: SearchOrder = "newest",
    *,
    limit: int = 50,
    after: Cursor | None = None,
    reverse: bool = False,
    stop: Stop | None = None,
) -> Page:
    """Give a page of `Hit`s; "rank" puts the thousand last added in order of how well they match.

    Without words to rank by, the order is "newest". In `reverse` it begins at its end, but for
    "rank".
    """
    with asking(store, stop) as database:
        return pages.articles(database, query, order, limit=limit, after=after, reverse=reverse)


def count(store: Store, query: Query, *, stop: Stop | None = None) -> int:
    """Count the articles that a query asks for."""
    with asking(store, stop) as database:
        return pages.count(database, query)


def quotes(
    store: Store,
    query: Query,
    order: EvidenceOrder = "newest",
    *,
    limit: int = 50,
    after: Cursor | None = None,
    once: bool = False,
    reverse: bool = False,
    stop: Stop | None = None,
) -> Page:
    """Give a page of quotes as `Found`; `once` shows the same words once, however often quoted.

    In `reverse`, the last in the order come first.
    """
    with asking(store, stop) as database:
        return evidence(
            database, "quote", query, order,
            limit=limit, after=after, once=once, reverse=reverse,
        )  # fmt: skip


def places(store: Store, article: int, n: int, limit: int = 50) -> list[Found]:
    """Give every place where the words of this quote are quoted, newest article first."""
    with store.database.reading() as database:
        test, values = same_words(database, article, n)
        rows = database.execute(
            "SELECT article_id, n FROM quote CROSS JOIN article ON article.id = article_id"  # noqa: S608
            f" WHERE {test} ORDER BY sort_key DESC, article_id DESC, n LIMIT {limit:d}",
            values,
        ).fetchall()
        return [pages.found(database, "quote", *place) for place in rows]


def figures(
    store: Store,
    query: Query,
    order: EvidenceOrder = "newest",
    *,
    limit: int = 50,
    after: Cursor | None = None,
    reverse: bool = False,
    stop: Stop | None = None,
) -> Page:
    """Give a page of figures as `Found`; in `reverse`, the last in the order come first."""
    with asking(store, stop) as database:
        return evidence(database, "figure", query, order, limit=limit, after=after, reverse=reverse)


def count_evidence(
    store: Store, subject: pages.Evidence, query: Query, most: int, *, stop: Stop | None = None
) -> int:
    """Count the quotes or figures that a query asks for, no further than this."""
    with asking(store, stop) as database:
        return evidence_pages.count(database, subject, query, most)


def matches(query: Query, text: str) -> list[tuple[int, int]]:
    """Give every place in a text where the words stand that a query wants."""
    return pages.matches(query, text)


class Point(NamedTuple):
    """A figure in a series."""

    date: str | None
    """The day, month or year of its article, ISO 8601; None where that is not known."""
    value: float
    high: float | None
    bound: Bound | None
    article: int
    n: int


def series(
    store: Store, query: Query, *, limit: int = 2000, stop: Stop | None = None
) -> list[Point]:
    """Give the figures that a query asks for in the order of time: the newest, if they are many.

    They make a line where the query names a noun and a unit: `of:shells`, `of:debt unit:EUR`.
    """
    columns = ("value", "high", "bound", "figure.article_id", "n")
    with asking(store, stop) as database:
        rows = rows_of(database, "figure", query, limit, columns)
        articles = json.dumps([article for *_value, article, _n in rows])
        dates = dict(
            database.execute(
                "SELECT id, substr(published, 1, 10) FROM article"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (articles,),
            )
        )
    return [Point(dates[row[-2]], *row) for row in reversed(rows)]


def complete(store: Store, text: str, cursor: int, limit: int = 10) -> list[Completion]:
    """Give how the word before the cursor may go on: its fields, its values."""
    with store.database.reading() as database:
        return completion.complete(database, text, cursor, limit)


def saved(store: Store) -> list[Saved]:
    """Give the searches that have a name, in the order of their names."""
    with store.database.reading() as database:
        rows = database.execute("SELECT id, name, query FROM saved_search ORDER BY name")
        return [Saved(*row) for row in rows]


def saved_lists(store: Store) -> list[tuple[Saved, Query, int]]:
    """Give the searches that have a name, read, each with how many unread articles it finds.

    One that can no longer be read is left out.
    """
    found = []
    for one in saved(store):
        try:
            query = parse(one.query)
        except QueryError:
            continue
        found.append((one, query, store.count(Listing(show="unread", query=query))))
    return found


def save(store: Store, name: str, text: str) -> int:
    """Give a search a name; one that has it already asks this from now on.

    Raises QueryError where the text cannot be read.
    """
    parse(text)
    with store.database.writing() as database:
        (id,) = database.execute(
            "INSERT INTO saved_search (name, query) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET query = excluded.query RETURNING id",
            (name, text),
        ).fetchone()
    return int(id)


def forget(store: Store, id: int) -> None:
    """Take a search out of those that have a name."""
    with store.database.writing() as database:
        database.execute("DELETE FROM saved_search WHERE id = ?", (id,))


def unseen(store: Store, query: Query) -> list[int]:
    """Give the articles that a query asks for and `see` was never told of, newest first."""
    with store.database.reading() as database:
        test, values = pages.condition(database, query)
        seen = _seen(database, query)
        found = database.execute(
            f"SELECT id FROM article WHERE {test} ORDER BY sort_key DESC, id DESC",  # noqa: S608
            values,
        )
        return [id for (id,) in found if id not in seen]


def see(store: Store, query: Query, articles: list[int], now: str) -> None:
    """Remember that these articles have been told of under this query."""
    with store.database.writing() as database:
        known = pack(sorted(_seen(database, query) | set(articles)))
        database.execute(
            "INSERT INTO watch (query, seen, looked) VALUES (?, ?, ?) ON CONFLICT (query)"
            " DO UPDATE SET seen = excluded.seen, looked = excluded.looked",
            (_key(query), known, now),
        )


def hits(store: Store, query: Query, articles: list[int]) -> list[pages.Hit]:
    """Show articles as the answers to a query."""
    with store.database.reading() as database:
        return pages.shown(database, query, articles)


def _seen(database: sqlite3.Connection, query: Query) -> set[int]:
    row = database.execute("SELECT seen FROM watch WHERE query = ?", (_key(query),)).fetchone()
    return set(unpack(row[0])) if row else set()


def _key(query: Query) -> str:
    return " ".join(query.text.split())
