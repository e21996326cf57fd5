"""How the value of a field is read: numbers, dates, units."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from tui.library.query.fields import UNITS
from tui.text.find import fold

_NUMBER = re.compile(
    r"([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,3})?)\s*(k|m|md|bn|%)?", re.IGNORECASE
)
_SCALES = {"k": 1e3, "m": 1e6, "md": 1e9, "bn": 1e9}

_SIGNS = (">=", "<=", "≥", "≤", ">", "<", "=")


class Range(NamedTuple):
    """What a value asks for; None is no limit, and a limit is in it unless it says otherwise."""

    low: str | None
    high: str | None
    with_low: bool = True
    with_high: bool = True


def split_range(text: str) -> Range:
    """Part ">10", "10..20", "..20" or "10"."""
    sign = next((sign for sign in _SIGNS if text.startswith(sign)), "")
    rest = text.removeprefix(sign).strip()
    if sign in (">", ">=", "≥"):
        return Range(rest, None, with_low=sign != ">")
    if sign in ("<", "<=", "≤"):
        return Range(None, rest, with_high=sign != "<")
    low, dots, high = rest.partition("..")
    return Range(low or None, high or None) if dots else Range(rest, rest)


def number(text: str) -> float | None:
    """Read "1e6", "1,5", "20k", "3M", "2Md"; None for anything else."""
    match = _NUMBER.fullmatch(re.sub(r"[\s_]", "", text))
    if match is None:
        return None
    value = float(match[1].replace(",", ".")) * _SCALES.get((match[2] or "").lower(), 1)
    return value if abs(value) < float("inf") else None


def unit(text: str) -> str:
    """Give the symbol of a unit however it is written: "euros", "€" and "eur" are "EUR"."""
    folded = fold(text)
    for symbol, words in UNITS.items():
        if text == symbol or folded in map(fold, words):
            return symbol
    return text.upper() if re.fullmatch("[A-Za-z]{3}", text) else text


_AGO = re.compile(r"(\d{1,5})\s*([a-z]+)")
_SPANS = {
    **dict.fromkeys(("d", "day", "days", "j", "jour", "jours"), 1),
    **dict.fromkeys(("w", "week", "weeks", "s", "sem", "semaine", "semaines"), 7),
    **dict.fromkeys(("m", "month", "months", "mois"), 30),
    **dict.fromkeys(("y", "year", "years", "a", "an", "ans"), 365),
}
_NAMED_DAYS = {"today": 0, "aujourd'hui": 0, "aujourdhui": 0, "yesterday": 1, "hier": 1}
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FRENCH = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)(\d{4})")


def day(text: str, today: date) -> str | None:
    """Read a date at its precision as ISO 8601: "2023", "2023-2", "14/02/2023", "7d", "hier"."""
    folded = fold(text).replace("’", "'")
    if folded in _NAMED_DAYS:
        return (today - timedelta(_NAMED_DAYS[folded])).isoformat()
    if match := _AGO.fullmatch(folded):
        if match[2] not in _SPANS:
            return None
        try:
            return (today - timedelta(int(match[1]) * _SPANS[match[2]])).isoformat()
        except OverflowError:
            return date.min.isoformat()
    if match := _ISO.fullmatch(text):
        year, month, date_ = match.groups()
    elif match := _FRENCH.fullmatch(text):
        date_, month, year = match.groups()
    else:
        return None
    try:
        whole = date(int(year), int(month or 1), int(date_ or 1)).isoformat()
    except ValueError:
        return None
    return whole if date_ else whole[:7] if month else whole[:4]
