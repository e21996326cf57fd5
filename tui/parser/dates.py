"""Dates at the precision given: absolute, and relative to the day of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.article import DateMention
    from tui.parser.document import Document
    from tui.parser.languages import Language
    from tui.parser.partial_date import PartialDate


def find_dates(document: Document, language: Language | None) -> tuple[DateMention, ...]:
    """Find every date in the document's prose, in order."""
    return ()


def read_date(text: str) -> PartialDate | None:
    """Read a string that is a date and nothing else, in any known language or ISO form."""
    return None
