"""One spelling for the many ways in which typographers write a space, an apostrophe, a dash.

Matching happens on the levelled text; offsets into it are offsets into the text itself.
"""

from __future__ import annotations

_LEVEL = (
    dict.fromkeys("\t\u00a0\u202f\u2009\u2007\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000", " ")
    | dict.fromkeys("\u2019\u02bc\u2032\u00b4\uff07", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2212", "-")
)


def level(text: str) -> str:
    r"""Write every space as U+0020, every apostrophe as ', every hyphen and minus as -.

    One character for one: « 20\u202f000 » and « l’Alliance » become "20 000" and "l'Alliance".
    En and em dashes stay, since a dash is no hyphen.
    """
    if text.isascii() and "\t" not in text:
        return text
    for written, plain in _LEVEL.items():  # few of them occur: far faster than `translate`
        text = text.replace(written, plain)
    return text


def lower(text: str) -> str:
    """Write in lower case, one character for one: "İ" alone would become two."""
    return text.replace("İ", "i").lower()
