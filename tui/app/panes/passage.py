"""What the list has not room for: the passage of a quote or a figure, somebody's other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tui.app.panes.cards import explained
from tui.app.panes.desk_rows import done
from tui.app.panes.hits import passage
from tui.library.people.pages import Somebody
from tui.library.query.pages import Found
from tui.locale import _, format_number
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.panes.cards import Row

LINES = 3
"""Lines of the article that are shown."""

_STYLES = {"match": "bold underline", "title": "bold", "detail": "dim"}


class Passage(Static):
    """A few lines about the row in hand."""

    DEFAULT_CSS: ClassVar[str] = """
    Passage {
        height: 5;
        padding: 0 1;
        border-top: solid $foreground 30%;
    }
    """

    def show(self, item: Found | Somebody | None) -> None:
        """Show them; nothing where no row is in hand."""
        width = max(10, self.content_size.width or self.app.size.width - 4)
        self.update(content(_about(item, width)), layout=False)


def _about(item: Found | Somebody | None, width: int) -> Sequence[Row]:
    if isinstance(item, Found):
        head: Row = ((clean_line(item.title) or _("Untitled"), "title"),)
        if item.paragraph:
            head = (*head, (f"  ¶{format_number(item.paragraph)}", "detail"))
        if item.values > 1:
            told = _("elsewhere other values are given for this: {count}")
            head = (*head, ("  ≠ " + told.format(count=format_number(item.values)), "detail"))
        head = (*head, *((f"  {words}", "detail") for words in explained(done(item))))
        return [head, *passage(item.context, width, LINES)]
    if isinstance(item, Somebody):
        also = ", ".join(map(clean_line, item.others))
        roles = " · ".join(map(clean_line, item.roles))
        return [
            ((clean_line(item.name), "title"),),
            ((_("also: {names}").format(names=also) if also else "", "text"),),
            ((roles, "text"),),
        ]
    return []


def content(rows: Sequence[Row]) -> Content:
    """Give the lines to a widget that draws content."""
    return Content("\n").join(
        Content.assemble(*((text, _STYLES.get(look, "")) for text, look in row)) for row in rows
    )
