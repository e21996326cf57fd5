"""The last line: the keys that apply now. One widget, drawn anew when the focus moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.app.keys import Action, actions

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen

_GAP = 2


class KeyLine(Widget):
    """What the most useful keys do, as many as fit; a click presses the key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--description"}
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, Action]] = []
        """First cell, cell after the last, and the action that is written there."""
        self._said = ""
        self._drawn: object = None
        """The places and what is said, as they were drawn last."""

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_resize(self) -> None:
        """Fit as many as the new width holds."""
        self._place()

    def say(self, text: str) -> None:
        """Say at the right end what goes on behind; "" says nothing."""
        if text != self._said:
            self._said = text
            self._place()

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked on."""
        for start, end, action in self._places:
            if start <= event.x < end:
                self.app.simulate_key(action.press)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self._place()

    def _place(self) -> None:
        shown = [action for action in actions(self.screen) if action.shown]
        last = [action for action in shown if action.name == "help"]  # it tells all the others
        left = self.size.width - sum(_GAP + _width(action) for action in last)
        if self._said:
            left -= _GAP + cell_len(self._said)
        places: list[tuple[int, int, Action]] = []
        cell = 1
        for action in [action for action in shown if action not in last]:
            if (end := cell + _width(action)) >= left:
                break
            places.append((cell, end, action))
            cell = end + _GAP
        places += [(cell, cell + _width(action), action) for action in last]
        if (places, self._said) != self._drawn:
            self._places, self._drawn = places, (places, self._said)
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Draw the line."""
        key = self.get_component_rich_style("key-line--key")
        description = self.get_component_rich_style("key-line--description")
        segments, cell = [], 0
        for start, end, action in self._places:
            segments += [
                Segment(" " * (start - cell), description),
                Segment(action.keys[0], key),
                Segment(" " + action.description, description),
            ]
            cell = end
        if self._said and (gap := self.size.width - cell - cell_len(self._said) - 1) > 0:
            segments += [Segment(" " * gap, description), Segment(self._said, key)]
            cell = self.size.width - 1
        return Strip(segments, cell).adjust_cell_length(self.size.width, description)


def _width(action: Action) -> int:
    return cell_len(f"{action.keys[0]} {action.description}")
