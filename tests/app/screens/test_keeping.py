from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from tests.conftest import picture
from tests.library.told import put, told
from tui.app.screens.keeping import Keeping
from tui.app.screens.library import LibraryScreen
from tui.app.sentence import Sentence
from tui.app.shelf import Shelf
from tui.cli import main
from tui.library import clippings, corrections
from tui.library.store import Store
from tui.output.csv import BOM
from tui.parser import Block, Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot
    from textual.screen import Screen

from textual.app import App

LOOKS = 200

WORDS = "Le budget des écoles attendra encore un an."
ARTICLE = told("Écoles", ("Nora Vial", WORDS), ("Lise Roux", "Nous verrons bien en mars."),
               figures=((20, "écoles"),), before="Il pleut. Il neige enfin ! ")  # fmt: skip


class Host(App[None]):
    """An app with nothing but the library."""

    CSS_PATH = Path(__file__).parents[3] / "tui" / "app" / "app.tcss"

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.shelf = Shelf(store)

    def on_mount(self) -> None:
        self.push_screen(self.first())

    def first(self) -> Screen[None]:
        return LibraryScreen(self.shelf)


async def until(pilot: Pilot[None], so: Callable[[], bool]) -> None:
    for _look in range(LOOKS):
        await pilot.pause(0.02)
        if so():
            return
    raise AssertionError("never so")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "library.db")
    put(store, ARTICLE)
    return store


def screen_of(pilot: Pilot[None]) -> Keeping:
    return cast("Keeping", pilot.app.screen)


async def opened(pilot: Pilot[None]) -> Keeping:
    """Open the one article, and take its first quote in hand."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Keeping))
    screen = screen_of(pilot)
    await until(pilot, lambda: screen.shown is not None and screen.shown.article is not None)
    await pilot.press("enter", "right_square_bracket")
    await until(pilot, lambda: screen.selected is not None)
    return screen


async def choose(pilot: Pilot[None], number: int) -> None:
    await until(pilot, lambda: not isinstance(pilot.app.screen, Keeping))
    await pilot.pause(0.05)
    await pilot.press(*["down"] * number, "enter")


async def test_what_is_in_hand_is_kept_with_a_note_and_tags(store: Store) -> None:
    async with Host(store).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("m")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Keeping))
        await pilot.press(*"voir #budget", "enter")
        await until(pilot, lambda: bool(clippings.at(store, 1)))
        [clipping] = clippings.at(store, 1)
        assert (clipping.words, clipping.note, clipping.tags) == (WORDS, "voir", ("budget",))
        await until(pilot, lambda: isinstance(pilot.app.screen, Keeping))
        await until(pilot, lambda: "◆ ¶1" in picture(pilot.app) and "◆ kept" in picture(pilot.app))
        await pilot.press("u")
        await until(pilot, lambda: not clippings.at(store, 1))
        await until(pilot, lambda: "◆" not in picture(pilot.app))
    store.close()


async def test_a_sentence_is_chosen_grown_shrunk_and_kept(store: Store) -> None:
    async with Host(store).run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("v")
        await until(pilot, lambda: screen.sentence is not None)
        await pilot.press("V", "V", "plus", "plus", "minus")
        text = ARTICLE.text
        chosen = screen.sentence
        assert chosen
        assert text[chosen.start : chosen.end] == "Il pleut. Il neige enfin !"
        await pilot.press("m")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Keeping))
        await pilot.press("enter")
        await until(pilot, lambda: bool(clippings.at(store, 1)))
        [clipping] = clippings.at(store, 1)
        assert (clipping.kind, clipping.words) == ("sentence", "Il pleut. Il neige enfin !")
        await until(pilot, lambda: isinstance(pilot.app.screen, Keeping))
        await pilot.press("escape")
        assert screen.sentence is None
    store.close()


async def test_a_speaker_is_put_right_and_a_figure_dismissed(store: Store) -> None:
    async with Host(store).run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("c")
        await choose(pilot, 0)
        await choose(pilot, 1)
        await until(pilot, lambda: bool(corrections.of(store, 1)))
        [correction] = corrections.of(store, 1)
        assert correction.changes == {"speaker": "Lise Roux"}
        await until(pilot, lambda: "✎ corrected by you" in picture(pilot.app))
        await until(pilot, lambda: screen.selected is not None)
        await pilot.press("right_square_bracket", "right_square_bracket", "delete")
        await until(pilot, lambda: len(corrections.of(store, 1)) == 2)
        kept = store.get(1)
        assert kept
        assert kept.article
        assert kept.article.figures == ()
        await until(pilot, lambda: not screen.shown or not screen.shown.article.figures)  # type: ignore[union-attr]
    store.close()


async def test_evidence_is_written_to_a_file_that_verifies(
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(tmp_path / "library.db"))
    async with Host(store).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        for choices, ending in (((1, 1), ".csv"), ((2,), ".html")):
            await pilot.press("e")
            for number in choices:
                before = pilot.app.screen
                await choose(pilot, number)
                await until(pilot, lambda before=before: pilot.app.screen is not before)  # type: ignore[misc]
            await until(pilot, lambda: bool(pilot.app.screen.query("#prompt-line")))
            await pilot.press("enter")
            file = tmp_path / f"ecoles{ending}"
            await until(pilot, file.exists)
            await until(pilot, lambda: isinstance(pilot.app.screen, Keeping))
    store.close()
    assert not (tmp_path / "ecoles.csv").read_text("utf-8").startswith(BOM)
    for ending in (".csv", ".html"):
        assert main(["verify", str(tmp_path / f"ecoles{ending}")]) == 0
        assert "3 of 3 pieces" in capsys.readouterr().out


def test_sentences_stay_inside_the_prose() -> None:
    text = "Titre\n\nUn. Deux ? Trois"
    document = Document(text, (Block(0, 5, "heading", 1), Block(7, len(text), "paragraph")))
    chosen = Sentence.at(document, 9)
    assert chosen
    words = [text[chosen.start : chosen.end]]
    for step in (1, 1, 1, -1, -1, -1, -1):
        chosen = chosen.moved(step)
        words.append(text[chosen.start : chosen.end])
    assert words == ["Un.", "Deux ?", "Trois", "Trois", "Deux ?", "Un.", "Titre", "Titre"]
    for _more in range(5):
        chosen = chosen.grown()
    assert text[chosen.start : chosen.end] == text
    for _less in range(5):
        chosen = chosen.shrunk()
    assert text[chosen.start : chosen.end] == "Titre"
    assert Sentence.at(Document(""), 0) is None
