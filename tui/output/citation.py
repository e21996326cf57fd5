"""A piece of evidence with where it comes from, in one paragraph to paste into a note."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from tui.locale import _, format_date
from tui.parser import Figure, Quote

if TYPE_CHECKING:
    from tui.parser import Document, Span


def cite(item: Quote | Figure | Span, document: Document, origin: str) -> str:
    """Write “words” — speaker, “title”, date, file; a figure with the sentence's words around it.

    Reported speech stands without marks, since nobody said it in these words. Any other words of
    the article are the article's.
    """
    if isinstance(item, Figure):
        whose = _figure(item, document)
    elif isinstance(item, Quote):
        whose = _quote(item)
    else:
        whose = _("“{words}”").format(words=" ".join(item.text.split())) + " —"
    source = [
        _("“{words}”").format(words=document.title) if document.title else "",
        format_date(document.published, long=True) if document.published else "",
        document.url or (origin if origin == "-" else PurePath(origin).name),
    ]
    joint = " " if whose.endswith("—") else ", "
    return f"{whose}{joint}{', '.join(part for part in source if part)}"


def _quote(quote: Quote) -> str:
    words = " ".join(quote.text.split())
    said = words if quote.kind == "indirect" else _("“{words}”").format(words=words)
    if quote.speaker is None:
        who = _("speaker not named")
    elif quote.speaker.role:
        who = f"{quote.speaker.name} ({quote.speaker.role})"
    else:
        who = quote.speaker.name
    when = f", {format_date(quote.date, long=True)}" if quote.date else ""
    return f"{said} — {who}{when}"


_AROUND = 80
"""Characters of the article kept on each side of a figure, cut at a word."""


def _figure(figure: Figure, document: Document) -> str:
    blocks = (b for b in document.prose() if b.start <= figure.start < b.end)
    block = next(blocks, None)
    first, last = (block.start, block.end) if block else (figure.start, figure.end)
    start = max(first, figure.start - _AROUND)
    end = min(last, figure.end + _AROUND)
    text = document.text
    while first < start < figure.start and not text[start - 1].isspace():
        start += 1
    while figure.end < end < last and not text[end].isspace():
        end -= 1
    words = " ".join(text[start:end].split())
    before, after = ("…" if start > first else ""), ("…" if end < last else "")
    shown = " ".join(figure.text.split())
    return f"{shown} — " + _("“{words}”").format(words=f"{before}{words}{after}")
