"""Cuts a paragraph's tokens into sentences; marked words never part a sentence inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.proper_names import all_capitals
from tui.parser.tokens import MARKED, NUMBER, WORD, Token

if TYPE_CHECKING:
    from collections.abc import Callable

ENDS = frozenset(".!?…") | {"..."}
_CLOSERS = frozenset(")]’'")

_LONGEST = 300
"""Tokens after which a sentence is cut: no prose is that long, and what is costs no more for it."""


def split(
    text: str, tokens: list[Token], continues: Callable[[list[Token], int], bool]
) -> list[list[Token]]:
    """Cut tokens into sentences.

    `continues(tokens, i)` tells whether the words from `i` go on reporting the marked words that
    end just before them: "“Who knows?” Ann Lee said" is one sentence.
    """
    sentences: list[list[Token]] = []
    first = 0
    last = len(tokens) - 1
    for i, token in enumerate(tokens):
        if i == last:
            break
        following = tokens[i + 1]
        if i - first >= _LONGEST:
            cut = True
        elif token.kind == MARKED:
            run = token.run
            ended = run is not None and text[run.end - 1] in ".!?…"
            cut = following.kind == MARKED or (
                ended and following.kind == WORD and following.capital
                and not continues(tokens, i + 1)
            )  # fmt: skip
            if following.kind == MARKED and not ended:
                cut = _begins(text, following)
        elif token.text in ENDS:
            cut = following.text not in _CLOSERS and (
                _begins(text, following)
                or (following.kind == NUMBER and following.start > token.end)
                or (following.text in "—–-(#@•→" and following.start > token.end)
            )
        else:
            cut = following.capital and _is_heading(tokens, first, i)
        if cut:
            sentences.append(tokens[first : i + 1])
            first = i + 1
    if first <= last:
        sentences.append(tokens[first:])
    return sentences


def _is_heading(tokens: list[Token], first: int, last: int) -> bool:
    """Is this a heading in capitals before a word that is not: "UN LAC SALE Elle ignorait …"?"""
    return (
        last > first
        and not tokens[last + 1].text.isupper()
        and all(map(all_capitals, tokens[first : last + 1]))
    )


def _begins(text: str, token: Token) -> bool:
    """May this token begin a sentence?"""
    if token.kind == MARKED and token.run:
        first = text[token.run.start]
        return not first.islower()
    return token.kind == WORD and token.capital
