"""Numbers that belong together: ranges, fractions, and lists that share a scale and a unit."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.languages.quantities import Quantities
    from tui.parser.measures import Measure

_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 100, 1000})
"""What one counts in: "trois sur dix"; more is a total of its own."""

_FARTHEST = 40
_THOUSAND = 1000


class _Patterns:
    def __init__(self, quantities: Quantities) -> None:
        self.joints = re.compile(quantities.joints)
        self.between = re.compile(quantities.between)
        self.between_joint = re.compile(quantities.between_joint)
        self.commas = re.compile(quantities.commas)
        self.fraction_of = re.compile(quantities.fraction_of)
        self.from_to = re.compile(quantities.from_to)
        self.part_of = re.compile(quantities.part_of)
        self.of_whole = re.compile(rf"(?: [^\W\d_][\w'-]*){{0,4}}{quantities.fraction_of}")
        self.counts = re.compile(r" (?P<noun>[^\W\d_]+[sx])\b")


@cache
def _patterns(quantities: Quantities) -> _Patterns:
    return _Patterns(quantities)


def join(text: str, measures: list[Measure], quantities: Quantities) -> list[Measure]:
    """Join what stands beside each other, from the right, since scale and unit stand there."""
    patterns = _patterns(quantities)
    joined: list[Measure] = []
    for measure in reversed(measures):
        after = joined[-1] if joined else None
        if after is None or after.start - measure.end > _FARTHEST:
            joined.append(measure)
            continue
        gap = text[measure.end : after.start]
        fraction = _fraction(measure, after, gap, patterns)
        if fraction is not None and not _counts_too(text, after, gap, quantities):
            joined[-1] = fraction
            continue
        shared = _share(text, measure, after, gap, patterns)
        if _is_range(text, shared, after, gap, patterns):
            joined[-1] = shared._replace(
                end=after.end,
                high=after.value if after.high is None else after.high,
                has_unit=after.has_unit or shared.has_unit,
                plus=after.plus,
            )
        else:
            joined.append(shared)
    return joined[::-1]


def _fraction(one: Measure, whole: Measure, gap: str, patterns: _Patterns) -> Measure | None:
    """Read "trois Belges sur quatre", "one in ten": the noun may stand inside."""
    if (
        (one.has_unit and one.unit != "x")
        or whole.has_unit
        or one.high is not None
        or whole.high is not None
    ):
        return None
    if not patterns.of_whole.fullmatch(gap) or whole.value not in _WHOLES:
        return None
    if not 0 < one.value < whole.value or one.part or whole.part:
        return None
    if one.value % 1:  # a mark: "14,5 sur 20"
        return one._replace(end=whole.end)
    return one._replace(
        end=whole.end, value=one.value / whole.value, unit=None, part=True, inner=one.end
    )


def _counts_too(text: str, whole: Measure, gap: str, quantities: Quantities) -> bool:
    """Has each number a noun of its own: "deux essais sur dix bateaux", but "deux sur dix"?"""
    patterns = _patterns(quantities)
    following = patterns.counts.match(text, whole.end)
    return (
        following is not None
        and following["noun"].lower() not in quantities.stop_words
        and patterns.fraction_of.fullmatch(gap) is None
    )


def _share(text: str, one: Measure, after: Measure, gap: str, patterns: _Patterns) -> Measure:
    """Give a bare number the scale and the unit of the number behind it."""
    joined = patterns.joints.fullmatch(gap) is not None
    listed = not joined and patterns.commas.fullmatch(gap) is not None
    part = patterns.part_of.fullmatch(gap) is not None
    opened = patterns.between_joint.fullmatch(gap) is not None
    if (
        one.part
        or after.part
        or not (joined or listed or part or opened or patterns.fraction_of.fullmatch(gap))
    ):
        return one
    if after.unit == "%" and one.value >= _THOUSAND:
        return one  # "5 % en 2012 et 6 %"
    measured = after.has_unit or after.linked
    if one.has_unit and (measured or not one.currency_first):
        return one
    shared = one
    if one.scale == 1 and after.scale > 1 and one.value < _THOUSAND:
        if not listed or measured or _opened(text, one, patterns):
            shared = one._replace(value=one.value * after.scale, scale=after.scale, linked=True)
    elif joined and one.scale == after.scale == 1 and not one.has_unit:
        thousands = after.value / _THOUSAND
        if thousands % 1 == 0 and one.value % 1 == 0 and one.value < thousands < _THOUSAND:
            shared = one._replace(value=one.value * _THOUSAND, linked=True)  # "7 à 8 000"
    idle = one.numeral.is_article and not joined and not listed
    comparable = shared.scale > 1 or after.scale == 1
    if measured and not one.has_unit and not part and not idle and comparable:
        return shared._replace(
            unit=after.unit,
            value=shared.value * after.factor,
            factor=after.factor,
            linked=True,
        )
    return shared


def _opened(text: str, one: Measure, patterns: _Patterns) -> bool:
    return patterns.between.search(text, max(0, one.start - 20), one.start) is not None


def _is_range(text: str, one: Measure, after: Measure, gap: str, patterns: _Patterns) -> bool:
    """Whether the two are the ends of one range: "entre 2 et 3", "de 5 à 10", "three or four"."""
    low, high = one.value, after.value if after.high is None else after.high
    if one.high is not None or one.part or after.part or not low < high:
        return False
    if one.unit != after.unit and not (one.currency_first and after.unit is None):
        return False
    if one.factor != after.factor:  # "lost 12 cents to $48"
        return False
    if patterns.between_joint.fullmatch(gap):
        return _opened(text, one, patterns)
    if after.high is not None and gap.strip() == ",":  # "un, deux ou trois"
        return low + 1 == after.value
    if not patterns.joints.fullmatch(gap):
        return False
    return not patterns.from_to.search(text, max(0, one.start - 30), one.start)
