"""Is the library whole? What is found is said in plain words, and repaired only when asked."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.library import words
from tui.library.errors import DamagedError, LibraryError
from tui.library.people import register
from tui.library.schema.migrations import back_up
from tui.locale import _, counted, ngettext
from tui.text.clean import clean_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from tui.library.database import Database

_SLACK = 0.25
"""The share of a file that may be free before a repair makes it smaller."""

_RECOUNT = """
    UPDATE source SET
        articles = (SELECT count(*) FROM membership WHERE source_id = source.id),
        unread = (SELECT count(*) FROM membership JOIN article ON article.id = article_id
                  WHERE source_id = source.id AND article.unread = 1)
"""

_MISCOUNTED = """
    SELECT count(*) FROM source WHERE
        articles <> (SELECT count(*) FROM membership WHERE source_id = source.id)
        OR unread <> (SELECT count(*) FROM membership JOIN article ON article.id = article_id
                      WHERE source_id = source.id AND article.unread = 1)
"""

_PEOPLE = """
    SELECT count(*) FROM somebody WHERE
        quotes <> (SELECT ifnull(sum(quotes), 0) FROM voice WHERE somebody_id = somebody.id)
        OR articles <> (SELECT count(DISTINCT article_id) FROM voice
                        WHERE somebody_id = somebody.id)
"""

_UNTOLD = """
    SELECT count(*) FROM quote LEFT JOIN voice
        ON voice.name_id = quote.name_id AND voice.article_id = quote.article_id
    WHERE quote.name_id IS NOT NULL AND voice.name_id IS NULL
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    ok: bool
    message: str
    repairable: bool = False


def examine(database: Database) -> Iterator[Finding]:
    """Look at everything, the gravest first."""
    try:
        yield from _structure(database)
        yield from _index(database)
        yield from _counters(database)
    except LibraryError as error:
        yield Finding(ok=False, message=str(error))
        return
    yield from _lost(database)
    yield from _missing(database)
    yield from _room(database)


def repair(database: Database) -> Path | None:
    """Make anew what can be made from the rest, after a backup; give the backup's file."""
    backup = None
    if database.path is not None:
        backup = database.path.with_name(f"{database.path.name}.before-repair")
        with database.reading() as connection:
            back_up(connection, backup)
    with database.writing() as connection:
        connection.execute("REINDEX")
        words.rebuild(connection)
        connection.execute(_RECOUNT)
        register.rebuild(connection)
    with database.alone() as connection:
        free, pages = _free(connection)
        if free > _SLACK * pages:
            connection.execute("VACUUM")
    return backup


def _structure(database: Database) -> Iterator[Finding]:
    with database.reading() as connection:
        told = [line for (line,) in connection.execute("PRAGMA integrity_check(5)")]
        orphans = len(connection.execute("PRAGMA foreign_key_check").fetchall())
        (bare,) = connection.execute(
            "SELECT count(*) FROM article LEFT JOIN body ON article_id = id"
            " WHERE article_id IS NULL"
        ).fetchone()
    if told == ["ok"] and not orphans and not bare:
        yield Finding(ok=True, message=_("the file is whole"))
    for line in told if told != ["ok"] else ():
        yield Finding(ok=False, message=clean_line(str(line)), repairable="index" in str(line))
    if orphans or bare:
        yield Finding(
            ok=False, message=_("rows that belong to nothing: restore the library from a backup")
        )


def _index(database: Database) -> Iterator[Finding]:
    with database.reading() as connection:
        row = connection.execute("SELECT value FROM setting WHERE key = 'fold'").fetchone()
        counted = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
            for table in ("word_docsize", "article", "spoken_docsize", "quote")
        ]
    current = row == (str(words.FOLD_VERSION),)
    complete = counted[0] == counted[1] and counted[2] == counted[3]
    if current and complete and (database.read_only or _is_sound(database)):
        yield Finding(ok=True, message=_("the index of words is whole"))
    else:
        yield Finding(ok=False, message=_("the index of words must be made anew"), repairable=True)


def _is_sound(database: Database) -> bool:
    """Let SQLite go through the index; to ask it, one must be allowed to write."""
    try:
        with database.writing(urgent=False) as connection:
            connection.execute("INSERT INTO word (word) VALUES ('integrity-check')")
            connection.execute("INSERT INTO spoken (spoken) VALUES ('integrity-check')")
    except DamagedError:
        return False
    return True


def _counters(database: Database) -> Iterator[Finding]:
    with database.reading() as connection:
        (wrong,) = connection.execute(_MISCOUNTED).fetchone()
    if wrong:
        yield Finding(ok=False, message=_("the counts of some sources are wrong"), repairable=True)
    with database.reading() as connection:
        (wrong,) = connection.execute(_PEOPLE).fetchone()
        (untold,) = connection.execute(_UNTOLD).fetchone()
    if wrong or untold:
        yield Finding(ok=False, message=_("the numbers of some people are wrong"), repairable=True)


def _lost(database: Database) -> Iterator[Finding]:
    """Say whose words an article no longer has: what was said of them says nothing now."""
    with database.reading() as connection:
        (kept,) = connection.execute("SELECT count(*) FROM kept WHERE start IS NULL").fetchone()
        (said,) = connection.execute(
            "SELECT count(*) FROM correction WHERE start IS NULL"
        ).fetchone()
    if kept:
        message = ngettext(
            "{n} piece of kept evidence is no longer in its article; its words are kept",
            "{n} pieces of kept evidence are no longer in their articles; their words are kept",
            kept,
        ).format(n=kept)
        yield Finding(ok=True, message=message)
    if said:
        message = ngettext(
            "{n} correction is of words that its article has lost",
            "{n} corrections are of words that their articles have lost",
            said,
        ).format(n=said)
        yield Finding(ok=True, message=message)


def _missing(database: Database) -> Iterator[Finding]:
    """Say which files are gone; their articles are kept all the same."""
    with database.reading() as connection:
        places = [
            os.fsdecode(place)
            for (place,) in connection.execute(
                "SELECT address FROM source WHERE kind IN ('file', 'folder') UNION"
                " SELECT origin FROM appearance WHERE source_id = 1"
            )
        ]
    gone = [place for place in places if os.path.isabs(place) and not os.path.exists(place)]  # noqa: PTH110, PTH117 - a name of any bytes
    for place in gone[:10]:
        yield Finding(ok=True, message=_("{file}: no longer there; what it held is kept").format(
            file=clean_line(place)
        ))  # fmt: skip
    if len(gone) > 10:
        more = len(gone) - 10
        yield Finding(ok=True, message=counted("and {n} more", "and {n} more", more))


def _room(database: Database) -> Iterator[Finding]:
    with database.reading() as connection:
        free, pages = _free(connection)
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    if free > _SLACK * pages and pages * size > 1_000_000:
        yield Finding(
            ok=True,
            message=_("{free} MB of the file are free; --repair makes it smaller").format(
                free=free * size // 1_000_000
            ),
        )
    if database.path is not None:
        left = shutil.disk_usage(database.path.parent).free
        enough = left > 2 * pages * size
        yield Finding(
            ok=enough,
            message=_("{free} MB left on the disk, {size} MB taken by the library").format(
                free=left // 1_000_000, size=pages * size // 1_000_000
            ),
        )


def _free(connection: sqlite3.Connection) -> tuple[int, int]:
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    return int(free), int(pages)
