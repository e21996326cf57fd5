"""Use the app for a long time, and see whether it grows.

python -m tests.long.soak [--actions 10000] [--articles 2000] [--seed 1]

Keys at random in a library of its own, which another connection adds to meanwhile, with a folder
that changes and is updated. Prints the memory as it goes, its slope over the second half and the
slope's standard error. The first half is the warm-up, in which what is bounded fills: the caches of
Textual, the pages that SQLite keeps for each connection, the threads' heaps. The parser's store of
words would take longer, and is filled before.
Within noise is a slope that is not twice its error above MOST, what the articles that came
meanwhile may cost; anything else is told, and the exit status is 1. Linux only: it asks /proc for
the memory.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import math
import random
import statistics
import sys
import tempfile
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile.attack import SPEECH
from tests.tools.make_library import articles
from tui.app.app import NewsreaderApp
from tui.intake import Intake
from tui.library.store import Store
from tui.parser import Document, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 0.25
"""Megabytes for a thousand actions, in which forty articles come: what the lists know of them."""

EVERY = 50
"""Actions after which an article comes by another connection, and the folder changes."""

WORDS = 15_000
"""Words that the parser meets beforehand: nearly as many as it keeps."""

KEYS = (
    *("j", "j", "j", "k", "space", "b", "g", "G", "ctrl+d", "ctrl+u", "tab", "shift+tab"),
    *("enter", "enter", "J", "J", "K", "1", "2", "3", "z", "escape", "escape"),
    *("right_square_bracket", "left_square_bracket", "n", "N", "x", "asterisk", "u", "d", "f"),
    *("slash e enter", "slash l a escape", "s", "s e c o escape escape", "question_mark escape"),
)


def memory() -> float:
    """Give the megabytes that the process holds now."""
    gc.collect()
    [line] = [
        line
        for line in Path("/proc/self/status").read_text("ascii").splitlines()
        if line.startswith("VmRSS")
    ]
    return int(line.split()[1]) / 1000


def meet_words() -> None:
    """Have the parser meet as many words as it keeps."""
    words = islice(map("".join, product("abcdefghijklmnopqrst", repeat=4)), WORDS)
    while told := " ".join(islice(words, 20)):
        parse(Document.plain(f"Anne Roux a dit que le {told}.", language="fr"))


async def use(file: Path, actions: int, seed: int) -> list[tuple[int, float]]:
    """Press keys at random; give the memory at every hundredth part of the way."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    more = _more(file, seed + 1)
    folder = file.parent / "dossier"
    seen = []
    rewrite(folder, 0)
    store = Store.open(file)
    list(Intake(store).add([str(folder)]))
    store.close()
    meet_words()
    app = NewsreaderApp.open([], file)
    async with app.run_test(size=(120, 40)) as pilot:
        for number in range(1, actions + 1):
            await pilot.press(*chance.choice(KEYS).split())
            if number % EVERY == 0:
                next(more)
                rewrite(folder, number)
                await pilot.press("R")
            if number % max(1, actions // 100) == 0:
                await pilot.pause()
                seen.append((number, memory()))
                print(f"{number:6} actions  {seen[-1][1]:6.1f} MB", flush=True)
        assert app.is_running, "a key ended the app"
    assert app.return_code in (None, 0)
    return seen


def rewrite(folder: Path, number: int) -> None:
    """Write a file that comes anew and one that says something else each time."""
    folder.mkdir(exist_ok=True)
    words = (
        f"« Il en manque {number} », a dit Nora Vial devant le conseil. Il y a {number} écoles.\n"
    )
    (folder / f"nouveau-{number}.txt").write_text(f"Article {number}\n\n{words}", "utf-8")
    (folder / "autre.txt").write_text(f"Le conseil compte\n\n{SPEECH}\n\n{words}", "utf-8")


def slope(seen: list[tuple[int, float]]) -> tuple[float, float]:
    """Megabytes for a thousand actions over the second half, and the standard error of that."""
    later = [(n / 1000, size) for n, size in seen[len(seen) // 2 :]]
    x, y = zip(*later, strict=True)
    line = statistics.linear_regression(x, y)
    left = sum((size - line.slope * n - line.intercept) ** 2 for n, size in later)
    spread = sum((n - statistics.fmean(x)) ** 2 for n in x)
    return line.slope, math.sqrt(left / (len(later) - 2) / spread)


def fill(file: Path, number: int, seed: int) -> None:
    """Put invented articles in, with their evidence."""
    store = Store.open(file)
    for number_, article in enumerate(articles(number, seed)):
        [id_] = store.add([(article.document, f"/{seed}/{number_}")])
        store.put_evidence(id_, article)
    store.close()


def _more(file: Path, seed: int) -> Iterator[None]:
    store = Store.open(file)
    for number, article in enumerate(articles(1_000_000, seed)):
        store.add([(article.document, f"/{seed}/{number}")])
        yield


def main() -> int:
    parser = argparse.ArgumentParser(description="Use the app for a long time.")
    parser.add_argument("--actions", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.db"
        fill(file, given.articles, given.seed)
        seen = asyncio.run(use(file, given.actions, given.seed))
    growth, error = slope(seen)
    print(f"slope {growth:+.2f} MB for a thousand actions, standard error {error:.2f}")
    return int(growth - 2 * error > MOST)


if __name__ == "__main__":
    sys.exit(main())
