from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import _time

from tests.app.screens.kept import make, opened, rest, screen, shows, until
from tui.app.screens.library import LibraryScreen
from tui.app.screens.opened import OpenedScreen
from tui.library.store import Listing, Store
from tui.parser import Document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "pont.txt"
    file.write_text("Le pont ferme\n\n« Il faut agir », a dit Anne Roux.", "utf-8")
    return file


async def test_an_empty_library_shows_the_samples_and_how_to_add(tmp_path: Path) -> None:
    app = opened(tmp_path / "library.db")
    async with app.run_test(size=(120, 40)) as pilot:
        picture = await shows(pilot, "Harrow Bay", "adds a file or folder")
        assert "a Keep" in picture
        assert isinstance(app.screen, OpenedScreen)
    app.close_stores()


async def test_files_open_without_being_kept_and_a_keeps_the_one_on_show(
    article: Path, tmp_path: Path
) -> None:
    file = tmp_path / "library.db"
    app = opened(file, str(article))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "1 «")
        assert not file.exists()
        await pilot.press("a")
        await shows(pilot, "Kept in the library")
        await pilot.press("a")
        await shows(pilot, "in the library already")
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await rest(pilot)
        await pilot.press("q")
        assert isinstance(app.screen, OpenedScreen)
    app.close_stores()
    store = Store.open(file)
    [row] = store.rows(Listing(), 0, 9)
    assert row.quotes == 1
    assert store.origins() == [str(article)]
    store.close()


async def test_a_library_that_cannot_be_opened_is_said_and_the_article_stays(
    article: Path, tmp_path: Path
) -> None:
    file = tmp_path / "library.db"
    file.write_text("Pas une bibliothèque.\n" * 300, "utf-8")
    app = opened(file, str(article))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "1 «")
        await pilot.press("a")
        await shows(pilot, "not a newsreader library")
        await pilot.press("L")
        assert isinstance(app.screen, OpenedScreen)
    app.close_stores()
    assert file.read_text("utf-8").startswith("Pas une")


async def test_what_is_added_from_the_samples_opens_the_library(
    article: Path, tmp_path: Path
) -> None:
    app = opened(tmp_path / "library.db")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "Harrow Bay")
        await pilot.press("A")
        await pilot.pause()
        await pilot.press(*str(article).replace("/", "|").replace("|", "/"), "enter")
        await shows(pilot, "1 new article", "Le pont ferme")
        assert screen(app).shelf.store.count() == 1
        assert not screen(app).is_over_another
    app.close_stores()


async def test_text_pasted_into_the_library_is_read_over_it_and_kept_by_a(tmp_path: Path) -> None:
    from textual.events import Paste

    app = opened(make(tmp_path / "library.db"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await rest(pilot)
        screen(app).articles.post_message(Paste("Texte collé\n\n« Oui », a dit Anne Roux."))
        await shows(pilot, "Texte collé", "1 «", "q Close")
        await pilot.press("a")
        await shows(pilot, "Kept in the library")
        await pilot.press("q", "q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await shows(pilot, "Texte collé")
    app.close_stores()


async def test_what_waits_for_a_moment_is_not_lost_on_a_machine_that_stalls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a while, more passes between two looks at the clock than such a moment lasts."""
    now, stalls = _time.get_time, iter(range(1, 20))
    stalled = 0

    def stalling() -> float:
        nonlocal stalled
        stalled = next(stalls, stalled)
        return now() + stalled

    app = opened(make(tmp_path / "library.db"))
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        screen(app).shelf.store.take([(Document.plain("Venu d'ailleurs\n\nUn texte."), "9.txt")])
        monkeypatch.setattr(_time, "get_time", stalling)
        screen(app).articles_came()
        await shows(pilot, "Venu d'ailleurs")
        monkeypatch.undo()
    app.close_stores()


async def test_pasted_text_opens_and_is_kept_by_a(tmp_path: Path) -> None:
    from textual.events import Paste

    app = opened(tmp_path / "library.db")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "Harrow Bay")
        assert isinstance(app.screen, OpenedScreen)
        app.screen.articles.post_message(Paste("Texte collé\n\n« Oui », a dit Anne Roux."))
        await shows(pilot, "Texte collé", "1 «")
        await pilot.press("a")
        await shows(pilot, "Kept in the library")
    app.close_stores()
