"""What adding costs: articles of 3 KB with all their evidence, from a file and from a folder.

python -m tests.benchmarks.adding [ARTICLES]

Without arguments, 2,000 articles. All is processor time, as on one core; what is not the parser is
reading, storing and indexing. A library that is written to grows slower: its indexes are deeper.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tools.make_library import articles
from tui import parser
from tui.intake import Intake
from tui.library.store import Store

if TYPE_CHECKING:
    from tui.parser import Article, Document


def make(folder: Path, count: int) -> tuple[Path, Path]:
    """Write invented articles as one file and as a folder of files."""
    lines, files = folder / "articles.jsonl", folder / "articles"
    files.mkdir()
    with lines.open("w", encoding="utf-8") as stream:
        for n, article in enumerate(articles(count, 1)):
            text = article.text
            stream.write(json.dumps({"id": str(n), "text": text}, ensure_ascii=False) + "\n")
            (files / f"{n:06d}.txt").write_text(text, "utf-8")
    return lines, files


def main() -> None:
    """Measure."""
    count = int(sys.argv[1]) if sys.argv[1:] else 2_000
    parse, parsing = parser.parse, [0.0]

    def timed(source: Document | str) -> Article:
        began = time.thread_time()
        try:
            return parse(source)
        finally:
            parsing[0] += time.thread_time() - began

    parser.parse = timed
    timed(next(articles(1, 2)).document)  # its words are loaded when they are first asked for
    with tempfile.TemporaryDirectory() as place:
        for path in make(Path(place), count):
            store = Store.open(Path(place) / f"{path.name}.db")
            intake = Intake(store)
            parsing[0], began = 0.0, time.process_time()
            for _step in intake.add([str(path)]):
                pass
            spent = time.process_time() - began
            store.close()
            rest = (spent - parsing[0]) / intake.new * 1000
            print(
                f"{path.name:<18}{intake.new / spent:8.1f} articles a second on one core;"
                f" each {parsing[0] / intake.new * 1000:.1f} ms parser, {rest:.1f} ms the rest"
            )


if __name__ == "__main__":
    main()
