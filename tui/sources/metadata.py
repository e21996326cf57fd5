"""What sources say about an article, brought to the one form that a document holds."""

from __future__ import annotations

import re
from datetime import time
from email.utils import parsedate_to_datetime

from tui.parser import PartialDate
from tui.parser.dates import read_date

_LONGEST_DATE = 64

_WEB = re.compile(r"https?://[^\s/<>\"][^\s<>\"]*", re.IGNORECASE)


def language_code(tag: str) -> str | None:
    """Give the ISO 639-1 code of a language tag: "fr-FR" is "fr"; None for what is no tag."""
    code = tag.strip().replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def web_address(text: str) -> str | None:
    """Give an address that a browser may be sent to; None for anything else, javascript: too."""
    address = text.strip()
    return address if _WEB.fullmatch(address) else None


def mail_date(text: str) -> PartialDate | None:
    """Read a date as letters and feeds write it: "Tue, 14 Feb 2023 10:30:00 +0100".

    It stays the sender's own day and hour, which is what the article calls today.
    """
    if len(text) > _LONGEST_DATE:
        return None
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError, TypeError, IndexError):
        return read_date(text)
    return PartialDate(date.year, date.month, date.day, time(date.hour, date.minute))
