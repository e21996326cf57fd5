"""Rows that the reader wrote about an article: what is kept, what is corrected.

Undo and import put such a row back whole, so each is read and written with all of its columns.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.library import state
from tui.library.values import Signs

if TYPE_CHECKING:
    import sqlite3

    from tui.library.store import Store


@dataclass(frozen=True, slots=True)
class ReaderRows:
    """The rows of one table."""

    table: str
    """Its name, by which an action on it is remembered too."""
    columns: tuple[str, ...]
    """Those of a row but for its number and its article."""

    def read(self, database: sqlite3.Connection, id: int) -> dict[str, Any]:
        """Give a row, by the names of its columns."""
        found = database.execute(
            f"SELECT {', '.join(self.columns)} FROM {self.table} WHERE id = ?",  # noqa: S608 - constants
            (id,),
        ).fetchone()
        return dict(zip(self.columns, found, strict=True))

    def put(
        self,
        database: sqlite3.Connection,
        article: int,
        id: int | None,
        row: dict[str, Any] | None,
    ) -> None:
        """Put a row in the place of another, or of none; without a row, take it out."""
        database.execute(f"DELETE FROM {self.table} WHERE id = ?", (id,))  # noqa: S608 - constants
        if row is not None:
            database.execute(
                f"INSERT INTO {self.table} (id, article_id, {', '.join(self.columns)})"  # noqa: S608 - constants
                f" VALUES (?, ?, {', '.join('?' * len(self.columns))})",
                (id, article, *(row[name] for name in self.columns)),
            )

    def log(self, database: sqlite3.Connection, article: int, id: int) -> None:
        """Remember a row as it is, before it is changed."""
        before = json.dumps([id, self.read(database, id)])
        state.log(database, [article], self.table, before, None)


def signs(database: sqlite3.Connection, article: int) -> Signs:
    """Read what the reader has done with the evidence of an article."""
    found = database.execute(
        "SELECT 'kept', kind, start, stop FROM kept"
        " WHERE article_id = :article AND kind <> 'sentence' AND start IS NOT NULL"
        " UNION ALL SELECT 'corrected', kind, start, stop FROM correction"
        " WHERE article_id = :article AND changes IS NOT NULL AND start IS NOT NULL",
        {"article": article},
    )
    return Signs(tuple(found))


def signs_of(store: Store, article: int) -> Signs:
    """Give what the reader has done with the evidence of an article; from any thread."""
    with store.database.reading() as database:
        return signs(database, article)
