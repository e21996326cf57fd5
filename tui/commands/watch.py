"""`newsreader watch`: what is new for a query since it was last asked.

An article is told of once; what was printed is remembered only after it was printed.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tui.commands.asking import (
    ARTICLE,
    ARTICLE_SHOWN,
    PAGE,
    add_query_arguments,
    answer,
    article_record,
    put,
)
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.query.tree import Query
    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("list what is new for a query since the last time")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_query_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the new articles; what `--limit` leaves out comes next time."""
    from tui.library import search  # noqa: PLC0415 - not for --help

    def print_answer(store: Store, query: Query) -> None:
        new = search.unseen(store, query)[: arguments.limit]
        hits = (
            hit
            for first in range(0, len(new), PAGE)
            for hit in search.hits(store, query, new[first : first + PAGE])
        )
        put(map(article_record, hits), ARTICLE, arguments, ARTICLE_SHOWN)
        search.see(store, query, new, time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))

    return answer(arguments, print_answer)
