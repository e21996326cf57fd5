"""What a query may go on with: names of fields, and the values that a field takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.library.query.fields import CHOICES, FIELDS, LANGUAGES, named
from tui.locale import current
from tui.text.clean import clean
from tui.text.find import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_TYPED = re.compile(r'(?:^|[\s(])-*(?P<word>(?:(?P<field>[^\W\d_]+):)?"?(?P<value>[^\s()":]*))$')
_PLAIN = re.compile(r"[^\s()\"“”„«»]+")

_FROM_LIBRARY = {
    "speaker": "SELECT name FROM person WHERE name_key >= :first AND name_key < :past"
               " GROUP BY name_key ORDER BY name_key LIMIT :limit",
    "unit": "SELECT unit FROM figure WHERE unit >= :as_typed AND unit < :as_typed_past"
            " GROUP BY unit LIMIT :limit",
    "of": "SELECT of_key FROM figure WHERE of_key >= :first AND of_key < :past"
          " GROUP BY of_key ORDER BY of_key LIMIT :limit",
    "tag": "SELECT DISTINCT name FROM tag",
    "source": "SELECT name FROM source WHERE name <> '' ORDER BY name",
}  # fmt: skip
"""Where the values of a field come from, when they are what the library holds."""


class Completion(NamedTuple):
    """What may stand in the place of `query[start:end]`."""

    text: str
    start: int
    end: int


def complete(
    database: sqlite3.Connection, text: str, cursor: int, limit: int = 10
) -> list[Completion]:
    """Give how the word before the cursor may go on, best first; none for a plain word."""
    match = _TYPED.search(text, 0, cursor)
    if match is None:
        return []
    start = match.start("word")
    if match["field"] is None:
        ways = _fields(match["value"]) if match["value"] and '"' not in match["word"] else ()
    else:
        ways = (
            f"{match['field']}:{_quoted(value)}"
            for value in _values(database, match["field"], match["value"], limit)
        )
    new = (way for way in dict.fromkeys(ways) if way != match["word"])
    return [Completion(way, start, cursor) for way in new][:limit]


def _fields(typed: str) -> Iterator[str]:
    first = fold(typed)
    place = 1 if current() == "fr" else 0
    for field in FIELDS:
        names = (field.names[place], *field.names)
        found = next((name for name in names if fold(name).startswith(first)), None)
        if found:
            yield f"{found}:"


def _values(database: sqlite3.Connection, name: str, typed: str, limit: int) -> Iterable[str]:
    field = named(name)
    if field is None:
        return ()
    typed = clean(typed)
    first = fold(typed)
    place = 2 if current() == "fr" else 1
    words: Iterable[str]
    if field.takes in ("choice", "language"):
        choices = LANGUAGES if field.takes == "language" else CHOICES[field.key]
        words = ((key, *names)[place] for key, names in choices.items())
    elif query := _FROM_LIBRARY.get(field.key):
        past = chr(0x10FFFF)
        rows = database.execute(
            query,
            {"first": first, "past": first + past, "as_typed": typed,
             "as_typed_past": typed + past, "limit": limit},
        )  # fmt: skip
        words = (value for (value,) in rows)
    else:
        words = iter((field.example_fr if current() == "fr" else field.example).split(":", 1)[1:])
    return (word for word in words if fold(word).startswith(first))


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else f'"{value.replace(chr(34), " ")}"'
