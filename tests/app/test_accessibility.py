"""What is promised to those who have no mouse, no colour, few signs or little room."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import tui.app
from tests.conftest import picture
from tui.app import plain_signs
from tui.app.app import NewsreaderApp
from tui.locale import _, use

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TERMINAL_EATS = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+left_square_bracket"}
"""Keys that a terminal sends as Tab, Enter, Backspace, a new line and Escape."""

ARTICLE = """Le port rouvre

« Il faut vingt mois », a dit Anne Roux. Il en reste 20, selon la ville.
"""


def classes() -> Iterator[type[DOMNode]]:
    for module in pkgutil.walk_packages(tui.app.__path__, "tui.app."):
        for thing in vars(importlib.import_module(module.name)).values():
            own = isinstance(thing, type) and thing.__module__ == module.name
            if own and issubclass(thing, DOMNode):
                yield thing


def bindings() -> Iterator[tuple[type[DOMNode], Binding]]:
    for thing in classes():
        for binding in vars(thing).get("BINDINGS", ()):
            if isinstance(binding, Binding):
                yield thing, binding


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    file = tmp_path / "port.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def open_on(file: Path) -> NewsreaderApp:
    return NewsreaderApp.open([str(file)], file.parent / "library.db")


async def settle(pilot: Any) -> str:
    """Wait until the evidence is found; the picture then."""
    for _turn in range(100):
        await pilot.pause(0.05)
        if "2 «" in (shown := picture(pilot.app)) or '2 "' in shown:
            return shown
    raise AssertionError(f"no evidence in\n{shown}")


def test_every_key_can_be_changed_and_says_what_it_does_in_french() -> None:
    found = list(bindings())
    assert len(found) > 40
    use("fr")
    same = {"Articles", "Citations", "Desk", "Documents", "Note", "Sources"}
    untold = [
        (where.__name__, binding.key)
        for where, binding in found
        if binding.description and _(binding.description) == binding.description not in same
    ]
    assert not untold
    assert not [(w.__name__, b.key) for w, b in found if b.description and not b.id]


def test_no_key_is_one_that_a_terminal_means_otherwise() -> None:
    assert not [b for _, b in bindings() if TERMINAL_EATS & set(b.key.split(","))]


CLICKED = {
    "ArticleList": "enter",
    "CardList": "enter",
    "PagedList": "enter",
    "Reader": "right_square_bracket",  # from one piece of evidence to the next
    "KeyLine": "question_mark",  # which lists what the line names
}
"""What takes a click, and the key that does the same."""


def test_every_click_does_what_a_key_does() -> None:
    assert {thing.__name__ for thing in classes() if "on_click" in vars(thing)} == CLICKED.keys()
    keys = {key for _where, binding in bindings() for key in binding.key.split(",")}
    assert keys >= set(CLICKED.values())


async def test_ascii_is_enough(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_ASCII", "1")
    app = open_on(article)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        shown = await settle(pilot)
        await pilot.press("3")
        await pilot.pause()
        for text in (shown, picture(app)):
            assert not {c for c in text if not c.isascii() and not c.isalpha()}
            assert "+-" in text
            assert "Il faut vingt mois" in " ".join(text.split())


def test_every_sign_has_one_as_wide() -> None:
    assert all(len(plain) == 1 and plain.isascii() for plain in plain_signs.ASCII.values())


async def test_eighty_columns_and_the_keyboard_reach_every_pane(article: Path) -> None:
    app = open_on(article)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        for key, words in (("3", "Anne Roux"), ("1", "Le port rouvre"), ("2", "selon la ville")):
            await pilot.press(key)
            await pilot.pause()
            assert words in picture(app)
            assert app.focused is not None
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Keys" in picture(app)


async def test_without_colour_evidence_still_looks_like_evidence(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    tui.app.respect_no_color()
    app = open_on(article)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        looks: dict[str, set[str]] = {}
        for strip in app.screen._compositor.render_strips():
            for text, style, _control in strip:
                for words in ("Il faut", "vingt mois"):
                    if words in text and style is not None:
                        looks.setdefault(words, set()).add(str(style.without_color))
        assert "italic" in looks["Il faut"]
        assert "bold italic" in looks["vingt mois"]
