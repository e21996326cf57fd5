"""What panes draw with: the cells that characters take, as Rich counts them, and their style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import get_character_cell_size, split_graphemes

if TYPE_CHECKING:
    from rich.style import Style
    from textual.widget import Widget

TAB = 4
"""A tab is drawn as this many spaces: Rich gives it no cells, a terminal as many as it likes."""


class _Cells(dict[str, int]):
    def __missing__(self, character: str) -> int:
        cells = get_character_cell_size(character)
        self[character] = cells
        return cells


_cells = _Cells({"\t": TAB, "\n": 1, "\u00ad": 0})
_DRAWN = str.maketrans({"\t": " " * TAB, "\n": " ", "\u00ad": None})


def measure(text: str) -> list[int]:
    """Give the cells of each character, 0 for one that joins the one before it."""
    if "\u200d" not in text and "\ufe0f" not in text:
        return [_cells[character] for character in text]
    widths = [_cells[character] for character in text]
    for start, end, width in split_graphemes(text)[0]:
        if end - start > 1:
            widths[start:end] = [width, *[0] * (end - start - 1)]
    return widths


def drawn(text: str) -> str:
    """Give the characters that show a stretch of a line."""
    return text if text.isprintable() else text.translate(_DRAWN)


def component_style(widget: Widget, *names: str) -> Style:
    """Lay component styles over a widget's own, blending what is translucent.

    `get_component_rich_style` drops how translucent a colour is, `get_visual_style` the "reverse".
    """
    style = widget.get_visual_style(*names).rich_style
    for name in names:
        style += widget.get_component_styles(name).text_style
    return style
