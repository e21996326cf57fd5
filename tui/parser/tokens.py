"""Words, numbers and signs of a stretch of text; every token knows where it stands.

Elided articles ("l'"), clitic subjects ("-t-il") and genitives ("'s") are tokens of their own;
an abbreviation keeps its full stop. Marked words are one token: what stands between quotation
marks is never mixed with the reporter's sentence around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.marks import Run

WORD, NUMBER, SIGN, MARKED = "word", "number", "sign", "marked"


_Form = tuple[str, str, str, bool]
"""What all tokens of one spelling share: text, low, kind and capital."""

_MOST_FORMS = 16_000
"""Forms that are kept before they begin anew: more than any article has."""

_MARKED_WORDS: _Form = ("", "", MARKED, False)


@dataclass(slots=True, eq=False, init=False)
class Token:
    """A word, a number, a sign, or one run of marked words; nobody changes one once it is read.

    Not frozen: a text has more tokens than anything else, and a frozen one costs five times as much
    to make.
    """

    start: int
    end: int
    text: str
    """As written, with spaces and apostrophes levelled; empty for marked words."""
    low: str
    kind: str
    capital: bool
    """Does it begin with an upper-case letter (or, a number, count as no word at all)?"""
    run: Run | None

    def __init__(self, start: int, end: int, form: _Form, run: Run | None = None) -> None:
        self.start = start
        self.end = end
        self.text, self.low, self.kind, self.capital = form
        self.run = run


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
        tokens += _read(level, start, run.outer_start, pattern)
        tokens.append(Token(run.outer_start, run.outer_end, _MARKED_WORDS, run))
        start = run.outer_end
    tokens += _read(level, start, end, pattern)
    if tokens and tokens[0].low in grammar.unaccented and tokens[0].capital:
        clitic = len(tokens) > 1 and tokens[1].low in grammar.clitics
        if not clitic:  # "A Brest, …", but "A-t-elle dit …"
            tokens[0].low = grammar.unaccented[tokens[0].low]
    return tokens


def _read(level: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Token]:
    """Read the tokens of a stretch without marked words.

    Each is looked up behind the one before, for a third less than matches would cost: it is found
    where it was read, for between two stand but spaces and underscores, and none begins with one.
    """
    tokens: list[Token] = []
    forms, find = _FORMS, level.find
    for text in pattern.findall(level, start, end):
        at = find(text, start)
        start = at + len(text)
        tokens.append(Token(at, start, forms[text]))
    return tokens


class _Forms(dict[str, _Form]):
    """The forms of the words met so far: most come again, but numbers seldom do, and go."""

    def __missing__(self, text: str) -> _Form:
        low = text.casefold()
        low = text if low == text else low  # most words are in lower case: one string, kept once
        form = text, low, _kind(text), _capital(text)
        if form[2] != NUMBER:
            if len(self) >= _MOST_FORMS:
                self.clear()
            self[text] = form
        return form


_FORMS = _Forms()


def _kind(text: str) -> str:
    """Tell what a token is: a number begins with a digit, a word has a letter somewhere."""
    if text[0].isdecimal():
        return NUMBER
    return WORD if any(map(str.isalnum, text)) else SIGN


def _capital(text: str) -> bool:
    """Is this written as a name: "Roux", and "al-Hadi", whose particle is small?"""
    if text[0].isupper():
        return True
    head, dash, rest = text.partition("-")
    return bool(dash) and len(head) <= 3 and rest[:1].isupper()


@cache
def _pattern(grammar: SpeechGrammar) -> re.Pattern[str]:
    """Compile the token pattern of a language: what most tokens are comes first."""
    clitics = "|".join(sorted(map(re.escape, grammar.clitics), key=len, reverse=True)) or r"(?!)"
    elisions = "|".join(sorted(map(re.escape, grammar.elisions), key=len, reverse=True)) or r"(?!)"
    short = "|".join(sorted(map(re.escape, grammar.abbreviations), key=len, reverse=True))
    genitives = "|".join(ending.strip("'") for ending in grammar.genitives) or r"(?!)"
    letter = r"[^\W\d_]"
    return re.compile(
        r"(?=\S)(?:"
        r"(?![\d_])\w++(?![-&'.])"  # nine words in ten: nothing is joined to them
        r"|[^\w\s'\".@#«»“”-]"  # a sign with which nothing longer begins
        r"|\d+(?:[.,:' ]\d+)*"
        rf"|(?={letter})(?:"
        rf"(?i:{elisions})'(?=[\w«“\"]| {letter}|$)"
        rf"|(?:{short})\."
        rf"|(?:{letter}\.){{2,}}"
        rf"|\b[A-ZÀ-Þ]\.(?:-[A-ZÀ-Þ]\.)*(?=[ -][A-ZÀ-Þ]))"
        rf"|(?=-{letter})(?i:{clitics})\b"
        rf"|'(?:{genitives})\b"
        rf"|[@#]?{letter}\w*(?:(?!(?i:{clitics})\b)[-&]\w+|'(?!(?:{genitives})\b)\w+|\.(?=[A-Z]{{2}})\w+)*"
        r"|\.\.\.|[«»“”\"']{2,}|[^\w\s])"
    )
