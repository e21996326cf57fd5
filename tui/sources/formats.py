"""Which format bytes are in, and their articles by whatever reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.locale import _, labelled
from tui.parser import Document
from tui.sources import worker
from tui.sources.decode import NotTextError, decode
from tui.sources.loaded import Loaded, SourceError
from tui.sources.worker import Answer, Given, WorkerError

if TYPE_CHECKING:
    from tui.sources.worker import Kind

MARKDOWN = frozenset({".md", ".markdown"})

SUFFIXES: dict[str, Kind] = {
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "mail",
    ".rss": "feed",
    ".atom": "feed",
    ".pdf": "pdf",
    ".docx": "docx",
}
"""The endings of names of files that hold articles, plain text and Markdown aside."""

_MEDIA: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "multipart/related": "mhtml",
    "message/rfc822": "mail",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/feed+json": "feed",
    "application/pdf": "pdf",
}

_SIGNS: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"%PDF-"), "pdf"),
    (
        re.compile(
            rb"\s*(?:<\?xml[^<>]*\?>\s*)?(?:<!--[^>]{0,400}-->\s*|<!DOCTYPE[^<>]*>\s*"
            rb"|<\?xml-stylesheet[^<>]*\?>\s*)*<(?:\w+:)?(?:rss|feed|RDF)[\s>]"
        ),
        "feed",
    ),
    (re.compile(rb"\s*\{\s*\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org"), "feed"),
    (re.compile(rb"(?i)\s*(?:<\?xml[^<>]*\?>\s*)?<(?:!doctype\s+html|html|head|body)\b"), "page"),
)
"""How files begin that say what they are."""

_SNIFFED = 2048

SECONDS: dict[Kind, float] = {
    "page": 10.0,
    "mhtml": 10.0,
    "mail": 10.0,
    "feed": 30.0,
    "pdf": 60.0,
    "docx": 20.0,
}
"""How long each format may take."""

_FEED_BYTES = 150_000
"""Bytes of a feed for which it gets another second: it may be twenty thousand articles, which take
half a minute where nothing else is done, and many times that where there is."""


def kind_of(data: bytes, suffix: str = "", media: str = "") -> Kind | None:
    """Say which format bytes are in; None for text, Markdown and what cannot be told.

    The bytes are asked first: servers name feeds `text/html`, and people name files as they like.
    """
    head = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    for sign, kind in _SIGNS:
        if sign.match(head):
            return kind if kind != "page" or suffix not in (".eml", ".mhtml", ".mht") else None
    return SUFFIXES.get(suffix) or _MEDIA.get(media.partition(";")[0].strip().lower())


def read(kind: Kind, data: bytes, given: Given) -> Answer:
    """Read bytes of a known format, away from this process.

    A page that cannot be read as one is kept in its words. Raises `SourceError`, one line, for
    what cannot be read at all.
    """
    seconds = SECONDS[kind] + (len(data) / _FEED_BYTES if kind == "feed" else 0.0)
    try:
        return worker.read(kind, data, given, seconds)
    except WorkerError:
        if kind == "page":
            from tui.sources.decode import decode_markup  # noqa: PLC0415 - seldom needed
            from tui.sources.pages.reading import in_words  # noqa: PLC0415

            return Answer((in_words(decode_markup(data, given.charset)[0], given),))
        raise SourceError(
            _("{name}: cannot be read: too large or too intricate for its kind").format(
                name=given.name
            )
        ) from None


def read_text(data: bytes, given: Given, suffix: str = "", media: str = "") -> Loaded:
    """Read plain text or Markdown. Raises `SourceError` for what is no text."""
    try:
        text, notice = decode(data)
    except NotTextError:
        raise SourceError(
            _("{name}: not a text; save it as .txt or .md").format(name=given.name)
        ) from None
    if suffix in MARKDOWN or media.startswith("text/markdown"):
        from tui.sources.markdown import read_markdown  # noqa: PLC0415 - its library is slow to load

        document = read_markdown(text)
    else:
        document = Document.plain(text)
    if not document.text.strip():
        raise SourceError(_("{name}: empty; there is nothing to read").format(name=given.name))
    if given.url is not None:
        document = replace(document, url=document.url or given.url)
    return Loaded(document, given.origin, notice and labelled(given.name, notice))


def read_any(data: bytes, given: Given, suffix: str = "", media: str = "") -> tuple[Loaded, ...]:
    """Read bytes that hold an article, or several; `suffix` and `media` say what they are called.

    Raises `SourceError`.
    """
    kind = kind_of(data, suffix, media)
    if kind is None:
        return (read_text(data, given, suffix, media),)
    found = read(kind, data, given).articles
    if kind == "feed":  # its ids mean something in this file only
        found = tuple(replace(one, file=given.origin) for one in found)
    return found
