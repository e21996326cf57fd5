"""`newsreader update`: look again at what was added, and find what is new and what has changed."""

from __future__ import annotations

import os
from itertools import chain
from typing import TYPE_CHECKING

from tui.commands.articles import add_private_argument, complain
from tui.commands.libraries import add_library_argument, finish, with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from tui.library.store import Source, Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("look again at everything that was added")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "sources",
        nargs="*",
        metavar=_("SOURCE"),
        help=_(
            "only these, due or not: sources by name or address as “newsreader sources” has them,"
            " or pages and files that were added by themselves"
        ),
    )
    parser.add_argument(
        "--now", action="store_true", help=_("ask also the feeds from which nothing new is due")
    )
    add_private_argument(parser)
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read the sources again."""

    def work(store: Store) -> int:
        chosen, alone = store.sources(), list[str]()
        if arguments.sources:
            chosen, alone, unknown = _named(store, arguments.sources)
            for name in unknown:
                complain(
                    _("{name}: not in the library; “newsreader sources” lists what is").format(
                        name=name
                    )
                )
            if unknown:
                return 1
        asked = bool(arguments.sources) or arguments.now
        return finish(
            store,
            lambda intake: chain(intake.update(chosen, asked=asked), intake.add(alone)),
            allow_private=arguments.allow_private,
        )

    return with_library(arguments, work)


def _named(store: Store, names: Sequence[str]) -> tuple[list[Source], list[str], list[str]]:
    """Give the sources of these names or addresses, what stands by itself there, and the rest."""
    from tui.text.clean import clean_line  # noqa: PLC0415 - not for --help

    sources, single = store.sources(), set(store.origins())
    found: dict[int, Source] = {}
    alone: list[str] = []
    unknown: list[str] = []
    for name in names:
        places = {name, os.path.abspath(name)}  # noqa: PTH100 - any bytes
        meant = [one for one in sources if one.address in places or one.name == name]
        found |= {one.id: one for one in meant}
        if not meant:
            here = places & single
            alone += here
            unknown += () if here else (clean_line(name),)
    return list(found.values()), alone, unknown
