"""Pages of quotes and figures over the whole library, in any order, one page at the cost of a page.

An order is an index and the keys that it is sorted by. Where the same words are quoted in several
articles, only the first of them in the order answers, and says in how many articles they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui.library import sayings
from tui.library.query.compiling import Compiler, named_in
from tui.library.query.pages import Cursor, Evidence, Found, Page, found, lead
from tui.library.query.tree import All, Amount

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from tui.library.query.compiling import Condition
    from tui.library.query.tree import Node, Query

EvidenceOrder = Literal["newest", "oldest", "speaker", "largest", "smallest", "of"]
"""speaker: quotes by whose they are; those of nobody known are left out. largest, smallest, of:
figures by value, or by the noun that they count; of: those that count one."""


class _Order(NamedTuple):
    keys: tuple[str, ...]
    """What is compared, each with its direction: the place in the library last."""
    ways: str
    """"-" for a key that falls, "+" for one that rises."""
    source: str = ""
    """The rows in this order, where an index gives them; "" for the articles by date."""


_SPEAKERS = (
    "somebody INDEXED BY somebody_name"
    " CROSS JOIN voice INDEXED BY voice_quoted ON voice.somebody_id = somebody.id"
    " AND voice.quotes > 0"
    " CROSS JOIN article ON article.id = voice.article_id"
    " CROSS JOIN quote ON quote.article_id = article.id AND quote.name_id = voice.name_id"
)
_WHO = (
    " CROSS JOIN name ON name.id = quote.name_id CROSS JOIN somebody ON somebody.id = somebody_id"
)
_BY_VALUE = "figure INDEXED BY figure_value"
_PLACE = ("figure.article_id", "figure.n")


def _orders(subject: Evidence) -> dict[EvidenceOrder, _Order]:
    dated = ("article.sort_key", "article.id", f"{subject}.n")
    figures = "figure INDEXED BY {} CROSS JOIN article ON article.id = article_id"
    value = figures.format("figure_value")
    return {
        "newest": _Order(dated, "--+"),
        "oldest": _Order(dated, "+++"),
        "speaker": _Order(("somebody.name_key", "somebody.id", *dated), "++--+", _SPEAKERS),
        "largest": _Order(("figure.value", *_PLACE), "---", value),
        "smallest": _Order(("figure.value", *_PLACE), "+++", value),
        "of": _Order(("figure.of_key", *_PLACE), "+++", figures.format("figure_of")),
    }


def evidence(
    database: sqlite3.Connection,
    subject: Evidence,
    query: Query,
    order: EvidenceOrder,
    *,
    limit: int,
    after: Cursor | None,
    once: bool = False,
) -> Page:
    """Give a page of quotes or figures; `once` shows quotes with the same words as one."""
    walk = _Walk(database, subject, query, order)
    if not once or subject == "figure":
        keys = walk.rows(limit + 1, after)
        kept, more = keys[:limit], len(keys) > limit
    else:
        kept, more = walk.first_of_each(limit, after)
    shown = tuple(walk.found(row) for row in kept)
    return Page(shown, kept[-1].cursor if more and kept else None)


def count(database: sqlite3.Connection, subject: Evidence, query: Query, most: int) -> int:
    """Count the quotes or figures that a query asks for, no further than this."""
    return _Walk(database, subject, query, "newest").count(most)


def rows_of(
    database: sqlite3.Connection,
    subject: Evidence,
    query: Query,
    limit: int,
    columns: Sequence[str],
) -> list[Any]:
    """Give these columns of the newest quotes or figures that a query asks for."""
    return _Walk(database, subject, query, "newest").select(columns, limit, None)


class _Row(NamedTuple):
    article: int
    n: int
    words: int | None
    cursor: Cursor


class _Walk:
    """The answers to a query in an order."""

    def __init__(
        self, database: sqlite3.Connection, subject: Evidence, query: Query, order: EvidenceOrder
    ) -> None:
        self._database = database
        self._subject: Evidence = subject
        self._query = query
        self._order = _orders(subject)[order]
        self._leaders: dict[int, tuple[int, int] | None] = {}
        self._different: dict[tuple[str, str | None], int] = {}

    def rows(self, limit: int, after: Cursor | None) -> list[_Row]:
        words = "quote.words" if self._subject == "quote" else "NULL"
        columns = (f"{self._subject}.article_id", f"{self._subject}.n", words, *self._order.keys)
        return [
            _Row(id, n, of, tuple(keys)) for id, n, of, *keys in self.select(columns, limit, after)
        ]

    def count(self, most: int) -> int:
        compiler = Compiler(self._database, self._subject)
        source, tests, _led = lead(compiler, compiler.conditions(self._query.asks), self._subject)
        (number,) = self._database.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {tests} LIMIT {most:d})",  # noqa: S608
            compiler.values,
        ).fetchone()
        return int(number)

    def select(self, columns: Sequence[str], limit: int, after: Cursor | None) -> list[Any]:
        """Give these columns of the answers in their order."""
        least = _least(self._query.asks) if self._order.source.startswith(_BY_VALUE) else None
        if least is None or self._order.ways[0] == "-":
            return self._select(columns, limit, after)
        # A range counts where its upper end does: those that begin below are few, and walked apart.
        keyed = (*columns, *self._order.keys)
        found = self._select(keyed, limit, after, value=">=", than=least)
        found += self._select(keyed, limit, after, value="<", than=least)
        found.sort(key=lambda row: tuple(row[len(columns) :]))
        return [row[: len(columns)] for row in found[:limit]]

    def _select(
        self,
        columns: Sequence[str],
        limit: int,
        after: Cursor | None,
        *,
        value: str | None = None,
        than: float | None = None,
    ) -> list[Any]:
        compiler = Compiler(self._database, self._subject)
        conditions = compiler.conditions(self._query.asks)
        source, tests, led = self._source(compiler, conditions)
        if value is not None:
            limited = f"figure.value {value} {compiler.value(than)}"
            tests += f" AND {limited}"
            if value == "<":
                tests += f" AND figure.high >= {compiler.value(than)}"
                source = source if led else source.replace("figure_value", "figure_high")
                source = source if led else source.replace("figure_unit", "figure_high")
        if after is not None:
            tests += f" AND ({_past(self._order, [compiler.value(key) for key in after])})"
        if self._subject == "figure" and self._order.source and not led:
            for column in ("unit =", "value <", "of_key"):  # let the index that is walked use them
                tests = tests.replace(f"+figure.{column}", f"figure.{column}")
        return self._database.execute(
            f"SELECT {', '.join(columns)} FROM {source} WHERE {tests}"  # noqa: S608
            f" ORDER BY {_sorted_by(self._order)} LIMIT {limit:d}",
            compiler.values,
        ).fetchall()

    def _source(self, compiler: Compiler, conditions: list[Condition]) -> tuple[str, str, bool]:
        source, tests, led = lead(compiler, conditions, self._subject)
        walked = self._order.source
        if self._order.keys[0] == "figure.of_key":
            tests += " AND figure.of_key IS NOT NULL"
        if not walked:
            return source, tests, led
        by_speaker = walked == _SPEAKERS
        if led:
            return source + _WHO * by_speaker, tests, True
        if by_speaker:
            # An article's date stands in its voices too, and their index begins where dates do.
            tests = tests.replace("article.sort_key", "voice.sort_key")
            names = "SELECT rowid FROM called WHERE called MATCH"
            for expression in named_in(self._query.asks):
                match = f"{names} {compiler.value(expression)}"
                tests += f" AND somebody.id IN (SELECT somebody_id FROM name WHERE id IN ({match}))"  # noqa: S608
            return walked, f"somebody.articles > 0 AND {tests}", False
        if any("figure.unit =" in part.test for part in conditions):
            walked = walked.replace("figure_value", "figure_unit")
        return walked, tests, False

    def first_of_each(self, limit: int, after: Cursor | None) -> tuple[list[_Row], bool]:
        """Give rows of which none has the words of another before it."""
        kept: list[_Row] = []
        while True:
            rows = self.rows(limit + 1, after)
            for row in rows:
                if not self._is_later(row):
                    if len(kept) == limit:
                        return kept, True
                    kept.append(row)
            if len(rows) <= limit:
                return kept, False
            after = rows[-1].cursor

    def _is_later(self, row: _Row) -> bool:
        if row.words is None or row.words < 0:
            return False
        if row.words not in self._leaders:
            self._leaders[row.words] = self._leader(row.words)
        return self._leaders[row.words] not in (None, (row.article, row.n))

    def _leader(self, words: int) -> tuple[int, int] | None:
        """Give the first of the answers with these words; None where but one quote has them."""
        several = self._database.execute(
            "SELECT count(*) FROM (SELECT 1 FROM quote WHERE words = ? LIMIT 2)", (words,)
        ).fetchone()
        if several == (1,):
            return None
        compiler = Compiler(self._database, "quote", "one")
        tests = " AND ".join(f"({part.test})" for part in compiler.conditions(self._query.asks))
        who = _WHO if self._order.source else ""
        row = self._database.execute(
            f"SELECT quote.article_id, quote.n FROM quote INDEXED BY quote_words"  # noqa: S608
            f" CROSS JOIN article ON article.id = quote.article_id{who}"
            f" WHERE quote.words = {compiler.value(words)} AND {tests or '1'}"
            f" ORDER BY {_sorted_by(self._order)} LIMIT 1",
            compiler.values,
        ).fetchone()
        return row and (row[0], row[1])

    def found(self, row: _Row) -> Found:
        shown = found(self._database, self._subject, row.article, row.n)
        if self._subject == "quote":
            number = sayings.articles_with(self._database, row.article, row.n)
            return shown._replace(articles=number)
        of, unit = self._database.execute(
            "SELECT of_key, unit FROM figure WHERE article_id = ? AND n = ?", (row.article, row.n)
        ).fetchone()
        if of is None:
            return shown
        if (of, unit) not in self._different:
            self._different[of, unit] = sayings.different_values(self._database, of, unit)
        return shown._replace(values=self._different[of, unit])


def _least(asks: Node | None) -> float | None:
    """Give the value that figures must reach, where the query says so of all of them."""
    nodes = asks.nodes if isinstance(asks, All) else (asks,)
    lows = (node.low for node in nodes if isinstance(node, Amount))
    return max((low for low in lows if low is not None), default=None)


def _sorted_by(order: _Order) -> str:
    directions = ("DESC" if way == "-" else "ASC" for way in order.ways)
    return ", ".join(f"{key} {way}" for key, way in zip(order.keys, directions, strict=True))


def _past(order: _Order, values: list[str]) -> str:
    """Say that a row comes after these values; by its first keys so that an index can begin there.

    Where all keys go one way, that is one comparison; else those that do go first.
    """
    return " AND ".join(_past_parts(order, values))


def _past_parts(order: _Order, values: list[str]) -> Iterator[str]:
    keys, ways = order.keys, order.ways
    run = next((at for at, way in enumerate(ways) if way != ways[0]), len(ways))
    sign = "<" if ways[0] == "-" else ">"
    first = f"({', '.join(keys[:run])})"
    limit = f"({', '.join(values[:run])})"
    if run == len(keys):
        yield f"{first} {sign} {limit}"
        return
    yield f"{first} {sign}= {limit}"
    rest = _Order(keys[run:], ways[run:])
    yield f"({first} <> {limit} OR ({_past(rest, values[run:])}))"
