"""Help: the keys that apply where the focus is, and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.app.keys import Action, actions
from tui.app.screens.dialog import Dialog
from tui.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen


class Help(Dialog[None]):
    """A table of keys over the screen that it explains."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", N_("Close"), show=False, id="help.close"),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(
        self,
        here: Sequence[Action],
        everywhere: Sequence[Action],
        more: Sequence[Content] = (),
    ) -> None:
        super().__init__()
        self._here = here
        self._everywhere = everywhere
        self._more = more

    @classmethod
    def of(cls, screen: Screen[Any], more: Sequence[Content] = ()) -> Self:
        """Explain the keys that a screen has now, those of the pane in focus first.

        `more` is what is to be read before.
        """
        found = actions(screen)
        return cls(
            [action for action in found if action.node not in (screen, screen.app)],
            [action for action in found if action.node in (screen, screen.app)],
            more,
        )

    def compose(self) -> ComposeResult:
        """Draw the table."""
        with VerticalScroll(id="help", classes="box") as box:
            box.border_title = _("Keys")
            box.border_subtitle = _("Esc closes")
            yield Static(Content("\n").join(self._lines()))

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.query_one("#help").scroll_relative(y=step, animate=False)

    def _lines(self) -> list[Content]:
        width = max((len(_keys(action)) for action in (*self._here, *self._everywhere)), default=0)
        return [
            *((*self._more, Content("")) if self._more else ()),
            Content.styled(_("In this pane"), "bold"),
            *_table(self._here, width),
            Content(""),
            Content.styled(_("Everywhere"), "bold"),
            *_table(self._everywhere, width),
        ]


def _keys(action: Action) -> str:
    return " ".join(action.keys)


def _table(found: Iterable[Action], width: int) -> list[Content]:
    return [
        Content.assemble((_keys(action).rjust(width), "bold"), "  ", action.description)
        for action in found
    ]
