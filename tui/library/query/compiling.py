"""A tree to SQL over the tables of the library.

Only fixed words of this module make up SQL; whatever a user gives is a parameter, and a word goes
into an FTS5 expression between double quotes, with no quote in it, since `words_of` leaves none.

What is told of one quote together is true of the same quote, and likewise of a figure:
`qui:vial dit:budget` is an article in which Vial speaks of the budget.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from tui.library.people.called import other_names
from tui.library.query.inflection import forms
from tui.library.query.tree import (
    SPOKEN,
    All,
    Amount,
    Counted,
    Dated,
    Flagged,
    Having,
    Language,
    Named,
    Node,
    Not,
    Phrase,
    Unit,
    phrases,
)
from tui.library.query.tree import Any as OneOf
from tui.library.words import PLACES
from tui.text.find import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

Subject = Literal["article", "quote", "figure"]

Purpose = Literal["page", "count", "one"]
"""What the SQL is for: the first rows, where a walk ends soon; all rows; one given row."""

_PREFIX = " *"
"""After a word between quotation marks, this makes it the beginning of one."""

MANY = 100_000
"""Above this, a page tries quotes one by one rather than list all that match."""

_HAVING = {
    "quotes": "article.quotes > 0",
    "figures": "article.figures > 0",
    "note": "EXISTS (SELECT 1 FROM note WHERE note.article_id = article.id)",
    "tag": "EXISTS (SELECT 1 FROM tag WHERE tag.article_id = article.id)",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be so."""

    test: str
    """Said of a row."""
    rows: str | None = None
    """The SELECT of what it is true of, where an index gives that: ids of articles, or of quotes
    as `PLACES` numbers them where it is `of` a quote, article and n where it is `of` a figure."""
    of: Subject = "article"
    index: str | None = None
    """The index that holds just the articles of which it is true, newest last."""
    match: str | None = None
    """Where it is about words: the parameter that holds its FTS5 expression."""


class Compiler:
    """Compiles one query about one kind of subject; `values` are the parameters of all its SQL."""

    def __init__(
        self,
        database: sqlite3.Connection,
        subject: Subject = "article",
        purpose: Purpose = "page",
    ) -> None:
        self.values: dict[str, Any] = {}
        self._database = database
        self._subject = subject
        self._purpose = purpose

    def conditions(self, node: Node | None) -> list[Condition]:
        """Give what must all be so."""
        if node is None:
            return []
        nodes = list(node.nodes) if isinstance(node, All) else [node]
        nodes = [self._by_any_name(node) for node in nodes]
        found: list[Condition] = []
        for expression, make in ((text_expression, self._words), (_speech, self._quotes)):
            together = [n for n in nodes if expression(n) is not None]
            if together:
                joined = expression(All(tuple(together)) if len(together) > 1 else together[0])
                assert joined is not None  # noqa: S101 - each of them has one
                nodes = [n for n in nodes if n not in together]
                if expression is text_expression:
                    joined, nodes = _without(joined, nodes)
                found.append(make(joined))
        counted = [n for n in nodes if is_of_figures(n)]
        if counted:
            found.append(self._figures([n for n in nodes if n in counted]))
        found += [self._condition(n) for n in nodes if n not in counted]
        return found

    def value(self, value: Any) -> str:
        """Give the name of a parameter with this value."""
        name = f"q{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def count(self, rows: str, limit: int) -> int:
        """Count rows, no further than a limit."""
        (number,) = self._database.execute(
            f"SELECT count(*) FROM ({rows} LIMIT {limit:d})",  # noqa: S608
            self.values,
        ).fetchone()
        return int(number)

    def select(self, query: str) -> list[Any]:
        """Give the rows of a SELECT that uses the values of these conditions."""
        return self._database.execute(query, self.values).fetchall()

    def is_dense(self, words: Condition, number: int, share: float) -> bool:
        """Say whether the first so many articles that have the words are this share of those
        there, in the order in which they were added; not where there are fewer.
        """
        assert words.rows is not None  # noqa: S101 - asked only of such
        found = self.select(f"{words.rows} LIMIT 1 OFFSET {number - 1:d}")
        return bool(found) and number >= share * found[0][0]

    def _by_any_name(self, node: Node) -> Node:
        """Let who is sought by one name be found by all that they have."""
        match node:
            case Phrase(column="speaker"):
                others = other_names(self._database, _plain(node))
                named = tuple(Phrase(words, "speaker", exact=True) for words in others)
                return OneOf((node, *named)) if named else node
            case All(nodes) | OneOf(nodes):
                return type(node)(tuple(map(self._by_any_name, nodes)))
        return node

    def _condition(self, node: Node) -> Condition:
        match node:
            case Not(inner):
                return Condition(f"NOT ({self._test(inner)})", self._others(inner))
            case OneOf(nodes):
                return Condition(f"({' OR '.join(self._test(n) for n in nodes)})")
            case All():
                return Condition(f"({self._test(node)})")
            case Flagged(flag, on):
                index = f"article_{flag}" if on else None
                rows = f"SELECT id FROM article INDEXED BY {index} WHERE {flag} = 1"  # noqa: S608
                return Condition(f"article.{flag} = {on:d}", rows if on else None, index=index)
            case Having(what):
                return Condition(_HAVING[what])
            case Language(code):
                test = f"article.language = {self.value(code)}"
                return Condition(test, index="article_language")
            case Dated(first, last):
                return Condition(self._dated(first, last))
            case Named("tag", text):
                return self._tagged(text)
            case Named(_, text):
                return self._from(text)
        raise AssertionError(node)

    def _test(self, node: Node) -> str:
        return " AND ".join(f"({part.test})" for part in self.conditions(node))

    def _words(self, expression: str) -> Condition:
        match = self.value(expression)
        rows = f"SELECT rowid FROM word WHERE word MATCH {match}"  # noqa: S608
        if self._purpose == "one":
            return Condition(f"EXISTS ({rows} AND rowid = article.id)", rows)
        # Of a prefix FTS5 reads all words before it gives a row: to count them first costs twice.
        leading = None if _PREFIX in expression else rows
        return Condition(f"+article.id IN ({rows})", leading, match=match)

    def _others(self, node: Node) -> str | None:
        """Give the SELECT of the articles without these words.

        They lead where a word is in nearly all: quotes and figures in an order of their own would
        be walked to the end for the few that are left.
        """
        words = text_expression(node)
        if words is None or self._subject == "article" or self._purpose != "page":
            return None
        match = self.value(words)
        return (
            "SELECT id FROM article NOT INDEXED WHERE id NOT IN"  # noqa: S608 - a parameter
            f" (SELECT rowid FROM word WHERE word MATCH {match})"
        )

    def _quotes(self, expression: str) -> Condition:
        match = f"FROM spoken WHERE spoken MATCH {self.value(expression)}"
        few = self._purpose == "count" or (
            self._purpose == "page" and self.count(f"SELECT 1 {match}", MANY) < MANY
        )
        if self._subject == "quote":
            rows = f"SELECT rowid {match}"
            place = f"(+quote.article_id * {PLACES} + quote.n)"
            test = (
                f"{place} IN ({rows})" if few else f"EXISTS (SELECT 1 {match} AND rowid = {place})"
            )
            return Condition(test, rows, "quote")
        rows = f"SELECT DISTINCT rowid / {PLACES} {match}"
        first = f"article.id * {PLACES}"
        within = f"EXISTS (SELECT 1 {match} AND rowid BETWEEN {first} AND {first} + {PLACES - 1})"
        return Condition(f"+article.id IN ({rows})" if few else within, rows)

    def _figures(self, nodes: list[Node]) -> Condition:
        test = " AND ".join(self._figure(node, "+figure.") for node in nodes)
        first = next((n for n in nodes if isinstance(n, Amount) and n.low is not None), None)
        ends: tuple[Literal["value", "high"], ...] = ("value", "high") if first else ("value",)
        ways = [
            "WHERE "
            + " AND ".join(
                self._figure(node, "figure.", end if node is first else None) for node in nodes
            )
            for end in ends
        ]
        if self._subject == "figure":
            rows = " UNION ALL ".join(f"SELECT article_id, n FROM figure {way}" for way in ways)  # noqa: S608
            return Condition(test, rows, "figure")
        rows = " UNION ALL ".join(f"SELECT article_id FROM figure {way}" for way in ways)  # noqa: S608
        there = f"EXISTS (SELECT 1 FROM figure WHERE article_id = article.id AND {test})"  # noqa: S608
        return Condition(f"+article.id IN ({rows})" if self._purpose == "count" else there, rows)

    def _figure(self, node: Node, table: str, end: Literal["value", "high"] | None = None) -> str:
        """Give what is true of a figure.

        A range counts where either end does. `end` is the one that must, so that an index can be
        used; where it is "high", "value" does not, so that the two together are all, each once.
        """
        match node:
            case Amount(low, high, with_low, with_high):
                parts = []
                if low is not None:
                    least = f"{'>=' if with_low else '>'} {self.value(low)}"
                    parts.append(
                        {
                            None: f"({table}value {least} OR {table}high {least})",
                            "value": f"{table}value {least}",
                            "high": f"{table}high {least} AND NOT +{table}value {least}",
                        }[end]
                    )
                if high is not None:
                    parts.append(f"{table}value <{'=' * with_high} {self.value(high)}")
                return " AND ".join(parts)
            case Unit(symbol):
                return f"{table}unit = {self.value(symbol)}"
            case Counted(words, exact, prefix):
                return self._counted(words, table, exact=exact, prefix=prefix)
            case OneOf(nodes):  # an index serves one range, not several
                return f"({' OR '.join(self._figure(n, table) for n in nodes)})"
            case All(nodes):
                return f"({' AND '.join(self._figure(n, table) for n in nodes)})"
        raise AssertionError(node)

    def _counted(self, words: tuple[str, ...], table: str, *, exact: bool, prefix: bool) -> str:
        key = f"{table}of_key"
        stem = " ".join(words)
        if prefix:
            return f"{key} >= {self.value(stem)} AND {key} < {self.value(stem + chr(0x10FFFF))}"
        *before, last = words
        nouns = (" ".join((*before, form)) for form in ((last,) if exact else forms(last)))
        return f"{key} IN ({', '.join(map(self.value, nouns))})"

    def _dated(self, first: str | None, last: str | None) -> str:
        parts = ["1"]
        if first:
            parts.append(f"article.sort_key >= {self.value(first)}")
        if last:
            # A date known less precisely may be a later one: 2023 is not within 2023-02.
            vaguer = [last[:size] for size in (4, 7) if size < len(last)]
            parts.append(f"article.sort_key < {self.value(last + '~')}")
            parts += [f"article.sort_key <> {self.value(known)}" for known in vaguer]
        return " AND ".join(parts)

    def _tagged(self, text: str) -> Condition:
        names = self._database.execute("SELECT DISTINCT name FROM tag").fetchall()
        these = self._list(name for (name,) in names if fold(name) == text)
        rows = f"SELECT article_id FROM tag WHERE name IN ({these})"  # noqa: S608
        return Condition(f"+article.id IN ({rows})", rows)

    def _from(self, text: str) -> Condition:
        sources = self._database.execute("SELECT id, name, address FROM source").fetchall()
        these = self._list(
            id for id, name, address in sources
            if text in fold(name) or text in fold(address.decode("utf-8", "replace"))
        )  # fmt: skip
        label = self.value(f"%{text.translate({ord(c): f'~{c}' for c in '%_~'})}%")
        label = f"label LIKE {label} ESCAPE '~'"
        address = f"address >= {self.value(text)} AND address < {self.value(text + chr(0x10FFFF))}"
        rows = (
            f"SELECT article_id FROM membership WHERE source_id IN ({these})"  # noqa: S608
            f" UNION ALL SELECT id FROM article WHERE address IS NOT NULL AND {address}"
            f" UNION ALL SELECT id FROM article WHERE {label}"
        )
        if self._purpose == "count":
            return Condition(f"+article.id IN ({rows})", rows)
        test = (
            f"article.{label} OR (article.{address.replace(' address', ' article.address')})"  # noqa: S608
            " OR EXISTS (SELECT 1 FROM membership"
            f" WHERE membership.article_id = article.id AND +source_id IN ({these}))"
        )
        return Condition(test, rows)

    def _list(self, values: Iterable[Any]) -> str:
        return ", ".join(map(self.value, values))


def is_of_figures(node: Node) -> bool:
    """Say whether a node is told of one figure."""
    match node:
        case Amount() | Unit() | Counted():
            return True
        case OneOf(nodes) | All(nodes):
            return all(map(is_of_figures, nodes))
    return False


def text_expression(node: Node) -> str | None:
    """Give the FTS5 expression of a node about the words of an article; None for any other."""
    return _expression(node, lambda phrase: phrase.column not in SPOKEN, _phrase)


def _without(expression: str, nodes: list[Node]) -> tuple[str, list[Node]]:
    """Take the words out that are denied, and give the nodes that are left."""
    words = []
    left = []
    for node in nodes:
        way = text_expression(node.node) if isinstance(node, Not) else None
        if way:
            words.append(way)
        else:
            left.append(node)
    return (f"({expression}) NOT ({' OR '.join(words)})" if words else expression), left


def _speech(node: Node) -> str | None:
    """Give the FTS5 expression of a node about quotes; None for any other."""
    return _expression(node, lambda phrase: phrase.column in SPOKEN, _phrase)


def is_told_of_a_quote(node: Node) -> bool:
    """Say whether some of a query is told of quotes."""
    return any(phrase.column in SPOKEN for phrase in phrases(node))


def name_expression(node: Node) -> str | None:
    """Give the FTS5 expression of plain words as words of a name; None for any other node."""
    return _expression(node, lambda phrase: phrase.column == "any", _plain)


def named_in(node: Node | None) -> list[str]:
    """Give FTS5 expressions over names that whoever is quoted must have, each of them."""
    nodes = node.nodes if isinstance(node, All) else (node,) if node else ()
    found = (_expression(n, lambda phrase: phrase.column == "speaker", _any_form) for n in nodes)
    return [expression for expression in found if expression]


def _any_form(phrase: Phrase) -> str:
    return _phrase(replace(phrase, column="any"))


def _plain(phrase: Phrase) -> str:
    return f'("{" ".join(phrase.words)}"{" *" * phrase.prefix})'


def _expression(
    node: Node, ours: Callable[[Phrase], bool], write: Callable[[Phrase], str]
) -> str | None:
    match node:
        case Phrase():
            return write(node) if ours(node) else None
        case All(nodes) | OneOf(nodes):
            parts = [_expression(child, ours, write) for child in nodes]
            if None in parts:
                return None
            sign = " AND " if isinstance(node, All) else " OR "
            return f"({sign.join(part for part in parts if part)})"
    return None


def _phrase(phrase: Phrase) -> str:
    *before, last = phrase.words
    ends = (last,) if phrase.exact or phrase.prefix else forms(last)
    ways = " OR ".join(f'"{" ".join((*before, end))}"{_PREFIX * phrase.prefix}' for end in ends)
    return f"({ways})" if phrase.column == "any" else f"{phrase.column} : ({ways})"


def marking(nodes: list[Phrase]) -> list[tuple[tuple[str, ...], bool]]:
    """Give the sequences of words to mark in a text, and whether the last word may go on."""
    return [
        ((*phrase.words[:-1], end), phrase.prefix)
        for phrase in nodes
        for end in (
            (phrase.words[-1],) if phrase.exact or phrase.prefix else forms(phrase.words[-1])
        )
    ]
