"""What stands around a figure and qualifies it: its bound, its rate, its change.

All of it is read in a paragraph in lower case.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from tui.parser.alternation import WORD_BEGINS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.parser.article import Bound, Change
    from tui.parser.languages.quantities import Quantities

_Name = TypeVar("_Name", bound=str)

_BOUND = 48
_AFTER = 60
_NEAR = 40
_CHANGE = 30
"""How far a word of growth may stand before its figure …"""
_LONGEST_WORD = 24
"""… and how long it may be."""
_CLAUSE_END = re.compile(r"[.;:!?\n]\s")


class _Patterns:
    """The rules of a language, each kind as one pattern."""

    def __init__(self, quantities: Quantities) -> None:
        before, self.bounds_before = _alternation(quantities.bounds_before)
        after, self.bounds_after = _alternation(quantities.bounds_after)
        growth, self.changes = _alternation(quantities.changes)
        rates, self.rates = _alternation(quantities.rate_words)
        self.before = re.compile(rf"{WORD_BEGINS}(?:{before})")
        self.after = re.compile(after)
        self.growth = re.compile(rf"{WORD_BEGINS}(?:{growth})")
        self.per = re.compile(quantities.per)
        self.parallel = re.compile(rf"[^.;:!?()]*?\b(?:{quantities.parallel})\b[^.;:!?()]*")
        self.joints = re.compile(quantities.joints)
        self.listed = re.compile(rf"(?: [^\W\d_]+){{1,2}}(?:{quantities.commas})")
        self.multiplied = re.compile(quantities.multiplied)
        self.rate_before = re.compile(rf"{WORD_BEGINS}(?:{rates})[^.,;:()!?]{{0,25}}$")
        self.rate_after = re.compile(rf" (?:(?!{quantities.whole})[\w'-]+ ){{0,2}}(?:{rates})")


def _alternation(rules: Iterable[tuple[str, _Name]]) -> tuple[str, dict[str, _Name]]:
    """Join rules: what begins first holds, then the rule before; with the name of each group."""
    named = {f"r{place}": rule for place, rule in enumerate(rules)}
    branches = [f"(?P<{group}>{pattern})" for group, (pattern, _) in named.items()]
    names = {group: name for group, (_, name) in named.items()}
    return "|".join(branches) or r"(?!)", names


@cache
def _patterns(quantities: Quantities) -> _Patterns:
    return _Patterns(quantities)


def bound(text: str, start: int, end: int, quantities: Quantities) -> tuple[Bound | None, int]:
    """Read what bounds the figure, on its left and then on its right, and where all that begins."""
    patterns = _patterns(quantities)
    first = max(0, start - _BOUND)
    if before := patterns.before.search(text, first, start):
        return patterns.bounds_before[before.lastgroup or ""], before.start()
    if after := patterns.after.match(text, end, end + _AFTER):
        return patterns.bounds_after[after.lastgroup or ""], start
    return None, start


class Rate(NamedTuple):
    """What a figure is per, and where that ends."""

    name: str
    end: int


def rate(
    text: str, start: int, end: int, floor: int, quantities: Quantities, *, measured: bool
) -> Rate | None:
    """Read what the figure is per; nothing before `floor` is said of it."""
    patterns = _patterns(quantities)
    match = patterns.per.match(text, end, end + _AFTER)
    if match is not None:
        sign, name = match["sign"], match.groupdict().get("name") or ""
        known = quantities.per_names.get(sign or (name if len(name) > 1 else ""))
        if known is not None:
            return Rate(known, match.end())
    word = patterns.rate_after.match(text, end, end + _NEAR)
    if word is None and measured:
        word = patterns.rate_before.search(text, max(floor, start - _NEAR), start)
    return Rate(patterns.rates[word.lastgroup or ""], end) if word else None


def parallel(
    text: str, end: int, start: int, quantities: Quantities
) -> Literal["on", "back"] | None:
    """Tell whether what lies between two figures of one unit lets a rate pass on to the second, as
    in "60 euros le baril, contre 50 euros", or back to the first, as in "50 à 60 euros le baril".
    """
    patterns = _patterns(quantities)
    if patterns.joints.fullmatch(text, end, start):
        return "back"
    return "on" if patterns.parallel.fullmatch(text, end, start) else None


def listed(text: str, end: int, start: int, quantities: Quantities) -> bool:
    """Whether only a noun and a comma part two counts, as in "20 points, 5 rebounds a game"."""
    return _patterns(quantities).listed.fullmatch(text, end, start) is not None


def multiplies(text: str, start: int, quantities: Quantities) -> bool:
    """Whether the figure is a factor: "multiplié par dix"."""
    first = max(0, start - _NEAR)
    return _patterns(quantities).multiplied.search(text, first, start) is not None


def change(text: str, start: int, quantities: Quantities) -> Change | None:
    """Read the nearest word of growth or fall before the figure, in its clause."""
    patterns = _patterns(quantities)
    words = list(patterns.growth.finditer(text, max(0, start - _CHANGE - _LONGEST_WORD), start))
    if not words or start - words[-1].end() > _CHANGE:
        return None
    if _CLAUSE_END.search(text, words[-1].end(), start):
        return None
    return patterns.changes[words[-1].lastgroup or ""]
