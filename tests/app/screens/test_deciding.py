from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tests.app.screens.test_keeping import Host, until
from tests.library.told import put, told
from tui.app.screens.desk import DeskScreen
from tui.library import clippings
from tui.library.people import asking as people
from tui.library.query import parse

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

    from tui.library.store import Store

from tui.library import store as stores

ARTICLES = (
    told("Un", ("Nora Vial", "Le budget des écoles attendra encore un an.")),
    told("Deux", ("Leonor Vial-Roux", "Nous verrons bien en mars.")),
)


class Desk(Host):
    """An app with nothing but the desk."""

    def first(self) -> Screen[None]:
        return DeskScreen(self.shelf)


def library(tmp_path: Path) -> Store:
    store = stores.Store.open(tmp_path / "library.db")
    put(store, *ARTICLES)
    return store


async def shown(pilot: Pilot[None], quotes: int = 2) -> DeskScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
    screen = cast("DeskScreen", pilot.app.screen)
    screen.enter()
    await until(pilot, lambda: screen.results.count == quotes)
    return screen


def names(store: Store) -> int:
    return len(people.page(store, parse("")).items)


async def test_two_people_are_joined_parted_and_taken_back(tmp_path: Path) -> None:
    store = library(tmp_path)
    async with Desk(store).run_test(size=(80, 24)) as pilot:
        screen = await shown(pilot)
        await pilot.press("3")
        await until(pilot, lambda: screen.tab == "people" and screen.results.count == 2)
        await until(pilot, lambda: screen.results.highlighted is not None)
        first = screen.results.highlighted.name
        other = "leonor" if first == "Nora Vial" else "nora"
        await pilot.press("plus")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press(*other, "enter")
        await until(pilot, lambda: bool(pilot.app.screen.query("#choose")))
        await pilot.press("enter")
        await until(pilot, lambda: names(store) == 1)
        await until(pilot, lambda: pilot.app.screen is screen and screen.results.count == 1)
        await pilot.press("minus")
        await until(pilot, lambda: bool(pilot.app.screen.query("#choose")))
        await pilot.press("enter")
        await until(pilot, lambda: names(store) == 2)
        await until(pilot, lambda: pilot.app.screen is screen and screen.results.count == 2)
        await pilot.press("u")
        await until(pilot, lambda: names(store) == 1)
    store.close()


async def test_the_speaker_of_a_quote_is_someone_else_in_its_article(tmp_path: Path) -> None:
    store = library(tmp_path)
    put(store, told("Trois", ("Nora Vial", "Rien ne presse.")))
    async with Desk(store).run_test(size=(80, 24)) as pilot:
        screen = await shown(pilot, 3)
        await until(pilot, lambda: screen.results.highlighted is not None)
        assert names(store) == 2
        while screen.results.highlighted.item.speaker.name != "Nora Vial":
            await pilot.press("down")
        await pilot.press("minus")
        await until(pilot, lambda: names(store) == 3)
    store.close()


async def test_a_quote_is_kept_from_the_desk(tmp_path: Path) -> None:
    store = library(tmp_path)
    async with Desk(store).run_test(size=(80, 24)) as pilot:
        screen = await shown(pilot)
        await until(pilot, lambda: screen.results.highlighted is not None)
        await pilot.press("m")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press(*"voir", "enter")
        await until(pilot, lambda: len(list(clippings.every(store))) == 1)
        [clipping] = clippings.every(store)
        assert (clipping.note, clipping.n) == ("voir", 0)
    store.close()
