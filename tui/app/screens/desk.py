"""The desk: everything that was said, every figure and everybody, over the whole library."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, cast, get_args

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.app.desk_views import GROUPINGS, ORDERS, TABS, Tab, View, makes_a_line, series_query
from tui.app.panes.desk_rows import FigureRows, PeopleRows, QuoteRows
from tui.app.panes.frame import Frame
from tui.app.panes.key_line import KeyLine
from tui.app.panes.paged_list import PAGE, PagedList
from tui.app.panes.passage import Passage, content
from tui.app.panes.query_box import QueryBox
from tui.app.screens.deciding import Deciding
from tui.library import search
from tui.library.errors import LibraryError, StoppedError
from tui.library.people import asking as people
from tui.library.people.pages import Somebody, is_of_names
from tui.library.query.pages import Found
from tui.locale import N_, _, format_number, ngettext
from tui.parser import Figure
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.css.query import DOMQuery
    from textual.widget import Widget

    from tui.app.panes.desk_rows import Grouping
    from tui.app.panes.plot import Point
    from tui.app.screens.asking import Count, Fetch
    from tui.app.shelf import Shelf
    from tui.library.people.pages import PeopleOrder
    from tui.library.query import Query
    from tui.library.query.evidence import EvidenceOrder

MANY = 10_000
"""Answers that are counted, at most."""


class DeskScreen(Deciding):
    """Three lists, each with its query, order and grouping; below them, the passage in hand."""

    AUTO_FOCUS = "#results"

    DEFAULT_CSS: ClassVar[str] = """
    DeskScreen {
        #columns {
            height: 1;
            padding: 0 3;
        }

        &.-plotting Passage {
            display: none;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1,ampersand,f2", "show('quotes')", N_("Quotes"), id="desk.quotes"),
        Binding("2,é,f3", "show('figures')", N_("Figures"), id="desk.figures"),
        Binding("3,quotation_mark,f4", "show('people')", N_("People"), id="desk.people"),
        Binding("t,ctrl+r", "sort(1)", N_("Order"), id="desk.sort"),
        Binding("v", "group", N_("Group"), id="desk.group"),
        Binding("p", "plot", N_("Plot"), id="desk.plot"),
        Binding("c", "check", N_("Check words"), id="desk.check"),
        Binding("y", "copy", N_("Copy"), show=False, id="copy"),
        Binding("e", "export", N_("Export"), show=False, id="export"),
    ]

    class Opened(Message):
        """A passage is to be read in its article."""

        def __init__(self, found: Found) -> None:
            self.found = found
            super().__init__()

    class Plotted(Message):
        """What is to be drawn over time came."""

        def __init__(self, asked: int, points: Sequence[Point], said: str) -> None:
            self.asked = asked
            self.points = points
            self.said = said
            super().__init__()

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self.tab: Tab = "quotes"
        self._views: dict[Tab, View] = {tab: View() for tab in get_args(Tab)}
        self._passage = Passage()
        self._person: Somebody | None = None
        """Whose quotes are on show, where it is one person's."""

    def compose(self) -> ComposeResult:
        """Lay the query over the answers, and the passage below them."""
        with Frame(id="asking"):
            yield QueryBox()
            yield Static(id="columns")
            yield PagedList(id="results")
            yield self._passage
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the list on show."""
        self._say_where()

    def enter(self) -> None:
        """Be gone to, as it was left."""
        self.set_focus(self.results)
        if not self.results.count:
            self.ask()

    # -- what is asked

    @property
    def _view(self) -> View:
        return self._views[self.tab]

    @property
    def _order(self) -> str:
        orders = list(ORDERS[self.tab])
        return orders[self._view.order % len(orders)]

    @property
    def _grouping(self) -> Grouping:
        ways = ORDERS[self.tab][self._order][1]
        return ways[self._view.grouping % len(ways)]

    def drawing(self) -> QuoteRows | FigureRows | PeopleRows:
        """Draw what is listed."""
        if self.tab == "people":
            return PeopleRows(self._grouping)
        return (QuoteRows if self.tab == "quotes" else FigureRows)(self._grouping)

    def question(self) -> tuple[Fetch, Count | None]:
        """Ask for what is listed, in its order."""
        store, query = self.store, self.asking
        order = self._order
        if self.tab == "people":
            by = cast("PeopleOrder", order)
            return (
                lambda after, reverse, stop: people.page(
                    store, query, by, reverse=reverse, limit=PAGE, after=after, stop=stop
                ),
                None,
            )
        if (person := self._person) is not None:
            oldest = order == "oldest"
            return (
                lambda after, reverse, stop: people.quotes(
                    store,
                    person.id,
                    oldest=oldest,
                    limit=PAGE,
                    after=after,
                    reverse=reverse,
                    stop=stop,
                ),
                lambda _stop: person.quotes,
            )
        way = cast("EvidenceOrder", order)
        if self.tab == "quotes":
            return (
                lambda after, reverse, stop: search.quotes(
                    store,
                    query,
                    way,
                    limit=PAGE,
                    after=after,
                    once=True,
                    reverse=reverse,
                    stop=stop,
                ),
                lambda stop: search.count_evidence(store, "quote", query, MANY, stop=stop),
            )
        return (
            lambda after, reverse, stop: search.figures(
                store, query, way, limit=PAGE, after=after, reverse=reverse, stop=stop
            ),
            lambda stop: search.count_evidence(store, "figure", query, MANY, stop=stop),
        )

    def said(self, count: int | None) -> str:
        """Say how many, and in which order."""
        order = _(ORDERS[self.tab][self._order][0])
        grouping = _(name) if (name := GROUPINGS[self._grouping]) else ""
        parts = (self._number(count), order, grouping, self._scope())
        return " · ".join(part for part in parts if part)

    def _scope(self) -> str:
        """Say of what people's numbers are, where not all that they said is asked for."""
        first = self.results.highlighted
        if not isinstance(first, Somebody) or is_of_names(self.asking):
            return ""
        return _("counted within this") if first.of_query else _("counted over the whole library")

    def _number(self, count: int | None) -> str:
        if self.tab == "people" and (count is None or count > PAGE):
            return ""
        if count is None:
            return _("counting…")
        if count >= MANY and self._person is None:
            return _("more than {count}").format(count=format_number(MANY))
        number = format_number(count)
        if self.tab == "quotes":
            return ngettext("{count} quote", "{count} quotes", count).format(count=number)
        if self.tab == "figures":
            return ngettext("{count} figure", "{count} figures", count).format(count=number)
        return ngettext("{count} person", "{count} people", count).format(count=number)

    def nothing(self) -> str:
        """Say that there is no answer."""
        if self.tab == "quotes":
            return _("Nobody is quoted so.")
        return _("No figure is like that.") if self.tab == "figures" else _("Nobody is called so.")

    # -- which list

    def action_show(self, tab: Tab) -> None:
        """Go to a list, as it was left."""
        self._go(tab, None)

    def _go(self, tab: Tab, person: Somebody | None) -> None:
        self._views[self.tab].text = self.box.text if self._person is None else ""
        self.tab, self._person = tab, person
        self._plots.remove()
        self.remove_class("-plotting")
        text = "" if person is not None else self._view.text
        self.begin(text)
        self._say_where()
        self.refresh_bindings()

    def _say_where(self) -> None:
        pane = self.query_one("#asking")
        parts: list[Any] = []
        for tab, name in TABS.items():
            parts += [(f" {_(name)} ", "reverse" if tab == self.tab else ""), " "]
        pane.border_title = Content.assemble(*parts[:-1])
        person = self._person
        pane.border_subtitle = Content(
            " · ".join((clean_line(person.name), *map(clean_line, person.roles[:1])))
            if person is not None
            else ""
        )
        self._say_columns()

    def on_resize(self) -> None:
        """Name the columns at another width."""
        self.call_after_refresh(self._say_columns)

    def _say_columns(self) -> None:
        width = self.results.scrollable_content_region.width - 2
        row = self.drawing().columns(width) if width > 0 else ()
        columns = self.query_one("#columns", Static)
        columns.display = bool(row)
        columns.update(content([row]))

    def action_sort(self, step: int) -> None:
        """Put the list in the next order."""
        self._view.order += step
        self._view.grouping = 0
        self.ask()
        self._say_columns()

    def action_group(self) -> None:
        """Group the rows in the next way that suits the order."""
        self._view.grouping += 1
        self.ask()

    def action_back(self) -> None:
        """Leave a person for the list of people, the desk for where one came from."""
        if self._person is not None:
            self._go("people", None)
            self.results.focus()
        else:
            super().action_back()

    def on_query_box_changed(self, event: QueryBox.Changed) -> None:
        """Leave a person as soon as something else is asked."""
        if self._person is not None and event.text:
            self._person = None
            self._say_where()

    # -- over time

    async def action_plot(self) -> None:
        """Draw the figures listed over time, or what somebody said; or leave the list alone."""
        from tui.app.panes.plot import TimePlot  # noqa: PLC0415 - numpy comes with it

        if self._plots:
            await self._plots.remove()
        else:
            plot = TimePlot(id="over-time")
            await self.query_one("#asking").mount(plot, before="#columns")
            found = self.results.highlighted
            if isinstance(found, Found) and isinstance(found.item, Figure):
                self.begin(series_query(self.box.text, found.item))
            else:
                self._read_plot()
        self.set_class(bool(self._plots), "-plotting")
        self.refresh_bindings()

    @property
    def _plots(self) -> DOMQuery[Widget]:
        return self.query("#over-time")

    def ask(self) -> None:
        """Ask anew, for the list and for what is drawn above it."""
        super().ask()
        if self._plots:
            self._read_plot()

    def _read_plot(self) -> None:
        stop = self.new_stop()
        if (person := self._person) is not None:
            self._plot_months(self.asked, person)
        elif self.tab == "figures" and makes_a_line(self.asking):
            self._plot_figures(self.asked, self.asking, stop)
        else:
            hint = _("Of one noun or in one unit, figures make a picture: of:… unit:…")
            self.post_message(self.Plotted(self.asked, (), hint))

    @work(thread=True, group="plot")
    def _plot_figures(self, asked: int, query: Query, stop: search.Stop) -> None:
        from tui.app.panes.plot import day_of  # noqa: PLC0415 - as above

        try:
            found = search.series(self.store, query, stop=stop)
        except StoppedError:
            return
        except LibraryError as error:
            self.post_message(self.Plotted(asked, (), str(error)))
            return
        dated = [(day_of(one.date), one) for one in found if one.date is not None]
        points = [(day, one.value) for day, one in dated]
        points += [(day, one.high) for day, one in dated if one.high is not None]
        said = ngettext("{count} figure over time", "{count} figures over time", len(dated))
        said = said.format(count=format_number(len(dated)))
        if undated := len(found) - len(dated):
            more = ngettext("{count} of no known date", "{count} of no known date", undated)
            said += f" · {more.format(count=format_number(undated))}"
        self.post_message(self.Plotted(asked, points, said))

    @work(thread=True, group="plot")
    def _plot_months(self, asked: int, person: Somebody) -> None:
        from tui.app.panes.plot import day_of  # noqa: PLC0415 - as above

        try:
            months = people.months(self.store, person.id)
        except LibraryError as error:
            self.post_message(self.Plotted(asked, (), str(error)))
            return
        points = [(day_of(one.month), float(one.quotes)) for one in months]
        self.post_message(self.Plotted(asked, points, _("quotes a month")))

    def on_desk_screen_plotted(self, event: Plotted) -> None:
        """Draw it, unless something else is asked by now."""
        from tui.app.panes.plot import TimePlot  # noqa: PLC0415 - as above

        if event.asked == self.asked:
            for plot in self.query(TimePlot):
                plot.show(event.points, line=self._person is not None)
                plot.border_title = Content(event.said)

    def action_check(self) -> None:
        """Look for what is nearest to words heard elsewhere."""
        from tui.app.screens.check import CheckScreen  # noqa: PLC0415 - seldom asked for

        self.app.push_screen(CheckScreen(self.shelf))

    # -- taken along

    @work(group="copy", exclusive=True)
    async def action_copy(self) -> None:
        """Copy the quote or figure in hand with its citation."""
        from tui.output.citation import cite  # noqa: PLC0415 - seldom asked for

        found = self.results.highlighted
        if not isinstance(found, Found):
            return
        try:
            kept = await self.shelf.ask(lambda store: store.get(found.article))
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if kept is not None:
            text = cite(found.item, kept.document, kept.origin)
            self.app.copy_to_clipboard(text)
            self.notify(
                _("Sent to the terminal's clipboard: {text}").format(text=text), markup=False
            )

    @work(group="export", exclusive=True)
    async def action_export(self) -> None:
        """Ask what is to be written of the answers, how and where, and write it."""
        from tui.app.exporting import Offer, export  # noqa: PLC0415 - seldom asked for

        found = self.results.highlighted
        if not isinstance(found, Found):
            return
        fetch, _count = self.question()
        quoted = self.tab == "quotes"
        name = self.asking.text or self.tab
        every = (
            _("Every quote listed, up to {count}")
            if quoted
            else _("Every figure listed, up to {count}")
        ).format(count=format_number(MANY))
        offers = [
            Offer(
                _("This quote") if quoted else _("This figure"), name, lambda _s: cite_all([found])
            ),
            Offer(every, name, lambda _s: cite_all(islice(_every(fetch), MANY))),
        ]
        await export(self.app, self.shelf, offers)

    # -- the row in hand

    def on_paged_list_highlighted(self, event: PagedList.Highlighted) -> None:
        """Show the passage, or what else somebody is called."""
        self._passage.show(event.item)

    def on_paged_list_opened(self, event: PagedList.Opened) -> None:
        """Go to the passage; from a person, to what they said."""
        if isinstance(event.item, Somebody):
            self._go("quotes", event.item)
            self.results.focus()
        else:
            self.post_message(self.Opened(event.item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Group where the order has more than one way to."""
        if action == "group":
            return len(ORDERS[self.tab][self._order][1]) > 1 and self._person is None
        if action in ("copy", "export"):
            return self.tab != "people" and bool(self.results.count)
        if action == "plot":
            return self.tab == "figures" or self._person is not None
        if action == "show":
            return parameters != (self.tab,) or self._person is not None
        return super().check_action(action, parameters)


def _every(fetch: Fetch) -> Iterator[Found]:
    """Give all answers, a page at a time."""
    page = fetch(None, False, search.Stop())
    yield from page.items
    while page.after is not None:
        page = fetch(page.after, False, search.Stop())
        yield from page.items


def cite_all(found: Iterable[Found]) -> Iterator[dict[str, Any]]:
    """Give quotes and figures with all that it takes to cite them."""
    from tui.library import cited  # noqa: PLC0415 - seldom asked for

    for one in found:
        yield cited.figure(one) if isinstance(one.item, Figure) else cited.quote(one)
