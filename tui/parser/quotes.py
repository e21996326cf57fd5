"""Quotes, their cues and their speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.article import DateMention, Person, Quote, Span
    from tui.parser.document import Document
    from tui.parser.languages import Language


@dataclass(frozen=True, slots=True)
class Speech:
    """Everything that is said in a document, and by whom."""

    quotes: tuple[Quote, ...] = ()
    terms: tuple[Span, ...] = ()
    people: tuple[Person, ...] = ()


def find_speech(
    document: Document, language: Language | None, dates: tuple[DateMention, ...]
) -> Speech:
    """Find quotes, terms and people in the document's prose."""
    return Speech()
