"""How right and how fast figures are read, beside three published extractors on the same rows.

python -m tests.benchmarks.figure_peers ROWS.jsonl … [--environments FOLDER]

A row is {"lang", "text", "figures", "optional_figures"}; a figure has start, end, value, high and
unit. Each peer is installed by pip into an environment of its own under FOLDER (by default in the
user's cache) and runs there; one that cannot be installed is said to be missing. A figure is found
when a prediction lies over it with its value (a range needs both ends), and right when the unit
agrees too; a peer's name for a unit counts as ours where our own word list knows it.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks import peers
from tui.parser.dates import find_dates
from tui.parser.document import Block, Document
from tui.parser.figures import find_figures
from tui.parser.languages import language

PEERS = ("quantulum3", "recognizers-text", "text2num")
UNITS = {"percentage": "%", "percent": "%", "dimensionless": "", "pound sterling": "GBP"}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a tool says stands between two offsets."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a tool makes of all rows."""

    name: str
    figures: list[list[Prediction]]
    seconds: float
    start: float = 0
    failed: int = 0


def annotated(file: Path) -> list[Row]:
    """Read the rows of a file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]


def ours(rows: list[Row]) -> Reading:
    """Read the rows with our parser: dates first, since they are no figures."""
    documents = [
        (Document(row["text"], (Block(0, len(row["text"]), "paragraph"),)), language(row["lang"]))
        for row in rows
    ]
    began = time.process_time()
    for code in ("fr", "en"):
        warm = Document("12 km, 3.5.2024", (Block(0, 15, "paragraph"),))
        find_figures(warm, language(code), find_dates(warm, language(code)))
    start = time.process_time() - began
    began = time.process_time()
    found = [find_figures(one, known, find_dates(one, known)) for one, known in documents]
    seconds = time.process_time() - began
    figures = [
        [Prediction(one.start, one.end, one.value, one.high, one.unit) for one in row]
        for row in found
    ]
    return Reading("newsreader", figures, seconds, start)


def peer(name: str, rows: list[Row], environments: Path) -> Reading | str:
    """Read the rows with a peer; or say why that failed."""
    result = peers.read(name, rows, environments)
    if isinstance(result, str):
        return result
    figures = [
        [Prediction(start, end, value, None, _unit(unit, row)) for start, end, value, unit in found]
        for row, found in zip(rows, result["found"], strict=True)
    ]
    title = f"{name} {result['version']}"
    return Reading(title, figures, result["seconds"], result["start"], result["failed"])


def _unit(name: str, row: Row) -> str | None:
    """Put a peer's name for a unit into our symbol; its own name where we have none."""
    known = language(row["lang"]).quantities.units.get(name.lower())
    return UNITS.get(name.lower(), known[0] if known else name) or None


def score(rows: list[Row], reading: Reading) -> tuple[list[float], list[float]]:
    """Give precision, recall and F1 of the values, and of values with their units."""
    wanted = said = values = units = 0
    for row, found in zip(rows, reading.figures, strict=True):
        optional = row.get("optional_figures") or []
        counted = [
            one
            for one in found
            if any(_over(one, gold) for gold in row["figures"])
            or not any(_over(one, gold) for gold in optional)
        ]
        wanted += len(row["figures"])
        said += len(counted)
        left = list(counted)
        for gold in row["figures"]:
            hit = next((one for one in left if _over(one, gold) and _same(one, gold)), None)
            if hit is not None:
                left.remove(hit)
                values += 1
                units += hit.unit == gold["unit"]
    return _f1(values, said, wanted), _f1(units, said, wanted)


def _over(one: Prediction, gold: Row) -> bool:
    return bool(one.start < gold["end"] and gold["start"] < one.end)


def _same(one: Prediction, gold: Row) -> bool:
    low, high = math.isclose(one.value, gold["value"], rel_tol=1e-6), gold.get("high")
    if one.high is None or high is None:
        return low and one.high is high
    return low and math.isclose(one.high, high, rel_tol=1e-6)


def _f1(right: int, said: int, wanted: int) -> list[float]:
    precision, recall = right / max(1, said), right / max(1, wanted)
    return [precision, recall, 2 * precision * recall / max(1e-9, precision + recall)]


def _line(reading: Reading, rows: list[Row], mine: Reading, size: float) -> str:
    scores = (" ".join(f"{part:.3f}" for part in parts) for parts in score(rows, reading))
    speed = f"{reading.seconds / mine.seconds:13.1f}×{reading.seconds / size * 1000:9.2f}"
    failed = f"  {reading.failed} rows failed" if reading.failed else ""
    cells = "".join(f"{cell:>20}" for cell in scores)
    return f"{reading.name:24}{cells}{speed}{reading.start:7.1f}s{failed}"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rows", type=Path, nargs="+")
    parser.add_argument("--environments", type=Path, default=peers.ENVIRONMENTS)
    arguments = parser.parse_args()
    for path in arguments.rows:
        name, rows = path.name, annotated(path)
        size = sum(len(row["text"].encode()) for row in rows) / 1000
        mine = ours(rows)
        figures = sum(len(row["figures"]) for row in rows)
        print(f"{name}: {len(rows)} rows, {figures} figures, {size:.0f} KB")
        titles = f"{'value P R F1':>20}{'with unit P R F1':>20}{'time to ours':>14}"
        print(f"  {'':24}{titles}{'ms/KB':>9}{'start':>8}")
        for reading in (mine, *(peer(one, rows, arguments.environments) for one in PEERS)):
            print(f"  {reading if isinstance(reading, str) else _line(reading, rows, mine, size)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
