"""A page's bytes to its article. Runs in the worker process."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.locale import _, labelled
from tui.parser import Document
from tui.sources.decode import decode_markup
from tui.sources.loaded import Loaded, SourceError
from tui.sources.pages.scan import is_hostile, words_of
from tui.sources.worker import Answer
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.sources.worker import Given


_PRESS = "publiC-lblNodoc"
"""The class in which Europresse gives each article of an export its number."""


def read(data: bytes, given: Given) -> Answer:
    """Read one page, or the articles of a press database's export.

    Raises `SourceError` for a page without words.
    """
    html, notice = decode_markup(data, given.charset)
    return read_html(html, given, notice)


def read_html(html: str, given: Given, notice: str | None = None) -> Answer:
    """Read a page that is text already."""
    if is_hostile(html):
        return Answer((in_words(html, given),))
    if _PRESS in html:
        from tui.sources.pages.press import articles  # noqa: PLC0415 - seldom needed

        return Answer(tuple(articles(html, given)))
    from tui.sources.pages.extraction import read_page  # noqa: PLC0415 - lxml, for what has a tree

    page = read_page(html, given.url)
    if page is None:
        raise empty(given)
    told = notice and labelled(given.name, notice)
    return Answer((Loaded(page.document, given.origin, told),), page.about)


def in_words(html: str, given: Given) -> Loaded:
    """Keep the words of a page that is no article's, or that nothing else came back from."""
    words = words_of(html)
    if not words:
        raise empty(given)
    return Loaded(
        replace(Document.plain(clean(words)), url=given.url),
        given.origin,
        _("{name}: not built like an article; all of its words are shown").format(name=given.name),
    )


def empty(given: Given) -> SourceError:
    """Say that there is nothing to read."""
    return SourceError(_("{name}: empty; there is nothing to read").format(name=given.name))
