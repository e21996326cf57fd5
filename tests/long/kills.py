"""Kill the program while it writes, at random moments, and look at what is left.

python -m tests.long.kills [--times 100] [--seed 1]

After each kill: the library opens, the doctor finds nothing, and every article whose adding was
confirmed is there, whole. A library that was killed in the middle of it takes the rest later.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.tools.make_library import articles
from tui.library.doctor import examine
from tui.library.store import Listing, Store

WRITER = """
import sys
from pathlib import Path
from tests.long.kills import write
write(Path(sys.argv[1]), int(sys.argv[2]))
"""


def write(file: Path, seed: int) -> None:
    """Write for ever: add articles, their evidence, and state; say what is confirmed."""
    store = Store.open(file)
    chance = random.Random(seed)  # noqa: S311 - no secret
    for n, article in enumerate(articles(1_000_000, seed)):
        origin = f"/{seed}/{n}"
        [id] = store.add([(article.document, origin)])  # noqa: A001
        print(f"added {id} {article.document.title}", flush=True)
        store.put_evidence(id, article)
        print(f"parsed {id} {len(article.quotes)}", flush=True)
        if chance.random() < 0.3:
            store.set_starred([id])
            print(f"starred {id} 1", flush=True)


def kill_once(file: Path, seed: int, moment: float) -> int:
    """Kill a writer after `moment` seconds of writing; check the rest; how much was confirmed."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        lines = (first + process.stdout.read()).splitlines(keepends=True)
    confirmed = [line.split(" ", 2) for line in lines if line.endswith("\n")]
    check(file, [(what, int(key), value.strip()) for what, key, value in confirmed])
    return len(confirmed)


def check(file: Path, confirmed: list[tuple[str, int, str]]) -> None:
    """Fail where something that was confirmed is not there, or the doctor finds fault."""
    store = Store.open(file)
    try:
        wrong = [finding for finding in examine(store.database) if not finding.ok]
        assert not wrong, wrong
        starred = {row.id for row in store.rows(Listing(show="starred"), 0, 1_000_000)}
        for what, key, value in confirmed:
            kept = store.get(key)
            assert kept is not None, (what, key)
            if what == "added":
                assert kept.document.title == value
            elif what == "parsed":
                assert kept.article is not None
                assert len(kept.article.quotes) == int(value)
            else:
                assert key in starred
    finally:
        store.close()


def main() -> None:
    """Kill as often as asked, on one growing library."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311 - no secret
    confirmed = 0
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(arguments.times):
            confirmed += kill_once(Path(folder) / "library.db", turn, chance.uniform(0, 0.5))
    print(f"{arguments.times} kills, {confirmed} confirmed writes, none lost")


if __name__ == "__main__":
    main()
