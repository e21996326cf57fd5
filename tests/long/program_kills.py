"""Kill the real program at random moments, `add` and the app, and look at what is left.

python -m tests.long.program_kills [--times 100] [--seed 1]

Another connection looks at the library up to the kill. Whatever it has seen committed is there
afterwards, the doctor finds nothing, and what was not finished is finished by the next `add`.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.tools.make_library import articles
from tui.library.doctor import examine
from tui.library.store import Store

ROOT = Path(__file__).parents[2]

KEYS = ("j", "k", "\r", "\x1b", "x", "*", "J", "K", "X", "u", "d", "R", " ", "0", "]", "n", "3")
"""What the app is given to do: moving, reading, marking, updating, taking back."""

LONGEST_START = 60.0
"""Seconds that the program may take until it has written something."""


class Seen(NamedTuple):
    """What another program sees committed; none of it ever goes back."""

    articles: int
    parsed: int
    actions: int


def look(file: Path) -> Seen:
    """Read what is committed."""
    if not file.exists():
        return Seen(0, 0, 0)
    database = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=10)
    try:
        row = database.execute(
            "SELECT (SELECT count(*) FROM article),"
            " (SELECT count(*) FROM article WHERE parser_version IS NOT NULL),"
            " (SELECT ifnull(max(seq), 0) FROM sqlite_sequence WHERE name = 'action')"
        ).fetchone()
    except sqlite3.OperationalError:  # its tables are being made
        return Seen(0, 0, 0)
    finally:
        database.close()
    return Seen(*row)


def write_folder(folder: Path, number: int, seed: int) -> None:
    """Make a folder of invented articles."""
    folder.mkdir(parents=True, exist_ok=True)
    for n, article in enumerate(articles(number, seed)):
        (folder / f"{seed}-{n:04}.txt").write_text(article.text, "utf-8")


def kill_add(file: Path, folder: Path, moment: float) -> Seen:
    """Kill `newsreader add` some seconds after its first article is in; what was seen before."""
    before = look(file)
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "add", "--library", str(file), str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    ) as process:
        _wait(lambda: look(file) != before or process.poll() is not None)
        return _watch_until(file, moment, process.pid)


def kill_app(file: Path, keys: random.Random, moment: float) -> Seen:
    """Press keys in the app and kill it in the midst of them, some seconds after the first has been
    written; what was seen before.
    """
    pid, terminal = os.forkpty()
    if pid == 0:  # pragma: no cover - the child becomes the program
        os.chdir(ROOT)
        environment = os.environ | {"TERM": "xterm-256color"}
        words = [sys.executable, "-m", "tui", "--ui", "en", "--library", str(file)]
        os.execve(sys.executable, words, environment)  # noqa: S606 - no shell is the point
    os.set_blocking(terminal, False)
    before = look(file).actions

    def has_marked() -> bool:
        _read(terminal)
        os.write(terminal, b"x")
        return look(file).actions > before

    _wait(has_marked)
    until = time.monotonic() + moment
    seen = look(file)
    while time.monotonic() < until:
        os.write(terminal, keys.choice(KEYS).encode())
        time.sleep(keys.uniform(0, 0.05))
        _read(terminal)
        seen = look(file)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    return seen


def check(file: Path, seen: Seen) -> None:
    """Fail where something that was committed is gone, or the doctor finds fault."""
    now = look(file)
    assert now.articles >= seen.articles, (now, seen)
    assert now.parsed >= seen.parsed, (now, seen)
    assert now.actions >= seen.actions, (now, seen)
    store = Store.open(file)
    try:
        wrong = [finding for finding in examine(store.database) if not finding.ok]
        assert not wrong, wrong
    finally:
        store.close()


def finish(file: Path, folder: Path) -> None:
    """Let `add` run to its end: then every article is in, with its evidence."""
    subprocess.run(
        [sys.executable, "-m", "tui", "add", "--library", str(file), str(folder)],
        stdout=subprocess.DEVNULL,
        check=True,
        cwd=ROOT,
    )
    seen = look(file)
    number = len(list(folder.iterdir()))
    assert seen.articles == seen.parsed == number, (seen, number)


def _watch_until(file: Path, moment: float, pid: int) -> Seen:
    until = time.monotonic() + moment
    seen = look(file)
    while time.monotonic() < until:
        seen = look(file)
    os.kill(pid, signal.SIGKILL)
    return seen


def _wait(is_so: object) -> None:
    assert callable(is_so)
    until = time.monotonic() + LONGEST_START
    while not is_so():
        assert time.monotonic() < until, "the program does nothing"
        time.sleep(0.05)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except (BlockingIOError, OSError):
        return b""


def main() -> None:
    """Kill `add` and the app in turns, on one growing library."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as place:
        file, folder = Path(place) / "library.db", Path(place) / "dossier"
        seen = Seen(0, 0, 0)
        for turn in range(arguments.times):
            write_folder(folder, 40, arguments.seed + turn)
            if turn % 2 == 0:
                seen = kill_add(file, folder, chance.uniform(0, 1))
            else:
                seen = kill_app(file, chance, chance.uniform(0, 2))
            check(file, seen)
        finish(file, folder)
        check(file, seen)
        print(f"{arguments.times} kills; {look(file)} and nothing lost")


if __name__ == "__main__":
    main()
