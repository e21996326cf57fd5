from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.settings import Settings, remember_theme

if TYPE_CHECKING:
    from pathlib import Path


def test_a_theme_is_remembered_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"
    remember_theme(file, "nord")
    assert Settings.read(file).theme == "nord"


def test_the_readers_own_lines_stay_when_a_theme_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        '# mine\ntheme = "nord" # dark\nother = 1\n\n[keys]\n"list.open" = "o"\ntheme = "t"\n'
    )
    remember_theme(file, "textual-light")
    assert file.read_text() == (
        '# mine\ntheme = "textual-light"\nother = 1\n\n[keys]\n"list.open" = "o"\ntheme = "t"\n'
    )
    assert Settings.read(file) == Settings("textual-light", {"list.open": "o", "theme": "t"})


def test_a_theme_goes_before_the_first_table(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[keys]\n"find" = "f"\n')
    remember_theme(file, "nord")
    assert Settings.read(file) == Settings("nord", {"find": "f"})


@pytest.mark.parametrize(
    "content",
    [b"theme = ", b"\xff\xfe", b"theme = 3\nkeys = 4\n", b'[keys]\n"find" = 3\n', b""],
)
def test_a_file_that_makes_no_sense_is_as_if_it_were_not_there(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    assert Settings.read(file) == Settings()


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(IsADirectoryError):
        remember_theme(tmp_path / "settings.toml", "nord")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


@given(theme=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_theme_name_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, theme: str
) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    remember_theme(file, theme)
    remember_theme(file, theme)
    assert Settings.read(file).theme == theme
    assert len(tomllib.loads(file.read_text(encoding="utf-8"))) == 1
