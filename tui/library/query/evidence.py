"""Pages of quotes and figures over the whole library, in any order, one page at the cost of a page.

An order is an index and the keys that it is sorted by. Where the same words are quoted in several
articles, only the first of them in the order answers, and says in how many articles they are.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui.library import sayings
from tui.library.query import planning
from tui.library.query.compiling import Compiler, Condition, is_begun, named_in
from tui.library.query.pages import Cursor, Evidence, Found, Page, found
from tui.library.query.planning import Plan, all_of
from tui.library.query.tree import Amount, Unit, parts
from tui.library.words import PLACES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

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

    def reversed(self) -> _Order:
        """Give the order from its end."""
        return self._replace(ways=self.ways.translate({ord("+"): "-", ord("-"): "+"}))


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
    reverse: bool = False,
) -> Page:
    """Give a page of quotes or figures; `once` shows quotes with the same words as one.

    In `reverse`, the last in the order come first.
    """
    walk = _Walk(database, subject, query, order, reverse=reverse)
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
        self,
        database: sqlite3.Connection,
        subject: Evidence,
        query: Query,
        order: EvidenceOrder,
        *,
        reverse: bool = False,
    ) -> None:
        self._database = database
        self._subject: Evidence = subject
        self._query = query
        self._forward = _orders(subject)[order]
        self._order = self._forward.reversed() if reverse else self._forward
        self._compiler = Compiler(database, subject)
        self._leaders: dict[int, tuple[int, int]] = {}
        """Of words that several quotes have, the first place in this order."""
        self._different: dict[tuple[str, str | None], int] = {}

    def rows(self, limit: int, after: Cursor | None) -> list[_Row]:
        words = "quote.words" if self._subject == "quote" else "NULL"
        columns = (f"{self._subject}.article_id", f"{self._subject}.n", words, *self._order.keys)
        return [
            _Row(id, n, of, tuple(keys)) for id, n, of, *keys in self.select(columns, limit, after)
        ]

    def count(self, most: int) -> int:
        _, source, tests = self._plan
        [(number,)] = self._compiler.select(
            f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {tests} LIMIT {most:d})"  # noqa: S608
        )
        return int(number)

    def select(self, columns: Sequence[str], limit: int, after: Cursor | None) -> list[Any]:
        """Give these columns of the answers in their order."""
        least = _least(self._query.asks) if self._order.source.startswith(_BY_VALUE) else None
        if least is None or self._walked.strategy == "led" or self._order.ways[0] == "-":
            return self._select(columns, limit, after)
        # A range counts where its upper end does: those that begin below are few, and walked apart.
        keyed = (*columns, *self._order.keys)
        value = self._compiler.value(least)
        below = f"figure.value < {value} AND figure.high >= {value}"
        found = self._select(keyed, limit, after, f"figure.value >= {value}")
        found += self._select(keyed, limit, after, below, index="figure_high")
        found.sort(key=lambda row: tuple(row[len(columns) :]))
        return [row[: len(columns)] for row in found[:limit]]

    def _select(
        self,
        columns: Sequence[str],
        limit: int,
        after: Cursor | None,
        also: str = "1",
        *,
        index: str | None = None,
    ) -> list[Any]:
        strategy, source, tests = self._walked
        tests += f" AND {also}"
        if index:
            source = source.replace("figure_value", index).replace("figure_unit", index)
        if after is not None:
            limits = [self._compiler.value(key) for key in after]
            tests += f" AND ({_past(self._order, limits)})"
        if self._subject == "figure" and self._order.source and strategy != "led":
            for column in ("unit =", "value <", "of_key"):  # let the index that is walked use them
                tests = tests.replace(f"+figure.{column}", f"figure.{column}")
        return self._compiler.select(
            f"SELECT {', '.join(columns)} FROM {source} WHERE {tests}"  # noqa: S608
            f" ORDER BY {_sorted_by(self._order)} LIMIT {limit:d}"
        )

    @cached_property
    def _plan(self) -> Plan:
        """Say how the answers are found, whatever their order."""
        asks = self._query.asks
        counting = self._order.keys[0] == "figure.of_key"
        also = [self._counting(asks)] if counting else []
        return planning.plan(self._compiler, asks, self._subject, also=also)

    def _counting(self, asks: Node | None) -> Condition:
        """Ask for figures that count a noun, in the unit that the query names."""
        test = "figure.of_key IS NOT NULL"
        unit = next((node for node in parts(asks) if isinstance(node, Unit)), None)
        if unit is None:
            return Condition(test)
        limit = f"{test} AND figure.unit = {self._compiler.value(unit.symbol)}"
        rows = (
            f"SELECT article_id * {PLACES} + n FROM figure INDEXED BY figure_counted WHERE {limit}"  # noqa: S608
        )
        return Condition(test, rows, "figure")

    @cached_property
    def _walked(self) -> Plan:
        """Give the plan with what it takes for the order."""
        strategy, source, tests = self._plan
        walked = self._order.source
        by_speaker = walked == _SPEAKERS
        if not walked or strategy == "led":
            return Plan(strategy, source + _WHO * by_speaker, tests)
        if by_speaker:
            # An article's date stands in its voices too, and their index begins where dates do.
            tests = tests.replace("article.sort_key", "voice.sort_key")
            names = "SELECT rowid FROM called WHERE called MATCH"
            for expression in named_in(self._query.asks):
                match = f"{names} {self._compiler.value(expression)}"
                tests += f" AND somebody.id IN (SELECT somebody_id FROM name WHERE id IN ({match}))"  # noqa: S608
            return Plan(strategy, walked, f"somebody.articles > 0 AND {tests}")
        if any(isinstance(node, Unit) for node in parts(self._query.asks)):
            walked = walked.replace("figure_value", "figure_unit")
        return Plan(strategy, walked, tests)

    def first_of_each(self, limit: int, after: Cursor | None) -> tuple[list[_Row], bool]:
        """Give rows of which none has the words of another before it."""
        kept: list[_Row] = []
        while True:
            rows = self.rows(limit + 1, after)
            self._find_leaders({row.words for row in rows if row.words is not None})
            for row in rows:
                place = (row.article, row.n)
                if row.words is None or self._leaders.get(row.words, place) == place:
                    if len(kept) == limit:
                        return kept, True
                    kept.append(row)
            if len(rows) <= limit:
                return kept, False
            after = rows[-1].cursor

    def _find_leaders(self, words: set[int]) -> None:
        """Find the first of the answers with each of these words, where several quotes have them.

        Words that are few (below 0) are nobody's own: each such quote stands for itself.
        """
        asks = self._query.asks
        wanted = json.dumps([one for one in words if one >= 0 and one not in self._leaders])
        several = dict(
            self._database.execute(
                "SELECT value, (SELECT count(*) FROM quote WHERE words = value) AS quotes"
                " FROM json_each(?) WHERE quotes > 1",
                (wanted,),
            ).fetchall()
        )
        if not several:
            return
        nearby = sum(several.values()) <= planning.NEARBY and not is_begun(parts(asks), 0)
        compiler = Compiler(self._database, "quote", "one" if nearby else "page")
        tests = all_of(compiler.conditions(asks))
        who = _WHO if self._order.source else ""
        for one, article, n in compiler.select(
            "SELECT quote.words, quote.article_id, quote.n"  # noqa: S608
            f" FROM json_each({compiler.value(json.dumps(list(several)))}) AS wanted"
            " CROSS JOIN quote INDEXED BY quote_words ON quote.words = wanted.value"
            f" CROSS JOIN article ON article.id = quote.article_id{who}"
            f" WHERE {tests} ORDER BY {_sorted_by(self._forward)}"
        ):
            self._leaders.setdefault(one, (article, n))

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
    lows = (node.low for node in parts(asks) if isinstance(node, Amount))
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
