"""The line that a query is typed in, with how it may go on, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.highlighter import Highlighter
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.app.panes.line import Line
from tui.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from rich.text import Text
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.keys import Move
    from tui.library.query.completion import Completion


class _Underline(Highlighter):
    """Shows what in a query cannot be read."""

    def __init__(self) -> None:
        self.wrong = (0, 0)

    def highlight(self, text: Text) -> None:
        """Underline it."""
        text.stylize("underline", *self.wrong)


class QueryLine(Line):
    """A question mark asks for help where there is nothing else to ask."""

    class HelpWanted(Message):
        """Somebody does not know what to type."""

    async def _on_key(self, event: events.Key) -> None:
        if event.character == "?" and not self.value:
            event.stop()
            event.prevent_default()
            self.post_message(self.HelpWanted())
            return
        await super()._on_key(event)


class QueryBox(Vertical):
    """Where one types; it knows nothing of the library."""

    DEFAULT_CSS: ClassVar[str] = """
    QueryBox {
        height: 3;
        padding: 0 1;

        #query-line {
            height: 1;
            background: $panel;
        }

        #query-sign {
            width: auto;
            color: $accent;
            text-style: bold;
        }

        #query {
            width: 1fr;
        }

        #query-ways, #query-said {
            height: 1;
            padding: 0 2;
            text-wrap: nowrap;
            text-overflow: ellipsis;
            color: $foreground 60%;
        }

        &.-wrong #query-said {
            color: $text-warning;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", N_("Open"), id="query.accept"),
        Binding("tab", "complete", N_("Complete"), id="query.complete"),
        Binding("tab", "leave", N_("Results"), id="query.results"),
        Binding("down", "step('down')", N_("Down"), show=False, id="query.down"),
        Binding("up", "step('up')", N_("Up"), show=False, id="query.up"),
        Binding("pagedown", "step('page_down')", N_("Page down"), show=False, id="query.page_down"),
        Binding("pageup", "step('page_up')", N_("Page up"), show=False, id="query.page_up"),
        Binding("escape", "dismiss", N_("Back"), id="query.dismiss"),
    ]

    class Changed(Message):
        """Something else is asked, or the cursor stands elsewhere in it."""

        def __init__(self, text: str, cursor: int, *, completing: bool) -> None:
            self.text = text
            self.cursor = cursor
            self.completing = completing
            """Whether one is choosing among ways to go on, which are to stay as they are."""
            super().__init__()

    class Accepted(Message):
        """The first answer is wanted, or the one under the cursor."""

    class Stepped(Message):
        """The cursor of the answers is to move, while one goes on typing."""

        def __init__(self, to: Move) -> None:
            self.to = to
            super().__init__()

    class Left(Message):
        """One goes on to the answers."""

    class Dismissed(Message):
        """One goes back to where one came from."""

    class HelpWanted(Message):
        """Somebody does not know what to type."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._underline = _Underline()
        self._ways: list[Completion] = []
        self._chosen = -1
        """The completion that was put in; Tab again puts the next in its place."""
        self._hint = ""

    def compose(self) -> ComposeResult:
        """Lay the lines out: what is typed, how it may go on, what came of it."""
        with Horizontal(id="query-line"):
            yield Static(Content("› "), id="query-sign")
            yield QueryLine(
                compact=True, select_on_focus=False, highlighter=self._underline, id="query"
            )
        yield Static(id="query-ways")
        yield Static(id="query-said")

    @property
    def line(self) -> Input:
        """The line itself."""
        return self.query_one("#query", Input)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.value

    # -- values down

    def set_text(self, text: str) -> None:
        """Type this."""
        self.line.value = text
        self.line.cursor_position = len(text)

    def open(self) -> None:
        """Go to the line, with what was asked last ready to be typed over.

        It has the focus at once: the next letter may be on its way.
        """
        self.screen.set_focus(self.line)
        self.line.select_all()

    def set_hint(self, hint: str) -> None:
        """Say this where there is nothing to complete."""
        self._hint = hint
        self._show_ways()

    def offer(self, ways: Sequence[Completion]) -> None:
        """Show how the word before the cursor may go on."""
        self._ways, self._chosen = list(ways), -1
        self._show_ways()
        self.screen.refresh_bindings()

    def say(self, text: str) -> None:
        """Say what came of the query."""
        self._underline.wrong = (0, 0)
        self.query_one("#query-said", Static).update(Content(text), layout=False)
        self.remove_class("-wrong")
        self.line.refresh()

    def say_wrong(self, text: str, start: int, end: int) -> None:
        """Say what cannot be read, and show where."""
        self._underline.wrong = (start, end)
        self.query_one("#query-said", Static).update(Content(text), layout=False)
        self.add_class("-wrong")
        self.line.refresh()

    def _show_ways(self) -> None:
        if self._ways:
            parts = [Content.styled(_("Tab"), "bold")]
            parts += [
                Content.styled(way.text, "reverse" if place == self._chosen else "")
                for place, way in enumerate(self._ways)
            ]
            shown = Content("  ").join(parts)
        else:
            shown = Content(self._hint)
        self.query_one("#query-ways", Static).update(shown, layout=False)

    # -- facts up

    def on_input_changed(self, event: Input.Changed) -> None:
        """Report each letter as it is typed."""
        event.stop()
        self._tell()

    def _tell(self, *, completing: bool = False) -> None:
        cursor = self.line.cursor_position
        self.post_message(self.Changed(self.text, cursor, completing=completing))

    def on_query_line_help_wanted(self, event: QueryLine.HelpWanted) -> None:
        """Pass the question on."""
        event.stop()
        self.post_message(self.HelpWanted())

    def action_accept(self) -> None:
        """Ask for the answer under the cursor."""
        self.post_message(self.Accepted())

    def action_leave(self) -> None:
        """Go on to the answers."""
        self.post_message(self.Left())

    def action_dismiss(self) -> None:
        """Go back."""
        self.post_message(self.Dismissed())

    def action_step(self, to: Move) -> None:
        """Go along the answers while typing."""
        self.post_message(self.Stepped(to))

    def action_complete(self) -> None:
        """Put the first completion in; the next one in its place when asked again."""
        before = self._ways[self._chosen] if self._chosen >= 0 else None
        self._chosen = (self._chosen + 1) % len(self._ways)
        way = self._ways[self._chosen]
        end = way.start + len(before.text) if before else way.end
        with self.prevent(Input.Changed):
            self.line.value = self.text[: way.start] + way.text + self.text[end:]
            self.line.cursor_position = way.start + len(way.text)
        self._show_ways()
        self._tell(completing=len(self._ways) > 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Complete where there is something to; otherwise Tab goes on."""
        if action in ("complete", "leave"):
            return bool(self._ways) == (action == "complete")
        return super().check_action(action, parameters)
