"""Dates at the precision given: absolute, and relative to the day of the article.

A mention never overlaps another, and its date never has a part that neither the text nor the
article's own date gives.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.parser.article import DateMention
from tui.parser.date_phrases import find_phrases, find_windows
from tui.parser.languages.language import KNOWN
from tui.parser.languages.language import language as known_language
from tui.parser.partial_date import PartialDate
from tui.parser.reckoning import Relative, reckon
from tui.text.typography import level, lower

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.parser.date_phrases import Windows
    from tui.parser.document import Document
    from tui.parser.languages import Language
    from tui.parser.languages.calendar import Calendar

_LONGEST = 64
"""No date is longer, and no longer string is worth a calendar's time."""

_DEFAULTS = datetime(2004, 1, 1), datetime(2008, 2, 2, 1, 1)  # noqa: DTZ001 - both leap years
"""dateutil fills what is missing from a default: what comes out of both was in the text."""

_ISO_MONTH = re.compile(r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])", re.ASCII)
_FULL_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class _Found(NamedTuple):
    """A phrase that is a date, or a clock time that still looks for its day."""

    start: int
    end: int
    date: PartialDate | None
    clock: time | None = None


def find_dates(document: Document, language: Language | None) -> tuple[DateMention, ...]:
    """Find every date in the document's prose, in order."""
    text = level(document.text)
    blocks = ((block.start, block.end) for block in document.prose())
    return tuple(
        DateMention(found.start, found.end, document.text[found.start : found.end], found.date)
        for windows in find_windows(lower(text), blocks, language.code if language else None)
        for found in _find(text, windows, language, document.published)
    )


def read_date(text: str) -> PartialDate | None:
    """Read a string that is a date and nothing else, in any known language or ISO form."""
    text = level(" ".join(text[: 4 * _LONGEST].split()))
    if not text or len(text) > _LONGEST:
        return None
    if _ISO_MONTH.fullmatch(text):  # in prose "2008-09" may be a season
        return PartialDate.fromisoformat(text)
    for code in KNOWN:
        for whole in _find_from(text, 0, code):
            if text[: whole.start] in ("", "le ", "on ") and whole.end == len(text):
                return whole.date
    return _read_with_dateutil(text)


def read_date_at(text: str, start: int) -> DateMention | None:
    """Read the date that begins at an offset, in any known language; None where none does."""
    text = level(text[: start + _LONGEST])
    found = [
        found
        for code in KNOWN
        for found in _find_from(text, start, code)
        if found.start == start and found.date is not None
    ]
    if not found:
        return None
    longest = max(found, key=lambda found: found.end)
    return DateMention(start, longest.end, text[start : longest.end], longest.date)


def _read_with_dateutil(text: str) -> PartialDate | None:
    """Read the many other forms of feeds and pages: "Tue, 14 Feb 2023 10:30:00 GMT"."""
    from dateutil import parser  # noqa: PLC0415 - few strings come this far

    if _FULL_YEAR.fullmatch(text):
        return PartialDate(int(text))
    if not _FULL_YEAR.search(text):
        return None
    try:
        one, two = (parser.parse(text, default=day, ignoretz=True) for day in _DEFAULTS)
    except (ValueError, OverflowError):
        return None
    if one.year != two.year:
        return None
    if one.month != two.month:
        return PartialDate(one.year)
    if one.day != two.day:
        return PartialDate(one.year, one.month)
    known = (one.hour, one.minute) == (two.hour, two.minute)
    return PartialDate(one.year, one.month, one.day, time(one.hour, one.minute) if known else None)


def _find_from(text: str, start: int, code: str) -> Iterator[_Found]:
    """Find the dates of a short text from an offset on."""
    for windows in find_windows(lower(text), [(start, len(text))], code):
        yield from _find(text, windows, known_language(code))


def _find(
    text: str,
    windows: Windows,
    language: Language | None,
    published: PartialDate | None = None,
) -> list[_Found]:
    """Find the dates in the windows of a block; a day and the clock time beside it are one."""
    code, calendar = (language.code, language.calendar) if language else (None, None)
    joiner, joined = _joiner(calendar), list[_Found]()
    for found in _without_overlap(text, windows, code, published):
        if joined and (both := _join(text, joined[-1], found, joiner)):
            joined[-1] = both
        else:
            joined.append(found)
    return joined


@cache
def _joiner(calendar: Calendar | None) -> re.Pattern[str]:
    return re.compile((calendar.joiners if calendar else ",? ?").replace(" ", r"\s"))


def _without_overlap(
    text: str, windows: Windows, code: str | None, published: PartialDate | None
) -> list[_Found]:
    """Of two phrases that overlap keep the one that begins first, then the longer."""
    phrases = [
        found
        for match, calendar in find_phrases(text, windows, code)
        for found in _read(match, calendar, published)
    ]
    phrases.sort(key=lambda found: (found.start, -found.end))
    kept: list[_Found] = []
    for found in phrases:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept


def _join(text: str, before: _Found, after: _Found, joiner: re.Pattern[str]) -> _Found | None:
    """Join "mardi" and "14h30", or "8 p.m." and "Tuesday", where only a joiner parts them."""
    if (before.clock is None) == (after.clock is None):
        return None
    if after.start - before.end > _LONGEST or not joiner.fullmatch(text, before.end, after.start):
        return None
    day = before.date or after.date
    if day is not None and day.day is not None and day.time is None:
        day = replace(day, time=before.clock or after.clock)
    return _Found(before.start, after.end, day)


# --- From words to numbers ---------------------------------------------------------------------


def _read(
    match: re.Match[str], calendar: Calendar | None, published: PartialDate | None
) -> Iterator[_Found]:
    """Read one match; nothing where the calendar has no such day."""
    parts = {name: part for name, part in match.groupdict().items() if part is not None}
    if published and calendar and parts.keys() <= {"weekday"} and _is_ahead(match, calendar):
        parts["ahead"] = ""
    start, end = match.span("span") if "span" in parts else match.span()
    try:
        if "first" in parts:  # "du 3 au 7 mars": the 3 shares month and year
            first = parts | {"day": parts["first"].removesuffix("er")}
            yield _Found(start, match.end("first"), _date((*first.items(),), calendar, published))
            start = match.end("to")
        if ("hour" in parts or "clock" in parts) and "iso" not in parts:
            yield _Found(start, end, None, _clock(parts, calendar))
        else:
            yield _Found(start, end, _date((*parts.items(),), calendar, published))
    except ValueError:
        return


def _is_ahead(match: re.Match[str], calendar: Calendar) -> bool:
    """Whether the clause around a weekday speaks of what is to come."""
    text, (future, clauses) = match.string, _tenses(calendar)
    start, end = match.span()
    for verb in future.finditer(text, max(0, start - _LONGEST), end + _LONGEST):
        between = (verb.end(), start) if verb.start() < start else (end, verb.start())
        if clauses.search(text, *between) is None:
            return True
    return False


@cache
def _tenses(calendar: Calendar) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(calendar.future), re.compile(calendar.clauses)


@lru_cache(maxsize=512)
def _date(
    named: tuple[tuple[str, str], ...], calendar: Calendar | None, published: PartialDate | None
) -> PartialDate | None:
    """Read the parts of a phrase at their precision; ValueError for a day that does not exist.

    The same few phrases come again and again, and what they mean depends on nothing else.
    """
    parts = dict(named)
    if "iso" in parts:
        return _with_day(
            date.fromisoformat(parts["iso"]), _clock(parts, calendar) if "hour" in parts else None
        )
    if "one" in parts:
        return _numeric(int(parts["one"]), int(parts["two"]), int(parts["year"]), calendar)
    if "year2" in parts:
        return _two_years(parts["year"], parts["year2"])
    if "decade" in parts:
        return None
    if "short" in parts and calendar is not None:
        return PartialDate(1900 + int(parts["short"]), _month(parts["month"], calendar))
    year = parts.get("year") or parts.get("modern")
    if year is not None and "month" not in parts:
        return PartialDate(int(year))
    if calendar is None:
        return None
    if year is None:
        return reckon(_relative(parts, calendar), published)
    month = _month(parts["month"], calendar)
    if "day" not in parts:
        return PartialDate(int(year), month)
    return _with_day(date(int(year), month, int(parts["day"])))


def _with_day(day: date, clock: time | None = None) -> PartialDate:
    return PartialDate(day.year, day.month, day.day, clock)


def _relative(parts: Mapping[str, str], calendar: Calendar) -> Relative:
    """Put the words of a phrase into numbers; ValueError for a day that no year has."""
    month = _month(parts["month"], calendar) if "month" in parts else None
    day = int(parts["day"]) if "day" in parts else None
    if month is not None and day is not None:
        date(2000, month, day)
    shift = calendar.shifts[parts["shift"].lower()] if "shift" in parts else None
    away = shift or 0
    if "number" in parts:
        away = -_number(parts["number"], calendar)
    weekday = parts.get("weekday", "").lower().rstrip(".")
    return Relative(
        offset=calendar.day_words[_key(parts["word"])] if "word" in parts else None,
        unit=calendar.units[parts["unit"].lower()] if "unit" in parts else None,
        away=away,
        weekday=calendar.weekdays.get(weekday, calendar.weekdays_short.get(weekday)),
        month=month,
        day=day,
        season=calendar.seasons[parts["season"].lower()] if "season" in parts else None,
        shift=shift,
        ahead="ahead" in parts,
    )


def _key(words: str) -> str:
    """Write words as the tables have them."""
    return " ".join(words.lower().split())


def _number(words: str, calendar: Calendar) -> int:
    return int(words) if words.isdecimal() else calendar.numbers[_key(words)]


def _month(word: str, calendar: Calendar) -> int:
    name = word.lower().rstrip(".")
    return calendar.months.get(name) or calendar.months_short[name]


def _clock(parts: Mapping[str, str], calendar: Calendar | None) -> time:
    """Read "14h30", "8 p.m." and "huit heures"; each half of the day begins at twelve."""
    if "clock" in parts and "number" in parts and calendar is not None:
        return time(_number(parts["number"], calendar), int(parts.get("minute", 0)))
    hour = int(parts["hour"])
    if "half" in parts and calendar is not None:
        hour = hour % 12 + calendar.halves[parts["half"].lower().replace(".", "")]
    return time(hour, int(parts.get("minute", 0)))


def _numeric(one: int, two: int, year: int, calendar: Calendar | None) -> PartialDate:
    """Read 02/03/2024 where the order is known, or where only one is possible."""
    day_first = calendar.day_first if calendar else None
    if day_first is None and max(one, two) <= 12 and one != two:
        return PartialDate(year)
    day, month = (one, two) if day_first or (day_first is None and one > 12) else (two, one)
    return _with_day(date(year, month, day))


def _two_years(one: str, two: str) -> PartialDate | None:
    """Tell a month, "2023-02", from two years, "2022-2023" and "2008-09": those are no one date."""
    if len(two) == 2 and 1 <= int(two) <= 12 and int(two) != (int(one) + 1) % 100:
        return PartialDate(int(one), int(two))
    if len(two) == 4 and int(two) <= int(one):
        raise ValueError(f"not two years: {one}-{two}")
    return None
