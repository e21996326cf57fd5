"""The panes of one screen: which of them show at this width, and which has the focus.

The pane in focus always shows. All follows from its name, the width and the zoom, which stand as
classes on the screen; the styles do the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding
from textual.screen import Screen

from tui.locale import N_

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.timer import Timer, TimerCallback
    from textual.widget import Widget

PaneName = Literal["sources", "articles", "reader", "evidence"]
"""The id of a pane."""

_WIDTHS = [(0, "-narrow"), (80, "-normal"), (120, "-wide"), (160, "-widest")]
"""Least columns, and the class from there on: one pane, two, three, three with room to spare."""


class ThreePanes(Screen[None], inherit_bindings=False):
    """A list, a text and what was found in it; perhaps, above the list, where it comes from."""

    PANES: ClassVar[tuple[PaneName, ...]] = ("articles", "reader", "evidence")
    AUTO_FOCUS = "#articles"
    HORIZONTAL_BREAKPOINTS = _WIDTHS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1,ampersand", "go_to('articles')", N_("Articles"), show=False, id="go.articles"),
        Binding("2,é", "go_to('reader')", N_("Text"), show=False, id="go.reader"),
        Binding("3,quotation_mark", "go_to('evidence')", N_("Evidence"), id="go.evidence"),
        Binding("tab,l,right", "go(1)", N_("Next pane"), show=False, id="go.next"),
        Binding("shift+tab,h,left", "go(-1)", N_("Previous pane"), show=False, id="go.previous"),
        Binding("z", "zoom", N_("Reading alone"), show=False, id="zoom"),
        Binding("q,escape", "back", N_("Back"), id="back"),
        Binding("q", "close", N_("Close"), id="close"),
        Binding("q", "leave", N_("Quit"), id="leave"),
        Binding("ctrl+c,super+c", "copy_text", N_("Copy marked text"), show=False, id="copy.text"),
    ]

    def __init__(self) -> None:
        super().__init__(classes="-articles")
        width = self.app.size.width  # Textual sets the class only after the first picture
        name = [name for least, name in _WIDTHS if least <= width][-1]
        self.add_class(name, update=False)
        self.pane: PaneName = "articles"
        self._zoomed = False

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """Call back once, late if it must be.

        Textual counts a moment that has passed before the timer slept as one that may be skipped;
        a timer of one moment then never fires, and a busy machine loses what waits for it.
        """
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        timer._skip = False  # noqa: SLF001 - only the timer itself can be told
        return timer

    def widget_of(self, pane: PaneName) -> Widget:
        """Give the widget that is a pane; held, not sought: Textual keeps what was sought."""
        raise NotImplementedError

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, however it moved."""
        for node in event.widget.ancestors_with_self:
            for pane in self.PANES:
                if node.id == pane:
                    self.show_pane(pane)

    def show_pane(self, pane: PaneName) -> None:
        """Show what belongs to this pane's having the focus."""
        self.pane = pane
        self._zoomed = self._zoomed and pane == "reader"
        self.set_class(self._zoomed, "-zoomed")
        for name in self.PANES:
            self.set_class(name == pane, f"-{name}")
        self.refresh_bindings()

    @property
    def is_over_another(self) -> bool:
        """Whether there is a screen to go back to."""
        return len(self.app.screen_stack) > 1

    def action_go_to(self, pane: PaneName) -> None:
        """Put the focus on a pane."""
        self.show_pane(pane)
        self.widget_of(pane).focus()

    def action_go(self, step: int) -> None:
        """Put the focus on the next pane, going round."""
        panes = self.PANES
        self.action_go_to(panes[(panes.index(self.pane) + step) % len(panes)])

    def action_zoom(self) -> None:
        """Leave the text alone on the screen, or bring the others back."""
        self._zoomed = not self._zoomed
        self.action_go_to("reader")

    def action_back(self) -> None:
        """Go one step back towards the list."""
        if self._zoomed:
            self.action_zoom()
        else:
            self.action_go_to("reader" if self.pane == "evidence" else "articles")

    def action_close(self) -> None:
        """Go back to the screen that was there before."""
        self.app.pop_screen()

    def action_leave(self) -> None:
        """Quit."""
        self.app.exit(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go to another pane than this; back while there is somewhere to go; from there, quit."""
        if action == "go_to":
            return parameters != (self.pane,)
        if action in ("back", "close", "leave"):
            way = (
                "back" if self.pane != "articles" else "close" if self.is_over_another else "leave"
            )
            return action == way
        return super().check_action(action, parameters)
