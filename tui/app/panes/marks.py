"""Marked stretches of a text: which lie over a line, which is meant at a place.

Stretches may nest and overlap: a figure inside a quote, a quote inside a quote.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.parser import Figure, Quote

    Item = Quote | Figure


class Stretch(Protocol):
    """Anything from an offset to another."""

    @property
    def start(self) -> int:
        """Where it starts."""

    @property
    def end(self) -> int:
        """Where it ends: the first character that is not in it."""


T = TypeVar("T", bound=Stretch)

Layer = tuple[int, int, str]
"""Start, end, and the name of a look."""


class Piece(NamedTuple):
    """A stretch of a line that looks the same all over."""

    start: int
    end: int
    looks: tuple[str, ...]
    """The names that lie over each other here, the lowest first."""


class Marks(Generic[T]):
    """Stretches in the order of the text, the outer before the inner, asked for by place."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items: Sequence[T] = sorted(items, key=lambda item: (item.start, -item.end))
        self._starts = [item.start for item in self.items]
        self._reach = list(accumulate((item.end for item in self.items), max))

    def over(self, start: int, end: int) -> list[T]:
        """Give the items that lie over any of `text[start:end]`."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [item for item in self.items[first:last] if item.end > start]

    def at(self, offset: int) -> T | None:
        """Give the innermost item around a character."""
        around = self.over(offset, offset + 1)
        return min(around, key=lambda item: item.end - item.start) if around else None

    def index(self, item: T) -> int | None:
        """Give an item's place in the order."""
        first = bisect_left(self._starts, item.start)
        last = bisect_right(self._starts, item.start)
        return next((n for n in range(first, last) if self.items[n] == item), None)

    def first_from(self, offset: int) -> int:
        """Give the place of the first item that starts at the offset or after it."""
        return bisect_left(self._starts, offset)


def paint(start: int, end: int, layers: Sequence[Layer]) -> list[Piece]:
    """Cut a line where looks begin and end."""
    layers = [layer for layer in layers if layer[0] < end and layer[1] > start]
    edges = {start, end}
    for layer in layers:
        edges.add(max(start, layer[0]))
        edges.add(min(end, layer[1]))
    at = sorted(edges)
    return [
        Piece(a, b, tuple(look for first, last, look in layers if first <= a and b <= last))
        for a, b in pairwise(at)
    ]
