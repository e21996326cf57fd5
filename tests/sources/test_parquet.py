from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tui.parser import PartialDate
from tui.sources.files import Loaded, SourceError, load

if TYPE_CHECKING:
    from pathlib import Path

pyarrow = pytest.importorskip("pyarrow", reason="the extra “dask” is not installed")


def table(folder: Path, *rows: dict[str, Any]) -> Path:
    from pyarrow import parquet

    file = folder / "a.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(list(rows)), file)
    return file


def test_a_row_is_an_article(tmp_path: Path) -> None:
    file = table(
        tmp_path,
        {"id": 7, "text": "« Été »", "lang": "fr", "published": date(2023, 2, 1), "more": [1]},
        {"id": None, "text": "Deux.", "lang": None, "published": None, "more": None},
    )
    one, two = load([file])
    assert isinstance(one, Loaded)
    assert isinstance(two, Loaded)
    assert (one.origin, one.document.text, one.document.language) == ("7", "« Été »", "fr")
    assert one.document.published == PartialDate(2023, 2, 1)
    assert two.origin == f"{file}:2"


def test_a_bad_row_is_an_error_in_its_place(tmp_path: Path) -> None:
    bad, good = load([table(tmp_path, {"text": None}, {"text": "Un texte."})])
    assert isinstance(bad, SourceError)
    assert "row 1" in str(bad)
    assert isinstance(good, Loaded)


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\0" * 40 + b"PAR1", b"text"])
def test_what_is_no_table_is_one_error(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.parquet"
    file.write_bytes(data)
    (error,) = load([file])
    assert isinstance(error, SourceError)
    assert "Parquet" in str(error)


def test_without_the_extra_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = table(tmp_path, {"text": "Un texte."})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (error,) = load([file])
    assert "newsreader-tui[dask]" in str(error)
