"""What a page says about its article in its head: when it was published, in which language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from tui.parser.dates import read_date
from tui.parser.languages import detect
from tui.sources.metadata import language_code, web_address
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from tui.parser import PartialDate

_LONGEST_DATA = 300_000
"""Characters of a page's JSON-LD; what is longer is a shop's catalogue."""
_MOST_NODES = 2_000

_KNOWN = ("fr", "en")
"""The languages that the parser tells apart by itself."""

_DATE_NAMES = (
    "date dc.date DC.date dcterms.date DC.date.issued pubdate publish-date citation_date"
    " citation_publication_date"
)
_DATES = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    f"//meta[@name][contains(' {_DATE_NAMES} ', concat(' ', @name, ' '))]/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//time[@pubdate]/@datetime",
    "//article//time/@datetime | //main//header//time/@datetime",
)
"""Where a page says when its article came out, the surest first."""


def published(root: HtmlElement) -> PartialDate | None:
    """Read when the article came out, as precisely as the page says."""
    for text in _dates(root):
        if found := read_date(clean_line(text)):
            return found
    return None


def _dates(root: HtmlElement) -> Iterator[str]:
    for script in root.xpath("//script[@type='application/ld+json']/text()"):
        yield from _from_json(str(script))
    for path in _DATES:
        yield from map(str, root.xpath(path)[:3])


def _from_json(text: str) -> Iterator[str]:
    if len(text) > _LONGEST_DATA:
        return
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            date = node.get("datePublished")
            if isinstance(date, str):
                yield date
            waiting += [value for value in node.values() if isinstance(value, list | dict)]


_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def feed(root: HtmlElement, base: str | None) -> str | None:
    """Give the address of the first feed that the page names, comments aside."""
    for link in root.xpath("//link[contains(concat(' ', @rel, ' '), ' alternate ')][@href]"):
        kind = link.get("type", "").partition(";")[0].strip().lower()
        href, title = link.get("href", ""), link.get("title", "").casefold()
        if kind in _FEEDS and "comment" not in href and "comment" not in title:
            try:
                address = web_address(urljoin(base or "", href.strip()))
            except ValueError:
                continue
            if address:
                return clean_line(address)
    return None


def language(root: HtmlElement, text: str) -> str | None:
    """Give the language that the page declares, unless its words say otherwise.

    Many pages keep the "en" of the template that they were made with.
    """
    named = root.xpath("/html/@lang | /html/@xml:lang | //meta[@property='og:locale']/@content")
    declared = next(filter(None, (language_code(str(tag)) for tag in named)), None)
    if declared not in _KNOWN:
        return declared
    found = detect(text)
    return declared if found in (None, declared) else None
