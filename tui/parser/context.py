"""What stands around a figure and qualifies it: its bound, its rate, its change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.parser.article import Bound, Change
    from tui.parser.languages.quantities import Quantities

_BEFORE = 90
_BOUND = 48
_AFTER = 60
_NEAR = 40
_CLAUSE = re.compile(r"[.;:!?\n]\s")


class _Patterns:
    def __init__(self, quantities: Quantities) -> None:
        self.before, self.names = _alternation(quantities.bounds_before)
        self.after = [(re.compile(p, re.IGNORECASE), b) for p, b in quantities.bounds_after]
        self.changes = [(re.compile(p, re.IGNORECASE), c) for p, c in quantities.changes]
        self.per = re.compile(quantities.per)
        self.rate_words = [
            (
                re.compile(rf"(?:{p})[^.,;:()!?]{{0,25}}$"),
                re.compile(rf" (?:[\w'-]+ ){{0,2}}(?:{p})"),
                name,
            )
            for p, name in quantities.rate_words
        ]


def _alternation(
    bounds: Iterable[tuple[str, Bound]],
) -> tuple[re.Pattern[str], dict[str, Bound]]:
    """Join what bounds from the left: what begins first holds, "pas moins de" before "moins de"."""
    named = {f"b{place}": bound for place, (_, bound) in enumerate(bounds)}
    branches = [f"(?P<{name}>{text})" for name, (text, _) in zip(named, bounds, strict=True)]
    return re.compile("|".join(branches) or r"(?!)", re.IGNORECASE), named


@cache
def _patterns(quantities: Quantities) -> _Patterns:
    return _Patterns(quantities)


def bound(text: str, start: int, end: int, quantities: Quantities) -> Bound | None:
    """Read what bounds the figure, on its left and then on its right."""
    patterns = _patterns(quantities)
    left = text[max(0, start - _BOUND) : start]
    if before := patterns.before.search(left):
        return patterns.names[before.lastgroup or ""]
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


def rate(
    text: str, start: int, end: int, floor: int, quantities: Quantities, *, measured: bool
) -> Rate | None:
    """Read what the figure is per; nothing before `floor` is said of it."""
    patterns = _patterns(quantities)
    match = patterns.per.match(text, end, min(len(text), end + _AFTER))
    if match is not None:
        sign, name = match["sign"], match.groupdict().get("name") or ""
        name = sign or (name if len(name) > 1 else "")
        known = quantities.per_names.get(name) or quantities.per_names.get(name.lower())
        if known is not None:
            return Rate(known, match.end())
    before, after = text[max(floor, start - _NEAR) : start], text[end : end + _NEAR]
    for left, right, name in patterns.rate_words:
        if right.match(after) or (measured and left.search(before)):
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
