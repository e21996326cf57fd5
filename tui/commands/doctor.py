"""`newsreader doctor`: is the library whole? With --repair, make whole what can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.articles import complain
from tui.commands.libraries import add_library_argument, opened
from tui.locale import _, counted
from tui.text.clean import clean_line

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from tui.library.store import Store


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("check the library, and repair it")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "--repair", action="store_true", help=_("repair what can be; a copy is kept of what was")
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Say what was found; 0 when all is well at the end."""
    from tui.library.errors import DamagedError, LibraryError  # noqa: PLC0415 - not for --help
    from tui.library.location import library_file  # noqa: PLC0415

    file = library_file(arguments.library)
    try:
        try:
            with opened(file) as store:
                healthy, mendable = _examine(store)
                if arguments.repair and not healthy and mendable:
                    healthy = _repair(store)
        except DamagedError as error:
            complain(str(error))
            healthy = mendable = False
        if arguments.repair and not healthy and not mendable:
            healthy = _salvage(file)
    except LibraryError as error:
        complain(str(error))
        return 1
    return 0 if healthy else 1


def _examine(store: Store) -> tuple[bool, bool]:
    """Print the findings; whether all is well, and whether a repair in place can help."""
    from tui.library.doctor import examine  # noqa: PLC0415 - not for --help

    findings = []
    for finding in examine(store.database):
        findings.append(finding)
        print(("ok  " if finding.ok else "!!  ") + finding.message)
    wrong = [finding for finding in findings if not finding.ok]
    return not wrong, all(finding.repairable for finding in wrong)


def _repair(store: Store) -> bool:
    from tui.library.doctor import repair  # noqa: PLC0415 - not for --help

    backup = repair(store.database)
    print(_("repaired; as it was, it is in {file}").format(file=clean_line(str(backup))))
    return _examine(store)[0]


def _salvage(file: Path) -> bool:
    from tui.library.salvage import salvage  # noqa: PLC0415 - not for --help

    done = salvage(file)
    told = counted("{n} article saved", "{n} articles saved", done.saved)
    told += counted(", {n} lost", ", {n} lost", done.lost)
    aside = clean_line(str(done.aside))
    print(_("{told}; the damaged library is in {file}").format(told=told, file=aside))
    with opened(file) as store:
        return _examine(store)[0]
