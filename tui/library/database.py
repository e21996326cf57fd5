"""The connections to one SQLite file: one writer, user actions first; readers never wait."""

from __future__ import annotations

import os
import sqlite3
import time
from collections import deque
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING, Self

from tui.library.errors import ReadOnlyError, shown, translated, unreachable
from tui.library.schema.migrations import LATEST, migrate, version
from tui.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 10.0
"""Seconds that a writer waits for another process."""

BREATH = 0.01
"""Seconds that background work leaves after each batch: SQLite's lock serves nobody in turn, and
without a pause another process would starve."""


class _Turn:
    """A lock that is given to urgent callers first, and among equals in the order of asking."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._held = False
        self._waiting: list[tuple[bool, int]] = []
        self._tickets = count()

    @contextmanager
    def take(self, *, urgent: bool) -> Iterator[None]:
        with self._condition:
            ticket = (not urgent, next(self._tickets))
            self._waiting.append(ticket)
            try:
                while self._held or min(self._waiting) != ticket:
                    self._condition.wait()
                self._held = True
            finally:
                self._waiting.remove(ticket)
        try:
            yield
        finally:
            with self._condition:
                self._held = False
                self._condition.notify_all()


class Database:
    """One SQLite database, in a file or in memory, for any number of threads."""

    def __init__(self, path: Path | None, writer: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._writer = writer
        self._turn = _Turn()
        self._readers: deque[sqlite3.Connection] = deque()
        self._closed = False

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a library, made if it is not there; to read only if it may not be written."""
        path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would replace a link
        read_only = path.exists() and not os.access(path, os.W_OK)
        try:
            if not read_only:
                path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unreachable(path) from error
        with translated(path):
            connection = _read_only(path) if read_only else _connect(str(path))
            try:
                if read_only:
                    _check_current(connection, path)
                else:
                    version(connection, path)  # before anything is written to it
                    _use_wal(connection)
                    migrate(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, read_only=read_only)

    @classmethod
    def in_memory(cls) -> Self:
        """Make a database that is gone when it is closed."""
        connection = _connect(":memory:")
        migrate(connection, None)
        return cls(None, connection, read_only=False)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that sees one state of the library until it is given back."""
        if self.path is None:  # in memory, the one connection is everybody's
            with self._turn.take(urgent=True), translated(None):
                yield self._writer
            return
        with translated(self.path):
            try:
                connection = self._readers.pop()
            except IndexError:
                connection = _read_only(self.path) if self.read_only else _connect(str(self.path))
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if self._closed:
                    connection.close()
                else:
                    self._readers.append(connection)

    @contextmanager
    def writing(self, *, urgent: bool = True) -> Iterator[sqlite3.Connection]:
        """Lend the writer for one transaction: all of it is kept, or nothing."""
        with self.alone(urgent=urgent) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def alone(self, *, urgent: bool = True) -> Iterator[sqlite3.Connection]:
        """Lend the writer outside a transaction, for what SQLite does only there."""
        if self.read_only:
            raise ReadOnlyError(
                _("{file}: may only be read; change its permissions to write to it").format(
                    file=shown(self.path)
                )
            )
        with self._turn.take(urgent=urgent), translated(self.path):
            yield self._writer

    def revision(self) -> int:
        """Give a number that changes when somebody else has written.

        SQLite counts for each connection what others commit: of the writer, that is other programs.
        """
        with self._turn.take(urgent=False), translated(self.path):
            (number,) = self._writer.execute("PRAGMA data_version").fetchone()
            return int(number)

    def close(self) -> None:
        """Close every connection; those that are lent close when they come back."""
        self._closed = True
        while self._readers:
            self._readers.pop().close()
        with self._turn.take(urgent=True):
            self._writer.close()


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(
        name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=uri
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """Turn write-ahead logging on: readers see the last state while a writer writes.

    SQLite does not wait for other processes here, so two that start at once must try again.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(BREATH)
        else:
            return


def _read_only(path: Path) -> sqlite3.Connection:
    """Open a file that may not be written; in a folder of that kind, as one that never changes."""
    address = path.as_uri()
    try:
        connection = _connect(f"{address}?mode=ro", uri=True)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        connection = _connect(f"{address}?immutable=1", uri=True)
    return connection


def _check_current(connection: sqlite3.Connection, path: Path) -> None:
    if version(connection, path) < LATEST:
        raise ReadOnlyError(
            _("{file}: must be brought up to date, but may only be read").format(file=shown(path))
        )
