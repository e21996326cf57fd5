"""What the commands share that ask the library: their arguments, the library, pages one by one."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

from tui.commands.articles import complain
from tui.commands.libraries import add_library_argument, opened
from tui.locale import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tui.library.query.pages import Cursor, Hit, Page
    from tui.library.query.tree import Query
    from tui.library.store import Store
    from tui.output.csv import Dialect

PAGE = 200
"""How many records are asked for at once."""


def add_query_arguments(parser: argparse.ArgumentParser, *, evidence: bool = False) -> None:
    """Take a query, a format, a limit and a library; `evidence` can be printed with citations."""
    parser.add_argument(
        "query",
        nargs="*",
        metavar=_("QUERY"),
        help=_(
            "words, a phrase in double quotes, OR, prefix*, fields such as speaker:, said:, "
            "value:>1e6, since:7d; after -- also -not"
        ),
    )
    add_format_arguments(parser, evidence=evidence)
    parser.add_argument("--limit", type=int, metavar="N", help=_("print no more than N"))
    add_library_argument(parser)


def add_format_arguments(parser: argparse.ArgumentParser, *, evidence: bool = False) -> None:
    """Take a format, and how CSV is written; to say how is to ask for it."""
    from tui.output import evidence as cited  # noqa: PLC0415 - not for the list of commands
    from tui.output.csv import DIALECTS  # noqa: PLC0415
    from tui.output.records import FORMATS  # noqa: PLC0415

    parser.add_argument(
        "--format",
        choices=cited.FORMATS if evidence else FORMATS,
        help=_("how to print; a table, if nothing is said"),
    )
    parser.add_argument(
        "--csv",
        choices=DIALECTS,
        help=_("print CSV: en with commas and decimal points, fr as a French spreadsheet opens it"),
    )


def form_of(arguments: argparse.Namespace) -> tuple[str, Dialect]:
    """Give the format that was asked for, and how CSV is to be written."""
    from tui.output.csv import usual  # noqa: PLC0415 - not for --help

    form = arguments.format or ("csv" if arguments.csv else "table")
    return form, arguments.csv or usual()


def answer(
    arguments: argparse.Namespace,
    print_answer: Callable[[Store, Query], None],
) -> int:
    """Open the library, read the query, and print; 2 for a query that cannot be read."""
    from tui.library.errors import LibraryError  # noqa: PLC0415 - not for --help
    from tui.library.query import QueryError, parse  # noqa: PLC0415
    from tui.text.clean import clean  # noqa: PLC0415

    text = as_query(arguments.query)
    try:
        query = parse(text)
    except QueryError as error:
        complain(str(error))
        line = "".join(" " if character.isspace() else character for character in clean(text))
        place = "^" * max(1, error.end - error.start)
        print(f"  {line}\n  {' ' * error.start}{place}", file=sys.stderr)
        return 2
    try:
        with opened(arguments.library) as store:
            print_answer(store, query)
    except LibraryError as error:
        complain(str(error))
        return 1
    return 0


def as_query(words: Sequence[str]) -> str:
    """Join the words of a command line; one that the shell unquoted is a phrase still."""
    return " ".join(
        f'"{word}"' if len(words) > 1 and " " in word and '"' not in word and ":" not in word
        else word
        for word in words
    )  # fmt: skip


def all_of(ask: Callable[[int, Cursor | None], Page], limit: int | None) -> Iterator[Any]:
    """Give what all the pages hold, as it is asked for."""
    return islice(_pages(ask), limit)


def _pages(ask: Callable[[int, Cursor | None], Page]) -> Iterator[Any]:
    after = None
    while True:
        page = ask(PAGE, after)
        yield from page.items
        after = page.after
        if after is None:
            return


def put(
    records: Iterable[dict[str, Any]],
    columns: Sequence[str],
    arguments: argparse.Namespace,
    shown: Sequence[str],
) -> None:
    """Print records in the format that was asked for."""
    from tui.output.records import write  # noqa: PLC0415 - not for --help

    form, dialect = form_of(arguments)
    _print(write(records, columns, form, shown, dialect))


def put_evidence(
    records: Iterable[dict[str, Any]],
    columns: Sequence[str],
    arguments: argparse.Namespace,
    shown: Sequence[str],
) -> None:
    """Print evidence in the format that was asked for."""
    from tui.output.evidence import write  # noqa: PLC0415 - not for --help

    form, dialect = form_of(arguments)
    _print(write(records, columns, form, shown, dialect))


def _print(pieces: Iterable[str]) -> None:
    silent = True
    for piece in pieces:
        sys.stdout.write(piece)
        silent = False
    sys.stdout.flush()
    if silent and sys.stdout.isatty():  # a program that reads this takes nothing for an answer
        print(_("nothing in the library is like that"), file=sys.stderr)


ARTICLE = (
    *("id", "title", "published", "source", "language", "quotes", "figures"),
    *("unread", "starred", "changed", "start", "end", "snippet"),
)
"""The columns of an article; start and end are those of the first match in the snippet."""

ARTICLE_SHOWN = ("published", "title", "source", "snippet")


def article_record(hit: Hit) -> dict[str, Any]:
    """Give an article that was found as plain values."""
    row = hit.row
    start, end = hit.place or (None, None)
    return {
        "id": row.id,
        "title": row.title,
        "published": row.published.isoformat() if row.published else None,
        "source": row.source,
        "language": row.language,
        "quotes": row.quotes,
        "figures": row.figures,
        "unread": row.unread,
        "starred": row.starred,
        "changed": row.changed,
        "start": start,
        "end": end,
        "snippet": " ".join(hit.snippet.text.split()),
    }
