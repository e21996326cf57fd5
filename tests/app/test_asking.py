"""Asking the library from the app: there, to the passage, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.screens.kept import make, opened, rest, screen, shows, until
from tui.app.screens.desk import DeskScreen
from tui.app.screens.opened import OpenedScreen
from tui.app.screens.search import SearchScreen

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make(tmp_path / "library.db")


async def test_search_leads_to_the_first_match_and_back_to_the_answers(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 30)) as pilot:
        await rest(pilot)
        await pilot.press("s", *"ecole")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.box.text == "ecole"
        await rest(pilot)
        await pilot.press("down", "enter")
        shown = await rest(pilot)
        reading = screen(app)
        assert "/ecole 1/2" in shown
        assert app.focused is reading.reader
        await pilot.press("n")
        assert "/ecole 2/2" in await rest(pilot)
        await pilot.press("s")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.results.cursor == 1
        assert app.screen.box.text == "ecole"
        await pilot.press("escape")
        assert app.screen_stack[-1] is reading
    app.close_stores()


async def test_the_desk_leads_to_the_quote_in_its_article(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 30)) as pilot:
        await rest(pilot)
        await pilot.press("D")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await rest(pilot)
        await pilot.press("j", "j", "enter")
        await rest(pilot)
        reading = screen(app)
        assert reading.shown is not None
        assert reading.shown.document.title == "Budget : rien de neuf"
        card = reading.evidence.cursor
        assert reading.evidence._marks.items[card].text == "Le budget attendra"
        await pilot.press("D")
        assert isinstance(app.screen, DeskScreen)
        await pilot.press("escape")
        assert app.screen_stack[-1] is reading
    app.close_stores()


async def test_what_is_opened_without_being_kept_is_asked_too(file: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Le pont\n\nLe pont de Vaubreuil fermera.", encoding="utf-8")
    app = opened(file, str(article))
    async with app.run_test(size=(120, 30)) as pilot:
        await rest(pilot)
        await pilot.press("s", *"vaubreuil")
        assert "1 article" in await rest(pilot)
        await pilot.press("enter")
        await rest(pilot)
        assert isinstance(app.screen, OpenedScreen)
    app.close_stores()


async def test_letters_are_letters_where_one_types(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 30)) as pilot:
        await rest(pilot)
        await pilot.press("s", *"sDs")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.box.text == "sDs"
        await pilot.press("f1")
        await rest(pilot)
        shown = app.screen
        await pilot.press("s", "D")
        assert app.screen is shown
    app.close_stores()


async def test_a_saved_search_stands_among_the_sources_with_its_count(file: Path) -> None:
    app = opened(file)
    async with app.run_test(size=(120, 30)) as pilot:
        await rest(pilot)
        await pilot.press("s", *"école")
        await rest(pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen.query("#prompt-line"))
        await pilot.press(*"Rentrée", "enter")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await pilot.press("escape")
        await shows(pilot, "⌕ Rentrée")
        reading = screen(app)
        entry = reading.menu.entries[-1]
        assert (entry.label, entry.count) == ("⌕ Rentrée", 2)
        await pilot.press("0", "G")
        await rest(pilot)
        assert reading.articles.border_title is not None
        assert "/école" in str(reading.articles.border_title)
        assert [row.title for row in reading.rows(0, 9)] == [
            "Le port de Saint-Brévin rouvre",
            "L’ÉCOLE FERME [sic]",
        ]
        await pilot.press("g")
        await rest(pilot)
        assert len(reading.rows(0, 9)) == 3
    app.close_stores()
