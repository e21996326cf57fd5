"""All that a user waits for, in one table.

python -m tests.benchmarks [--library FILE] [--texts FOLDER] [--peers PATH …] [--json FILE]

--library is one that tests.tools.make_library has made, of a hundred thousand articles for the
targets to mean what they say; without it, one of two thousand is made. --texts holds .txt articles
for the parser; without it, our samples. --peers installs what is published and measures it beside
ours: newsboat, where the system has it; textacy on the annotated articles of a folder; quantulum3,
recognizers-text and text2num on the annotated rows of a .jsonl file.

Ratios are against a bare Textual app with one list, in the same run; "ms" are milliseconds of the
processor unless the line says otherwise. The load of the machine stands first: it lengthens them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks import (
    figure_peers,
    newsboat,
    parse,
    queries,
    quote_peers,
    screen,
    spreading,
    start,
)
from tests.benchmarks.open_library import UNREAD, as_read_by_this_parser
from tests.benchmarks.peers import ENVIRONMENTS
from tests.tools.make_library import fill
from tui.library import search
from tui.library.checking import check
from tui.library.people import asking
from tui.library.query import parse as parse_query
from tui.library.store import Store
from tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEARCHES = {
    "common": 50, "two common": 50, "rare": 50, "phrase": 150, "speaker and said": 150,
    "everything at once": 150,
}  # fmt: skip
"""Questions of `queries`, and how long their first page may take."""

WARM, ENOUGH = 20, 200
"""Articles that the parser reads before it is measured, and the kilobytes to measure it by."""

FEW = 2_000
"""Articles of the library that is made where none is given."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    name: str
    value: float
    unit: str
    target: float | None = None
    """What it should be at most; at least, where it counts what is done in a second."""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without one."""
        if self.target is None:
            return None
        return self.value >= self.target if self._counts else self.value <= self.target

    @property
    def _counts(self) -> bool:
        return self.unit.endswith("/s")

    def __str__(self) -> str:
        """Write it for the table."""
        shown = f"{self.value:.2f}" if self.unit == "×" else f"{self.value:.0f}"
        told = f"{self.name:<52}{shown:>9} {self.unit:<6}"
        if self.target is None:
            return told.rstrip()
        bound = f"{'≥' if self._counts else '≤'} {self.target:g}"
        return f"{told}{bound:>8}  {'yes' if self.met else 'NO'}"


def start_lines(file: Path, runs: int) -> Iterator[Line]:
    """Measure the start, over the library and over files."""
    ours, bare = start.starts(runs, ("-m", "tui", "--library", str(file)))
    yield Line("first paint over the library", ours.processor / bare.processor, "×", 1.15)
    yield Line("  by the clock", ours.time / bare.time, "×")
    opened, bare = start.starts(runs)
    yield Line("first paint over files", opened.processor / bare.processor, "×", 1.3)
    yield Line("  by the clock", opened.time / bare.time, "×")
    yield Line("first paint of the bare app", bare.processor * 1000, "ms")
    yield Line("--help", start.help_cpu() * 1000, "ms", 80)
    run = start.Run(("-m", "tui", "--library", str(file)))
    run.until(UNREAD)
    for key in (b"\x1b[B",) * 20 + (b"\r", b"G"):
        run.press(key)
        run.rest(0.2)
    run.end()
    yield Line("memory, an article open", run.memory, "MB", 150)


def screen_lines(file: Path) -> Iterator[Line]:
    """Measure the screen."""
    bare = asyncio.run(screen.bare())
    yield Line("bare app: a key that scrolls its list", bare["key"], "ms")
    listed = asyncio.run(screen.listing(file))
    yield Line("key in the list", listed["key"] / bare["key"], "×", 1.5)
    for where in ("key at the desk", "key that scrolls the desk"):
        yield Line(where, listed[where] / bare["key"], "×", 1.5)
    yield Line("keys rain on the list: lag p95, by the clock", listed["lag"], "ms")
    yield Line("  the same on the bare app", bare["lag"], "ms")
    for name, size in screen.SIZES.items():
        found = asyncio.run(screen.reading(size))
        large = size >= 1_000_000
        yield Line(f"{name}: open, with its evidence", found["open"], "ms", 150 if large else None)
        for where in ("key in the text", "next evidence", "key in the evidence"):
            yield Line(f"{name}: {where}", found[where] / bare["key"], "×", 1.5)
        yield Line(f"{name}: keys rain: lag p95, by the clock", found["lag"], "ms")
        for what in ("find a letter", "find a word"):
            yield Line(f"{name}: {what}", found[what], "ms", 40 if large else None)
            yield Line("  with its picture", found[f"{what}, painted"], "ms")
        yield Line(f"{name}: resize", found["resize"] / bare["resize"], "×")


def library_lines(file: Path) -> Iterator[Line]:
    """Measure first pages of what is asked of the library."""
    store = Store.open(file)
    size = store.count()
    yield Line("library: articles", size, "")
    yield Line("library: on disk, for each article", file.stat().st_size / size / 1000, "KB")
    asked = queries.questions(queries.words(store))
    for name, target in SEARCHES.items():
        query = parse_query(asked[name])
        yield Line(f"search: {name}", _median(lambda: search.search(store, query)), "ms", target)  # noqa: B023
    everything = parse_query("")
    yield Line("desk: quotes", _median(lambda: search.quotes(store, everything)), "ms", 150)
    yield Line("desk: figures", _median(lambda: search.figures(store, everything)), "ms", 150)
    yield Line("desk: people", _median(lambda: asking.page(store, everything)), "ms", 150)
    somebody = asking.page(store, everything).items[0]
    quoted = _median(lambda: asking.quotes(store, somebody.id))
    yield Line("desk: what somebody quoted often said", quoted, "ms", 100)
    words = search.quotes(store, everything).items[0].item.text
    yield Line("check: words heard elsewhere", _median(lambda: check(store, words)), "ms", 500)
    store.close()


def feed_lines() -> Iterator[Line]:
    """Measure the update of a feed of a thousand items, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.feed"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=start.ROOT)
    speed = next(line for line in told.stdout.splitlines() if "on one core" in line)
    yield Line(
        "update of a feed of 1,000: articles on one core", float(speed.split()[-1]), "/s", 60
    )


def _median(work: Callable[[], object], times: int = 7) -> float:
    taken = []
    for _ in range(times + 1):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken[1:])


def parser_lines(folder: Path) -> Iterator[Line]:
    """Measure the parser, stage by stage, and how it spreads over processes."""
    texts = [clean(path.read_text("utf-8")) for path in sorted(folder.rglob("*.txt"))]
    for text in texts[:WARM]:  # the languages are loaded, and their patterns compiled
        dict(parse.stages(text))
    size = sum(len(text.encode()) for text in texts) / 1000
    times = max(1, round(ENOUGH / size))
    spent: Counter[str] = Counter()
    for text in texts * times:
        spent.update(dict(parse.stages(text)))
    size *= times
    yield Line("parser: everything", size / sum(spent.values()), "KB/s", 400)
    for stage in parse.STAGES:
        yield Line(f"  {stage}", size / spent[stage], "KB/s")
    long = screen.article_of(1_000_000).text
    began = time.process_time()
    dict(parse.stages(long))
    yield Line("1 MB: its evidence", (time.process_time() - began) * 1000, "ms", 3000)
    spread = spreading.spread(texts)
    yield Line("extract --workers 2: processor time, against one", spread.cost, "×", 1.25)
    yield Line("  by the clock", spread.clock, "×")
    yield Line("extract --workers: how many one reader can feed", spread.most, "")
    yield Line("extract: memory for ten times the articles", spread.memory, "×", 1.25)


def peer_lines(paths: list[Path]) -> Iterator[Line | str]:
    """Measure what is published beside ours; say of what cannot be had here why."""
    yield from _newsboat_lines()
    for path in paths:
        yield from _quote_lines(path) if path.is_dir() else _figure_lines(path)


def _newsboat_lines() -> Iterator[Line | str]:
    try:
        _word, theirs, here = newsboat.side_by_side(10_000, 3)
    except FileNotFoundError as error:
        yield str(error)
    else:
        for step, a, b in zip(newsboat.STEPS, theirs, here, strict=True):
            yield Line(f"10,000 articles: {step}, newsboat's", a * 1000, "ms")
            yield Line("  ours", b * 1000, "ms")


def _quote_lines(folder: Path) -> Iterator[Line | str]:
    rows = quote_peers.articles(folder)
    peers = (quote_peers.peer(one, rows, ENVIRONMENTS) for one in quote_peers.PEERS)
    for reading in (quote_peers.ours(rows), *peers):
        if isinstance(reading, str):
            yield reading
        else:
            *_sides, found, spoken = quote_peers.score(rows, reading)
            names = (f"marked quotes found, F1: {reading.name}", "with their speakers")
            yield from _reading_lines(names, (found, spoken), rows, reading.seconds)


def _figure_lines(file: Path) -> Iterator[Line | str]:
    rows = figure_peers.annotated(file)
    peers = (figure_peers.peer(one, rows, ENVIRONMENTS) for one in figure_peers.PEERS)
    for reading in (figure_peers.ours(rows), *peers):
        if isinstance(reading, str):
            yield reading
        else:
            values, units = figure_peers.score(rows, reading)
            names = (f"{file.stem}, F1 of the values: {reading.name}", "with their units")
            yield from _reading_lines(names, (values[-1], units[-1]), rows, reading.seconds)


def _reading_lines(
    names: tuple[str, str], f1: tuple[float, float], rows: list[dict[str, Any]], seconds: float
) -> Iterator[Line]:
    """Tell how right a tool is by itself and in all, and how fast."""
    yield Line(names[0], f1[0] * 100, "%")
    yield Line(f"  {names[1]}", f1[1] * 100, "%")
    size = sum(len(row["text"].encode()) for row in rows) / 1000
    yield Line("  read", size / seconds, "KB/s")


@contextmanager
def _copy(given: Path | None) -> Iterator[Path]:
    """Lend a library that may be read in: a copy of the one that is given, or one that is made."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "library.db"
        if given is None:
            store = Store.open(file)
            fill(store, FEW, 1)
        else:
            store = Store.open(given)
            store.back_up(file)
        store.close()
        as_read_by_this_parser(file)
        yield file


def main() -> int:
    """Measure all, and print each line as it is known."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--library", type=Path, metavar="FILE")
    options.add_argument("--texts", type=Path, metavar="FOLDER", default=start.ROOT / "seeds")
    options.add_argument("--peers", type=Path, metavar="PATH", nargs="+")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--json", type=Path, metavar="FILE")
    arguments = options.parse_args()
    start.compile_ours()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    lines: list[Line] = []
    with _copy(arguments.library) as file:
        for measured in (
            start_lines(file, arguments.runs),
            screen_lines(file),
            library_lines(file),
            feed_lines(),
            parser_lines(arguments.texts),
            peer_lines(arguments.peers) if arguments.peers else (),
        ):
            for line in measured:
                print(line, flush=True)
                lines += [line] if isinstance(line, Line) else []
    if arguments.json:
        told = [asdict(line) | {"met": line.met} for line in lines]
        arguments.json.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
