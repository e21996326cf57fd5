"""Measure the parser on annotated articles and hold it to its floors.

python -m tests.gold [FOLDER] [--update]

The project's own articles (tests/gold/fr, tests/gold/en) are always measured. FOLDER may hold more:
sets (fr, en, figures-fr.jsonl, …) and the score.py that measures them; without it, that part is
skipped and said to be. Floors stand in floors.json; `--update` raises them and never lowers one.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.gold.own import score

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
SETS = ("fr", "en", "figures-fr.jsonl", "figures-en.jsonl")

Figures = dict[str, float]


def main() -> int:
    """Measure, compare, perhaps raise the floors; 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--update", action="store_true", help="raise floors to what is reached")
    arguments = parser.parse_args()

    measured = {
        f"own/{name}": score(HERE / name)
        for name in ("fr", "en")
        if any((HERE / name).glob("*.json"))
    }
    if arguments.folder and (arguments.folder / "score.py").is_file():
        for name in SETS:
            if (arguments.folder / name).exists():
                measured[name] = _given(arguments.folder, name)
    else:
        print(f"skipped: no gold in {arguments.folder or 'no folder'}; only our own is measured")

    floors: dict[str, Figures] = json.loads(FLOORS.read_text("utf-8"))
    good = _report(measured, floors)
    if arguments.update:
        FLOORS.write_text(json.dumps(raised(floors, measured), indent=2) + "\n", "utf-8")
    return 0 if good else 1


def _given(folder: Path, name: str) -> Figures:
    """Run the command line over a set and the set's own scorer over what it printed."""
    gold = folder / name
    inputs = [gold] if gold.is_file() else sorted(gold.glob("*.txt"))
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as predicted:
        extract = [sys.executable, "-m", "tui", "extract", "--format", "jsonl", *map(str, inputs)]
        subprocess.run(extract, stdout=predicted, check=True)
        scorer = [sys.executable, str(folder / "score.py"), str(gold), predicted.name, "--json"]
        printed = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    figures = json.loads(printed[printed.index("{") :])
    scores = {row: value["f1"] for row, value in figures.items() if isinstance(value, dict)}
    counted = {
        row: value["gold"] or value["pred"]
        for row, value in figures.items()
        if isinstance(value, dict)
    }
    shares = {
        row: value[0] / value[1]
        for row, value in figures.items()
        if isinstance(value, list) and value[1]
    }
    return {row: value for row, value in scores.items() if counted[row]} | shares


def _report(measured: dict[str, Figures], floors: dict[str, Figures]) -> bool:
    good = True
    for name, figures in measured.items():
        print(f"{name}:")
        for row, value in figures.items():
            floor = floors.get(name, {}).get(row, 0.0)
            below = value < floor
            good = good and not below
            print(f"  {row:28} {value:.3f}  floor {floor:.3f}{'  BELOW' if below else ''}")
    return good


def raised(floors: dict[str, Figures], measured: dict[str, Figures]) -> dict[str, Figures]:
    """Give the floors as high as what is reached, to three places down; none ever lower."""
    return {
        name: {
            row: max(
                floors.get(name, {}).get(row, 0.0),
                math.floor(measured.get(name, {}).get(row, 0.0) * 1000) / 1000,
            )
            for row in sorted({*floors.get(name, {}), *measured.get(name, {})})
        }
        for name in sorted({*floors, *measured})
    }


if __name__ == "__main__":
    sys.exit(main())
