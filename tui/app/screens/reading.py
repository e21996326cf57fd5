"""Reading: the list, the article and its evidence side by side, and what passes between them.

The screen alone knows its panes. Whatever takes time runs in a worker that posts a frozen value;
what comes back for an article that is no longer wanted is dropped.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import on, work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.worker import WorkerState, get_current_worker

from tui.app.browser import host_of, open_link
from tui.app.panes.article_list import ArticleList
from tui.app.panes.evidence import Evidence
from tui.app.panes.finder import Finder
from tui.app.panes.key_line import KeyLine
from tui.app.panes.reader import Reader
from tui.app.parsing import ParseOrder
from tui.library.store import Listing
from tui.locale import N_, _, format_number, ngettext
from tui.text.clean import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.worker import Worker

    from tui.library.store import Kept, Row, Store
    from tui.parser import Article, Document, Figure, Quote

PaneName = Literal["articles", "reader", "evidence"]
PANES: tuple[PaneName, ...] = ("articles", "reader", "evidence")

PREVIEW_DELAY = 0.12
"""Seconds that the cursor rests on an article before the reader shows it."""

QUIET = 0.15
"""Seconds since the last key before articles in the background are parsed: keys come first."""

BATCH = 50
"""Articles added at once, and seconds between two additions: what is there is shown early."""
BATCH_SECONDS = 0.2

PROBLEMS_SHOWN = 4
"""Lines of what could not be read; of more, only how many."""


class ReadingScreen(Screen[None], inherit_bindings=False):
    """Three panes, joined."""

    AUTO_FOCUS = "#articles"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", N_("Find"), id="find"),
        Binding("3,quotation_mark", "go_to('evidence')", N_("Evidence"), id="go.evidence"),
        Binding("y", "copy", N_("Copy"), id="copy"),
        Binding("o", "open_link", N_("Open link"), id="article.link"),
        Binding("x", "toggle_read", N_("Read/unread"), id="article.read"),
        Binding("question_mark", "help", N_("Help"), id="help"),
        Binding("q,escape", "back", N_("Back"), id="back"),
        Binding("q", "leave", N_("Quit"), id="leave"),
        Binding("J", "turn(1)", N_("Next article"), show=False, id="article.next"),
        Binding("K", "turn(-1)", N_("Previous article"), show=False, id="article.previous"),
        Binding("z", "zoom", N_("Reading alone"), show=False, id="zoom"),
        Binding("1,ampersand", "go_to('articles')", N_("Articles"), show=False, id="go.articles"),
        Binding("2,é", "go_to('reader')", N_("Text"), show=False, id="go.reader"),
        Binding("tab,l,right", "go(1)", N_("Next pane"), show=False, id="go.next"),
        Binding("shift+tab,h,left", "go(-1)", N_("Previous pane"), show=False, id="go.previous"),
        Binding("ctrl+c,super+c", "copy_text", N_("Copy marked text"), show=False, id="copy.text"),
    ]

    class Arrived(Message):
        """Articles were added to the store."""

        def __init__(self, articles: Sequence[int]) -> None:
            self.articles = articles
            super().__init__()

    class Finished(Message):
        """All that was asked for is loaded, but for what these lines say."""

        def __init__(self, problems: Sequence[str]) -> None:
            self.problems = problems
            super().__init__()

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
        self._pane: PaneName = "articles"
        self._zoomed = False
        self._rest: Timer | None = None
        self._quiet: Timer | None = None
        self._last_key = 0.0
        self._position = 0

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        with Horizontal():
            yield ArticleList(id="articles")
            with Vertical(id="reading"):
                yield Reader(id="reader")
                yield Finder(id="finder")
            yield Evidence(id="evidence")
        yield KeyLine()

    def on_mount(self) -> None:
        """Start loading once the empty panes are drawn."""
        self._arrange("articles")
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

    @property
    def finder(self) -> Finder:
        """The bar to find by."""
        return self.query_one("#finder", Finder)

    def _rows(self, offset: int, limit: int) -> Sequence[Row]:
        return self._store.rows(self._listing, offset, limit)

    # -- articles come in

    @work(thread=True, group="load")
    def _load(self) -> None:
        from tui.sources.files import SourceError, load, samples  # noqa: PLC0415 - after first paint

        worker = get_current_worker()
        problems: list[str] = []
        batch: list[tuple[Document, str]] = []
        due = 0.0  # the first article is shown at once

        for loaded in load(self._paths or samples()):
            if worker.is_cancelled:
                return
            if isinstance(loaded, SourceError):
                problems.append(str(loaded))
                continue
            batch.append((loaded.document, loaded.origin))
            if loaded.notice:
                problems.append(loaded.notice)
            if len(batch) >= BATCH or time.monotonic() >= due:
                self.post_message(self.Arrived(self._store.add(batch)))
                batch, due = [], time.monotonic() + BATCH_SECONDS
        if batch:
            self.post_message(self.Arrived(self._store.add(batch)))
        self.post_message(self.Finished(problems))

    @work(thread=True, group="load")
    def _add_pasted(self, text: str) -> None:
        from tui.parser import Document  # noqa: PLC0415 - parsing of the header is not for the start

        [article] = self._store.add([(Document.plain(clean(text)), "pasted")])
        self.post_message(self.Arrived([article]))
        self.app.call_from_thread(self._open, article)

    def on_reading_screen_arrived(self, event: Arrived) -> None:
        """List what came, and show the first of it."""
        count = self._store.count(self._listing)
        self.articles.set_count(count)
        self.articles.border_subtitle = format_number(count)
        if self._wanted is None and event.articles:
            self._show(event.articles[0])

    def on_reading_screen_finished(self, event: Finished) -> None:
        """Say what could not be read; open an article that came alone."""
        count = self._store.count(self._listing)
        if event.problems:
            self._say_problems(event.problems)
        hint = _("newsreader FILE or FOLDER opens yours.\nText pasted here opens too.")
        self.articles.set_hint("" if self._paths and count else hint)
        if self._paths and count == 1 and self._wanted is not None:
            self._open(self._wanted)

    def _say_problems(self, problems: Sequence[str]) -> None:
        lines = list(problems[:PROBLEMS_SHOWN])
        if more := len(problems) - len(lines):
            lines.append(
                ngettext("and {count} more", "and {count} more", more).format(
                    count=format_number(more)
                )
            )
        self.notify("\n".join(lines), severity="warning", markup=False)

    def on_article_list_pasted(self, event: ArticleList.Pasted) -> None:
        """Open pasted text as an article."""
        self._add_pasted(event.text)

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

    @on(Reader.Moved)
    def _moved(self, event: Reader.Moved) -> None:
        self._position = event.offset
        self.query_one("#reading").border_subtitle = Content(
            _("{percent}%").format(percent=format_number(event.percent))
        )

    @on(Reader.Chosen)
    def _chosen_in_text(self, event: Reader.Chosen) -> None:
        self._select(event.item)
        self.evidence.select(event.item)

    @on(Evidence.Highlighted)
    def _highlighted(self, event: Evidence.Highlighted) -> None:
        self._select(event.item)

    @on(Evidence.Chosen)
    def _chosen_in_evidence(self, event: Evidence.Chosen) -> None:
        self._select(event.item)
        self.action_go_to("reader")

    def _select(self, item: Quote | Figure | None) -> None:
        self._selected = item
        self.reader.select(item)
        self.refresh_bindings()

    # -- find

    def action_find(self) -> None:
        """Open the bar to find by."""
        self._arrange("reader")
        self.finder.open()

    @on(Finder.Changed)
    def _find(self, event: Finder.Changed) -> None:
        self.reader.find(event.query)

    @on(Finder.Accepted)
    def _found(self) -> None:
        self.reader.focus()

    @on(Finder.Dismissed)
    def _stop_finding(self) -> None:
        self.reader.find("")
        self.reader.focus()

    # -- panes

    def on_key(self) -> None:
        """Note when the reader is at the keys."""
        self._last_key = time.monotonic()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, however it moved."""
        for node in event.widget.ancestors_with_self:
            if node.id in PANES:
                self._arrange(cast("PaneName", node.id))

    def action_go_to(self, pane: PaneName) -> None:
        """Put the focus on a pane."""
        self._arrange(pane)
        self.query_one(f"#{pane}").focus()

    def action_go(self, step: int) -> None:
        """Put the focus on the next pane, going round."""
        self.action_go_to(PANES[(PANES.index(self._pane) + step) % len(PANES)])

    def action_zoom(self) -> None:
        """Leave the text alone on the screen, or bring the others back."""
        self._zoomed = not self._zoomed
        self.action_go_to("reader")

    def _arrange(self, pane: PaneName) -> None:
        """Have the styles show what belongs to the pane in focus at this width."""
        self._pane = pane
        self._zoomed = self._zoomed and pane == "reader"
        self.set_class(self._zoomed, "-zoomed")
        for name in PANES:
            self.set_class(name == pane, f"-{name}")

    def action_back(self) -> None:
        """Go one step back towards the list."""
        if self._zoomed:
            self.action_zoom()
        else:
            self.action_go_to("reader" if self._pane == "evidence" else "articles")

    def action_leave(self) -> None:
        """Quit."""
        self.app.exit(0)

    # -- actions on an article

    def action_turn(self, step: int) -> None:
        """Read the next or the previous article; the focus stays where it is."""
        if self._wanted is None:
            return
        here = self._store.index_of(self._listing, self._wanted)
        rows = self._rows(here + step, 1) if here is not None and here + step >= 0 else ()
        if here is not None and rows:
            self.articles.highlight(here + step)
            self._open(rows[0].id)

    def action_toggle_read(self) -> None:
        """Take the article as read, or as unread again."""
        row = self._row_meant()
        if row is not None:
            self._mark_read([row.id], read=row.unread)

    def _row_meant(self) -> Row | None:
        """Give the row under the cursor in the list, elsewhere that of the article on show."""
        if self._pane == "articles" or self._shown is None:
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
            case "back":
                return self._pane != "articles"
            case "leave":
                return self._pane == "articles"
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
