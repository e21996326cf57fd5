"""Evidence in hand, in the library: kept with a note, put right, dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from tui import parser
from tui.app.screens.exporting import Exporting
from tui.app.screens.marking import Marking
from tui.locale import N_, _
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.app.exporting import Offer
    from tui.library import clippings
    from tui.library.clippings import Clipping
    from tui.library.store import Kept
    from tui.parser import Figure, Quote


class Keeping(Marking, Exporting):
    """A reading screen over articles that are kept: their evidence can be kept and put right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "keep_evidence", N_("Keep evidence"), id="evidence.keep"),
        Binding("M", "kept", N_("What is kept"), show=False, id="evidence.kept"),
        Binding("c", "correct", N_("Correct"), show=False, id="evidence.correct"),
        Binding("delete,backspace", "dismiss_evidence", N_("Dismiss"), show=False,
                id="evidence.dismiss"),
    ]  # fmt: skip

    def draw(self, kept: Kept) -> None:
        """Draw an article, and what the reader has done with its evidence."""
        super().draw(kept)
        self._read_signs(kept.id)

    def state_changed(self) -> None:
        """Draw what the reader has done with the evidence as well."""
        super().state_changed()
        if self.shown is not None:
            self._read_signs(self.shown.id)

    @work(group="signs", exclusive=True)
    async def _read_signs(self, article: int) -> None:
        from tui.library.reader_rows import signs_of  # noqa: PLC0415 - with the library

        signs = await self.ask(lambda store: signs_of(store, article))
        if signs is not None and self.shown is not None and self.shown.id == article:
            self.evidence.sign(signs)

    @work(group="keep", exclusive=True)
    async def action_keep_evidence(self) -> None:
        """Keep what is in hand, with a note and tags."""
        from tui.app.screens.prompts import ask_remark  # noqa: PLC0415 - seldom asked for
        from tui.library import clippings  # noqa: PLC0415

        place = self._place_in_hand()
        if place is None or self.shown is None:
            self.notify(_("Choose a quote, a figure or, with v, a sentence first."))
            return
        article, (kind, start, end) = self.shown.id, place
        there = await self.ask(lambda store: clippings.at(store, article))
        known = next((c for c in there or () if (c.kind, c.start, c.end) == place), None)
        remark = await ask_remark(
            self.app, known.note if known else "", known.tags if known else ()
        )
        if remark is None:
            return
        note, tags = remark[0], tuple(remark[1])
        if known is None:
            await self.change(
                lambda store: clippings.keep(store, article, kind, start, end, note=note, tags=tags)
            )
        else:
            await self.change(lambda store: clippings.describe(store, known.id, note, tags))
        self._read_signs(article)
        self.notify(_("Kept; M lists what is kept, u takes it back."))

    def _place_in_hand(self) -> tuple[clippings.Kind, int, int] | None:
        if self.sentence is not None:
            return "sentence", self.sentence.start, self.sentence.end
        if (item := self.selected) is not None:
            return "quote" if isinstance(item, parser.Quote) else "figure", item.start, item.end
        return None

    @work(group="kept", exclusive=True)
    async def action_kept(self) -> None:
        """List what is kept, and go to what is chosen."""
        from tui.app.panes.menu import Entry  # noqa: PLC0415 - seldom asked for
        from tui.app.screens.choose import Choose  # noqa: PLC0415
        from tui.library import clippings  # noqa: PLC0415

        kept = await self.ask(lambda store: list(clippings.every(store)))
        if kept is None:
            return
        if not kept:
            self.notify(_("Nothing is kept yet: m keeps what is in hand."))
            return
        title = _("What is kept")
        chosen = await self.app.push_screen_wait(
            Choose(title, [Entry(_line(clipping), clipping) for clipping in kept])
        )
        if chosen is not None and isinstance(chosen.value, clippings.Clipping):
            self.open_clipping(chosen.value)

    def open_clipping(self, clipping: Clipping) -> None:
        """Go to words that are kept, or say that the article has lost them."""
        place = None
        if clipping.start is None or clipping.end is None:
            self.notify(_("The article no longer has these words."), severity="warning")
        else:
            place = (clipping.start, clipping.end)
        from tui.app.sought import Sought  # noqa: PLC0415 - seldom asked for at first

        self.open_at(Sought(clipping.article, place=place))

    @work(group="correct", exclusive=True)
    async def action_correct(self) -> None:
        """Say what is so of the quote or figure in hand."""
        from tui.app.screens.correcting import ask_correction  # noqa: PLC0415 - seldom asked for
        from tui.library import corrections  # noqa: PLC0415

        shown, item = self.shown, self.selected
        if shown is None or shown.article is None or item is None:
            self.notify(_("Choose a quote or a figure first, with ] or in the evidence."))
            return
        found = await self.ask(lambda store: corrections.of(store, shown.id))
        change = await ask_correction(self.app, shown, item, found or [])
        if change is not None:
            await self.change(change)
            self._see_again(item)

    @work(group="correct", exclusive=True)
    async def action_dismiss_evidence(self) -> None:
        """Take what is in hand out of the evidence."""
        from tui.app.screens.correcting import dismissal  # noqa: PLC0415 - seldom asked for

        if self.shown is None or (item := self.selected) is None:
            return
        change = dismissal(self.shown, item)
        if change is not None:
            await self.change(change)
            self.notify(_("Dismissed, whatever the parser says; u takes it back."))
            self._see_again(item)

    def _see_again(self, item: Quote | Figure) -> None:
        """Show the article as it is now, at the same place."""
        if self.shown is not None:
            from tui.app.sought import Sought  # noqa: PLC0415 - seldom asked for at first

            self.seek(Sought(self.shown.id, place=(item.start, item.end)))
            self.fetch_again()
            self.state_changed()

    def offers(self) -> list[Offer]:
        """Offer what is kept as well."""
        from tui.app.exporting import Offer  # noqa: PLC0415 - seldom asked for
        from tui.library import cited  # noqa: PLC0415

        kept = Offer(_("All that is kept"), _("kept"), cited.all_kept)
        return [*super().offers(), kept]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what applies now."""
        match action:
            case "export":
                return True
            case "keep_evidence":
                return self.shown is not None and not self.shelf.store.read_only
            case "correct" | "dismiss_evidence":
                return self.selected is not None and not self.shelf.store.read_only
        return super().check_action(action, parameters)


def _line(clipping: Clipping) -> str:
    """Write what is kept on a line: the words, then whose, or where."""
    words = clean_line(" ".join(clipping.words.split()))
    who = getattr(getattr(clipping.item, "speaker", None), "name", None)
    tags = " ".join(f"#{tag}" for tag in clipping.tags)
    told = " · ".join(
        part for part in (words, who or clean_line(clipping.title), clipping.note, tags) if part
    )
    return told if clipping.start is not None else _("lost: {words}").format(words=told)
