"""Figures: numbers with their units, bounds and what they count.

One pass over each paragraph: what is no figure is blanked first; then numerals with scale and unit,
ranges and fractions, and at last what qualifies them. No figure overlaps a date, but for the length
of time in "il y a dix ans".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.parser import context
from tui.parser.article import Figure, Span
from tui.parser.counted import counted
from tui.parser.languages.quantities import SYMBOLS_ONLY
from tui.parser.measures import Measure, find_measures
from tui.parser.numbers import find_numerals
from tui.parser.ranges import join
from tui.parser.sieve import Sieve
from tui.parser.traps import blank, find_traps
from tui.parser.units import CODES, DURATIONS, magnitude
from tui.text.typography import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser.article import DateMention
    from tui.parser.document import Document
    from tui.parser.languages import Language
    from tui.parser.languages.quantities import Quantities

_LENGTHS = frozenset({"a", "mo", "wk"})
"""Ages and lengths of time that nothing is per."""
_DAYS = frozenset(DURATIONS) - {"h", "min", "s"}
_YEAR = re.compile(r"\d{4}")
_FEWEST_SPACES = 2
_SAMPLE = 20_000
_ENOUGH = 2
_CANADIAN = re.compile(
    r"\bCana(?:da|dian|dien)\w*|\b(?:Ontario|Toronto|Ottawa|Québec|Quebec|Montréal|Montreal"
    r"|Vancouver|Winnipeg|Manitoba|Alberta|Calgary|Edmonton|Saskatchewan|Sask\.|B\.C\.)"
)
_BARE_DOLLAR = re.compile(r"(?<![A-Z])\$(?!US|CA)|(?:dollars?|cents?)$")
_MONEY_SCALE = 1e6
_SAME_SENTENCE = 80
_SENTENCE_END = re.compile(r"[.!?…][»”\"]?\s")
_COUNTS = re.compile(r" (?:de |d'|of )|[ -][a-zà-ÿ]+s\b")


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
        sieve.turn()
        figures += (
            _placed(figure, block.start, document.text)
            for figure in _in_paragraph(paragraph, spans, quantities, sieve, dollar)
        )
    return tuple(figures)


def local_dollar(text: str) -> str:
    """Tell whose dollar "$" is: Canada's in a text about Canada, else that of the United States."""
    sample = text[:_SAMPLE]
    about = "US$" in sample or len(_CANADIAN.findall(sample)) >= _ENOUGH
    return "CAD" if about else "USD"


def _in_paragraph(
    text: str,
    dates: list[tuple[int, int]],
    quantities: Quantities,
    sieve: Sieve,
    dollar: str,
) -> Iterator[Figure]:
    opaque = [span for span in dates if not _is_length(text[slice(*span)], quantities)]
    blanked = blank(text, opaque)
    numerals = list(find_numerals(blanked, quantities))
    if traps := find_traps(text, numerals, quantities):
        blanked = blank(blanked, traps)
        numerals = list(find_numerals(blanked, quantities))
    if not numerals and not quantities.fraction_values:
        return
    measures = join(text, find_measures(text, blanked, numerals, quantities), quantities)
    before: Figure | None = None
    for place, measure in enumerate(measures):
        following = measures[place + 1] if place + 1 < len(measures) else None
        if not sieve.keeps(text, measure, following):
            continue
        before = _figure(text, measure, before, quantities, dollar)
        yield before


def _is_length(date: str, quantities: Quantities) -> bool:
    """Whether a date is told by a length of time, which is a figure: "il y a dix ans"."""
    if date.count(" ") < _FEWEST_SPACES or _YEAR.search(date):
        return False
    numerals = find_numerals(date, quantities)
    return any(one.unit in _DAYS for one in find_measures(date, date, numerals, quantities))


def _figure(
    text: str, measure: Measure, before: Figure | None, quantities: Quantities, dollar: str
) -> Figure:
    start, end, unit = measure.start, measure.end, measure.unit
    bound = context.bound(text, start, end, quantities)
    if bound is None and (measure.plus or measure.numeral.about):
        bound = "min" if measure.plus else "about"
    if unit == "USD" and _BARE_DOLLAR.search(text[start:end]):
        unit = dollar
    elif unit is None and before is not None and _is_same_money(text, measure, before):
        unit = before.unit
    floor = before.end if before else 0
    rate = (
        None
        if unit in _LENGTHS
        else context.rate(text, start, end, floor, quantities, measured=measure.has_unit)
    )
    if rate is not None and text[end : end + 1] == "/":
        end = rate.end
    of = counted(text, measure, quantities)
    span = Span.of(text, *of) if of else None
    per = rate.name if rate else None
    if span is None and before is not None and not measure.has_unit:  # "41 sont encore là"
        span = before.of
        if per is None and measure.high is not None:
            per = before.per
    return Figure(
        start,
        end,
        text[start:end],
        _plain(measure.value),
        None if measure.high is None else _plain(measure.high),
        unit,
        per,
        bound,
        span,
        context.change(text, start, quantities),
        magnitude(measure.value, unit),
    )


def _is_same_money(text: str, measure: Measure, before: Figure) -> bool:
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
