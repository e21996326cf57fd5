"""An item of a feed, of whatever kind, to an article; and the name by which it is known again."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING

from tui.sources.loaded import Loaded
from tui.sources.metadata import language_code, mail_date, web_address
from tui.sources.pages import tree
from tui.sources.pages.extraction import document
from tui.sources.pages.scan import is_hostile, words_of
from tui.sources.writing import Writer
from tui.text.clean import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.parser import Document

MOST_ITEMS = 20_000

_LONGEST_ID = 500
"""Characters of an item's own id that are kept as it stands."""

_NO_PLACE = frozenset({"", "-", "pasted"})
"""What an id may not be: these name articles that come from no place."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of one article."""

    id: str
    title: str
    link: str
    content: str
    """Its words, the most that the feed has of them."""
    is_html: bool
    byline: str = ""
    published: str = ""
    language: str = ""


def articles(items: Iterable[Item], base: str | None) -> Iterator[Loaded]:
    """Give each item as an article, by an id that no other item of the feed has."""
    taken: set[str] = set()
    for _n, item in zip(range(MOST_ITEMS), items, strict=False):
        article = _article(item, base)
        if article is not None:
            yield Loaded(article, _name(item, article, taken))


def _article(item: Item, base: str | None) -> Document | None:
    writer = Writer()
    if item.is_html:
        _write_html(item.content, writer, item.link or base)
    else:
        for paragraph in clean(item.content).split("\n\n"):
            writer.add(paragraph.strip("\n"), "paragraph")
    title = _plain(item.title)
    if not writer.text.strip():
        if not title:
            return None
        writer.add(title, "heading", level=1)
    return document(
        writer,
        title=title,
        byline=clean_line(item.byline) or None,
        published=mail_date(clean_line(item.published)) if item.published else None,
        language=language_code(item.language),
        url=web_address(clean_line(item.link)),
    )


def _write_html(html: str, writer: Writer, base: str | None) -> None:
    html = clean(html)
    root = None if is_hostile(html) else tree.parse(html)
    if root is None:
        writer.add(clean(words_of(html)), "paragraph")
        return
    tree.drop_unseen(root)
    tree.mark_quotations(root, root.get("lang"))
    tree.part_paragraphs(root)
    tree.write(root, writer, web_address(base or ""))


def _plain(title: str) -> str:
    """Give a title without the marks that feeds leave in it."""
    if "<" in title or "&" in title:
        title = unescape(words_of(title))
    return clean_line(title)


def _name(item: Item, article: Document, taken: set[str]) -> str:
    """Name an item: by its id, link, or title and date; a second of that name by its words too."""
    named = clean_line(item.id) or clean_line(item.link)
    name = named or f"{clean_line(item.title)} {clean_line(item.published)}".strip()
    if len(name) > _LONGEST_ID or name in _NO_PLACE:
        name = _digest(name or article.text)
    if name in taken:
        name = f"{name}#{_digest(article.text)}"
    taken.add(name)
    return name


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]
