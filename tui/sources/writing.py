"""A document's text, written block by block by whatever reads marked-up articles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tui.parser import Block
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.parser.document import BlockKind


@dataclass
class Writer:
    """The growing text, with the blocks that lie in it."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    last: BlockKind | None = None

    @property
    def text(self) -> str:
        """All that has been written."""
        return "".join(self.parts)

    def add(
        self,
        text: str,
        kind: BlockKind,
        *,
        level: int = 0,
        marker: str = "",
        links: list[tuple[int, int, str]] | None = None,
    ) -> None:
        """Add a block; its marker ("• ", "3. ") stands before it, outside the evidence."""
        safe = clean(text)  # again: an entity may spell what the door refuses
        if not safe.strip():
            return
        close = kind in ("item", "row") and kind == self.last
        lead = ("" if not self.parts else "\n" if close else "\n\n") + marker
        start = self.length + len(lead)
        self.parts += (lead, safe)
        self.length = start + len(safe)
        self.last = kind
        self.blocks.append(Block(start, self.length, kind, level))
        if safe == text:
            self.blocks += [
                Block(start + begin, start + end, "link", href=href)
                for begin, end, href in links or ()
            ]

    def append(self, other: Writer) -> None:
        """Add all that another has written, as blocks after those that are here."""
        shift = self.length + 2 if self.parts else 0
        if shift:
            self.parts.append("\n\n")
        self.parts.append(other.text)
        self.blocks += [
            replace(block, start=block.start + shift, end=block.end + shift)
            for block in other.blocks
        ]
        self.length = shift + other.length
        self.last = other.last
