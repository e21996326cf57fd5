"""How many kilobytes each stage of the parser reads in a second: real articles, then hostile text.

python -m tests.benchmarks.parse FOLDER [--limit SECONDS]

FOLDER holds .txt articles. Times are CPU times, and a kilobyte is 1,000 bytes of UTF-8. The ratios
come first: what a stage takes of the whole hardly depends on the machine, and neither does how much
dearer a kilobyte of a megabyte is than one of ten kilobytes. A stage is not tried on more text once
it has taken longer than the limit.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tui.parser import collector
from tui.parser.dates import find_dates
from tui.parser.document import Document
from tui.parser.figures import find_figures
from tui.parser.languages import detect, language
from tui.parser.quotes import find_speech
from tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

STAGES = ("blocks", "language", "dates", "figures", "quotes")
SIZES = (10_000, 100_000, 1_000_000)

HOSTILE = (
    "deux |cent mille deux |1 |1, |1,|1;|9| |1\n|\n|janvier |2023-|2023 |le 3 mars |le 3 mars\n"
    "|14h30 |lundi |il y a dix ans |5 euros, |$5 |de 3 à 5 % |un tiers |les deux hommes "
    "|1 a |AMX-10 |6-4 |[1] |1.2.|a@|http://|Par Anne |PARIS (AFP) - |(|'|-|d'|« |» |\"|a"
    "|Anne Roux |dit |il dit que |he said that |» "
)
"""What each hostile text repeats."""


def stages(text: str) -> Iterator[tuple[str, float]]:
    """Parse a text stage by stage; the CPU seconds of each as it ends."""
    with collector.paused():  # as `parse` does
        began = time.process_time()
        document = Document.plain(text)
        yield "blocks", time.process_time() - began
        began = time.process_time()
        code = detect(text)
        yield "language", time.process_time() - began
        known = language(code or "fr")
        began = time.process_time()
        dates = find_dates(document, known)
        yield "dates", time.process_time() - began
        began = time.process_time()
        find_figures(document, known, dates)
        yield "figures", time.process_time() - began
        began = time.process_time()
        find_speech(document, known, dates)
        yield "quotes", time.process_time() - began


def real(folder: Path) -> None:
    """Measure real articles, each once; the first tenth of them only loads languages and rules."""
    texts = [clean(path.read_text("utf-8")) for path in sorted(folder.rglob("*.txt"))]
    if not texts:
        sys.exit(f"no .txt articles in {folder}")
    first = -(-len(texts) // 10)
    for text in texts[:first]:
        dict(stages(text))
    texts = texts[first:] or texts
    spent: Counter[str] = Counter()
    for text in texts:
        spent.update(dict(stages(text)))
    size = sum(len(text.encode()) for text in texts) / 1000
    total = sum(spent.values())
    print(f"{len(texts)} articles, {size:.0f} KB")
    print(f"{'stage':10}{'share':>8}{'KB/s':>9}{'ms/KB':>8}")
    for stage in STAGES:
        took = spent[stage]
        print(f"{stage:10}{took / total:8.0%}{size / took:9.0f}{took / size * 1000:8.2f}")
    print(f"{'together':10}{1:8.0%}{size / total:9.0f}{total / size * 1000:8.2f}")


def hostile(limit: float) -> None:
    """Measure what nobody writes, at three sizes: a ratio above 1 is dearer by the megabyte."""
    print(f"\n{'hostile text':18}{'ratio':>7}{'at 1 MB':>10}  seconds by stage at the largest size")
    for unit in HOSTILE.split("|"):
        spent: dict[int, dict[str, float]] = {}
        for size in SIZES:
            if spent and max(map(sum, (took.values() for took in spent.values()))) > limit:
                break
            spent[size] = dict(stages(unit * (size // len(unit))))
        smallest, largest = min(spent), max(spent)
        first, last = sum(spent[smallest].values()), sum(spent[largest].values())
        ratio = last / largest / max(first / smallest, 1e-7)
        by_stage = "  ".join(f"{stage} {spent[largest][stage]:.2f}" for stage in STAGES)
        whole = f"{last:.2f} s" if largest == SIZES[-1] else f"> {limit:.0f} s"
        print(f"{unit!r:18}{ratio:7.2f}{whole:>10}  {by_stage}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=float, default=10.0)
    arguments = parser.parse_args()
    real(arguments.folder)
    hostile(arguments.limit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
