"""Where words are in a text that has changed: by the words themselves and those around them."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from tui.text.typography import level

AROUND = 80
"""Characters that are kept on each side."""

_TRIED = 200
"""Places that are compared: a "2" may stand anywhere."""

_LIKE = 0.5
"""How much of the words around must still be there, where the words alone may stand elsewhere."""

_OWN = 24
"""Characters of words that stand nowhere by chance."""


class Anchor(NamedTuple):
    """Words with what stood on both sides of them."""

    words: str
    before: str
    after: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Anchor:
        """Take a stretch of a text with its surroundings."""
        return cls(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])

    def find(self, text: str, near: int | None = None, *, edited: bool) -> tuple[int, int] | None:
        """Find the words in a text; None where they are lost.

        `near` is where they were. Where `edited`, other words will do in their place if those
        around are still there and most of their own: a quote with a word corrected.
        """
        if near is not None and Anchor.of(text, near, near + len(self.words)) == self:
            return near, near + len(self.words)
        return self._exact(level(text)) or (self._between(level(text)) if edited else None)

    def _exact(self, text: str) -> tuple[int, int] | None:
        words = level(self.words)
        best, place, at = 0.0, -1, text.find(words)
        tried = 0
        while at >= 0 and tried < _TRIED:
            likeness = self._likeness(text, at, at + len(words))
            if likeness > best:
                best, place = likeness, at
            tried += 1
            at = text.find(words, at + 1)
        if place < 0 and tried == 1 and len(words) >= _OWN:
            place, best = text.find(words), 1.0
        enough = _LIKE if len(words) < _OWN or tried > 1 else 0.0
        return (place, place + len(words)) if place >= 0 and best >= enough else None

    def _likeness(self, text: str, start: int, end: int) -> float:
        """Say how much of what stands around is the same, the nearest words counting most."""
        parts = []
        for mine, there in (
            (level(self.before)[::-1], text[max(0, start - AROUND) : start][::-1]),
            (level(self.after), text[end : end + AROUND]),
        ):
            for size in (AROUND, AROUND // 4):
                if mine[:size] or there[:size]:
                    matcher = SequenceMatcher(None, mine[:size], there[:size], autojunk=False)
                    parts.append(matcher.ratio())
        return sum(parts) / len(parts) if parts else 1.0

    def _between(self, text: str) -> tuple[int, int] | None:
        """Find what stands now between the words before and the words after."""
        words, before, after = level(self.words).split(), level(self.before), level(self.after)
        for size in (AROUND, AROUND // 2, AROUND // 4):
            head, tail = before[-size:], after[:size]
            start = text.find(head) + len(head) if head and text.count(head) == 1 else -1
            if not head.strip():
                start = 0
            if start < 0:
                continue
            longest = 2 * len(self.words) + AROUND
            end = text.find(tail, start, start + longest + size) if tail.strip() else len(text)
            there = text[start:end].split()
            if SequenceMatcher(None, words, there, autojunk=False).ratio() >= _LIKE:
                return _trimmed(text, start, end)
        return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
