"""What is done with one document, wherever it runs: parse it and write its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.parser import Document, parse
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from tui.parser import Article

Form = Literal["json", "csv", "csv-fr", "markdown", "html", "text"]


@dataclass(frozen=True, slots=True)
class Job:
    """A document to extract from."""

    document: Document
    origin: str
    """Where it is from, safe to show."""
    form: Form
    """How its evidence is written."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job."""

    origin: str
    written: str = ""
    """The evidence; nothing where it failed, and for a table without rows."""
    fault: str | None = None
    """What the parser failed on, on one line, safe to show."""
    died: bool = False
    """Whether the process that had it is gone."""


def extract(job: Job) -> Done:
    """Parse a document and write its evidence; a fault of the parser costs this one only."""
    try:
        article = parse(job.document)
    except Exception as error:  # noqa: BLE001 - a fault costs one article, not the batch
        return Done(job.origin, fault=clean_line(f"{type(error).__name__}: {error}"))
    return Done(job.origin, _written(article, job))


def _written(article: Article, job: Job) -> str:
    if job.form in ("csv", "csv-fr"):
        from tui.output import csv  # noqa: PLC0415 - only what this run prints

        return csv.rows(article, job.origin, "fr" if job.form == "csv-fr" else "en")
    if job.form == "html":
        from tui.output.html import as_html  # noqa: PLC0415

        return as_html(article, job.origin)
    if job.form == "markdown":
        from tui.output.markdown import as_markdown  # noqa: PLC0415

        return as_markdown(article, job.origin)
    if job.form == "text":
        from tui.output.plain import as_text  # noqa: PLC0415

        return as_text(article, job.origin)
    from tui.output.json import as_line  # noqa: PLC0415

    return as_line(article, job.origin)
