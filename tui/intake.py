"""Articles on their way from the sources into the library, with their evidence.

What `add` and `update` do on the command line, the app does in the background. Everything here
yields what has become of the articles so far; whoever runs it shows that, and stops it by not going
on. What is in then stays in.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tui.library.values import NOWHERE
from tui.locale import _, ngettext
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.library.store import Added, Kept, Source, SourceKind, Store
    from tui.parser import Article, Document
    from tui.sources.files import Loaded, SourceError

BATCH = 20
"""Articles of one transaction: few enough for another program to have its turn."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far it is."""

    source: str
    """What is being read, safe to show; "" for articles that are kept already."""
    done: int
    """Articles that have been looked at since the start."""
    problems: tuple[str, ...] = ()
    """What went wrong since the last step: a translated line each, safe to show."""


class Intake:
    """Takes articles into a library and counts what became of them."""

    def __init__(self, store: Store) -> None:
        self.new = self.changed = self.known = self.failed = 0
        self._store = store
        self._problems: list[str] = []
        self._source = ""

    def add(self, paths: Iterable[str]) -> Iterator[Step]:
        """Take in files, folders and "-"; folders and JSON Lines files become sources."""
        from tui.library.store import SINGLE  # noqa: PLC0415 - not for --help
        from tui.sources.files import load  # noqa: PLC0415

        single = []
        for given in paths:
            path = given if given == "-" else os.path.abspath(given)  # noqa: PTH100 - any bytes
            kind = source_kind(path)
            if kind is None:
                single.append(path)
                continue
            name = clean_line(os.path.basename(path) or path)  # noqa: PTH119
            source = self._store.enter_source(kind, path, name)
            yield from self._take(load([path]), source, name)
            self._store.looked(source)
        yield from self._take(load(single), SINGLE, "")

    def update(self, sources: Iterable[Source]) -> Iterator[Step]:
        """Look at sources again; an article whose file is gone is kept, and nothing is said."""
        for source in sources:
            if (found := self._found_in(source)) is not None:
                yield from self._take(found, source.id, source.name)
                self._store.looked(source.id)

    def parse_the_rest(self) -> Iterator[Step]:
        """Find the evidence of what an interrupted run or an older parser has left."""
        failed: set[int] = set()
        done = 0
        while ids := [i for i in self._store.unparsed(BATCH + len(failed)) if i not in failed]:
            kept = [article for key in ids if (article := self._store.get(key))]
            articles = [(one.id, self._parsed(one.document, one.origin)) for one in kept]
            failed |= {key for key, article in articles if article is None}
            self._keep(articles)
            done += len(ids)
            yield self._step("", done)

    def summary(self) -> str:
        """Say what became of all that was met."""
        told = ngettext("{n} new article", "{n} new articles", self.new).format(n=self.new)
        told += ngettext(", {n} changed", ", {n} changed", self.changed).format(n=self.changed)
        told += ngettext(", {n} known", ", {n} known", self.known).format(n=self.known)
        return told

    def _found_in(self, source: Source) -> Iterator[Loaded | SourceError] | None:
        """Give what a source holds now; None for one that cannot be looked at again."""
        from tui.library.store import SINGLE  # noqa: PLC0415 - not for --help
        from tui.sources.files import load  # noqa: PLC0415

        if source.id == SINGLE:
            # Only paths from the root: "-" and what was pasted are no file to look at.
            places = self._store.origins()
            return load([o for o in places if os.path.isabs(o) and os.path.exists(o)])  # noqa: PTH110, PTH117
        return load([source.address]) if source.kind in ("folder", "file") else None

    def _take(
        self, found: Iterable[Loaded | SourceError], source: int, name: str
    ) -> Iterator[Step]:
        waiting = iter(found)
        while batch := list(islice(waiting, BATCH)):
            self._take_batch(batch, source)
            yield self._step(name, self.new + self.changed + self.known)

    def _take_batch(self, batch: Sequence[Loaded | SourceError], source: int) -> None:
        from tui.sources.files import SourceError  # noqa: PLC0415 - not for --help

        loaded = []
        for item in batch:
            if isinstance(item, SourceError):
                self._fail(str(item))
                continue
            if item.notice:
                self._problems.append(item.notice)
            loaded.append((item.document, place_of(item)))
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
            articles.append((now.id, self._parsed(document, origin)))
        self._keep(articles)

    def _keep(self, articles: Iterable[tuple[int, Article | None]]) -> None:
        from tui.library.database import BREATH  # noqa: PLC0415 - not for --help

        parsed = [(key, article) for key, article in articles if article is not None]
        if parsed:
            self._store.put_all_evidence(parsed)
            time.sleep(BREATH)

    def _parsed(self, document: Document, origin: str) -> Article | None:
        from tui.parser import parse  # noqa: PLC0415 - not for --help

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

    def _fail(self, problem: str) -> None:
        self.failed += 1
        self._problems.append(problem)

    def _step(self, source: str, done: int) -> Step:
        problems, self._problems = tuple(self._problems), []
        return Step(source, done, problems)


def source_kind(path: str) -> SourceKind | None:
    """Say which kind of source a path is: what holds many articles is one, a single article not."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where it may not look
        return "folder"
    return "file" if path.lower().endswith(".jsonl") and os.path.exists(path) else None  # noqa: PTH110


def place_of(item: Loaded) -> str:
    """Name the place of an article: its path, or the file that holds it and its id there."""
    return f"{item.file}#{item.origin}" if item.file else item.origin


def keep(store: Store, article: Kept) -> Added:
    """Keep an article that was only opened, with its evidence where that is known."""
    origin = article.origin
    if origin not in NOWHERE and "://" not in origin:
        origin = os.path.abspath(origin)  # noqa: PTH100 - "file#id" is no path, but begins as one
    [added] = store.take([(article.document, origin)], urgent=True)
    if article.article is not None:
        store.put_evidence(added.id, article.article)
    return added
