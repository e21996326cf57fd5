"""The export of a press database, as Europresse writes it: many articles in one page."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tui.parser import PartialDate
from tui.parser.dates import read_date
from tui.sources.loaded import Loaded
from tui.sources.pages import tree
from tui.sources.pages.extraction import document
from tui.sources.pages.reading import empty
from tui.sources.writing import Writer
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from tui.sources.worker import Given

_NUMBER = re.compile(r"\w+·(\d{4})(\d\d)(\d\d)·\w+·\S+")
"""An article's number holds its day: "news·20240312·XX·0042"."""

_DATE = re.compile(r"(?:\w+\s+)?\d{1,2}(?:er)?\s+\w+\s+\d{4}")


def articles(html: str, given: Given) -> Iterator[Loaded]:
    """Give the articles of an export, each by its number."""
    root = tree.parse(html)
    found = root.xpath("//article") if root is not None else []
    count = 0
    for n, article in enumerate(found, 1):
        body = _first(article, "DocText") or _first(article, "docOcurrContainer")
        if body is None:
            continue
        number = _words(_first(article, "publiC-lblNodoc"))
        tree.drop_unseen(body)
        tree.mark_quotations(body, "fr")
        tree.part_paragraphs(body)
        writer = Writer()
        tree.write(body, writer)
        if not writer.text.strip():
            continue
        count += 1
        yield Loaded(
            document(
                writer,
                title=_words(
                    _first(article, "titreArticleVisu") or _first(article, "titreArticle")
                ),
                byline=_byline(article),
                published=_published(number, _words(_first(article, "DocHeader"))),
            ),
            number or str(n),
            file=given.origin,
        )
    if not count:
        raise empty(given)


def _first(article: HtmlElement, name: str) -> HtmlElement | None:
    """Give the first element of a class."""
    found: list[HtmlElement] = article.xpath(
        ".//*[contains(concat(' ', @class, ' '), $name)]", name=f" {name} "
    )
    return found[0] if found else None


def _words(element: HtmlElement | None) -> str:
    return clean_line(str(element.text_content())) if element is not None else ""


def _byline(article: HtmlElement) -> str | None:
    """Give the author, then the publication: "Anne Roux, Le Courrier"."""
    author = _words(_first(article, "docAuthors") or _first(article, "sm-margin-bottomNews"))
    paper = _first(article, "DocPublicationName")
    named = (
        author,
        clean_line(str(paper.text_content()).split("\n")[0]) if paper is not None else "",
    )
    return ", ".join(filter(None, named)) or None


def _published(number: str, header: str) -> PartialDate | None:
    if match := _NUMBER.fullmatch(number):
        try:
            day = date(*map(int, match.groups()))
        except ValueError:
            pass
        else:
            return PartialDate(day.year, day.month, day.day)
    found = _DATE.search(header)
    return read_date(found[0]) if found else None
