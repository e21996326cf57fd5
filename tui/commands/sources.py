"""`newsreader sources`: what the library reads from, with how many articles and how many unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.asking import add_format_arguments, put
from tui.commands.libraries import add_library_argument, with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Store

_SHOWN = ("name", "kind", "articles", "unread", "looked", "address")
_COLUMNS = (*_SHOWN, "folder", "whole", "due", "problem")
"""The last four are those of a feed: "due" says when something new is expected, "problem" why
nothing came the last time."""


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
        from tui.library import feeds  # noqa: PLC0415 - not for --help
        from tui.text.clean import clean_line  # noqa: PLC0415

        with store.database.reading() as connection:
            followed = feeds.every(connection)
        records = [
            {
                "name": source.name or _("added one by one"),
                "kind": source.kind,
                "articles": source.articles,
                "unread": source.unread,
                "looked": source.looked,
                "address": clean_line(source.address),
                "folder": "/".join(feed.folder) if feed is not None else None,
                "whole": feed.complete if feed is not None else None,
                "due": feed.due if feed is not None else None,
                "problem": feed.problem if feed is not None else None,
            }
            for source in store.sources()
            for feed in (followed.get(source.id),)
        ]
        problems = any(record["problem"] for record in records)
        put(records, _COLUMNS, arguments, (*_SHOWN, "problem") if problems else _SHOWN)
        return 0

    return with_library(arguments, work)
