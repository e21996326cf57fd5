"""Ask a small library whatever hypothesis thinks of, in every way it can be asked.

python -m tests.long.queries [--examples 10000] [--seed 1]

What breaks it is printed, cut down to the least that does.
"""

from __future__ import annotations

import argparse

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.app.screens.libraries import small
from tests.library.queries import QUERIES, ask_everything


def main() -> None:
    """Ask."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--examples", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    store = small()
    asked = 0

    @seed(arguments.seed)
    @settings(
        max_examples=arguments.examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(QUERIES)
    def ask(text: str) -> None:
        nonlocal asked
        asked += 1
        ask_everything(store, text)

    ask()
    store.close()
    print(f"{asked} queries: each answered, or said to be wrong and where")


if __name__ == "__main__":
    main()
