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
from typing import TYPE_CHECKING, TypeVar

from tui.library.values import NOWHERE
from tui.locale import _, ngettext
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from tui.library.store import Added, Kept, Source, SourceKind, Store
    from tui.parser import Article, Document
    from tui.sources.files import Loaded, SourceError
    from tui.subscriptions import Fetched, Subscriptions

_Result = TypeVar("_Result")

BATCH = 40
"""Articles of one transaction: few enough for another program to have its turn."""

BEAT = 0.2
"""Seconds that anybody waits without a word."""


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

    def __init__(self, store: Store, *, allow_private: bool = False) -> None:
        self.new = self.changed = self.known = self.failed = 0
        self.new_from: dict[str, int] = {}
        """How many new articles each feed had that had any, by its name."""
        self.left_alone = 0
        """How many feeds were not asked, since nothing new was due."""
        self._store = store
        self._allow_private = allow_private
        self._problems: list[str] = []
        self._told = 0.0

    def add(
        self, paths: Iterable[str], *, as_feed: bool = False, whole: bool | None = None
    ) -> Iterator[Step]:
        """Take in files, folders, addresses on the web, lists of feeds (.opml) and "-".

        Folders, JSON Lines files and feeds become sources, to be looked at again. With `as_feed` a
        page stands for the feed that it names, as a site's front page always does. `whole` says
        whether a feed's articles are completed from their pages from now on.
        """
        from tui.library.store import SINGLE  # noqa: PLC0415 - not for --help
        from tui.sources.files import load  # noqa: PLC0415
        from tui.sources.web import is_address  # noqa: PLC0415

        single = []
        for given in paths:
            if is_address(given):
                yield from self._add_address(given, as_feed=as_feed, whole=whole)
                continue
            path = given if given == "-" else os.path.abspath(given)  # noqa: PTH100 - any bytes
            if path.lower().endswith(".opml"):
                yield from self._add_list(path)
                continue
            kind = source_kind(path)
            if kind is None:
                single.append(path)
                continue
            name = clean_line(os.path.basename(path) or path)  # noqa: PTH119
            source = self._store.enter_source(kind, path, name)
            yield from self._take(load([path]), source, name)
            self._store.looked(source)
        yield from self._take(load(single), SINGLE, "")

    def update(self, sources: Iterable[Source], *, asked: bool = False) -> Iterator[Step]:
        """Look at sources again; an article whose file is gone is kept, and nothing is said.

        Feeds are asked when something new is due; with `asked` at once, unless their server does
        not want to be.
        """
        listed = list(sources)
        for source in listed:
            if (found := self._found_in(source)) is not None:
                yield from self._take(found, source.id, source.name)
                self._store.looked(source.id)
        if any(source.kind == "feed" for source in listed):
            subscriptions = self._subscriptions()
            feeds = [source for source in listed if source.kind == "feed"]
            for fetched in subscriptions.fetch(feeds, asked=asked):
                if fetched is None:
                    yield self._step(_("feeds"), self._met)
                else:
                    yield from self._take_feed(subscriptions, fetched)
            self.left_alone += subscriptions.left_alone

    def complete(self, article: int, url: str) -> Iterator[Step]:
        """Put the whole words of an article, from its page, in the place of a feed's summary.

        A page that was added by its address is looked at again.
        """
        from tui.sources.loaded import SourceError  # noqa: PLC0415 - not for --help
        from tui.sources.web import is_address  # noqa: PLC0415

        places = self._store.about(article).places
        if own := [origin for source, origin in places if not source and is_address(origin)]:
            yield from self._add_address(own[0], as_feed=False, whole=None)
            return
        subscriptions = self._subscriptions()
        try:
            added = yield from self._await(
                subscriptions, url, lambda: subscriptions.complete(article, url)
            )
        except SourceError as error:
            self._fail(str(error))
        else:
            self._count(added.outcome)
            if added.outcome == "changed" and (kept := self._store.get(added.id)):
                self._keep([(added.id, self._parsed(kept.document, kept.origin))])
        yield self._step("", 1)

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
        if self.left_alone:
            told = ngettext(
                "{told}; nothing is due yet from {n} feed",
                "{told}; nothing is due yet from {n} feeds",
                self.left_alone,
            ).format(told=told, n=self.left_alone)
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

    def _await(
        self, subscriptions: Subscriptions, name: str, work: Callable[[], _Result]
    ) -> Generator[Step, None, _Result]:
        """Do what waits for the network in a thread; whoever stops it need not wait for that."""
        from concurrent.futures import ThreadPoolExecutor, wait  # noqa: PLC0415 - not for --help

        pool = ThreadPoolExecutor(1, thread_name_prefix="fetch")
        future = pool.submit(work)
        try:
            while not wait([future], BEAT).done:
                yield self._step(clean_line(name), self._met)
            return future.result()
        finally:
            if not future.done():
                subscriptions.stop()
            pool.shutdown(wait=False)

    def _subscriptions(self) -> Subscriptions:
        from tui.sources.network.client import Client  # noqa: PLC0415 - not for --help
        from tui.subscriptions import Subscriptions  # noqa: PLC0415

        return Subscriptions(self._store, Client(allow_private=self._allow_private))

    def _add_address(self, url: str, *, as_feed: bool, whole: bool | None) -> Iterator[Step]:
        from tui.library.store import SINGLE  # noqa: PLC0415 - not for --help
        from tui.sources import web  # noqa: PLC0415
        from tui.sources.loaded import SourceError  # noqa: PLC0415

        subscriptions = self._subscriptions()
        try:
            found = yield from self._await(
                subscriptions, url, lambda: subscriptions.visit(url, as_feed=as_feed, whole=whole)
            )
        except SourceError as error:
            self._fail(str(error))
            yield self._step(url, 0)
            return
        if isinstance(found, web.Found):
            yield from self._take(found.answer.articles, SINGLE, clean_line(url))
        else:
            yield from self._take_feed(subscriptions, found)

    def _add_list(self, path: str) -> Iterator[Step]:
        """Follow the feeds that an OPML file lists, and bring their articles."""
        from tui.sources.files import contents  # noqa: PLC0415 - not for --help
        from tui.sources.loaded import SourceError, shown_name  # noqa: PLC0415
        from tui.sources.opml import LARGEST, read  # noqa: PLC0415

        try:
            outlines = read(contents(path, LARGEST), shown_name(path))
        except SourceError as error:
            self._fail(str(error))
            yield self._step(shown_name(path), 0)
            return
        new, _known = self._subscriptions().follow_all(outlines)
        yield from self.update(new)

    def _take_feed(self, subscriptions: Subscriptions, fetched: Fetched) -> Iterator[Step]:
        """Take in what a feed has, whole articles from their pages where that is wanted."""
        source, before = fetched.source, self.new
        if fetched.error is not None:
            self._fail(str(fetched.error))
        come: list[Added] = []
        yield from self._take(fetched.articles, source.id, source.name, come)
        if fetched.feed.complete:
            for added in come:
                kept = self._store.get(added.id) if added.outcome != "known" else None
                if kept is not None and kept.document.url is not None:
                    yield from self._complete_quietly(subscriptions, kept, source.name)
        subscriptions.settle(fetched)
        if self.new > before:
            self.new_from[source.name] = self.new_from.get(source.name, 0) + self.new - before
        yield self._step(source.name, self._met)

    def _complete_quietly(
        self, subscriptions: Subscriptions, kept: Kept, name: str
    ) -> Iterator[Step]:
        """Complete an article that has just come; what its page lacks is no failure of the feed."""
        from tui.sources.loaded import SourceError  # noqa: PLC0415 - not for --help

        url = kept.document.url or ""
        try:
            yield from self._await(
                subscriptions, name, lambda: subscriptions.complete(kept.id, url)
            )
        except SourceError as error:
            self._problems.append(str(error))
        else:
            if whole := self._store.get(kept.id):
                self._keep([(kept.id, self._parsed(whole.document, whole.origin))])
        yield self._step(name, self._met)

    def _take(
        self,
        found: Iterable[Loaded | SourceError],
        source: int,
        name: str,
        come: list[Added] | None = None,
    ) -> Iterator[Step]:
        for batch in _batches(found):
            added = yield from self._take_batch(batch, source, name)
            if come is not None:
                come += added
            yield self._step(name, self._met)

    def _take_batch(
        self, batch: Sequence[Loaded | SourceError], source: int, name: str
    ) -> Generator[Step, None, list[Added]]:
        """Take some articles in; what is parsed when it is stopped is kept too."""
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
        for now in added:
            self._count(now.outcome)
        articles = []
        try:
            for (document, origin), now in zip(loaded, added, strict=True):
                if now.outcome != "known":
                    articles.append((now.id, self._parsed(document, origin)))
                    if time.monotonic() - self._told > BEAT:
                        yield self._step(name, self._met)
        finally:
            self._keep(articles)
        return added

    def _count(self, outcome: str) -> None:
        if outcome == "new":
            self.new += 1
        elif outcome == "changed":
            self.changed += 1
        else:
            self.known += 1

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

    @property
    def _met(self) -> int:
        return self.new + self.changed + self.known

    def _fail(self, problem: str) -> None:
        self.failed += 1
        self._problems.append(problem)

    def _step(self, source: str, done: int) -> Step:
        problems, self._problems = tuple(self._problems), []
        self._told = time.monotonic()
        return Step(source, done, problems)


def _batches(found: Iterable[Loaded | SourceError]) -> Iterator[list[Loaded | SourceError]]:
    """Give articles a few at a time; the next are read, elsewhere, while these are taken in."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not for --help

    waiting = iter(found)

    def read() -> list[Loaded | SourceError]:
        return list(islice(waiting, BATCH))

    pool = ThreadPoolExecutor(1, thread_name_prefix="read")
    try:
        coming = pool.submit(read)
        while batch := coming.result():
            coming = pool.submit(read)
            yield batch
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


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
