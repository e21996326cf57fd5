"""The small local parser: who said what, and every figure, in French and English news.

>>> from tui.parser import parse
>>> article = parse("« Il faut agir », a dit Anne Roux.")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.parser.version import PARSER_VERSION

if TYPE_CHECKING:
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


_MODULES = {
    "parse": "pipeline",
    "Block": "document",
    "Document": "document",
    "PartialDate": "partial_date",
}
"""Where a name is from, if not from `article`."""


def __getattr__(name: str) -> object:
    """Load what is asked for, and no more: values without the word lists, a date without values.

    A module that the app's first picture needs imports this one, and takes a class by
    `parser.Quote` when there is one to be told from a figure.
    """
    if name not in __all__:
        raise AttributeError(name)
    module = import_module(f"tui.parser.{_MODULES.get(name, 'article')}")
    found: object = getattr(module, name)
    globals()[name] = found  # drawing asks for it at every line
    return found
