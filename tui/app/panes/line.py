"""A line to type in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widgets import Input

from tui.text.clean import clean

if TYPE_CHECKING:
    from typing import ClassVar

    from textual.binding import BindingType


class Line(Input, inherit_bindings=False):
    """What is pasted is foreign text like any other. Enter is for whoever holds the line."""

    DEFAULT_CSS: ClassVar[str] = """
    Line, Line:ansi {
        background: $panel;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, description="")  # everybody knows them; the help would only get longer
        for binding in Input.BINDINGS
        if isinstance(binding, Binding) and binding.key != "enter"
    ]

    def replace(self, text: str, start: int, end: int) -> None:
        """Put clean text in: every way of typing and pasting ends here."""
        super().replace(clean(text).replace("\n", " "), start, end)
