"""Fixed phrases of a language, found where they stand by reading each word once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.parser.tokens import Token

    _Branch = dict[str, "_Branch"]

_END = ""
"""The branch that tells that a phrase ends here; no word is empty."""


class PhraseTree:
    """Phrases in lower case, word by word: those that begin alike share their branch."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._root: _Branch = {}
        for phrase in phrases:
            branch = self._root
            for word in phrase:
                branch = branch.setdefault(word, {})
            branch[_END] = {}
        self.heads = frozenset(self._root)
        """The first words of the phrases."""

    def longest(self, tokens: list[Token], i: int) -> int | None:
        """Where the longest phrase ends that begins at token `i`; None where none does."""
        branch = self._root.get(tokens[i].low)
        end: int | None = None
        while branch:
            i += 1
            if _END in branch:
                end = i
            branch = branch.get(tokens[i].low) if i < len(tokens) and tokens[i].low else None
        return end
