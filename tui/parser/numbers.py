"""Numerals in digits and words: the value, and where it stands.

A numeral is one number, never two that stand beside each other: "2022 300 000" is 2022 and 300,000.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.parser.alternation import by_initial
from tui.text.typography import lower

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.parser.languages.quantities import NumberWords, Quantities

_MOST_TOKENS = 40
"""Words and groups of digits in one number; nobody writes more …"""
_LONGEST_RUN = 400
"""… nor longer: numbers that run on past it, with no word between, are a table or a dump."""


class Numeral(NamedTuple):
    """A number as written, without sign and unit."""

    start: int
    end: int
    value: float
    scale: float = 1
    """The scale word that it ends in: a million in "1,5 million"."""
    words: bool = False
    """Begins with a word, not with a digit."""
    is_article: bool = False
    """Nothing but a word for one or for a half, which without a unit may mean nothing."""
    about: bool = False
    """Round by its own word: "une centaine"."""
    noun: bool = False
    """Ends in a noun, whose unit follows with "de": "millions d'euros", "dizaine d'années"."""


class Token(NamedTuple):
    """A group of digits or a word inside a run."""

    start: int
    end: int
    word: str
    digits: float | None
    joint: str
    """What stands between the token before and this one."""


def find_numerals(text: str, quantities: Quantities) -> Iterator[Numeral]:
    """Find every numeral of a levelled paragraph, in order."""
    lexer, words = _lexer(quantities), quantities.words
    text = lower(text)
    for run in lexer.runs.finditer(text):
        start, end = run.span()
        written = run[0]
        if written in words.small:  # as most are: one word, or digits alone
            article = written in words.ones
            yield Numeral(start, end, float(words.small[written]), words=True, is_article=article)
        elif end - start > _LONGEST_RUN:
            continue
        elif written.isdecimal():
            yield Numeral(start, end, float(written))
        else:
            yield from _compose(list(lexer.tokens(text, start, end)), words)


def _compose(tokens: list[Token], words: NumberWords) -> Iterator[Numeral]:
    """Part the tokens of a run into numbers."""
    first = 0
    while first < len(tokens):
        numeral, count = _Composer(words, tokens[first : first + _MOST_TOKENS]).compose()
        if numeral is not None:
            yield numeral
        first += count


def read_number(text: str, quantities: Quantities) -> float | None:
    """Read a levelled string that is a numeral and nothing else."""
    numerals = list(find_numerals(text, quantities))
    if len(numerals) == 1 and (numerals[0].start, numerals[0].end) == (0, len(text)):
        return numerals[0].value
    return None


# --- From text to tokens -----------------------------------------------------------------------


class _Lexer:
    """The runs of digits and number words of a language, compiled."""

    def __init__(self, quantities: Quantities) -> None:
        self._decimal, words = quantities.decimal, quantities.words
        digits = _digits(quantities.decimal, quantities.groups)
        numbers = {*words.small, *words.hundreds, *words.scales, *words.collectives}
        articles = words.indefinite | words.definite
        multiplied = {*words.hundreds, *words.scales, *words.collectives}
        openers = numbers | words.half_before
        inner = numbers | words.half_before | words.half_after | words.links | words.of
        joint = r", |[ \n-]|(?<=\bd)'"
        # "a hundred", "la dizaine": most articles are followed by no number
        article = rf"{_words(articles)}(?=[ \n-]{_words(multiplied)})"
        first = rf"(?<!\d[.,]){digits}|{_words(openers)}|{article}"
        self.runs = re.compile(rf"\b(?:{first})(?:(?:{joint})(?:{digits}|{_words(inner)}))*+")
        self._pieces = re.compile(
            rf"(?P<joint>{joint})?"
            rf"(?:(?P<digits>{digits})|(?P<word>{_words(inner | openers | articles)}))"
        )

    def tokens(self, text: str, start: int, end: int) -> Iterator[Token]:
        """Cut a run of a lowered text into digits and words."""
        while start < end and (piece := self._pieces.match(text, start, end)):
            kind = "word" if piece["digits"] is None else "digits"
            value = None if kind == "word" else _value(piece["digits"], self._decimal)
            word = " ".join(piece[kind].replace("-", " ").split())
            yield Token(piece.start(kind), piece.end(), word, value, piece["joint"] or "")
            start = piece.end()


@cache
def _lexer(quantities: Quantities) -> _Lexer:
    return _Lexer(quantities)


def _digits(decimal: str, groups: str) -> str:
    """Write the pattern of a number in digits: grouped by one mark throughout, or plain."""
    other = "." if decimal == "," else ","
    grouped = [
        rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}}){{{least},10}}(?!\d)(?:{re.escape(after)}\d+)?"
        for mark, least, after in (*((mark, 1, decimal) for mark in groups), (decimal, 2, other))
    ]
    return r"(?=\d)(?:" + "|".join(grouped) + r"|\d+(?:[.,]\d+)?)(?!\d)"


def _words(words: Iterable[str]) -> str:
    """Write words, of which one stands whole; a space in a word may be a hyphen."""
    return rf"(?:{by_initial(words).replace(' ', '[ -]')})(?!\w)"


def _value(digits: str, decimal: str) -> float:
    """Read "7 654 321,98", "20.000" and "6.2": a foreign mark groups where three digits follow."""
    marks = [mark for mark in digits if not mark.isdecimal()]
    if not marks:
        return float(digits)
    mark, last = marks[-1], digits[digits.rfind(marks[-1]) + 1 :]
    if marks.count(mark) > 1 or mark not in ".,":
        grouped = True
    else:
        grouped = mark != decimal and len(marks) == 1 and len(last) == 3
    whole = "".join(filter(str.isdecimal, digits if grouped else digits[: -len(last) - 1]))
    return float(whole if grouped else f"{whole}.{last}")


# --- From tokens to a number -------------------------------------------------------------------


class _Composer:
    """Reads the numeral that begins with the first token, as far as the tokens are one number."""

    def __init__(self, words: NumberWords, tokens: Sequence[Token]) -> None:
        self._words = words
        self._tokens = tokens
        self._total = 0.0
        """What stands before the last scale, with it."""
        self._group: float | None = None
        """What stands behind it, below a thousand; None while nothing does."""
        self._last = math.inf
        """The last scale."""
        self._room: range = range(0)
        """What the last word lets one add."""
        self._about = self._noun = False

    def compose(self) -> tuple[Numeral | None, int]:
        """Give the numeral, if there is one, and how many tokens to go on after."""
        words, tokens = self._words, self._tokens
        first = taken = 0
        if tokens[0].word in words.definite | words.indefinite:
            if not self._is_multiplied(1):
                return None, 1
            self._group = 1
            first = 1 if tokens[0].word in words.definite else 0
            taken = 1
        while taken < len(tokens):
            step = self._step(taken)
            if not step:
                break
            taken += step
        if taken <= first or (self._group is None and not self._total):
            return None, max(taken, 1)
        opening = tokens[first]
        scale = self._last if self._group is None and self._last < math.inf else 1
        return Numeral(
            opening.start,
            tokens[taken - 1].end,
            self._total + (self._group or 0),
            scale,
            words=opening.digits is None,
            is_article=taken == 1 and opening.word in words.ones | words.half_before,
            about=self._about and self._noun,
            noun=self._noun or (scale > 1 and tokens[taken - 1].word not in words.bare_scales),
        ), taken

    def _step(self, place: int) -> int:
        """Take the token there, with a link before it: how many tokens that was, 0 for none."""
        words, token = self._words, self._tokens[place]
        if self._noun:
            return self._multiply_collective(place)
        if token.word in words.links:
            return self._linked(place + 1)
        if place and ", " in token.joint and not self._carries_on(place):
            return 0
        if token.digits is not None:
            return self._take_digits(place, token.digits)
        if token.word in words.half_after:
            return self._take_half()
        if token.word in words.half_before:
            return self._open_half(place)
        if token.word in words.collectives:
            return self._take_collective(token)
        if token.word in words.hundreds:
            return self._take_hundred()
        if token.word in words.scales:
            return self._take_scale(token)
        return self._take_small(token, place) if token.word in words.small else 0

    def _linked(self, place: int) -> int:
        """Take what "and" joins: "vingt et un", "one hundred and five", never "cinq et six"."""
        words = self._words
        if place >= len(self._tokens) or (self._group is None and not self._total):
            return 0
        value = words.small.get(self._tokens[place].word)
        if value is None or self._is_another(place + 1):
            return 0
        after_hundred = self._group is None or self._group % 100 == 0
        if value in words.linked or (words.links_hundreds and after_hundred):
            return 2 if self._take_small(self._tokens[place], place) else 0
        return 0

    def _is_multiplied(self, place: int) -> bool:
        """Whether a hundred, scale or collective stands there."""
        if place >= len(self._tokens) or ", " in self._tokens[place].joint:
            return False
        word, words = self._tokens[place].word, self._words
        return word in words.hundreds or word in words.collectives or word in words.scales

    def _is_another(self, place: int) -> bool:
        """Whether what stands there makes a number of its own: "cent et | un million"."""
        if not self._is_multiplied(place):
            return False
        scale = self._words.scales.get(self._tokens[place].word)
        return scale is None or scale >= self._last or self._group is None

    def _carries_on(self, place: int) -> bool:
        """Whether a lower group follows a comma: "one thousand, two hundred"."""
        ahead = self._tokens[place : place + 4]
        return self._group is None and any(
            token.word in self._words.hundreds or self._words.scales.get(token.word, 0) > 1
            for token in ahead
            if token.digits is None
        )

    def _take_digits(self, place: int, value: float) -> int:
        if self._group is not None:
            return 0
        if self._total:  # "4 milliards 300 millions", but not "4 millions 300"
            ahead = self._tokens[place + 1].word if place + 1 < len(self._tokens) else ""
            if not self._words.scales.get(ahead, math.inf) < self._last:
                return 0
        self._group = value
        return 1

    def _take_small(self, token: Token, place: int) -> int:
        value = self._words.small[token.word]
        if self._group is None:
            if self._total and not value:
                return 0
            self._group = value
        elif value == 20 and self._group % 100 == 4 and self._tokens[place - 1].digits is None:
            self._group += 76  # "quatre-vingts"
            value = 80
        elif value in self._room:
            self._group += value
        else:
            return 0
        self._room = self._words.rooms.get(value, range(0))
        return 1

    def _take_hundred(self) -> int:
        if self._group is None:
            if not self._words.bare_hundred:
                return 0
            self._group = 1
        elif not (self._words.bare_hundred < self._group < self._words.hundreds_below):
            return 0
        self._group *= 100
        self._room = range(1, 100)
        return 1

    def _take_scale(self, token: Token) -> int:
        value = self._words.scales[token.word]
        if self._group is None and self._last == 1000 and value > 1000:
            self._total *= value  # "mille milliards"
        elif value >= self._last:
            return 0
        elif self._group is None:
            if token.word not in self._words.bare_scales:
                return 0
            self._total += value
        else:
            self._total += self._group * value
        self._group, self._last, self._room = None, value, range(0)
        return 1

    def _take_collective(self, token: Token) -> int:
        if self._group is None or self._total:
            return 0
        if token.word in self._words.exact_collectives or self._group not in (0.5, 1):
            self._about = False
        else:
            self._about = True
        self._group *= self._words.collectives[token.word]
        self._noun, self._room = True, range(0)
        return 1

    def _multiply_collective(self, place: int) -> int:
        """Take "de milliers" after "une dizaine"."""
        words, tokens = self._words, self._tokens
        if self._group is None or tokens[place].word not in words.of or place + 1 >= len(tokens):
            return 0
        word = tokens[place + 1].word
        factor = words.scales.get(word) or words.collectives.get(word)
        if factor is None:
            return 0
        self._total, self._group, self._last = self._group * factor, None, factor
        return 2

    def _take_half(self) -> int:
        if self._group is None:
            self._total += self._last / 2  # "un million et demi"
            self._noun = True
            return 1 if self._total < math.inf else 0
        self._group += 0.5  # "two and a half million"
        self._room = range(0)
        return 1

    def _open_half(self, place: int) -> int:
        """Take "un demi-million", "half a million", and a half alone."""
        if self._total or self._group not in (None, 1):
            return 0
        if self._group == 1 and not self._is_multiplied(place + 1):
            return 0
        self._group = 0.5
        return 1
