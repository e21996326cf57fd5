"""Lines as offsets: where a text may be broken so that it fits a width.

A line is (start, end) into the text, and nothing but white space lies between two lines. A line
ends at a space or a tab, after a hyphen or a dash between letters, between two CJK characters, at a
soft hyphen or a zero-width space, and nowhere else: no-break spaces hold, and so does a plain space
where French typography puts none ("20 000", "20 %", "« Oui »", "Ah !"). Only a word longer than the
line is cut.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Measure: TypeAlias = "Callable[[str], Sequence[int]]"
"""The cells of each character as the screen draws it; 0 for one that joins the one before it
(combining marks, zero-width joiners, the rest of an emoji sequence). No cut falls before a 0."""

Line = tuple[int, int]

UNEVEN = re.compile(
    "[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482"  # Latin, IPA, Greek, Cyrillic
    "\u1e00-\u1eff\u2002-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20c0\u2190-\u21ff]"
)
"""A character that may not be exactly one cell wide."""

_SPACES = "[ \t\n]"
_HELD = "\u00a0\u2007\u202f\u2002-\u2006\u2008-\u200a"  # spaces at which no line ends
_ANY_SPACE = f"[ \t\n{_HELD}]"
_LETTER = r"[^\W\d_]"
_CJK = (
    "\u2e80-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
    "\U00020000-\U0003ffff"
)
_NO_START = "、。，．：；？！）」』】〕〉》〗％ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々"
_NO_END = "（「『【〔〈《〖"

# Each way begins with the one character that it takes: where it is missing, the rest is not tried.
_BREAK = (
    "(?:"
    # Spaces, taken whole: "mot|suite", not "« mot", "20 000", "20 %", "20 €", "mot »".
    rf"(?={_SPACES})(?<![ \t\n«])(?<!«[{_HELD}]){_SPACES}++"
    rf"(?![{_HELD}]?[»;:!?%‰])"
    rf"(?!(?<=\d[ \t\n])(?:\d{{3}}(?!\d)|[€$£°]))"
    # "attaque-|surprise", "Paris–|Lyon"; "a-t-il" and "M-51" stay whole.
    rf"|(?<=[-‐–—])(?<={_LETTER}{_LETTER}.)(?={_LETTER}{_LETTER})"
    "|(?<=[\u00ad\u200b])(?=\\w)"
    rf"|(?<=[{_CJK}])(?<![{_NO_END}])(?=[{_CJK}])(?![{_NO_START}])"
    ")"
)


@lru_cache(maxsize=512)
def _line_of(width: int) -> re.Pattern[str]:
    """Match the longest line of that many characters; without a place to break it, a cut one.

    The second choice breaks at a space that should hold, rather than inside a word.
    """
    return re.compile(
        rf"(.{{1,{width}}})(?:{_BREAK}|\Z)|(.{{1,{width}}})(?<!{_ANY_SPACE}){_ANY_SPACE}++|(.{{{width}}})",
        re.DOTALL,
    )


def wrap(text: str, start: int, end: int, width: int, measure: Measure) -> list[Line]:
    """Break `text[start:end]` into lines of at most `width` cells, in linear time.

    A stretch of nothing but white space gives no line. A character wider than the line stands
    alone on one.
    """
    body = text[start:end]
    first = len(body) - len(body.lstrip(" \t\n"))
    last = len(body.rstrip(" \t\n"))
    if first >= last:
        return []
    width = max(1, width)
    if UNEVEN.search(body, first, last):
        lines = _wrap_uneven(body, first, last, width, measure)
    elif last - first <= width:
        lines = [(first, last)]
    else:
        matches = _line_of(width).finditer(body, first, last)
        lines = [match.span(match.lastindex or 0) for match in matches]
    return [(start + a, start + b) for a, b in lines] if start else lines


def _wrap_uneven(body: str, first: int, last: int, width: int, measure: Measure) -> list[Line]:
    cells = measure(body)
    edges = [0, *accumulate(cells)]  # edges[i]: cells before character i
    lines = []
    at = first
    while at < last:
        limit = edges[at] + width
        full = max(bisect_right(edges, limit, at, last + 1) - 1, at + 1)
        while full < last and not cells[full]:
            full += 1
        line, at = _first_line(body, at, full, last)
        if body[line[1] - 1] == "\u00ad" and edges[line[1]] == limit and line[1] - 1 > line[0]:
            line, at = _first_line(body, line[0], line[1] - 1, last)  # the hyphen needs a cell
        lines.append(line)
    return lines


def _first_line(body: str, at: int, full: int, last: int) -> tuple[Line, int]:
    """Give the line of at most `full - at` characters that starts here, and where the next does."""
    match = _line_of(full - at).match(body, at, last)
    assert match is not None  # noqa: S101 - the last alternative matches any character
    return match.span(match.lastindex or 0), match.end()


def cut(text: str, start: int, end: int, width: int, measure: Measure) -> list[Line]:
    """Cut `text[start:end]` into lines of exactly `width` cells: code, whose spaces all count.

    An empty stretch gives one empty line.
    """
    if end - start <= 1:
        return [(start, end)]
    cells = measure(text[start:end])
    edges = [0, *accumulate(cells)]
    lines = []
    at = 0
    while at < len(cells):
        stop = max(bisect_right(edges, edges[at] + width, at) - 1, at + 1)
        while stop < len(cells) and not cells[stop]:
            stop += 1
        lines.append((start + at, start + stop))
        at = stop
    return lines
