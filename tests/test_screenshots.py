from __future__ import annotations

import pytest

from screenshots import draw


@pytest.mark.parametrize("name", draw.SCENES)
def test_a_picture_shows_the_program_as_it_is(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draw.HERE)  # and back, since drawing moves to the checkout
    assert draw.file_of(name).read_text("utf-8") == draw.draw(name), (
        "run python -m screenshots.draw, and look at what changed"
    )
