"""A document laid out for a width: lines that hold the whole text, and nothing but the text.

Every character that shows stands on exactly one line. Space between blocks, indents and the marks
of items and quotations are drawn around the lines, whether the text has marks of its own or not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.parser import Block, Document
from tui.text.wrap import cut, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.text.wrap import Measure

_CLOSE = frozenset({"item", "row", "code", "header"})
"""Kinds that follow one of their own without a blank line."""

_MARK = re.compile(r"(?:[-*•·▪‣►–—]|\(?\d{1,4}[.)])[ \t\u00a0]*|(?:>[ \t]?)+")
"""The marks of items and quotations."""

_SHORTEST_WRAPPED = 50
"""A paragraph whose lines are all longer than this (but the last) was broken by a program and may
be broken elsewhere; shorter lines are verse, an address, a list, and stay."""


class Page:
    """The lines of a document at one width."""

    __slots__ = ("blocks", "ends", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        """Where each line starts in the text; they never fall. A blank one starts with the next."""
        self.ends: list[int] = []
        self.blocks: list[Block | None] = []
        """The block a line belongs to; None for a blank line."""

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, offset: int) -> int:
        """Give the line that shows the character at this offset, or the nearest before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def paragraph_of(self, offset: int) -> Block | None:
        """Give the block around an offset."""
        return self.blocks[self.line_of(offset)] if self.starts else None


def lay_out(document: Document, width: int, measure: Measure) -> Page:
    """Break a document into lines of at most `width` cells, marks and indents included."""
    page = Page()
    before: Block | None = None
    for block in _all_blocks(document):
        lines = _lines(document.text, block, width, measure)
        if not lines:
            continue
        if before and not (before.kind == block.kind and block.kind in _CLOSE):
            _add(page, block.start, block.start, None)
        for start, end in lines:
            _add(page, start, end, block)
        before = block
    return page


def _add(page: Page, start: int, end: int, block: Block | None) -> None:
    page.starts.append(start)
    page.ends.append(end)
    page.blocks.append(block)


def _all_blocks(document: Document) -> Iterator[Block]:
    """Yield the blocks in order, and a paragraph for any text that no block holds."""
    at = 0
    for block in document.blocks:
        if block.kind == "link" or block.end <= at:
            continue
        yield from _loose(document.text, at, block.start - len(mark_of(document.text, block)))
        yield block
        at = block.end
    yield from _loose(document.text, at, len(document.text))


def _loose(text: str, start: int, end: int) -> Iterator[Block]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if not text[start:stop].isspace() and stop > start:
            yield Block(start, stop, "paragraph")
        start = stop + 1


def mark_of(text: str, block: Block) -> str:
    """Give the mark that the text has before an item or a quotation: "• ", "3. ", "> "."""
    if block.kind not in ("item", "quotation"):
        return ""
    mark = text[text.rfind("\n", 0, block.start) + 1 : block.start]
    return mark if _MARK.fullmatch(mark) else ""


def margin(text: str, block: Block, *, first: bool) -> str:
    """Give what stands before a line of the block: an indent, or the mark of its kind."""
    depth = max(block.level, 1)
    if block.kind == "item":
        mark = mark_of(text, block).strip()
        mark = f"{mark} " if mark.endswith((".", ")")) else "• "
        return "  " * (depth - 1) + (mark if first else " " * len(mark))
    if block.kind == "quotation":
        return "│ " * depth
    if block.kind == "code":
        return "  "
    if block.kind == "row":
        return "" if first else "  "
    return ""


def _lines(text: str, block: Block, width: int, measure: Measure) -> list[tuple[int, int]]:
    room = max(1, width - len(margin(text, block, first=False)))
    if block.kind == "code":
        pieces = _split(text, block.start, block.end)
        return [line for start, end in pieces for line in cut(text, start, end, room, measure)]
    if "\n" not in text[block.start : block.end] or _flows(text, block):
        return wrap(text, block.start, block.end, room, measure)
    pieces = _split(text, block.start, block.end)
    return [line for start, end in pieces for line in wrap(text, start, end, room, measure)]


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    for line in text[start:end].split("\n"):
        pieces.append((start, start + len(line)))
        start += len(line) + 1
    return pieces


def _flows(text: str, block: Block) -> bool:
    if block.kind in ("header", "row"):
        return False
    lines = text[block.start : block.end].split("\n")
    return all(len(line) > _SHORTEST_WRAPPED for line in lines[:-1])
