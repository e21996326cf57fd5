"""A document to the columns of `article` and `body`, and back the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tui.text.fingerprint import fingerprint

if TYPE_CHECKING:
    from tui.parser import Document, PartialDate


_json = json.JSONEncoder(ensure_ascii=False).encode
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Made once: `json.dumps` makes an encoder each time that it is called so."""


class Columns(NamedTuple):
    """A document as its columns hold it."""

    text: str
    blocks: str
    title: str
    published: str | None
    byline: str | None
    language: str | None
    url: str | None


def columns(document: Document) -> Columns:
    """Take a document apart."""
    blocks = [[b.start, b.end, b.kind, b.level, b.href] for b in document.blocks]
    return Columns(
        document.text,
        _compact(blocks),
        document.title,
        iso(document.published),
        document.byline,
        document.language,
        document.url,
    )


def document_of(stored: Columns) -> Document:
    """Put a document together."""
    from tui.parser.document import Block, Document  # noqa: PLC0415 - not for the list's first page

    return Document(
        text=stored.text,
        blocks=tuple(Block(*block) for block in json.loads(stored.blocks)),
        title=stored.title,
        byline=stored.byline,
        published=date_of(stored.published),
        language=stored.language,
        url=stored.url,
    )


def iso(date: PartialDate | None) -> str | None:
    """Write a date at its precision."""
    return date.isoformat() if date else None


def date_of(text: str | None) -> PartialDate | None:
    """Read a date that `iso` wrote."""
    if text is None:
        return None
    from tui.parser.partial_date import PartialDate  # noqa: PLC0415

    return PartialDate.fromisoformat(text)


def text_hash(text: str) -> bytes:
    """Name a text: two articles with the same words are one."""
    return fingerprint(text)


def paragraph_of(blocks: str, offset: int) -> int | None:
    """Count the blocks of prose up to the one around an offset, as the reader does."""
    from tui.parser.document import PROSE  # noqa: PLC0415 - not for the list's first page

    number = 0
    for start, end, kind, *_ in json.loads(blocks):
        if kind in PROSE:
            number += 1
            if start <= offset < end:
                return number
    return None


def document_hash(stored: Columns) -> bytes:
    """Name a document with everything that was said of it."""
    return fingerprint(_json(stored))
