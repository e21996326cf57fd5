from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, get_args

import pytest

from tests.tools.make_library import fill
from tui.library import listing as lists
from tui.library.store import Listing, Near, Order, Show, Store

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = Store.temporary()
    fill(opened, 60, seed=3, batch=7)
    opened.add([])
    opened.set_read(range(1, 60, 3))
    opened.set_starred(range(1, 60, 4))
    opened.set_tag(range(1, 60, 5), "eau")
    yield opened
    opened.close()


@pytest.mark.parametrize(("show", "order"), list(product(get_args(Show), get_args(Order))))
def test_pages_places_and_counts_agree(store: Store, show: Show, order: Order) -> None:
    for listing in (
        Listing(show, order),
        Listing(show, order, source=3),
        Listing(show, order, language="en"),
        Listing(show, order, tag="eau"),
    ):
        whole = [row.id for row in store.rows(listing, 0, 1000)]
        assert len(whole) == len(set(whole)) == store.count(listing)
        paged = [row.id for offset in range(0, 70, 7) for row in store.rows(listing, offset, 7)]
        assert paged == whole
        assert [store.index_of(listing, key) for key in whole] == list(range(len(whole)))


@pytest.mark.parametrize("order", get_args(Order))
def test_a_far_page_is_the_same_from_either_end(
    store: Store, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = Listing(order=order)
    near = [store.rows(listing, offset, 8) for offset in range(70)]
    monkeypatch.setattr(lists, "_FAR", -1)
    assert [store.rows(listing, offset, 8) for offset in range(70)] == near


@pytest.mark.parametrize(("show", "order"), list(product(get_args(Show), get_args(Order))))
def test_a_page_is_the_same_by_way_of_the_article_beside_it(
    store: Store, show: Show, order: Order
) -> None:
    for listing in (Listing(show, order), Listing(show, order, source=3, language="fr")):
        whole = store.rows(listing, 0, 1000)
        for at, row in enumerate(whole):
            beside = Near(at, row.id)
            assert store.rows(listing, at + 1, 8, beside) == whole[at + 1 : at + 9]
            if at >= 8:
                assert store.rows(listing, at - 8, 8, beside) == whole[at - 8 : at]
        assert store.ids(listing) == [row.id for row in whole]
        assert store.rows_of([row.id for row in whole]) == whole


def test_an_article_that_is_gone_is_no_way_to_a_page_but_the_page_comes(store: Store) -> None:
    listing = Listing(order="newest")
    assert store.rows(listing, 8, 8, Near(7, 10_000)) == store.rows(listing, 8, 8)
    assert store.rows_of([10_000, 3]) == store.rows_of([3])


def test_the_filters_show_what_they_say(store: Store) -> None:
    rows = store.rows(Listing(), 0, 100)
    assert store.count(Listing(show="unread")) == sum(row.unread for row in rows)
    assert store.count(Listing(show="starred")) == sum(row.starred for row in rows)
    assert store.count(Listing(language="en")) == sum(row.language == "en" for row in rows)
    assert store.count(Listing(show="quotes")) == sum(bool(row.quotes) for row in rows)
    assert store.tags() == [("eau", 12)]


def test_newest_first_goes_by_publication(store: Store) -> None:
    dates = [row.published for row in store.rows(Listing(order="newest"), 0, 100)]
    written = [date.isoformat() for date in dates if date]
    assert written == sorted(written, reverse=True)
    assert len(written) == 60
