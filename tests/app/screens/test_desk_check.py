from __future__ import annotations

from typing import TYPE_CHECKING

from tests.app.screens.libraries import OneScreen, settle
from tui.app.screens.check import CheckScreen
from tui.app.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.store import Store


class Check(OneScreen):
    def __init__(self, store: Store) -> None:
        super().__init__(CheckScreen(Shelf(store)))

    def on_check_screen_opened(self, event: CheckScreen.Opened) -> None:
        self.heard.append(event)


async def test_the_nearest_words_come_with_what_differs(
    store: Store, golden: Callable[[str, str], None]
) -> None:
    app = Check(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"il manque 14 professeurs")
        golden("check", await settle(pilot))
        await pilot.press("enter")
        await pilot.pause()
        (opened,) = app.heard
        assert isinstance(opened, CheckScreen.Opened)
        assert opened.found.item.text == "Il manque 12 professeurs"


async def test_nothing_near_is_said(store: Store) -> None:
    app = Check(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"zebre")
        assert "Nothing near in what is kept." in await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert app.heard == []
