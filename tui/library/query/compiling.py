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
    State,
    Unit,
    parts,
    phrases,
)
from tui.library.query.tree import Any as OneOf
from tui.library.words import PLACES
from tui.text.find import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

Subject = Literal["article", "quote", "figure"]

Purpose = Literal["page", "count", "one"]
"""What the SQL is for: the first rows, where a walk ends soon; all rows; one given row."""

_PREFIX = " *"
"""After a word between quotation marks, this makes it the beginning of one."""

MANY = 100_000
"""Above this, a page tries quotes one by one rather than list all that match."""

_INDEXED = 3
"""The longest beginning of words that `word` has an index of; `spoken` has none."""

_HAVING = {
    "quotes": "article.quotes > 0",
    "figures": "article.figures > 0",
    "note": "EXISTS (SELECT 1 FROM note WHERE note.article_id = article.id)",
    "tag": "EXISTS (SELECT 1 FROM tag WHERE tag.article_id = article.id)",
}


_COUNTED = {"quotes": "article_quoting", "figures": "article_counting"}
"""The indexes of the articles that have some."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must be so."""

    test: str
    """Said of a row."""
    rows: str | None = None
    """The SELECT of what it is true of, where an index gives that: ids of articles, or what it is
    `of`, as `PLACES` numbers it; one may come twice."""
    of: Subject = "article"
    cost: Literal[0, 1, 2] = 0
    """0 where the first of these rows come at once; 1 where few of them cost a walk over all words;
    2 where even the first one costs what all of them do."""
    in_order: bool = False
    """Whether they are articles in the order in which those were added."""
    index: str | None = None
    """The index that holds just the articles of which it is true, newest last."""
    match: str | None = None
    """Where it is about words: the parameter that holds its FTS5 expression."""
    found: int = 0
    """How many rows there are at least, where that had to be known."""


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

    def of(self, subject: Subject) -> Compiler:
        """Give one about another subject, over the same library."""
        return Compiler(self._database, subject, self._purpose)

    def conditions(self, node: Node | None) -> list[Condition]:
        """Give what must all be so."""
        nodes = [self._by_any_name(node) for node in parts(node)]
        found: list[Condition] = []
        words = [n for n in nodes if text_expression(n)]
        if words:
            denied = [n for n in nodes if isinstance(n, Not) and text_expression(n.node)]
            found.append(self._words(words, denied))
            nodes = [n for n in nodes if n not in words and n not in denied]
        said = [n for n in nodes if _speech(n)]
        if said:
            found.append(self._quotes(said))
            nodes = [n for n in nodes if n not in said]
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

    def numbers(self, rows: str, limit: int) -> list[int]:
        """Give the first rows of a SELECT of numbers."""
        return [number for (number,) in self.select(f"{rows} LIMIT {limit:d}")]

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
                return self._denied(inner)
            case OneOf(nodes):
                return self._either(nodes)
            case All():
                return Condition(f"({self._test(node)})")
            case Flagged(flag, on):
                index = f"article_{flag}" if on else None
                rows = f"SELECT id FROM article INDEXED BY {index} WHERE {flag} = 1"  # noqa: S608
                return Condition(f"article.{flag} = {on:d}", rows if on else None, index=index)
            case Having(what):
                if what in ("quotes", "figures"):
                    return self._indexed(_HAVING[what], _COUNTED[what])
                return Condition(_HAVING[what], f"SELECT article_id FROM {what}")  # noqa: S608
            case Language(code):
                test = f"article.language = {self.value(code)}"
                return self._indexed(test, "article_language")
            case Dated(first, last):
                return self._indexed(self._dated(first, last), "article_newest")
            case Named("tag", text):
                return self._tagged(text)
            case Named(_, text):
                return self._from(text)
        raise AssertionError(node)

    def _test(self, node: Node) -> str:
        return " AND ".join(f"({part.test})" for part in self.conditions(node))

    def _indexed(self, test: str, index: str) -> Condition:
        rows = f"SELECT id FROM article INDEXED BY {index} WHERE {test}"  # noqa: S608
        return Condition(test, rows, index=index)

    def _words(self, nodes: Sequence[Node], denied: Sequence[Not]) -> Condition:
        expression = _together(nodes, text_expression)
        if denied:
            without = " OR ".join(text_expression(node.node) or "" for node in denied)
            expression = f"({expression}) NOT ({without})"
        match = self.value(expression)
        rows = f"SELECT rowid FROM word WHERE word MATCH {match}"  # noqa: S608
        test = (
            f"EXISTS ({rows} AND rowid = article.id)"
            if self._purpose == "one"
            else f"+article.id IN ({rows})"
        )
        words = (*nodes, *(node.node for node in denied))
        cost: Literal[0, 2] = 2 if is_begun(words, _INDEXED) else 0
        return Condition(test, rows, cost=cost, in_order=True, match=match)

    def _denied(self, node: Node) -> Condition:
        """Deny words, and give the articles without them where they are few; or deny all else.

        Two lists in the same order are merged as they are read, which is quicker than to look each
        article up in a list of nearly all. `word_docsize` is the narrowest with a row for each.
        """
        test = f"({self._test(node)}) IS NOT TRUE"  # a figure without a unit is not in euros either
        words = text_expression(node)
        if words is None:
            return Condition(test)
        rows = (
            "SELECT id FROM word_docsize EXCEPT"  # noqa: S608 - a parameter
            f" SELECT rowid FROM word WHERE word MATCH {self.value(words)} ORDER BY 1"
        )
        return Condition(test, rows, cost=2 if is_begun([node], _INDEXED) else 1, in_order=True)

    def _either(self, nodes: Sequence[Node]) -> Condition:
        """Let one of several be so; where each gives its rows, their rows together are those."""
        ways = [self.conditions(node) for node in nodes]
        tests = (" AND ".join(f"({part.test})" for part in way) for way in ways)
        test = f"({' OR '.join(tests)})"
        alone = [way[0] for way in ways if len(way) == 1 and way[0].rows]
        if len(alone) < len(ways) or len({part.of for part in alone}) > 1:
            return Condition(test)
        rows = " UNION ALL ".join(f"SELECT * FROM ({part.rows})" for part in alone)  # noqa: S608
        return Condition(test, rows, alone[0].of, max(part.cost for part in alone))

    def _quotes(self, nodes: Sequence[Node]) -> Condition:
        match = f"FROM spoken WHERE spoken MATCH {self.value(_together(nodes, _speech))}"
        begun = is_begun(nodes, 0)
        page = self._purpose == "page"
        found = self.count(f"SELECT 1 {match}", MANY) if page and not begun else 0
        few = self._purpose == "count" or (page and found < MANY)
        cost: Literal[0, 2] = 2 if begun else 0
        if self._subject == "quote":
            rows = f"SELECT rowid {match}"
            place = f"(+quote.article_id * {PLACES} + quote.n)"
            test = (
                f"{place} IN ({rows})" if few else f"EXISTS (SELECT 1 {match} AND rowid = {place})"
            )
            return Condition(test, rows, "quote", cost, found=found)
        rows = f"SELECT DISTINCT rowid / {PLACES} {match}"
        first = f"article.id * {PLACES}"
        within = f"EXISTS (SELECT 1 {match} AND rowid BETWEEN {first} AND {first} + {PLACES - 1})"
        return Condition(f"+article.id IN ({rows})" if few else within, rows, cost=cost)

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
            place = f"SELECT article_id * {PLACES} + n FROM figure"  # noqa: S608
            rows = " UNION ALL ".join(f"{place} {way}" for way in ways)
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


def is_of_articles(node: Node) -> bool:
    """Say whether a node is told of an article, whatever quotes and figures it has."""
    match node:
        case Phrase():
            return node.column not in SPOKEN
        case Not(inner):
            return is_of_articles(inner)
        case All(nodes) | OneOf(nodes):
            return all(map(is_of_articles, nodes))
    return isinstance(node, State)


def _together(nodes: Sequence[Node], expression: Callable[[Node], str | None]) -> str:
    """Give one FTS5 expression of nodes that have one each."""
    joined = expression(All(tuple(nodes)) if len(nodes) > 1 else nodes[0])
    assert joined is not None  # noqa: S101 - so the caller says
    return joined


def is_begun(nodes: Iterable[Node], indexed: int) -> bool:
    """Say whether some word may go on after more letters than are indexed: FTS5 then gathers all
    words that begin so, whatever row it is asked for.
    """
    for node in nodes:
        match node:
            case Phrase(words, prefix=True) if len(words[-1]) > indexed:
                return True
            case Not(inner) if is_begun([inner], indexed):
                return True
            case All(inside) | OneOf(inside) if is_begun(inside, indexed):
                return True
    return False


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
