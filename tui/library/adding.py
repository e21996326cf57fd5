"""Which article a document is, and what becomes of it: new, known, or changed.

A document met again at the same place of the same source is the same article, whatever it says now.
One met at a new place is the article that has its words, now or in an earlier version, or its URL.
"""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Self

from tui.library import clippings, corrections
from tui.library.addresses import canonical
from tui.library.documents import Columns, columns, document_hash, text_hash
from tui.library.evidence import forget
from tui.library.people import register
from tui.library.values import NOWHERE, Added
from tui.library.words import index, unindex
from tui.text.clean import clean_line
from tui.text.find import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from tui.parser import Document

_TEASER = 0.5
"""A text from another place that is shorter than this share of the one at hand is a summary of it:
it is known as a place of the article, but does not replace its words."""

_KINSHIP = 0.1
"""The least share of the shorter text's runs of three words that an edited text has in common with
what it was. Below it, a file holds another article now: different news share next to none.
"""

_STUB = 12
"""Runs of three words below which a text is too short to tell."""

_NAMES = {"single", "folder"}
"""The kinds of source in which the list names each article's own file."""


class _Incoming(NamedTuple):
    """A document at the door."""

    stored: Columns
    seen: bytes
    """The hash of all of it, and `words` of its text."""
    words: bytes
    now: str

    @classmethod
    def of(cls, document: Document, now: str) -> Self:
        stored = columns(document)
        return cls(stored, document_hash(stored), text_hash(stored.text), now)


def add(
    database: sqlite3.Connection,
    documents: Iterable[tuple[Document, str]],
    source: int,
    now: str,
) -> list[Added]:
    """Add documents with their origins, or see what they change."""
    written: set[int] = set()
    added = [
        _add(database, _Incoming.of(document, now), origin, source, written)
        for document, origin in documents
    ]
    index(database, written)
    return added


def _add(
    database: sqlite3.Connection, incoming: _Incoming, origin: str, source: int, written: set[int]
) -> Added:
    """Add one; what is `written` already has no words in the index yet."""
    place = os.fsencode(origin)
    met = None
    if origin not in NOWHERE:
        met = database.execute(
            "SELECT article_id, document_hash FROM appearance WHERE source_id = ? AND origin = ?",
            (source, place),
        ).fetchone()
    if met is not None and met[1] == incoming.seen:
        return Added(met[0], "known")
    article = _identify(database, incoming, met and met[0])
    if article is None:
        article = _insert(database, incoming, _label(database, source, origin))
        written.add(article)
        added = Added(article, "new")
    elif (
        _is_copy(database, article, incoming)
        if met is None
        else _is_summary(database, article, incoming, source, place)
    ):
        added = Added(article, "known")
    else:
        changed = _update(database, article, incoming, written)
        added = Added(article, "changed" if changed else "known")
    if met is not None and met[0] != article:
        _leave(database, met[0], source, place)
    _appear(database, article, source, place, incoming.seen)
    return added


def _identify(database: sqlite3.Connection, incoming: _Incoming, met: int | None) -> int | None:
    """Find the article that has these words, or stood at this place, or has this address."""
    row = database.execute(
        "SELECT id FROM article WHERE text_hash = ?", (incoming.words,)
    ).fetchone()
    if row is None and met is not None and _is_kin(database, met, incoming.stored):
        return met
    if row is None:
        row = database.execute(
            "SELECT article_id FROM version WHERE text_hash = ?", (incoming.words,)
        ).fetchone()
    if row is None and (address := canonical(incoming.stored.url)):
        row = database.execute(
            "SELECT id FROM article WHERE address = ? ORDER BY id", (address,)
        ).fetchone()
    return int(row[0]) if row else None


def _is_kin(database: sqlite3.Connection, met: int, new: Columns) -> bool:
    """Say whether a text may be what became of another: else a file was used for a new article."""
    address, text = database.execute(
        "SELECT address, text FROM article JOIN body ON article_id = id WHERE id = ?", (met,)
    ).fetchone()
    if address and address == canonical(new.url):
        return True
    before, after = _runs(text), _runs(new.text)
    least = min(len(before), len(after))
    return least < _STUB or len(before & after) >= _KINSHIP * least


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _is_copy(database: sqlite3.Connection, article: int, incoming: _Incoming) -> bool:
    """Say whether a document from another place has nothing new: a copy, an old one, a summary."""
    words, text, said = database.execute(
        "SELECT text_hash, text, EXISTS (SELECT 1 FROM version WHERE article_id = :id"
        " AND version.text_hash = :words) FROM article JOIN body ON article_id = id WHERE id = :id",
        {"id": article, "words": incoming.words},
    ).fetchone()
    return words == incoming.words or said or len(incoming.stored.text) < _TEASER * len(text)


def _is_summary(
    database: sqlite3.Connection, article: int, incoming: _Incoming, source: int, place: bytes
) -> bool:
    """Say whether a place has but a summary of an article that is whole at another."""
    (text,) = database.execute("SELECT text FROM body WHERE article_id = ?", (article,)).fetchone()
    elsewhere = database.execute(
        "SELECT 1 FROM appearance WHERE article_id = ? AND NOT (source_id = ? AND origin = ?)",
        (article, source, place),
    ).fetchone()
    return elsewhere is not None and len(incoming.stored.text) < _TEASER * len(text)


def complete(
    database: sqlite3.Connection, article: int, document: Document, origin: str, now: str
) -> Added:
    """Put the whole words of an article in the place of its summary, from a place of their own."""
    row = database.execute(
        "SELECT source_id FROM appearance WHERE article_id = ? ORDER BY id", (article,)
    ).fetchone()
    incoming = _Incoming.of(document, now)
    same = "SELECT id FROM article WHERE text_hash = ? AND id <> ?"
    if row is None or database.execute(same, (incoming.words, article)).fetchone():
        return Added(article, "known")
    (marked,) = database.execute("SELECT changed FROM article WHERE id = ?", (article,)).fetchone()
    written: set[int] = set()
    changed = _update(database, article, incoming, written)
    # No source changed it: what the reader asked for is no news.
    database.execute("UPDATE article SET changed = ? WHERE id = ?", (marked, article))
    _appear(database, article, row[0], os.fsencode(origin), incoming.seen)
    index(database, written)
    return Added(article, "changed" if changed else "known")


def _insert(database: sqlite3.Connection, incoming: _Incoming, label: str) -> int:
    new = incoming.stored
    article = database.execute(
        "INSERT INTO article (text_hash, address, title, title_key, published, sort_key, language,"
        " label, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (incoming.words, canonical(new.url), new.title, fold(new.title), new.published,
         new.published or incoming.now, new.language, label, incoming.now),
    ).lastrowid  # fmt: skip
    assert article is not None  # noqa: S101 - a row was inserted
    database.execute(
        "INSERT INTO body (article_id, document_hash, text, blocks, byline, language, url)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (article, incoming.seen, new.text, new.blocks, new.byline, new.language, new.url),
    )
    return article


def _update(
    database: sqlite3.Connection, article: int, incoming: _Incoming, written: set[int]
) -> bool:
    """Take over what the document says now; other words or another title make a new version."""
    new = incoming.stored
    title, words, seen, added = database.execute(
        "SELECT title, text_hash, document_hash, added"
        " FROM article JOIN body ON article_id = id WHERE id = ?",
        (article,),
    ).fetchone()
    if seen == incoming.seen:
        return False
    changed = bool(words != incoming.words or title != new.title)
    if changed:
        database.execute(
            "INSERT INTO version (article_id, replaced, text_hash, title, published, text, blocks,"
            " byline, language, url)"
            " SELECT id, ?, text_hash, title, published, text, blocks, byline, body.language, url"
            " FROM article JOIN body ON article_id = id WHERE id = ?",
            (incoming.now, article),
        )
        database.execute("UPDATE article SET changed = 1 WHERE id = ?", (article,))
    if article not in written:
        unindex(database, article)
        written.add(article)
    forget(database, article)
    database.execute(
        "UPDATE article SET text_hash = ?, address = ?, title = ?, title_key = ?, published = ?,"
        " sort_key = ?, language = ? WHERE id = ?",
        (incoming.words, canonical(new.url), new.title, fold(new.title), new.published,
         new.published or added, new.language, article),
    )  # fmt: skip
    database.execute(
        "UPDATE body SET document_hash = ?, text = ?, blocks = ?, byline = ?, language = ?,"
        " url = ? WHERE article_id = ?",
        (incoming.seen, new.text, new.blocks, new.byline, new.language, new.url, article),
    )
    if words != incoming.words:
        register.retext(database, words, incoming.words)
        corrections.follow(database, article, new.text)
        clippings.follow(database, article, new.text)
    return changed


def _appear(
    database: sqlite3.Connection, article: int, source: int, place: bytes, seen: bytes
) -> None:
    database.execute(
        "INSERT INTO appearance (source_id, origin, article_id, document_hash)"
        " VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
        " SET document_hash = excluded.document_hash",
        (source, place, article, seen),
    )
    database.execute(
        "INSERT INTO membership (source_id, article_id, sort_key)"
        " SELECT ?, id, sort_key FROM article WHERE id = ? ON CONFLICT DO NOTHING",
        (source, article),
    )


def _leave(database: sqlite3.Connection, article: int, source: int, place: bytes) -> None:
    """Part an article from a place where another stands now, and from its source with the last."""
    database.execute(
        "DELETE FROM appearance WHERE source_id = ? AND origin = ? AND article_id = ?",
        (source, place, article),
    )
    database.execute(
        "DELETE FROM membership WHERE source_id = :source AND article_id = :article AND NOT EXISTS"
        " (SELECT 1 FROM appearance WHERE article_id = :article AND source_id = :source)",
        {"source": source, "article": article},
    )


def _label(database: sqlite3.Connection, source: int, origin: str) -> str:
    kind, name = database.execute(
        "SELECT kind, name FROM source WHERE id = ?", (source,)
    ).fetchone()
    return clean_line(PurePath(origin).name or origin) if kind in _NAMES else str(name)
