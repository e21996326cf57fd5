"""Parse every article of a folder and hold what the parser promises of any text.

python -m tests.long.robustness FOLDER…

No crash; every span is the text it says; evidence stays inside one paragraph, unless quotation
marks open in one and close in another; the same evidence twice, the second time in a process that
hashes strings otherwise. Then how long an article takes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui.parser import parse
from tui.sources.files import load
from tui.sources.loaded import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.parser import Article, DateMention, Figure, Quote, Span
    from tui.sources.loaded import Loaded

OPENING = tuple("«“‘\"'‹„»”’—–-")
ELSEWHERE = "from tests.long.robustness import digest; import sys; print(digest(sys.argv[1:]))"


def faults(article: Article) -> Iterator[str]:
    """Say what breaks a promise in this article; nothing where all is well."""
    text = article.text
    for item in _spans(article):
        if text[item.start : item.end] != item.text:
            yield f"{item.start}–{item.end} is not {item.text!r}"
        if not item.text.strip():
            yield f"{item.start}–{item.end} is empty"
    for quote in article.quotes:
        marked = text[: quote.start].rstrip()[-1:] in OPENING
        if "\n\n" in quote.text and not marked:
            yield f"speech without marks runs over a paragraph: {quote.text!r}"
    for figure in article.figures:
        if "\n\n" in figure.text:
            yield f"a figure runs over a paragraph: {figure.text!r}"


def digest(paths: Sequence[str]) -> str:
    """Sum up the evidence of all articles in one hash."""
    found = hashlib.sha256()
    for loaded in _articles(paths):
        found.update(repr(parse(loaded.document)).encode("utf-8", "backslashreplace"))
    return found.hexdigest()


def digest_elsewhere(paths: Sequence[str]) -> str:
    """Do the same in another process, where sets come in another order."""
    return subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *paths],
        env=os.environ | {"PYTHONHASHSEED": "7"},
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold what the parser promises of any text.")
    parser.add_argument("paths", nargs="+", help="folders of articles")
    paths = [str(Path(path).resolve()) for path in parser.parse_args().paths]
    seconds: list[float] = []
    size = broken = 0
    for loaded in _articles(paths):
        started = time.process_time()
        article = parse(loaded.document)
        seconds.append(time.process_time() - started)
        size += len(article.text.encode())
        for fault in faults(article):
            broken += 1
            print(f"{loaded.origin}: {fault}")
    same = digest(paths) == digest_elsewhere(paths)
    print(f"{len(seconds)} articles, {broken} broken promises")
    print("the same twice" if same else "NOT the same twice")
    print(f"median {1000 * statistics.median(seconds):.1f} ms of CPU, longest {max(seconds):.2f} s")
    print(f"{size / 1000 / sum(seconds):.0f} KB/s")
    return int(broken > 0 or not same)


def _articles(paths: Iterable[str]) -> Iterator[Loaded]:
    for loaded in load(list(paths)):
        if not isinstance(loaded, SourceError):
            yield loaded


def _spans(article: Article) -> Iterator[Span | Quote | Figure | DateMention]:
    for quote in article.quotes:
        yield quote
        if quote.cue:
            yield quote.cue
    for figure in article.figures:
        yield figure
        if figure.of:
            yield figure.of
    yield from article.terms
    yield from article.dates
    for person in article.people:
        yield from person.mentions


if __name__ == "__main__":
    sys.exit(main())
