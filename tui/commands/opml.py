"""`newsreader opml`: the feeds that are followed, from another reader and to another."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.commands.articles import complain
from tui.commands.libraries import add_library_argument, as_path, with_library
from tui.locale import _, counted

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("take the list of feeds from another reader, or give it to one")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument("direction", choices=("import", "export"), help=_("which way"))
    parser.add_argument(
        "file",
        nargs="?",
        type=as_path,
        metavar=_("FILE"),
        help=_("the OPML file; without it, standard input or output"),
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Follow what the file lists, or list what is followed."""
    inward = arguments.direction == "import"
    return with_library(
        arguments,
        lambda store: (_import if inward else _export)(store, arguments.file),
        new=inward,
    )


def _import(store: Store, file: Path | None) -> int:
    from tui.sources.files import contents  # noqa: PLC0415 - not for --help
    from tui.sources.loaded import SourceError, shown_name  # noqa: PLC0415
    from tui.sources.opml import LARGEST, read  # noqa: PLC0415
    from tui.subscriptions import Subscriptions  # noqa: PLC0415

    name = shown_name(str(file)) if file else _("standard input")
    try:
        data = contents(str(file), LARGEST) if file else sys.stdin.buffer.read(LARGEST + 1)
        outlines = read(data, name)
    except SourceError as error:
        complain(str(error))
        return 1
    new, known = Subscriptions(store).follow_all(outlines)
    told = counted("{n} feed is followed now", "{n} feeds are followed now", len(new))
    told += counted(", {n} was already", ", {n} were already", known)
    print(told)
    if new:
        print(_("“newsreader update” brings their articles"))
    return 0


def _export(store: Store, file: Path | None) -> int:
    from tui.locale.faults import fault  # noqa: PLC0415 - not for --help
    from tui.sources.loaded import shown_name  # noqa: PLC0415
    from tui.sources.opml import write  # noqa: PLC0415
    from tui.subscriptions import Subscriptions  # noqa: PLC0415

    data = write(Subscriptions(store).outlines(), "newsreader")
    if file is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return 0
    name = shown_name(str(file))
    try:
        with file.open("xb") as stream:
            stream.write(data)
    except OSError as error:
        complain(fault(name, error))
        return 1
    print(name)
    return 0
