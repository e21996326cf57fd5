"""Bytes to clean text. Nothing else in the project guesses an encoding."""

from __future__ import annotations

import codecs
import re

from tui.locale import _, ngettext
from tui.text.clean import REPLACEMENT, clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_OTHER_FORMATS = re.compile(rb"%PDF-|\{\\rtf|PK\x03\x04|\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # ESC stands in logs and hostile text

_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)

_MOST_CONTROLS = 0.1
"""A text may hold a few stray control characters; a file with a tenth of them is no text."""


class NotTextError(ValueError):
    """The bytes are no text in any encoding that a news article comes in."""


def decode(data: bytes) -> tuple[str, str | None]:
    """Give the clean text of a file, and a notice where the encoding had to be guessed.

    A byte-order mark decides; then UTF-8; then, for bytes that UTF-8 cannot be, Windows-1252, the
    encoding of old French and English files. A UTF-8 file with a few broken bytes stays UTF-8.
    """
    if _OTHER_FORMATS.match(data):
        raise NotTextError
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return clean(text), _damage(text.count(REPLACEMENT)) if REPLACEMENT in text else None
    if len(_CONTROLS.findall(data)) > _MOST_CONTROLS * len(data):
        raise NotTextError
    try:
        return clean(data.decode("utf-8")), None
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise NotTextError
    text = data.decode("utf-8", errors="replace")
    broken = text.count(REPLACEMENT)
    if broken < len(_SEQUENCE.findall(data)):
        return clean(text), _damage(broken)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotTextError from error
    return clean(text), _("not UTF-8: read as Windows-1252")


def _damage(count: int) -> str:
    return ngettext(
        "{count} damaged character, shown as \ufffd",
        "{count} damaged characters, shown as \ufffd",
        count,
    ).format(count=count)
