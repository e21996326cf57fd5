"""Where the words of a query stand in a text, and the stretch of it to show."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.library.words import fold_words
from tui.text.find import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{_UNSEEN}])*")

BEFORE = 60
LENGTH = 220
"""Characters of a snippet: before its first mark, and in all, but for the ends of words."""

_MOST = 12
"""Marks looked for in one text, which is enough to choose a snippet."""


class Snippet(NamedTuple):
    """`text` is the document's text from `start`; `marks` are offsets into the document's text."""

    start: int
    text: str
    marks: tuple[tuple[int, int], ...]


def words_in(text: str) -> list[str]:
    """Give the words of a text, folded."""
    return list(map(_fold, _TOKEN.findall(text)))


def find_words(
    text: str, wanted: Sequence[tuple[tuple[str, ...], bool]], most: int = _MOST
) -> list[tuple[int, int]]:
    """Give where these sequences of words stand, in order, none over another, and no more."""
    firsts: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    prefixes = []
    for words, prefix in wanted:
        if prefix and len(words) == 1:
            prefixes.append(words[0])
        else:
            firsts.setdefault(words[0], []).append((words, prefix))
    starts = tuple(prefixes)
    folded = words_in(text)
    places: list[tuple[int, int]] = []
    past = 0
    for place, word in enumerate(folded):
        begun = bool(starts) and word.startswith(starts)
        if place < past or not (begun or word in firsts):
            continue
        sizes = [
            len(words)
            for words, prefix in firsts.get(word, ())
            if _same(words, prefix, folded[place : place + len(words)])
        ]
        if begun or sizes:
            past = place + max(sizes, default=1)
            places.append((place, past))
            if len(places) >= most:
                break
    # Where a token stands is asked only as far as the last mark: that costs more than its letters.
    spans = [token.span() for token in islice(_TOKEN.finditer(text), past)]
    return [(spans[first][0], spans[last - 1][1]) for first, last in places]


def _same(words: tuple[str, ...], prefix: bool, there: list[str]) -> bool:
    if not prefix:
        return list(words) == there
    return (
        len(there) == len(words)
        and list(words[:-1]) == there[:-1]
        and there[-1].startswith(words[-1])
    )


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    return word.lower() if word.isascii() else fold(fold_words(word))


def snippet(text: str, marks: Sequence[tuple[int, int]], begin: int = 0) -> Snippet:
    """Cut the first stretch with the most marks; where there is no mark, from `begin` on."""
    first = max(
        marks,
        key=lambda mark: sum(mark[0] <= start < mark[0] + LENGTH - BEFORE for start, _ in marks),
        default=(begin, begin),
    )
    start = max(0, first[0] - BEFORE) if marks else begin
    while 0 < start < first[0] and not text[start - 1].isspace():
        start += 1
    end = min(len(text), max(start + LENGTH, first[1]))
    limit = end - 40
    while first[1] < end < len(text) and end > limit and not text[end].isspace():
        end -= 1
    return Snippet(start, text[start:end], tuple(m for m in marks if start <= m[0] and m[1] <= end))
