"""A question that is answered with yes or no before anything is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.app.screens.dialog import Dialog
from tui.locale import N_, _

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Confirm(Dialog[bool]):
    """Ask; Enter is yes, Esc is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", N_("Yes"), id="confirm.yes"),
        Binding("escape,q", "dismiss(False)", N_("No"), id="confirm.no"),
    ]

    def __init__(self, question: str, detail: str) -> None:
        super().__init__()
        self._question = question
        self._detail = detail

    def compose(self) -> ComposeResult:
        """Draw the question."""
        with Vertical(id="confirm", classes="box"):
            yield Static(Content.styled(self._question, "bold"))
            yield Static(Content(self._detail))
            yield Static(Content.styled(_("Enter: yes · Esc: no"), "dim"))
