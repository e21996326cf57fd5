"""Posts set into an article without marks: what stands before "— Anne Roux (@aroux) 5 mai 2021"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.parser.document import Block

_SIGNATURE = re.compile(r"[—–] ?(?P<name>[^\n()—–@]{2,50}) \(@\w{1,30}\)")
_LINK = re.compile(r"(?:https?://|pic\.)\S+\Z")
_DATED = re.compile(r"[^\n.]{0,30}?\b(?:19|20)\d\d\b ?")
"""The date behind a signature, in any language: it ends with its year."""

_LONGEST = 400
"""Characters of a post, its links among them."""

_SHORTEST = 10
"""Characters of a post: fewer are a caption or a name."""

_TELLING = 24
"""Characters by which the same post is known again where a page shows it twice."""


class Post(NamedTuple):
    """The words of a post, and where the name of its author stands beside them."""

    start: int
    end: int
    author: tuple[int, int]
    again: bool
    """Are these the words shown a second time, behind the signature?"""


def find_posts(text: str, blocks: Iterable[Block]) -> Iterator[Post]:
    """Find the posts in the blocks of a text."""
    if "(@" not in text:
        return
    before: Block | None = None
    for block in blocks:
        line = first = text.rfind("\n", 0, block.start) + 1  # the dash is read as an item's
        if before is not None and before.kind == "paragraph" and _SIGNATURE.match(text, line):
            first = before.start  # the signature has a line of its own
        for match in _SIGNATURE.finditer(text, line, block.end):
            dated = _DATED.match(text, match.end(), block.end)
            behind = dated.end() if dated else match.end()
            end = _before_links(text, first, match.start())
            start = _begins(text, first, end, behind)
            if start is not None and end - start >= _SHORTEST:
                yield Post(start, end, match.span("name"), again=False)
                last = behind + end - start
                if text[behind:last] == text[start:end]:
                    yield Post(behind, last, match.span("name"), again=True)
            first = behind
        before = block


def _before_links(text: str, first: int, end: int) -> int:
    """Step back over the links at the end of a post."""
    while True:
        shown = text[max(first, end - _LONGEST) : end].rstrip()
        end = max(first, end - _LONGEST) + len(shown)
        link = _LINK.search(shown)
        if link is None:
            return end
        end -= len(link[0])


def _begins(text: str, first: int, end: int, behind: int) -> int | None:
    """Tell where a post begins: with its paragraph, or with the words that come again behind."""
    again = text[behind : behind + _TELLING]
    if len(again) == _TELLING:
        start = text.rfind(again, max(first, end - _LONGEST), end)
        if start >= 0:
            return start
    while first < end and text[first].isspace():
        first += 1
    return first if end - first <= _LONGEST else None
