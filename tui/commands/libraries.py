"""What the commands share that keep articles: which library, progress, taking articles in."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.articles import complain
from tui.locale import _, ngettext

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from tui.library.store import Store
    from tui.parser import Article, Document
    from tui.sources.files import Loaded, SourceError

INTERRUPTED = 128 + 2

BATCH = 20
"""Articles of one transaction: few enough for another program to have its turn."""


def add_library_argument(parser: argparse.ArgumentParser) -> None:
    """Take a library."""
    parser.add_argument("--library", type=Path, metavar=_("FILE"), help=_("the library to use"))


def library_file(chosen: Path | None) -> Path:
    """Give the file of the library: as chosen, else as the environment says, else the usual one."""
    named = chosen or os.environ.get("NEWSREADER_LIBRARY")
    if named:
        return Path(named)
    from platformdirs import user_data_path  # noqa: PLC0415 - slow to load

    return user_data_path("newsreader", appauthor=False) / "library.db"


@contextmanager
def opened(chosen: Path | None) -> Iterator[Store]:
    """Lend the library."""
    from tui.library.store import Store  # noqa: PLC0415 - not for --help

    store = Store.open(library_file(chosen))
    try:
        yield store
    finally:
        store.close()


def with_library(arguments: argparse.Namespace, work: Callable[[Store], int]) -> int:
    """Do a command's work on the library, and say in one line what kept it from it."""
    from tui.library.errors import LibraryError  # noqa: PLC0415 - not for --help

    try:
        with opened(arguments.library) as store:
            return work(store)
    except LibraryError as error:
        complain(str(error))
        return 1


class Progress:
    """A line on standard error that counts; nothing where nobody would see it count."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._last = 0.0

    def tell(self, number: int) -> None:
        """Show how many articles are done, some ten times a second."""
        now = time.monotonic()
        if self._shown and now - self._last > 0.1:
            self._last = now
            told = ngettext("{n} article", "{n} articles", number).format(n=number)
            print(f"\r{told}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown and self._last:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


class Intake:
    """Takes articles into a library, with their evidence, and counts what became of them."""

    def __init__(self, store: Store) -> None:
        self.new = self.changed = self.known = self.failed = 0
        self._store = store
        self._progress = Progress()

    def take(self, found: Iterable[Loaded | SourceError], source: int) -> None:
        """Take articles in, a few at a time; what is in when somebody stops it stays in."""
        waiting = iter(found)
        try:
            while batch := list(islice(waiting, BATCH)):
                self._take_batch(batch, source)
                self._progress.tell(self.new + self.changed + self.known)
        finally:
            self._progress.clear()

    def parse_the_rest(self) -> None:
        """Find the evidence of what an interrupted run or an older parser has left."""
        from tui.parser import parse  # noqa: PLC0415 - not for --help

        failed: set[int] = set()
        done = 0
        try:
            while ids := [i for i in self._store.unparsed(BATCH + len(failed)) if i not in failed]:
                kept = [article for key in ids if (article := self._store.get(key))]
                articles = [(one.id, self._parsed(parse, one.document, one.origin)) for one in kept]
                failed |= {key for key, article in articles if article is None}
                self._keep(articles)
                done += len(ids)
                self._progress.tell(done)
        finally:
            self._progress.clear()

    def summary(self) -> str:
        """Say what became of all that was met."""
        told = ngettext("{n} new article", "{n} new articles", self.new).format(n=self.new)
        told += ngettext(", {n} changed", ", {n} changed", self.changed).format(n=self.changed)
        told += ngettext(", {n} known", ", {n} known", self.known).format(n=self.known)
        return told

    def _take_batch(self, batch: list[Loaded | SourceError], source: int) -> None:
        from tui.parser import parse  # noqa: PLC0415 - not for --help
        from tui.sources.files import SourceError  # noqa: PLC0415

        loaded = []
        for item in batch:
            if isinstance(item, SourceError):
                self._fail(str(item))
                continue
            if item.notice:
                complain(item.notice)
            loaded.append((item.document, _place(item)))
        added = self._store.take(loaded, source)
        articles = []
        for (document, origin), now in zip(loaded, added, strict=True):
            if now.outcome == "new":
                self.new += 1
            elif now.outcome == "changed":
                self.changed += 1
            else:
                self.known += 1
                continue
            articles.append((now.id, self._parsed(parse, document, origin)))
        self._keep(articles)

    def _keep(self, articles: list[tuple[int, Article | None]]) -> None:
        from tui.library.database import BREATH  # noqa: PLC0415 - not for --help

        parsed = [(key, article) for key, article in articles if article is not None]
        if parsed:
            self._store.put_all_evidence(parsed)
            time.sleep(BREATH)

    def _parsed(
        self, parse: Callable[[Document], Article], document: Document, origin: str
    ) -> Article | None:
        from tui.text.clean import clean_line  # noqa: PLC0415 - not for --help

        try:
            return parse(document)
        except Exception as error:  # noqa: BLE001 - a fault costs one article's evidence
            fault = f"{type(error).__name__}: {clean_line(str(error))}"
            self._fail(
                _("{name}: the parser failed ({fault}); please report it").format(
                    name=clean_line(origin), fault=fault
                )
            )
            return None

    def _fail(self, message: str) -> None:
        self._progress.clear()
        self.failed += 1
        complain(message)


def finish(intake: Intake, work: Callable[[], None]) -> int:
    """Do the work, say how it went, and give the exit status."""
    try:
        work()
        intake.parse_the_rest()
    except KeyboardInterrupt:
        complain(_("stopped; what is in is kept: {summary}").format(summary=intake.summary()))
        return INTERRUPTED
    print(intake.summary())
    return 1 if intake.failed else 0


def _place(item: Loaded) -> str:
    return f"{item.file}#{item.origin}" if item.file else item.origin
