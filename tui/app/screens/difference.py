"""What changed in an article between an earlier version and now."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from tui.app.panes.changes import Changes, Texts
from tui.app.panes.key_line import KeyLine
from tui.locale import N_, _, format_date, format_number
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.library.store import Kept, Version
    from tui.library.versions import Change
    from tui.parser import Article


class Difference(Screen[tuple[int, int] | None], inherit_bindings=False):
    """Changes; leaves with the passage that is wanted, as offsets into the text of now."""

    AUTO_FOCUS = "#changes"

    DEFAULT_CSS: ClassVar[str] = """
    Difference {
        #changes {
            height: 1fr;
            border: heavy $primary;
            border-title-color: $foreground;
            border-title-style: bold;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,d", "dismiss(None)", N_("Back"), id="difference.back"),
        Binding(
            "left_square_bracket,left_parenthesis",
            "turn(1)",
            N_("Earlier version"),
            id="version.earlier",
        ),
        Binding(
            "right_square_bracket,right_parenthesis",
            "turn(-1)",
            N_("Later version"),
            id="version.later",
        ),
        Binding("question_mark", "help", N_("Help"), id="help"),
    ]

    def __init__(self, kept: Kept, versions: Sequence[Version]) -> None:
        super().__init__()
        self._kept = kept
        self._versions = versions
        """The latest first."""
        self._number = 0

    def compose(self) -> ComposeResult:
        """Draw the list of changes."""
        yield Changes(id="changes")
        yield KeyLine()

    def on_mount(self) -> None:
        """Compare with the latest version."""
        self._compare(0)

    @work(group="compare", exclusive=True)
    async def _compare(self, number: int) -> None:
        self._number = number
        version = self._versions[number]
        pane = self.query_one(Changes)
        pane.border_title = Content(clean_line(self._kept.document.title))
        pane.border_subtitle = _("now, and version {n} of {total}, replaced {date}").format(
            n=format_number(len(self._versions) - number),
            total=format_number(len(self._versions)),
            date=_day(version.replaced),
        )
        pane.show((), Texts("", ""), _("Reading…"))
        self.refresh_bindings()
        changes = await asyncio.to_thread(_compare, self._kept, version)
        pane.show(
            changes,
            Texts(version.document.text, self._kept.document.text),
            _("Nothing of the text, the quotes or the figures has changed."),
        )

    def on_changes_chosen(self, event: Changes.Chosen) -> None:
        """Go to where it stands now; what has gone stands nowhere."""
        place = event.change.after
        if place is not None and event.change.kind != "title":
            self.dismiss((place.start, place.end))

    def action_turn(self, step: int) -> None:
        """Compare with another version."""
        self._compare(self._number + step)

    def action_help(self) -> None:
        """Show the keys that apply."""
        from tui.app.screens.help import Help  # noqa: PLC0415 - seldom asked for

        self.app.push_screen(Help.of(self))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Turn only to versions that are there."""
        if action == "turn":
            return 0 <= self._number + int(str(parameters[0])) < len(self._versions)
        return super().check_action(action, parameters)


def _compare(kept: Kept, version: Version) -> list[Change]:
    from tui.library.versions import compare  # noqa: PLC0415 - not for the start
    from tui.parser import parse  # noqa: PLC0415

    now: Article = kept.article or parse(kept.document)
    return compare(parse(version.document), now)


def _day(time: str) -> str:
    """Write the day of a UTC time."""
    from tui.parser import PartialDate  # noqa: PLC0415 - not for the start

    return format_date(PartialDate.fromisoformat(time[:10]))
