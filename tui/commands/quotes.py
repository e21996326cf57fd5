"""`newsreader quotes`: who said what, over the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.commands.asking import PLACE, add_query_arguments, all_of, answer, place_record, put
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.query.pages import Found
    from tui.library.query.tree import Query
    from tui.library.store import Store

COLUMNS = (*PLACE, "kind", "speaker", "role", "how", "cue", "date")

_SHOWN = ("published", "speaker", "text", "title")


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("list quotes of the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_query_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the quotes."""
    from tui.library import search  # noqa: PLC0415 - not for --help

    def print_answer(store: Store, query: Query) -> None:
        found = all_of(
            lambda limit, after: search.quotes(store, query, limit=limit, after=after),
            arguments.limit,
        )
        put(map(_record, found), COLUMNS, arguments.format, _SHOWN)

    return answer(arguments, print_answer)


def _record(found: Found) -> dict[str, Any]:
    quote: Any = found.item
    speaker = quote.speaker
    return place_record(found) | {
        "kind": quote.kind,
        "speaker": speaker and speaker.name,
        "role": speaker and speaker.role,
        "how": speaker and speaker.how,
        "cue": quote.cue and quote.cue.text,
        "date": quote.date and quote.date.isoformat(),
    }
