"""An article that answers a query, in three lines: title, date and source; then its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.panes.cards import clip
from tui.app.panes.cells import drawn, measure
from tui.app.panes.marks import paint
from tui.locale import _, format_date
from tui.text.clean import clean_line
from tui.text.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.panes.cards import Row
    from tui.library.query.marks import Snippet
    from tui.library.query.pages import Hit

_TITLE = 2 / 3
"""How much of its line a title keeps where date and source are long."""


class HitRows:
    """How articles look that answer a query."""

    height = 3

    def draw(self, hit: Hit, width: int) -> Sequence[Row]:
        """Give title with date and source, and two lines of the text with its marks."""
        row = hit.row
        where = [format_date(row.published) if row.published else "", clean_line(row.source)]
        place = clip(" · ".join(part for part in where if part), int(width * (1 - _TITLE)))
        room = width - sum(measure(place)) - 2
        title = marked_line(row.title or _("Untitled"), hit.title_marks, room, "title")
        used = sum(sum(measure(text)) for text, _look in title)
        head: Row = (*title, (" " * (room - used + 2), "text"), (place, "detail"))
        return [head, *passage(hit.snippet, width, self.height - 1)]

    def group(self, hit: Hit) -> str:  # noqa: ARG002 - articles stand by themselves
        """Leave articles ungrouped."""
        return ""


def marked_line(text: str, marks: Sequence[tuple[int, int]], width: int, look: str) -> Row:
    """Draw one line of a text, its marks in another look; what is cut ends in "…"."""
    text = text.replace("\n", " ")
    cut = clip(drawn(text), width)
    if cut != text and not cut.endswith("…"):  # characters that are drawn otherwise move the marks
        return ((cut, look),)
    end = len(cut) - (cut != text)
    pieces = _pieces(text, 0, end, marks, look)
    return (*pieces, ("…", look)) if cut != text else pieces


def passage(snippet: Snippet, width: int, most: int, look: str = "text") -> list[Row]:
    """Draw the first lines of a stretch of text with its marks, from a line that has one."""
    text = snippet.text.replace("\n", " ")
    marks = [(start - snippet.start, end - snippet.start) for start, end in snippet.marks]
    lines = wrap(text, 0, len(text), width, measure)
    marked = next((n for n, (_start, end) in enumerate(lines) if marks and marks[0][0] < end), 0)
    first = max(0, min(marked, len(lines) - most)) if marked >= most else 0
    return [_pieces(text, start, end, marks, look) for start, end in lines[first : first + most]]


def _pieces(text: str, start: int, end: int, marks: Sequence[tuple[int, int]], look: str) -> Row:
    layers = [(first, last, "match") for first, last in marks]
    return tuple(
        (drawn(text[piece.start : piece.end]), "match" if piece.looks else look)
        for piece in paint(start, end, layers)
    )
