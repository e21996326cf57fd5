"""Numbers that belong together: ranges, fractions, and lists that share a scale and a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.languages.quantities import Quantities
    from tui.parser.measures import Measure

_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 100, 1000})
"""What one counts in: "trois sur dix"; more is a total of its own."""

_FARTHEST = 40


class _Patterns:
    def __init__(self, quantities: Quantities) -> None:
        self.joints = re.compile(quantities.joints)
        self.between = re.compile(quantities.between)
        self.between_joint = re.compile(quantities.between_joint)
        self.commas = re.compile(quantities.commas)
        self.fraction_of = re.compile(quantities.fraction_of)
        self.from_to = re.compile(quantities.from_to)
        self.part_of = re.compile(quantities.part_of)
        self.of_whole = re.compile(rf"(?: [^\W\d_][\w'-]*){{0,2}}{quantities.fraction_of}")


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
        if fraction is not None:
            joined[-1] = fraction
            continue
        shared = _share(text, measure, after, gap, patterns)
        if _is_range(text, shared, after, gap, patterns):
            joined[-1] = replace(
                shared,
                end=after.end,
                high=after.value if after.high is None else after.high,
                has_unit=after.has_unit or shared.has_unit,
                plus=after.plus,
            )
        else:
            joined.append(shared)
    return joined[::-1]


def _fraction(one: Measure, whole: Measure, gap: str, patterns: _Patterns) -> Measure | None:
    """Read "trois Français sur quatre", "one in ten": the noun may stand inside."""
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
        return replace(one, end=whole.end)
    return replace(
        one, end=whole.end, value=one.value / whole.value, unit=None, part=True, inner=one.end
    )


def _share(text: str, one: Measure, after: Measure, gap: str, patterns: _Patterns) -> Measure:
    """Give a bare number the scale and the unit of the number behind it."""
    if one.has_unit and after.has_unit and not one.currency_first:
        return one
    beside = (
        patterns.joints.fullmatch(gap)
        or patterns.commas.fullmatch(gap)
        or patterns.between_joint.fullmatch(gap)
        or patterns.fraction_of.fullmatch(gap)
        or patterns.part_of.fullmatch(gap)
    )
    if not beside or one.part or after.part:
        return one
    listed = patterns.commas.fullmatch(gap) and not patterns.joints.fullmatch(gap)
    unit, value, scale, factor = one.unit, one.value, one.scale, one.factor
    if (
        scale == 1
        and after.scale > 1
        and not (listed and not after.has_unit and not _opened(text, one, patterns))
        and value < 1000
        and not (one.has_unit and not one.currency_first)
    ):
        high = after.value / after.scale
        if value < max(high, 1) or patterns.joints.fullmatch(gap) or listed:
            value, scale = value * after.scale, after.scale
    joined = patterns.joints.fullmatch(gap)
    if joined and scale == 1 and not value % 1 and after.value % 1000 == 0 and after.scale == 1:
        if value < after.value / 1000 <= 999 and not one.has_unit:  # "7 à 8 000"
            value *= 1000
    if (
        not one.has_unit
        and after.has_unit
        and not patterns.part_of.fullmatch(gap)
        and (scale > 1 or after.scale == 1)
    ):
        if one.numeral.is_article and not patterns.joints.fullmatch(gap) and not listed:
            return one
        unit, value, factor = after.unit, value * after.factor, after.factor
    if (unit, value) == (one.unit, one.value):
        return one
    return replace(one, unit=unit, value=value, scale=scale, factor=factor, linked=True)


def _opened(text: str, one: Measure, patterns: _Patterns) -> bool:
    return patterns.between.search(text, max(0, one.start - 20), one.start) is not None


def _is_range(text: str, one: Measure, after: Measure, gap: str, patterns: _Patterns) -> bool:
    """Whether the two are the ends of one range: "entre 2 et 3", "de 5 à 10", "three or four"."""
    low, high = one.value, after.value if after.high is None else after.high
    if one.high is not None or one.part or after.part or not low < high:
        return False
    if one.unit != after.unit and not (one.currency_first and after.unit is None):
        return False
    if one.factor != after.factor:  # "lost 36 cents to $61"
        return False
    if patterns.between_joint.fullmatch(gap):
        return _opened(text, one, patterns)
    if after.high is not None and gap.strip() == ",":  # "un, deux ou trois"
        return low + 1 == after.value
    if not patterns.joints.fullmatch(gap):
        return False
    return not patterns.from_to.search(text, max(0, one.start - 30), one.start)
