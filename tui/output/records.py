"""Records, one a line: what a command found, as a table, JSON, CSV or Markdown.

A record is a mapping of plain values with the same keys as all others of its run.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.locale import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.output.csv import Dialect

    Record = Mapping[str, Any]

FORMATS = ("table", "json", "jsonl", "csv", "markdown")

_WIDEST = 80
"""Characters of a cell in a table; the other formats cut nothing."""


def write(
    records: Iterable[Record],
    columns: Sequence[str],
    form: str,
    shown: Sequence[str] = (),
    dialect: Dialect = "en",
) -> Iterator[str]:
    """Give the pieces of the output; a table shows only the columns in `shown`, or else all."""
    if form == "csv":
        from tui.output.csv import header, lines  # noqa: PLC0415 - only what this run prints

        yield header(columns, dialect)
        for record in records:
            yield lines([record], columns, dialect)
    elif form == "json":
        before = "[\n"
        for record in records:
            yield before + _line(record, columns)
            before = ",\n"
        yield "[]\n" if before == "[\n" else "\n]\n"
    elif form == "jsonl":
        for record in records:
            yield _line(record, columns) + "\n"
    elif form == "markdown":
        yield from _markdown(records, shown or columns)
    else:
        yield from _table(list(records), shown or columns)


def _line(record: Record, columns: Sequence[str]) -> str:
    plain = {name: _number(record[name]) for name in columns}
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)


def _number(value: object) -> object:
    """Write whole numbers without a fraction: 20000, not 20000.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _markdown(records: Iterable[Record], columns: Sequence[str]) -> Iterator[str]:
    from tui.output.markdown import escape  # noqa: PLC0415 - only what this run prints

    yield f"| {' | '.join(columns)} |\n| {' | '.join('---' for _ in columns)} |\n"
    for record in records:
        yield f"| {' | '.join(escape(_cell(record[name])) for name in columns)} |\n"


def _table(records: list[Record], columns: Sequence[str]) -> Iterator[str]:
    """Write columns side by side, as wide as what is in them; nothing at all for no record."""
    if not records:
        return
    rows = [list(columns), *([_cut(_cell(record[name])) for name in columns] for record in records)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip() + "\n"


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else f"{cell[: _WIDEST - 1]}…"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return format_number(value)
    return " ".join(str(value).split())
