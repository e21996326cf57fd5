"""Out of a damaged library, article by article, into a new one: what can be read is kept.

The damaged file is set aside and never written to.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.library import archive
from tui.library.database import Database
from tui.library.errors import LibraryError, translated

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved, and where the damaged library is now."""

    saved: int
    lost: int
    aside: Path


def salvage(path: Path) -> Salvaged:
    """Put a library of what can still be read in the place of a damaged one."""
    aside = path.with_name(f"{path.name}.damaged")
    rescued = path.with_name(f"{path.name}.rescued")
    for file in (rescued, *_companions(rescued)):
        file.unlink(missing_ok=True)
    target = Database.open(rescued)
    try:
        with translated(path), closing(sqlite3.connect(path)) as damaged:
            saved, lost = _carry(damaged, target)
    finally:
        target.close()
    for old in (path, *_companions(path)):
        if old.exists():
            old.replace(old.with_name(aside.name + old.name.removeprefix(path.name)))
    rescued.replace(path)
    return Salvaged(saved, lost, aside)


def _carry(damaged: sqlite3.Connection, target: Database) -> tuple[int, int]:
    try:
        library = archive.head_of(damaged)
    except (sqlite3.Error, UnicodeDecodeError):
        library = {"sources": [], "settings": {}}
    with target.writing() as connection:
        sources = archive.enter_sources(connection, library)
    saved = lost = 0
    for id in _ids(damaged):
        try:
            record = archive.record_of(damaged, id)
            if record is None:
                continue
            with target.writing() as connection:
                archive.restore(connection, record, sources)
        except (sqlite3.Error, LibraryError, ValueError, TypeError):
            lost += 1
        else:
            saved += 1
    return saved, lost


def _ids(damaged: sqlite3.Connection) -> range:
    """Give every number that an article may have: the list of them may itself be damaged."""
    for query in (
        "SELECT seq FROM sqlite_sequence WHERE name = 'article'",
        "SELECT max(article_id) FROM body",
    ):
        try:
            row = damaged.execute(query).fetchone()
        except sqlite3.Error:
            continue
        if row and row[0]:
            return range(1, int(row[0]) + 1)
    return range(0)


def _companions(path: Path) -> tuple[Path, Path]:
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
