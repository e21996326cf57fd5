"""The small local parser: who said what, and every figure, in French and English news.

>>> from tui.parser import parse
>>> article = parse("« Il faut agir », a dit Anne Roux.")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.article import (
    Article,
    DateMention,
    Figure,
    Magnitude,
    Person,
    Quote,
    Span,
    Speaker,
)
from tui.parser.document import Block, Document
from tui.parser.partial_date import PartialDate
from tui.parser.version import PARSER_VERSION

if TYPE_CHECKING:
    from tui.parser.pipeline import parse

__all__ = [
    "PARSER_VERSION",
    "Article",
    "Block",
    "DateMention",
    "Document",
    "Figure",
    "Magnitude",
    "PartialDate",
    "Person",
    "Quote",
    "Span",
    "Speaker",
    "parse",
]


def __getattr__(name: str) -> object:
    """Load the parser when it is first asked for: its values alone must not cost its word lists."""
    if name == "parse":
        from tui.parser.pipeline import parse  # noqa: PLC0415 - that is the point

        return parse
    raise AttributeError(name)
