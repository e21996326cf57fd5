"""A bare Textual app with one list: what the reader's start and keys are measured against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Footer, OptionList

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Bare(App[None]):
    """One list of a thousand lines."""

    def compose(self) -> ComposeResult:
        """Show the list and a footer."""
        yield OptionList(*(f"Article {number}" for number in range(1000)))
        yield Footer()


if __name__ == "__main__":
    Bare().run()
