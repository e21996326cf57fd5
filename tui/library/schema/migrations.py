"""Numbered steps from an empty file to the tables of today, each whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tui.library.errors import NewerError, not_library, shown, translated
from tui.locale import _

APPLICATION_ID = 0x4E657773
""""News", in the header of every library."""

_STEPS = sorted(Path(__file__).parent.glob("[0-9]*.sql"))

LATEST = len(_STEPS)


def migrate(database: sqlite3.Connection, path: Path | None, *, latest: int = LATEST) -> None:
    """Bring the tables to version `latest`, with a backup before the first step.

    The backup stands beside the library: "library.db" is kept as "library.db.before-2".
    """
    found = version(database, path)
    if 0 < found < latest and path is not None:
        back_up(database, path.with_name(f"{path.name}.before-{found + 1}"))
    while found < latest:
        # The version is looked at again once the lock is ours: another process may have come first.
        database.execute("BEGIN IMMEDIATE")
        try:
            if version(database, path) == found:
                for statement in _statements(_STEPS[found].read_text("utf-8")):
                    database.execute(statement)
                database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                database.execute(f"PRAGMA user_version = {found + 1}")
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise
        found = version(database, path)


def version(database: sqlite3.Connection, path: Path | None) -> int:
    """Give the version of the tables, 0 for an empty file; refuse what is not ours to read."""
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (found,) = database.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        (tables,) = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables or application or found:
            raise not_library(path)
    if found > LATEST:
        raise NewerError(
            _("{file}: written by a later version of newsreader; update the program").format(
                file=shown(path)
            )
        )
    return int(found)


def back_up(database: sqlite3.Connection, file: Path) -> None:
    """Copy the library as it is at this moment; an older copy of that name is replaced whole."""
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with translated(file), closing(sqlite3.connect(part)) as copy:
            database.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, to be carried anywhere
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)  # a full disk has no room for half a copy
        raise


def _statements(script: str) -> list[str]:
    """Cut a script where SQLite says that a statement ends: triggers hold semicolons."""
    statements, rest = [], ""
    for line in script.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            statements.append(rest)
            rest = ""
    return statements
