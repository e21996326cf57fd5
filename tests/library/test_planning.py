from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, get_args
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.library.queries import FIGURES, QUOTES
from tests.tools.make_library import fill
from tui.library import search
from tui.library.people import asking as people
from tui.library.people.pages import PeopleOrder
from tui.library.query import compiling, parse, planning
from tui.library.query.compiling import Compiler
from tui.library.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.library.query.pages import Cursor, Page

    Ask = Callable[[Cursor | None], Page]

STRATEGIES: dict[str, dict[str, Any]] = {
    "led": {"FEW": 10**9},
    "probed": {"FEW": 1, "DENSE": 0.0, "NEARBY": 10**6},
    "probed, then listed": {"FEW": 1, "DENSE": 0.0, "NEARBY": 9},
    "listed": {"FEW": 0},
}
"""What makes the planner choose each of them, if the query lets it choose."""

PARTS = (
    *("de", "la", "une", '"de la"', "gra*", "baso*", "titre:de", "zyxwvut", "(baso* OU gra*)"),
    *("-de", "-une", '-"de la"', "-gra*", "-baso*", "-(de OU la)", "-titre:de"),
    *("lang:en", "-lang:en", "lang:de", "since:2020", "until:2018", "date:2020-03", "-date:2020"),
    *("is:unread", "is:read", "is:starred", "-is:starred", "has:quotes", "-has:quotes", "has:tag"),
    *("(is:starred OU lang:en)", "(de OU unit:EUR)", "(unit:EUR OU unit:km)", "source:flux"),
    *("unit:EUR", "value:>1e6", "value:1000..1e5", "of:obus", "-unit:EUR", "tag:vu", "-has:note"),
    *("qui:vial", "-qui:vial", "dit:de", "dit:gra*", "-dit:de", "fonction:maire", "genre:direct"),
)
QUERIES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join)
ASKED = st.one_of(
    st.just(("articles",)),
    st.tuples(st.just("quotes"), st.sampled_from(QUOTES), st.booleans()),
    st.tuples(st.just("figures"), st.sampled_from(FIGURES)),
    st.tuples(st.just("people"), st.sampled_from(get_args(PeopleOrder))),
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = Store.temporary()
    fill(opened, 48, 3, batch=4)
    opened.set_starred([7, 8, 30])
    opened.set_read(list(range(20, 45)))
    opened.set_tag([5, 6, 50], "vu")
    yield opened
    opened.close()


@contextmanager
def held_to(strategy: str, *, many: int = 100_000) -> Iterator[None]:
    with patch.multiple(planning, **STRATEGIES[strategy]), patch.object(compiling, "MANY", many):
        yield


def asking(store: Store, text: str, what: tuple[Any, ...], *, reverse: bool = False) -> Ask:
    query = parse(text)
    match what:
        case ("articles",):
            return lambda after: search.search(store, query, limit=7, after=after, reverse=reverse)
        case ("quotes", order, once):
            return lambda after: search.quotes(
                store, query, order, limit=30, after=after, once=once, reverse=reverse
            )
        case ("figures", order):
            return lambda after: search.figures(
                store, query, order, limit=30, after=after, reverse=reverse
            )
        case ("people", order):
            return lambda after: people.page(
                store, query, order, limit=5, after=after, exact=True, reverse=reverse
            )
    raise AssertionError(what)


def first_pages(ask: Ask, most: int = 3) -> list[Any]:
    found: list[Any] = []
    after: Cursor | None = None
    for _page in range(most):
        page = ask(after)
        found += page.items
        after = page.after
        if after is None:
            break
    return found


@settings(max_examples=25, deadline=None)
@example(text='-"de la" -baso*', what=("quotes", "newest", False))
@given(text=QUERIES, what=ASKED)
def test_every_strategy_gives_the_same_pages(
    store: Store, text: str, what: tuple[Any, ...]
) -> None:
    ask = asking(store, text, what)
    with held_to("listed", many=0):
        listed = first_pages(ask)
    for strategy in STRATEGIES:
        with held_to(strategy):
            assert first_pages(ask) == listed, strategy


@settings(max_examples=12, deadline=None)
@given(text=QUERIES, what=ASKED)
def test_an_order_read_from_its_end_is_the_same_backwards(
    store: Store, text: str, what: tuple[Any, ...]
) -> None:
    backwards = first_pages(asking(store, text, what, reverse=True), 99)
    assert backwards[::-1] == first_pages(asking(store, text, what), 99)


def test_the_same_number_is_counted_whatever_leads(store: Store) -> None:
    for text in PARTS:
        query = parse(text)
        numbers = set()
        for strategy in STRATEGIES:
            with held_to(strategy):
                numbers.add(search.count(store, query))
        with held_to("listed"):
            assert numbers == {len(search.search(store, query, limit=99).items)}, text


@pytest.mark.parametrize(
    ("text", "few", "dense", "strategy"),
    [
        ("zyxwvut", 4000, 0.35, "led"),
        ("-de", 10, 0.35, "led"),
        ("is:starred de", 10, 0.35, "led"),
        ("lang:en date:2020-03", 10, 0.35, "led"),
        ("de -zyxwvut", 10, 0.35, "probed"),
        ("de lang:fr", 10, 0.35, "probed"),
        ("de", 10, 1.1, "listed"),
        ("-is:starred", 10, 0.35, "listed"),
    ],
)
def test_what_is_rare_leads_and_what_is_common_is_probed(
    store: Store, text: str, few: int, dense: float, strategy: str
) -> None:
    with (
        store.database.reading() as database,
        patch.multiple(planning, FEW=few, DENSE=dense),
    ):
        assert planning.plan(Compiler(database), parse(text).asks, "article").strategy == strategy


def test_beginnings_that_are_not_indexed_are_not_read_twice_for_a_page(store: Store) -> None:
    with store.database.reading() as database:
        asks = parse("baso*").asks
        assert (
            planning.plan(Compiler(database), asks, "article", patient=False).strategy == "listed"
        )
        assert planning.plan(Compiler(database), asks, "quote").strategy == "led"
