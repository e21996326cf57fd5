"""What can go wrong with a library: every message is one translated line with file and remedy."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.locale import _, labelled

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


class LibraryError(Exception):
    """The library cannot do what was asked; nothing in it was overwritten."""


class LockedError(LibraryError):
    """Another program is writing and did not finish in time."""


class ReadOnlyError(LibraryError):
    """The file may be read but not written."""


class FullError(LibraryError):
    """The disk has no room left."""


class DamagedError(LibraryError):
    """What is in the file is not what was written there."""


class NewerError(LibraryError):
    """A later version of the program has written the file."""


class NotLibraryError(LibraryError):
    """The file is something else."""


class StoppedError(LibraryError):
    """Somebody stopped the search, who wants another answer now."""


class UnreachableError(LibraryError):
    """The file cannot be opened or made."""


def shown(path: Path | None) -> str:
    """Name a library file on one line that a terminal may show."""
    from tui.text.clean import clean_line  # noqa: PLC0415 - only for a message

    return clean_line(str(path)) if path else _("temporary library")


def damaged(path: Path | None) -> DamagedError:
    """Say that the file is damaged, and what to do."""
    return DamagedError(
        _("{file}: damaged; run `newsreader doctor --repair`, or restore it from a backup").format(
            file=shown(path)
        )
    )


def _known(error: sqlite3.Error, path: Path | None) -> LibraryError:
    """Translate what SQLite reports; see https://www.sqlite.org/rescode.html."""
    import sqlite3  # noqa: PLC0415 - the app knows these errors before it opens a library

    file = shown(path)
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedError(
                _("{file}: another program is writing to it; try again when it has done").format(
                    file=file
                )
            )
        case sqlite3.SQLITE_READONLY:
            return ReadOnlyError(
                _("{file}: may only be read; change its permissions to write to it").format(
                    file=file
                )
            )
        case sqlite3.SQLITE_INTERRUPT:
            return StoppedError(_("stopped"))
        case sqlite3.SQLITE_FULL:
            return FullError(_("{file}: the disk is full; free some space").format(file=file))
        case sqlite3.SQLITE_NOTADB:
            return not_library(path)
        case sqlite3.SQLITE_CANTOPEN:
            return unreachable(path)
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_IOERR:
            return UnreachableError(
                _("{file}: the disk cannot be read or written; check it").format(file=file)
            )
    if "decode" in str(error):  # scribbled text has no error code
        return damaged(path)
    return LibraryError(labelled(str(file), str(error)))


def not_library(path: Path | None) -> NotLibraryError:
    """Say that the file is no library, and what to do."""
    return NotLibraryError(
        _("{file}: not a newsreader library; choose another file with --library").format(
            file=shown(path)
        )
    )


def missing(path: Path) -> UnreachableError:
    """Say that there is no such file, and what to do."""
    return UnreachableError(
        _("{file}: no such library; `newsreader add` makes one").format(file=shown(path))
    )


def unreachable(path: Path | None) -> UnreachableError:
    """Say that the file cannot be opened, and what to do."""
    return UnreachableError(
        _("{file}: cannot be opened; check that its folder is there and yours").format(
            file=shown(path)
        )
    )


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Raise what SQLite reports as a `LibraryError`."""
    import sqlite3  # noqa: PLC0415 - as above

    try:
        yield
    except sqlite3.Error as error:
        raise _known(error, path) from error
