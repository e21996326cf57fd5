"""A quote or a figure with where it comes from, so that somebody else can find it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.locale import _, format_date
from tui.parser.article import Quote

if TYPE_CHECKING:
    from tui.parser.article import Figure
    from tui.parser.document import Document


def cite(item: Quote | Figure, document: Document, origin: str) -> str:
    """Write the words as the article has them, then who said them, the title, the date, the source.

    >>> cite(quote, document, "budget.txt")
    "“We must act” — Anne Roux, “The budget”, 12 Mar 2024, budget.txt"
    """
    source = [_("“{words}”").format(words=document.title)] if document.title else []
    if document.published is not None:
        source.append(format_date(document.published))
    source.append(document.url or origin)
    if isinstance(item, Quote):
        speaker = item.speaker.name if item.speaker else _("speaker not named")
        return f"{_('“{words}”').format(words=item.text)} — {', '.join([speaker, *source])}"
    return f"{_in_context(item, document)} — {', '.join(source)}"


def _in_context(figure: Figure, document: Document) -> str:
    """Give a figure with what it counts, where that stands after it: "20 000 obus"."""
    end = figure.end
    if figure.of is not None and figure.of.start >= end and figure.of.end - figure.start < 80:
        end = figure.of.end
    return document.text[figure.start : end]
