"""The evidence of an article, in the order of the text: who said what, and every figure.

The pane may show less than there is, and then says so in its title; what is left out stays marked
in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from tui import parser
from tui.app.panes.card_list import CardList
from tui.app.panes.cards import card, clip
from tui.app.panes.marks import Marks
from tui.library.values import Signs
from tui.locale import N_, _, format_number
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from typing import ClassVar

    from textual.binding import BindingType

    from tui.app.panes.cards import Row
    from tui.app.panes.marks import Item
    from tui.parser import Article, Block

_NUMBERED = frozenset({"paragraph", "item", "quotation", "row"})
"""Blocks that count as paragraphs when one says where a passage stands."""


class Filter(NamedTuple):
    """Which items are shown."""

    kind: Literal["all", "quotes", "figures"] = "all"
    speaker: str | None = None
    """With quotes: only this person's."""

    def admits(self, item: Item) -> bool:
        """Tell whether an item is shown."""
        if isinstance(item, parser.Figure):
            return self.kind != "quotes"
        if self.kind == "figures":
            return False
        return self.speaker is None or (
            item.speaker is not None and item.speaker.name == self.speaker
        )

    def __str__(self) -> str:
        """Name it in the language of the interface."""
        names = {"all": _("All"), "quotes": _("Quotes"), "figures": _("Figures")}
        return self.speaker or names[self.kind]


class Evidence(CardList):
    """Quotes and figures, with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--inferred",
        "card--unnamed",
        "card--role",
        "card--reported",
        "card--place",
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Go to the passage"), id="evidence.choose"),
        Binding("f", "filter", N_("Filter"), id="evidence.filter"),
        Binding("escape", "close_filter", N_("Back"), show=False, id="evidence.close_filter"),
    ]

    class Highlighted(Message):
        """The cursor moved to an item."""

        def __init__(self, item: Item) -> None:
            self.item = item
            super().__init__()

    class Chosen(Message):
        """The reader wants to see the passage."""

        def __init__(self, item: Item) -> None:
            self.item = item
            super().__init__()

    class Filtered(Message):
        """Other items are shown than before."""

        def __init__(self, marks: Marks[Item]) -> None:
            self.marks = marks
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._article: Article | None = None
        self._paragraphs: list[Block] = []
        self.marks: Marks[Item] = Marks()
        """All that there is."""
        self._marks = self.marks
        """What of it is shown."""
        self._item: Item | None = None
        """What the cursor is on, also while the filter is being chosen."""
        self._signs = Signs()
        self._filter = Filter()
        self._choices: list[tuple[Filter, int]] = []
        """What can be chosen to be shown, while it is being chosen."""

    # -- values down

    def show(self, article: Article | None) -> None:
        """Show an article's evidence; None while it is still being looked for."""
        if article is None or self._article is None or article.text != self._article.text:
            self._filter = Filter()
            self._item = None
            self._signs = Signs()
        self._article = article
        self.marks = Marks((*article.quotes, *article.figures)) if article else Marks()
        blocks = article.document.blocks if article else ()
        self._paragraphs = [block for block in blocks if block.kind in _NUMBERED]
        self._choices = []
        self._show_items()

    def sign(self, signs: Signs) -> None:
        """Show what the reader has done with the items."""
        if signs != self._signs:
            self._signs = signs
            self.lay_out_anew()

    def select(self, item: Item | None) -> None:
        """Put the cursor on an item, where it is shown."""
        if self._choices:
            self.action_close_filter()
        self._item = item
        self.put_cursor(self._index(item))

    def follow(self, start: int, end: int) -> None:
        """Bring up the evidence of `text[start:end]`, which came on screen, unless in use."""
        items = self._marks.items
        if self.has_focus or self._choices or not items:
            return
        if self.cursor >= 0 and start <= items[self.cursor].start < end:
            self.put_cursor(self.cursor)
        else:
            self.bring_to_top(min(self._marks.first_from(start), len(items) - 1))

    # -- cards

    def draw_card(self, index: int, width: int, *, whole: bool) -> list[Row]:
        """Draw an item, or a choice of what is shown."""
        if self._choices:
            choice, count = self._choices[index]
            number = format_number(count)
            name = clip(str(choice), width - len(number) - 1)
            return [((name, "speaker"), (f" {number}", "fact"))]
        item = self._marks.items[index]
        assert self._article is not None  # noqa: S101 - items come from one
        kind = "figure" if isinstance(item, parser.Figure) else "quote"
        rows = card(
            item,
            self._article.text,
            self._paragraph(item),
            width,
            whole=whole,
            signs=self._signs.of(kind, item.start, item.end),
        )
        after = self._marks.items[index + 1 : index + 2]
        dense = isinstance(item, parser.Figure) and after and isinstance(after[0], parser.Figure)
        return rows if dense else [*rows, ()]

    def _paragraph(self, item: Item) -> int | None:
        """Count the paragraphs up to the one that holds an item; None in a heading."""
        number = bisect_right(self._paragraphs, item.start, key=lambda block: block.start)
        return number if number and item.start < self._paragraphs[number - 1].end else None

    def _index(self, item: Item | None) -> int:
        index = self._marks.index(item) if item is not None else None
        return -1 if index is None else index

    def moved(self, index: int) -> None:
        """Report the item under the cursor."""
        if not self._choices:
            self._item = self._marks.items[index]
            self.post_message(self.Highlighted(self._item))

    def chosen(self, index: int) -> None:
        """Report that the passage is wanted, or show what was chosen to be shown."""
        if self._choices:
            self._filter = self._choices[index][0]
            self._choices = []
            self._show_items()
        else:
            self.post_message(self.Chosen(self._marks.items[index]))

    # -- filter

    def action_filter(self) -> None:
        """Offer what can be shown: all, the quotes, the figures, the quotes of one speaker."""
        if self._article is None or self._choices:
            self.action_close_filter()
            return
        quotes, figures = self._article.quotes, self._article.figures
        speakers = Counter(quote.speaker.name for quote in quotes if quote.speaker)
        self._choices = [
            (Filter(), len(quotes) + len(figures)),
            (Filter("quotes"), len(quotes)),
            (Filter("figures"), len(figures)),
            *((Filter("quotes", name), count) for name, count in speakers.most_common()),
        ]
        self.border_title = Content(_("Show"))
        chosen = [choice for choice, _count in self._choices].index(self._filter)
        self.set_cards(len(self._choices), cursor=chosen)
        self.refresh_bindings()

    def action_close_filter(self) -> None:
        """Go on showing what was shown."""
        self._choices = []
        self._show_items()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that have something to do."""
        if action == "close_filter":
            return bool(self._choices)
        if action in ("choose", "filter"):
            return bool(self._article and (self._article.quotes or self._article.figures))
        return super().check_action(action, parameters)

    def _show_items(self) -> None:
        every = self.marks
        admits = self._filter.admits
        self._marks = every if self._filter == Filter() else Marks(filter(admits, every.items))
        self.border_title = Content(self._title(len(every.items)))
        hint = _("Nobody is quoted, nothing is counted.") if self._article else _("Reading…")
        self.set_cards(len(self._marks.items), cursor=self._index(self._item), hint=hint)
        self.post_message(self.Filtered(self._marks))
        self.refresh_bindings()

    def _title(self, total: int) -> str:
        if self._article is None:
            return _("Evidence")
        if self._filter == Filter():
            quotes, figures = len(self._article.quotes), len(self._article.figures)
            return (
                f"{_('Quotes')} {format_number(quotes)} · {_('Figures')} {format_number(figures)}"
            )
        return _("{filter}: {shown} of {total}").format(
            filter=clean_line(str(self._filter)),
            shown=format_number(len(self._marks.items)),
            total=format_number(total),
        )
