"""`newsreader check`: what the library has that is nearest to words heard elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.commands.asking import add_format_arguments, form_of
from tui.commands.libraries import add_library_argument, with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.checking import NearFigure, NearQuote
    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("find the quotes and figures nearest to words")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "words", nargs="+", metavar=_("WORDS"), help=_("what was said, or a number with its noun")
    )
    add_format_arguments(parser, evidence=True)
    parser.add_argument(
        "--limit", type=int, metavar="N", default=5, help=_("print no more than N of each")
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the nearest quotes and figures; 1 where nothing is near."""

    def work(store: Store) -> int:
        from tui.library.checking import check  # noqa: PLC0415 - not for --help

        words = " ".join(arguments.words)
        found = check(store, words, limit=arguments.limit)
        form, dialect = form_of(arguments)
        if form == "table":
            for quote in found.quotes:
                print(_of_quote(words, quote))
            for figure in found.figures:
                print(_of_figure(figure))
        else:
            from tui.library import cited  # noqa: PLC0415 - only what this run prints
            from tui.output.evidence import write  # noqa: PLC0415

            records = [_with(cited.quote(near.found), near.likeness) for near in found.quotes]
            records += [_with(cited.figure(near.found), near.difference) for near in found.figures]
            columns = ("type", "nearness", *cited.QUOTES, *cited.FIGURE)
            for piece in write(records, columns, form, dialect=dialect):
                sys.stdout.write(piece)
        if not found.quotes and not found.figures:
            print(_("nothing near in the library"), file=sys.stderr)
            return 1
        return 0

    return with_library(arguments, work)


def _with(record: dict[str, Any], nearness: float) -> dict[str, Any]:
    from tui.library import cited  # noqa: PLC0415 - only what this run prints

    nothing = dict.fromkeys((*cited.QUOTES, *cited.FIGURE))
    return nothing | record | {"nearness": round(nearness, 4)}


def _of_quote(heard: str, near: NearQuote) -> str:
    """Write a quote with what differs: [-heard-] and {+the library's+}."""
    from tui.library.versions import pieces  # noqa: PLC0415 - only what this run prints
    from tui.output.wording import speaker_in_words  # noqa: PLC0415

    quote: Any = near.found.item
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    told = "".join(
        marks[piece.kind].format(
            " ".join(piece.text.split()) if piece.kind != "same" else piece.text
        )
        for piece in pieces(heard, quote.text)
    )
    who = quote.speaker.name if quote.speaker else speaker_in_words(None, "")
    share = round(100 * near.likeness)
    return f"{share:3d} %  {' '.join(told.split())}\n       {who} · {_place(near)}"


def _of_figure(near: NearFigure) -> str:
    from tui.output.wording import figure_in_words  # noqa: PLC0415 - only what this run prints

    figure: Any = near.found.item
    of = f" {figure.of.text}" if figure.of else ""
    share = round(100 * near.difference, 1)
    return f"{share:+6g} %  {figure_in_words(figure)}{of}\n       {_place(near)}"


def _place(near: NearQuote | NearFigure) -> str:
    from tui.locale import format_date  # noqa: PLC0415 - only what this run prints

    found = near.found
    date = format_date(found.published) if found.published else ""
    paragraph = f"¶{found.paragraph}" if found.paragraph is not None else ""
    return " · ".join(part for part in (found.title, date, found.source, paragraph) if part)
