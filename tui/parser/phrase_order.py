"""What the two orders of a noun phrase share: `HeadFirst` and `HeadLast`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.languages.speech import Agreement
    from tui.parser.noun_phrases import Chunker

SHORT_RUN = 40
"""Characters of marked words that may be a noun themselves: "certains « indignés »"."""

_LONGEST = 24
"""Tokens beyond which a noun phrase is no mention of a source."""


class PhraseReading:
    """One phrase being read: from token `first`, its determiner left behind at `begin`."""

    def __init__(self, chunker: Chunker, first: int, begin: int, agreement: Agreement) -> None:
        self.chunker = chunker
        self.names = chunker.names
        self.tokens = chunker.tokens
        self.grammar = chunker.grammar
        self.words = chunker.words
        self.first = first
        self.begin = begin
        self.agreement = agreement
        self.j = begin
        """The token to be read next."""
        limit = min(len(self.tokens), first + _LONGEST)
        while self.j < limit and self._step():
            pass

    def _step(self) -> bool:
        """Read one token or more; false where the phrase ends."""
        raise NotImplementedError

    def _skip(self, *classes: frozenset[str] | dict[str, Agreement]) -> None:
        tokens = self.tokens
        while self.j < len(tokens) and any(tokens[self.j].low in words for words in classes):
            self.j += 1

    def _drop_dangling(self, *also: frozenset[str]) -> None:
        """Give back the little words at the end that govern nothing."""
        grammar = self.grammar
        while self.j > self.begin:
            low = self.tokens[self.j - 1].low
            if (
                low not in grammar.complements
                and low not in grammar.determiners
                and not any(low in words for words in also)
            ):
                break
            self.j -= 1
