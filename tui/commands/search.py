"""`newsreader search`: the articles of the library that a query asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.asking import (
    ARTICLE,
    ARTICLE_SHOWN,
    add_query_arguments,
    all_of,
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
    return _("find articles in the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_query_arguments(parser)
    parser.add_argument(
        "--order",
        choices=("newest", "rank"),
        default="newest",
        help=_("newest first, or the best match first"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the articles."""
    from tui.library import search  # noqa: PLC0415 - not for --help

    def print_answer(store: Store, query: Query) -> None:
        hits = all_of(
            lambda limit, after: search.search(
                store, query, arguments.order, limit=limit, after=after
            ),
            arguments.limit,
        )
        put(map(article_record, hits), ARTICLE, arguments, ARTICLE_SHOWN)

    return answer(arguments, print_answer)
