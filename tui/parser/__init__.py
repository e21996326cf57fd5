"""The small local parser: who said what, and every figure, in French and English news.

>>> from tui.parser import parse
>>> article = parse("« Il faut agir », a dit Anne Roux.")
"""

from __future__ import annotations

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
from tui.parser.pipeline import PARSER_VERSION, parse

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
