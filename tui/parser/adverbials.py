"""Adverbials: what may stand between a verb and its subject, its clause or its auxiliary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.lexicon import lexicon
from tui.parser.tokens import NUMBER, WORD, Token

if TYPE_CHECKING:
    from tui.parser.languages.speech import SpeechGrammar


def skip_adverbs(
    tokens: list[Token], i: int, grammar: SpeechGrammar, *, limit: int, commas: bool = False
) -> int:
    """Step over adverbs, fixed adverbials and words of time from token `i` on."""
    limit, words = min(limit, len(tokens)), lexicon(grammar)
    while i < limit:
        token = tokens[i]
        low = token.low
        phrase_end = grammar.adverbial_phrases.longest(tokens, i)
        if phrase_end:
            i = phrase_end
        elif token.kind == WORD and words[low].adverbial:
            i += 1
        elif (low in grammar.determiners and _time_after(tokens, i, grammar)) or (
            token.kind == NUMBER and i + 1 < limit and tokens[i + 1].low in grammar.time_words
        ):
            i += 2
        elif (commas and token.text == ",") or (
            token.kind == NUMBER and tokens[i - 1].low in grammar.time_words
        ):
            i += 1
        else:
            break
    return i


def _time_after(tokens: list[Token], i: int, grammar: SpeechGrammar) -> bool:
    """Does a determiner open a date: "ce matin", "le 14 février"?"""
    if i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    if following.kind == NUMBER:
        return i + 2 < len(tokens) and tokens[i + 2].low in grammar.time_words
    return following.low in grammar.time_words and following.low not in grammar.determiners
