"""Parquet: one article a row, in columns named as the keys of our JSON lines.

A few rows are in memory at a time, whatever the size of the table.
"""

from __future__ import annotations

from datetime import date
from typing import IO, TYPE_CHECKING, Any

from tui.locale import _
from tui.sources.json_lines import article_of
from tui.sources.loaded import Loaded, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("id", "text", "lang", "title", "published")

_ROWS = 64
"""Rows of one batch."""


def read_parquet(stream: IO[bytes], name: str) -> Iterator[Loaded | SourceError]:
    """Yield the article of each row as it is read; a bad row is an error in its place."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to load
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError:
        yield SourceError(
            _('{name}: reading Parquet needs an extra; pip install "newsreader-tui[dask]"').format(
                name=name
            )
        )
        return
    number = 0
    try:
        table = ParquetFile(stream)
        columns = [column for column in COLUMNS if column in table.schema_arrow.names]
        for batch in table.iter_batches(_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                place = _("{name}, row {number}").format(name=name, number=number)
                yield article_of(_plain(row), place, name, f"{name}:{number}")
    except (pa.ArrowException, OSError):
        yield SourceError(_("{name}: damaged, or not Parquet").format(name=name))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Write dates as JSON does."""
    return {
        key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()
    }
