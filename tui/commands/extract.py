"""`newsreader extract`: the evidence of articles, one after the other as they are read.

Standard output holds nothing but the chosen format; what failed is a line on standard error.
"""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING

from tui.commands.articles import add_article_arguments, read_articles
from tui.locale import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from tui.parser import Article

FORMATS = ("json", "jsonl", "csv", "markdown")


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("print quotes and figures as JSON, CSV or Markdown")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_article_arguments(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="json",
        help=_("what to print: an array (json), one object a line (jsonl), a table, or a note"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the evidence; 1 where an article failed."""
    articles, failures = read_articles(arguments.paths, arguments.lang)
    for piece in _pieces(arguments.format, articles):
        sys.stdout.write(piece)
        sys.stdout.flush()  # whoever reads along need not wait for the last article
    return 1 if failures else 0


def _pieces(form: str, articles: Iterator[tuple[Article, str]]) -> Iterable[str]:
    if form == "csv":
        from tui.output import csv  # noqa: PLC0415 - only what this run prints

        return chain((csv.header(),), (csv.rows(*article) for article in articles))
    if form == "markdown":
        from tui.output.markdown import as_markdown  # noqa: PLC0415

        return _parted(as_markdown(*article) for article in articles)
    from tui.output.json import as_line  # noqa: PLC0415

    lines = (as_line(*article) for article in articles)
    return _array(lines) if form == "json" else (f"{line}\n" for line in lines)


def _array(lines: Iterable[str]) -> Iterator[str]:
    before = "[\n"
    for line in lines:
        yield f"{before}{line}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _parted(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield f"\n{text}" if number else text
