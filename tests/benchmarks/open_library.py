"""Whether the app starts and answers a key as fast over a large library as over forty articles.

python -m tests.benchmarks.open_library FILE [--runs 10]

FILE is a library that tests.tools.make_library has made; a copy of it is opened. The two take
turns; the ratios come first, since seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.start import KEYS, QUIET, Run, compile_ours
from tests.tools.make_library import fill
from tui.library.store import Store
from tui.parser import PARSER_VERSION

FEW = 40
UNREAD = "●".encode()
"""Stands before the first row."""


def starts(files: tuple[Path, Path], runs: int) -> tuple[list[float], list[float]]:
    """Measure the time until the first row is drawn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for file, into in zip(files, times, strict=True):
            run = Run(("-m", "tui", "--library", str(file)))
            into.append(run.until(UNREAD))
            run.end()
    return times


def keys(file: Path, before: bytes, key: bytes) -> float:
    """Give the median time from a key to the first byte that it changes."""
    run = Run(("-m", "tui", "--library", str(file)))
    run.until(UNREAD)
    run.rest(QUIET)
    if before:
        run.press(before)
        run.rest(QUIET)
    found = [run.key(key) for _ in range(KEYS)]
    run.end()
    return statistics.median(found)


def as_read_by_this_parser(file: Path) -> None:
    """Have a library say that there is nothing to read again."""
    with sqlite3.connect(file) as database:
        database.execute("UPDATE article SET parser_version = ?", (PARSER_VERSION,))
    database.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument(
        "--reread", action="store_true", help="while what an older parser read is read again"
    )
    arguments = parser.parse_args()
    compile_ours()
    with tempfile.TemporaryDirectory() as place:
        small, large = Path(place) / "few.db", Path(place) / "large.db"
        store = Store.open(small)
        fill(store, FEW, 1)
        store.close()
        Store.open(arguments.file).back_up(large)
        if not arguments.reread:
            as_read_by_this_parser(large)
        few, many = (statistics.median(times) for times in starts((small, large), arguments.runs))
        print(f"first row, against forty articles {many / few:.2f}")
        for name, before, key in (
            ("down the list", b"", b"\x1b[B"),
            ("up from the last article", b"G", b"\x1b[A"),
            ("read or unread", b"", b"x"),
        ):
            a, b = keys(small, before, key), keys(large, before, key)
            print(f"{name:<34}{b / a:.2f}   {b * 1000:.1f} ms, {a * 1000:.1f} ms over few")
        print(f"first row                         {many * 1000:.0f} ms, {few * 1000:.0f} ms")


if __name__ == "__main__":
    main()
