"""The keys that every pane shares, each under one id, so that a keymap changes them all at once.

A binding's description is a message id: the footer, the help and the palette translate it when they
show it, since classes are made before the interface's language is known.
"""

from __future__ import annotations

from typing import Literal

from textual.binding import Binding

from tui.locale import N_

Move = Literal["down", "up", "page_down", "page_up", "half_down", "half_up", "top", "bottom"]

MOVES = [
    Binding("down,j", "move('down')", N_("Down"), show=False, id="move.down"),
    Binding("up,k", "move('up')", N_("Up"), show=False, id="move.up"),
    Binding("space,pagedown", "move('page_down')", N_("Page down"), show=False, id="move.page_down"),
    Binding("b,pageup", "move('page_up')", N_("Page up"), show=False, id="move.page_up"),
    Binding("ctrl+d", "move('half_down')", N_("Half a page down"), show=False, id="move.half_down"),
    Binding("ctrl+u", "move('half_up')", N_("Half a page up"), show=False, id="move.half_up"),
    Binding("g,home", "move('top')", N_("Top"), show=False, id="move.top"),
    Binding("G,end", "move('bottom')", N_("Bottom"), show=False, id="move.bottom"),
]
"""A pane that takes these defines `action_move(to: Move)`."""
