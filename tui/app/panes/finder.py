"""The bar to find by: what is typed, and how many times it stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.app.panes.line import Line
from tui.locale import N_, _, format_number

if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType


class Finder(Horizontal):
    """Shown while somebody types what to find; it knows nothing of the text."""

    DEFAULT_CSS: ClassVar[str] = """
    Finder {
        height: 1;
        padding: 0 1;
        background: $panel;

        #finder-sign, #finder-count {
            width: auto;
            color: $accent;
            text-style: bold;
        }

        #finder-query {
            width: 1fr;
        }

        &.-none #finder-count {
            color: $error;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", N_("Stay here"), id="find.accept"),
        Binding("escape", "dismiss", N_("Back to where you were"), id="find.dismiss"),
        Binding("down", "step(1)", N_("Next match"), show=False, id="find.next"),
        Binding("up", "step(-1)", N_("Previous match"), show=False, id="find.previous"),
    ]

    class Changed(Message):
        """Something else is looked for."""

        def __init__(self, query: str) -> None:
            self.query = query
            super().__init__()

    class Stepped(Message):
        """The next match (1) or the previous one (-1) is wanted."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    class Accepted(Message):
        """The reader stays at the match."""

    class Dismissed(Message):
        """The reader goes back to where the search began."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._line = Line(compact=True, select_on_focus=True, id="finder-query")
        self._count = Static(id="finder-count")

    def compose(self) -> ComposeResult:
        """Lay the bar out: a sign, the line to type in, the count."""
        yield Static(Content("/"), id="finder-sign")
        yield self._line
        yield self._count

    def on_mount(self) -> None:
        """Stay away until asked for."""
        self.display = False

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self._line.value

    def open(self) -> None:
        """Show the bar, with what was looked for last ready to be typed over."""
        self.display = True
        self.screen.set_focus(self._line)  # at once: the next key may be there already
        self._line.select_all()
        if self._line.value:
            self.post_message(self.Changed(self._line.value))

    def show_count(self, number: int, total: int) -> None:
        """Say which match of how many the text is on."""
        if total:
            count = f"{format_number(number)}/{format_number(total)}"
        else:
            count = _("no match") if self.query_text.strip() else ""
        self._count.update(Content(count))
        self.set_class(bool(self.query_text.strip()) and not total, "-none")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Report each letter as it is typed."""
        event.stop()
        if self.display:
            self.post_message(self.Changed(event.value))

    def action_accept(self) -> None:
        """Close the bar and stay."""
        self.display = False
        self.post_message(self.Accepted())

    def action_dismiss(self) -> None:
        """Close the bar and go back."""
        self.display = False
        self.post_message(self.Dismissed())

    def action_step(self, step: int) -> None:
        """Go along the matches while typing."""
        self.post_message(self.Stepped(step))
