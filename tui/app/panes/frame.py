"""The frame around the text, which says at its foot where in the text one is."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region


class Frame(Vertical):
    """Says where one is at every key, and draws no more of itself for that than its last line."""

    def say(self, words: str) -> None:
        """Say this at the foot, unless it is said already."""
        said = Content(words)
        if said != self._border_subtitle:
            self._border_subtitle = said  # to set the property would draw the whole pane
            width, height = self.content_size
            self.refresh(Region(0, height, width, self.gutter.bottom))
