"""Reading: the list, the article and its evidence side by side, and what passes between them.

The screen alone knows its panes. Whatever takes time is awaited in a worker, so that keys go first;
what comes back for an article that is no longer wanted is dropped.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tui.app.browser import host_of, open_link
from tui.app.panes.evidence import Evidence
from tui.app.panes.key_line import KeyLine
from tui.app.parsing import ParseOrder, find_evidence
from tui.app.screens.finding import Finding
from tui.library.errors import LibraryError
from tui.library.rows import Listing
from tui.locale import N_, _, format_number, ngettext
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

    from tui.app.panes.article_list import ArticleList
    from tui.app.panes.reader import Reader
    from tui.app.screens.three_panes import PaneName
    from tui.app.shelf import Shelf
    from tui.app.sought import Sought
    from tui.library.store import Kept, Near, Row, Store
    from tui.parser import Article, Figure, Quote

T = TypeVar("T")

PREVIEW_DELAY = 0.12
"""Seconds that the cursor rests on an article before the reader shows it."""

FOLLOW_DELAY = 0.05
"""Seconds after which the panes around the text follow it: the text itself is drawn first."""

QUIET = 0.15
"""Seconds since the last key before articles in the background are parsed: keys come first."""

PROBLEMS_SHOWN = 4
"""Lines of what could not be read; of more, only how many."""


class ReadingScreen(Finding):
    """The list, the text and the evidence, joined."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", N_("Copy"), id="copy"),
        Binding("o", "open_link", N_("Open link"), id="article.link"),
        Binding("x", "toggle_read", N_("Read/unread"), id="article.read"),
        Binding("J", "turn(1)", N_("Next article"), show=False, id="article.next"),
        Binding("K", "turn(-1)", N_("Previous article"), show=False, id="article.previous"),
        Binding("question_mark", "help", N_("Help"), id="help"),
    ]

    def __init__(self, shelf: Shelf, articles: ArticleList) -> None:
        super().__init__()
        self.shelf = shelf
        self.articles = articles
        self.evidence = Evidence(id="evidence")
        self.listing = Listing()
        self.shown: Kept | None = None
        self._order = ParseOrder()
        self._parsing = False
        self._wanted: int | None = None
        """The article last asked for; whatever else arrives is late."""
        self.selected: Quote | Figure | None = None
        """The quote or figure in hand."""
        self._rest: Timer | None = None
        self._quiet: Timer | None = None
        self._last_key = 0.0
        self._position = self._noted = 0
        """Where the text on screen begins, and what of that the store knows."""
        self._moved: Reader.Moved | None = None
        """Where the text was moved to last."""
        self._following: Timer | None = None
        self.marks = ""
        """What the reader has made of the article, in signs; shown below the text."""
        self._sought: Sought | None = None
        self._told: str | None = None
        """The fault of the library that was told of last."""

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        with Horizontal():
            with Vertical(id="lists"):
                yield from self.compose_lists()
            with self.frame:
                yield self.reader
            yield self.evidence
        yield KeyLine()

    def compose_lists(self) -> ComposeResult:
        """Make the list of articles, and what stands above it."""
        yield self.articles

    def on_mount(self) -> None:
        """Draw what is there at once."""
        self.begin()

    def begin(self) -> None:
        """Show the list as it is at the start: empty."""
        self.articles.border_title = _("Articles")
        self.articles.show(self.rows, 0)

    def on_unmount(self) -> None:
        """Remember how far the reader has come."""
        self.keep_position()

    def widget_of(self, pane: PaneName) -> Widget:
        """Give the widget that is a pane."""
        return {"articles": self.articles, "reader": self.reader}.get(pane, self.evidence)

    @property
    def wanted(self) -> int | None:
        """The article that is on show, or about to be."""
        return self._wanted

    # -- the library is asked

    async def ask(self, question: Callable[[Store], T]) -> T | None:
        """Ask what may take longer than a frame; None where the library fails, which is said."""
        try:
            return await self.shelf.ask(question)
        except LibraryError as error:
            self.say_fault(error)
        return None

    async def change(self, change: Callable[[Store], T]) -> T | None:
        """Have the store changed; None where the library fails, which is said."""
        try:
            return await self.shelf.change(change)
        except LibraryError as error:
            self.say_fault(error)
        return None

    def rows(self, offset: int, limit: int, near: Near | None = None) -> Sequence[Row]:
        """Give a page of the list."""
        try:
            return self.shelf.store.rows(self.listing, offset, limit, near)
        except LibraryError as error:
            self.say_fault(error)
        return ()

    def say_fault(self, error: LibraryError) -> None:
        """Say what is wrong with the library, once as long as it is the same."""
        if str(error) != self._told:
            self._told = str(error)
            self.notify(str(error), severity="error", markup=False)

    def say_problems(self, problems: Sequence[str]) -> None:
        """Say what could not be read."""
        lines = list(problems[:PROBLEMS_SHOWN])
        if more := len(problems) - len(lines):
            lines.append(
                ngettext("and {count} more", "and {count} more", more).format(
                    count=format_number(more)
                )
            )
        self.notify("\n".join(lines), severity="warning", markup=False)

    # -- an article is shown

    def on_article_list_highlighted(self, event: ArticleList.Highlighted) -> None:
        """Show the article under the cursor once it rests there."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(PREVIEW_DELAY, lambda: self.show(event.article))

    def on_article_list_opened(self, event: ArticleList.Opened) -> None:
        """Read the article."""
        self.open(event.article)
        self.action_go_to("reader")

    def open(self, article: int) -> None:
        """Show an article and take it as read."""
        if self._rest is not None:
            self._rest.stop()
        if not self.shelf.store.read_only:
            self._take_as_read(article)
        self.show(article)

    def show(self, article: int) -> None:
        """Show an article."""
        if article == self._wanted:
            return
        self.keep_position()
        self._wanted = article
        self._fetch(article)

    @work(group="fetch", exclusive=True)
    async def _fetch(self, article: int) -> None:
        kept = await self.ask(lambda store: store.get(article))
        if kept is not None and kept.id == self._wanted:
            self.draw(kept)

    def draw(self, kept: Kept) -> None:
        """Draw the text at once; its evidence may follow."""
        self.shown = kept
        self.selected = None
        self._position = self._noted = kept.position
        self.reader.show(kept.document, at=kept.position)
        self.frame.border_title = Content(clean_line(kept.document.title))
        self.evidence.show(kept.article)
        self.articles.set_shown(kept.id)
        if kept.article is None:
            self._order.read(kept.id)
            self.parse_next()
        else:
            self.reader.set_evidence(self.evidence.marks)
        self._go_to_sought()
        self.refresh_bindings()

    def open_at(self, sought: Sought) -> None:
        """Open an article at what was found in it elsewhere."""
        self._sought = sought
        self.open(sought.article)
        self._go_to_sought()
        self.follow()
        self.action_go_to("reader")

    def seek(self, sought: Sought) -> None:
        """Go to a place once its article is drawn anew."""
        self._sought = sought

    def _go_to_sought(self) -> None:
        """Go to what was found, once the article is on show."""
        sought, shown = self._sought, self.shown
        if sought is None or shown is None or shown.id != sought.article:
            return
        self._sought = None
        self.reader.show_matches(sought.label, sought.matches(shown.document.text))
        if (item := sought.item(shown.article)) is not None:
            self.take(item)
            self.reader.select(item)
            self.evidence.select(item)
        elif sought.place is not None:
            self.reader.reveal(*sought.place)

    def fetch_again(self) -> None:
        """Show the article anew, which has perhaps become another."""
        if self._wanted is not None:
            self.keep_position()
            self._fetch(self._wanted)

    def keep_position(self) -> None:
        """Remember how far the reader has come in the article on show."""
        if self.shown is not None and self._position != self._noted:
            id, position = self.shown.id, self._position  # noqa: A001 - as in the store
            self._noted = position
            self.shelf.change_quietly(lambda store: store.set_position(id, position))

    @work(group="state")
    async def _take_as_read(self, article: int) -> None:
        if await self.change(lambda store: store.set_read([article], undoable=False)):
            self.state_changed()

    def state_changed(self) -> None:
        """Draw the new state of articles."""
        self.articles.update_rows()

    def follow(self) -> None:
        """Put the list's cursor on the article that is wanted."""
        here = self.place_of(self._wanted)
        if here is not None:
            self.articles.highlight(here)

    def place_of(self, article: int | None) -> int | None:
        """Give the place of an article in the list; None where it is not in it."""
        if article is None:
            return None
        try:
            return self.shelf.store.index_of(self.listing, article)
        except LibraryError as error:
            self.say_fault(error)
        return None

    # -- evidence is found, one article at a time

    def on_article_list_viewed(self, event: ArticleList.Viewed) -> None:
        """Look for evidence in the articles on screen."""
        self._order.view(row.id for row in event.rows if row.quotes is None)
        self.parse_next()

    def parse_next(self) -> None:
        """Parse the next article, but let go while keys come, unless somebody waits to read it."""
        if self._parsing or not self.is_running:
            return
        if self._quiet is not None:
            self._quiet.stop()
        quiet = time.monotonic() - self._last_key
        if quiet < QUIET and not self._order.urgent:
            self._quiet = self.set_timer(QUIET - quiet, self.parse_next)
        elif (article := self._order.take()) is not None:
            self._parsing = True
            self._parse(article)
        else:
            self.nothing_to_parse()

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for the evidence of what they read."""
        return self._order.urgent

    def nothing_to_parse(self) -> None:
        """Hear that all that was asked for is parsed."""

    @work(group="parse")
    async def _parse(self, id: int) -> None:  # noqa: A002 - as in the store
        kept = await self.ask(lambda store: store.get(id))
        article = None
        if kept is not None:
            article = kept.article or await self._evidence_of(kept)
        if article is None:
            self._order.fail(id)
        else:
            self._parsed(id, article)
        self._parsing = False
        self.parse_next()

    async def _evidence_of(self, kept: Kept) -> Article | None:
        try:
            article = await find_evidence(kept.document)
        except Exception as error:  # noqa: BLE001 - a fault costs one article's evidence
            self.log.error(error)  # noqa: TRY400 - Textual's log has no traceback
            self.notify(
                _("The evidence of an article could not be read."), severity="error", markup=False
            )
            return None
        if self.shelf.store.read_only:
            return article
        await self.ask(lambda store: store.put_evidence(kept.id, article))
        stored = await self.ask(lambda store: store.get(kept.id))  # with what the reader put right
        return stored.article if stored is not None and stored.article is not None else article

    def _parsed(self, id: int, article: Article) -> None:  # noqa: A002 - as in the store
        """Mark the evidence in the text and count it in the list."""
        self.articles.update_rows()
        if self.shown is not None and id == self.shown.id:
            self.shown = self.shown._replace(article=article)
            self.evidence.show(article)
            self.reader.set_evidence(self.evidence.marks)
            self.refresh_bindings()

    # -- text and evidence together

    def on_reader_moved(self, event: Reader.Moved) -> None:
        """Note how far the reader has come; the panes around the text may follow it."""
        self._position = event.offset
        self._moved = event
        if self._following is None:
            self._following = self.set_timer(FOLLOW_DELAY, self._follow_text)

    def _follow_text(self) -> None:
        """Bring up the evidence of what is on screen, and say where that is."""
        self._following = None
        if self._moved is not None:
            self.evidence.follow(self._moved.offset, self._moved.end)
            self.say_place()

    def on_reader_chosen(self, event: Reader.Chosen) -> None:
        """Show the card of what was chosen in the text."""
        self.take(event.item)
        self.evidence.select(event.item)

    def on_evidence_highlighted(self, event: Evidence.Highlighted) -> None:
        """Show in the text what the cursor is on."""
        self.take(event.item)
        self.reader.select(event.item)

    def on_evidence_chosen(self, event: Evidence.Chosen) -> None:
        """Go to the passage."""
        self.on_evidence_highlighted(Evidence.Highlighted(event.item))
        self.action_go_to("reader")

    def on_evidence_filtered(self, event: Evidence.Filtered) -> None:
        """Have the keys that go along the evidence stop at what is listed."""
        self.reader.walk(event.marks)

    def take(self, item: Quote | Figure) -> None:
        """Have a quote or a figure in hand: what is copied, kept or put right."""
        before, self.selected = self.selected, item
        if before is None:  # with one in hand already, the keys that apply are the same
            self.refresh_bindings()

    def drop(self) -> None:
        """Have nothing in hand."""
        self.selected = None

    def say_place(self) -> None:
        """Say how far the reader has come, and what is looked for."""
        place = _("{percent}%").format(percent=format_number(self.reader.percent))
        place = " · ".join(part for part in (self.match_place, self.marks, place) if part)
        self.frame.say(place)

    def on_key(self) -> None:
        """Note when the reader is at the keys."""
        self._last_key = time.monotonic()

    # -- actions on an article

    def action_turn(self, step: int) -> None:
        """Read the next or the previous article; the focus stays where it is."""
        here = self.articles.index_of(self._wanted)
        if here is None:
            here = self.place_of(self._wanted)
        if here is None:  # it has left the list, and the cursor is on the one that followed
            here = self.articles.cursor - (step > 0)
        if (row := self.articles.row(here + step)) is not None:
            self.open(row.id)
            self.articles.highlight(here + step)

    @work(group="state")
    async def action_toggle_read(self) -> None:
        """Take the article as read, or as unread again."""
        if (row := self.row_meant()) is not None:
            await self.change(lambda store: store.set_read([row.id], row.unread))
            self.state_changed()

    def row_meant(self) -> Row | None:
        """Give the row under the cursor in the list, elsewhere that of the article on show."""
        if self.pane == "articles" or self.shown is None:
            return self.articles.highlighted
        try:
            return self.shelf.store.row(self.shown.id)
        except LibraryError as error:
            self.say_fault(error)
        return None

    def action_copy(self) -> None:
        """Copy the quote or figure in hand with its citation, or else the text that is marked."""
        if self.selected is not None and self.shown is not None:
            from tui.output.citation import cite  # noqa: PLC0415 - seldom asked for

            text = cite(self.selected, self.shown.document, self.shown.origin)
        else:
            text = self.get_selected_text() or ""
        if text:
            self.copy(text)
        else:
            self.notify(_("Choose a quote or a figure first, with ] or in the evidence."))

    def copy(self, text: str) -> None:
        """Send words to the terminal's clipboard, and say so."""
        self.app.copy_to_clipboard(text)
        self.notify(_("Sent to the terminal's clipboard: {text}").format(text=text), markup=False)

    @work(group="link", exclusive=True)
    async def action_open_link(self) -> None:
        """Show where the article's links lead, and open the one that the reader chooses."""
        from tui.app.screens.links import choose_link  # noqa: PLC0415 - seldom asked for

        if self.shown is None:
            return
        url = await choose_link(self.app, self.shown.document)
        if url is not None and not open_link(url):
            self.notify(_("No browser was found."), severity="warning")

    @property
    def _has_links(self) -> bool:
        """Whether the article on show, or a word of its text, has an address to be opened."""
        document = self.shown.document if self.shown is not None else None
        return document is not None and (
            (document.url is not None and host_of(document.url) is not None)
            or self.reader.has_links
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what applies now."""
        match action:
            case "open_link":
                return self._has_links
            case "copy":
                return self.selected is not None or self.pane != "articles"
            case "find" | "zoom":
                return self.shown is not None
            case "turn" | "toggle_read":
                return self._wanted is not None
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show the keys that apply."""
        from tui.app.screens.help import Help  # noqa: PLC0415 - seldom asked for

        self.app.push_screen(Help.of(self))
