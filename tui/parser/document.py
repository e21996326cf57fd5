"""What the parser reads: one clean text and the blocks that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser.partial_date import PartialDate

BlockKind = Literal["paragraph", "heading", "item", "quotation", "row", "code", "link", "header"]

PROSE: frozenset[BlockKind] = frozenset({"paragraph", "heading", "item", "quotation", "row"})
"""The kinds in which people speak and numbers count. A link lies inside a block of prose; code and
the header (date, byline, dateline) hold no evidence."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with its role. Blocks stand in order; only links lie inside another."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    """Depth of a heading (1 is the title), an item or a quotation; 0 where depth says nothing."""
    href: str | None = None
    """Where a link leads."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article before it is parsed. Every offset anywhere counts characters of `text`."""

    text: str
    blocks: tuple[Block, ...] = ()
    title: str = ""
    byline: str | None = None
    published: PartialDate | None = None
    language: str | None = None
    """ISO 639-1 code given by the source or the user; None leaves it to the parser."""
    url: str | None = None

    @classmethod
    def plain(
        cls,
        text: str,
        *,
        title: str | None = None,
        published: PartialDate | None = None,
        language: str | None = None,
    ) -> Document:
        """Read plain text (already clean): find its header, headings and paragraphs.

        What the caller gives wins over what the text says of itself.
        """
        from tui.parser.header import read_plain  # noqa: PLC0415 - header builds Documents

        return read_plain(text, title=title, published=published, language=language)

    def prose(self) -> Iterator[Block]:
        """Yield the blocks that may hold evidence, in order."""
        return (block for block in self.blocks if block.kind in PROSE)
