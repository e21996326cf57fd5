"""The interface in the reader's language: its words, its numbers, its dates.

`_` and `ngettext` look the language up when called, so that a module may be imported first.
"""

from __future__ import annotations

import gettext as _gettext
import os
from pathlib import Path

DOMAIN = "newsreader"
LANGUAGES = ("en", "fr")

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def use(language: str | None = None) -> str:
    """Choose the interface's language: the one named, else the environment's, else English."""
    global _catalogue, _language  # noqa: PLW0603 - a process speaks one language
    _language = language if language in LANGUAGES else _from_environment()
    _catalogue = _gettext.translation(
        DOMAIN, Path(__file__).parent, [_language], fallback=True
    )
    return _language


def _from_environment() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            code = value[:2].lower()
            return code if code in LANGUAGES else "en"
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


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a message that counts."""
    return _catalogue.ngettext(singular, plural, n)
