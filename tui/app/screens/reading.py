"""Reading: the list, the article and its evidence side by side, and what passes between them.

The screen alone knows its panes. Whatever takes time runs in a worker that posts a frozen value;
what comes back for an article that is no longer wanted is dropped.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.worker import WorkerState, get_current_worker

from tui.app.browser import host_of, open_link
from tui.app.loading import Batch, load_into, load_pasted
from tui.app.panes.article_list import ArticleList
from tui.app.panes.evidence import Evidence
from tui.app.panes.key_line import KeyLine
from tui.app.panes.reader import Reader
from tui.app.parsing import ParseOrder
from tui.app.screens.three_panes import ThreePanes
from tui.library.store import Listing
from tui.locale import N_, _, format_number, ngettext
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.worker import Worker

    from tui.app.panes.finder import Finder
    from tui.library.store import Kept, Row, Store
    from tui.parser import Article, Figure, Quote

PREVIEW_DELAY = 0.12
"""Seconds that the cursor rests on an article before the reader shows it."""

QUIET = 0.15
"""Seconds since the last key before articles in the background are parsed: keys come first."""

PROBLEMS_SHOWN = 4
"""Lines of what could not be read; of more, only how many."""


class ReadingScreen(ThreePanes):
    """The list, the text and the evidence, joined."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", N_("Find"), id="find"),
        Binding("y", "copy", N_("Copy"), id="copy"),
        Binding("o", "open_link", N_("Open link"), id="article.link"),
        Binding("x", "toggle_read", N_("Read/unread"), id="article.read"),
        Binding("J", "turn(1)", N_("Next article"), show=False, id="article.next"),
        Binding("K", "turn(-1)", N_("Previous article"), show=False, id="article.previous"),
        Binding("question_mark", "help", N_("Help"), id="help"),
    ]

    class Loaded(Message):
        """Articles came into the store."""

        def __init__(self, batch: Batch, *, opened: bool = False) -> None:
            self.batch = batch
            self.opened = opened
            """Whether the reader asked for just this one."""
            super().__init__()

    class Finished(Message):
        """All that was asked for is loaded."""

    class Fetched(Message):
        """An article came out of the store."""

        def __init__(self, kept: Kept) -> None:
            self.kept = kept
            super().__init__()

    class Parsed(Message):
        """An article's evidence was found."""

        def __init__(self, id: int, article: Article) -> None:  # noqa: A002 - as in the store
            self.id = id
            self.article = article
            super().__init__()

    class Marked(Message):
        """The state of articles changed in the store."""

    def __init__(self, store: Store, paths: Sequence[str] = ()) -> None:
        super().__init__()
        self._store = store
        self._paths = paths
        self._listing = Listing()
        self._order = ParseOrder()
        self._parsing: int | None = None
        self._shown: Kept | None = None
        self._wanted: int | None = None
        """The article last asked for; whatever else arrives is late."""
        self._selected: Quote | Figure | None = None
        self._problems: list[str] = []
        self._rest: Timer | None = None
        self._quiet: Timer | None = None
        self._last_key = 0.0
        self._finder: Finder | None = None
        self._search = ""
        """What is looked for in the text, and which match of how many one is on."""
        self._position = 0
        self._percent = 0

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        with Horizontal():
            yield ArticleList(id="articles")
            with Vertical(id="reading"):
                yield Reader(id="reader")
            yield Evidence(id="evidence")
        yield KeyLine()

    def on_mount(self) -> None:
        """Start loading once the empty panes are drawn."""
        self.articles.border_title = _("Articles")
        self.articles.show(self._rows, 0)
        self.call_after_refresh(self._load)

    def on_unmount(self) -> None:
        """Remember how far the reader has come."""
        self._keep_position()

    @property
    def articles(self) -> ArticleList:
        """The list."""
        return self.query_one("#articles", ArticleList)

    @property
    def reader(self) -> Reader:
        """The text."""
        return self.query_one("#reader", Reader)

    @property
    def evidence(self) -> Evidence:
        """The quotes and figures."""
        return self.query_one("#evidence", Evidence)

    def _rows(self, offset: int, limit: int) -> Sequence[Row]:
        return self._store.rows(self._listing, offset, limit)

    # -- articles come in

    @work(thread=True, group="load")
    def _load(self) -> None:
        worker = get_current_worker()
        for batch in load_into(self._store, self._paths):
            if worker.is_cancelled:
                return
            self.post_message(self.Loaded(batch))
        self.post_message(self.Finished())

    @work(thread=True, group="load")
    def _load_pasted(self, text: str) -> None:
        self.post_message(self.Loaded(load_pasted(self._store, text), opened=True))

    def on_article_list_pasted(self, event: ArticleList.Pasted) -> None:
        """Open pasted text as an article."""
        self._load_pasted(event.text)

    def on_reading_screen_loaded(self, event: Loaded) -> None:
        """List what came, and show the first of it."""
        batch = event.batch
        self._problems += batch.problems
        if batch.articles:
            count = self._store.count(self._listing)
            self.articles.set_count(count)
            self.articles.border_subtitle = format_number(count)
            if event.opened:
                self._open(batch.articles[0])
                self._follow()
            elif self._wanted is None:
                self._show(batch.articles[0])

    def on_reading_screen_finished(self) -> None:
        """Say what could not be read; open an article that came alone."""
        count = self._store.count(self._listing)
        hint = _("newsreader FILE or FOLDER opens yours.\nText pasted here opens too.")
        self.articles.set_hint("" if self._paths and count else hint)
        if self._paths and count == 1 and self._wanted is not None:
            self._open(self._wanted)
            self.action_go_to("reader")
        if self._problems:
            self._say_problems(self._problems)

    def _follow(self) -> None:
        """Put the list's cursor on the article that is wanted."""
        if self._wanted is not None:
            here = self._store.index_of(self._listing, self._wanted)
            if here is not None:
                self.articles.highlight(here)

    def _say_problems(self, problems: Sequence[str]) -> None:
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
        self._rest = self.set_timer(PREVIEW_DELAY, lambda: self._show(event.article))

    def on_article_list_opened(self, event: ArticleList.Opened) -> None:
        """Read the article."""
        self._open(event.article)
        self.action_go_to("reader")

    def _open(self, article: int) -> None:
        """Show an article and take it as read."""
        if self._rest is not None:
            self._rest.stop()
        self._mark_read([article], read=True)
        self._show(article)

    def _show(self, article: int) -> None:
        if article == self._wanted:
            return
        self._keep_position()
        self._wanted = article
        self._fetch(article)

    @work(thread=True, group="fetch", exclusive=True)
    def _fetch(self, article: int) -> None:
        if (kept := self._store.get(article)) is not None:
            self.post_message(self.Fetched(kept))

    def on_reading_screen_fetched(self, event: Fetched) -> None:
        """Draw the text at once; its evidence may follow."""
        kept = event.kept
        if kept.id != self._wanted:
            return
        self._shown = kept
        self._selected = None
        self._position = kept.position
        self.reader.show(kept.document, at=kept.position)
        self.query_one("#reading").border_title = Content(clean_line(kept.document.title))
        self.evidence.show(kept.article)
        self.articles.set_shown(kept.id)
        if kept.article is None:
            self._order.read(kept.id)
            self._parse_next()
        else:
            self.reader.set_evidence(kept.article)
        self.refresh_bindings()

    def _keep_position(self) -> None:
        if self._shown is not None:
            self._store.set_position(self._shown.id, self._position)

    @work(thread=True, group="state")
    def _mark_read(self, articles: Sequence[int], *, read: bool) -> None:
        self._store.set_read(articles, read)
        self.post_message(self.Marked())

    def on_reading_screen_marked(self) -> None:
        """Draw the new state."""
        self.articles.update_rows()

    # -- evidence is found, one article at a time

    def on_article_list_viewed(self, event: ArticleList.Viewed) -> None:
        """Look for evidence in the articles on screen."""
        self._order.view(row.id for row in event.rows if row.quotes is None)
        self._parse_next()

    def _parse_next(self) -> None:
        """Parse the next article, but let go while keys come, unless somebody waits to read it."""
        if self._parsing is not None:
            return
        if self._quiet is not None:
            self._quiet.stop()
        quiet = time.monotonic() - self._last_key
        if quiet < QUIET and not self._order.urgent:
            self._quiet = self.set_timer(QUIET - quiet, self._parse_next)
            return
        self._parsing = self._order.take()
        if self._parsing is not None:
            self._parse(self._parsing)

    @work(thread=True, group="parse", exit_on_error=False)
    def _parse(self, id: int) -> None:  # noqa: A002 - as in the store
        from tui.parser import parse  # noqa: PLC0415 - its word lists are not for the start

        kept = self._store.get(id)
        if kept is None:
            return
        article = kept.article or parse(kept.document)
        if kept.article is None:
            self._store.put_evidence(id, article)
        self.post_message(self.Parsed(id, article))

    def on_reading_screen_parsed(self, event: Parsed) -> None:
        """Mark the evidence in the text and count it in the list."""
        self.articles.update_rows()
        if self._shown is not None and event.id == self._shown.id:
            self.reader.set_evidence(event.article)
            self.evidence.show(event.article)
            self.refresh_bindings()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Go on with the next article, also after one that the parser fails on."""
        if event.worker.group != "parse" or not event.worker.is_finished:
            return
        if event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self.notify(
                _("The evidence of an article could not be read."), severity="error", markup=False
            )
        self._parsing = None
        self._parse_next()

    # -- text and evidence together

    def on_reader_moved(self, event: Reader.Moved) -> None:
        """Say how far the reader has come."""
        self.evidence.follow(event.offset, event.end)
        self._position = event.offset
        self._percent = event.percent
        self._say_place()

    def on_reader_chosen(self, event: Reader.Chosen) -> None:
        """Show the card of what was chosen in the text."""
        self._take(event.item)
        self.evidence.select(event.item)

    def on_evidence_highlighted(self, event: Evidence.Highlighted) -> None:
        """Show in the text what the cursor is on."""
        self._take(event.item)
        self.reader.select(event.item)

    def on_evidence_chosen(self, event: Evidence.Chosen) -> None:
        """Go to the passage."""
        self.on_evidence_highlighted(Evidence.Highlighted(event.item))
        self.action_go_to("reader")

    def on_evidence_filtered(self, event: Evidence.Filtered) -> None:
        """Have the keys that go along the evidence stop at what is listed."""
        self.reader.walk(event.items)

    def _take(self, item: Quote | Figure) -> None:
        self._selected = item
        self.refresh_bindings()

    def _say_place(self) -> None:
        place = _("{percent}%").format(percent=format_number(self._percent))
        self.query_one("#reading").border_subtitle = Content(
            " · ".join(part for part in (self._search, place) if part)
        )

    # -- find

    async def action_find(self) -> None:
        """Open the bar to find by."""
        from tui.app.panes.finder import Finder  # noqa: PLC0415 - Textual's Input is slow to load

        self.show_pane("reader")
        if self._finder is None:
            self._finder = Finder(id="finder")
            await self.query_one("#reading").mount(self._finder)
        self._finder.open()

    def on_finder_changed(self, event: Finder.Changed) -> None:
        """Find as it is typed."""
        self.reader.find(event.query)

    def on_finder_stepped(self, event: Finder.Stepped) -> None:
        """Go along the matches."""
        self.reader.action_match(event.step)

    def on_finder_accepted(self) -> None:
        """Stay where the match is."""
        self.reader.keep_find()
        self.reader.focus()

    def on_finder_dismissed(self) -> None:
        """Go back to where the search began."""
        self.reader.find("")
        self.reader.focus()

    def on_reader_found(self, event: Reader.Found) -> None:
        """Say which match of how many the text is on."""
        if self._finder is not None:
            self._finder.show_count(event.number, event.total)
        self._search = (
            f"/{event.query} {format_number(event.number)}/{format_number(event.total)}"
            if event.total
            else ""
        )
        self._say_place()

    def on_key(self) -> None:
        """Note when the reader is at the keys."""
        self._last_key = time.monotonic()

    # -- actions on an article

    def action_turn(self, step: int) -> None:
        """Read the next or the previous article; the focus stays where it is."""
        if self._wanted is None:
            return
        here = self._store.index_of(self._listing, self._wanted)
        rows = self._rows(here + step, 1) if here is not None and here + step >= 0 else ()
        if rows:
            self._open(rows[0].id)
            self._follow()

    def action_toggle_read(self) -> None:
        """Take the article as read, or as unread again."""
        row = self._row_meant()
        if row is not None:
            self._mark_read([row.id], read=row.unread)

    def _row_meant(self) -> Row | None:
        """Give the row under the cursor in the list, elsewhere that of the article on show."""
        if self.pane == "articles" or self._shown is None:
            return self.articles.highlighted
        here = self._store.index_of(self._listing, self._shown.id)
        rows = self._rows(here, 1) if here is not None else ()
        return rows[0] if rows else None

    def action_copy(self) -> None:
        """Copy the quote or figure in hand with its citation, or else the text that is marked."""
        if self._selected is not None and self._shown is not None:
            from tui.output.citation import cite  # noqa: PLC0415 - seldom asked for

            text = cite(self._selected, self._shown.document, self._shown.origin)
        else:
            text = self.get_selected_text() or ""
        if text:
            self.app.copy_to_clipboard(text)
            self.notify(
                _("Sent to the terminal's clipboard: {text}").format(text=text), markup=False
            )
        else:
            self.notify(_("Choose a quote or a figure first, with ] or in the evidence."))

    @work(group="link", exclusive=True)
    async def action_open_link(self) -> None:
        """Show where the article's link leads, and open it if the reader agrees."""
        url = self._link
        if url is None:
            return
        from tui.app.screens.confirm import Confirm  # noqa: PLC0415 - seldom asked for

        question = _("Open {host} in the browser?").format(host=host_of(url))
        if await self.app.push_screen_wait(Confirm(question, url)) and not open_link(url):
            self.notify(_("No browser was found."), severity="warning")

    @property
    def _link(self) -> str | None:
        """The address of the article on show, where it has one that may be opened."""
        url = self._shown.document.url if self._shown is not None else None
        return url if url is not None and host_of(url) is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what applies now."""
        match action:
            case "open_link":
                return self._link is not None
            case "copy" | "find" | "zoom":
                return self._shown is not None
            case "turn" | "toggle_read":
                return self._wanted is not None
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show the keys that apply."""
        from tui.app.screens.help import Help  # noqa: PLC0415 - seldom asked for

        self.app.push_screen(Help.of(self))
