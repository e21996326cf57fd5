"""What a feed costs: fetched, parsed, evidenced and stored, while another thread wants to work.

python -m tests.benchmarks.feed [ITEMS]

Without arguments, 1,000 items, of 3 KB each. Articles a second are by CPU time of this process and
of the worker together, as on one core; by the clock, both may run at once. Another thread meanwhile
asks for its turn every 5 ms, as a screen does: how late it gets it is the last line.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import threading
import time
from html import escape
from pathlib import Path

from tests.sources.server import Answer, serving
from tests.tools.make_library import articles
from tui.intake import Intake
from tui.library.store import Store
from tui.sources import worker


def make(count: int) -> bytes:
    """Make a feed of invented articles, as full of quotes and figures as news is."""
    items = []
    for n, article in enumerate(articles(count, 1)):
        title, *paragraphs = article.document.text.split("\n\n")
        html = "".join(f"<p>{escape(part)}</p>" for part in paragraphs)
        items.append(
            f"<item><title>{escape(title)}</title><guid>{n}</guid>"
            f"<link>https://exemple.org/{n}</link>"
            f"<pubDate>Tue, 12 Mar 2024 08:{n % 60:02d}:00 +0100</pubDate>"
            f"<description>{escape(html)}</description></item>"
        )
    return (
        f"<rss version='2.0'><channel><title>Un flux</title>{''.join(items)}</channel></rss>"
    ).encode()


def main() -> None:
    """Measure."""
    count = int(sys.argv[1]) if sys.argv[1:] else 1_000
    body = make(count)
    late: list[float] = []
    over = threading.Event()

    def want_to_work() -> None:
        while not over.is_set():
            wanted = time.perf_counter() + 0.005
            time.sleep(0.005)
            late.append((time.perf_counter() - wanted) * 1000)

    with tempfile.TemporaryDirectory() as folder, serving() as server:
        server["/f"] = Answer(body=body)
        store = Store.open(Path(folder) / "library.db")
        intake = Intake(store, allow_private=True)
        screen = threading.Thread(target=want_to_work)
        screen.start()
        clock, ours = time.perf_counter(), time.process_time()
        for _step in intake.add([server.at("/f")]):
            pass
        clock, ours = time.perf_counter() - clock, time.process_time() - ours
        over.set()
        screen.join()
        store.close()
        worker.end()
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN)
    both = ours + theirs.ru_utime + theirs.ru_stime
    late.sort()
    print(f"{intake.new} articles, {len(body) / count:.0f} bytes each")
    print(f"{'articles a second on one core':<44}{intake.new / both:9.1f}")
    print(f"{'articles a second by the clock':<44}{intake.new / clock:9.1f}")
    print(f"{'CPU a piece here, in the worker (ms)':<44}{ours / count * 1000:9.1f}"
          f"{(both - ours) / count * 1000:9.1f}")  # fmt: skip
    print(f"{'another thread late by, median and 99 % (ms)':<44}{late[len(late) // 2]:9.1f}"
          f"{late[len(late) * 99 // 100]:9.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
