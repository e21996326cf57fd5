"""Pages of people, and what one person said.

Plain words of a query are words of a name, any that the person has. What else it says is told of
their quotes: `said:budget since:2024` lists those who spoke of the budget since 2024, with the
numbers of those quotes; where there are too many to count for a page, with those of the library.
"""

from __future__ import annotations

import json
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
from tui.library.query.planning import all_of
from tui.library.query.tree import Not, join, parts

if TYPE_CHECKING:
    import sqlite3

    from tui.library.query.compiling import Subject
    from tui.library.query.tree import Query

PeopleOrder = Literal["quotes", "articles", "name", "first", "last"]
"""quotes, articles: the most first. name: A to Z. first, last: the latest first."""

_KEYS = {"quotes": "quotes", "articles": "articles", "name": "name_key", "first": "first",
         "last": "last"}  # fmt: skip

_LATEST = 12
"""Quotes that are looked at for what somebody is called."""

_FEW = 4000
"""People of a name who may be sorted for a page."""

_COUNTED = 4000
"""Articles or quotes below which those of a query are counted for a page."""


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
    of_query: bool = True
    """Whether numbers and dates are of what was asked; else they are of the whole library."""


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
    exact: bool = False,
) -> Page:
    """Give a page of people; `exact`: with the numbers of what was asked, however long it takes."""
    falls = (order != "name") != reverse
    asked = _ask(database, query, order, exact=exact)
    compiler, tests = asked.compiler, asked.tests
    key = "somebody.name_key" if order == "name" else f"{asked.numbers}.{_KEYS[order]}"
    if after is not None:
        last = ", ".join(compiler.value(value) for value in after)
        tests += f" AND ({key}, somebody.id) {'<' if falls else '>'} ({last})"
    way = "DESC" if falls else "ASC"
    numbers = ", ".join(f"{asked.numbers}.{name}" for name in _NUMBERS)
    rows = compiler.select(
        f"SELECT {key}, somebody.id, {numbers} FROM {asked.source}"  # noqa: S608
        f" WHERE somebody.articles > 0 AND {tests}"
        f" ORDER BY {key} {way}, somebody.id {way} LIMIT {limit + 1:d}"
    )
    people = []
    for _key, id, quotes, articles, first, last in rows[:limit]:
        person = one(database, id)
        assert person is not None  # noqa: S101 - it was found in this transaction
        people.append(
            person._replace(
                quotes=quotes, articles=articles, first=first[:10], last=last[:10],
                of_query=asked.counted,
            )
        )  # fmt: skip
    return Page(tuple(people), tuple(rows[limit - 1][:2]) if len(rows) > limit else None)


_NUMBERS = ("quotes", "articles", "first", "last")


def is_of_names(query: Query) -> bool:
    """Say whether a query asks for nothing but names, so that all of a person is counted."""
    return all(
        name_expression(node.node if isinstance(node, Not) else node) for node in parts(query.asks)
    )


class _Asked(NamedTuple):
    source: str
    """FROM; in it is `somebody`."""
    tests: str
    compiler: Compiler
    numbers: str = "somebody"
    """The table in it that has the numbers."""
    counted: bool = True
    """Whether those are of what was asked."""


def _ask(database: sqlite3.Connection, query: Query, order: PeopleOrder, *, exact: bool) -> _Asked:
    """Let the names lead where they are rare, or else the quotes; where neither is, the order."""
    nodes = parts(query.asks)
    of_names = [node for node in nodes if name_expression(node) is not None]
    denied = [node for node in nodes if isinstance(node, Not) and name_expression(node.node)]
    told = join([node for node in nodes if node not in of_names and node not in denied])
    quoted = told is not None and is_told_of_a_quote(told)
    subject: Subject = "quote" if quoted else "article"
    compiler = Compiler(database, subject)
    tests = ["1"]
    tests += [
        f"somebody.id NOT IN ({_named(compiler, expression)})"
        for node in nodes
        if isinstance(node, Not) and (expression := name_expression(node.node))
    ]
    ids = None
    expressions = [*filter(None, map(name_expression, of_names)), *named_in(told)]
    if expressions:
        rows = " INTERSECT ".join(_named(compiler, expression) for expression in expressions)
        found = compiler.numbers(f"SELECT * FROM ({rows})", _FEW)  # noqa: S608
        ids = list(dict.fromkeys(found)) if len(found) < _FEW else None
        tests.append(f"somebody.id IN ({rows})")
    led = None
    if ids is not None:
        led = f"(SELECT value AS lead FROM json_each({compiler.value(json.dumps(ids))}))"  # noqa: S608
    walked = f"somebody INDEXED BY somebody_{order}"
    if told is None:
        source = f"{led} CROSS JOIN somebody ON id = lead" if led else walked
        return _Asked(source, " AND ".join(tests), compiler)
    theirs = _THEIRS if quoted else _THEIR_ARTICLES
    if led and _voices(compiler, led) < _COUNTED:
        whole = all_of(compiler.conditions(told))
        voices = " CROSS JOIN voice INDEXED BY voice_somebody ON voice.somebody_id = lead"
        return _counting(compiler, led + voices + theirs, _dated(whole), tests, quoted=quoted)
    strategy, source, within = planning.plan(compiler, told, subject, few=_COUNTED)
    if strategy == "led" or exact:
        voices = " CROSS JOIN voice ON voice.article_id = article.id"
        whose = " AND voice.name_id = quote.name_id" * quoted
        return _counting(compiler, source + voices + whose, within, tests, quoted=quoted)
    speaks = (
        f"EXISTS (SELECT 1 FROM voice{theirs}"  # noqa: S608
        f" WHERE voice.somebody_id = somebody.id AND {_dated(within)})"
    )
    return _Asked(walked, " AND ".join((*tests, speaks)), compiler, counted=False)


_THEIR_ARTICLES = " CROSS JOIN article ON article.id = voice.article_id"
_THEIRS = (
    " CROSS JOIN quote ON quote.article_id = voice.article_id AND quote.name_id = voice.name_id"
    + _THEIR_ARTICLES
)
"""Quotes before articles: what is told of a quote spares looking its article up."""


def _dated(tests: str) -> str:
    """Ask the dates of voices: an article's stands there too, and their index begins with it."""
    return tests.replace("article.sort_key", "voice.sort_key")


def _voices(compiler: Compiler, people: str) -> int:
    """Count in how many articles these people are, given by a SELECT of their numbers."""
    [(number,)] = compiler.select(
        f"SELECT ifnull(sum(articles), 0) FROM somebody WHERE id IN {people}"  # noqa: S608
    )
    return int(number)


def _counting(
    compiler: Compiler, source: str, within: str, tests: list[str], *, quoted: bool
) -> _Asked:
    """Count for each person what is found of them, in quotes or in articles that name them."""
    quotes = "count(*)" if quoted else "sum(voice.quotes)"
    told = (
        f"SELECT voice.somebody_id AS whose, {quotes} AS quotes,"  # noqa: S608
        " count(DISTINCT voice.article_id) AS articles,"
        " min(voice.sort_key) AS first, max(voice.sort_key) AS last"
        f" FROM {source} WHERE {within} GROUP BY voice.somebody_id"
    )
    joined = f"({told}) AS told CROSS JOIN somebody ON somebody.id = whose"
    return _Asked(joined, " AND ".join(tests), compiler, "told")


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
    database: sqlite3.Connection,
    id: int,
    *,
    oldest: bool,
    limit: int,
    after: Cursor | None,
    reverse: bool = False,
) -> Page:
    """Give a page of what somebody said, in the order of time; in `reverse`, from its end."""
    way, sign = ("ASC", ">") if oldest != reverse else ("DESC", "<")
    within, later = ("DESC", "<") if reverse else ("ASC", ">")
    past = (
        f"AND (sort_key, voice.article_id) {sign}= (:date, :article)"
        f" AND (voice.article_id <> :article OR quote.n {later} :n)"
        if after
        else ""
    )
    date, article, n = after or (None, None, None)
    rows = database.execute(
        "SELECT sort_key, voice.article_id, quote.n FROM voice INDEXED BY voice_quoted"  # noqa: S608
        " CROSS JOIN quote ON quote.article_id = voice.article_id"
        " AND quote.name_id = voice.name_id"
        f" WHERE somebody_id = :id AND quotes > 0 {past}"
        f" ORDER BY sort_key {way}, voice.article_id {way}, quote.n {within} LIMIT :limit",
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
