"""What an address on the web holds: a page, a feed, a file."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tui.sources.formats import kind_of, read, read_text
from tui.sources.loaded import shown_name
from tui.sources.metadata import web_address
from tui.sources.worker import Answer, Given

if TYPE_CHECKING:
    from tui.sources.loaded import Loaded
    from tui.sources.network.client import Client, Reply


class Found(NamedTuple):
    """What was fetched and read."""

    reply: Reply
    answer: Answer
    is_feed: bool


def is_address(given: str) -> bool:
    """Say whether what was given is an address on the web rather than a path."""
    return web_address(given) is not None


def is_front_page(url: str) -> bool:
    """Say whether an address is that of a whole site."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def visit(url: str, client: Client) -> Found:
    """Fetch an address and read what is there. Raises `SourceError`."""
    reply = client.get(url)
    return Found(reply, *read_reply(reply, url))


def read_reply(reply: Reply, url: str) -> tuple[Answer, bool]:
    """Read what came from an address; and whether it is a feed."""
    media = reply.headers.get("content-type", "")
    suffix = PurePosixPath(urlsplit(reply.url).path).suffix.lower()
    kind = kind_of(reply.body, suffix, media)
    given = Given(shown_name(url), shown_name(url), reply.url, reply.charset)
    if kind is None:
        return Answer((read_text(reply.body, given, suffix, media),)), False
    answer = read(kind, reply.body, given)
    return answer, kind == "feed"


def articles(url: str, client: Client) -> list[Loaded]:
    """Give the articles at an address. Raises `SourceError`."""
    return list(visit(url, client).answer.articles)
