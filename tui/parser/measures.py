"""A numeral with its sign, scale and unit: the smallest thing that may be a figure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.parser.numbers import Numeral
from tui.parser.units import currency_before, scale_after, unit_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.parser.languages.quantities import Quantities

_SIGN = re.compile(r"(?:(?<![\w.,%)°-])|(?<=^))(?P<sign>[+-]) ?$")
_HOURS = re.compile(r"[hH](?P<minutes>[0-5]\d)(?!\w)")
_PLUS = re.compile(r"\+(?!\w)|-plus\b")
_SMALL_UNITS = {"h": ("min", 60), "min": ("s", 60), "a": ("mo", 12), "d": ("h", 24)}
_SIGNED = frozenset({"%", "°", "°C", "°F", "pp"})
_MOST_MILLIMETRES = 9999
_MOST_DIGITS = 18
_OLDEST = 115


class Measure(NamedTuple):
    """A number with its unit, where they stand in the paragraph."""

    start: int
    end: int
    value: float
    unit: str | None
    numeral: Numeral
    number_end: int
    """Where the number with its scale ends."""
    scale: float = 1
    has_unit: bool = False
    """Whether a word or sign of a unit is there, even one that says nothing: "six points"."""
    currency_first: bool = False
    factor: float = 1
    """What the unit multiplies by: 0.01 for a centime."""
    high: float | None = None
    part: bool = False
    """A part of one: "deux tiers", "un sur dix"."""
    inner: int | None = None
    """Where the noun inside begins: "trois Belges sur quatre"."""
    linked: bool = False
    """Its unit was taken from another figure beside it."""
    national: bool = False
    """Is it told whose dollars these are: "$40 Canadian"?"""
    plus: bool = False
    """Glued to a plus: "36+", "3,000-plus"."""


class _Patterns:
    """The patterns of a language, compiled."""

    def __init__(self, quantities: Quantities) -> None:
        self.negative = re.compile(quantities.negative)
        self.halves = re.compile(quantities.halves)
        self.compound = re.compile(quantities.compound)
        self.old = re.compile(quantities.old)
        self.fractions = re.compile(quantities.fractions)
        self.dollars = re.compile(quantities.dollars)
        self.aged = re.compile(quantities.aged)
        self.age_ends = re.compile(quantities.age_ends)


@cache
def _patterns(quantities: Quantities) -> _Patterns:
    return _Patterns(quantities)


def find_measures(
    text: str, blanked: str, numerals: Iterable[Numeral], quantities: Quantities
) -> list[Measure]:
    """Read the numerals of a paragraph with what belongs to each; `blanked` has no traps."""
    measures: list[Measure] = []
    fractions = list(_fractions(blanked, quantities))
    taken = part = 0
    for numeral in numerals:
        while part < len(fractions) and fractions[part].end <= numeral.start:
            part += 1
        if numeral.start < taken or (part < len(fractions) and fractions[part].start < numeral.end):
            continue
        whole = numeral.words or numeral.value <= _MOST_MILLIMETRES
        for one in (numeral,) if whole else _parted(text, numeral, quantities):
            measure = _measure(blanked, one, taken, quantities)
            if measure is not None:
                measures.append(measure)
                taken = measure.end
    return _join_durations(text, sorted([*measures, *fractions], key=_start), quantities)


def _start(measure: Measure) -> int:
    return measure.start


def _parted(text: str, numeral: Numeral, quantities: Quantities) -> Iterator[Numeral]:
    """Part "14 105 mm": nobody writes twelve metres in millimetres."""
    written = text[numeral.start : numeral.end]
    if written.count(" ") == 1:
        unit = unit_after(text, numeral.end, quantities, noun=False)
        if unit is not None and unit.symbol == "mm":
            middle = numeral.start + written.index(" ")
            first, second = divmod(numeral.value, 1000)
            yield numeral._replace(end=middle, value=first)
            yield numeral._replace(start=middle + 1, value=second)
            return
    yield numeral


def _measure(text: str, numeral: Numeral, floor: int, quantities: Quantities) -> Measure | None:
    """Read sign, currency, scale and unit around a numeral, as far back as `floor`; None where
    letters are glued to it.
    """
    patterns = _patterns(quantities)
    written = numeral.end - numeral.start
    if not numeral.words and written > _MOST_DIGITS and numeral.scale == 1:
        return None
    start, end, value = numeral.start, numeral.end, numeral.value
    scale, noun, unit, factor = numeral.scale, numeral.noun, None, 1.0
    if not numeral.words and (hours := _HOURS.match(text, end)):  # "1h30 de retard"
        minutes = value * 60 + int(hours["minutes"])
        return Measure(start, hours.end(), minutes, "min", numeral, end, has_unit=True)
    before = None if numeral.words else currency_before(text, start, floor)
    if before is not None:
        start, unit = before
    if scale == 1 and not numeral.words:
        glued = scale_after(text, end, money=before is not None)
        if glued is not None:
            end, scale = glued
            value *= scale
    number_end = end
    after = unit_after(text, end, quantities, noun=noun, half=numeral.is_article and value < 1)
    if after is not None and (unit is None or after.symbol == unit):
        unit, end, factor = after.symbol, after.end, after.factor
    elif after is None and text[end : end + 1].isalpha():
        return None
    has_unit = before is not None or after is not None
    if numeral.is_article and not has_unit:
        return Measure(start, end, value, None, numeral, number_end)
    if not has_unit and not numeral.is_article and _is_age(text, start, end, value, patterns):
        unit, has_unit = "a", True
    national = patterns.dollars.match(text, end) if unit == "USD" else None
    if national is not None:
        end, unit = national.end(), national.lastgroup
    if has_unit and (half := patterns.halves.match(text, end)):
        end, value = half.end(), value + 0.5
    if unit in ("a", "mo", "wk", "d") and (old := patterns.old.match(text, end)):
        end = old.end()
    sign = _SIGN.search(text, max(floor, start - 3), start)
    if sign and (sign.end() == start) and not numeral.words and _is_sign(text, sign, unit):
        start = sign.start()
        value = -value if sign["sign"] == "-" else value
    elif unit in ("°", "°C", "°F") and (
        minus := patterns.negative.search(text, max(floor, start - 10), start)
    ):
        start, value = minus.start(), -value
    plus = _PLUS.match(text, end)
    if plus:
        end = plus.end()
    return Measure(
        start,
        end,
        value * factor,
        unit,
        numeral,
        number_end,
        scale,
        has_unit,
        before is not None,
        factor,
        national=national is not None,
        plus=plus is not None,
    )


def _is_age(text: str, start: int, end: int, value: float, patterns: _Patterns) -> bool:
    """Whether a bare number is somebody's age: "Anne Roux, 46, has won"."""
    return (
        0 < value <= _OLDEST
        and value % 1 == 0
        and patterns.age_ends.match(text, end) is not None
        and patterns.aged.search(text, max(0, start - 30), start) is not None
    )


def _is_sign(text: str, sign: re.Match[str], unit: str | None) -> bool:
    """Tell a minus from the dash of a list or a range."""
    if sign["sign"] == "+":
        return True
    spaced = text[sign.start() : sign.end()].endswith(" ")
    return unit in _SIGNED and not (spaced and unit != "%")


def has_fraction(text: str, quantities: Quantities) -> bool:
    """Whether a part of one may stand there: "deux tiers"."""
    return any(word in text for word in quantities.fraction_words)


def _fractions(text: str, quantities: Quantities) -> Iterator[Measure]:
    if not has_fraction(text, quantities):
        return
    for match in _patterns(quantities).fractions.finditer(text):
        value = quantities.fraction_values[match.lastgroup or ""]
        start, end = match.span(match.lastgroup or "")
        numeral = Numeral(start, end, value, words=True)
        unit = "x" if value > 1 else None
        yield Measure(start, end, value, unit, numeral, end, has_unit=value > 1, part=True)


def _join_durations(text: str, measures: list[Measure], quantities: Quantities) -> list[Measure]:
    """Join "une heure et dix minutes" and "2 h 30" into one duration in the smaller unit."""
    patterns = _patterns(quantities)
    joined: list[Measure] = []
    for measure in measures:
        before = joined[-1] if joined else None
        if before is not None and before.unit in _SMALL_UNITS and before.high is None:
            small, ratio = _SMALL_UNITS[before.unit]
            gap = patterns.compound.fullmatch(text, before.end, measure.start)
            bare = not measure.has_unit and not measure.numeral.words and measure.value < 60
            glued = text[before.end : measure.start].strip() == "" and before.unit in ("h", "min")
            if gap and (measure.unit == small or (bare and glued and measure.value % 1 == 0)):
                joined[-1] = before._replace(
                    end=measure.end,
                    value=before.value * ratio + measure.value,
                    unit=small,
                )
                continue
        joined.append(measure)
    return joined
