"""By what other names somebody goes whom a query names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.words import words_of

if TYPE_CHECKING:
    import sqlite3

_MOST = 2000
"""Names that a word may match: a given name alone asks for nobody."""

_OTHERS = 100


def other_names(database: sqlite3.Connection, expression: str) -> list[tuple[str, ...]]:
    """Give the words of other names of those whose name matches an FTS5 expression.

    A lone word among them is left out: it names others as well.
    """
    matching = "SELECT rowid FROM called WHERE called MATCH ? LIMIT ?"
    rows = database.execute(
        f"WITH matching (id) AS MATERIALIZED ({matching}),"  # noqa: S608
        " whose (id) AS (SELECT DISTINCT somebody_id FROM name JOIN matching USING (id))"
        " SELECT DISTINCT written FROM whose CROSS JOIN name ON somebody_id = whose.id"
        " WHERE name.id NOT IN matching LIMIT ?",
        (expression, _MOST, _OTHERS),
    )
    found = (words_of(written) for (written,) in rows)
    return [words for words in found if len(words) > 1]
