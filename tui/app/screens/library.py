"""The library: its list below its sources, opened where the reader left it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.content import Content

from tui.app.listings import FIRST, ORDERS, Place, choices, source_name, title
from tui.app.panes.article_list import LibraryList
from tui.app.panes.cards import clip
from tui.app.panes.menu import Entry, Menu
from tui.app.screens.jobs import Jobs
from tui.app.screens.keeping import Keeping
from tui.library.errors import LibraryError
from tui.library.rows import Listing
from tui.locale import N_, _, format_number
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

    from tui.app.app import NewsreaderApp
    from tui.app.screens.three_panes import PaneName
    from tui.app.shelf import Shelf
    from tui.library.query import Query
    from tui.library.search import Saved
    from tui.library.store import Kept, Near, Row, Source, Store

LOOK = 2.0
"""Seconds after which it is seen that another program has written to the library."""

SETTLED = 5.0
"""Seconds after which it is noted where the reader is: no more is lost if the program is killed."""

TOGETHER = 0.2
"""Seconds that changes wait for others before the list is read anew."""

SEARCHED = 2.0
"""Seconds that the saved searches wait for more to come: each walks through the library."""

NOTE = 24
"""Cells of a note that are shown below the text."""

UNPARSED = 50
"""Articles whose evidence is asked for at once behind those on screen."""


class LibraryScreen(Keeping, Jobs):
    """Reads what is kept."""

    PANES: ClassVar[tuple[PaneName, ...]] = ("sources", "articles", "reader", "evidence")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0,à", "go_to('sources')", N_("Sources"), show=False, id="go.sources"),
        Binding("i", "about", N_("About this article"), show=False, id="article.about"),
    ]

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf, LibraryList(id="articles"))
        self.menu = Menu(id="sources")
        """The sources."""
        self._place = Place()
        self._sources: Sequence[Source] = ()
        self._searches: Sequence[tuple[Saved, Query, int]] = ()
        """Those that have a name, each with how many unread articles it finds."""
        self._unread: int | None = None
        self._count = 0
        self._renewal: Timer | None = None
        self._revision: int | None = None
        self._may_be_unparsed = True
        self._found: tuple[Listing, Sequence[int]] = (FIRST, ())
        """What answers the query of a list, in order: too slow to be asked for page by page."""

    def compose_lists(self) -> ComposeResult:
        """Put the sources above the articles."""
        yield self.menu
        yield self.articles

    def widget_of(self, pane: PaneName) -> Widget:
        """Give the widget that is a pane."""
        return self.menu if pane == "sources" else super().widget_of(pane)

    def begin(self) -> None:
        """Show the list as it was left; what has come since is looked for behind it."""
        store = self.shelf.store
        try:
            self._place = Place.load(store.recall("place"))
            self._sources = store.sources()
        except LibraryError as error:
            self.say_fault(error)
        self.listing = self._place.listing
        if self.listing.source not in {source.id for source in self._sources}:
            self.listing = self.listing._replace(source=None)
        self._count = self._place.count
        self.menu.border_title = _("Sources")
        self._offer_sources()
        self._say_listing()
        self.articles.show(self.rows, self._count)
        self.articles.highlight(self._place.index)
        if store.read_only:
            self.notify(_("The library may only be read: nothing can be marked or added."))
        self.call_after_refresh(self._go_on, self._place.article)

    def _go_on(self, article: int | None) -> None:
        """Show the article that was read last, and look for what has come since."""
        if article is not None and self.wanted is None:
            self.show(article)
        self._renew(article)
        self.set_interval(LOOK, self._look)
        self.set_interval(SETTLED, self._note_place)

    def on_unmount(self) -> None:
        """Remember where the library is left."""
        self._note_place()

    @property
    def is_over_another(self) -> bool:
        """Whether files were opened first; the samples are no place to go back to."""
        below = self.app.screen_stack[-2:-1]
        if not below:
            return False
        from tui.app.screens.opened import OpenedScreen  # noqa: PLC0415 - the library may be alone

        return any(isinstance(screen, OpenedScreen) and screen.paths for screen in below)

    # -- the list

    def go_to_listing(self, listing: Listing) -> None:
        """Show another list, from its top."""
        if listing != self.listing:
            self.listing = listing
            self._say_listing()
            self._renew(None)

    def state_changed(self) -> None:
        """Draw the new state of articles, and count anew."""
        super().state_changed()
        self._look_at_marks()
        listing = self.listing
        if listing.show in ("unread", "starred", "changed") or listing.tag or listing.query:
            self.articles_came()
        else:
            self._count_unread()

    def draw(self, kept: Kept) -> None:
        """Say with the text what the reader has made of it."""
        super().draw(kept)
        self.marks = ""
        self._look_at_marks()

    @work(group="marks", exclusive=True)
    async def _look_at_marks(self) -> None:
        shown = self.shown
        if shown is None:
            return
        about = await self.ask(lambda store: store.about(shown.id))
        if about is not None and shown is self.shown:
            parts = ["★" if about.starred else "", *(f"#{tag}" for tag in about.tags)]
            note = clip(clean_line(about.note), NOTE)
            self.marks = " ".join(part for part in (*parts, note and f"✎ {note}") if part)
            self.say_place()

    @work(group="about", exclusive=True)
    async def action_about(self) -> None:
        """Tell what is known of the article."""
        from tui.app.screens.about import AboutArticle  # noqa: PLC0415 - seldom asked for

        row = self.row_meant()
        if row is None:
            return
        found = await self.ask(lambda store: (store.get(row.id), store.about(row.id)))
        if found is not None and found[0] is not None:
            self.app.push_screen(AboutArticle(found[0], found[1]))

    def articles_came(self) -> None:
        """Read the list anew, once for all that comes within a moment."""
        self._may_be_unparsed = True
        if self._renewal is None and self.is_running:
            self._renewal = self.set_timer(TOGETHER, self._renew_here)

    def _renew_here(self) -> None:
        self._renewal = None
        row = self.articles.highlighted
        self._renew(row.id if row else None)

    @work(group="renew", exclusive=True)
    async def _renew(self, article: int | None) -> None:
        """Count what the list holds, and put the cursor on an article where it is in it."""
        listing = self.listing
        found = await self.ask(partial(_find, listing=listing, article=article))
        if found is None or listing != self.listing:
            return
        self._count, index, ids = found
        self._found = (listing, ids)
        self.articles.set_count(self._count, index if article is not None else 0)
        self._say_listing()
        if (article is None or self.wanted is None) and (row := self.articles.highlighted):
            self.show(row.id)
        await self._see_change()
        self._count_unread()
        self._count_found()
        self.parse_next()

    @work(group="found", exclusive=True)
    async def _count_found(self) -> None:
        """Count what the saved searches find, when nothing more has come for a while."""
        from tui.library.search import saved_lists  # noqa: PLC0415 - not for the start

        await asyncio.sleep(TOGETHER if not self._searches else SEARCHED)
        searches = await self.ask(saved_lists)
        if searches is not None:
            self._searches = searches
            self._offer_sources()

    @work(group="unread", exclusive=True)
    async def _count_unread(self) -> None:
        """Count what is unread, once for all that is marked within a moment."""
        await asyncio.sleep(TOGETHER)
        unread = Listing(show="unread")
        found = await self.ask(lambda store: (store.sources(), store.count(unread)))
        if found is not None:
            self._sources, self._unread = found
            self._offer_sources()

    def rows(self, offset: int, limit: int, near: Near | None = None) -> Sequence[Row]:
        """Give a page of the list; of what answers a query only once that is found."""
        if self.listing.query is None:
            return super().rows(offset, limit, near)
        listing, ids = self._found
        if listing == self.listing:
            try:
                return self.shelf.store.rows_of(ids[offset : offset + limit])
            except LibraryError as error:
                self.say_fault(error)
        return ()

    def place_of(self, article: int | None) -> int | None:
        """Give the place of an article in the list; None where it is not in it."""
        if self.listing.query is None:
            return super().place_of(article)
        listing, ids = self._found
        return ids.index(article) if listing == self.listing and article in ids else None

    async def _see_change(self) -> None:
        """Show the article on show as it reads now, where it has changed meanwhile."""
        shown = self.shown
        if shown is None:
            return
        kept = await self.ask(lambda store: store.get(shown.id))
        if kept is not None and shown is self.shown and kept.document != shown.document:
            self.keep_position()
            self.draw(kept._replace(position=self.reader.position))
            self.notify(_("The article has just changed; d shows how."))

    def _say_listing(self) -> None:
        self.articles.border_title = Content(clean_line(title(self.listing, self._sources)))
        self.articles.border_subtitle = format_number(self._count)
        if self.listing == FIRST:
            hint = _("The library is empty.\na adds a file or a folder.")
        else:
            hint = _("Nothing is in this list.\nf shows another one.")
        self.articles.set_hint("" if self._count else hint)

    def on_article_list_pasted(self, event: LibraryList.Pasted) -> None:
        """Read pasted text; `a` keeps it."""
        cast("NewsreaderApp", self.app).open_pasted(event.text)

    # -- sources

    def _offer_sources(self) -> None:
        entries = [Entry(_("All"), None, self._unread or None)]
        entries += [
            Entry(clean_line(source_name(source)), source.id, source.unread or None)
            for source in self._sources
            if source.articles or source.kind != "single"
        ]
        entries += [
            Entry(f"⌕ {clean_line(one.name)}", query, unread or None)
            for one, query, unread in self._searches
        ]
        listed = self.listing.query if self._is_saved else self.listing.source
        here = [n for n, entry in enumerate(entries) if entry.value == listed]
        on = self.menu.cursor if self.pane == "sources" else -1
        self.menu.offer(entries, on if 0 <= on < len(entries) else (here or [0])[0])
        self.menu.border_subtitle = _("unread")

    def on_menu_highlighted(self, event: Menu.Highlighted) -> None:
        """List what a source holds, or a saved search finds, as the cursor passes over it."""
        from tui.library.query import Query  # noqa: PLC0415 - its grammar is not for the start

        value = event.entry.value
        query = None if self._is_saved else self.listing.query
        self.go_to_listing(
            self.listing._replace(
                source=value if isinstance(value, int) else None,
                query=value if isinstance(value, Query) else query,
            )
        )

    @property
    def _is_saved(self) -> bool:
        """Whether the list is what a saved search finds."""
        return any(query == self.listing.query for _saved, query, _unread in self._searches)

    def on_menu_chosen(self) -> None:
        """Go on to its articles."""
        self.action_go_to("articles")

    def sources_meant(self, *, one: bool) -> list[Source]:
        """Give the source whose articles are listed, or all."""
        here = self.listing.source if one else None
        return [source for source in self._sources if here in (None, source.id)]

    # -- choosing what is listed

    @work(group="choose", exclusive=True)
    async def action_filter(self) -> None:
        """Choose what the list shows."""
        from tui.app.screens.choose import Choose  # noqa: PLC0415 - not for the start

        found = await self.ask(lambda store: (store.counts(), store.languages(), store.tags()))
        if found is None:
            return
        listing = self.listing
        entries = [
            Entry(clean_line(name), where, count, where == listing, last)
            for name, where, count, last in choices(listing, *found)
        ]
        if listing.query is not None:
            every = listing._replace(query=None)
            entries.append(Entry(_("Whatever it says: no query"), every))
        chosen = await self.app.push_screen_wait(Choose(_("Show"), entries))
        if chosen is not None:
            self.go_to_listing(chosen.value)  # type: ignore[arg-type]  # an entry hands back what it was given

    @work(group="choose", exclusive=True)
    async def action_sort(self) -> None:
        """Choose the order of the list."""
        from tui.app.screens.choose import Choose  # noqa: PLC0415 - not for the start

        entries = [Entry(_(name), o, chosen=o == self.listing.order) for o, name in ORDERS.items()]
        chosen = await self.app.push_screen_wait(Choose(_("Sort"), entries))
        if chosen is not None:
            self.go_to_listing(self.listing._replace(order=chosen.value))  # type: ignore[arg-type]  # as above

    @work(group="choose", exclusive=True)
    async def action_ask_query(self) -> None:
        """Ask for a query that the articles of the list must answer."""
        from tui.app.screens.prompts import ask_query  # noqa: PLC0415 - not for the start

        query = await ask_query(self.app, self.listing.query)
        if query is not None:
            self.go_to_listing(self.listing._replace(query=query if query.text.strip() else None))

    # -- behind what one does

    @work(group="look", exclusive=True)
    async def _look(self) -> None:
        """See whether another program has written to the library."""
        revision = await self.ask(lambda store: store.revision())
        if revision is not None and self._revision not in (None, revision):
            self.articles_came()
        self._revision = revision

    def _note_place(self) -> None:
        place = Place(self.listing, self.wanted, self.articles.cursor, self._count)
        if place != self._place:
            self._place = place
            text = place.dump()
            self.shelf.change_quietly(lambda store: store.remember("place", text))
        self.keep_position()

    def nothing_to_parse(self) -> None:
        """Go on with what an interrupted run or an older parser has left, newest first."""
        if self._may_be_unparsed and self._job is None and not self.shelf.store.read_only:
            self._may_be_unparsed = False
            self._look_for_unparsed()

    @work(group="unparsed", exclusive=True)
    async def _look_for_unparsed(self) -> None:
        limit = UNPARSED + self._order.failed
        found = await self.ask(lambda store: store.unparsed(limit))
        if found is None:
            return
        self._order.add(found)
        self._may_be_unparsed = self._order.waiting
        left = len(found)
        if left == limit:
            left = await self.ask(lambda store: store.count_unparsed()) or 0
        if self._job is None:
            told = _("evidence: {count} to go").format(count=format_number(left))
            self._say(told if left > UNPARSED else "")
        if self._order.waiting:
            self.parse_next()


def _find(
    store: Store, *, listing: Listing, article: int | None
) -> tuple[int, int | None, Sequence[int]]:
    """Give how long a list is, where an article stands in it, and what answers its query."""
    if listing.query is not None:
        ids = store.ids(listing)
        return len(ids), ids.index(article) if article in ids else None, ids
    index = None if article is None else store.index_of(listing, article)
    return store.count(listing), index, ()
