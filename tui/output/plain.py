"""An article and its evidence as linear text, for screen readers and pipes: state told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.locale import _, format_date, format_number, ngettext
from tui.output.wording import (
    figure_in_words,
    kind_in_words,
    language_in_words,
    paragraph_number,
    speaker_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser import Article, Figure, Quote


def as_text(article: Article, source: str) -> str:
    """Write the article, then its quotes, then its figures, each a short paragraph."""
    return "\n".join(_lines(article, source)) + "\n"


def _lines(article: Article, source: str) -> Iterator[str]:
    document = article.document
    if document.title:
        yield _("Title: {title}").format(title=document.title)
    if document.byline:
        yield _("By: {byline}").format(byline=document.byline)
    if document.published:
        yield _("Published: {date}").format(date=format_date(document.published, long=True))
    yield _("Language: {language}").format(language=language_in_words(article))
    yield _("Source: {source}").format(source=document.url or source)
    yield ""
    yield document.text.strip("\n")
    yield ""
    yield from _quotes(article)
    yield from _figures(article)


def _quotes(article: Article) -> Iterator[str]:
    count = len(article.quotes)
    if not count:
        yield _("No quotes.")
    else:
        yield ngettext("{count} quote.", "{count} quotes.", count).format(
            count=format_number(count)
        )
    yield ""
    for number, quote in enumerate(article.quotes, start=1):
        yield _("Quote {number} of {count}, {kind}.").format(
            number=number, count=count, kind=kind_in_words(quote)
        )
        yield _("Speaker: {speaker}.").format(speaker=speaker_in_words(quote.speaker, article.text))
        yield from _quote(article, quote)
        yield ""


def _quote(article: Article, quote: Quote) -> Iterator[str]:
    words = " ".join(quote.text.split())
    if quote.kind == "indirect":
        yield _("Reported: {words}").format(words=words)
    else:
        yield _("Words: “{words}”").format(words=words)
    if quote.cue:
        yield _("Said with: {cue}.").format(cue=quote.cue.text)
    if quote.date:
        yield _("Said on: {date}.").format(date=format_date(quote.date, long=True))
    yield from _place(article, quote)


def _figures(article: Article) -> Iterator[str]:
    count = len(article.figures)
    if not count:
        yield _("No figures.")
    else:
        yield ngettext("{count} figure.", "{count} figures.", count).format(
            count=format_number(count)
        )
    for number, figure in enumerate(article.figures, start=1):
        yield ""
        yield _("Figure {number} of {count}: {text}.").format(
            number=number, count=count, text=" ".join(figure.text.split())
        )
        yield _("Meaning: {meaning}.").format(meaning=figure_in_words(figure))
        if figure.of:
            yield _("Of: {noun}.").format(noun=figure.of.text)
        yield from _place(article, figure)


def _place(article: Article, item: Quote | Figure) -> Iterator[str]:
    number = paragraph_number(article.document, item.start)
    if number is not None:
        yield _("Paragraph {number}.").format(number=number)
