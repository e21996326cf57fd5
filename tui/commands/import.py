"""`newsreader import`: bring in what `export` wrote, here or on another machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.libraries import Progress, add_library_argument, as_path, with_library
from tui.locale import _, counted

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("bring an exported library in")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "folder", type=as_path, metavar=_("FOLDER"), help=_("what “newsreader export” wrote")
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Bring everything in; what is here already stays as it is."""

    def work(store: Store) -> int:
        from tui.library.archive import bring_in  # noqa: PLC0415 - not for --help

        progress, number = Progress(), 0
        for number in bring_in(store.database, arguments.folder):
            progress.tell(number)
        progress.clear()
        print(counted("{n} article", "{n} articles", number))
        return 0

    return with_library(arguments, work, new=True)
