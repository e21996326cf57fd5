"""What the commands share that keep articles: which library, and the progress of taking them in."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.commands.articles import complain
from tui.locale import _, counted, labelled

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tui.intake import Intake, Step
    from tui.library.store import Store

INTERRUPTED = 128 + 2

_NAME = 50
"""Characters of a source's name beside the count of its articles."""


def as_path(word: str) -> Path:
    """Take a word of the command line for a path."""
    from pathlib import Path  # noqa: PLC0415 - a tenth of --help

    return Path(word)


def add_library_argument(parser: argparse.ArgumentParser) -> None:
    """Take a library."""
    parser.add_argument("--library", type=as_path, metavar=_("FILE"), help=_("the library to use"))


@contextmanager
def opened(chosen: Path | None, *, new: bool = False) -> Iterator[Store]:
    """Lend the library; one that is not there is made only for what puts something in (`new`)."""
    from tui.library.errors import missing  # noqa: PLC0415 - not for --help
    from tui.library.location import library_file  # noqa: PLC0415
    from tui.library.store import Store  # noqa: PLC0415

    file = library_file(chosen)
    if not (new or file.exists()):
        raise missing(file)
    store = Store.open(file)
    try:
        yield store
    finally:
        store.close()


def with_library(
    arguments: argparse.Namespace, work: Callable[[Store], int], *, new: bool = False
) -> int:
    """Do a command's work on the library, and say in one line what kept it from it."""
    from tui.library.errors import LibraryError  # noqa: PLC0415 - not for --help

    try:
        with opened(arguments.library, new=new) as store:
            return work(store)
    except LibraryError as error:
        complain(str(error))
        return 1


class Progress:
    """A line on standard error that counts; nothing where nobody would see it count."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._last = 0.0

    def tell(self, number: int, source: str = "") -> None:
        """Show how many articles are done, and of what, some ten times a second."""
        now = time.monotonic()
        if self._shown and now - self._last > 0.1:
            self._last = now
            told = counted("{n} article", "{n} articles", number)
            told = f"{told} · {source[:_NAME]}" if source else told
            print(f"\r\x1b[K{told}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown and self._last:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def finish(
    store: Store,
    work: Callable[[Intake], Iterable[Step]],
    *,
    allow_private: bool = False,
) -> int:
    """Take articles in, say how it went, and give the exit status."""
    from tui.intake import Intake  # noqa: PLC0415 - not for --help

    intake = Intake(store, allow_private=allow_private)
    try:
        _run(work(intake))
        _run(intake.parse_the_rest())
    except KeyboardInterrupt:
        complain(_("stopped; what is in is kept: {summary}").format(summary=intake.summary()))
        return INTERRUPTED
    for name, number in intake.new_from.items():
        told = counted("{n} new article", "{n} new articles", number)
        print(labelled(name, told))
    print(intake.summary())
    return 1 if intake.failed else 0


def _run(steps: Iterable[Step]) -> None:
    """Go through to the end, showing progress and what goes wrong."""
    progress = Progress()
    try:
        for step in steps:
            if step.problems:
                progress.clear()
            for problem in step.problems:
                complain(problem)
            progress.tell(step.done, step.source)
    finally:
        progress.clear()
