"""Figures: numbers with their units, bounds and what they count.

One pass over each paragraph: what is no figure is blanked first; then numerals with scale and unit,
ranges and fractions, and at last what qualifies them. No figure overlaps a date, but for the length
of time in "il y a dix ans".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.parser import context
from tui.parser.article import Figure, Span
from tui.parser.counted import counted
from tui.parser.measures import Measure, find_measures, has_fraction
from tui.parser.numbers import find_numerals
from tui.parser.ranges import join
from tui.parser.sieve import Sieve
from tui.parser.traps import BLANK, blank, find_traps
from tui.parser.units import CODES, DURATIONS, magnitude
from tui.text.typography import level, lower

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.parser.article import DateMention
    from tui.parser.document import Document
    from tui.parser.languages import Language
    from tui.parser.languages.quantities import Quantities
    from tui.parser.numbers import Numeral

_LENGTHS = frozenset({"a", "mo", "wk"})
"""Ages and lengths of time that nothing is per."""
_DAYS = frozenset(DURATIONS) - {"h", "min", "s"}
_YEAR = re.compile(r"\d{4}")
_FEWEST_SPACES = 2
_FEW = 1_000
_DENSEST = 50
"""Characters to a number, beyond the first thousand: a denser text is a table or a dump, and what
comes after is not read."""
_SAMPLE = 20_000
_ENOUGH = 2
_CANADIAN = re.compile(
    r"\bCana(?:da|dian|dien)\w*|\b(?:Ontario|Toronto|Ottawa|Québec|Quebec|Montréal|Montreal"
    r"|Vancouver|Winnipeg|Manitoba|Alberta|Calgary|Edmonton|Saskatchewan|Sask\.|B\.C\.)"
)
_BARE_DOLLAR = re.compile(r"(?<![A-Z])(?<!US )\$(?!US|CA)|(?:dollars?|cents?)$")
_MONEY_SCALE = 1e6
_SAME_SENTENCE = 80
_SENTENCE_END = re.compile(r"[.!?…][»”\"]?\s")
_COUNTS = re.compile(r" (?:de |d'|of )|[ -][a-zà-ÿ]+s\b")


class _Before(NamedTuple):
    """What a figure may take over from the one before it in its paragraph."""

    end: int
    unit: str | None
    per: str | None
    of: tuple[int, int] | None


def find_figures(
    document: Document, language: Language | None, dates: tuple[DateMention, ...]
) -> tuple[Figure, ...]:
    """Find every figure in the document's prose, in order."""
    from tui.parser.languages.quantities import SYMBOLS_ONLY  # noqa: PLC0415 - as late as a table

    reader = _Reader(document.text, SYMBOLS_ONLY if language is None else language.quantities)
    figures: list[Figure] = []
    index = 0
    for block in document.prose():
        if reader.is_full:
            break
        spans = []
        while index < len(dates) and dates[index].start < block.end:
            if dates[index].start >= block.start:
                spans.append((dates[index].start - block.start, dates[index].end - block.start))
            index += 1
        figures += reader.figures(block.start, block.end, spans)
    return tuple(figures)


def local_dollar(text: str) -> str:
    """Tell whose dollar "$" is: Canada's in a text about Canada, else that of the United States."""
    sample = text[:_SAMPLE]
    about = "US$" in sample or len(_CANADIAN.findall(sample)) >= _ENOUGH
    return "CAD" if about else "USD"


class _Reader:
    """Reads the figures of one text, paragraph by paragraph."""

    def __init__(self, text: str, quantities: Quantities) -> None:
        self._written = text
        self._text = level(text)
        self._quantities = quantities
        self._sieve = Sieve(quantities)
        self._dollar: str | None = None
        self._allowance = max(_FEW, len(text) // _DENSEST)

    @property
    def is_full(self) -> bool:
        """Whether the text has had all the numbers that it may have."""
        return not self._allowance

    def figures(self, start: int, end: int, dates: list[tuple[int, int]]) -> Iterator[Figure]:
        """Read one paragraph; the dates are offsets into it."""
        text, quantities = self._text[start:end], self._quantities
        self._sieve.turn()
        opaque = [span for span in dates if not _is_length(text[slice(*span)], quantities)]
        blanked = blank(text, opaque)
        numerals = list(islice(find_numerals(blanked, quantities), self._allowance))
        spent = sum(not numeral.is_article for numeral in numerals)
        if not numerals and not has_fraction(text, quantities):
            return
        if traps := find_traps(text, numerals, quantities):
            blanked = blank(blanked, traps)
            numerals = [left for one in numerals for left in _left(one, blanked, quantities)]
        measures = join(text, find_measures(text, blanked, numerals, quantities), quantities)
        measures = measures[: self._allowance]
        spent += sum(measure.part for measure in measures)
        self._allowance -= min(self._allowance, spent)
        low = lower(text)
        found: list[Figure] = []
        before: _Before | None = None
        for place, measure in enumerate(measures):
            following = measures[place + 1] if place + 1 < len(measures) else None
            if self._sieve.keeps(text, measure, following):
                figure, before = self._figure(text, low, measure, before, start)
                found.append(figure)
        if any(figure.per for figure in found):
            found = _share_rates(found, low, start, quantities)
        yield from found

    def _figure(
        self, text: str, low: str, measure: Measure, before: _Before | None, offset: int
    ) -> tuple[Figure, _Before]:
        """Tell all of a figure, and what the next may need of it."""
        start, end, unit, quantities = measure.start, measure.end, measure.unit, self._quantities
        bound, bounded = context.bound(low, start, end, quantities)
        if bound is None and (measure.plus or measure.numeral.about):
            bound = "min" if measure.plus else "about"
        if unit == "USD" and not measure.national and _BARE_DOLLAR.search(text, start, end):
            unit = self._dollar = self._dollar or local_dollar(self._text)
        elif unit is None and before is not None and _is_same_money(text, measure, before):
            unit = before.unit
        elif unit is None and context.multiplies(low, start, quantities):
            unit = "x"
        floor = before.end if before else 0
        rate = (
            None
            if unit in _LENGTHS
            else context.rate(low, start, end, floor, quantities, measured=measure.has_unit)
        )
        if rate is not None and text[end : end + 1] == "/":
            end = rate.end
        per = rate.name if rate else None
        of = None
        if unit != "x" or measure.has_unit:
            counted_before, alike = (before.of, before.unit == unit) if before else (None, False)
            of = counted(
                text, measure, bounded, counted_before, quantities, since=floor, alike=alike
            )
        if (
            before is not None
            and not measure.has_unit
            and unit != "x"  # "41 sont encore là"
            and not _is_elsewhere(text, before.end, bounded)
        ):
            of = of or before.of
            if of == before.of and per is None and measure.high is not None:
                per = before.per
        high = None if measure.high is None else _plain(measure.high)
        figure = Figure(
            start + offset,
            end + offset,
            self._written[start + offset : end + offset],
            _plain(measure.value),
            high,
            unit,
            per,
            bound,
            None if of is None else Span.of(self._written, of[0] + offset, of[1] + offset),
            context.change(low, start, quantities),
            magnitude(measure.value, unit),
        )
        return figure, _Before(end, unit, per, of)


def _share_rates(
    figures: list[Figure], low: str, offset: int, quantities: Quantities
) -> list[Figure]:
    """Give a rate to the figure beside it: "60 euros le baril, contre 50 euros", and to all counts
    of a list: "20 points, 5 rebounds a game".
    """
    shared = figures[:1]
    for one in figures[1:]:
        before = shared[-1]
        start, end = before.end - offset, one.start - offset
        if before.unit == one.unit and one.unit is not None and end - start <= _SAME_SENTENCE:
            way = context.parallel(low, start, end, quantities)
            if way == "on" and one.per is None:
                one = replace(one, per=before.per)  # noqa: PLW2901 - the same figure, told more of
            elif way == "back" and before.per is None and before.change is None:
                shared[-1] = replace(before, per=one.per)
        shared.append(one)
    for place in range(len(shared) - 2, -1, -1):
        one, after = shared[place : place + 2]
        counts = one.unit is None and after.unit is None and one.per is None and after.per
        if counts and context.listed(low, one.end - offset, after.start - offset, quantities):
            shared[place] = replace(one, per=after.per)
    return shared


def _left(numeral: Numeral, blanked: str, quantities: Quantities) -> Iterable[Numeral]:
    """Give what blanking has left of a numeral: nearly always all or nothing."""
    first, end = max(0, numeral.start - 2), numeral.end + 1
    around = blanked[first:end]
    if BLANK not in around:
        return (numeral,)
    return (
        found._replace(start=found.start + first, end=found.end + first)
        for found in find_numerals(around, quantities)
        if found.start + first >= numeral.start
    )


@lru_cache(maxsize=256)
def _is_length(date: str, quantities: Quantities) -> bool:
    """Whether a date is told by a length of time, which is a figure: "il y a dix ans"."""
    if date.count(" ") < _FEWEST_SPACES or _YEAR.search(date):
        return False
    numerals = find_numerals(date, quantities)
    return any(one.unit in _DAYS for one in find_measures(date, date, numerals, quantities))


def _is_elsewhere(text: str, end: int, bounded: int) -> bool:
    """Does a figure stand within another sentence? What begins one goes on: "Deux ont fui."."""
    ends = [mark.end() for mark in _SENTENCE_END.finditer(text, end, bounded)]
    return bool(ends) and ends[-1] < bounded


def _is_same_money(text: str, measure: Measure, before: _Before) -> bool:
    """Whether "dont 9,5 millions" is money, since the sentence has just named the currency."""
    return (
        measure.scale >= _MONEY_SCALE
        and before.unit in CODES
        and measure.start - before.end < _SAME_SENTENCE
        and not _SENTENCE_END.search(text, before.end, measure.start)
        and not _COUNTS.match(text, measure.end)
    )


def _plain(value: float) -> float:
    """Drop the noise of binary fractions: 1.4 * 1e9."""
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else rounded
