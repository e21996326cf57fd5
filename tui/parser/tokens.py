"""Words, numbers and signs of a stretch of text; every token knows where it stands.

Elided articles ("l'"), clitic subjects ("-t-il") and genitives ("'s") are tokens of their own;
an abbreviation keeps its full stop. Marked words are one token: what stands between quotation
marks is never mixed with the reporter's sentence around it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.marks import Run

WORD, NUMBER, SIGN, MARKED = "word", "number", "sign", "marked"


class Token(NamedTuple):
    """A word, a number, a sign, or one run of marked words."""

    start: int
    end: int
    text: str
    """As written, with spaces and apostrophes levelled; empty for marked words."""
    low: str
    kind: str
    capital: bool
    """Does it begin with an upper-case letter (or, a number, count as no word at all)?"""
    run: Run | None = None


def stands(tokens: list[Token], i: int, phrase: tuple[str, ...]) -> bool:
    """Do the words of this phrase stand from token `i` on?"""
    for word in phrase:
        if i >= len(tokens) or tokens[i].low != word:
            return False
        i += 1
    return True


def tokenize(
    level: str, start: int, end: int, runs: tuple[Run, ...], grammar: SpeechGrammar
) -> list[Token]:
    """Cut `level[start:end]` into tokens, each outermost run of marked words being one."""
    tokens: list[Token] = []
    pattern = _pattern(grammar)
    for run in runs:
        tokens.extend(_plain(level, start, run.outer_start, pattern))
        tokens.append(Token(run.outer_start, run.outer_end, "", "", MARKED, False, run))
        start = run.outer_end
    tokens.extend(_plain(level, start, end, pattern))
    if tokens and tokens[0].capital and tokens[0].low in grammar.unaccented:
        clitic = len(tokens) > 1 and tokens[1].low in grammar.clitics
        if not clitic:  # "A Brest, …", but "A-t-elle dit …"
            tokens[0] = tokens[0]._replace(low=grammar.unaccented[tokens[0].low])
    return tokens


def _plain(level: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[Token]:
    for match in pattern.finditer(level, start, end):
        text = match[0]
        low, capital = _form(text)
        first, last = match.span()
        yield _token((first, last, text, low, match.lastgroup or SIGN, capital, None))


_token: Callable[[tuple[object, ...]], Token] = partial(tuple.__new__, Token)
"""Makes a token of its fields at half the price, for a fifth of the parser's time goes here."""


@lru_cache(maxsize=20_000)
def _form(text: str) -> tuple[str, bool]:
    """Fold a word, and tell whether it is written as a name; most words of a text come again."""
    return text.casefold(), _capital(text)


def _capital(text: str) -> bool:
    """Is this written as a name: "Roux", and "al-Hadi", whose particle is small?"""
    if text[0].isupper():
        return True
    head, dash, rest = text.partition("-")
    return bool(dash) and len(head) <= 3 and rest[:1].isupper()


@cache
def _pattern(grammar: SpeechGrammar) -> re.Pattern[str]:
    """Compile the token pattern of a language."""
    clitics = "|".join(sorted(map(re.escape, grammar.clitics), key=len, reverse=True)) or r"(?!)"
    elisions = "|".join(sorted(map(re.escape, grammar.elisions), key=len, reverse=True)) or r"(?!)"
    short = "|".join(sorted(map(re.escape, grammar.abbreviations), key=len, reverse=True))
    genitives = "|".join(ending.strip("'") for ending in grammar.genitives) or r"(?!)"
    letter = r"[^\W\d_]"
    return re.compile(
        rf"(?=\S)(?:(?P<number>\d+(?:[.,:' ]\d+)*(?=\D|$))"
        rf"|(?P<word>(?![\d_])\w++(?![-&'.])"  # nine words in ten: nothing is joined to them
        rf"|(?i:\b(?:{elisions})')(?=[\w«“\"]| [^\W\d_]|$)"
        rf"|(?i:{clitics})\b"
        rf"|\b(?:{short})\."
        rf"|(?:{letter}\.){{2,}}"
        rf"|\b[A-ZÀ-Þ]\.(?:-[A-ZÀ-Þ]\.)*(?=[ -][A-ZÀ-Þ])"
        rf"|'(?:{genitives})\b"
        rf"|[@#]?{letter}\w*(?:(?!(?i:{clitics})\b)[-&]\w+|'(?!(?:{genitives})\b)\w+|\.(?=[A-Z]{{2}})\w+)*)"
        rf"|(?P<sign>\.\.\.|[«»“”\"']{{2,}}|[^\w\s]))"
    )
