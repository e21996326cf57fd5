"""Keys: those that every pane shares, and which actions are to be had at this moment.

A binding's description is a message id: the footer, the help and the palette translate it when they
show it, since classes are made before the interface's language is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from textual.binding import Binding
from textual.keys import key_to_character

from tui.locale import N_, _

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.screen import Screen

Move = Literal["down", "up", "page_down", "page_up", "half_down", "half_up", "top", "bottom"]


def _move(keys: str, to: Move, description: str) -> Binding:
    return Binding(keys, f"move('{to}')", description, show=False, id=f"move.{to}")


MOVES = [
    _move("down,j", "down", N_("Down")),
    _move("up,k", "up", N_("Up")),
    _move("space,pagedown", "page_down", N_("Page down")),
    _move("b,pageup", "page_up", N_("Page up")),
    _move("ctrl+d", "half_down", N_("Half a page down")),
    _move("ctrl+u", "half_up", N_("Half a page up")),
    _move("g,home", "top", N_("Top")),
    _move("G,end", "bottom", N_("Bottom")),
]
"""A pane that takes these defines `action_move(to: Move)`."""

_NAMES = {
    "space": N_("space"),
    "tab": N_("tab"),
    "shift+tab": N_("shift+tab"),
    "esc": N_("esc"),
    "del": N_("del"),
    "home": N_("home"),
    "end": N_("end"),
    "pgup": N_("pgup"),
    "pgdn": N_("pgdn"),
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
"""Keys that have a name, as Textual writes it, and what is written on them."""


class Action(NamedTuple):
    """Something that a key does now, where the focus is."""

    keys: tuple[str, ...]
    """As they are written for the reader: "j", "↓", "^d"."""
    press: str
    """The first of them as Textual names it."""
    description: str
    name: str
    """The action as Textual runs it: "move('down')"."""
    node: DOMNode
    """Whose action it is: the pane in focus, the screen, the app."""
    shown: bool
    """Whether the footer has room for it."""


def actions(screen: Screen[Any]) -> list[Action]:
    """List what the keys do now, nearest the focus first, each action once with all its keys.

    Where somebody types, a letter is a letter.
    """
    found: dict[tuple[DOMNode, str], Action] = {}
    focused = screen.focused
    for node, binding, enabled, _tooltip in screen.active_bindings.values():
        if not enabled or not binding.description or binding.system:
            continue
        display = screen.app.get_key_display(binding)
        if focused and focused.check_consume_key(binding.key, _character(binding.key, display)):
            continue
        display = _(_NAMES.get(display, display))
        known = found.get((node, binding.action))
        found[node, binding.action] = Action(
            (*known.keys, display) if known else (display,),
            known.press if known else binding.key,
            _(binding.description),
            binding.action,
            node,
            binding.show or (known is not None and known.shown),
        )
    return list(found.values())


def _character(key: str, display: str) -> str | None:
    """Give what a key types; Textual knows by name "question_mark", but not "slash"."""
    return key_to_character(key) or (display if len(display) == 1 and display.isascii() else None)
