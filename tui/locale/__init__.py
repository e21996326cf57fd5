"""The interface in the reader's language: its words, its numbers, its dates.

`_` and `ngettext` look the language up when called, so that a module may be imported first.
"""

from __future__ import annotations

import gettext as _gettext
import math
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser import PartialDate

DOMAIN = "newsreader"
FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib is 7 ms of each start
LANGUAGES = ("en", "fr")

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def use(language: str | None = None) -> str:
    """Choose the interface's language: the one named, else the environment's, else English."""
    global _catalogue, _language  # noqa: PLW0603 - a process speaks one language
    _language = language if language in LANGUAGES else _from_environment()
    _catalogue = _gettext.translation(DOMAIN, FOLDER, [_language], fallback=True)
    return _language


def _from_environment() -> str:
    """Read the environment as GNU gettext does: LANGUAGE is a list, ignored in the C locale."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return "en"
    for choice in (*os.environ.get("LANGUAGE", "").split(":"), locale):
        code = choice[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"


def current() -> str:
    """Give the code of the language in use."""
    return _language


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a message that is translated where it is shown, not where it is written."""
    return message


def _(message: str) -> str:
    """Translate a message."""
    return _catalogue.gettext(message)


def labelled(label: str, text: str) -> str:
    """Put a label before a text: "Vial: 3 articles", in French "Vial : 3 articles"."""
    return _("{label}: {text}").format(label=label, text=text)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a message that counts."""
    return _catalogue.ngettext(singular, plural, n)


def counted(singular: str, plural: str, n: int) -> str:
    """Translate a message that counts, and write the number for its "{n}"."""
    return ngettext(singular, plural, n).format(n=format_number(n))


_NARROW_SPACE = "\u202f"  # does not break; French groups thousands with it

_MONTHS = {
    "en": (
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    ),
    "fr": (
        (
            *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
            *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
        ),
        (
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
    ),
}
"""The months, short and in full."""

_PLAIN_BELOW = 1e21
"""A number with more digits than this is written with an exponent; nobody would count them."""


def format_number(value: float) -> str:
    """Write a number as the interface's language does: "552,000,000", "552 000 000", "3,5"."""
    from decimal import Decimal  # noqa: PLC0415 - not for --help

    if not math.isfinite(value) or abs(value) >= _PLAIN_BELOW:
        english = f"{value:g}"
    else:
        english = f"{Decimal(repr(value)):,f}"
        if "." in english:
            english = english.rstrip("0").rstrip(".")
    if _language == "en":
        return english
    return english.translate({ord(","): _NARROW_SPACE, ord("."): ","})


def format_date(date: PartialDate, *, long: bool = False) -> str:
    """Write a date no more precisely than it is known: "14 Feb 2023", "févr. 2023", "2023".

    `long` writes the month in full and adds the time of day, where there is one.
    """
    if date.month is None:
        return str(date.year)
    written = f"{_MONTHS[_language][long][date.month - 1]} {date.year}"
    if date.day is not None:
        day = "1er" if _language == "fr" and date.day == 1 else str(date.day)
        written = f"{day} {written}"
    if not long or date.time is None:
        return written
    if _language == "fr":
        return f"{written} à {date.time.hour}\u00a0h\u00a0{date.time.minute:02d}"
    return f"{written}, {date.time:%H:%M}"
