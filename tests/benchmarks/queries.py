"""What asking costs at scale: the first page of every kind of question.

python -m tests.benchmarks.queries FILE [PART]

FILE is a library that tests.tools.make_library has made; PART leaves the lines out that it does not
begin. Each line is the median and the slowest of eleven, in milliseconds, after one that is not
counted; the median of its processor time, which others on the machine change less; then how many
answers came.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library import search
from tui.library.query import parse
from tui.library.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.query.pages import Page

TIMES = 11


def words(store: Store) -> dict[str, list[str]]:
    """Choose words that are common, middling, few and rare in this library."""
    with store.database.reading() as database:
        database.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, word, row)")
        found = database.execute(
            "SELECT term, doc FROM temp.vocabulary WHERE length(term) > 3 ORDER BY doc DESC"
        ).fetchall()
        database.execute("DROP TABLE temp.vocabulary")
    size = store.count()
    plain = [(term, count) for term, count in found if term.isalpha()]
    chosen = {
        name: [term for term, count in plain if count <= share * size][:4]
        for name, share in (("common", 1.0), ("middling", 0.05), ("few", 0.005))
    }
    return chosen | {"rare": [term for term, _ in plain[-4:]]}


def questions(chosen: dict[str, list[str]]) -> dict[str, str]:
    """Ask for words of each kind, alone and together, and for every field."""
    common, other, third = chosen["common"][:3]
    middling, few, rare = (chosen[kind][0] for kind in ("middling", "few", "rare"))
    return {
        "everything": "",
        "common": common,
        "middling": middling,
        "few": few,
        "rare": rare,
        "two common": f"{common} {other}",
        "three common": f"{common} {other} {third}",
        "common and rare": f"{common} {rare}",
        "common or common": f"{common} OR {other}",
        "no answer": "zyxwvut",
        "prefix, common": f"{common[:3]}*",
        "prefix, longer": f"{chosen['common'][2][:4]}*",
        "prefix, rare": f"{rare[:5]}*",
        "not common": f"-{common}",
        "common, not common": f"{common} -{other}",
        "common, not rare": f"{common} -{rare}",
        "rare, not common": f"{rare} -{common}",
        "phrase, common": '"de la"',
        "phrase": f'"{common} {other}"',
        "phrase, rare": f'"{common} {rare}"',
        "title": f"title:{common}",
        "speaker": "speaker:vial",
        "speaker, whole": 'speaker:"Nora Vial"',
        "said": f"said:{common}",
        "speaker and said": f"speaker:vial said:{rare}",
        "speaker and word": f"speaker:vial {few}",
        "role": "role:maire",
        "kind": "kind:direct",
        "not speaker": "-speaker:vial",
        "value": "value:>1e8",
        "value, few": "value:>999000000",
        "value, range": "value:1000..1010",
        "unit": "unit:EUR",
        "unit and value": "unit:EUR value:>1e6",
        "of": "of:obus",
        "of and value": "of:obus value:>1e6",
        "of and unit": "of:obus unit:EUR",
        "language": "lang:en",
        "unread": "is:unread",
        "starred": "is:starred",
        "has": "has:quotes",
        "tag": "tag:none",
        "source": "source:exemple.org",
        "since": "since:2026-01",
        "until": "until:2015-02",
        "date": "date:2020-02",
        "date and common": f"date:2020-02 {common}",
        "everything at once": f"{common} speaker:vial unit:EUR value:>1e6 lang:fr since:2018",
        "since, speaker, said": f"since:2026-01 speaker:vial said:{common}",
        "unit, value, since": "unit:EUR value:>1e8 since:2026-06",
        "old, common, unit": f"until:2015-02 {common} unit:EUR",
    }


def measure(name: str, ask: Callable[[], Page], part: str) -> None:
    """Print what a first page costs."""
    if not name.startswith(part):
        return
    taken, worked = [], []
    for _ in range(TIMES + 1):
        start, began = time.perf_counter(), time.thread_time()
        page = ask()
        taken.append((time.perf_counter() - start) * 1000)
        worked.append((time.thread_time() - began) * 1000)
    median, processor = statistics.median(taken[1:]), statistics.median(worked[1:])
    print(
        f"{name:<44}{median:9.1f}{max(taken[1:]):9.1f}{processor:9.1f}{len(page.items):6}",
        flush=True,
    )


def main() -> None:
    """Measure."""
    store = Store.open(Path(sys.argv[1]))
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    chosen = words(store)
    print(chosen)
    for name, text in questions(chosen).items():
        query = parse(text)
        measure(f"newest: {name}", lambda: search.search(store, query), part)  # noqa: B023
        measure(f"rank: {name}", lambda: search.search(store, query, "rank"), part)  # noqa: B023
        measure(f"quotes: {name}", lambda: search.quotes(store, query), part)  # noqa: B023
        for order in ("newest", "largest", "smallest"):
            measure(
                f"figures, {order}: {name}",
                lambda: search.figures(store, query, order),  # noqa: B023
                part,
            )
    store.close()


if __name__ == "__main__":
    main()
