"""A short, seeded form of tests.long.fuzz, and of what it once found."""

from __future__ import annotations

import pytest

from tests.long.fuzz import TARGETS, run

pytest.importorskip("fcntl", reason="the alarm of POSIX")


@pytest.mark.parametrize("target", TARGETS)
def test_a_spoilt_article_breaks_nothing(target: str) -> None:
    assert run(target, 150, seed=20) == []


FOUND = [
    ("parse", "2$/1"),  # a rate in no known language
]


@pytest.mark.parametrize(("target", "text"), FOUND)
def test_what_once_broke_breaks_no_more(target: str, text: str) -> None:
    TARGETS[target](text)
