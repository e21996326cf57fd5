"""Any query at all, and all that may be asked with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

from hypothesis import strategies as st

from tui.library import search
from tui.library.people import asking as people
from tui.library.people.pages import PeopleOrder
from tui.library.query import QueryError, parse
from tui.library.query.fields import FIELDS
from tui.library.store import Listing

if TYPE_CHECKING:
    from tui.library.query import Query
    from tui.library.query.evidence import EvidenceOrder
    from tui.library.store import Store

TODAY = date(2026, 3, 10)

NAMES = [name for field in FIELDS for name in field.names]
PIECES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(['"', "(", ")", "*", "-", "OR", "NEAR(", "AND", "NOT", "'", "{text}", "^", ":",
                     "--", ";", "école", "qui", "budget", "«", "»", "''", "\x00", "\ud800", "+",
                     "éco*", "title : x", "'; DROP TABLE article; --", "/*", "\\", "%", "?1",
                     ":q0"]),
    st.builds("{}:{}".format, st.sampled_from(NAMES),
              st.sampled_from(["vial", ">1e6", "10..20", "(a OR b)", '"a', "lu", "direct", "%", "€",
                               "2026-02", "7j", "fr", "quotes", "1e999", "' OR 1=1 --", "bud*"])),
)  # fmt: skip
QUERIES = st.lists(PIECES, max_size=8).map(" ".join) | st.lists(PIECES, max_size=6).map("".join)

QUOTES: tuple[EvidenceOrder, ...] = ("newest", "oldest", "speaker")
FIGURES: tuple[EvidenceOrder, ...] = ("newest", "oldest", "largest", "smallest", "of")


def ask_everything(store: Store, text: str) -> None:
    """Ask a text in every way: it is answered, the same everywhere, or said to be wrong, and where.

    AssertionError where it is not, and whatever else it makes the library raise.
    """
    search.complete(store, text, len(text))
    for typing in (False, True):
        try:
            query = parse(text, today=TODAY, typing=typing)
        except QueryError as error:
            wrong = error
        else:
            _ask(store, query)
            continue
        assert 0 <= wrong.start <= wrong.end <= len(text)
        assert str(wrong)


def _ask(store: Store, query: Query) -> None:
    found = {hit.row.id for hit in search.search(store, query).items}
    assert found == {row.id for row in store.rows(Listing(query=query), 0, 9)}
    assert search.count(store, query) == len(found)
    search.search(store, query, "rank")
    for order in QUOTES:
        page = search.quotes(store, query, order, once=True)
        assert len(page.items) <= search.count_evidence(store, "quote", query, 99)
    for order in FIGURES:
        search.figures(store, query, order)
    search.series(store, query)
    for by in get_args(PeopleOrder):
        people.page(store, query, by)
