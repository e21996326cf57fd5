"""What stands above an article's text: its date, its byline, its dateline, its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.parser.document import Block, Document

if TYPE_CHECKING:
    from tui.parser.partial_date import PartialDate

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def read_plain(
    text: str, *, title: str | None, published: PartialDate | None, language: str | None
) -> Document:
    """Find header, headings and paragraphs of plain text."""
    blocks = tuple(
        Block(m.start(), m.start() + len(m[0].rstrip()), "paragraph")
        for m in _PARAGRAPH.finditer(text)
    )
    return Document(text, blocks, title or "", None, published, language)
