"""A short, seeded form of tests.long.fuzz, and of what it once found."""

from __future__ import annotations

import pytest

from tests.long.fuzz import run
from tests.long.targets import TARGETS

pytest.importorskip("fcntl", reason="the alarm of POSIX")

PAGE = (
    "1 0 obj<<///Pages 2 0 R>2 0 obj<<///Kids[3 0 R]/>3 0 obj<<[]/Contents 4 0 R/Resources<</"
    "4 0 obj%s\nendstream\nendobjtrailer<<z /Root 1 0 R>\nstartxref0\n%%"
)
"""What is left of a PDF of one page."""


@pytest.mark.parametrize("target", TARGETS)
def test_a_spoilt_article_breaks_nothing(target: str) -> None:
    assert run(target, 60, "20")[0] == []


FOUND = [
    ("parse", "2$/1"),  # a rate in no known language
    ("parse", "le 2-8 mars"),  # a date of no letters
    ("feed", "<rss><channel><title>&#55357;</title>"),  # half an emoji
    ("feed", "<rss><channel><title>&#1114112;</title>"),  # a number beyond all characters
    ("feed", '<s xmlns:content="t /"><content:d>'),  # a name of XML that holds a space
    ("page", "&#1<br><br><br>"),  # a control that no tree takes
    ("pdf", PAGE % "<<///Filter/>>stream\n"),  # a filter nobody knows
    ("pdf", PAGE % "<<>>stream\n[/ 4 0 R Tj"),  # a page cut off in a value
    ("pdf", "startxref" + "9" * 19 + "\n%"),  # a place beyond all files
]


@pytest.mark.parametrize(("target", "text"), FOUND)
def test_what_once_broke_breaks_no_more(target: str, text: str) -> None:
    TARGETS[target](text)
