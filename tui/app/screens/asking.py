"""A screen that asks the library: a query box over the answers, which come as one types.

What takes time runs in threads. A question stops the one before it; what still comes back of that
is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen

from tui.app.panes.paged_list import Drawing, PagedList
from tui.app.panes.query_box import QueryBox
from tui.library import search
from tui.library.errors import LibraryError, StoppedError
from tui.library.query import Query, QueryError, parse
from tui.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from tui.app.shelf import Shelf
    from tui.library.query.completion import Completion
    from tui.library.query.pages import Cursor, Page

    Fetch = Callable[[Cursor | None, bool, search.Stop], Page]
    """Gives the page after this one, from the end of the list where that is asked."""

    Count = Callable[[search.Stop], int]


class AskingScreen(Screen[None], inherit_bindings=False):
    """Asks as one types, and reads on as one goes down. A subclass composes a `QueryBox` and a
    `PagedList`, and says what is asked and how the answers look.
    """

    AUTO_FOCUS = "#query"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", N_("Back"), id="asking.back"),
        Binding("slash", "type", N_("Query"), id="asking.query"),
        Binding("question_mark", "help", N_("Help"), id="help"),
        Binding("f1", "help", N_("Help"), id="asking.help"),
    ]

    class Answered(Message):
        """A page came."""

        def __init__(self, asked: int, number: int, page: Page) -> None:
            self.asked = asked
            self.number = number
            self.page = page
            super().__init__()

    class Counted(Message):
        """It is known how many answers there are."""

        def __init__(self, asked: int, count: int) -> None:
            self.asked = asked
            self.count = count
            super().__init__()

    class Failed(Message):
        """The library could not be asked."""

        def __init__(self, asked: int, reason: str) -> None:
            self.asked = asked
            self.reason = reason
            super().__init__()

    class Completed(Message):
        """It is known how what is typed may go on."""

        def __init__(self, text: str, ways: Sequence[Completion]) -> None:
            self.text = text
            self.ways = ways
            super().__init__()

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.store = shelf.store
        self.asking = Query("")
        """What the answers on show are to."""
        self._wrong = False
        """Whether what is typed cannot be read; the answers on show are then to what was before."""
        self.asked = 0
        """Which question is on, since the first."""
        self._stops: list[search.Stop] = []
        self._cursors: list[Cursor | None] = [None]
        """Where each page begins that has been read, and the one after them."""
        self._from_end = False
        """Whether the list is read from its end."""

    # -- for a subclass to say

    def drawing(self) -> Drawing:
        """Say how the answers look."""
        raise NotImplementedError

    def question(self) -> tuple[Fetch, Count | None]:
        """Say how to ask for a page of answers to `asking`, and perhaps for their number."""
        raise NotImplementedError

    def said(self, count: int | None) -> str:
        """Say what came: how many answers, None while they are counted, and in which order."""
        raise NotImplementedError

    def nothing(self) -> str:
        """Say that there is no answer."""
        raise NotImplementedError

    @property
    def turns(self) -> bool:
        """Say whether the list can be read from its end."""
        return True

    # -- panes

    @property
    def box(self) -> QueryBox:
        """The query."""
        return self.query_one(QueryBox)

    @property
    def results(self) -> PagedList:
        """The answers."""
        return self.query_one(PagedList)

    def on_mount(self) -> None:
        """Ask for everything to begin with."""
        self.box.set_hint(
            _('words · "a phrase" · OR · -not · prefix* · field:value · F1 says more')
        )
        self.ask()

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self._stop()

    # -- asking

    def on_query_box_changed(self, event: QueryBox.Changed) -> None:
        """Ask what is typed, or say what is wrong with it."""
        if not event.completing:
            self._complete(event.text, event.cursor)
        try:
            query = parse(event.text, typing=event.cursor == len(event.text))
        except QueryError as error:
            self._stop()
            self._wrong = True
            self.box.say_wrong(str(error), error.start, error.end)
            return
        if query != self.asking or self._wrong:
            self._wrong = False
            self.asking = query
            self.ask()

    def ask(self) -> None:
        """Ask anew: something about the question has changed."""
        self._begin(from_end=False)
        self.refresh_bindings()

    def _begin(self, *, from_end: bool) -> None:
        self._stop()
        self._cursors, self._from_end = [None], from_end
        self._fetch(0)

    def begin(self, text: str) -> None:
        """Ask this in the place of what is typed."""
        with self.prevent(QueryBox.Changed):
            self.box.set_text(text)
        self.asking = parse(text)
        self._wrong = False
        self.ask()

    def _stop(self) -> None:
        self.asked += 1
        for stop in self._stops:
            stop()
        self._stops.clear()

    def new_stop(self) -> search.Stop:
        """Give a stop that the next question stops."""
        self._stops.append(search.Stop())
        return self._stops[-1]

    def _fetch(self, number: int) -> None:
        """Ask for a page; after the first one, how many answers there are."""
        stop, counting = self.new_stop(), self.new_stop()
        fetch, count = self.question()
        after, from_end = self._cursors[number], self._from_end
        self._answer(
            self.asked,
            number,
            lambda: fetch(after, from_end, stop),
            (lambda: count(counting)) if count is not None and number == 0 else None,
        )

    @work(thread=True, group="answer")
    def _answer(
        self,
        asked: int,
        number: int,
        fetch: Callable[[], Page],
        count: Callable[[], int] | None,
    ) -> None:
        try:
            self.post_message(self.Answered(asked, number, fetch()))
            if count is not None:
                self.post_message(self.Counted(asked, count()))
        except StoppedError:
            return
        except LibraryError as error:
            self.post_message(self.Failed(asked, str(error)))

    @work(thread=True, group="complete")
    def _complete(self, text: str, cursor: int) -> None:
        try:
            ways = search.complete(self.store, text, cursor)
        except LibraryError:
            return  # whoever asks what is typed says so
        self.post_message(self.Completed(text, ways))

    def on_asking_screen_answered(self, event: Answered) -> None:
        """Show a page, unless something else is asked by now."""
        if event.asked != self.asked:
            return
        more = event.page.after is not None
        items = event.page.items[::-1] if self._from_end else event.page.items
        if event.number == 0:
            self.results.show(
                self.drawing(),
                items,
                more=more,
                hint=self.nothing(),
                turns=self.turns,
                from_end=self._from_end,
            )
            if not (self._from_end and more):  # how many is known, or still counted
                self.box.say(self.said(None if more else len(items)))
        else:
            self.results.add(event.number, items, more=more)
        if more and event.number + 1 == len(self._cursors):
            self._cursors.append(event.page.after)

    def on_asking_screen_counted(self, event: Counted) -> None:
        """Say how many answers there are."""
        if event.asked == self.asked:
            self.box.say(self.said(event.count))

    def on_asking_screen_failed(self, event: Failed) -> None:
        """Say why the library could not be asked."""
        if event.asked == self.asked:
            self.box.say(event.reason)

    def on_asking_screen_completed(self, event: Completed) -> None:
        """Offer the ways to go on, unless something else is typed by now."""
        if event.text == self.box.text:
            self.box.offer(event.ways)

    def on_paged_list_wanted(self, event: PagedList.Wanted) -> None:
        """Read on, or back."""
        if event.number < len(self._cursors):
            self._fetch(event.number)

    def on_paged_list_turned(self, event: PagedList.Turned) -> None:
        """Begin at the other end."""
        self._begin(from_end=event.from_end)

    # -- between the box and the answers

    def on_query_box_stepped(self, event: QueryBox.Stepped) -> None:
        """Move along the answers while the focus stays with the query."""
        self.results.action_move(event.to)

    def on_query_box_accepted(self) -> None:
        """Open the answer under the cursor."""
        self.results.action_open()

    def on_query_box_left(self) -> None:
        """Go on to the answers."""
        self.results.focus()

    def on_query_box_dismissed(self) -> None:
        """Go back."""
        self.action_back()

    def on_query_box_help_wanted(self) -> None:
        """Explain the query language."""
        self.action_help()

    def enter(self) -> None:
        """Be gone to: what is typed next is the query. Look again where nothing was found."""
        self.box.open()
        if not self.results.count:
            self.ask()

    def action_type(self) -> None:
        """Go to the query, ready to be typed over."""
        self.box.open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go to the query from elsewhere."""
        if action == "type":
            return not self.box.has_focus_within
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.app.pop_screen()

    def action_help(self) -> None:
        """Explain the keys and the query language."""
        from tui.app.query_help import query_help  # noqa: PLC0415 - seldom asked for
        from tui.app.screens.help import Help  # noqa: PLC0415

        self.app.push_screen(Help.of(self, query_help()))
