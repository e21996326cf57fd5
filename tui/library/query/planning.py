"""How answers are found, so that a page costs what is rare in its query, or what is on the page.

There are three strategies, and all give the same answers in the same order:

- led: the few rows that one condition allows are fetched, and the rest is asked of each of them;
- probed: the next few articles in their order are looked at, and the index asked of each by itself;
- listed: the order leads, and what stands in it is looked up in lists that are made once.

The rarest condition leads where it is rare, or all those together that are told of articles. Where
they are common, a page of answers is likely among the next few articles, and those are probed;
where too few of them answer, all are listed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.library.query.compiling import is_of_articles
from tui.library.query.tree import join, parts
from tui.library.words import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.library.query.compiling import Compiler, Condition, Subject
    from tui.library.query.tree import Node

Strategy = Literal["led", "probed", "listed"]

FEW = 4000
"""Rows below which a condition may lead: they are sorted for a page."""

NEARBY = 300
"""Articles that are probed, at most."""

DENSE = 0.35
"""The share of the articles added first that must have the words, or lack them, to probe."""

_NEWEST = "article_newest"

_SMALLER = ("article_starred", "article_changed", "article_language", "article_unread",
            "article_counting", "article_quoting")  # fmt: skip
"""Indexes that hold part of the articles in the order of that one; those with the fewest first."""


class Plan(NamedTuple):
    """What stands after FROM and WHERE; where it is "probed", for what a probe does not find."""

    strategy: Strategy
    source: str
    tests: str


def plan(
    compiler: Compiler,
    asks: Node | None,
    subject: Subject,
    *,
    also: Sequence[Condition] = (),
    few: int | None = None,
    patient: bool = True,
) -> Plan:
    """Choose a strategy for a query, and for conditions of the caller; below `few` rows may lead.

    Unless `patient`, nothing leads that takes about as long to be tried as a page of articles does:
    beginnings of words that are not indexed, and several conditions together.
    """
    conditions = [*compiler.conditions(asks), *also]
    leading: Condition | None = None
    found: list[int] = []
    few = most = FEW if few is None else few
    dense = any(part.in_order for part in conditions)
    for part in sorted(conditions, key=lambda part: part.cost):
        if part.cost and leading is not None:
            break  # what is had already is cheaper than to look for less
        dense = dense and part.cost < 2
        if part.rows is None or part.found >= most or (part.cost == 2 and not patient):
            continue
        numbers = compiler.numbers(part.rows, most)
        if len(numbers) < most:
            leading, found, most = part, numbers, len(numbers)
        elif part.in_order:
            dense = dense and bool(numbers) and len(numbers) >= DENSE * numbers[-1]
    if leading is not None:
        others = (part for part in conditions if part is not leading)
        return Plan("led", led(compiler, leading.of, found, subject), all_of(others))
    articles = _articles(compiler.of("article"), asks, few) if patient else None
    if articles is not None:
        rest = compiler.conditions(join([node for node in parts(asks) if not is_of_articles(node)]))
        source = led(compiler, "article", articles, subject)
        return Plan("led", source, all_of([*rest, *also]))
    walked = f"article INDEXED BY {index_of(conditions)}{_joined(subject)}"
    return Plan("probed" if dense else "listed", walked, all_of(conditions))


def _articles(compiler: Compiler, asks: Node | None, few: int) -> list[int] | None:
    """Give the articles of which all is true that is told of articles; None where they are many."""
    conditions = compiler.conditions(join([node for node in parts(asks) if is_of_articles(node)]))
    if not conditions or (len(conditions) == 1 and conditions[0].rows):
        return None  # there is nothing to put together
    source = "article NOT INDEXED"
    listed = next((part for part in conditions if part.in_order and part.cost != 1), None)
    if listed is not None:
        rows = f"(WITH listed (word) AS ({listed.rows}) SELECT word FROM listed)"  # noqa: S608
        source = f"{rows} CROSS JOIN article ON article.id = word"
    elif any(part.index for part in conditions):
        source = f"article INDEXED BY {index_of(conditions)}"
    tests = all_of(part for part in conditions if part is not listed)
    found = compiler.numbers(f"SELECT article.id FROM {source} WHERE {tests}", few)  # noqa: S608
    return found if len(found) < few else None


def led(compiler: Compiler, of: Subject, numbers: Iterable[int], subject: Subject) -> str:
    """Give FROM with these articles in front; or these quotes or figures, by their `PLACES`."""
    values = compiler.value(json.dumps(list(dict.fromkeys(numbers))))
    front = f"(SELECT value AS lead FROM json_each({values}))"  # noqa: S608 - a parameter
    if of == "article":
        return f"{front} CROSS JOIN article ON article.id = lead{_joined(subject)}"
    return (
        f"{front} CROSS JOIN article ON article.id = lead / {PLACES} CROSS JOIN {subject}"
        f" ON {subject}.article_id = article.id AND {subject}.n = lead % {PLACES}"
    )


def all_of(conditions: Iterable[Condition]) -> str:
    """Give WHERE."""
    return " AND ".join(f"({part.test})" for part in conditions) or "1"


def index_of(conditions: Iterable[Condition]) -> str:
    """Give the smallest index on articles by date that has all the answers."""
    own = {part.index for part in conditions}
    return next((name for name in _SMALLER if name in own), _NEWEST)


def _joined(subject: Subject) -> str:
    """Join the quotes or figures of an article to it."""
    if subject == "article":
        return ""
    return f" CROSS JOIN {subject} ON {subject}.article_id = article.id"
