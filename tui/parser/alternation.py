"""Patterns of many words, written so that most text is refused at a first letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD_BEGINS = r"\b(?=[^\W\d])"
"""Refuses the end of a word too, and every number, before any branch is tried."""


def by_initial(words: Iterable[str]) -> str:
    """Write words grouped by their first letter, longest first; nothing matches where none is."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items()) or "(?!)"
