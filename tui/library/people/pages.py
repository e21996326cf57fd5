"""Pages of people, and what one person said.

Plain words of a query are words of a name, any that the person has. What else it says is told of
their quotes: `said:budget since:2024` lists those who spoke of the budget since 2024. Their numbers
are always of the whole library.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.library.query import pages, planning
from tui.library.query.compiling import (
    Compiler,
    is_told_of_a_quote,
    name_expression,
    named_in,
)
from tui.library.query.pages import Cursor, Page
from tui.library.query.tree import All, Not, join

if TYPE_CHECKING:
    import sqlite3

    from tui.library.query.compiling import Condition, Subject
    from tui.library.query.tree import Query

PeopleOrder = Literal["quotes", "articles", "name", "first", "last"]
"""quotes, articles: the most first. name: A to Z. first, last: the latest first."""

_KEYS = {"quotes": "quotes", "articles": "articles", "name": "name_key", "first": "first",
         "last": "last"}  # fmt: skip

_LATEST = 12
"""Quotes that are looked at for what somebody is called."""

_FEW = 4000
"""People of a name who may be sorted for a page."""


class Called(NamedTuple):
    """A name of somebody, with its own number, by which it can be parted from them."""

    id: int
    written: str
    articles: int
    """How many use it; not counted for an only name."""


class Somebody(NamedTuple):
    """One person, or one body, of the whole library."""

    id: int
    name: str
    others: tuple[str, ...]
    """The other names that articles use, and the lone words they go by there."""
    roles: tuple[str, ...]
    """What the latest articles say they are, the commonest first."""
    quotes: int
    articles: int
    first: str
    """When the first article that names them was published, or added: ISO 8601."""
    last: str


class Month(NamedTuple):
    """What somebody said in a month."""

    month: str
    """ISO 8601, "2024-03"; "2024" for what is not known more precisely."""
    quotes: int
    articles: int


def page(
    database: sqlite3.Connection,
    query: Query,
    order: PeopleOrder,
    *,
    reverse: bool,
    limit: int,
    after: Cursor | None,
) -> Page:
    """Give a page of people."""
    key = f"somebody.{_KEYS[order]}"
    falls = (order != "name") != reverse
    source, tests, compiler = _source(database, query, f"somebody INDEXED BY somebody_{order}")
    if after is not None:
        last = ", ".join(compiler.value(value) for value in after)
        tests += f" AND ({key}, somebody.id) {'<' if falls else '>'} ({last})"
    way = "DESC" if falls else "ASC"
    rows = database.execute(
        f"SELECT {key}, somebody.id FROM {source}"  # noqa: S608
        f" WHERE somebody.articles > 0 AND {tests}"
        f" ORDER BY {key} {way}, somebody.id {way} LIMIT {limit + 1:d}",
        compiler.values,
    ).fetchall()
    people = (one(database, id) for _, id in rows[:limit])
    cursor = tuple(rows[limit - 1]) if len(rows) > limit else None
    return Page(tuple(person for person in people if person), cursor)


def _source(database: sqlite3.Connection, query: Query, walked: str) -> tuple[str, str, Compiler]:
    """Give FROM and WHERE: the rarest condition leads, or else the order."""
    asks = query.asks
    nodes = list(asks.nodes) if isinstance(asks, All) else [asks] if asks else []
    of_names = [node for node in nodes if name_expression(node) is not None]
    denied = [node for node in nodes if isinstance(node, Not) and name_expression(node.node)]
    told = join([node for node in nodes if node not in of_names and node not in denied])
    quoted = told is not None and is_told_of_a_quote(told)
    subject: Subject = "quote" if quoted else "article"
    compiler = Compiler(database, subject)
    source, parts = walked, []
    for node in denied:
        assert isinstance(node, Not)  # noqa: S101 - chosen for it
        expression = name_expression(node.node)
        assert expression is not None  # noqa: S101 - likewise
        parts.append(f"somebody.id NOT IN ({_named(compiler, expression)})")
    expressions = [*filter(None, map(name_expression, of_names)), *named_in(told)]
    if expressions:
        rows = " INTERSECT ".join(_named(compiler, expression) for expression in expressions)
        if compiler.count(rows, _FEW) < _FEW:
            source = f"(SELECT DISTINCT somebody_id AS lead_id FROM ({rows})) CROSS JOIN somebody"  # noqa: S608
            parts.append("somebody.id = lead_id")
        else:
            parts.append(f"somebody.id IN ({rows})")
    if told is not None:
        conditions = compiler.conditions(told)
        strategy, within, tests = planning.plan(compiler, conditions, subject)
        if strategy == "led" and not expressions:
            whose = " AND voice.name_id = quote.name_id" if quoted else ""
            source = (
                f"(SELECT DISTINCT voice.somebody_id AS lead_id FROM {within}"  # noqa: S608
                f" CROSS JOIN voice ON voice.article_id = article.id{whose} WHERE {tests})"
                " CROSS JOIN somebody"
            )
            parts.append("somebody.id = lead_id")
        else:
            parts.append(_speaks(conditions, quoted=quoted))
    return source, " AND ".join(parts) or "1", compiler


def _speaks(conditions: list[Condition], *, quoted: bool) -> str:
    """Give SQL that is true of somebody who says something, or is named, of which this is so."""
    # An article's date stands in its voices too, and their index begins where the dates do.
    tests = " AND ".join(
        f"({part.test.replace('article.sort_key', 'voice.sort_key')})" for part in conditions
    )
    theirs = (
        " CROSS JOIN quote ON quote.article_id = article.id AND quote.name_id = voice.name_id"
        if quoted
        else ""
    )
    return (
        "EXISTS (SELECT 1 FROM voice CROSS JOIN article ON article.id = voice.article_id"  # noqa: S608
        f"{theirs} WHERE voice.somebody_id = somebody.id AND {tests})"
    )


def _named(compiler: Compiler, expression: str) -> str:
    match = f"SELECT rowid FROM called WHERE called MATCH {compiler.value(expression)}"  # noqa: S608
    return f"SELECT somebody_id FROM name WHERE id IN ({match})"  # noqa: S608


def one(database: sqlite3.Connection, id: int) -> Somebody | None:
    """Give somebody; None where there is nobody of that number now."""
    row = database.execute(
        "SELECT name, quotes, articles, first, last FROM somebody WHERE id = ? AND articles > 0",
        (id,),
    ).fetchone()
    if row is None:
        return None
    name, quotes, articles, first, last = row
    others = dict.fromkeys(called.written for called in names(database, id))
    others.pop(name, None)
    return Somebody(
        id, name, tuple(others), _roles(database, id), quotes, articles, first[:10], last[:10]
    )


def names(database: sqlite3.Connection, id: int) -> list[Called]:
    """Give the names of somebody, the commonest first."""
    rows = database.execute(
        "SELECT id, written FROM name WHERE somebody_id = ? ORDER BY id", (id,)
    ).fetchall()
    called = [
        Called(number, written, _articles(database, number) if len(rows) > 1 else 0)
        for number, written in rows
    ]
    return sorted(called, key=lambda one: -one.articles)


def _articles(database: sqlite3.Connection, name: int) -> int:
    (number,) = database.execute("SELECT count(*) FROM voice WHERE name_id = ?", (name,)).fetchone()
    return int(number)


def _roles(database: sqlite3.Connection, id: int) -> tuple[str, ...]:
    told: Counter[str] = Counter()
    for (role,) in database.execute(
        "SELECT role FROM (SELECT article_id, name_id FROM voice INDEXED BY voice_quoted"
        "  WHERE somebody_id = ? AND quotes > 0 ORDER BY sort_key DESC LIMIT ?) AS latest"
        " CROSS JOIN quote ON quote.article_id = latest.article_id"
        "  AND quote.name_id = latest.name_id WHERE role IS NOT NULL",
        (id, _LATEST),
    ):
        told[role] += 1
    return tuple(role for role, _ in told.most_common())


def quotes(
    database: sqlite3.Connection, id: int, *, oldest: bool, limit: int, after: Cursor | None
) -> Page:
    """Give a page of what somebody said, in the order of time."""
    way, sign = ("ASC", ">") if oldest else ("DESC", "<")
    past = (
        f"AND (sort_key, voice.article_id) {sign}= (:date, :article)"
        " AND (voice.article_id <> :article OR quote.n > :n)"
        if after
        else ""
    )
    date, article, n = after or (None, None, None)
    rows = database.execute(
        "SELECT sort_key, voice.article_id, quote.n FROM voice INDEXED BY voice_quoted"  # noqa: S608
        " CROSS JOIN quote ON quote.article_id = voice.article_id"
        " AND quote.name_id = voice.name_id"
        f" WHERE somebody_id = :id AND quotes > 0 {past}"
        f" ORDER BY sort_key {way}, voice.article_id {way}, quote.n LIMIT :limit",
        {"id": id, "date": date, "article": article, "n": n, "limit": limit + 1},
    ).fetchall()
    items = tuple(pages.found(database, "quote", id, n) for _, id, n in rows[:limit])
    return Page(items, tuple(rows[limit - 1]) if len(rows) > limit else None)


def months(database: sqlite3.Connection, id: int) -> list[Month]:
    """Count what somebody said month by month, the first one first."""
    rows = database.execute(
        "SELECT substr(sort_key, 1, 7) AS month, sum(quotes), count(DISTINCT article_id)"
        " FROM voice WHERE somebody_id = ? GROUP BY month ORDER BY month",
        (id,),
    )
    return [Month(*row) for row in rows]
