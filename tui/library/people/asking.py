"""Asking a library who speaks in it. Every function may be called from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library import state
from tui.library.people import pages, register
from tui.library.search import asking

if TYPE_CHECKING:
    from tui.library.people.pages import Called, Month, PeopleOrder, Somebody
    from tui.library.query.pages import Cursor, Page
    from tui.library.query.tree import Query
    from tui.library.search import Stop
    from tui.library.store import Store


def page(
    store: Store,
    query: Query,
    order: PeopleOrder = "quotes",
    *,
    reverse: bool = False,
    limit: int = 50,
    after: Cursor | None = None,
    exact: bool = False,
    stop: Stop | None = None,
) -> Page:
    """Give a page of `Somebody`: by plain words of their names, and by what they said.

    Their numbers are of what was asked where that is little, or `exact`; else of the library.
    """
    with asking(store, stop) as database:
        return pages.page(
            database, query, order, reverse=reverse, limit=limit, after=after, exact=exact
        )


def get(store: Store, id: int) -> Somebody | None:
    """Give somebody by their number; None once they are joined to another."""
    with store.database.reading() as database:
        return pages.one(database, id)


def speaker_of(store: Store, article: int, n: int) -> Somebody | None:
    """Give who says a quote; None for a source that has no name."""
    with store.database.reading() as database:
        row = database.execute(
            "SELECT somebody_id FROM quote JOIN name ON name.id = name_id"
            " WHERE article_id = ? AND n = ?",
            (article, n),
        ).fetchone()
        return row and pages.one(database, row[0])


def names(store: Store, id: int) -> list[Called]:
    """Give the names of somebody, each with its own number, the commonest first."""
    with store.database.reading() as database:
        return pages.names(database, id)


def quotes(
    store: Store,
    id: int,
    *,
    oldest: bool = False,
    limit: int = 50,
    after: Cursor | None = None,
    reverse: bool = False,
    stop: Stop | None = None,
) -> Page:
    """Give a page of what somebody said as `Found`, the latest first; in `reverse`, the last."""
    with asking(store, stop) as database:
        return pages.quotes(database, id, oldest=oldest, limit=limit, after=after, reverse=reverse)


def months(store: Store, id: int) -> list[Month]:
    """Count what somebody said month by month, the first one first."""
    with store.database.reading() as database:
        return pages.months(database, id)


def join(store: Store, ids: list[int]) -> bool:
    """Make these one person, from now on and whatever comes; say whether that changed anything."""
    with store.database.writing() as database:
        change = register.join(database, ids)
        if change:
            state.log(database, [], "people", None, change)
        return change is not None


def part(store: Store, name: int) -> bool:
    """Make a name somebody else's than the person it was given to; False where it is all theirs."""
    with store.database.writing() as database:
        change = register.part(database, name)
        if change:
            state.log(database, [], "people", None, change)
        return change is not None


def part_here(store: Store, article: int, n: int) -> bool:
    """Make who says a quote somebody else, in its article, than those of that name elsewhere."""
    with store.database.writing() as database:
        change = register.part_here(database, article, n)
        if change:
            state.log(database, [article], "people", None, change)
        return change is not None


def take_back(store: Store) -> bool:
    """Undo the last join or part; False, and nothing is changed, where that was not done last."""
    with store.database.writing() as database:
        last = database.execute("SELECT field FROM action ORDER BY id DESC LIMIT 1").fetchone()
        if last != ("people",):
            return False
        state.undo(database)
        return True
