"""Finding what somebody types in what typographers wrote, at offsets that stay true.

The query becomes a pattern that runs over the text as it is: the text is never folded, since that
moves offsets. Case, accents, ligatures, the kind of apostrophe, quotation mark, space and hyphen do
not matter, nor do soft hyphens, zero-width characters and line ends: "l'ecole" finds « l’École ».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import overload

_APOSTROPHES = "'’‘‛ʼʹ′´`＇"
_QUOTES = '"«»“”„‟″‹›＂'
_HYPHENS = "-‐‑‒–—―−﹣－"
_SPACES = " \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff"
_MARKS = "\u0300-\u036f"

_BESIDE = f"[{_UNSEEN}{_MARKS}]*+"  # what may stand, unseen, between two characters
_GAP = f"[{_SPACES}][{_SPACES}{_UNSEEN}]*+"

_KEYBOARD = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_HYPHENS, "-")
)
_NOT_SEEN = re.compile(f"[{_UNSEEN}]")

_OWN_FOLDS = {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ħ": "h", "ł": "l", "ŧ": "t", "ı": "i"}
"""Letters that Unicode does not take apart."""

_FOLDED = chain(range(0xA1, 0x530), range(0x1E00, 0x2000), range(0x2026, 0x2027),
                range(0x2070, 0x20A0), range(0x2100, 0x2190), range(0xFB00, 0xFB07),
                range(0xFF01, 0xFF5F))  # fmt: skip
"""Latin, Greek and Cyrillic with their accents, the ellipsis, superscripts, letterlike symbols,
ligatures, full-width forms."""


class _Bare(dict[int, str]):
    """Of each character taken apart, what is left of it; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        bare = "" if unicodedata.combining(character) else character.casefold()
        self[code] = found = "".join(_OWN_FOLDS.get(one, one) for one in bare)
        return found


_BARE = _Bare()


def fold(text: str) -> str:
    """Take case, accents and ligatures off: "Œuvre d’État" becomes "oeuvre d’etat"."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_BARE)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Give for each fold the characters that have it: "e" → "eEéÉè…", "oe" → "œŒ" (about 5 ms)."""
    table: dict[str, str] = {}
    for code in chain(range(0x21, 0x7F), _FOLDED):
        character = chr(code)
        folded = fold(character)
        if folded and not folded.isspace():
            table[folded] = table.get(folded, "") + character
    return table | {"'": _APOSTROPHES, '"': _QUOTES, "-": _HYPHENS}


def _one_of(characters: str) -> str:
    return f"[{re.escape(characters)}]" if len(characters) > 1 else re.escape(characters)


def _spelled(word: str) -> str:
    """Give the pattern of a folded word: each letter in its spellings, and each ligature."""
    table = _spellings()
    pieces = []
    at = 0
    while at < len(word):
        size = next((n for n in (3, 2) if table.get(word[at : at + n]) and len(word) >= at + n), 1)
        pieces.append(_cluster(word[at : at + size]))
        at += size
    return _BESIDE.join(pieces)


@lru_cache(maxsize=1024)
def _cluster(letters: str) -> str:
    """Give the pattern of letters that one character may write together: "ffi", "oe", "ss"."""
    table = _spellings()
    whole = _one_of(table.get(letters, letters if len(letters) == 1 else ""))
    if len(letters) == 1:
        return whole
    ways = [whole] if letters in table else []
    for size in range(1, len(letters)):
        if size == 1 or letters[:size] in table:
            rest = _cluster(letters[size:])
            ways.append(_one_of(table.get(letters[:size], letters[:size])) + _BESIDE + rest)
    return f"(?:{'|'.join(ways)})"


def _spelled_with_marks(word: str) -> str:
    """Let a quotation mark stand apart from the letters that it holds."""
    apart = f"{_BESIDE}(?:{_GAP})?"
    pieces = (f"[{_QUOTES}]" if piece == '"' else _spelled(piece)
              for piece in re.split('(")', word) if piece)  # fmt: skip
    return apart.join(pieces)


@lru_cache(maxsize=64)
def pattern(query: str) -> re.Pattern[str] | None:
    """Make the pattern that finds a query; None where there is nothing to find.

    Quotation marks may stand apart from what they hold: « "oui" » typed finds "« oui »".
    """
    typed = fold(_NOT_SEEN.sub("", query).translate(_KEYBOARD))
    words = [_spelled_with_marks(word) for word in re.split(f"[{_SPACES}]+", typed) if word]
    if not words:
        return None
    return re.compile(f"{_BESIDE}{_GAP}".join(words) + f"[{_MARKS}]*+")


class Matches(Sequence[tuple[int, int]]):
    """(start, end) of every place where a query stands in a text, in order, none over another.

    Only the starts are kept, since a letter stands a hundred thousand times in a long text; an end
    is looked for when it is asked for.
    """

    def __init__(self, text: str, query: str) -> None:
        self._text = text
        self._pattern = pattern(query)
        found = self._pattern.finditer(text) if self._pattern else ()
        self.starts: Sequence[int] = list(map(re.Match.start, found))
        """Where each begins."""

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, place: int) -> tuple[int, int]: ...

    @overload
    def __getitem__(self, place: slice) -> list[tuple[int, int]]: ...

    def __getitem__(self, place: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        start = self.starts[place]
        match = self._pattern.match(self._text, start) if self._pattern else None
        assert match is not None  # noqa: S101 - it was found there
        return match.span()


def find_all(text: str, query: str) -> list[tuple[int, int]]:
    """Give (start, end) of every place where the query stands, in order, none over another."""
    return list(Matches(text, query))
