"""Relative dates, reckoned from the day of the article.

An article's own date may be no more than a month. Each phrase is reckoned from the first and from
the last day that it can mean, and keeps only the parts on which both agree: nothing is invented.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from tui.parser.partial_date import PartialDate

_FAR = timedelta(300)
"""A weekday that only fits a year away is a slip of the writer's, not that year."""


class Relative(NamedTuple):
    """A date as the text gives it, in numbers; what is None the text leaves out."""

    offset: int | None = None
    """Days from today: "hier" is -1."""
    unit: str | None = None
    """"days", "weeks", "months" or "years", `away` of them from today."""
    away: int = 0
    weekday: int | None = None
    """Monday is 0."""
    month: int | None = None
    day: int | None = None
    season: int | None = None
    """The month in which the season begins."""
    shift: int | None = None
    """-1 for "dernier", 0 for "ce", 1 for "prochain"."""
    ahead: bool = False
    """Whether a bare weekday lies today or later, by the verb beside it."""


def reckon(phrase: Relative, published: PartialDate | None) -> PartialDate | None:
    """Work out a relative date; None where the article's own date does not tell."""
    if published is None:
        return None
    try:
        first, last = (_days(phrase, today) for today in _bounds(published))
    except (OverflowError, ValueError):  # before the year 1, after the year 9999
        return None
    if first is None or last is None:
        return None
    precise = first[1] - first[0] <= timedelta(7)
    return _shared(first[0], last[1], down_to_year=not precise)


def _bounds(published: PartialDate) -> tuple[date, date]:
    """Give the first and the last day on which the article can have been written."""
    if published.month is None:
        return date(published.year, 1, 1), date(published.year, 12, 31)
    if published.day is None:
        return _period(date(published.year, published.month, 1), "months")
    day = date(published.year, published.month, published.day)
    return day, day


def _shared(first: date, last: date, *, down_to_year: bool) -> PartialDate | None:
    """Keep the parts on which two days agree: day, month, or year where that says enough."""
    if first == last:
        return PartialDate(first.year, first.month, first.day)
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(first.year, first.month)
    if first.year == last.year and down_to_year:
        return PartialDate(first.year)
    return None


def _days(phrase: Relative, today: date) -> tuple[date, date] | None:
    """Give the first and the last day that a phrase means when it is written today."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - only articles with dates

    if phrase.offset is not None:
        return _period(today + timedelta(phrase.offset), "days")
    if phrase.unit is not None:
        away = {phrase.unit: phrase.away}
        moved = today + relativedelta(
            years=away.get("years", 0),
            months=away.get("months", 0),
            weeks=away.get("weeks", 0),
            days=away.get("days", 0),
        )
        return _period(moved, phrase.unit)
    if phrase.season is not None:
        return _season(phrase.season, phrase.shift, today)
    day = _day(phrase, today)
    if day is None:
        return None
    return _period(day, "days" if phrase.month is None or phrase.day is not None else "months")


def _day(phrase: Relative, today: date) -> date | None:
    """Find the day that a weekday, a day of the month and a month mean together."""
    from dateutil.relativedelta import relativedelta, weekday  # noqa: PLC0415

    if phrase.month is not None:
        years = range(today.year - 1, today.year + 2)
        dates = [_real(year, phrase.month, phrase.day or 1) for year in years]
        return _nearest(
            [day for day in dates if day and _falls_on(phrase.weekday, day, today)],
            today if phrase.day is not None else today.replace(day=1),
            phrase.shift,
        )
    if phrase.weekday is None:
        return None
    if phrase.day is not None:
        months = [today.replace(day=1) + relativedelta(months=away) for away in (-1, 0, 1)]
        dates = [_real(month.year, month.month, phrase.day) for month in months]
        return _nearest(
            [day for day in dates if day and _falls_on(phrase.weekday, day, today)],
            today,
            phrase.shift,
        )
    if phrase.shift == 0:  # "ce mardi" is the nearest
        return today + timedelta((phrase.weekday - today.weekday() + 3) % 7 - 3)
    if phrase.shift == 1 or phrase.ahead:
        return today + relativedelta(days=phrase.shift or 0, weekday=weekday(phrase.weekday)(1))
    # The press writes "mardi" of today too, and "mardi dernier" never of today.
    return today + relativedelta(days=phrase.shift or 0, weekday=weekday(phrase.weekday)(-1))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _falls_on(weekday: int | None, day: date, today: date) -> bool:
    return weekday is None or (day.weekday() == weekday and abs(day - today) < _FAR)


def _nearest(days: list[date], today: date, shift: int | None) -> date | None:
    """Choose the nearest day, on the side that the phrase tells; None where two are as near."""
    if shift == -1:
        days = [day for day in days if day < today]
    elif shift == 1:
        days = [day for day in days if day > today]
    near = sorted(days, key=lambda day: abs(day - today))
    if len(near) > 1 and abs(near[1] - today) - abs(near[0] - today) < timedelta(5):
        return None
    return near[0] if near else None


def _period(day: date, unit: str) -> tuple[date, date]:
    """Give the first and the last day of the day, week, month or year that a day lies in."""
    from dateutil.relativedelta import MO, relativedelta  # noqa: PLC0415

    if unit == "days":
        return day, day
    if unit == "weeks":
        monday = day + relativedelta(weekday=MO(-1))
        return monday, monday + timedelta(6)
    if unit == "months":
        return day.replace(day=1), day + relativedelta(day=31)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _season(month: int, shift: int | None, today: date) -> tuple[date, date] | None:
    """Give the three months of a season before or after today; winter lies in two years."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    seasons = [
        (begin, begin + relativedelta(months=3, days=-1))
        for begin in (date(year, month, 1) for year in range(today.year - 1, today.year + 2))
    ]
    if shift == -1:
        return next((season for season in reversed(seasons) if season[1] < today), None)
    if shift == 1:
        return next((season for season in seasons if season[0] > today), None)
    return next(season for season in seasons if season[0].year == today.year)
