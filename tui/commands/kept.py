"""`newsreader kept`: the quotes, figures and sentences that the reader keeps."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.commands.asking import add_query_arguments, answer, put_evidence
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.query.tree import Query
    from tui.library.store import Store

_SHOWN = ("published", "type", "text", "note", "tags", "title")


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("list what you have kept, with notes")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_query_arguments(parser, evidence=True)


def run(arguments: argparse.Namespace) -> int:
    """Print what is kept, the latest first."""
    from tui.library import cited, clippings  # noqa: PLC0415 - not for --help

    def print_answer(store: Store, query: Query) -> None:
        found = islice(clippings.every(store, query), arguments.limit)
        put_evidence(map(cited.clipping, found), cited.CLIPPINGS, arguments, _SHOWN)

    return answer(arguments, print_answer)
