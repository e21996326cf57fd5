"""`newsreader add`: keep articles; `update` looks at folders and feeds again."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.articles import add_private_argument
from tui.commands.libraries import add_library_argument, finish, with_library
from tui.locale import _

if TYPE_CHECKING:
    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("keep articles in the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar=_("PATH"),
        help=_("a file, a folder, the address of a page or a feed, or - for standard input"),
    )
    parser.add_argument(
        "--feed", action="store_true", help=_("follow the feed that a page names, not the page")
    )
    parser.add_argument(
        "--whole",
        action=argparse.BooleanOptionalAction,
        help=_("of a feed that has but summaries, keep whole articles from their pages"),
    )
    add_private_argument(parser)
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Add everything that can be read; what cannot is said, and makes the exit status 1."""

    def work(store: Store) -> int:
        return finish(
            store,
            lambda intake: intake.add(
                arguments.paths, as_feed=arguments.feed, whole=arguments.whole
            ),
            allow_private=arguments.allow_private,
        )

    return with_library(arguments, work, new=True)
