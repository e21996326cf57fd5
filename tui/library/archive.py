"""A library as files that any program reads, and back: nothing that matters is only in SQLite.

`articles.jsonl` holds everything, one article a line after a first line about the library; the
Markdown files beside it are for people. What can be undone is not part of it.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from typing import IO, TYPE_CHECKING, Any

from tui.library import clippings, corrections, evidence, feeds, sources
from tui.library.addresses import canonical
from tui.library.documents import Columns, columns, document_hash, document_of, text_hash
from tui.library.errors import LibraryError
from tui.library.people import register
from tui.library.values import SINGLE
from tui.library.words import index
from tui.locale import _
from tui.locale.faults import fault
from tui.text.clean import clean, clean_line
from tui.text.find import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.library.database import Database

FORMAT = "newsreader library 1"

ARTICLES = "articles.jsonl"

_MISSHAPEN = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    OverflowError,
    sqlite3.IntegrityError,
)
"""What a line that `export` did not write runs into, here or in the tables, which are strict."""

_BATCH = 20
"""Articles that one transaction brings in."""

_STATE = ("added", "label", "unread", "starred", "changed", "position")
_DOCUMENT = Columns._fields
_PARSED = ("parser_version", "language", "quotes", "figures")
_VERSION = ("replaced", *_DOCUMENT)


class ArchiveError(LibraryError):
    """The folder cannot be written to, or holds no export."""


def export(database: Database, folder: Path) -> Iterator[int]:
    """Write the library into a new or empty folder; yield how many articles are written.

    No file is ever replaced. Articles are named by number and title, never by what they say.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise ArchiveError(
                _("{folder}: not empty; export into a new folder").format(
                    folder=clean_line(str(folder))
                )
            )
        readable = folder / "articles"
        readable.mkdir()
        with (
            (folder / ARTICLES).open("x", encoding="utf-8") as stream,
            database.reading() as connection,
        ):
            _write(stream, {"format": FORMAT, **head_of(connection)})
            ids = [id for (id,) in connection.execute("SELECT id FROM article ORDER BY id")]
            for number, id in enumerate(ids, 1):
                record = record_of(connection, id)
                if record is None:
                    continue
                _write(stream, record)
                file = readable / f"{id:06d}{_slug(record['document']['title'])}.md"
                with file.open("x", encoding="utf-8") as page:
                    page.write(_markdown(record))
                yield number
    except OSError as error:
        raise ArchiveError(fault(clean_line(str(folder)), error)) from error


def bring_in(database: Database, folder: Path) -> Iterator[int]:
    """Add what `export` wrote; yield how many articles are in.

    An article that is here already gets the places, notes and tags that it lacks.
    """
    file = folder / ARTICLES if folder.is_dir() else folder
    try:
        with file.open(encoding="utf-8") as stream:
            head = _read(stream.readline(), file, 1)
            if head.get("format") != FORMAT:
                raise _no_export(file, 1)
            with database.writing(urgent=False) as connection:
                numbers = _sources(connection, head, file)
            lines = enumerate(stream, 2)
            done = 0
            while batch := [line for _n, line in zip(range(_BATCH), lines, strict=False)]:
                with database.writing(urgent=False) as connection:
                    for number, line in batch:
                        try:
                            restore(connection, _read(line, file, number), numbers)
                        except (*_MISSHAPEN, sqlite3.ProgrammingError) as error:
                            raise _no_export(file, number) from error
                done += len(batch)
                yield done
    except UnicodeDecodeError as error:
        raise _no_export(file, 1) from error
    except OSError as error:
        raise ArchiveError(fault(clean_line(str(file)), error)) from error


def head_of(connection: sqlite3.Connection) -> dict[str, Any]:
    """Give what is of the whole library: its sources and settings."""
    held = connection.execute("SELECT id, kind, address, name, added, looked FROM source")
    followed = feeds.every(connection)
    return {
        "sources": [
            {"id": id, "kind": kind, "address": os.fsdecode(address), "name": name,
             "added": added, "looked": looked,
             "feed": feeds.dump(followed[id]) if id in followed else None}
            for id, kind, address, name, added, looked in held
        ],
        "settings": dict(connection.execute("SELECT key, value FROM setting")),
        "people": register.decisions(connection),
    }  # fmt: skip


def record_of(connection: sqlite3.Connection, id: int) -> dict[str, Any] | None:
    """Give all that is known of an article as plain values; None where there is none."""
    found = _dicts(
        connection,
        _DOCUMENT,
        "SELECT text, blocks, title, published, byline, body.language, url"
        " FROM article JOIN body ON article_id = id WHERE id = ?",
        id,
    )
    if not found:
        return None
    (document,) = found
    (state,) = _dicts(
        connection,
        _STATE,
        "SELECT added, label, unread, starred, changed, position FROM article WHERE id = ?",
        id,
    )
    (parsed,) = _dicts(
        connection,
        _PARSED,
        "SELECT parser_version, language, quotes, figures FROM article WHERE id = ?",
        id,
    )
    places = connection.execute(
        "SELECT source_id, origin, document_hash FROM appearance WHERE article_id = ? ORDER BY id",
        (id,),
    )
    note = connection.execute("SELECT text FROM note WHERE article_id = ?", (id,)).fetchone()
    return {
        "document": document,
        "state": state,
        "note": note[0] if note else "",
        "tags": [
            tag
            for (tag,) in connection.execute(
                "SELECT name FROM tag WHERE article_id = ? ORDER BY name", (id,)
            )
        ],
        "places": [[source, os.fsdecode(o), seen.hex()] for source, o, seen in places],
        "versions": _dicts(
            connection,
            _VERSION,
            "SELECT replaced, text, blocks, title, published, byline, language, url"
            " FROM version WHERE article_id = ? ORDER BY id",
            id,
        ),
        "parsed": parsed,
        "evidence": evidence.dump(connection, id),
        "kept": clippings.dump(connection, id),
        "corrections": corrections.dump(connection, id),
    }


def _dicts(
    connection: sqlite3.Connection, names: tuple[str, ...], query: str, id: int
) -> list[dict[str, Any]]:
    return [dict(zip(names, row, strict=True)) for row in connection.execute(query, (id,))]


def _sources(connection: sqlite3.Connection, head: dict[str, Any], file: Path) -> dict[int, int]:
    try:
        return enter_sources(connection, head)
    except (*_MISSHAPEN, sqlite3.ProgrammingError) as error:
        raise _no_export(file, 1) from error


def enter_sources(connection: sqlite3.Connection, head: dict[str, Any]) -> dict[int, int]:
    """Give this library's number for each of the other's sources, and take its settings over."""
    numbers = {}
    for source in head["sources"]:
        numbers[source["id"]] = sources.enter(
            connection, source["kind"], source["address"], clean_line(source["name"]),
            source["added"], source["looked"],
        )  # fmt: skip
        feed, number = source.get("feed"), numbers[source["id"]]
        if feed is not None and number not in feeds.every(connection):
            feeds.put(connection, number, feeds.load(feed))
    connection.executemany(
        "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
        head["settings"].items(),
    )
    register.decide(
        connection,
        [register.Decision(str(a), str(b), bool(s)) for a, b, s in head.get("people", [])],
    )
    return numbers


def restore(
    connection: sqlite3.Connection, record: dict[str, Any], numbers: dict[int, int]
) -> None:
    """Put an article back, or join what it has to the one that is here with its words."""
    # By way of the document, so that only what a document can be gets in.
    stored = columns(document_of(Columns(**record["document"])))
    words = text_hash(stored.text)
    row = connection.execute("SELECT id FROM article WHERE text_hash = ?", (words,)).fetchone()
    id = int(row[0]) if row else _insert(connection, record, stored, words)
    for source, origin, seen in record["places"]:
        place = numbers.get(source, SINGLE)
        connection.execute(
            "INSERT INTO appearance (source_id, origin, article_id, document_hash)"
            " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (place, os.fsencode(origin), id, bytes.fromhex(seen)),
        )
        connection.execute(
            "INSERT INTO membership (source_id, article_id, sort_key)"
            " SELECT ?, id, sort_key FROM article WHERE id = ? ON CONFLICT DO NOTHING",
            (place, id),
        )
    connection.executemany(
        "INSERT INTO tag (article_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(id, tag) for tag in record["tags"]],
    )
    if record["note"]:
        connection.execute(
            "INSERT INTO note (article_id, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (id, record["note"]),
        )
    clippings.load(connection, id, record.get("kept", []))
    corrections.load(connection, id, record.get("corrections", []), laid=row is None)


def _insert(
    connection: sqlite3.Connection, record: dict[str, Any], stored: Columns, words: bytes
) -> int:
    state, parsed = record["state"], record["parsed"]
    (id,) = connection.execute(
        "INSERT INTO article (text_hash, address, title, title_key, published, sort_key, language,"
        " label, added, unread, starred, changed, position, parser_version, quotes, figures)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (words, canonical(stored.url), stored.title, fold(stored.title), stored.published,
         stored.published or state["added"], parsed["language"], state["label"], state["added"],
         state["unread"], state["starred"], state["changed"], state["position"],
         parsed["parser_version"], parsed["quotes"], parsed["figures"]),
    ).fetchone()  # fmt: skip
    connection.execute(
        "INSERT INTO body (article_id, document_hash, text, blocks, byline, language, url)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (id, document_hash(stored), stored.text, stored.blocks, stored.byline, stored.language,
         stored.url),
    )  # fmt: skip
    for version in record["versions"]:
        old = columns(document_of(Columns(**{name: version[name] for name in _DOCUMENT})))
        connection.execute(
            "INSERT INTO version (article_id, replaced, text_hash, text, blocks, title, published,"
            " byline, language, url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id, version["replaced"], text_hash(old.text), *old),
        )
    evidence.load(connection, id, record["evidence"])
    index(connection, [id])
    return int(id)


def _write(stream: IO[str], record: dict[str, Any]) -> None:
    # A path that is not UTF-8 holds lone surrogates, which only \\u escapes can write.
    stream.write(json.dumps(record, separators=(",", ":")) + "\n")


def _read(line: str, file: Path, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _no_export(file, number) from error
    if not isinstance(record, dict):
        raise _no_export(file, number)
    # Paths are bytes in disguise, and cleaned where they are shown.
    paths = {name: record[name] for name in ("places", "sources") if name in record}
    cleaned: dict[str, Any] = _clean(record)
    return cleaned | paths


def _clean(value: Any) -> Any:
    """Let every string through the one door: the file may come from anybody."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    return value


def _no_export(file: Path, number: int) -> ArchiveError:
    return ArchiveError(
        _("{file}, line {number}: not an export of a library; nothing from there on is in").format(
            file=clean_line(str(file)), number=number
        )
    )


def _markdown(record: dict[str, Any]) -> str:
    document = record["document"]
    fields = {
        "title": document["title"],
        "author": document["byline"],
        "date": document["published"],
        "lang": document["language"],
        "url": document["url"],
        "tags": record["tags"],
        "note": record["note"],
    }
    front = "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in fields.items()
        if value
    )
    return f"---\n{front}---\n\n{document['text']}\n"


def _slug(title: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:60].strip("-")
    return f"-{slug}" if slug else ""
