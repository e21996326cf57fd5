"""`newsreader remove`: take sources out of the library. No file on disk is touched."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.commands.articles import complain
from tui.commands.libraries import add_library_argument, with_library
from tui.locale import _, counted

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Removed, Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("take articles out of the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar=_("PATH"),
        help=_("what was added; articles with a star, a note or a tag stay"),
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take out what was added from each path."""

    def work(store: Store) -> int:
        from tui.text.clean import clean_line  # noqa: PLC0415 - not for --help

        status = 0
        for path in arguments.paths:
            removed = _remove(store, path)
            if removed is None:
                complain(
                    _("{name}: not in the library; “newsreader sources” lists what is").format(
                        name=clean_line(path)
                    )
                )
                status = 1
            else:
                print(clean_line(path) + " - " + _told(removed))
        return status

    return with_library(arguments, work)


def _remove(store: Store, path: str) -> Removed | None:
    from tui.sources.loaded import shown_name  # noqa: PLC0415 - not for --help

    places = {path, os.path.abspath(path)}  # noqa: PTH100 - any bytes
    for source in store.sources():
        if source.address in places:
            return store.remove_source(source.id)
    for place in sorted(places):
        if (removed := store.remove_single(shown_name(place))) is not None:
            return removed
    return None


def _told(removed: Removed) -> str:
    gone = counted("{n} article taken out", "{n} articles taken out", removed.gone)
    stayed = counted("{n} kept", "{n} kept", removed.stayed)
    return f"{gone}, {stayed}"
