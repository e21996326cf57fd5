"""Evidence as a table: one row for each quote, then one for each figure. No cell is a formula.

UTF-8 either way. "en" is commas and decimal points, for programs; "fr" is what a French spreadsheet
opens by a double click: a byte order mark, semicolons and decimal commas.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Literal

from tui.locale import current
from tui.output.json import as_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.parser import Article

COLUMNS = (
    *("source", "title", "published", "type", "start", "end", "text"),
    *("speaker", "role", "how", "cue", "date"),
    *("value", "high", "unit", "per", "bound", "of", "change"),
)
"""`type` is direct, mixed, indirect, or figure."""

Dialect = Literal["en", "fr"]
DIALECTS: tuple[Dialect, ...] = ("en", "fr")

BOM = "\ufeff"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BLANK = " \u00a0\u202f\u3000"


def usual() -> Dialect:
    """Give the dialect of the interface's language."""
    return "fr" if current() == "fr" else "en"


def header(columns: Sequence[str] = COLUMNS, dialect: Dialect = "en") -> str:
    """Give the first line."""
    first = lines([dict(zip(columns, columns, strict=True))], columns, dialect)
    return BOM + first if dialect == "fr" else first


def rows(article: Article, source: str, dialect: Dialect = "en") -> str:
    """Give the lines of one article, which may be none."""
    values = as_dict(article, source)
    about = {"source": source, "title": values["title"], "published": values["published"]}
    quotes = (
        about
        | quote
        | {
            "type": quote["kind"],
            "speaker": quote["speaker"] and quote["speaker"]["name"],
            "role": quote["speaker"] and quote["speaker"]["role"],
            "how": quote["speaker"] and quote["speaker"]["how"],
            "cue": quote["cue"] and quote["cue"]["text"],
        }
        for quote in values["quotes"]
    )
    figures = (
        about | figure | {"type": "figure", "of": figure["of"] and figure["of"]["text"]}
        for figure in values["figures"]
    )
    return lines((*quotes, *figures), COLUMNS, dialect)


def lines(
    table: Iterable[Mapping[str, Any]], columns: Sequence[str], dialect: Dialect = "en"
) -> str:
    """Write rows under these columns; no cell is a formula."""
    written = io.StringIO()
    delimiter = ";" if dialect == "fr" else ","
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\n")
    writer.writerows([[_cell(row.get(column), dialect) for column in columns] for row in table])
    return written.getvalue()


def unguarded(cell: str) -> str:
    """Take away what keeps a cell from being a formula."""
    inner = cell.removeprefix("'")
    return inner if inner != cell and _cell(inner, "en") == cell else cell


def _cell(value: object, dialect: Dialect) -> object:
    """Keep a spreadsheet from running what an article says (owasp.org, CSV Injection).

    A number is one, whatever its sign; words that look like one are words.
    """
    if isinstance(value, float):
        number = str(int(value)) if value.is_integer() else repr(value)
        return number.replace(".", ",") if dialect == "fr" else number
    if isinstance(value, str) and value.lstrip(_BLANK).startswith(_FORMULA):
        return f"'{value}"
    return value
