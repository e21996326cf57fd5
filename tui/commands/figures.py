"""`newsreader figures`: every number and what it counts, over the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.commands.asking import PLACE, add_query_arguments, all_of, answer, place_record, put
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.query.pages import Found
    from tui.library.query.tree import Query
    from tui.library.store import Store

COLUMNS = (*PLACE, "value", "high", "unit", "per", "bound", "of", "change", "context")

_SHOWN = ("published", "text", "value", "unit", "of", "title")


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("list figures of the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_query_arguments(parser)
    parser.add_argument(
        "--order",
        choices=("newest", "largest", "smallest"),
        default="newest",
        help=_("newest first, or by the value"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the figures."""
    from tui.library import search  # noqa: PLC0415 - not for --help

    def print_answer(store: Store, query: Query) -> None:
        found = all_of(
            lambda limit, after: search.figures(
                store, query, arguments.order, limit=limit, after=after
            ),
            arguments.limit,
        )
        put(map(_record, found), COLUMNS, arguments.format, _SHOWN)

    return answer(arguments, print_answer)


def _record(found: Found) -> dict[str, Any]:
    figure: Any = found.item
    return place_record(found) | {
        "value": figure.value,
        "high": figure.high,
        "unit": figure.unit,
        "per": figure.per,
        "bound": figure.bound,
        "of": figure.of and figure.of.text,
        "change": figure.change,
        "context": " ".join(found.context.text.split()),
    }
