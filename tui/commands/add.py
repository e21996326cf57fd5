"""`newsreader add`: keep articles, and look at folders again when `update` is called."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.commands.libraries import Intake, add_library_argument, finish, with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse

    from tui.library.store import SourceKind, Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("keep articles in the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar=_("PATH"),
        help=_("a file (.txt, .md, .jsonl), a folder, or - for standard input"),
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Add everything that can be read; what cannot is said, and makes the exit status 1."""

    def work(store: Store) -> int:
        intake = Intake(store)
        return finish(intake, lambda: _add_all(store, intake, arguments.paths))

    return with_library(arguments, work)


def _add_all(store: Store, intake: Intake, paths: list[str]) -> None:
    from tui.library.store import SINGLE  # noqa: PLC0415 - not for --help
    from tui.sources.files import load  # noqa: PLC0415

    single = []
    for given in paths:
        path = given if given == "-" else os.path.abspath(given)  # noqa: PTH100 - any bytes
        kind = source_kind(path)
        if kind is None:
            single.append(path)
            continue
        source = store.enter_source(kind, path, _name(path))
        intake.take(load([path]), source)
        store.looked(source)
    intake.take(load(single), SINGLE)


def source_kind(path: str) -> SourceKind | None:
    """Say which kind of source a path is: what holds many articles is one, a single article not."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where it may not look
        return "folder"
    return "file" if path.lower().endswith(".jsonl") and os.path.exists(path) else None  # noqa: PTH110


def _name(path: str) -> str:
    from tui.text.clean import clean_line  # noqa: PLC0415 - not for --help

    return clean_line(os.path.basename(path) or path)  # noqa: PTH119
