"""A feed's bytes to its articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from tui.locale import _
from tui.sources.decode import decode_xml
from tui.sources.feeds.items import MOST_ITEMS, Item, articles
from tui.sources.loaded import SourceError
from tui.sources.metadata import web_address
from tui.sources.worker import Answer
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.sources.worker import Given

DEEPEST = 200
MOST_ATTRIBUTES = 200
MOST_ELEMENTS = 2_000_000
"""What a feed is made of at most; parsers take hours over more."""


class _HostileError(Exception):
    """More of something than a feed has."""


def read(data: bytes, given: Given) -> Answer:
    """Read a feed; `SourceError` for what is none."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _read_json(data, given)
    data = decode_xml(data, given.charset)
    try:
        _scan(data)
    except _HostileError:
        raise SourceError(
            _("{name}: cannot be read: too large or too intricate for its kind").format(
                name=given.name
            )
        ) from None
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415 - it has no types; slow

    headers = {"content-type": "application/xml; charset=utf-8"}
    if given.url:
        headers["content-location"] = given.url
    try:
        found = feedparser.parse(
            data, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except ValueError:  # its own, over a name of XML that holds a space
        raise _damaged(given) from None
    if not found.get("version") and not found.entries:
        raise _no_feed(given)
    if not found.entries and found.get("bozo"):
        raise _damaged(given)
    feed = found.feed
    site = web_address(clean_line(str(feed.get("link", ""))))
    language = str(feed.get("language", ""))
    return Answer(
        tuple(articles(_items(found.entries, language), site or given.url)),
        _about(str(feed.get("title", "")), site),
    )


def _scan(data: bytes) -> None:
    """Pass over the XML once, without building anything; what is broken is feedparser's matter."""
    depth = count = 0

    def enter(_name: str, attributes: list[str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEEPEST or len(attributes) > 2 * MOST_ATTRIBUTES or count > MOST_ELEMENTS:
            raise _HostileError

    def leave(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        return


def _items(entries: list[Any], language: str) -> Iterator[Item]:
    for entry in entries[:MOST_ITEMS]:
        contents = [*entry.get("content", ())]
        if "summary_detail" in entry:
            contents.append(entry["summary_detail"])
        best: Any = max(contents, key=lambda one: len(one.get("value") or ""), default={})
        title = entry.get("title_detail") or {}
        yield Item(
            id=str(entry.get("id") or ""),
            title=str(title.get("value") or ""),
            link=_link(entry),
            content=str(best.get("value") or ""),
            is_html=best.get("type") != "text/plain" or "<" in str(best.get("value") or ""),
            byline=", ".join(
                str(author["name"]) for author in entry.get("authors", ()) if author.get("name")
            ),
            published=str(entry.get("published") or entry.get("updated") or ""),
            language=str(best.get("language") or language),
        )


def _link(entry: Any) -> str:
    """Give the article's own page: not what is enclosed, nor a guid that is no address."""
    for link in entry.get("links", ()):
        if link.get("rel", "alternate") == "alternate" and web_address(str(link.get("href", ""))):
            return str(link["href"])
    return str(entry.get("link") or "")


def _read_json(data: bytes, given: Given) -> Answer:
    """Read JSON Feed, 1.0 and 1.1."""
    try:
        feed = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        raise _no_feed(given) from None
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version")):
        raise _no_feed(given)
    items = feed.get("items")
    listed = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    site = web_address(clean_line(_string(feed, "home_page_url")))
    language = _string(feed, "language")
    return Answer(
        tuple(articles((_json_item(item, language) for item in listed), site or given.url)),
        _about(_string(feed, "title"), site),
    )


def _json_item(item: dict[str, Any], language: str) -> Item:
    html, text = _string(item, "content_html"), _string(item, "content_text")
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    return Item(
        id=_string(item, "id"),
        title=_string(item, "title"),
        link=_string(item, "url") or _string(item, "external_url"),
        content=html or text or _string(item, "summary"),
        is_html=bool(html),
        byline=", ".join(
            name for one in listed if isinstance(one, dict) and (name := _string(one, "name"))
        ),
        published=_string(item, "date_published") or _string(item, "date_modified"),
        language=_string(item, "language") or language,
    )


def _string(values: dict[str, Any], key: str) -> str:
    """Give a value as text: some write their ids as numbers."""
    value = values.get(key)
    return str(value) if isinstance(value, str | int | float) else ""


def _about(title: str, site: str | None) -> dict[str, str]:
    told = {"title": clean_line(title), "site": site or ""}
    return {key: value for key, value in told.items() if value}


def _damaged(given: Given) -> SourceError:
    return SourceError(
        _("{name}: a damaged feed; nothing of it can be read").format(name=given.name)
    )


def _no_feed(given: Given) -> SourceError:
    return SourceError(_("{name}: not a feed").format(name=given.name))
