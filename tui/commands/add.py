"""`newsreader add`: keep articles, and look at folders again when `update` is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.libraries import add_library_argument, finish, with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("keep articles in the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar=_("PATH"),
        help=_("a file (.txt, .md, .jsonl), a folder, or - for standard input"),
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Add everything that can be read; what cannot is said, and makes the exit status 1."""

    def work(store: Store) -> int:
        return finish(store, lambda intake: intake.add(arguments.paths))

    return with_library(arguments, work)
