"""A line is asked for: a tag, a note, a path, a query."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Static

from tui.app.panes.line import Line
from tui.app.screens.dialog import Dialog
from tui.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class Prompt(Dialog[str | None]):
    """Enter takes what is typed, Esc leaves all as it was."""

    DEFAULT_CSS: ClassVar[str] = """
    Prompt {
        #prompt-hint {
            margin-top: 1;
            color: $foreground 60%;
        }

        &.-wrong #prompt-hint {
            color: $text-warning;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("Take it"), id="prompt.take"),
        Binding("escape", "dismiss(None)", N_("Leave it"), id="prompt.leave"),
    ]

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        hint: str = "",
        ways: Sequence[str] = (),
        wrong: Callable[[str], str | None] = lambda _text: None,
    ) -> None:
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint
        self._ways = ways
        self._wrong = wrong

    def compose(self) -> ComposeResult:
        """Draw the line and what is to be known of it."""
        with Vertical(id="prompt", classes="box") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = _("Enter takes it · Esc leaves it")
            ways = SuggestFromList(self._ways, case_sensitive=False) if self._ways else None
            yield Line(self._value, compact=True, suggester=ways, id="prompt-line")
            yield Static(Content(self._hint), id="prompt-hint")

    def action_take(self) -> None:
        """Take it, or say what is wrong with it."""
        value = self.query_one(Line).value
        wrong = self._wrong(value)
        if wrong is None:
            self.dismiss(value)
        else:
            self.query_one("#prompt-hint", Static).update(Content(wrong))
            self.add_class("-wrong")
