"""`newsreader sources`: what the library reads from, with how many articles and how many unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.asking import add_format_arguments, put
from tui.commands.libraries import add_library_argument, with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Store

_COLUMNS = ("name", "kind", "articles", "unread", "looked", "address")


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("list where the articles come from")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_format_arguments(parser)
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the sources, what was added one by one first."""

    def work(store: Store) -> int:
        from tui.text.clean import clean_line  # noqa: PLC0415 - not for --help

        records = [
            {
                "name": source.name or _("added one by one"),
                "kind": source.kind,
                "articles": source.articles,
                "unread": source.unread,
                "looked": source.looked,
                "address": clean_line(source.address),
            }
            for source in store.sources()
        ]
        put(records, _COLUMNS, arguments, _COLUMNS)
        return 0

    return with_library(arguments, work)
