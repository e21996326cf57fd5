"""Check: words heard elsewhere, and what the library has that is nearest to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.app.panes.frame import Frame
from tui.app.panes.key_line import KeyLine
from tui.app.panes.line import Line
from tui.app.panes.near_rows import NearRows
from tui.app.panes.paged_list import PagedList
from tui.library import search
from tui.library.checking import check
from tui.library.errors import LibraryError, StoppedError
from tui.locale import N_, _

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from tui.app.shelf import Shelf
    from tui.library.checking import Checked
    from tui.library.query.pages import Found


class CheckScreen(Screen[None], inherit_bindings=False):
    """A line for the words, over the nearest quotes and figures, which come as one types."""

    AUTO_FOCUS = "#heard"

    DEFAULT_CSS: ClassVar[str] = """
    CheckScreen {
        #heard {
            height: 1;
            margin: 0 1;
        }

        #told {
            height: 1;
            padding: 0 3;
            color: $foreground 60%;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("Open"), id="check.open"),
        Binding("escape", "app.pop_screen", N_("Back"), id="check.back"),
        Binding("tab,down", "list", N_("Results"), id="check.results"),
        Binding("slash,shift+tab", "type", N_("Words"), id="check.words"),
        Binding("f1,question_mark", "help", N_("Help"), id="check.help"),
    ]

    class Opened(Message):
        """A passage is to be read in its article."""

        def __init__(self, found: Found) -> None:
            self.found = found
            super().__init__()

    class Answered(Message):
        """What is nearest came."""

        def __init__(self, words: str, checked: Checked) -> None:
            self.words = words
            self.checked = checked
            super().__init__()

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._stop = search.Stop()

    def compose(self) -> ComposeResult:
        """Lay the words over what is nearest."""
        with Frame(id="asking") as pane:
            pane.border_title = _("Check words heard elsewhere")
            yield Line(compact=True, id="heard")
            yield Static(
                Content(
                    _("what was said, or a number with its noun; [-heard-] {+in the library+}")
                ),
                id="told",
            )
            yield PagedList(id="results")
        yield KeyLine()

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self._stop()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is nearest now."""
        self._stop()
        self._stop = search.Stop()
        self._check(event.value, self._stop)

    @work(thread=True, group="check")
    def _check(self, words: str, stop: search.Stop) -> None:
        try:
            self.post_message(self.Answered(words, check(self._shelf.store, words, stop=stop)))
        except StoppedError:
            return
        except LibraryError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)

    def on_check_screen_answered(self, event: Answered) -> None:
        """Show it, unless something else is typed by now."""
        if event.words == self.query_one(Line).value:
            found = (*event.checked.quotes, *event.checked.figures)
            hint = _("Nothing near in what is kept.") if event.words.strip() else ""
            self.query_one(PagedList).show(NearRows(event.words), found, more=False, hint=hint)

    def action_open(self) -> None:
        """Open the nearest."""
        self.query_one(PagedList).action_open()

    def on_paged_list_opened(self, event: PagedList.Opened) -> None:
        """Go to the passage."""
        self.post_message(self.Opened(event.item.found))

    def action_list(self) -> None:
        """Go on to what was found."""
        self.query_one(PagedList).focus()

    def action_type(self) -> None:
        """Go back to the words."""
        self.query_one(Line).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the list to who types, and the words to who is in the list."""
        if action in ("open", "list", "type"):
            return isinstance(self.focused, Line) == (action != "type")
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show the keys that apply."""
        from tui.app.screens.help import Help  # noqa: PLC0415 - seldom asked for

        self.app.push_screen(Help.of(self))
