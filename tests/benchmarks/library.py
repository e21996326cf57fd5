"""What the library costs at scale, and what adding costs.

python -m tests.benchmarks.library FILE

FILE is a library that tests.tools.make_library has made. Each line is the median and the slowest of
twenty in milliseconds, then the median of CPU time, which a busy machine changes less; the first
call of each is not counted.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.store import Listing, Store

if TYPE_CHECKING:
    from collections.abc import Callable


def measure(name: str, work: Callable[[], object], times: int = 20) -> None:
    """Print what a piece of work takes."""
    taken, used = [], []
    for _ in range(times + 1):
        start, before = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - start) * 1000)
        used.append((time.process_time() - before) * 1000)
    middle, cpu = statistics.median(taken[1:]), statistics.median(used[1:])
    print(f"{name:<44}{middle:9.2f}{max(taken[1:]):9.2f}{cpu:9.2f}")


def _mark_and_undo(store: Store) -> None:
    store.set_all_read(Listing())
    store.undo()


def main() -> None:
    """Measure."""
    file = Path(sys.argv[1])
    chance = random.Random(1)  # noqa: S311 - no secret
    measure("open and close", lambda: Store.open(file).close())
    store = Store.open(file)
    size = store.count()
    newest = Listing(order="newest")
    source = store.sources()[1].id
    print(f"{size} articles")
    for listing in (
        newest, Listing(), Listing(order="title"), Listing(order="quotes"),
        Listing(show="unread", order="newest"), Listing(show="starred", order="newest"),
        Listing(show="figures", order="title"), Listing(source=source, order="newest"),
        Listing(show="unread", source=source, order="title"),
        Listing(language="en", order="newest"),
    ):  # fmt: skip
        name = f"{listing.show} {listing.order} {listing.source or ''} {listing.language or ''}"
        count = store.count(listing)
        measure(f"first page: {name}", lambda one=listing: store.rows(one, 0, 50))  # type: ignore[misc]
        measure(
            f"middle page: {name}",
            lambda one=listing, half=count // 2: store.rows(one, half, 50),  # type: ignore[misc]
        )
        measure(
            f"last page: {name}",
            lambda one=listing, end=count - 50: store.rows(one, max(0, end), 50),  # type: ignore[misc]
        )
        measure(f"count: {name}", lambda one=listing: store.count(one))  # type: ignore[misc]
    measure("place in the list", lambda: store.index_of(newest, chance.randint(1, size)))
    measure("open an article", lambda: store.get(chance.randint(1, size)))
    measure("mark read", lambda: store.set_read([chance.randint(1, size)]))
    measure("star", lambda: store.set_starred([chance.randint(1, size)]))
    measure("undo", store.undo)
    measure("all counts", store.counts)
    measure("sources with counts", store.sources)
    measure("mark everything read, and undo it", lambda: _mark_and_undo(store), 2)
    store.close()


if __name__ == "__main__":
    main()
