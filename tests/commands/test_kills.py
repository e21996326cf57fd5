"""The real program is killed at a few moments; tests.long.program_kills does it a hundred times."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.long.program_kills import check, finish, kill_add, kill_app, write_folder

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("fcntl")


def test_a_killed_add_and_a_killed_app_lose_nothing_that_was_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    chance = random.Random(5)  # noqa: S311 - no secret
    file, folder = tmp_path / "library.db", tmp_path / "dossier"
    write_folder(folder, 60, 5)
    check(file, kill_add(file, folder, chance.uniform(0, 0.4)))
    check(file, kill_app(file, chance, chance.uniform(0.2, 1)))
    finish(file, folder)
