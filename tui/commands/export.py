"""`newsreader export`: the library as JSON Lines and Markdown, for any program and any machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.libraries import Progress, add_library_argument, as_path, with_library
from tui.locale import _, counted

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("write the library as Markdown and JSON Lines")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "folder", type=as_path, metavar=_("FOLDER"), help=_("a new folder, or an empty one")
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write everything."""

    def work(store: Store) -> int:
        from tui.library.archive import export  # noqa: PLC0415 - not for --help

        progress, number = Progress(), 0
        for number in export(store.database, arguments.folder):
            progress.tell(number)
        progress.clear()
        print(counted("{n} article", "{n} articles", number))
        return 0

    return with_library(arguments, work)
