"""Evidence with its citation, as what a note, a table, a program or a bibliography takes.

A record has the names that `tui.library.cited` gives; a name that it lacks is nothing known.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from tui.output import records as plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.output.csv import Dialect

    Record = Mapping[str, Any]

FORMATS = (*plain.FORMATS, "bibtex", "csl")

EXTENSIONS = {"markdown": ".md", "csv": ".csv", "jsonl": ".jsonl", "json": ".json",
              "bibtex": ".bib", "csl": ".csl.json", "html": ".html", "table": ".txt"}  # fmt: skip
"""How a file of each format is called."""


def write(
    records: Iterable[Record],
    columns: Sequence[str],
    form: str,
    shown: Sequence[str] = (),
    dialect: Dialect = "en",
) -> Iterator[str]:
    """Give the pieces of the output, as `tui.output.records.write` does."""
    if form == "markdown":
        from tui.output.notes import as_note  # noqa: PLC0415 - only what this run prints

        return map(as_note, records)
    if form == "bibtex":
        from tui.output.bibtex import as_entry  # noqa: PLC0415

        return map(as_entry, records)
    if form == "csl":
        from tui.output.csl import as_line  # noqa: PLC0415

        return _array(map(as_line, records))
    return plain.write(records, columns, form, shown, dialect)


def _array(lines: Iterable[str]) -> Iterator[str]:
    waiting = iter(lines)
    first = next(waiting, None)
    if first is None:
        return iter(("[]\n",))
    return chain((f"[\n{first}",), (f",\n{line}" for line in waiting), ("\n]\n",))
