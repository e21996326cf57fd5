"""`newsreader read`: articles and their evidence as linear text, for screen readers and pipes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.commands.articles import Reading, add_article_arguments, here
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
    reading = Reading(
        arguments.paths, arguments.lang, "text", allow_private=arguments.allow_private
    )
    for number, text in enumerate(reading.written(here)):
        sys.stdout.write(f"\n{text}" if number else text)
        sys.stdout.flush()
    return 1 if reading.failed else 0
