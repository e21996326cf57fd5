"""`newsreader figures`: every number and what it counts, over the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.asking import add_query_arguments, all_of, answer, put_evidence
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.query.tree import Query
    from tui.library.store import Store

_SHOWN = ("published", "text", "value", "unit", "of", "title")


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("list figures of the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_query_arguments(parser, evidence=True)
    parser.add_argument(
        "--order",
        choices=("newest", "largest", "smallest"),
        default="newest",
        help=_("newest first, or by the value"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the figures."""
    from tui.library import cited, search  # noqa: PLC0415 - not for --help

    def print_answer(store: Store, query: Query) -> None:
        found = all_of(
            lambda limit, after: search.figures(
                store, query, arguments.order, limit=limit, after=after
            ),
            arguments.limit,
        )
        put_evidence(map(cited.figure, found), cited.FIGURES, arguments, _SHOWN)

    return answer(arguments, print_answer)
