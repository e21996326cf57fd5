"""Evidence as a table: one row for each quote, then one for each figure. No cell is a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

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

_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def header() -> str:
    """Give the first line."""
    return lines([dict(zip(COLUMNS, COLUMNS, strict=True))], COLUMNS)


def rows(article: Article, source: str) -> str:
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
    return lines((*quotes, *figures), COLUMNS)


def lines(table: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Write rows under these columns; no cell is a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([[_cell(row.get(column)) for column in columns] for row in table])
    return written.getvalue()


def _cell(value: object) -> object:
    """Keep a spreadsheet from running what an article says (owasp.org, CSV Injection)."""
    if isinstance(value, str) and value.lstrip(" \u00a0\u202f").startswith(_FORMULA):
        return f"'{value}"
    return value
