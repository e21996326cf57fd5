"""The links of an article, numbered as they stand in it: where each leads is said first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tui.text.clean import clean_line

if TYPE_CHECKING:
    from tui.parser import Document


class Link(NamedTuple):
    """A link that may be opened."""

    number: int
    """From 1, in the order of the text; a page that is linked to twice has its first number."""
    host: str
    """Where it leads, in ASCII: no letter of another script passes for one of ours."""
    words: str
    """The words that it stands behind, on one line."""
    url: str
    start: int
    """Where it begins in the text."""


def links(document: Document) -> tuple[Link, ...]:
    """Give the links of an article that lead to the web, each page once."""
    found: dict[str, Link] = {}
    for block in document.blocks:
        url = block.href if block.kind == "link" else None
        if url is None or url in found or (host := host_of(url)) is None:
            continue
        words = clean_line(document.text[block.start : block.end])
        found[url] = Link(len(found) + 1, host, words, url, block.start)
    return tuple(found.values())


def host_of(url: str) -> str | None:
    """Say where a link leads, in ASCII; None for what no browser should be handed."""
    if not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    return host if parts.scheme in ("http", "https") and host else None
