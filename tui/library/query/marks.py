"""Where the words of a query stand in a text, and the stretch of it to show."""

from __future__ import annotations

import re
from functools import lru_cache
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.library.words import fold_words
from tui.text.find import fold, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + "".join(map(chr, range(0x300, 0x370)))
_TOKEN = re.compile(rf"[^\W_]+(?:[{_UNSEEN}]+[^\W_]*)*")

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
    """Give where these sequences of words stand, in order, none over another, and no more.

    Letters are looked for first, and only the words that begin with them are folded and compared.
    """
    found: list[tuple[int, int]] = []
    for start in merge(*(_places(text, letters) for letters in _heads(wanted))):
        if found and start < found[-1][1]:
            continue
        end = max((_end(text, start, *way) for way in wanted), default=0)
        if end:
            found.append((start, end))
            if len(found) >= most:
                break
    return found


def _heads(wanted: Sequence[tuple[tuple[str, ...], bool]]) -> list[str]:
    """Give letters of which every sequence begins with some.

    A word that may go on is looked for without its last letter too: that may be half of "œ".
    """
    whole = [words[0] for words, _prefix in wanted]
    begun = [words[0][:-1] for words, prefix in wanted if prefix and len(words) == 1]
    return list(dict.fromkeys(head for head in (*whole, *begun) if head))


def _places(text: str, head: str) -> Iterator[int]:
    """Give where a word begins with these letters, once folded."""
    letters = pattern(head)
    for match in letters.finditer(text) if letters else ():
        before = match.start() - 1
        while before >= 0 and text[before] in _UNSEEN:
            before -= 1
        if before < 0 or not text[before].isalnum():
            yield match.start()


def _end(text: str, start: int, words: tuple[str, ...], prefix: bool) -> int:
    """Say where this sequence of words ends that begins here; 0 where others stand."""
    tokens = list(islice(_TOKEN.finditer(text, start), len(words)))
    if len(tokens) < len(words) or tokens[0].start() != start:
        return 0
    there = [_fold(token[0]) for token in tokens]
    if prefix and there[-1].startswith(words[-1]):
        there[-1] = words[-1]
    return tokens[-1].end() if tuple(there) == words else 0


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
