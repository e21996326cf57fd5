"""What stands around a figure and qualifies it: its bound, its rate, its change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.article import Bound, Change
    from tui.parser.languages.quantities import Quantities

_BEFORE = 90
_AFTER = 60
_CLAUSE = re.compile(r"[.;:!?\n]\s")


class _Patterns:
    def __init__(self, quantities: Quantities) -> None:
        self.before = [(re.compile(p, re.IGNORECASE), b) for p, b in quantities.bounds_before]
        self.after = [(re.compile(p, re.IGNORECASE), b) for p, b in quantities.bounds_after]
        self.changes = [(re.compile(p, re.IGNORECASE), c) for p, c in quantities.changes]
        self.per = re.compile(quantities.per)
        self.rate_words = [(re.compile(p), name) for p, name in quantities.rate_words]


@cache
def _patterns(quantities: Quantities) -> _Patterns:
    return _Patterns(quantities)


def bound(text: str, start: int, end: int, quantities: Quantities) -> Bound | None:
    """Read what bounds the figure, on its left and then on its right."""
    patterns = _patterns(quantities)
    left = text[max(0, start - _BEFORE) : start]
    for pattern, name in patterns.before:
        if pattern.search(left):
            return name
    right = text[end : end + _AFTER]
    for pattern, name in patterns.after:
        if pattern.match(right):
            return name
    return None


@dataclass(frozen=True, slots=True)
class Rate:
    """What a figure is per, and where that ends."""

    name: str
    end: int


def rate(text: str, start: int, end: int, floor: int, quantities: Quantities) -> Rate | None:
    """Read what the figure is per; nothing before `floor` is said of it."""
    patterns = _patterns(quantities)
    match = patterns.per.match(text, end, min(len(text), end + _AFTER))
    if match is not None:
        name = match.groupdict().get("sign") or match.groupdict().get("name") or ""
        known = quantities.per_names.get(name) or quantities.per_names.get(name.lower())
        if known is not None:
            return Rate(known, match.end())
    clause = _clause(text, start, end)
    for pattern, name in patterns.rate_words:
        near = pattern.search(text, end, min(len(text), end + 30, clause[1])) or pattern.search(
            text, max(clause[0], start - 40, floor), start
        )
        if near:
            return Rate(name, end)
    return None


def change(text: str, start: int, quantities: Quantities) -> Change | None:
    """Read the nearest word of growth or fall before the figure, in its clause."""
    left = text[_clause(text, start, start)[0] : start]
    found: tuple[int, Change] | None = None
    for pattern, name in _patterns(quantities).changes:
        for match in pattern.finditer(left):
            if found is None or match.end() > found[0]:
                found = match.end(), name
    if found is None or len(left) - found[0] > 30:
        return None
    return found[1]


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the clause around a figure, as far as one looks."""
    first = max(0, start - _BEFORE)
    for mark in _CLAUSE.finditer(text, first, start):
        first = mark.end()
    mark_after = _CLAUSE.search(text, end, min(len(text), end + _BEFORE))
    return first, mark_after.start() if mark_after else min(len(text), end + _BEFORE)
