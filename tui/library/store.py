"""The store: articles, their evidence and their state in one SQLite database.

`Store.open(path)` opens a library on disk; `Store.temporary()` one that lives as long as the
process, for articles that are opened without being kept. Both answer the same questions, so the
app knows only one kind of list.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from tui.library import listing as lists
from tui.library import sources, state
from tui.library.database import Database
from tui.library.rows import Listing, Near, Order, Row, Show
from tui.library.values import (
    SINGLE,
    About,
    Added,
    Counts,
    Kept,
    Removed,
    Source,
    SourceKind,
    Undone,
    Version,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tui.parser import Article, Document

__all__ = [
    "SINGLE", "About", "Added", "Counts", "Kept", "Listing", "Near", "Order", "Removed", "Row",
    "Show", "Source", "SourceKind", "Store", "Undone", "Version",
]  # fmt: skip


class Store:
    """Articles and all that is known about them. Every method may be called from any thread.

    Whatever goes wrong with the file is a `LibraryError` with one line to show.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a library; it is made where there is none."""
        return cls(Database.open(path))

    @classmethod
    def temporary(cls) -> Self:
        """Make a library in memory."""
        return cls(Database.in_memory())

    @property
    def database(self) -> Database:
        """The connections, for `tui.library.doctor` and `tui.library.archive`."""
        return self._database

    def back_up(self, file: Path) -> None:
        """Copy the library into one file as it is at this moment, while others may write to it."""
        from tui.library.errors import unreachable  # noqa: PLC0415 - beside its use
        from tui.library.schema.migrations import back_up  # noqa: PLC0415

        try:
            with self._database.reading() as database:
                back_up(database, file)
        except OSError as error:
            raise unreachable(file) from error

    @property
    def read_only(self) -> bool:
        """Whether the file may only be read: then every change raises `ReadOnlyError`."""
        return self._database.read_only

    def close(self) -> None:
        """Close the file; what was confirmed is in it."""
        self._database.close()

    def add(
        self,
        documents: Iterable[tuple[Document, str]],
        source: int = SINGLE,
    ) -> list[int]:
        """Add documents with their origins in one transaction; one already here keeps its id."""
        return [added.id for added in self.take(documents, source, urgent=True)]

    def take(
        self,
        documents: Iterable[tuple[Document, str]],
        source: int = SINGLE,
        *,
        urgent: bool = False,
    ) -> list[Added]:
        """Add as `add` does, behind what the user does meanwhile, and say what became of each.

        Give few at once, and leave a moment between: the lock is held for all of them.
        """
        from tui.library.adding import add  # noqa: PLC0415 - a start that adds nothing needs no hashes

        waiting = list(documents)  # read before the lock is taken
        now = state.now()
        with self._database.writing(urgent=urgent) as database:
            return add(database, waiting, source, now)

    def count(self, listing: Listing = Listing()) -> int:  # noqa: B008 - frozen
        """Count the articles in a list."""
        with self._database.reading() as database:
            return lists.count(database, listing)

    def counts(self) -> Counts:
        """Count every list of the whole library, in one state of it."""
        with self._database.reading() as database:
            return lists.counts(database)

    def rows(
        self, listing: Listing, offset: int, limit: int, near: Near | None = None
    ) -> Sequence[Row]:
        """Give a page of a list; beside an article whose place is known, whatever its length."""
        with self._database.reading() as database:
            return lists.rows(database, listing, offset, limit, near)

    def ids(self, listing: Listing) -> list[int]:
        """Give every article of a list in its order, for one that is slow to ask for by pages."""
        with self._database.reading() as database:
            return lists.ordered_ids(database, listing)

    def rows_of(self, ids: Sequence[int]) -> list[Row]:
        """Give these articles as a list shows them; one that is no longer here is left out."""
        with self._database.reading() as database:
            return lists.rows_of(database, ids)

    def row(self, id: int) -> Row | None:
        """Give an article as a list would show it; None where it is not here."""
        with self._database.reading() as database:
            return lists.row(database, id)

    def index_of(self, listing: Listing, id: int) -> int | None:
        """Give the place of an article in a list; None where it is not in it."""
        with self._database.reading() as database:
            return lists.index_of(database, listing, id)

    def get(self, id: int) -> Kept | None:
        """Give an article whole; None where it is not here."""
        from tui.library.documents import Columns, document_of  # noqa: PLC0415
        from tui.library.evidence import read  # noqa: PLC0415 - not for the list's first page
        from tui.parser import PARSER_VERSION  # noqa: PLC0415

        with self._database.reading() as database:
            row = database.execute(
                "SELECT text, blocks, title, published, byline, body.language, url,"
                " article.language, parser_version, position,"
                " (SELECT origin FROM appearance WHERE article_id = article.id ORDER BY id LIMIT 1)"
                " FROM article JOIN body ON article_id = article.id WHERE article.id = ?",
                (id,),
            ).fetchone()
            if row is None:
                return None
            *stored, language, version, position, origin = row
            document = document_of(Columns(*stored))
            current = version == PARSER_VERSION
            article = read(database, id, document, language) if current else None
            return Kept(id, document, article, os.fsdecode(origin or b""), position)

    def put_evidence(self, id: int, article: Article) -> None:
        """Keep what the parser found, unless the article has changed or gone meanwhile."""
        self.put_all_evidence([(id, article)])

    def put_all_evidence(self, articles: Iterable[tuple[int, Article]]) -> None:
        """Keep the evidence of several articles in one transaction, behind what the user does."""
        from tui.library.corrections import applied  # noqa: PLC0415
        from tui.library.documents import columns, document_hash  # noqa: PLC0415
        from tui.library.evidence import write  # noqa: PLC0415
        from tui.parser import PARSER_VERSION  # noqa: PLC0415

        parsed = [
            (id, article, document_hash(columns(article.document))) for id, article in articles
        ]
        with self._database.writing(urgent=False) as database:
            current = [
                (id, applied(database, id, article))
                for id, article, seen in parsed
                if database.execute(
                    "SELECT 1 FROM body WHERE article_id = ? AND document_hash = ?", (id, seen)
                ).fetchone()
            ]
            write(database, current, PARSER_VERSION)

    def about(self, id: int) -> About:
        """Give the notes, tags and places of an article."""
        with self._database.reading() as database:
            return state.about(database, id)

    def set_read(
        self, ids: Iterable[int], read: bool = True, *, undoable: bool = True
    ) -> list[int]:
        """Mark articles read or unread; give those that this changed.

        What is no action of the user's own, such as opening an article, need not be undoable.
        """
        with self._database.writing() as database:
            return state.set_flag(database, ids, "unread", on=not read, undoable=undoable)

    def set_all_read(self, listing: Listing, read: bool = True) -> list[int]:
        """Mark every article of a list, as one action."""
        with self._database.writing() as database:
            return state.set_flag(database, lists.ids(database, listing), "unread", on=not read)

    def set_starred(self, ids: Iterable[int], starred: bool = True) -> list[int]:
        """Star articles, or take the star away; give those that this changed."""
        with self._database.writing() as database:
            return state.set_flag(database, ids, "starred", on=starred)

    def set_changed(self, ids: Iterable[int], changed: bool = True) -> list[int]:
        """Take the mark of a change away once the reader has seen it, or put it back."""
        with self._database.writing() as database:
            return state.set_flag(database, ids, "changed", on=changed)

    def set_tag(self, ids: Iterable[int], name: str, on: bool = True) -> list[int]:
        """Tag articles, or take the tag off; give those that this changed."""
        with self._database.writing() as database:
            return state.set_tag(database, ids, name, on=on)

    def set_note(self, id: int, text: str) -> None:
        """Write the note of an article; an empty one takes it away."""
        with self._database.writing() as database:
            state.set_note(database, id, text)

    def tags(self) -> list[tuple[str, int]]:
        """Give every tag with the number of its articles."""
        with self._database.reading() as database:
            return database.execute("SELECT name, count(*) FROM tag GROUP BY name").fetchall()

    def languages(self) -> list[tuple[str, int]]:
        """Give every language with the number of its articles, the most frequent first."""
        with self._database.reading() as database:
            return database.execute(
                "SELECT language, count(*) FROM article WHERE language IS NOT NULL"
                " GROUP BY language ORDER BY count(*) DESC, language"
            ).fetchall()

    def revision(self) -> int:
        """Give a number that is another one after another program has written to the library."""
        return self._database.revision()

    def undo(self) -> Undone | None:
        """Take the last action back; None when there is none."""
        with self._database.writing() as database:
            return state.undo(database)

    def set_position(self, id: int, offset: int) -> None:
        """Keep the place in an article where the reader stopped."""
        with self._database.writing() as database:
            database.execute("UPDATE article SET position = ? WHERE id = ?", (offset, id))

    def remember(self, key: str, value: str) -> None:
        """Keep a setting of this library, such as where it was left."""
        with self._database.writing() as database:
            database.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (key, value),
            )

    def recall(self, key: str) -> str | None:
        """Give what was remembered; None where nothing was."""
        with self._database.reading() as database:
            row = database.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
            return row and str(row[0])

    def sources(self) -> list[Source]:
        """Give all sources with how many articles they hold, what was added one by one first."""
        with self._database.reading() as database:
            return sources.every(database)

    def enter_source(self, kind: SourceKind, address: str, name: str) -> int:
        """Give the source of this address, made where it is new."""
        with self._database.writing() as database:
            return sources.enter(database, kind, address, name, state.now())

    def looked(self, source: int) -> None:
        """Say that a source has just been read through."""
        with self._database.writing() as database:
            database.execute("UPDATE source SET looked = ? WHERE id = ?", (state.now(), source))

    def remove_source(self, source: int) -> Removed:
        """Take a source out, and its articles but for those that the reader put work into."""
        with self._database.writing() as database:
            return sources.remove(database, source)

    def remove_single(self, origin: str) -> Removed | None:
        """Take out what was added one by one from this place; None where nothing was."""
        with self._database.writing() as database:
            return sources.remove_single(database, origin)

    def origins(self, source: int = SINGLE) -> list[str]:
        """Give the places at which a source's articles were met."""
        with self._database.reading() as database:
            return [
                os.fsdecode(origin)
                for (origin,) in database.execute(
                    "SELECT origin FROM appearance WHERE source_id = ? ORDER BY id", (source,)
                )
            ]

    def unparsed(self, limit: int) -> list[int]:
        """Give articles without evidence of this version of the parser, newest first."""
        from tui.parser import PARSER_VERSION  # noqa: PLC0415 - not for the list's first page

        with self._database.reading() as database:
            return lists.unparsed(database, PARSER_VERSION, limit)

    def count_unparsed(self) -> int:
        """Count the articles without evidence of this version of the parser."""
        from tui.parser import PARSER_VERSION  # noqa: PLC0415 - not for the list's first page

        with self._database.reading() as database:
            return lists.count_unparsed(database, PARSER_VERSION)

    def versions(self, id: int) -> list[Version]:
        """Give what an article said before, the latest first."""
        from tui.library.documents import Columns, document_of  # noqa: PLC0415

        with self._database.reading() as database:
            return [
                Version(version, replaced, document_of(Columns(*stored)))
                for version, replaced, *stored in database.execute(
                    "SELECT id, replaced, text, blocks, title, published, byline, language, url"
                    " FROM version WHERE article_id = ? ORDER BY id DESC",
                    (id,),
                )
            ]
