"""When a server may be asked again: what it says itself, within reason."""

from __future__ import annotations

import re
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST = 30 * 60.0
"""Seconds between two looks at a feed, when nothing else is said."""
FRESH = 24 * 3600.0
"""Seconds that an answer may call itself fresh for: many a server says a year by mistake."""
LONGEST = 7 * 24 * 3600.0
"""Seconds that a server may send us away for."""
LONGEST_PAUSE = 24 * 3600.0
"""Seconds between two tries at a feed that fails."""

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE | re.ASCII)


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Give the seconds to stay away for, as "120" or as a date; None where nothing is said."""
    text = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return min(float(text), LONGEST)
    at = _time_of(text)
    if at is None:
        return None
    return min(max(0.0, at - (time.time() if now is None else now)), LONGEST)


def fresh_for(headers: Mapping[str, str], now: float | None = None) -> float:
    """Give the seconds for which nothing new is to be expected."""
    control = headers.get("cache-control", "")
    seconds = 0.0
    if found := _MAX_AGE.search(control):
        seconds = float(found[1])
    elif (at := _time_of(headers.get("expires", ""))) is not None:
        seconds = at - (time.time() if now is None else now)
    if "no-cache" in control.lower() or "no-store" in control.lower():
        seconds = 0.0
    return min(max(seconds, LEAST), FRESH)


def pause_after(failures: int) -> float:
    """Give the seconds to leave a feed alone after it has failed so often in a row."""
    return float(min(LEAST * 2 ** min(failures - 1, 10), LONGEST_PAUSE))


def _time_of(text: str) -> float | None:
    if not text or len(text) > 64:
        return None
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
