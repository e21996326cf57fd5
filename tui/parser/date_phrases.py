"""The phrases of a calendar, compiled, and where in a text they match.

Dates are few: one pass over the words finds those that a date cannot be without (its anchor: a
number, a month, a weekday …), and each phrase is tried only near an anchor of its kind.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.parser.alternation import by_initial
from tui.parser.languages.language import KNOWN, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tui.parser.languages.calendar import Calendar

_REACH = 40
"""How far a phrase may stretch to either side of its anchor."""

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"(?<!\(\?P)<\w+>")
_GROUP = re.compile(r"\(\?P([<=])")
_OPENING = r"\b(?=\w)(?<![/$€£#@-])(?<!\d[.,])"
"""A phrase begins where a word begins."""

_EVERYWHERE = (
    # "2024-03-12", "2024-03-12T10:30:00+01:00"
    (
        r"(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
        r"(?:[T\s](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?"
        r"(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    ),
    # "24/02/2022", "24.02.2022"
    r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)<year>(?![\w/])",
    # "2023-02" is a month, "2022-2023" and "2014-15" are two years
    r"<year>[-–/](?P<year2>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-]|[.,]\d| ?[€$£%])",
    # "1994-95-96 et 97": no one date
    r"<year>(?P<decade>(?:[-–/]\d\d){2,}(?: (?:et|and) \d\d)?)(?![\w€$£%-])",
    # "14:30", but not the "1:23:45" of a race
    r"(?<!\d:)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!:?\d)",
    # "(2014)", "(1952 – 2020)", "(2017 ou 2020)"
    r"(?<=[(\[])<year>(?=[)\],]| ?[-–]| (?:ou|et|or|and) \d{4})",
)
"""Phrases in figures alone, the same in every language."""


class _Rule(NamedTuple):
    """A compiled phrase."""

    pattern: re.Pattern[str]
    calendar: Calendar | None
    """The calendar whose words it has; None for figures alone."""


class _Rules(NamedTuple):
    """The phrases that need one kind of anchor."""

    rules: tuple[_Rule, ...]
    gate: re.Pattern[str]
    """Matches nothing, where any of them does: few places are worth trying each."""
    numbers: Mapping[str, int]
    """The number of the first that matches there, by the last group of the gate."""


Windows = dict[str, list[tuple[int, int]]]
"""For each kind of anchor the stretches in which phrases that need one may stand."""


def find_windows(
    low: str, blocks: Iterable[tuple[int, int]], code: str | None
) -> Iterator[Windows]:
    """Find the surroundings of the anchors in each block of a levelled text in lower case that has
    any: most paragraphs of a list or a table have none. Blocks are offsets, in order.
    """
    pattern, kinds = _anchors(code)
    anchors = pattern.finditer(low)
    anchor = next(anchors, None)
    for start, end in blocks:
        windows: Windows = {}
        while anchor is not None and anchor.start() < end:
            if anchor.start() >= start:
                found = windows.setdefault(anchor.lastgroup or kinds[anchor[0]], [])
                first, last = max(start, anchor.start() - _REACH), min(end, anchor.end() + _REACH)
                if found and first <= found[-1][1]:
                    found[-1] = (found[-1][0], last)
                else:
                    found.append((first, last))
            anchor = next(anchors, None)
        if windows:
            yield windows


def find_phrases(
    text: str, windows: Windows, code: str | None
) -> Iterator[tuple[re.Match[str], Calendar | None]]:
    """Find each match of each phrase of a language in the windows of a levelled text."""
    for kind, places in windows.items():
        if known := _rules(code, kind):
            for place in places:
                yield from _matches(known, text, *place)


def _matches(
    known: _Rules, text: str, start: int, end: int
) -> Iterator[tuple[re.Match[str], Calendar | None]]:
    """Find the matches of each phrase; those of one phrase do not overlap."""
    ends = [start] * len(known.rules)
    for opening in known.gate.finditer(text, start, end):
        place, first = opening.start(), known.numbers[opening.lastgroup or ""]
        for number, (pattern, calendar) in enumerate(known.rules[first:], first):
            if place >= ends[number] and (match := pattern.match(text, place, end)):
                ends[number] = match.end()
                yield match, calendar


class _Anchors(NamedTuple):
    pattern: re.Pattern[str]
    """Finds years, numbers with a mark behind them, and the words of `kinds`, in lower case."""
    kinds: Mapping[str, str]


@cache
def _anchors(code: str | None) -> _Anchors:
    kinds: dict[str, str] = {}
    own = language(code).calendar if code else None
    if own is not None:
        for kind, words in (
            ("unit", own.units),
            ("month", {**own.months, **own.months_short}),
            ("weekday", own.weekdays),
            ("season", own.seasons),
            ("word", own.day_words),
            ("clock", own.clock),
        ):
            kinds |= {_WORD.findall(word)[-1]: kind for word in words}
    marks = "|".join([r":\d", *((own.number_marks,) if own else ())])
    numbers = rf"(?P<year>(?:1[0-9]|20)\d\d)(?!\d)|(?P<number>\d+(?={marks}))"
    initials, names = "".join({name[0] for name in kinds}), by_initial(kinds)
    return _Anchors(re.compile(rf"\b(?=[\d{initials}])(?:{numbers}|(?:{names})(?!\w))"), kinds)


@cache
def _rules(code: str | None, kind: str) -> _Rules | None:
    """Compile the phrases of a language that need this kind of anchor, as late as one is there:
    compiling takes longer than reading an article.
    """
    own = language(code).calendar if code else None
    phrases: list[tuple[str, Calendar | None]] = [(phrase, own) for phrase in _EVERYWHERE]
    for known in map(language, KNOWN):
        phrases += [(phrase, known.calendar) for phrase in known.calendar.full_dates]
    if own is not None:
        phrases += [(phrase, own) for phrase in own.phrases]
    written = [
        (_expand(phrase, _tables(calendar)), calendar)
        for phrase, calendar in phrases
        if _anchor(phrase) == kind
    ]
    if not written:
        return None
    numbers = {f"g{number}": number for number in range(len(written))}
    gate = "|".join(_branch(group, written[number][0]) for group, number in numbers.items())
    return _Rules(
        tuple(_Rule(re.compile(_OPENING + phrase), calendar) for phrase, calendar in written),
        re.compile(rf"{_OPENING}(?={gate})"),
        numbers,
    )


def _branch(group: str, phrase: str) -> str:
    """Write a phrase as one branch of several, whose groups need names of their own."""
    named = _GROUP.sub(rf"(?P\1{group}_", phrase)
    return f"(?P<{group}>{named})"


def _anchor(phrase: str) -> str:
    """Name the rarest kind of word that a phrase needs."""
    if any(year in phrase.replace("<year>)?", "") for year in ("<year>", "<modern>", "<iso>")):
        return "year"
    kinds = ("month", "weekday", "season", "word", "unit", "clock")
    return next((kind for kind in kinds if f"<{kind}>" in phrase.lower()), "number")


def _expand(phrase: str, tables: Mapping[str, str]) -> str:
    """Put the tables in and let a space be a line end."""
    phrase = _TOKEN.sub(lambda token: tables[token[0]], phrase)
    phrase = phrase.replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,2}")
    return f"(?:{phrase})"


def _tables(calendar: Calendar | None) -> dict[str, str]:
    """Write what each token of a phrase stands for."""
    figures = {
        "<year>": r"(?P<year>(?:1[0-9]|20)\d\d)(?!\d)",
        "<day>": r"(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)(?: ?er\b|st|nd|rd|th)?",
        "<hour>": r"(?P<hour>[01]?\d|2[0-3])",
        "<minute>": r"(?P<minute>[0-5]\d)(?!\d)",
    }
    if calendar is None:
        return figures
    capital = calendar.capitalised
    months, weekdays = calendar.months, calendar.weekdays
    number = _alternation(calendar.numbers)
    return figures | {
        "<Month>": _group("month", _alternation(months, capital=capital)),
        "<month>": _group("month", _alternation(months, calendar.months_short, capital=capital)),
        "<Weekday>": _group("weekday", _alternation(weekdays, capital=capital)),
        "<weekday>": _group(
            "weekday", _alternation(weekdays, calendar.weekdays_short, capital=capital)
        ),
        "<season>": _group("season", _alternation(calendar.seasons)),
        "<word>": _group("word", _alternation(calendar.day_words)),
        "<unit>": _group("unit", _alternation(calendar.units)),
        "<clock>": _group("clock", _alternation(calendar.clock)),
        "<number>": _group("number", rf"\d{{1,3}}|{number}"),
    }


def _group(name: str, choices: str) -> str:
    return rf"(?P<{name}>{choices})(?!\w)"


def _alternation(words: Iterable[str], short: Iterable[str] = (), *, capital: bool = False) -> str:
    """Write words longest first, abbreviations with or without a point; the capital is a must, or
    else a may.
    """
    written = {*words, *short, *(word + r"\." for word in short)}
    return "|".join(
        (word[0].upper() if capital else f"[{word[0]}{word[0].upper()}]") + word[1:]
        for word in sorted(written, key=lambda word: (-len(word), word))
    )
