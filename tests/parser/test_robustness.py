"""What the parser promises of any text, held on our own texts; tests.long.robustness takes more."""

from __future__ import annotations

from pathlib import Path

from tests.long import robustness
from tui.parser import parse
from tui.sources.files import load
from tui.sources.loaded import SourceError

TESTS = Path(__file__).parents[1]
FOLDERS = [str(TESTS / "gold"), str(TESTS.parent / "seeds")]


def test_every_span_is_the_text_it_says() -> None:
    articles = [found for found in load(FOLDERS) if not isinstance(found, SourceError)]
    assert len(articles) > 15
    assert [f for a in articles for f in robustness.faults(parse(a.document))] == []


def test_another_process_finds_the_same() -> None:
    assert robustness.digest(FOLDERS) == robustness.digest_elsewhere(FOLDERS)
