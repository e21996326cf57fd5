"""`newsreader extract`: the evidence of articles, one after the other as they are read.

Standard output holds nothing but the chosen format; what failed is a line on standard error.
"""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from typing import TYPE_CHECKING

from tui.commands.articles import Reading, add_article_arguments, complain, here
from tui.extraction import EngineError
from tui.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.commands.articles import Engine
    from tui.extraction.work import Form
    from tui.output.csv import Dialect

FORMATS: dict[str, Form] = {
    "json": "json",
    "jsonl": "json",
    "csv": "csv",
    "markdown": "markdown",
    "html": "html",
}
"""What may be printed, and how each article of it is written."""
MOST_WORKERS = 256


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("print quotes and figures as JSON, CSV or Markdown")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_article_arguments(parser)
    from tui.output.csv import DIALECTS  # noqa: PLC0415 - not for the list of commands

    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        help=_(
            "what to print: an array (json), one object a line (jsonl), a table, a note, or a page"
        ),
    )
    parser.add_argument(
        "--csv",
        choices=DIALECTS,
        help=_("print CSV: en with commas and decimal points, fr as a French spreadsheet opens it"),
    )
    parser.add_argument(
        "--workers",
        type=_count,
        metavar="N",
        help=_("how many processes parse at a time; one a core is most useful"),
    )
    parser.add_argument(
        "--dask",
        metavar=_("ADDRESS"),
        help=_("parse on the Dask cluster of this address; “local” makes one on this machine"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the evidence; 1 where an article failed."""
    form = arguments.format or ("csv" if arguments.csv else "json")
    reading = Reading(
        arguments.paths,
        arguments.lang,
        _written_as(form, arguments.csv),
        allow_private=arguments.allow_private,
    )
    try:
        for piece in _pieces(form, arguments.csv, reading.written(_engine(arguments))):
            sys.stdout.write(piece)
            sys.stdout.flush()  # whoever reads along need not wait for the last article
    except EngineError as error:
        complain(str(error))
        return 1
    return 1 if reading.failed else 0


def _count(words: str) -> int:
    """Read a number of processes."""
    if not words.isascii() or not words.isdecimal() or not 1 <= int(words) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(_("a number from 1 to {most}").format(most=MOST_WORKERS))
    return int(words)


def _engine(arguments: argparse.Namespace) -> Engine:
    if arguments.dask is None and arguments.workers in (None, 1):
        return here
    from tui.extraction import processes  # noqa: PLC0415 - only what this run needs
    from tui.extraction.work import extract  # noqa: PLC0415

    if arguments.dask is None:
        return lambda jobs: processes.spread(extract, jobs, arguments.workers)
    try:
        from tui.extraction import cluster  # noqa: PLC0415
    except ImportError as error:
        raise EngineError(_('--dask needs an extra; pip install "newsreader-tui[dask]"')) from error
    return lambda jobs: cluster.spread(extract, jobs, arguments.dask, arguments.workers)


def _written_as(form: str, dialect: Dialect | None) -> Form:
    from tui.output.csv import usual  # noqa: PLC0415 - only what this run needs

    return "csv-fr" if form == "csv" and (dialect or usual()) == "fr" else FORMATS[form]


def _pieces(form: str, dialect: Dialect | None, articles: Iterable[str]) -> Iterable[str]:
    if form == "json":
        return _array(articles)
    if form == "jsonl":
        return (f"{line}\n" for line in articles)
    if form == "markdown":
        return _parted(articles)
    if form == "html":
        return articles
    from tui.output.csv import header, usual  # noqa: PLC0415 - only what this run prints

    return chain((header(dialect=dialect or usual()),), articles)


def _array(lines: Iterable[str]) -> Iterator[str]:
    before = "[\n"
    for line in lines:
        yield f"{before}{line}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _parted(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield f"\n{text}" if number else text
