"""`newsreader read`: articles and their evidence as linear text, for screen readers and pipes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.commands.articles import add_article_arguments, read_articles
from tui.locale import _

if TYPE_CHECKING:
    import argparse


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("print articles with their evidence as plain text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_article_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the articles; 1 where one failed."""
    from tui.output.plain import as_text  # noqa: PLC0415 - not for --help

    articles, failures = read_articles(arguments.paths, arguments.lang)
    for number, (article, source) in enumerate(articles):
        sys.stdout.write(f"\n{as_text(article, source)}" if number else as_text(article, source))
        sys.stdout.flush()
    return 1 if failures else 0
