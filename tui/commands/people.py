"""`newsreader people`: who speaks in the library, under all their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.commands.asking import add_query_arguments, all_of, answer, put
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.people.pages import Somebody
    from tui.library.query.tree import Query
    from tui.library.store import Store

COLUMNS = ("id", "name", "others", "roles", "quotes", "articles", "first", "last")

_SHOWN = ("name", "roles", "quotes", "articles", "first", "last")


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("list the people who are quoted")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_query_arguments(parser)
    parser.add_argument(
        "--order",
        choices=("quotes", "articles", "name", "first", "last"),
        default="quotes",
        help=_("the most quotes or articles first, by name, or by the first or last article"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the people: plain words of the query are words of a name."""
    from tui.library.people import asking  # noqa: PLC0415 - not for --help

    def print_answer(store: Store, query: Query) -> None:
        found = all_of(
            lambda limit, after: asking.page(
                store, query, arguments.order, limit=limit, after=after
            ),
            arguments.limit,
        )
        put(map(_record, found), COLUMNS, arguments, _SHOWN)

    return answer(arguments, print_answer)


def _record(somebody: Somebody) -> dict[str, Any]:
    return somebody._asdict() | {
        "others": "; ".join(somebody.others),
        "roles": "; ".join(somebody.roles),
    }
