"""Evidence as Markdown, to keep beside a note: quotes as quotations, figures as a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.locale import _, format_date, ngettext
from tui.output.wording import (
    figure_in_words,
    kind_in_words,
    paragraph_number,
    speaker_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser import Article

_SPECIAL = re.compile(r"[\\`*_\[\]<|~&]")
_FIRST = re.compile(r"^(?=[-+=#>])|^(\d+)(?=[.)])")


def as_markdown(article: Article, source: str) -> str:
    """Write title, source, quotes and figures; nothing of the article acts as a mark."""
    return "\n".join(_lines(article, source)) + "\n"


def escape(text: str) -> str:
    """Write foreign text on one line so that Markdown shows it as it is."""
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return _FIRST.sub(r"\1\\", line)


def _lines(article: Article, source: str) -> Iterator[str]:
    document = article.document
    yield f"# {escape(document.title or source)}"
    yield ""
    facts = [
        escape(document.byline or ""),
        format_date(document.published, long=True) if document.published else "",
        f"<{document.url}>" if document.url else escape(source),
    ]
    yield " · ".join(fact for fact in facts if fact)
    count = len(article.quotes)
    yield ""
    yield "## " + ngettext("{count} quote", "{count} quotes", count).format(count=count)
    for quote in article.quotes:
        who = escape(speaker_in_words(quote.speaker, article.text))
        told = [
            kind_in_words(quote),
            escape(quote.cue.text) if quote.cue else "",
            format_date(quote.date, long=True) if quote.date else "",
            _paragraph(article, quote.start),
        ]
        yield ""
        yield f"> {escape(quote.text)}"
        yield ">"
        yield f"> — **{who}** · {' · '.join(part for part in told if part)}"
    count = len(article.figures)
    yield ""
    yield "## " + ngettext("{count} figure", "{count} figures", count).format(count=count)
    if article.figures:
        yield ""
        yield f"| {_('As written')} | {_('Meaning')} | {_('Of')} | {_('Place')} |"
        yield "| --- | --- | --- | --- |"
    for figure in article.figures:
        cells = (
            figure.text,
            figure_in_words(figure),
            figure.of.text if figure.of else "",
            _paragraph(article, figure.start),
        )
        yield f"| {' | '.join(escape(cell) for cell in cells)} |"


def _paragraph(article: Article, offset: int) -> str:
    number = paragraph_number(article.document, offset)
    return f"¶{number}" if number is not None else ""
