"""What has digits or number words and is no figure: it is blanked before numerals are read.

Blanking keeps every offset, so that nothing later has to know what stood there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.parser.languages.quantities import Quantities
    from tui.parser.numbers import Numeral

BLANK = "_"
"""A letter to the numerals on either side, so that nothing is glued to it."""

_BEFORE, _AFTER = 30, 30
"""How far a trap reaches to either side of its number …"""
_LONGEST = 300
"""… but for the address of a page, which may be as long."""

_EVERYWHERE = (
    # addresses of pages, letters and people
    (
        r"https?://\S+|www\.\S+|(?<![.+-])[\w.+-]{1,64}+@[\w.-]+|(?<=[@#])\w+"
        r"|[\w-]{2,40}+\.(?:com|org|net|fr|co|be|ch|ca|uk)(?:/\S*)?\b"
    ),
    # "+33 7 11 22 33 44", "02 33 44 55 66", "312-555-0199"
    (
        r"(?<=\+)\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){3,6}|0\d(?:[ .-]\d\d){4}(?!\d)"
        r"|\d{3}-\d{3}-\d{4}\b"
    ),
    # "AMX-10", "F-16", "Covid-19", "T-2"
    r"[^\W\d_]++-\d+\w*(?:[./-]\w+)*",
    # "A320", "QX123", "RD917", "m16", but not "km2" or "EUR500"
    (
        r"(?!(?:[ckm]?m[23]|EUR|USD|GBP|CHF|CAD|Rs)\b)(?!(?:EUR|USD|GBP|CHF|CAD|Rs)\d)"
        r"[^\W\d_]{1,12}+\d[\w/-]*"
    ),
    # "2.0.1", "192.168.0.1"
    r"(?<![\d.])\d{1,2}\.\d{1,2}\.\d+(?:\.\d+)*(?![\d.])",
    # "14:30", "1:23:45", "2:22"
    r"(?<![\d:])\d{1,2} ?:\d\d(?::\d\d)?(?:[.,]\d+)?(?![\d:])",
    # "9/11", "24/7", "9/26"
    r"(?<![\d/])\d{1,4}/\d{1,4}(?:/\d{2,4})?(?![\d/])",
    # footnotes: "[1]"
    r"(?<=\[)\d+(?=\])|(?<=\()[1-9](?=\))",
    # "0123", "007"
    r"(?<![.,' ])0\d+(?![\d.,])",
    # scores of sets: "6-4, 7-5"
    r"(?<![.,'€$£-])\d{1,2}[-–]\d{1,2}(?:(?:, ?| )\d{1,2}[-–]\d{1,2})+(?![\d%€])",
)
"""Each begins where a word or a number begins."""


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Blank stretches of a text, character for character."""
    pieces, place = [], 0
    for start, end in sorted(spans):
        if end > place:
            pieces += [text[place : max(place, start)], BLANK * (end - max(place, start))]
            place = end
    return "".join(pieces) + text[place:]


def find_traps(
    text: str, numerals: Sequence[Numeral], quantities: Quantities
) -> list[tuple[int, int]]:
    """Find what is no figure near the numerals of a levelled paragraph."""
    digits, words = _patterns(quantities)
    return [
        match.span()
        for pattern, written in ((digits, False), (words, True))
        for start, end in _windows(
            text, numerals, words=written, articles=not quantities.has_article_one
        )
        for match in pattern.finditer(text, start, end)
    ]


def _windows(
    text: str, numerals: Sequence[Numeral], *, words: bool, articles: bool
) -> Iterator[tuple[int, int]]:
    """Find the surroundings of the numerals in digits, or of those in words."""
    first = last = -1
    for numeral in numerals:
        if numeral.words is not words or (numeral.is_article and not articles):
            continue
        start = text.rfind(" ", max(0, numeral.start - _LONGEST), max(0, numeral.start - _BEFORE))
        start = start if start >= 0 else max(0, numeral.start - _BEFORE)
        if start > last:
            if last >= 0:
                yield first, last
            first = start
        last = min(len(text), numeral.end + _AFTER)
    if last >= 0:
        yield first, last


@cache
def _patterns(quantities: Quantities) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        _any_of((*_EVERYWHERE, *quantities.digit_traps)),
        _any_of(quantities.word_traps),
    )


def _any_of(traps: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?=\w)(?:{'|'.join(traps) or '(?!)'})")
