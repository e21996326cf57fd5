"""A stretch of an article that grows and shrinks by sentences."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.parser import Document


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentences side by side: `all[first:last]`."""

    all: Sequence[tuple[int, int]]
    """Every sentence of the article, by its offsets, in order."""
    first: int
    last: int

    @classmethod
    def at(cls, document: Document, offset: int) -> Sentence | None:
        """Choose the sentence around an offset, or else the next one; None where there is none."""
        every = [
            place
            for block in document.prose()
            for place in sentences(document.text, block.start, block.end)
        ]
        number = max(0, bisect_right(every, offset, key=lambda place: place[0]) - 1)
        if number < len(every) and every[number][1] <= offset:
            number += 1
        return cls(every, number, number + 1) if number < len(every) else None

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.all[self.first][0]

    @property
    def end(self) -> int:
        """The offset after its last."""
        return self.all[self.last - 1][1]

    def moved(self, step: int) -> Sentence:
        """Choose the one sentence after it, or before it."""
        number = self.last if step > 0 else self.first - 1
        number = min(max(number, 0), len(self.all) - 1)
        return Sentence(self.all, number, number + 1)

    def grown(self) -> Sentence:
        """Take the next sentence along."""
        return Sentence(self.all, self.first, min(self.last + 1, len(self.all)))

    def shrunk(self) -> Sentence:
        """Leave the last sentence, but the only one."""
        return Sentence(self.all, self.first, max(self.last - 1, self.first + 1))
