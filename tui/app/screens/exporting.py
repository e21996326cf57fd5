"""Evidence written to a file, and sentences chosen, in any article that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from tui import parser
from tui.app.screens.reading import ReadingScreen
from tui.locale import N_, _

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.app.exporting import Offer
    from tui.app.sentence import Sentence
    from tui.library.store import Kept
    from tui.parser import Figure, Quote


class Exporting(ReadingScreen):
    """A reading screen whose evidence can be written to a file, and whose sentences be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "export", N_("Export"), id="export"),
        Binding("v", "sentence(1)", N_("Choose a sentence"), show=False, id="sentence.next"),
        Binding("V", "sentence(-1)", N_("Sentence before"), show=False, id="sentence.previous"),
        Binding("plus", "stretch(1)", N_("One sentence more"), show=False, id="sentence.grow"),
        Binding("minus", "stretch(-1)", N_("One sentence less"), show=False, id="sentence.shrink"),
    ]

    sentence: Sentence | None = None
    """What is chosen of the text, by sentences; None while a quote or a figure is in hand."""

    # -- sentences

    def action_sentence(self, step: int) -> None:
        """Choose the sentence in hand or at the top of the screen; then the next, the previous."""
        if self.shown is None:
            return
        if self.sentence is None:
            from tui.app.sentence import Sentence  # noqa: PLC0415 - seldom asked for

            at = self.selected.start if self.selected else self.reader.position
            chosen = Sentence.at(self.shown.document, at)
        else:
            chosen = self.sentence.moved(step)
        self._choose(chosen)

    def action_stretch(self, step: int) -> None:
        """Take one sentence more, or one less."""
        if self.sentence is not None:
            self._choose(self.sentence.grown() if step > 0 else self.sentence.shrunk())

    def _choose(self, sentence: Sentence | None) -> None:
        if sentence is not None:
            self.drop()
            self.sentence = sentence
            self.reader.select(sentence)
            self.refresh_bindings()

    def take(self, item: Quote | Figure) -> None:
        """Have a quote or a figure in hand, and no sentence."""
        self.sentence = None
        super().take(item)

    def draw(self, kept: Kept) -> None:
        """Begin another text with nothing chosen of it."""
        self.sentence = None
        super().draw(kept)

    def action_back(self) -> None:
        """Leave what is chosen of the text first."""
        if self.sentence is None:
            super().action_back()
        else:
            self.sentence = None
            self.reader.select(None)
            self.refresh_bindings()

    def action_copy(self) -> None:
        """Copy what is chosen of the text with its citation."""
        if self.sentence is None or self.shown is None:
            super().action_copy()
        else:
            from tui.output.citation import cite  # noqa: PLC0415 - seldom asked for

            document = self.shown.document
            chosen = parser.Span.of(document.text, self.sentence.start, self.sentence.end)
            self.copy(cite(chosen, document, self.shown.origin))

    # -- export

    @work(group="export", exclusive=True)
    async def action_export(self) -> None:
        """Ask what is to be written, and write it."""
        from tui.app.exporting import export  # noqa: PLC0415 - seldom asked for

        await export(self.app, self.shelf, self.offers())

    def offers(self) -> list[Offer]:
        """Give what can be written from here."""
        from tui.app.exporting import Offer  # noqa: PLC0415 - seldom asked for
        from tui.library import cited  # noqa: PLC0415

        shown, item, sentence = self.shown, self.selected, self.sentence
        found: list[Offer] = []
        if shown is None:
            return found
        name, id = shown.document.title, shown.id  # noqa: A001 - as in the store
        if item is not None:
            what = _("This quote") if isinstance(item, parser.Quote) else _("This figure")
            found.append(Offer(what, name, lambda store: cited.at(store, id, item.start, item.end)))
        if sentence is not None:
            start, end = sentence.start, sentence.end
            stretch = Offer(
                _("This sentence"), name, lambda store: [cited.stretch(store, id, start, end)]
            )
            found.append(stretch)
        if (article := shown.article) is not None:
            from tui.output.html import as_html  # noqa: PLC0415 - seldom asked for

            every = Offer(
                _("The evidence of this article"), name, lambda store: cited.all_of(store, id)
            )
            page = Offer(
                _("This article as a page"), name, page=lambda: as_html(article, shown.origin)
            )
            found += [every, page]
        return found

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what applies now."""
        match action:
            case "export":
                return bool(self.shown)
            case "sentence":
                return self.shown is not None and self.pane == "reader"
            case "stretch":
                return self.sentence is not None
        return super().check_action(action, parameters)
