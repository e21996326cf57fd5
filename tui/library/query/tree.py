"""A query once it has been read: a frozen tree that says what is asked, and nothing of how.

Words are folded and cut as the index cuts them. Dates and numbers are read. A tree can be compared,
kept as a key, and handed to another thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Column = Literal["any", "title", "byline", "speaker", "role", "said", "kind"]
"""Where words are looked for. "any" is title, byline and text; "kind" holds one of the names of
`tui.parser.article.QuoteKind`."""

SPOKEN: frozenset[Column] = frozenset({"speaker", "role", "said", "kind"})
"""The columns that are told of one quote."""

Flag = Literal["unread", "starred", "changed"]
Kept = Literal["quotes", "figures", "note", "tag"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side."""

    words: tuple[str, ...]
    column: Column = "any"
    exact: bool = False
    """As typed between quotation marks: no plural of it will do."""
    prefix: bool = False
    """The last word may go on."""
    start: int = 0
    end: int = 0
    """Where it stands in the query as it was typed."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range that meets this one; a limit that is None is none."""

    low: float | None
    high: float | None
    with_low: bool = True
    with_high: bool = True


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a figure as `tui.parser.article.Figure.unit` has it."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a figure counts."""

    words: tuple[str, ...]
    exact: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Flagged:
    """A state of an article."""

    flag: Flag
    on: bool = True


@dataclass(frozen=True, slots=True)
class Having:
    """An article that has at least one of these."""

    what: Kept


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of publication, or where there is none of adding, between two dates.

    Both are ISO 8601 at any precision, and both are included: all of February for "2023-02".
    """

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Language:
    """The language of an article: ISO 639-1."""

    code: str


@dataclass(frozen=True, slots=True)
class Named:
    """A tag, or a source by its name, host or file name, which this text is part of; folded."""

    field: Literal["tag", "source"]
    text: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be so."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """What must all be so."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Of which one must be so."""

    nodes: tuple[Node, ...]


Figures: TypeAlias = Amount | Unit | Counted
"""What is told of one figure."""

State: TypeAlias = Flagged | Having | Dated | Language | Named
"""What is told of an article beside its words."""

Node: TypeAlias = Phrase | Figures | State | Not | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and what it asks; `asks` is None where that is nothing: every article."""

    text: str
    asks: Node | None = None

    def __bool__(self) -> bool:
        return self.asks is not None


def join(nodes: list[Node], kind: type[All | Any] = All) -> Node | None:
    """Put nodes under one, without a level that says nothing."""
    flat: dict[Node, None] = {}
    for node in nodes:
        flat.update(dict.fromkeys(node.nodes if isinstance(node, kind) else (node,)))
    if len(flat) <= 1:
        return next(iter(flat), None)
    return kind(tuple(flat))


def parts(asks: Node | None) -> tuple[Node, ...]:
    """Give what must all be so."""
    return asks.nodes if isinstance(asks, All) else (asks,) if asks else ()


def negate(node: Node) -> Node:
    """Deny a node."""
    return node.node if isinstance(node, Not) else Not(node)


def phrases(node: Node | None) -> list[Phrase]:
    """Give the phrases that are wanted, in the order of the query; none of those denied."""
    match node:
        case Phrase():
            return [node]
        case All(nodes) | Any(nodes):
            return [phrase for child in nodes for phrase in phrases(child)]
    return []
