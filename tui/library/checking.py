"""What the library has that is nearest to words heard elsewhere: quotes, and figures.

A quote is sought by the rarest of the words: those tell it from the others, and few quotes have
them. Then the quotes found are compared word by word.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.library.query import pages
from tui.library.query.inflection import forms
from tui.library.query.marks import words_in
from tui.library.search import asking
from tui.library.words import PLACES
from tui.text.clean import clean
from tui.text.find import fold

if TYPE_CHECKING:
    import sqlite3

    from tui.library.query.pages import Found
    from tui.library.search import Stop
    from tui.library.store import Store
    from tui.parser import Figure

_COMMON = 4000
"""Quotes with a word above which it tells little."""

_ENOUGH = 12_000
"""Quotes that are counted for the words they share."""

_COMPARED = 60
"""Of those, the ones with the most that are compared word by word."""

_LONGEST = 60
"""Words that are looked for."""

_HEARD = 2000
"""Characters that are read of what was heard."""

_NEAR = 0.4
"""How like a quote must be to be one of the nearest."""

_FAR = 3
"""How many times as much or as little a figure may be, where only its unit is the same."""

_LEAST = 2
"""Words that must be common, small ones aside: one word alone stands in very many quotes."""

_SMALL = 0.2
"""What a word like "the" counts beside another."""


class NearQuote(NamedTuple):
    """A quote with words like those heard."""

    found: Found
    likeness: float
    """1 for the same words; 0 for none in common."""


class NearFigure(NamedTuple):
    """A figure of the same thing, or in the same unit, as one heard."""

    heard: Figure
    found: Found
    difference: float
    """(found - heard) / heard: -0.1 where the library's is a tenth less."""


class Checked(NamedTuple):
    """What is nearest to words heard elsewhere."""

    quotes: tuple[NearQuote, ...]
    figures: tuple[NearFigure, ...]


def check(store: Store, words: str, *, limit: int = 5, stop: Stop | None = None) -> Checked:
    """Find the quotes nearest to these words, and the figures nearest to each number in them."""
    from tui.parser import parse  # noqa: PLC0415 - not for the list's first page

    heard = clean(words)[:_HEARD]
    figures = parse(heard).figures
    with asking(store, stop) as database:
        return Checked(
            tuple(_quotes(database, words_in(heard)[:_LONGEST], limit)),
            tuple(near for figure in figures for near in _figures(database, figure, limit)),
        )


def _quotes(database: sqlite3.Connection, words: list[str], limit: int) -> list[NearQuote]:
    shared: Counter[int] = Counter()
    for places in _candidates(database, words):
        shared.update(places)
        if shared.total() >= _ENOUGH:
            break
    near: list[tuple[float, int, int]] = []
    seen: set[int] = set()
    for place, _ in shared.most_common(_COMPARED):
        article, n = divmod(place, PLACES)
        start, stop, same = database.execute(
            "SELECT start, stop, words FROM quote WHERE article_id = ? AND n = ?", (article, n)
        ).fetchone()
        if same in seen:
            continue
        seen.add(same)
        (said,) = database.execute(
            "SELECT substr(text, ?, ?) FROM body WHERE article_id = ?",
            (start + 1, stop - start, article),
        ).fetchone()
        likeness = _likeness(words, words_in(said))
        if likeness >= _NEAR:
            near.append((likeness, article, n))
    near.sort(key=lambda one: (-one[0], -one[1], one[2]))
    return [
        NearQuote(pages.found(database, "quote", article, n), likeness)
        for likeness, article, n in near[:limit]
    ]


def _candidates(database: sqlite3.Connection, words: list[str]) -> list[list[int]]:
    """Give the quotes that have a word, for each rare one, the rarest first.

    Where none of the words is rare, the quotes that have them all.
    """
    found = []
    for word in dict.fromkeys(words):
        places = _saying(database, f'"{word}"', _COMMON + 1)
        if len(places) <= _COMMON:
            found.append(places)
    if any(found):
        return sorted(found, key=len)
    together = " AND ".join(f'"{word}"' for word in dict.fromkeys(words))
    return [_saying(database, together, _COMMON)] if together else []


def _saying(database: sqlite3.Connection, expression: str, limit: int) -> list[int]:
    return [
        place
        for (place,) in database.execute(
            "SELECT rowid FROM spoken WHERE spoken MATCH ? LIMIT ?",
            (f"said : ({expression})", limit),
        )
    ]


def _likeness(heard: list[str], said: list[str]) -> float:
    """Compare words in their order; a quote that has more before and after is no less like it."""
    matcher = SequenceMatcher(None, heard, said, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0.0
    common = sum(_weight(said[block.b : block.b + block.size]) for block in blocks)
    if common < _LEAST and heard != said:
        return 0.0
    spread = _weight(said[blocks[0].b : blocks[-1].b + blocks[-1].size])
    return 2 * common / (_weight(heard) + spread)


def _weight(words: list[str]) -> float:
    """Count words; those that every sentence has say little."""
    return sum(_SMALL if word in _function_words() else 1.0 for word in words)


@cache
def _function_words() -> frozenset[str]:
    from tui.parser.languages.language import KNOWN, language  # noqa: PLC0415 - beside its use

    return frozenset(fold(word) for code in KNOWN for word in language(code).function_words)


def _figures(database: sqlite3.Connection, heard: Figure, limit: int) -> list[NearFigure]:
    """Give the figures of the same noun and unit, or without a noun of the same unit, nearest."""
    places: list[tuple[float, int, int]] = []
    if heard.of is not None:
        for noun in forms(fold(heard.of.text)):
            places += _beside(
                database, "figure_counted", "of_key = ? AND unit IS ?", (noun, heard.unit),
                heard.value, limit,
            )  # fmt: skip
    elif heard.unit is not None:
        places += _beside(database, "figure_unit", "unit = ?", (heard.unit,), heard.value, limit)
        least, most = sorted((heard.value / _FAR, heard.value * _FAR))
        places = [place for place in places if least <= place[0] <= most]
    nearest = sorted(set(places), key=lambda place: abs(place[0] - heard.value))[:limit]
    return [
        NearFigure(
            heard,
            pages.found(database, "figure", article, n),
            (value - heard.value) / heard.value if heard.value else value,
        )
        for value, article, n in nearest
    ]


def _beside(
    database: sqlite3.Connection,
    index: str,
    test: str,
    asked: tuple[str | None, ...],
    value: float,
    limit: int,
) -> list[tuple[float, int, int]]:
    """Give the figures just under a value and just over it."""
    return [
        row
        for side, way in (("<=", "DESC"), (">", "ASC"))
        for row in database.execute(
            f"SELECT value, article_id, n FROM figure INDEXED BY {index}"  # noqa: S608
            f" WHERE {test} AND value {side} ? ORDER BY value {way} LIMIT ?",
            (*asked, value, limit),
        )
    ]
