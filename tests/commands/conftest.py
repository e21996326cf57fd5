from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sources.server import Server, serving
from tui.library.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name the library that commands work on; it is made by the first that opens it."""
    file = tmp_path / "library.db"
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(file))
    return file


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    opened = Store.open(library)
    yield opened
    opened.close()
