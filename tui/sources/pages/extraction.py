"""The article of a page: trafilatura finds it; what it gives up on is kept without the furniture.

Runs in the worker process.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from lxml import etree

from tui.parser import Document
from tui.parser.dates import read_date
from tui.sources.metadata import web_address
from tui.sources.pages import about, mending, tree
from tui.sources.writing import Writer
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.parser import PartialDate

_EDITION = re.compile(r"^(?:www|m|mobile|amp)\d?\.")

_FURNITURE = ("nav", "header", "footer", "aside", "form", "menu", "dialog")


class Page(NamedTuple):
    """What a page holds."""

    document: Document
    about: dict[str, str]
    """Its "feed", where it names one."""


def read_page(html: str, url: str | None = None) -> Page | None:
    """Give the article of a page that came from `url`; None where the page has no words."""
    root = tree.parse(html)
    if root is None:
        return None
    base = _base(root, url)
    declared = root.get("lang")
    tree.mark_quotations(root, declared)
    tree.settle_links(root, base)
    tree.hold_code(root)
    tree.part_paragraphs(root)
    found = _extract(root, url)
    title = _title(found, root)
    writer = Writer()
    if found is not None:
        tree.write(found.body, writer, base)
        writer = _mended(writer, root, base)
    if not writer.text.strip():
        writer = Writer()
        tree.write(_without_furniture(root), writer, base)
    text = writer.text
    if not text.strip():
        return None
    article = document(
        writer,
        title=title,
        byline=clean_line(found.author or "").replace("; ", ", ") if found is not None else None,
        published=about.published(root) or _published(found),
        language=about.language(root, text),
        url=_canonical(found, root, web_address(url or "")),
    )
    feed = about.feed(root, base)
    return Page(article, {"feed": feed} if feed else {})


def _mended(writer: Writer, root: HtmlElement, base: str | None) -> Writer:
    """Give the article with what was lost of it, drawn from the page itself."""
    article = mending.pieces(writer)
    bare = deepcopy(root)
    tree.drop_unseen(bare, hidden=True)
    around = Writer()
    for element in mending.margins(bare, article):
        tree.write(element, around, base)
        if element.getparent() is not None:
            element.drop_tree()
    page = Writer()
    tree.write(bare, page, base)
    captions = mending.captions(bare)
    mended = mending.mend(article, mending.pieces(page), mending.pieces(around), captions)
    return mending.write(mended)


def document(
    writer: Writer,
    *,
    title: str = "",
    byline: str | None = None,
    published: PartialDate | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Document:
    """Put a document together; a title that the text does not begin with is set above it."""
    first = next(iter(writer.blocks), None)
    heading = ""
    if first is not None and first.kind == "heading":
        heading = clean_line(writer.text[first.start : first.end])
    if title and not _same(title, heading):
        above = Writer()
        above.add(title, "heading", level=1)
        above.append(writer)
        writer = above
    title = title or heading
    if not title or published is None:  # then what the text says of itself
        plain = Document.plain(writer.text)
        title = title or plain.title
        byline = byline or plain.byline
        published = published or plain.published
    return Document(
        text=writer.text,
        blocks=tuple(writer.blocks),
        title=title,
        byline=byline,
        published=published,
        language=language,
        url=url,
    )


def _same(title: str, heading: str) -> bool:
    one, other = title.casefold(), heading.casefold()
    return bool(other) and (one == other or one.startswith(other) or other.startswith(one))


def _extract(root: HtmlElement, url: str | None) -> Any:
    """Ask trafilatura; None where it finds nothing."""
    import trafilatura  # noqa: PLC0415 - slow to load, and only this needs it

    return trafilatura.bare_extraction(
        root,
        url=url,
        include_comments=False,
        include_tables=True,
        include_links=True,
        include_formatting=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _without_furniture(root: HtmlElement) -> HtmlElement:
    bare = deepcopy(root)
    tree.drop_unseen(bare)
    etree.strip_elements(bare, *_FURNITURE, with_tail=False)
    return bare


def _title(found: Any, root: HtmlElement) -> str:
    named = (found.title if found is not None else None) or root.findtext(".//title")
    return clean_line(named or "")


def _published(found: Any) -> PartialDate | None:
    return read_date(found.date) if found is not None and found.date else None


def _base(root: HtmlElement, url: str | None) -> str | None:
    """Give what the page's relative links begin from."""
    for href in root.xpath("//base/@href"):
        if address := web_address(str(href)):
            return address
    return url


def _canonical(found: Any, root: HtmlElement, url: str | None) -> str | None:
    """Give the article's own address, where the page names one; no site may name another's."""
    named = root.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    if found is not None and found.url:
        named.append(found.url)
    addresses = (web_address(str(address)) for address in named)
    return next((one for one in addresses if one and (not url or _of_one_site(one, url))), url)


def _of_one_site(one: str, other: str) -> bool:
    """Say whether two addresses are of one site: "m.exemple.fr" and "www.exemple.fr" are."""
    first, second = (_EDITION.sub("", _host(url)) for url in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
