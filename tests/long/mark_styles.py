"""Change the marks of every article to another style, and see whether the quotes stay the same.

python -m tests.long.mark_styles FOLDER

Only articles whose marks balance and do not nest are changed: of those the style says nothing.
Of all quotes (kind, words, speaker, cue) fewer than two in a hundred may differ; more is status 1.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tui.parser import Document, parse
from tui.parser.marks import find_runs
from tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLES = {
    "guillemets": ("« ", " »"),
    "curly": ("“", "”"),
    "low": ("„", "“"),
    "straight": ('"', '"'),
}
LIMIT = 0.02
"""The share of quotes that may differ."""

_ANY_MARK = re.compile(r"[«»‹›“”„‟\"＂]|''|‘‘|’’|(?<!\w)['‘’]|['‘’](?!\w)")
_OUTER = re.compile(r"^(?:[«“„\"]|[»”“\"])$")


def restyled(text: str, style: tuple[str, str]) -> str | None:
    """Write the marks of a text in another style; None where they nest or do not balance."""
    spans = [(block.start, block.end) for block in Document.plain(text).prose()]
    runs = [run for found in find_runs(text, spans) for run in found]
    pieces: list[str] = []
    at = 0
    for run in runs:
        opener, closer = text[run.outer_start : run.start], text[run.end : run.outer_end]
        if not _OUTER.match(opener.strip()) or not _OUTER.match(closer.strip()):
            return None
        words = text[run.start : run.end]
        if _ANY_MARK.search(words):
            return None
        pieces += [text[at : run.outer_start], style[0], words, style[1]]
        at = run.outer_end
    pieces.append(text[at:])
    if any(_ANY_MARK.search(piece) for piece in pieces[::4]):
        return None
    return "".join(pieces)


def quotes(text: str) -> Counter[tuple[str, str, str, str]]:
    """Count an article's quotes as they are shown."""
    return Counter(
        (q.kind, q.text, q.speaker.name if q.speaker else "", q.cue.text if q.cue else "")
        for q in parse(text).quotes
        if not _ANY_MARK.search(q.text)
    )


def compare(texts: Iterable[str]) -> tuple[int, int, int]:
    """Count the articles that can be changed, their quotes in every style, and what differs."""
    articles = total = differing = 0
    for text in texts:
        versions = [version for style in STYLES.values() if (version := restyled(text, style))]
        if not versions or not any(mark in text for mark in '«“„"'):
            continue
        articles += 1
        first, *others = map(quotes, versions)
        for other in others:
            total += first.total()
            differing += max((first - other).total(), (other - first).total())
    return articles, total, differing


def main() -> int:
    """Compare the articles of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    files = sorted(folder.rglob("*.txt"))
    articles, total, differing = compare(clean(f.read_text("utf-8", "replace")) for f in files)
    share = differing / total if total else 0.0
    print(f"{articles} of {len(files)} articles: {differing} of {total} quotes differ, {share:.2%}")
    return int(share >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
