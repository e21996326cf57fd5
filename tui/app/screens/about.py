"""What is known of an article besides its text: where it is from, what the reader made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.app.listings import language_name
from tui.app.screens.dialog import Dialog
from tui.locale import N_, _, format_date, format_number
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.library.store import About, Kept


class AboutArticle(Dialog[None]):
    """A table over the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i,enter", "dismiss", N_("Close"), show=False, id="about.close"),
    ]

    def __init__(self, kept: Kept, about: About) -> None:
        super().__init__()
        self._kept = kept
        self._about = about

    def compose(self) -> ComposeResult:
        """Draw the table."""
        with VerticalScroll(id="about", classes="box") as box:
            box.border_title = Content(clean_line(self._kept.document.title) or _("Untitled"))
            box.border_subtitle = _("Esc closes")
            yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> list[Content]:
        document, about = self._kept.document, self._about
        language = document.language or (self._kept.article and self._kept.article.language)
        facts = [
            (_("By"), document.byline),
            (_("Published"), document.published and format_date(document.published, long=True)),
            (_("Language"), language and language_name(language)),
            (_("Link"), document.url),
            *((name or _("added one by one"), place) for name, place in about.places),
            (_("Earlier versions"), format_number(about.versions) if about.versions else None),
            (_("Starred"), "★" if about.starred else None),
            (_("Tags"), " ".join(f"#{tag}" for tag in about.tags)),
            (_("Note"), about.note),
        ]
        return [
            Content.assemble((clean_line(name), "bold"), "  ", clean_line(str(value)))
            for name, value in facts
            if value
        ]
