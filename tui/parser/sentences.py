"""Cuts a paragraph's tokens into sentences; marked words never part a sentence inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.proper_names import all_capitals
from tui.parser.tokens import MARKED, NUMBER, WORD, Token

if TYPE_CHECKING:
    from collections.abc import Callable

ENDS = frozenset(".!?…") | {"..."}
_CLOSERS = frozenset(")]’'")

_LONGEST = 301
"""Tokens after which a sentence is cut: no prose is that long, and what is costs no more for it."""


def split(
    text: str, tokens: list[Token], continues: Callable[[list[Token], int], bool]
) -> list[list[Token]]:
    """Cut tokens into sentences.

    `continues(tokens, i)` tells whether the words from `i` go on reporting the marked words that
    end just before them: "“Who knows?” Ann Lee said" is one sentence.
    """
    if len(tokens) == 1:
        return [tokens]  # a cell of a table
    sentences: list[list[Token]] = []
    first = 0
    last = len(tokens) - 1
    for i, token in enumerate(tokens):
        if i == last or (
            (token.text in ENDS or token.kind == MARKED) and _is_last(text, tokens, i, continues)
        ):
            heading = _heading_end(tokens, first, i)
            if heading > first:
                sentences.append(tokens[first:heading])
                first = heading
            while i - first >= _LONGEST:
                sentences.append(tokens[first : first + _LONGEST])
                first += _LONGEST
            sentences.append(tokens[first : i + 1])
            first = i + 1
    return sentences


def _heading_end(tokens: list[Token], first: int, end: int) -> int:
    """Where a heading in capitals ends before its sentence: "UN LAC SALE Elle ignorait …".

    `end` is the sentence's last token.
    """
    i = first
    while i <= end and all_capitals(tokens[i]):
        i += 1
    return i if i - first > 1 and i <= end and tokens[i].capital else first


def _is_last(
    text: str, tokens: list[Token], i: int, continues: Callable[[list[Token], int], bool]
) -> bool:
    """Does a sentence end with token `i`, a sign of its end or marked words?"""
    token, following = tokens[i], tokens[i + 1]
    if token.kind != MARKED:
        return following.text not in _CLOSERS and (
            _begins(text, following)
            or (following.kind == NUMBER and following.start > token.end)
            or (following.text in "—–-(#@•→" and following.start > token.end)
        )
    ended = token.run is not None and text[token.run.end - 1] in ".!?…"
    if following.kind == MARKED:
        return ended or _begins(text, following)
    return ended and _begins(text, following) and not continues(tokens, i + 1)


def _begins(text: str, token: Token) -> bool:
    """May this token begin a sentence?"""
    if token.kind == MARKED and token.run:
        first = text[token.run.start]
        return not first.islower()
    return token.kind == WORD and token.capital
