"""An article as one page for any browser: its text with the evidence marked, then listed.

Nothing in it runs and nothing is fetched; whatever the article says is text. Each entry of the list
says where it stands, so that `newsreader verify` can check the page against the library.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.locale import current, format_date, ngettext
from tui.output.anchors import mark
from tui.output.wording import (
    figure_in_words,
    kind_in_words,
    paragraph_number,
    speaker_in_words,
)
from tui.text.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser import Article, Block, Figure, Quote

_STYLE = """
:root { color-scheme: light dark }
body { font: 1.05rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
header p, aside { font-family: system-ui, sans-serif; font-size: .9rem }
mark { background: none; color: inherit }
mark.quote { background: #fff3b0; border-bottom: 2px solid #b58900 }
mark.figure { border-bottom: 2px dotted #268bd2; font-weight: bold }
aside li { margin: .6rem 0 }
aside a { color: inherit }
:target { outline: 2px solid #d33682 }
pre, .code { white-space: pre-wrap; font-family: monospace }
.item, .quotation { margin-left: 1.5rem }
@media (prefers-color-scheme: dark) { mark.quote { background: #4a4000 } }
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(article: Article, source: str) -> str:
    """Write an article as a page."""
    return "".join(_page(article, source))


class _Marked(NamedTuple):
    kind: Literal["quote", "figure"]
    number: int
    item: Quote | Figure

    @property
    def id(self) -> str:
        return f"{self.kind}-{self.number}"


def _page(article: Article, source: str) -> Iterator[str]:
    document = article.document
    title = escape(document.title or source)
    yield (
        f'<!DOCTYPE html>\n<html lang="{current()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    facts = [
        escape(document.byline or ""),
        format_date(document.published, long=True) if document.published else "",
        _link(document.url, document.url) if document.url else escape(source),
    ]
    yield f"<header><p>{' · '.join(fact for fact in facts if fact)}</p></header>\n"
    marked = [_Marked("quote", n, quote) for n, quote in enumerate(article.quotes, 1)]
    marked += [_Marked("figure", n, figure) for n, figure in enumerate(article.figures, 1)]
    language = f' lang="{escape(article.language)}"' if article.language else ""
    yield f"<article{language}>\n"
    for block in document.blocks:
        if block.kind != "link":
            yield _block(article, block, marked)
    yield "</article>\n<aside>\n"
    count = len(article.quotes)
    told = ngettext("{count} quote", "{count} quotes", count).format(count=count)
    yield f"<h2>{told}</h2>\n<ol>\n"
    for one in marked[:count]:
        yield _entry(article, one)
    figures = len(article.figures)
    told = ngettext("{count} figure", "{count} figures", figures).format(count=figures)
    yield f"</ol>\n<h2>{told}</h2>\n<ol>\n"
    for one in marked[count:]:
        yield _entry(article, one)
    yield "</ol>\n</aside>\n</body>\n</html>\n"


def _link(url: str, words: str) -> str:
    """Link what may be followed from a page; any other address is words."""
    if not url.startswith(("https://", "http://")):
        return escape(words)
    return f'<a rel="noreferrer noopener" href="{escape(url)}">{escape(words)}</a>'


def _block(article: Article, block: Block, marked: list[_Marked]) -> str:
    inner = _marked_text(article.text, block.start, block.end, marked)
    if block.kind == "heading":
        level = min(max(block.level, 1), 6)
        return f"<h{level}>{inner}</h{level}>\n"
    if block.kind == "paragraph":
        return f"<p>{inner}</p>\n"
    return f'<p class="{block.kind}">{inner}</p>\n'


def _marked_text(text: str, start: int, end: int, marked: list[_Marked]) -> str:
    """Write a stretch with marks around its evidence: cut where any begins or ends."""
    here = [one for one in marked if one.item.start < end and one.item.end > start]
    cuts = {start, end}
    for one in here:
        cuts |= {max(start, one.item.start), min(end, one.item.end)}
    places = sorted(cuts)
    written = []
    for first, last in pairwise(places):
        over = [one for one in here if one.item.start <= first and last <= one.item.end]
        piece = escape(text[first:last]).replace("\n", "<br>\n")
        for one in over:
            named = f' id="{one.id}"' if first == one.item.start else ""
            piece = f'<mark class="{one.kind}"{named}>{piece}</mark>'
        written.append(piece)
    return "".join(written)


def _entry(article: Article, one: _Marked) -> str:
    item = one.item
    place = mark(fingerprint(article.text).hex(), item.start, item.end)
    told = " · ".join(part for part in _told(article, one) if part)
    words = f'<q data-place="{place}">{escape(item.text)}</q>'
    return f'<li><a href="#{one.id}">{words}</a><br>{told}</li>\n'


def _told(article: Article, one: _Marked) -> Iterator[str]:
    from tui.parser import Quote  # noqa: PLC0415 - beside its use

    item = one.item
    if isinstance(item, Quote):
        yield f"<strong>{escape(speaker_in_words(item.speaker, article.text))}</strong>"
        yield escape(kind_in_words(item))
        yield escape(item.cue.text) if item.cue else ""
        yield format_date(item.date, long=True) if item.date else ""
    else:
        yield f"<strong>{escape(figure_in_words(item))}</strong>"
        yield escape(item.of.text) if item.of else ""
    number = paragraph_number(article.document, item.start)
    yield f"¶{number}" if number is not None else ""
    yield f"{item.start}–{item.end}"
