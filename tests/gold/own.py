"""Score the parser on the project's own annotated articles, by exact measures.

An article is NAME.txt and NAME.json, with quotes (start, end, kind, speaker: a list of names or
null), figures (start, end, value, high, unit) and optional_figures, which are neither right nor
wrong. A span counts where it is the same to the
character, marks and spaces at its ends aside.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from tui.parser import Document, parse
from tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_TRIM = " \t\n\u00a0\u202f«»“”\"'‘’.,;:!?…-–—"


def score(folder: Path) -> dict[str, float]:
    """Give F1 of quoted words, reported speech and figures, and the share of right speakers."""
    tally: Counter[str] = Counter()
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        _score_article(clean(file.with_suffix(".txt").read_text("utf-8")), gold, tally)
    found = {
        name: 2 * tally[f"{name} right"] / (tally[f"{name} gold"] + tally[f"{name} found"] or 1)
        for name in ("quoted", "indirect", "figure")
    }
    return found | {"speaker": tally["speaker right"] / (tally["speaker gold"] or 1)}


def _score_article(text: str, gold: dict[str, Any], tally: Counter[str]) -> None:
    article = parse(Document.plain(text, language=gold.get("lang")))
    for name, kinds in (("quoted", {"direct", "mixed"}), ("indirect", {"indirect"})):
        wanted = {
            _trim(text, quote["start"], quote["end"]): quote["speaker"]
            for quote in gold["quotes"]
            if quote["kind"] in kinds
        }
        got = {
            _trim(text, quote.start, quote.end): quote.speaker.name if quote.speaker else None
            for quote in article.quotes
            if quote.kind in kinds
        }
        _count(tally, name, wanted, got)
        for span in wanted.keys() & got.keys():
            who = got[span]
            names = wanted[span]
            tally["speaker gold"] += 1
            tally["speaker right"] += (who in names) if names else who is None
    fair = [(f["start"], f["end"]) for f in gold.get("optional_figures", ())]
    _count(
        tally,
        "figure",
        {(f["start"], f["end"], f["value"], f.get("high"), f["unit"]) for f in gold["figures"]},
        {
            (f.start, f.end, f.value, f.high, f.unit)
            for f in article.figures
            if not any(f.start < end and start < f.end for start, end in fair)
        },
    )


def _count(tally: Counter[str], name: str, wanted: Iterable[Any], got: Iterable[Any]) -> None:
    wanted, got = set(wanted), set(got)
    tally[f"{name} gold"] += len(wanted)
    tally[f"{name} found"] += len(got)
    tally[f"{name} right"] += len(wanted & got)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end
