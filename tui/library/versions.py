"""What changed in an article, evidence first: the words of a quote, who said them, a figure.

Two pieces of evidence are the same one before and after when the words around them put them in the
same place; so a figure that grew is one change, not one figure gone and another come.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, TypeVar

from tui.text.typography import level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.parser import Article, Figure, Quote

_TOKEN = re.compile(r"\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")

_Evidence = TypeVar("_Evidence", "Quote", "Figure")

_LONGEST = 4_000
"""Words of a changed stretch that are compared one by one; a longer one is taken as rewritten."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one of the two texts."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something that reads otherwise now; None on the side where it is not."""

    kind: Literal["title", "quote", "speaker", "figure", "text"]
    before: Place | None
    after: Place | None
    detail: tuple[str | None, str | None] = (None, None)
    """For a quote, whose words these were and are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both texts, or in one of them."""

    kind: Literal["same", "removed", "added"]
    text: str


def compare(before: Article, after: Article) -> list[Change]:
    """List what changed: the title, then quotes, then figures, then the rest of the text."""
    changes: list[Change] = []
    if before.document.title != after.document.title:
        old, new = before.document.title, after.document.title
        changes.append(Change("title", Place(0, len(old), old), Place(0, len(new), new)))
    stretches = list(_changed_stretches(before.text, after.text))
    places = _Places(stretches)
    for old_quote, new_quote in _pairs(before.quotes, after.quotes, places):
        changes += _quote_change(old_quote, new_quote)
    for old_figure, new_figure in _pairs(before.figures, after.figures, places):
        if old_figure is None or new_figure is None or _reads(old_figure) != _reads(new_figure):
            changes.append(Change("figure", _place(old_figure), _place(new_figure)))
    for start, end, new_start, new_end in stretches:
        old_text, new_text = before.text[start:end], after.text[new_start:new_end]
        changes.append(
            Change(
                "text",
                Place(start, end, old_text) if old_text else None,
                Place(new_start, new_end, new_text) if new_text else None,
            )
        )
    return changes


def pieces(before: str, after: str) -> list[Piece]:
    """Cut two texts into the words that stayed, went and came, in reading order."""
    found: list[Piece] = []
    at = 0
    for old, old_end, new, new_end in _changed_words(before, after, 0, 0):
        start, end = _with_space(before, old, old_end) if new == new_end else (old, old_end)
        come = _with_space(after, new, new_end) if old == old_end else (new, new_end)
        found.append(Piece("same", before[at:start]))
        found.append(Piece("removed", before[start:end]))
        found.append(Piece("added", after[slice(*come)]))
        at = end
    found.append(Piece("same", before[at:]))
    return [piece for piece in found if piece.text]


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the space along that a word needs where none stood: before it at the end of a text."""
    stop = end
    while text[stop : stop + 1].isspace():
        stop += 1
    while stop == end == len(text) and text[start - 1 : start].isspace():
        start -= 1
    return start, stop


_Stretch = tuple[int, int, int, int]
"""Start and end before, start and end after."""


def _changed_stretches(before: str, after: str) -> Iterator[_Stretch]:
    """Compare by paragraphs, and word by word only where those differ."""
    old = [match.span() for match in _PARAGRAPH.finditer(before)]
    new = [match.span() for match in _PARAGRAPH.finditer(after)]
    matcher = SequenceMatcher(
        None,
        [level(before[start:end]) for start, end in old],
        [level(after[start:end]) for start, end in new],
        autojunk=False,
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            start, end = _outer(old, i, j, len(before))
            new_start, new_end = _outer(new, k, m, len(after))
            yield from _changed_words(before[start:end], after[new_start:new_end], start, new_start)


def _outer(spans: Sequence[tuple[int, int]], first: int, stop: int, length: int) -> tuple[int, int]:
    if first < stop:
        return spans[first][0], spans[stop - 1][1]
    here = spans[first][0] if first < len(spans) else length
    return here, here


def _changed_words(before: str, after: str, base: int, new_base: int) -> Iterator[_Stretch]:
    old = [match.span() for match in _TOKEN.finditer(before)]
    new = [match.span() for match in _TOKEN.finditer(after)]
    if not old or not new or max(len(old), len(new)) > _LONGEST:
        if before != after:
            yield base, base + len(before), new_base, new_base + len(after)
        return
    matcher = SequenceMatcher(
        None,
        [level(before[start:end]) for start, end in old],
        [level(after[start:end]) for start, end in new],
        autojunk=False,
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            start, end = _outer(old, i, j, len(before))
            new_start, new_end = _outer(new, k, m, len(after))
            yield base + start, base + end, new_base + new_start, new_base + new_end


class _Places:
    """Where a place of the old text is in the new one."""

    def __init__(self, stretches: Sequence[_Stretch]) -> None:
        self._stretches = stretches
        self._starts = [start for start, *_ in stretches]

    def after(self, start: int, end: int) -> tuple[int, int]:
        """Give the part of the new text that stands for this part of the old one."""
        return self._move(start, last=False), self._move(end, last=True)

    def _move(self, offset: int, *, last: bool) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        start, end, new_start, new_end = self._stretches[at]
        if offset < end or (offset == start and not last):
            return new_end if last and offset > start else new_start
        return offset - end + new_end


def _pairs(
    old: Sequence[_Evidence], new: Sequence[_Evidence], places: _Places
) -> list[tuple[_Evidence | None, _Evidence | None]]:
    """Join what stands in the same place; what is left over has gone or come."""
    free = list(new)
    pairs: list[tuple[_Evidence | None, _Evidence | None]] = []
    for item in old:
        start, end = places.after(item.start, item.end)
        partner = max(
            free, key=lambda other: min(end, other.end) - max(start, other.start), default=None
        )
        if partner is None or min(end, partner.end) <= max(start, partner.start):
            pairs.append((item, None))
        else:
            free.remove(partner)
            pairs.append((item, partner))
    return pairs + [(None, item) for item in free]


def _quote_change(old: Quote | None, new: Quote | None) -> Iterator[Change]:
    speakers = (_name(old), _name(new))
    if old is None or new is None or level(old.text) != level(new.text):
        yield Change("quote", _place(old), _place(new), speakers)
    elif speakers[0] != speakers[1]:
        yield Change("speaker", _place(old), _place(new), speakers)


def _name(quote: Quote | None) -> str | None:
    return quote.speaker.name if quote and quote.speaker else None


def _reads(figure: Figure) -> tuple[object, ...]:
    return (
        level(figure.text), figure.value, figure.high, figure.unit, figure.per, figure.bound,
        figure.change, figure.of and level(figure.of.text),
    )  # fmt: skip


def _place(item: Quote | Figure | None) -> Place | None:
    return Place(item.start, item.end, item.text) if item else None
