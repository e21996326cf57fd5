"""Dates at the precision given: absolute, and relative to the day of the article.

A relative date is worked out from both ends of what is known of the article's own date, and keeps
only the parts on which both agree: « mercredi » in an article of "2023-02" has no day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tui.parser.article import DateMention
from tui.parser.languages import language as known_language
from tui.parser.languages.language import KNOWN
from tui.parser.partial_date import PartialDate
from tui.text.typography import level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tui.parser.document import Document
    from tui.parser.languages import Language
    from tui.parser.languages.calendar import Calendar

_LONGEST = 64
"""No date and nothing else is longer; what is longer is not worth a calendar's time."""

_ANY_LANGUAGE = (
    r"(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"(?:[T\s](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])",
    # "24/02/2022", "24.02.22"
    r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?P=mark)<year>(?![\w/])",
    # "2023-02" is a month, "2022-2023" and "2014-15" are two years
    r"<year>[-–/](?P<year2>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-]|[.,]\d| ?[€$£%])",
    # "14:30", but not the "1:23:45" of a race
    r"(?<!\d:)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!:?\d)",
    # "(2014)", "(1952 – 2020)"
    r"[(\[](?P<span><year>)(?=[)\],]| ?[-–]| (?:ou|et|or|and) \d{4})",
)


_FAR = timedelta(300)
"""A weekday that only fits a year away is a slip of the writer's, not that year."""

_REACH = 40
"""How far a phrase may stretch to either side of its anchor."""

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_TOKEN = re.compile(r"(?<!\(\?P)<\w+>")


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase that is a date, or a clock time where it has no day."""

    start: int
    end: int
    date: PartialDate | None
    clock: time | None = None
    """A time that still looks for its day."""


def find_dates(document: Document, language: Language | None) -> tuple[DateMention, ...]:
    """Find every date in the document's prose, in order; none overlaps another."""
    text = level(document.text)
    calendar = language.calendar if language else None
    around = _bounds(document.published)
    return tuple(
        DateMention(found.start, found.end, document.text[found.start : found.end], found.date)
        for block in document.prose()
        for found in _with_their_clock(
            text, calendar, _phrases(text, block.start, block.end, language, around)
        )
    )


def read_date(text: str) -> PartialDate | None:
    """Read a string that is a date and nothing else, in any known language or ISO form."""
    text = level(" ".join(text[: 4 * _LONGEST].split()))
    if not text or len(text) > _LONGEST:
        return None
    for code in KNOWN:
        language = known_language(code)
        found = _with_their_clock(
            text, language.calendar, _phrases(text, 0, len(text), language, None)
        )
        for whole in found:
            if text[: whole.start] in ("", "le ", "on ") and whole.end == len(text):
                return whole.date
    return _read_with_dateutil(text)


def read_date_at(text: str, start: int) -> DateMention | None:
    """Read the date that begins at an offset, in any known language; None where none does."""
    text = level(text[: start + _LONGEST])
    best: _Found | None = None
    for code in KNOWN:
        language = known_language(code)
        for found in _with_their_clock(
            text, language.calendar, _phrases(text, start, len(text), language, None)
        ):
            if found.start == start and found.date and (best is None or found.end > best.end):
                best = found
    return best and DateMention(best.start, best.end, text[best.start : best.end], best.date)


def _read_with_dateutil(text: str) -> PartialDate | None:
    """Read the many other forms of feeds and pages: "2023", "Tue, 14 Feb 2023 10:30:00 GMT".

    dateutil fills what is missing from its default: what two defaults agree on was in the text.
    """
    from datetime import datetime  # noqa: PLC0415

    from dateutil import parser  # noqa: PLC0415 - 20 ms that most texts do not need

    if re.fullmatch(r"(?:1[5-9]|20)\d\d", text):
        return PartialDate(int(text))
    if not re.search(r"(?:1[5-9]|20)\d\d", text):
        return None
    try:
        one, two = (
            parser.parse(text, default=datetime(*default), ignoretz=True)  # noqa: DTZ001
            for default in ((2004, 1, 1, 0, 0), (2008, 2, 2, 1, 1))
        )
    except (ValueError, OverflowError):
        return None
    if one.year != two.year:
        return None
    if one.month != two.month:
        return PartialDate(one.year)
    if one.day != two.day:
        return PartialDate(one.year, one.month)
    clock = one.time().replace(second=0, microsecond=0)
    known = (one.hour, one.minute) == (two.hour, two.minute)
    return PartialDate(one.year, one.month, one.day, clock if known else None)


# --- Finding -----------------------------------------------------------------------------------


def _phrases(
    text: str, start: int, end: int, language: Language | None, around: tuple[date, date] | None
) -> list[_Found]:
    """Find the phrases that are dates between two offsets: of two that overlap, the one that begins
    first holds, then the longer.
    """
    rules = _rules(language.code if language else None)
    windows = _windows(text, start, end, rules.anchors)
    found = [
        mention
        for rule in rules.rules
        for window in windows.get(rule.anchor, ())
        for match in rule.pattern.finditer(text, *window)
        for mention in _read(match, rule.calendar, around)
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[_Found] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _with_their_clock(
    text: str, calendar: Calendar | None, found: list[_Found]
) -> Iterator[_Found]:
    """Join a day and the clock time beside it: "mardi à 14h30", "8 p.m. Tuesday"."""
    joiner = re.compile(calendar.joiners if calendar else r",? ?")
    before: _Found | None = None
    for mention in found:
        if (
            before is not None
            and (before.clock is None) != (mention.clock is None)
            and mention.start - before.end <= _LONGEST
            and joiner.fullmatch(text, before.end, mention.start)
        ):
            day, clock = (before.date, mention.clock) if mention.clock else (mention.date, before.clock)
            if day is not None and day.day is not None and day.time is None:
                day = replace(day, time=clock)
            before = _Found(before.start, mention.end, day)
            continue
        if before is not None:
            yield before
        before = mention
    if before is not None:
        yield before


def _windows(
    text: str, start: int, end: int, anchors: Mapping[str, str]
) -> dict[str, list[tuple[int, int]]]:
    """Find, for each kind of anchor, the places near which a phrase may stand.

    Dates are few: this one pass over the words spares thirty passes over the text.
    """
    windows: dict[str, list[tuple[int, int]]] = {}
    for word in _WORD.finditer(text, start, end):
        kinds: tuple[str, ...]
        if word[0][0].isdecimal():
            kinds = ("number", "year") if _YEAR.match(word[0]) else ("number",)
        elif (kind := anchors.get(word[0].lower())) is not None:
            kinds = (kind,)
        else:
            continue
        for kind in kinds:
            found = windows.setdefault(kind, [])
            first, last = max(start, word.start() - _REACH), min(end, word.end() + _REACH)
            if found and first <= found[-1][1]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return windows


@dataclass(frozen=True, slots=True)
class _Rule:
    """A phrase of a calendar, and the kind of word that it cannot be without."""

    pattern: re.Pattern[str]
    calendar: Calendar | None
    anchor: str


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: tuple[_Rule, ...]
    anchors: Mapping[str, str]
    """The kind of each word that anchors a rule."""


@cache
def _rules(code: str | None) -> _Rules:
    """Compile the phrases of a language, and those that are dates in every language."""
    own = known_language(code).calendar if code else None
    phrases: list[tuple[str, Calendar | None]] = [(phrase, own) for phrase in _ANY_LANGUAGE]
    for known in map(known_language, KNOWN):
        phrases += [(phrase, known.calendar) for phrase in known.calendar.full_dates]
    anchors: dict[str, str] = {}
    if own is not None:
        phrases += [(phrase, own) for phrase in own.phrases]
        for kind, words in (
            ("unit", own.units), ("month", own.months), ("month", own.months_short),
            ("weekday", own.weekdays), ("season", own.seasons), ("word", own.day_words),
        ):
            anchors |= {_WORD.findall(word)[-1]: kind for word in words}
    return _Rules(
        tuple(
            _Rule(re.compile(_expand(phrase, _tables(calendar))), calendar, _anchor(phrase))
            for phrase, calendar in phrases
        ),
        anchors,
    )


def _anchor(phrase: str) -> str:
    """Name the rarest kind of word that a phrase needs."""
    if "<year>" in phrase.replace("<year>)?", "") or "<modern>" in phrase:
        return "year"
    kinds = ("month", "weekday", "season", "word", "unit")
    return next((kind for kind in kinds if f"<{kind}>" in phrase.lower()), "number")


def _tables(calendar: Calendar | None) -> dict[str, str]:
    """Write what each token of a phrase stands for."""
    numerals = {
        "<year>": r"(?P<year>(?:1[0-9]|20)\d\d)(?!\d)",
        "<day>": r"(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)(?: ?er\b|st|nd|rd|th)?",
        "<hour>": r"(?P<hour>[01]?\d|2[0-3])",
        "<minute>": r"(?P<minute>[0-5]\d)(?!\d)",
    }
    if calendar is None:
        return numerals
    capital = calendar.capitalised
    return numerals | {
        "<Month>": _one_of("month", calendar.months, capital=capital),
        "<month>": _one_of("month", calendar.months, calendar.months_short, capital=capital),
        "<Weekday>": _one_of("weekday", calendar.weekdays, capital=capital),
        "<weekday>": _one_of("weekday", calendar.weekdays, calendar.weekdays_short, capital=capital),
        "<season>": _one_of("season", calendar.seasons),
        "<word>": _one_of("word", calendar.day_words),
        "<unit>": _one_of("unit", calendar.units),
        "<number>": _one_of("number", calendar.numbers).replace("(?P<number>", r"(?P<number>\d{1,3}|"),
    }


def _expand(phrase: str, tokens: Mapping[str, str]) -> str:
    """Put the tables in, let a space be a line end, and begin at the beginning of a word."""
    phrase = _TOKEN.sub(lambda token: tokens[token[0]], phrase)
    phrase = phrase.replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,2}")
    return rf"(?<![\w/$€£#@-])(?<!\d[.,])(?:{phrase})"


def _one_of(
    name: str, words: Iterable[str], short: Iterable[str] = (), *, capital: bool = False
) -> str:
    """Write a group of words, longest first; the capital is a must, or else a may."""
    choices = "|".join(
        (word[0].upper() if capital else f"[{word[0]}{word[0].upper()}]") + word[1:]
        for word in sorted({*words, *(f"{word}{point}" for word in short for point in (r"\.", ""))},
                           key=lambda word: (-len(word), word))
    )
    return rf"(?P<{name}>{choices})(?!\w)"


# --- Reading -----------------------------------------------------------------------------------


def _read(
    match: re.Match[str], calendar: Calendar | None, around: tuple[date, date] | None
) -> Iterator[_Found]:
    """Read one match; nothing where the calendar has no such day."""
    parts = {name: part for name, part in match.groupdict().items() if part is not None}
    start, end = match.span("span") if "span" in parts else match.span()
    try:
        if "first" in parts:  # "du 3 au 7 mars": the 3 shares month and year
            first = parts | {"day": parts["first"].rstrip("er")}
            first_end = match.end("first")
            yield _Found(start, first_end, _date(first, calendar, around))
            start = match.end("to")
        if "hour" in parts and "day" not in parts and "iso" not in parts:
            yield _Found(start, end, None, _clock(parts, calendar))
            return
        yield _Found(start, end, _date(parts, calendar, around))
    except ValueError:
        return


def _date(
    parts: Mapping[str, str], calendar: Calendar | None, around: tuple[date, date] | None
) -> PartialDate | None:
    """Read the parts of a phrase at their precision; ValueError for a day that does not exist."""
    if "iso" in parts:
        day = date.fromisoformat(parts["iso"])
        return PartialDate(day.year, day.month, day.day, _clock(parts) if "hour" in parts else None)
    if "one" in parts:
        return _numeric(int(parts["one"]), int(parts["two"]), int(parts["year"]), calendar)
    if "year2" in parts:
        return _two_years(parts["year"], parts["year2"])
    if "decade" in parts:
        return None
    if "year" in parts or "modern" in parts:
        year = int(parts.get("year") or parts["modern"])
        if "month" not in parts or calendar is None:
            return PartialDate(year)
        month = _month(parts, calendar)
        if "day" not in parts:
            return PartialDate(year, month)
        day = date(year, month, int(parts["day"]))
        return PartialDate(day.year, day.month, day.day)
    if "day" in parts and "month" in parts and calendar is not None:
        date(2000, _month(parts, calendar), int(parts["day"]))
    if calendar is None or around is None:
        return None
    first, last = (_on(day, parts, calendar) for day in around)
    if first is None or last is None:
        return None
    return _shared(first[0], last[1], coarsest="year" if first[1] - first[0] > timedelta(7) else "month")


def _clock(parts: Mapping[str, str], calendar: Calendar | None = None) -> time:
    """Read "14h30" and "8 p.m."; twelve is the hour at which each half of the day begins."""
    hour = int(parts["hour"])
    if "half" in parts and calendar is not None:
        hour = hour % 12 + calendar.halves[parts["half"].lower().replace(".", "")]
    return time(hour % 24, int(parts.get("minute", 0)))


def _month(parts: Mapping[str, str], calendar: Calendar) -> int:
    name = parts["month"].lower().rstrip(".")
    return calendar.months.get(name) or calendar.months_short[name]


def _numeric(one: int, two: int, year: int, calendar: Calendar | None) -> PartialDate:
    """Read 02/03/2024, where the order is known or only one order is possible."""
    day_first = calendar.day_first if calendar else None
    if day_first is None and one != two and one <= 12 and two <= 12:
        return PartialDate(year)
    if day_first or one > 12 or day_first is None and two <= 12:
        one, two = two, one
    day = date(year, one, two)
    return PartialDate(day.year, day.month, day.day)


def _two_years(one: str, two: str) -> PartialDate | None:
    """Tell a month, "2023-02", from two years, "2022-2023" and "2008-09"; these have no one date."""
    if len(two) == 2 and 1 <= int(two) <= 12 and int(two) != (int(one) + 1) % 100:
        return PartialDate(int(one), int(two))
    span = int(two) - int(one) if len(two) == 4 else (int(two) - int(one)) % 100
    if not 0 < span:
        raise ValueError(f"not two years: {one}-{two}")
    return None


# --- The calendar ------------------------------------------------------------------------------


def _bounds(published: PartialDate | None) -> tuple[date, date] | None:
    """Give the first and the last day on which the article can have been written."""
    if published is None:
        return None
    try:
        if published.month is None:
            return date(published.year, 1, 1), date(published.year, 12, 31)
        if published.day is None:
            first = date(published.year, published.month, 1)
            return first, _period(first, "months")[1]
        day = date(published.year, published.month, published.day)
    except ValueError:
        return None
    return day, day


def _shared(first: date, last: date, coarsest: str) -> PartialDate | None:
    """Keep the parts on which two days agree, but no coarser than asked."""
    if first == last:
        return PartialDate(first.year, first.month, first.day)
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(first.year, first.month)
    if first.year == last.year and coarsest == "year":
        return PartialDate(first.year)
    return None


def _on(today: date, parts: Mapping[str, str], calendar: Calendar) -> tuple[date, date] | None:
    """Work out which days a phrase means in an article of this day."""
    from dateutil.relativedelta import relativedelta, weekday  # noqa: PLC0415

    shift = calendar.shifts.get(parts.get("shift", "").lower(), None)
    try:
        if "word" in parts:
            day = today + timedelta(calendar.day_words[_key(parts["word"])])
            return day, day
        if "unit" in parts:
            unit = calendar.units[parts["unit"].lower()]
            count = shift or 0
            if "number" in parts:
                number = _key(parts["number"])
                count = -int(number) if number.isdecimal() else -calendar.numbers[number]
            return _period(today + relativedelta(**{unit: count}), unit)
        name = parts.get("weekday", "").lower().rstrip(".")
        on = calendar.weekdays.get(name, calendar.weekdays_short.get(name))
        if "month" in parts and "day" in parts:
            day = _nearest(
                today,
                shift,
                [
                    candidate
                    for year in range(today.year - 1, today.year + 2)
                    if (candidate := _real(year, _month(parts, calendar), int(parts["day"])))
                    and (on is None or candidate.weekday() == on and abs(candidate - today) < _FAR)
                ],
            )
        elif "month" in parts:
            months = [
                date(year, _month(parts, calendar), 1)
                for year in range(today.year - 1, today.year + 2)
            ]
            day = _nearest(today.replace(day=1), shift, months)
            return _period(day, "months") if day else None
        elif "day" in parts and on is not None:
            days = [today.replace(day=1) + relativedelta(months=n) for n in (-1, 0, 1)]
            day = _nearest(
                today,
                shift,
                [
                    candidate
                    for first in days
                    if (candidate := _real(first.year, first.month, int(parts["day"])))
                    and candidate.weekday() == on
                ],
            )
        elif on is not None and shift == 0:
            days = [today + timedelta(n) for n in range(-3, 4)]
            day = next(candidate for candidate in days if candidate.weekday() == on)
        elif on is not None:
            start = today + timedelta(shift or 0)
            day = start + relativedelta(weekday=weekday(on)(1 if shift == 1 else -1))
        elif "season" in parts:
            return _season(today, shift, calendar.seasons[parts["season"].lower()])
        else:
            return None
    except (OverflowError, ValueError):
        return None
    return (day, day) if day else None


def _key(words: str) -> str:
    return " ".join(words.lower().split())


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(today: date, shift: int | None, days: list[date]) -> date | None:
    """Choose the day nearest to today, on the side the phrase tells; None for two as near."""
    if shift == -1:
        days = [day for day in days if day < today]
    elif shift == 1:
        days = [day for day in days if day > today]
    days = sorted(days, key=lambda day: abs(day - today))
    if not days or len(days) > 1 and abs(days[1] - today) - abs(days[0] - today) < timedelta(5):
        return None
    return days[0]


def _period(day: date, unit: str) -> tuple[date, date]:
    """Give the first and the last day of the day, week, month or year around a day."""
    from dateutil.relativedelta import MO, relativedelta  # noqa: PLC0415

    if unit == "days":
        return day, day
    if unit == "weeks":
        monday = day + relativedelta(weekday=MO(-1))
        return monday, monday + timedelta(6)
    if unit == "months":
        return day.replace(day=1), day + relativedelta(day=31)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _season(today: date, shift: int | None, month: int) -> tuple[date, date] | None:
    """Give the season of three months, before or after today: winter lies in two years."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    begins = [date(year, month, 1) for year in range(today.year - 1, today.year + 2)]
    if shift == -1:
        begins = [day for day in begins if day + relativedelta(months=3) <= today][-1:]
    elif shift == 1:
        begins = [day for day in begins if day > today][:1]
    else:
        begins = [day for day in begins if day.year == today.year]
    return (begins[0], begins[0] + relativedelta(months=3, days=-1)) if begins else None
