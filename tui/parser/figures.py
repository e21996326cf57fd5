"""Figures: numbers with their units, bounds and what they count.

One pass over each paragraph: what is no figure is blanked first; then numerals with scale and unit,
ranges and fractions, and at last what qualifies them. No figure overlaps a date, but for the length
of time in "il y a dix ans".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tui.parser import context
from tui.parser.article import Figure, Span
from tui.parser.counted import noun_after, noun_before
from tui.parser.languages.quantities import SYMBOLS_ONLY
from tui.parser.measures import Measure, find_measures
from tui.parser.ranges import join
from tui.parser.sieve import Sieve
from tui.parser.traps import blank, find_traps
from tui.parser.units import DURATIONS, magnitude
from tui.text.typography import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser.article import DateMention
    from tui.parser.document import Document
    from tui.parser.languages import Language
    from tui.parser.languages.quantities import Quantities

_DAYS = frozenset(DURATIONS) - {"h", "min", "s"}
_DIGIT_OR_WORD = re.compile(r"\w")


def find_figures(
    document: Document, language: Language | None, dates: tuple[DateMention, ...]
) -> tuple[Figure, ...]:
    """Find every figure in the document's prose, in order."""
    quantities = SYMBOLS_ONLY if language is None else language.quantities
    text = level(document.text)
    sieve = Sieve(quantities)
    dollar = local_dollar(text)
    figures: list[Figure] = []
    index = 0
    for block in document.prose():
        mentions = []
        while index < len(dates) and dates[index].start < block.end:
            if dates[index].start >= block.start:
                mentions.append(dates[index])
            index += 1
        paragraph = text[block.start : block.end]
        spans = [(date.start - block.start, date.end - block.start) for date in mentions]
        for figure in _in_paragraph(paragraph, spans, quantities, sieve, dollar):
            figures.append(_placed(figure, block.start, document.text))
    return tuple(figures)


@cache
def _canadian() -> re.Pattern[str]:
    return re.compile(
        r"\bUS ?\$|\bCana(?:da|dian|dien)\w*|\b(?:Ontario|Toronto|Ottawa|Québec|Quebec|Montréal"
        r"|Montreal|Vancouver|Winnipeg|Manitoba|Alberta|Calgary|Edmonton|Saskatchewan|Sask\.|B\.C\.)"
    )


def local_dollar(text: str) -> str:
    """Tell whose dollar "$" is: Canada's in a text about Canada, else that of the United States."""
    return "CAD" if len(_canadian().findall(text[:20_000])) >= 2 else "USD"


def _in_paragraph(
    text: str,
    dates: list[tuple[int, int]],
    quantities: Quantities,
    sieve: Sieve,
    dollar: str,
) -> Iterator[Figure]:
    if not _DIGIT_OR_WORD.search(text):
        return
    lengths = [
        measure
        for start, end in dates
        for measure in find_measures(text[:end], "_" * start + text[start:end], quantities)
        if measure.unit in _DAYS
    ]
    kept_dates = [
        (start, end)
        for start, end in dates
        if not any(start <= length.start and length.end <= end for length in lengths)
    ]
    blanked = blank(text, [*kept_dates, *find_traps(text, quantities)])
    measures = join(text, find_measures(text, blanked, quantities), quantities)
    before: Figure | None = None
    for place, measure in enumerate(measures):
        following = measures[place + 1] if place + 1 < len(measures) else None
        if not sieve.keeps(text, measure, following):
            continue
        before = _figure(text, measure, before, quantities, dollar)
        yield before


def _figure(
    text: str, measure: Measure, before: Figure | None, quantities: Quantities, dollar: str
) -> Figure:
    start, end = measure.start, measure.end
    bound = context.bound(text, start, end, quantities)
    if bound is None and measure.plus:
        bound = "min"
    if bound is None and measure.numeral.about:
        bound = "about"
    unit = measure.unit
    if unit == "USD" and re.search(r"(?<![A-Z])\$(?!US|CA)|dollars?$", text[start:end]):
        unit = dollar
    rate = context.rate(text, start, end, quantities)
    of: tuple[int, int] | None = None
    if not measure.has_unit or unit == "x":
        of = noun_after(text, end, quantities) if unit != "x" else None
    else:
        of = noun_before(text, start, quantities) or _complement(text, end, quantities)
    if of is None and not measure.has_unit:
        of = noun_before(text, start, quantities)
    inherited = before.of if before and of is None and not measure.has_unit else None
    per = rate[0] if rate else None
    if before is not None and per is None and inherited is not None and measure.high is not None:
        per = before.per
    high = measure.high
    return Figure(
        start,
        end,
        text[start:end],
        _plain(measure.value),
        None if high is None else _plain(high),
        unit,
        per,
        bound,
        Span.of(text, *of) if of else inherited,
        context.change(text, start, quantities),
        magnitude(measure.value, unit),
    )


def _complement(text: str, end: int, quantities: Quantities) -> tuple[int, int] | None:
    """Find what a share or a measure is of: "4 % des déboutés", "300 tonnes d'aide"."""
    match = re.match(quantities.complement, text[end : end + 12])
    return noun_after(text, end + match.end() - 1, quantities) if match else None


def _plain(value: float) -> float:
    """Drop the noise of binary fractions: 1.4 * 1e9."""
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def _placed(figure: Figure, offset: int, text: str) -> Figure:
    """Move a figure from its paragraph to the document."""
    of = figure.of
    start, end = figure.start + offset, figure.end + offset
    return replace(
        figure,
        start=start,
        end=end,
        text=text[start:end],
        of=None if of is None else Span.of(text, of.start + offset, of.end + offset),
    )
