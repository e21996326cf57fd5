"""Lists of several pages: their end is one key away, and can be gone up from."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.app.screens.libraries import settle
from tests.app.screens.test_desk import Desk
from tests.app.screens.test_search import Searching
from tests.tools.make_library import fill
from tui.app.panes.paged_list import PAGE
from tui.library import search
from tui.library.query import parse
from tui.library.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.temporary()) as opened:
        fill(opened, 60, 5)
        yield opened


async def test_the_end_of_the_desk_is_one_key_away(store: Store) -> None:
    every = search.figures(store, parse(""), limit=9999).items
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "v")
        await settle(pilot)
        results = app.desk.results
        assert results.highlighted == every[0]
        await pilot.press("G")
        await settle(pilot)
        assert results.highlighted == every[-1]
        assert results.count == PAGE
        while results.count < 3 * PAGE:
            await pilot.press("b", "b")
            shown = await settle(pilot)
            assert results.highlighted == every[results.cursor - results.count]
            rows = [line for line in shown.splitlines() if "\u2502 " in line]
            assert len(set(rows)) == len(rows)
        await pilot.press("G", "g")
        await settle(pilot)
        assert results.highlighted == every[0]
        await pilot.press("j")
        assert results.highlighted == every[1]


async def test_so_is_the_end_of_a_search_by_date(store: Store) -> None:
    oldest = search.search(store, parse("de"), reverse=True, limit=1).items[0]
    app = Searching(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"de ", "tab", "G")
        await settle(pilot)
        assert app.search.results.highlighted.row == oldest.row
