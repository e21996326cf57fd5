"""The feeds that a library follows: what is due is fetched, a few at a time, and remembered.

What a server gave to ask it by is kept only once the articles are in: whoever is cut off in the
middle gets them the next time.
"""

from __future__ import annotations

import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.intake import BEAT
from tui.library import adding, feeds
from tui.library.feeds import Feed
from tui.locale import _
from tui.sources import web, worker
from tui.sources.loaded import SourceError, shown_name
from tui.sources.network import policy
from tui.sources.network.client import Client, FetchError, Validators
from tui.sources.opml import Outline
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from tui.library.store import Added, Source, Store
    from tui.sources.loaded import Loaded
    from tui.sources.network.client import Reply

_AHEAD = 8
"""Feeds that are fetched or wait to be taken in: what comes after them is not in memory yet."""

_MOVES = 3
"""How often in a row a server must say that a feed has moved before it is believed."""

_GONE = 410


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of asking for a feed."""

    source: Source
    feed: Feed
    """What the library knew of it."""
    reply: Reply | None = None
    articles: tuple[Loaded, ...] = ()
    about: dict[str, str] | None = None
    error: SourceError | None = None

    @property
    def is_unreachable(self) -> bool:
        """Whether nobody answered, which may be this machine's own fault."""
        return isinstance(self.error, FetchError) and self.error.is_unreachable


class Subscriptions:
    """The feeds of one library."""

    def __init__(
        self,
        store: Store,
        client: Client | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._store = store
        self._client = client or Client()
        self._clock = clock
        self.left_alone = 0
        """How many feeds were not asked, since nothing new was due."""

    def known(self) -> dict[int, Feed]:
        """Give what the library knows of its feeds, by the ids of their sources."""
        with self._store.database.reading() as connection:
            return feeds.every(connection)

    def outlines(self) -> list[Outline]:
        """List the feeds that are followed, as OPML has them."""
        known = self.known()
        return [
            Outline(source.address, source.name, feed.folder, feed.site)
            for source in self._store.sources()
            if source.kind == "feed"
            for feed in (known.get(source.id, Feed()),)
        ]

    def follow_all(self, outlines: Iterable[Outline]) -> tuple[list[Source], int]:
        """Follow feeds without asking for them yet; those that are new, and how many were known.

        A feed that is known goes into the folder that the list has it in, and keeps its name.
        """
        here = {source.address for source in self._store.sources()}
        known = self.known()
        new: set[int] = set()
        met = 0
        for outline in outlines:
            number = self._store.enter_source("feed", outline.url, outline.title)
            if outline.url in here:
                met += number not in new
            else:
                new.add(number)
                here.add(outline.url)
            feed = replace(known.get(number, Feed()), folder=outline.folder)
            feed = replace(feed, site=outline.site or feed.site)
            with self._store.database.writing(urgent=False) as connection:
                feeds.put(connection, number, feed)
        return [source for source in self._store.sources() if source.id in new], met

    def complete(self, article: int, url: str) -> Added:
        """Fetch the page of an article and put its words in the place of the feed's summary.

        Raises `SourceError` where the page cannot be had, or has no more words than are here.
        """
        kept = self._store.get(article)
        with self._store.database.reading() as connection:
            private = feeds.allows_private(connection, article)
        reply = self._client.get(url, allow_private=private)
        answer, is_feed = web.read_reply(reply, url)
        here = len(kept.document.text) if kept is not None else 0
        if is_feed or len(answer.articles) != 1 or len(answer.articles[0].document.text) <= here:
            message = _("{url}: the page has no more words than are here already")
            raise SourceError(message.format(url=clean_line(url)))
        document = answer.articles[0].document
        with self._store.database.writing(urgent=False) as connection:
            return adding.complete(connection, article, document, url, _iso(self._clock()))

    def stop(self) -> None:
        """End what is being fetched and read; nothing more is."""
        self._client.stop()
        worker.stop_feeds()

    def fetch(self, sources: Iterable[Source], *, asked: bool = False) -> Iterator[Fetched | None]:
        """Ask for feeds, and yield what comes as it comes; what is not due is passed over.

        While nothing comes None does, so that whoever waits may go away. With `asked` a person
        wants it now: then only a server that does not want to be asked is left alone. Where nobody
        answers at all, that is one failure, of the connection.
        """
        known = self.known()
        listed = list(sources)
        waiting = [
            (source, feed)
            for source in listed
            if self._is_due(feed := known.get(source.id, Feed()), asked=asked)
        ]
        self.left_alone = len(listed) - len(waiting)
        silent: list[Fetched] = []
        answered = False
        for fetched in self._all(waiting):
            if fetched is None:
                yield None
                continue
            if fetched.is_unreachable and not answered:
                silent.append(fetched)
                continue
            answered = True
            yield fetched
        if answered or len(silent) < 2:
            yield from silent
        elif silent:
            message = _("none of {n} feeds can be reached; check your connection")
            error = SourceError(message.format(n=len(silent)))
            yield Fetched(silent[0].source, silent[0].feed, error=error)

    def _all(self, waiting: list[tuple[Source, Feed]]) -> Iterator[Fetched | None]:
        pool = ThreadPoolExecutor(_AHEAD, thread_name_prefix="feed")
        rest = iter(waiting)
        under_way: set[Future[Fetched]] = set()
        try:
            while True:
                for source, feed in rest:
                    under_way.add(pool.submit(self._one, source, feed))
                    if len(under_way) >= _AHEAD:
                        break
                if not under_way:
                    return
                done, under_way = wait(under_way, BEAT, return_when=FIRST_COMPLETED)
                for one in done:
                    yield one.result()
                if not done:
                    yield None
        finally:
            if under_way:
                self.stop()
            pool.shutdown(wait=False, cancel_futures=True)

    def _one(self, source: Source, feed: Feed) -> Fetched:
        try:
            reply = self._client.get(
                source.address,
                Validators(feed.etag, feed.modified),
                allow_private=feed.private,
            )
            if reply.status == 304:
                return Fetched(source, feed, reply)
            answer, is_feed = web.read_reply(reply, source.address)
        except SourceError as error:
            return Fetched(source, feed, error=error)
        if not is_feed:
            message = _("{name}: not a feed").format(name=shown_name(source.address))
            return Fetched(source, feed, error=SourceError(message))
        return Fetched(source, feed, reply, answer.articles, answer.about)

    def _is_due(self, feed: Feed, *, asked: bool) -> bool:
        if feed.gone or self._is_ahead(feed.closed, policy.LONGEST):
            return False
        return asked or not self._is_ahead(feed.due, max(policy.FRESH, policy.LONGEST_PAUSE))

    def _is_ahead(self, time: str | None, most: float) -> bool:
        """Say whether a time is still to come.

        One further off than we ever put it was written while this machine's clock was wrong.
        """
        now = self._clock()
        return time is not None and _iso(now) < time <= _iso(now + most)

    def visit(
        self, url: str, *, as_feed: bool = False, whole: bool | None = None
    ) -> Fetched | web.Found:
        """Fetch an address: a feed is made a source of the library, a page is given as it is.

        A site's front page stands for the feed that it names; with `as_feed` any page does. Raises
        `SourceError`.
        """
        found = web.visit(url, self._client)
        if not found.is_feed and (as_feed or web.is_front_page(found.reply.url)):
            feed = found.answer.about.get("feed")
            if feed is not None:
                url, found = feed, web.visit(feed, self._client)
            elif as_feed:
                raise SourceError(_("{name}: names no feed").format(name=shown_name(url)))
        return self._follow(url, found, whole) if found.is_feed else found

    def _follow(self, url: str, found: web.Found, whole: bool | None) -> Fetched:
        """Make a feed that was fetched a source of the library, if it is not one yet."""
        address = found.reply.moved or url
        about = found.answer.about
        name = about.get("title") or clean_line(urlsplit(address).hostname or address)
        number = self._store.enter_source("feed", address, name)
        source = next(one for one in self._store.sources() if one.id == number)
        feed = replace(self.known().get(number, Feed()), private=self._client.allows_private)
        feed = feed if whole is None else replace(feed, complete=whole)
        return Fetched(source, feed, found.reply, found.answer.articles, about)

    def settle(self, fetched: Fetched) -> None:
        """Remember what came of asking, once the articles are in."""
        feed, source, now = fetched.feed, fetched.source, self._clock()
        address = name = None
        if fetched.reply is not None:
            feed = self._answered(feed, fetched.reply, now)
            if fetched.about:
                feed = replace(feed, site=fetched.about.get("site") or feed.site)
                if source.name in ("", source.address):
                    name = fetched.about.get("title")
            if feed.moves >= _MOVES:
                address = feed.moved
                feed = replace(feed, moved=None, moves=0)
        elif fetched.error is not None:
            feed = _failed(feed, fetched.error, now)
        with self._store.database.writing(urgent=False) as connection:
            feeds.rename(connection, source.id, address=address, name=name)
            feeds.put(connection, source.id, feed)
        if fetched.reply is not None:
            self._store.looked(source.id)

    @staticmethod
    def _answered(feed: Feed, reply: Reply, now: float) -> Feed:
        validators = reply.validators
        fresh = reply.status != 304
        moves = feed.moves + 1 if reply.moved and reply.moved == feed.moved else 1
        return replace(
            feed,
            etag=validators.etag if fresh else validators.etag or feed.etag,
            modified=validators.modified if fresh else validators.modified or feed.modified,
            due=_iso(now + policy.fresh_for(reply.headers, now)),
            closed=None,
            failures=0,
            problem=None,
            moved=reply.moved,
            moves=moves if reply.moved else 0,
        )


def _failed(feed: Feed, error: SourceError, now: float) -> Feed:
    """Leave a feed that fails alone for a while, twice as long each time."""
    failures = feed.failures + 1
    wait = error.wait if isinstance(error, FetchError) else None
    pause = policy.pause_after(failures)
    return replace(
        feed,
        failures=failures,
        problem=str(error),
        due=_iso(now + max(pause, wait or 0.0)),
        closed=_iso(now + wait) if wait else None,
        gone=isinstance(error, FetchError) and error.status == _GONE,
    )


def _iso(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
