"""What is closed is given back: a day of reading leaves no more behind than a minute."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING
from weakref import WeakSet

from textual._styles_cache import StylesCache

from tests.app.screens.kept import make, opened, rest, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def drawn() -> list[StylesCache]:
    """Give what holds the lines of a widget, for every widget that still has any."""
    gc.collect()
    return [one for one in gc.get_objects() if type(one) is StylesCache]


async def test_a_closed_screen_leaves_no_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    app = opened(make(tmp_path / "library.db"))
    async with app.run_test(size=(120, 40)) as pilot:
        await rest(pilot)
        await pilot.press("question_mark", "escape")  # what is made once stays
        await rest(pilot)
        before = WeakSet(drawn())
        for _time in range(3):
            await pilot.press("question_mark", "escape")
        await until(pilot, lambda: all(one in before for one in drawn()))
    app.close_stores()
