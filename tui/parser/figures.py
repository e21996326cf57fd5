"""Figures: numbers with their units, bounds and what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.article import DateMention, Figure
    from tui.parser.document import Document
    from tui.parser.languages import Language


def find_figures(
    document: Document, language: Language | None, dates: tuple[DateMention, ...]
) -> tuple[Figure, ...]:
    """Find every figure in the document's prose, in order; none overlaps a date."""
    return ()
