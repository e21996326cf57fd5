"""What people, checking and the orders of the desk cost at scale.

python -m tests.benchmarks.desk FILE [PART]

FILE is a library that tests.tools.make_library has made; PART leaves the lines out that do not have
it in their name. Each line is the median and the slowest of five, in milliseconds, then the median
of processor time; the first call of each is not counted.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import library
from tui.library import search
from tui.library.checking import check
from tui.library.people import asking
from tui.library.query import parse
from tui.library.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.people.pages import PeopleOrder
    from tui.library.query.evidence import EvidenceOrder

PART = sys.argv[2] if len(sys.argv) > 2 else ""

QUERIES = ("", "since:2024", "lang:en", "unit:EUR", "value:>1e8", "de:obus", "qui:vial",
           "fonction:ministre", "budget OU maire", "dit:de", "dit:tion*", "depuis:2025-06 qui:joly",
           "est:favori", "source:flux", '"de la"', '"de la" unit:EUR value:>1e6 lang:fr since:2018',
           "-de", "-de unit:EUR value:>1e6 lang:fr", 'dit:"de la" -de', "bas*", "baso*", "-baso*",
           "gra* -fon*", "has:note", "-has:quotes", "lang:de", "-lang:fr -lang:en",
           "date:2020-02-03 of:obus", "of:obus unit:EUR")  # fmt: skip
"""Common and rare, alone and together, and what denies nearly everything."""


def measure(name: str, work: Callable[[], object], times: int = 20) -> None:
    """Print what a piece of work takes, where its line is asked for."""
    if PART in name:
        library.measure(name, work, times)


def main() -> None:
    """Measure."""
    store = Store.open(Path(sys.argv[1]))
    chance = random.Random(2)  # noqa: S311 - no secret
    people = asking.page(store, parse(""), limit=200).items
    rare = asking.page(store, parse(""), "articles", reverse=True, limit=50).items
    quotes = search.quotes(store, parse(""), limit=50).items
    print(f"{store.count()} articles")
    for text in QUERIES:
        query = parse(text)
        for once in (False, True):
            for order in _quote_orders():
                name = f"quotes {order}{' once' * once}: {text}"
                measure(name, lambda: search.quotes(store, query, order, once=once), 5)  # noqa: B023
        for order in _quote_orders():
            measure(
                f"quotes {order} from the end: {text}",
                lambda: search.quotes(store, query, order, once=True, reverse=True),  # noqa: B023
                5,
            )
        for by in _figure_orders():
            for back in (False, True):
                name = f"figures {by}{' from the end' * back}: {text}"
                measure(name, lambda: search.figures(store, query, by, reverse=back), 5)  # noqa: B023
        for way in _people_orders():
            measure(f"people {way}: {text}", lambda: asking.page(store, query, way), 5)  # noqa: B023
    for text in ("vial", "inès", "-vial", "nora dit:de"):
        measure(f"people named: {text}", lambda: asking.page(store, parse(text)), 5)  # noqa: B023
    measure("what somebody quoted often said", lambda: asking.quotes(store, people[0].id))
    measure("what somebody quoted once said", lambda: asking.quotes(store, rare[0].id))
    measure("what they said, month by month", lambda: asking.months(store, people[0].id))
    measure("figures of one noun over time", lambda: search.series(store, parse("de:obus")))
    measure("check a quote", lambda: check(store, chance.choice(quotes).item.text))
    measure("check a quote of common words", lambda: check(store, "de la une et à en que qui"))
    measure("check a number with its noun", lambda: check(store, "18 000 obus"))
    measure("join two people, and undo", lambda: _join(store, people[0].id, rare[-1].id), 3)
    store.close()


def _quote_orders() -> tuple[EvidenceOrder, ...]:
    return ("newest", "oldest", "speaker")


def _figure_orders() -> tuple[EvidenceOrder, ...]:
    return ("newest", "oldest", "largest", "smallest", "of")


def _people_orders() -> tuple[PeopleOrder, ...]:
    return ("quotes", "articles", "name", "first", "last")


def _join(store: Store, one: int, other: int) -> None:
    if asking.join(store, [one, other]):
        store.undo()


if __name__ == "__main__":
    main()
