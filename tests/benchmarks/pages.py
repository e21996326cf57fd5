"""How much of a page's article is found, beside trafilatura alone.

python -m tests.benchmarks.pages [FOLDER]

FOLDER holds pages (`x.html`) with the words of their articles (`x.txt`); without it, our twelve.
Precision, recall and F1 count runs of four words, the title aside. A quotation is what stands
between marks, or on a line that begins with ">" in the expected words.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.sources.decode import decode_markup
from tui.sources.pages.extraction import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = Path(__file__).parents[1] / "sources" / "pages"

_RUN = 4
_QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|^> (.+)$", re.MULTILINE)


class Score(NamedTuple):
    """What was found of a page."""

    precision: float
    recall: float
    lost: tuple[str, ...]
    """Quotations that are not whole in what was found."""

    @property
    def f1(self) -> float:
        """Weigh precision and recall alike."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(found: str, expected: str) -> Score:
    """Compare the words that were found with those expected."""
    ours, theirs = _runs(found), _runs(re.sub(r"^> ", "", expected, flags=re.MULTILINE))
    shared = sum((ours & theirs).values())
    whole = " ".join(_words(found))
    quotations = [next(filter(None, match)) for match in _QUOTED.findall(expected)]
    lost = tuple(said for said in quotations if " ".join(_words(said)) not in whole)
    return Score(shared / max(1, sum(ours.values())), shared / max(1, sum(theirs.values())), lost)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _words(text)
    return Counter(zip(*(words[n:] for n in range(_RUN)), strict=False))


def ours(data: bytes) -> str:
    """Give the body that newsreader finds, without the title set above it."""
    page = read_page(decode_markup(data)[0])
    if page is None:
        return ""
    document = page.document
    blocks = [block for block in document.blocks if block.kind != "link"]
    if blocks[0].kind == "heading":
        del blocks[0]
    return "\n".join(document.text[block.start : block.end] for block in blocks)


def alone(data: bytes) -> str:
    """Give the body that trafilatura finds by itself."""
    import trafilatura

    found = trafilatura.extract(
        data, include_comments=False, include_tables=True, output_format="txt", with_metadata=False
    )
    lines = (found or "").split("\n")
    title = re.search(r"<h1[^>]*>(.+?)</h1>", decode_markup(data)[0], re.DOTALL)
    return "\n".join(lines[1:] if title and lines[0] == title[1] else lines)


def pages(folder: Path) -> Iterator[tuple[str, bytes, str]]:
    """Give the name, the bytes and the expected words of each page of a folder."""
    for file in sorted(folder.glob("*.html")):
        yield file.stem, file.read_bytes(), file.with_suffix(".txt").read_text("utf-8")


def main() -> None:
    """Print the comparison."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else PAGES
    sums = [0.0, 0.0]
    count = 0
    print(f"{'page':<20}{'F1':>7}{'lost':>6}   {'alone':>7}{'lost':>6}")
    for name, data, expected in pages(folder):
        both = score(ours(data), expected), score(alone(data), expected)
        count += 1
        sums = [total + one.f1 for total, one in zip(sums, both, strict=True)]
        print(
            f"{name:<20}{both[0].f1:7.3f}{len(both[0].lost):6}"
            f"   {both[1].f1:7.3f}{len(both[1].lost):6}"
        )
        for said in both[0].lost:
            print(f"    lost: {said}")
    print(f"{'mean':<20}{sums[0] / count:7.3f}{'':6}   {sums[1] / count:7.3f}")


if __name__ == "__main__":
    main()
