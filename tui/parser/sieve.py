"""Which measures are figures: not an article, a year, a score, part of a name, a reference back."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.parser.units import DURATIONS

if TYPE_CHECKING:
    from tui.parser.languages.quantities import Quantities
    from tui.parser.measures import Measure

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NOUN = re.compile(r"[ -]\(?[«\"“]?[ ]?[^\W\d_]{2,}")
_NAME_BEFORE = re.compile(r"(?:^|[^.!?…:\n] ?)\b(?P<name>(?:[A-ZÀ-Þ&]|[a-z][A-Z])[\w&'-]*) $")
_LAST_WORD, _CAPITAL = re.compile(r"[a-zà-ÿ,] $"), re.compile(r" [A-ZÀ-Þ]\w")
_SURNAMED = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+ $")
_OPEN, _CLOSE = tuple("«“\"'"), tuple("»”\"'")
_PAIR = re.compile(r"\d{1,4}[-–]\d{1,4}")
_SENTENCE_END = re.compile(r"[.!?…][»”\"]?\s")
_COORDINATED = re.compile(r" [^\W\d_]+(?: [^\W\d_]+)?(?: et| and) ")
_DASH_BEFORE, _DASH_AFTER = re.compile(r"\d ?[-–]$"), re.compile(r"[-–] ?\d")
_AND = re.compile(r",? (?:et|and|ou|or) ")
_AHEAD = 24
_MOST_AGAIN = 12
"""The highest number that refers back to things counted before."""


class _Patterns:
    """The patterns of a language, compiled."""

    def __init__(self, quantities: Quantities) -> None:
        self.references = re.compile(quantities.references)
        self.definite = re.compile(quantities.definite)
        self.one_counts = re.compile(quantities.one_counts)
        self.one_idle = re.compile(quantities.one_idle)
        self.not_after = re.compile(quantities.not_after)
        self.idle_ones = re.compile(quantities.idle_ones)
        self.plural = re.compile(rf" (?P<noun>{quantities.plural})\b")
        self.things = re.compile(rf"\b(?P<noun>[A-ZÀ-Þ]?{quantities.plural}) $")
        self.clock = re.compile(quantities.clock)
        self.of = re.compile(quantities.of)


@cache
def _patterns(quantities: Quantities) -> _Patterns:
    return _Patterns(quantities)


class Sieve:
    """The rules of one language; it remembers what one article has counted so far."""

    def __init__(self, quantities: Quantities) -> None:
        self._quantities = quantities
        self._patterns = _patterns(quantities)
        self._paragraph = 0
        self._counted: dict[float, tuple[int, int]] = {}
        """For each number, the paragraph of its first count and where that sentence ends."""
        self._numbered: Measure | None = None
        """The last number of this paragraph that tells which of several things."""

    def turn(self) -> None:
        """Go on to the next paragraph."""
        self._paragraph += 1
        self._numbered = None

    def keeps(self, text: str, measure: Measure, following: Measure | None) -> bool:
        """Whether this is a figure; `following` is the measure behind it."""
        if measure.high is not None:
            named = not measure.has_unit and self._is_name(text, measure)
            return not named and not self._is_score(text, measure)
        if measure.part:
            return True
        if measure.numeral.is_article:
            return self._keeps_one(text, measure, following)
        if measure.has_unit and measure.unit is not None:
            return measure.unit != "h" or not self._is_hour(text, measure)
        if measure.linked:
            return True
        if self._is_numbered(text, measure, following) or self._is_name(text, measure):
            return False
        if self._refers_back(text, measure):
            return False
        value = measure.value
        if value <= _MOST_AGAIN and value % 1 == 0 and value not in self._counted:
            mark = _SENTENCE_END.search(text, measure.end)
            end = len(text) if mark is None else mark.end()
            self._counted[value] = self._paragraph, end
        return True

    def _keeps_one(self, text: str, measure: Measure, following: Measure | None) -> bool:
        """Tell "one person was killed" from the article and the pronoun."""
        left = text[max(0, measure.start - 20) : measure.start]
        if self._patterns.one_idle.search(left):
            return False
        if self._patterns.idle_ones.match(text, measure.numeral.end):
            return measure.value % 1 > 0 and measure.has_unit
        if measure.unit in DURATIONS:
            return True
        if measure.has_unit:
            return measure.unit is not None and measure.unit != "x" and measure.linked is False
        if measure.value != 1:
            return False
        if self._patterns.one_counts.match(text, measure.end):
            return True
        if following is None or following.has_unit or following.numeral.is_article:
            return False
        return _COORDINATED.fullmatch(text, measure.end, following.start) is not None

    def _is_hour(self, text: str, measure: Measure) -> bool:
        """Tell "à huit heures" from "après huit heures de débat"."""
        if self._patterns.of.match(text, measure.end):
            return False
        left = text[max(0, measure.start - 12) : measure.start]
        return measure.value <= 24 and self._patterns.clock.search(left) is not None

    def _is_score(self, text: str, measure: Measure) -> bool:
        """Tell "9-11" from "2-3 milliards" and "15-20 personnes"."""
        return (
            _PAIR.fullmatch(text, measure.start, measure.end) is not None
            and not measure.has_unit
            and not self._counts(text[measure.end : measure.end + _AHEAD])
        )

    def _is_name(self, text: str, measure: Measure) -> bool:
        """Whether the number names: a year, "Mate 9", "(25)", "3-1"."""
        written = text[measure.start : measure.number_end]
        left, right = (
            text[max(0, measure.start - 40) : measure.start],
            text[measure.end : measure.end + _AHEAD],
        )
        if left[-2:].strip()[-1:] in _OPEN and right[:2].strip()[:1] in _CLOSE:
            return True  # mentioned, not used: « septante »
        if measure.numeral.words:
            hyphen = right[:1] == "-" and not self._quantities.compound_nouns
            return hyphen or (written[0].isupper() and _is_titled(text, measure))
        if measure.scale > 1 or measure.plus:
            return False
        if self._patterns.not_after.search(left):
            return True
        if _YEAR.fullmatch(written) and not self._counts(right):
            return True
        if _DASH_BEFORE.search(left[-3:]) or _DASH_AFTER.match(right):
            return True
        if written.isdecimal() and not self._counts(right):
            name = _NAME_BEFORE.search(left)
            if name and name["name"].lower() not in self._quantities.stop_words:
                return True
        return False

    def _is_numbered(self, text: str, measure: Measure, following: Measure | None) -> bool:
        """Whether the number tells which of several things: "posts 542 and 543"."""
        before = self._numbered
        if not self._is_bare(text, measure):
            return False
        first = (
            following is not None
            and self._is_bare(text, following)
            and _is_next(text, measure, following)
            and (
                noun := self._patterns.things.search(
                    text, max(0, measure.start - 40), measure.start
                )
            )
            is not None
            and noun["noun"].lower() not in self._quantities.stop_words
        )
        if first or (before is not None and _is_next(text, before, measure)):
            self._numbered = measure
            return True
        return False

    def _is_bare(self, text: str, measure: Measure) -> bool:
        """Whether nothing is there but a whole number in digits, and it counts nothing."""
        written = text[measure.start : measure.end]
        plain = measure.unit is None and not measure.linked and written.isdecimal()
        return plain and not self._counts(text[measure.end : measure.end + _AHEAD])

    def _counts(self, right: str) -> bool:
        """Whether a plural noun follows."""
        noun = self._patterns.plural.match(right)
        return noun is not None and noun["noun"] not in self._quantities.stop_words

    def _refers_back(self, text: str, measure: Measure) -> bool:
        """Tell "les deux hommes", who were counted before, from "les deux alpinistes sauvés"."""
        if not measure.numeral.words or measure.value > _MOST_AGAIN:
            return False
        left = text[max(0, measure.start - 12) : measure.start]
        if self._patterns.references.search(left):
            return True
        if not self._patterns.definite.search(left):
            return False
        right = text[measure.end : measure.end + _AHEAD]
        if not _NOUN.match(right):
            return True
        paragraph, end = self._counted.get(measure.value, (self._paragraph, len(text)))
        return paragraph < self._paragraph or end <= measure.start


def _is_next(text: str, one: Measure, other: Measure) -> bool:
    """Whether a greater number is joined to another."""
    return one.value < other.value and _AND.fullmatch(text, one.end, other.start) is not None


def _is_titled(text: str, measure: Measure) -> bool:
    """Whether a number word has a capital for a name's sake: "the Five Eyes", "Didier Six"."""
    first = max(0, measure.start - 20)
    if _SURNAMED.search(text, first, measure.start):
        return True
    before = _LAST_WORD.search(text, first, measure.start)
    return before is not None and _CAPITAL.match(text, measure.end) is not None
