"""What a figure counts or measures: the head noun, behind the number or before it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.parser.units import CODES, DURATIONS

if TYPE_CHECKING:
    from tui.parser.languages.quantities import Quantities
    from tui.parser.measures import Measure

_WORD = re.compile(r"[ \n]?(?P<open>[(«\"“']?)[ ]?(?P<word>[^\W\d_][\w'-]*)")
_BACK = re.compile(r"(?P<word>[^\W\d_][\w-]*)$")
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'-]+ )*[A-ZÀ-Þ][\w'-]+, (?:aged |âgée? de )?$")
_NUMBER = re.compile(r" ?\d[\d,.]*")
_MOST_WORDS = 6
_REACH = 60
_SENTENCE = 200
_SENTENCE_END = re.compile(r"[.!?…:][»”\"]?\s")


class _Patterns:
    def __init__(self, quantities: Quantities) -> None:
        self.of = re.compile(quantities.noun_of)
        self.plural = re.compile(quantities.plural)
        self.participle = re.compile(quantities.participle)
        self.determiner = re.compile(quantities.determiner)
        self.auxiliary = re.compile(quantities.auxiliary)
        self.complement = re.compile(quantities.complement)
        self.subject = re.compile(quantities.subject)
        self.elided = re.compile(r"(?:d|l|qu|s|n|c|j)'", re.IGNORECASE)


@cache
def _patterns(quantities: Quantities) -> _Patterns:
    return _Patterns(quantities)


def noun_after(text: str, end: int, quantities: Quantities) -> tuple[int, int] | None:
    """Find the noun behind a number: "six autres maires", "two young children"."""
    patterns = _patterns(quantities)
    found: tuple[int, int] | None = None
    place = end
    for _ in range(_MOST_WORDS):
        if elided := patterns.elided.match(text, place + (text[place : place + 1] == " ")):
            if found is not None or elided[0].lower() != "d'":
                return found
            place = elided.end()
        match = _WORD.match(text, place)
        if match is None and found is None and (number := _NUMBER.match(text, place)):
            place = number.end()  # "9 of the 14 drivers"
            continue
        if match is None:
            return found
        word = match["word"]
        lower = word.lower()
        if found is not None and match["open"]:
            return found
        place = match.end()
        if lower in quantities.before_noun:
            if found is not None and not quantities.noun_last:
                return found
            if place < len(text) and text[place] in ".,;:":
                return found
            continue
        if lower in quantities.stop_words:
            return found
        if not quantities.noun_last:
            return match.span("word")
        if found is not None and lower.endswith("ed") and not text.endswith("ly", 0, found[1]):
            return found
        found = match.span("word")
        if text[place : place + 1] not in (" ", "-"):
            return found
        if patterns.plural.fullmatch(lower):
            return found
    return found


def counted(text: str, measure: Measure, quantities: Quantities) -> tuple[int, int] | None:
    """Find the head noun of a measure."""
    start, end = measure.start, measure.end
    if measure.unit == "x":
        return None
    if not measure.has_unit:
        if text[end : end + 1] == "-" and (glued := _WORD.match(text, end + 1)):
            return glued.span("word")  # "a four-seater"
        noun = None if measure.inner is None else noun_after(text, measure.inner, quantities)
        return noun or noun_after(text, end, quantities) or _left(text, start, quantities)
    if text[measure.number_end : measure.number_end + 1] == "-" and quantities.compound_nouns:
        noun = noun_after(text, end, quantities)  # "a five-year term", "a 39-year-old woman"
        if noun is not None:
            return noun
    complement = _patterns(quantities).complement.match(text, end)
    if complement is not None and (measure.unit == "%" or measure.unit not in DURATIONS):
        noun = noun_after(text, complement.end(), quantities)
        if noun is not None and measure.unit not in CODES:
            return noun
    return _left(text, start, quantities) or (
        noun_after(text, complement.end(), quantities) if complement else None
    )


def _left(text: str, start: int, quantities: Quantities) -> tuple[int, int] | None:
    return noun_before(text, start, quantities) or subject(text, start, quantities)


def subject(text: str, start: int, quantities: Quantities) -> tuple[int, int] | None:
    """Find the subject of the verb that the figure stands behind: "Le cuivre a gagné 3 %"."""
    patterns = _patterns(quantities)
    first = max(0, start - _SENTENCE)
    for mark in _SENTENCE_END.finditer(text, first, start):
        first = mark.end()
    found = None
    for match in patterns.subject.finditer(text, first, start):
        if match["noun"].lower() not in quantities.stop_words:
            found = match
    if found is None:
        return None
    possessive = found["noun"].rfind("'s ")
    return found.start("noun") + (possessive + 3 if possessive >= 0 else 0), found.end("noun")


def noun_before(text: str, start: int, quantities: Quantities) -> tuple[int, int] | None:
    """Find the noun whose measure this is: "un obus de 155 mm", "Anne Roux, 46"."""
    first = max(0, start - _REACH)
    if first:
        first = text.find(" ", first, start) + 1 or start
    left, offset = text[first:start], first
    if name := _NAME.search(left):
        words = name[0].rstrip().split(",")[0]
        return offset + name.start(), offset + name.start() + len(words)
    patterns = _patterns(quantities)
    joint = patterns.of.search(left)
    if joint is None:
        return None
    before = left[: joint.start()]
    while match := _BACK.search(before):
        word = match["word"].lower()
        if word in quantities.stop_words:
            return None
        rest = before[: match.start()]
        if rest and patterns.participle.search(word) and not patterns.determiner.search(rest):
            if patterns.auxiliary.search(rest):
                return None
        elif word not in quantities.before_noun:
            return offset + match.start("word"), offset + match.end("word")
        before = before[: match.start()].rstrip(" ,")
    return None
