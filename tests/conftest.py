"""What all tests share: an interface in English, settings of nobody, and pictures of the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tui import locale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads these when it is imported
os.environ.pop("NO_COLOR", None)
os.environ.pop("TEXTUAL_THEME", None)
for name in [one for one in os.environ if one.lower().endswith("_proxy")]:
    del os.environ[name]  # a server of a test is on this machine

settings.register_profile("newsreader", deadline=None)  # no test asserts a time
settings.load_profile("newsreader")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden texts instead of comparing"
    )


@pytest.fixture(autouse=True)
def _speak_english() -> Iterator[None]:
    locale.use("en")
    yield
    locale.use("en")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with the file of that name beside the test."""

    def compare(name: str, text: str) -> None:
        file = Path(request.path).parent / "golden" / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text + "\n", encoding="utf-8")
        assert text + "\n" == file.read_text(encoding="utf-8")

    return compare


def picture(app: App[Any]) -> str:
    """Give what is on screen as lines of text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
