from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.app.screens.libraries import OneScreen, settle
from tui import locale
from tui.app.desk_views import makes_a_line, series_query
from tui.app.screens.desk import DeskScreen
from tui.app.shelf import Shelf
from tui.library import clippings, corrections, search
from tui.library.people import pages
from tui.library.query import parse
from tui.parser import Figure, Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.library.store import Store


class Desk(OneScreen):
    def __init__(self, store: Store) -> None:
        super().__init__(DeskScreen(Shelf(store)))

    @property
    def desk(self) -> DeskScreen:
        assert isinstance(self.shown, DeskScreen)
        return self.shown

    def on_desk_screen_opened(self, event: DeskScreen.Opened) -> None:
        self.heard.append(event)


async def test_quotes_figures_and_people_each_have_their_list(
    store: Store, golden: Callable[[str, str], None]
) -> None:
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        golden("desk-quotes", await settle(pilot))
        await pilot.press("2")
        golden("desk-figures", await settle(pilot))
        await pilot.press("3")
        golden("desk-people", await settle(pilot))


async def test_what_is_kept_or_corrected_has_its_sign(store: Store) -> None:
    [found] = search.quotes(store, parse("qui:vial")).items
    clippings.keep(store, found.article, "quote", found.item.start, found.item.end)
    corrections.correct(store, found.article, "figure", 0, unit="USD")
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot)
        assert "◆ 2 Mar 2026" in shown
        assert "◆ kept" in shown
        assert "✎" not in shown
        await pilot.press("2")
        shown = await settle(pilot)
        assert shown.count("✎") == 2
        assert "✎ corrected by you" in shown


async def test_enter_goes_to_the_passage(store: Store) -> None:
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "slash", *"of:eleves", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        opened = app.heard[-1]
        assert isinstance(opened, DeskScreen.Opened)
        kept = store.get(opened.found.article)
        assert kept is not None
        item = opened.found.item
        assert kept.document.text[item.start : item.end] == "240"


async def test_a_list_keeps_its_query_while_another_is_looked_at(store: Store) -> None:
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"speaker:vial")
        assert "1 quote ·" in await settle(pilot)
        await pilot.press("f3", *"unit:EUR")
        assert "2 figures ·" in await settle(pilot)
        await pilot.press("f2")
        assert "1 quote ·" in await settle(pilot)
        assert app.desk.box.text == "speaker:vial"


async def test_lists_have_orders_and_groups(store: Store) -> None:
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("v")
        shown = await settle(pilot)
        assert "newest first · by month" in shown
        assert [line for line in shown.splitlines() if "March 2026" in line]
        await pilot.press("t", "t")
        shown = await settle(pilot)
        assert "by speaker" in shown
        names = [line[4:20].strip() for line in shown.splitlines()[4:12]]
        assert names[0] == "Nora Vial"
        assert names[3] == "Paul Rey"
        await pilot.press("2", "t", "t")
        shown = await settle(pilot)
        assert "largest first" in shown
        assert "5,000,000\u00a0EUR" in shown.splitlines()[5]


async def test_from_a_person_to_what_they_said_and_back(store: Store) -> None:
    app = Desk(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        await pilot.press("enter")
        shown = await settle(pilot)
        assert "2 quotes" in shown
        assert "Paul Rey" in shown.splitlines()[-2]
        await pilot.press("p")
        assert "quotes a month" in await settle(pilot)
        await pilot.press("escape")
        assert "most quoted first" in await settle(pilot)


@pytest.mark.parametrize(("few", "scope"), [(9, "within this"), (0, "over the whole library")])
async def test_it_is_said_what_is_counted_of_people(
    store: Store, monkeypatch: pytest.MonkeyPatch, few: int, scope: str
) -> None:
    monkeypatch.setattr(pages, "_COUNTED", few)
    app = Desk(store)
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3", "slash", *"since:2026")
        shown = await settle(pilot)
        assert f"most quoted first · counted {scope}" in shown
        paul = next(line for line in shown.splitlines() if "Paul Rey" in line)
        numbers = [word for word in paul.split() if word.isdigit()]
        assert numbers == (["1", "1"] if few else ["2", "2"])


async def test_figures_of_one_noun_and_unit_are_drawn_over_time(
    store: Store, golden: Callable[[str, str], None]
) -> None:
    app = Desk(store)
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert app.desk.box.text == "unit:EUR"
        golden("desk-plot", await settle(pilot))
        await pilot.press("slash", *"vial", "tab", "p")
        await settle(pilot)
        assert not app.desk.query("#over-time")


async def test_the_row_is_copied_and_the_answers_are_exported(store: Store, tmp_path: Path) -> None:
    app = Desk(store)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert "Le chantier a coûté 3 millions d’euros" in app.clipboard
        assert "Nora Vial" in app.clipboard
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        file = tmp_path / "quotes.jsonl"
        app.screen.query_one("#prompt-line", Input).value = str(file)
        await pilot.press("enter")
        await settle(pilot)
        said = [json.loads(line)["text"] for line in file.read_text("utf-8").splitlines()]
        assert said == [
            "Le chantier a coûté 3 millions d’euros",
            "Il manque 12 professeurs",
            "Le budget attendra",
        ]


def figure(unit: str | None, noun: str | None) -> Figure:
    of = Span(3, 3 + len(noun), noun) if noun else None
    return Figure(0, 2, "12", 12.0, None, unit, None, None, of, None, None)


@pytest.mark.parametrize(
    ("typed", "unit", "noun", "asked"),
    [
        ("", "EUR", None, "unit:EUR"),
        ("since:2024", None, "obus", "since:2024 of:obus"),
        ("of:obus", "t", "acier", "of:obus unit:t"),
        ("", "EUR", "dette publique", 'of:"dette publique" unit:EUR'),
        ("unit:EUR", "EUR", "dette publique", "unit:EUR"),
        ("", "%", None, 'unit:"%"'),
    ],
)
def test_a_figure_completes_the_query_that_makes_a_line(
    typed: str, unit: str | None, noun: str | None, asked: str
) -> None:
    assert series_query(typed, figure(unit, noun)) == asked
    assert makes_a_line(parse(asked))


def test_in_french_the_query_is_completed_in_french() -> None:
    locale.use("fr")
    assert series_query("", figure("EUR", "dette")) == "de:dette unité:EUR"
