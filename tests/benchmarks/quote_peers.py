"""How right and how fast direct quotes are read, beside a published extractor on the same articles.

python -m tests.benchmarks.quote_peers FOLDER … [--environments FOLDER]

FOLDER holds annotated articles in French, NAME.txt and NAME.json, as `tests.gold` reads them.
textacy reads over spaCy's small model of French; both are installed by pip into an environment of
their own, and where they cannot be, that is said. A quote is found when most of its words are; its
speaker is right by the words that stand for them beside it, or by one of the annotated names. Only
marked words are compared: textacy reads no reported speech, seeks no quote that its sentence goes
on around, and gives an article up whose marks are odd in number; that is a failed one.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks import peers
from tui.parser import Document, parse
from tui.text.clean import clean
from tui.text.find import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

PEERS = ("textacy",)
MARKED = ("direct", "mixed")
MOST = 0.5
"""How much of both stretches must be common to them."""

_TRIM = " \t\n\u00a0\u202f«»“”\"'‘’.,;:!?…-–—"

Row = dict[str, Any]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A quote, the mention of its speaker where there is one, and who that is."""

    place: Place
    mention: Place | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a tool makes of all articles."""

    name: str
    quotes: Sequence[Sequence[Said]]
    seconds: float
    start: float = 0
    failed: int = 0


def articles(folder: Path) -> list[Row]:
    """Read the annotated articles of a folder."""
    rows = []
    for file in sorted(folder.glob("*.json")):
        text = clean(file.with_suffix(".txt").read_text("utf-8"))
        gold = [
            Said(
                _trimmed(text, one["start"], one["end"]),
                (span[0], span[1]) if (span := one.get("speaker_span")) else None,
                tuple(one["speaker"] or ()),
            )
            for one in json.loads(file.read_text("utf-8"))["quotes"]
            if one["kind"] in MARKED
        ]
        rows.append({"lang": "fr", "text": text, "gold": gold})
    return rows


def ours(rows: list[Row]) -> Reading:
    """Read the articles with our parser, the whole of it."""
    began = time.process_time()
    parse("« Il faut agir », a dit Anne Roux.")
    start = time.process_time() - began
    began = time.process_time()
    found = [parse(Document.plain(row["text"], language="fr")).quotes for row in rows]
    seconds = time.process_time() - began
    quotes = [
        [
            Said(
                _trimmed(row["text"], one.start, one.end),
                None
                if (who := one.speaker) is None or who.start is None or who.end is None
                else (who.start, who.end),
                (who.name,) if who is not None else (),
            )
            for one in quotes
            if one.kind in MARKED
        ]
        for row, quotes in zip(rows, found, strict=True)
    ]
    return Reading("newsreader", quotes, seconds, start)


def peer(name: str, rows: list[Row], environments: Path) -> Reading | str:
    """Read the articles with a peer; or say why that failed."""
    result = peers.read(name, rows, environments)
    if isinstance(result, str):
        return result
    quotes = [
        [
            Said(_trimmed(row["text"], start, end), (who, to), (row["text"][who:to],))
            for start, end, who, to in found
        ]
        for row, found in zip(rows, result["found"], strict=True)
    ]
    title = f"{name} {result['version']}"
    return Reading(title, quotes, result["seconds"], result["start"], result["failed"])


def score(rows: list[Row], reading: Reading) -> tuple[float, float, float, float]:
    """Give precision and recall of the quotes, their F1, and the F1 of quotes with speakers."""
    wanted = said = words = both = named = 0
    for row, found in zip(rows, reading.quotes, strict=True):
        left = list(found)
        wanted += len(row["gold"])
        named += sum(bool(gold.names) for gold in row["gold"])
        said += len(found)
        for gold in row["gold"]:
            hit = max(left, key=lambda one: _common(one.place, gold.place), default=None)
            if hit is None or _common(hit.place, gold.place) < MOST:
                continue
            left.remove(hit)
            words += 1
            both += _is_speaker(hit, gold)
    spoken = sum(bool(one.names) for found in reading.quotes for one in found)
    return (
        words / max(1, said),
        words / max(1, wanted),
        2 * words / max(1, said + wanted),
        2 * both / max(1, spoken + named),
    )


def _is_speaker(said: Said, gold: Said) -> bool:
    """Tell whether it is the annotated mention, or words of an annotated name."""
    if said.mention and gold.mention and _common(said.mention, gold.mention) > 0:
        return True
    words = [set(fold(name).split()) for name in gold.names]
    return any(set(fold(name).split()) <= known for name in said.names for known in words)


def _common(one: Place, other: Place) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def _trimmed(text: str, start: int, end: int) -> Place:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--environments", type=Path, default=peers.ENVIRONMENTS)
    arguments = parser.parse_args()
    for folder in arguments.folders:
        rows = articles(folder)
        size = sum(len(row["text"].encode()) for row in rows) / 1000
        count = sum(len(row["gold"]) for row in rows)
        print(f"{folder}: {len(rows)} articles, {count} marked quotes, {size:.0f} KB")
        print(f"  {'':24}{'words P R F1':>20}{'with speaker F1':>18}{'KB/s':>9}{'start':>8}")
        for reading in (ours(rows), *(peer(one, rows, arguments.environments) for one in PEERS)):
            if isinstance(reading, str):
                print(f"  {reading}")
                continue
            *found, spoken = score(rows, reading)
            parts = " ".join(f"{part:.3f}" for part in found)
            failed = f"  {reading.failed} articles failed" if reading.failed else ""
            print(
                f"  {reading.name:24}{parts:>20}{spoken:>18.3f}"
                f"{size / reading.seconds:9.0f}{reading.start:7.1f}s{failed}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
