"""The same articles in newsboat and here: start, list, open and search, side by side.

python -m tests.benchmarks.newsboat [--articles 10000] [--runs 3]

newsboat is Debian's package of that name. Both run in a pseudo-terminal of the same size, in turns;
times are by the clock, from the key to the last of what it draws, the median of the runs. The
processor time is that of a whole run: start, list, open, search.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.feed import make
from tests.benchmarks.open_library import UNREAD, as_read_by_this_parser
from tests.benchmarks.start import QUIET, Run
from tests.tools.make_library import articles, fill
from tui.library.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

BLINK = 0.4
"""Seconds without a change that are enough where a cursor blinks after half a second."""

STEPS = ("start", "list", "open", "search", "processor")


def newsboat(place: Path, count: int) -> Callable[[], Run]:
    """Fill newsboat's cache from a feed, and give what starts it."""
    program = shutil.which("newsboat")
    if program is None:
        raise FileNotFoundError("newsboat is not installed; apt-get install newsboat")
    (place / "feed.xml").write_bytes(make(count))
    (place / "urls").write_text(f"file://{place}/feed.xml\n")
    (place / "config").write_text("")
    options = ("-u", f"{place}/urls", "-c", f"{place}/cache.db", "-C", f"{place}/config")
    subprocess.run([program, *options, "-x", "reload"], check=True)
    return lambda: Run(options, program)


def ours(place: Path, count: int) -> Callable[[], Run]:
    """Fill a library with the same articles, and give what starts the reader on it."""
    file = place / "library.db"
    store = Store.open(file)
    fill(store, count, 1)
    store.close()
    as_read_by_this_parser(file)
    return lambda: Run(("-m", "tui", "--library", str(file)))


def newsboat_steps(run: Run, word: str) -> list[float]:
    """Go through newsboat: its list of feeds, the feed's articles, the first of them, a search."""
    start = run.until(b"Un flux")
    run.rest(QUIET)
    times = [run.drawn(b"\r"), run.drawn(b"\r")]
    run.drawn(b"q/")
    return [start, *times, run.drawn(f"{word}\r".encode(), quiet=5)]


def our_steps(run: Run, word: str) -> list[float]:
    """Go through the reader: it starts on the list, so that showing the list costs nothing more."""
    start = run.until(UNREAD)
    run.rest(QUIET)
    times = [0.0, run.drawn(b"\r")]
    run.drawn(b"s", BLINK)
    return [start, *times, run.drawn(f"{word}\r".encode(), BLINK)]


def side_by_side(count: int, runs: int) -> tuple[str, list[float], list[float]]:
    """Give the word that was searched for, and what each step takes of newsboat, and of us.

    Seconds, the medians. FileNotFoundError where newsboat is not installed.
    """
    word = next(articles(1, 1)).document.title.split()[1]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        programs = (
            (newsboat(place, count), newsboat_steps),
            (ours(place, count), our_steps),
        )
        found: tuple[list[list[float]], list[list[float]]] = ([], [])
        for _ in range(runs):
            for (start, steps), into in zip(programs, found, strict=True):
                run = start()
                times = steps(run, word)
                into.append([*times, run.end()])
    theirs, here = (list(map(statistics.median, zip(*some, strict=True))) for some in found)
    return word, theirs, here


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=3)
    arguments = options.parse_args()
    try:
        word, theirs, here = side_by_side(arguments.articles, arguments.runs)
    except FileNotFoundError as error:
        sys.exit(str(error))
    print(f"{arguments.articles} articles, searched for {word!r}; milliseconds")
    print(f"{'':<12}{'newsboat':>10}{'here':>10}")
    for name, a, b in zip(STEPS, theirs, here, strict=True):
        print(f"{name:<12}{a * 1000:10.0f}{b * 1000:10.0f}")


if __name__ == "__main__":
    main()
