"""`newsreader update`: look again at what was added, and find what is new and what has changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.commands.libraries import Intake, add_library_argument, finish, with_library
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
    """Read every source again; an article whose file is gone is kept, and nothing is said of it."""

    def work(store: Store) -> int:
        intake = Intake(store)
        return finish(intake, lambda: _look(store, intake))

    return with_library(arguments, work)


def _look(store: Store, intake: Intake) -> None:
    from tui.library.store import SINGLE  # noqa: PLC0415 - not for --help
    from tui.sources.files import load  # noqa: PLC0415

    for source in store.sources():
        if source.id == SINGLE:
            # Only paths from the root: "-" and what was pasted are no file to look at.
            paths = [o for o in store.origins() if os.path.isabs(o) and os.path.exists(o)]  # noqa: PTH110, PTH117
            intake.take(load(paths), SINGLE)
        elif source.kind in ("folder", "file"):
            intake.take(load([source.address]), source.id)
        else:
            continue
        store.looked(source.id)
