"""`newsreader update`: look again at what was added, and find what is new and what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.libraries import add_library_argument, finish, with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("look again at everything that was added")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read every source again."""

    def work(store: Store) -> int:
        return finish(store, lambda intake: intake.update(store.sources()))

    return with_library(arguments, work)
