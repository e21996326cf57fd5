"""`newsreader backup`: the whole library in one file, while it is in use."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from tui.commands.articles import complain
from tui.commands.libraries import add_library_argument, as_path, with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("copy the library into one file")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "file", type=as_path, metavar=_("FILE"), help=_("a new file; use it later with --library")
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Copy; no file is ever replaced."""

    def work(store: Store) -> int:
        from tui.locale.faults import fault  # noqa: PLC0415 - not for --help
        from tui.text.clean import clean_line  # noqa: PLC0415

        name = clean_line(str(arguments.file))
        if arguments.file.exists():
            complain(fault(name, FileExistsError(errno.EEXIST, "")))
            return 1
        store.back_up(arguments.file)
        print(name)
        return 0

    return with_library(arguments, work)
