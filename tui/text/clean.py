"""The one door for foreign text.

Whatever comes from a file, a feed, a page, a file name or an error message passes `clean` before
anything else sees it. After it, no string can drive a terminal, and offsets never move again.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x9f"  # C0 but tab and line end, DEL, C1: they drive terminals
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls: they show what is not there
    "\ud800-\udfff]"  # lone surrogates: no encoding writes them
)

REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    r"""Make foreign text safe to show and to count in: composed, with `\n` line ends, one for one.

    Nothing is stripped, not even at the ends. Soft hyphens and zero-width characters stay.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
    return _UNSAFE.sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """Clean text that must stay on one line: a title, a file name, an error message."""
    return " ".join(clean(text).split())
