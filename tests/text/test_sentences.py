from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Un. Deux ? Trois", ["Un.", "Deux ?", "Trois"]),
        ("M. Vial part. Le J. Roux reste.", ["M. Vial part.", "Le J. Roux reste."]),
        ("« Non ! » Elle rit.", ["« Non ! »", "Elle rit."]),
        ("C’était en 2023. Il pleut.", ["C’était en 2023.", "Il pleut."]),
        ("Il a couru 3.5 km. 20 fois.", ["Il a couru 3.5 km.", "20 fois."]),
        ("Et puis… rien. ", ["Et puis… rien."]),
        ("Dr. Ames said so. “Why?”", ["Dr. Ames said so.", "“Why?”"]),
        ("", []),
    ],
)
def test_sentences_are_cut_where_one_would(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == cut


@given(st.text(alphabet="aB.?! «»\n1", max_size=80), st.integers(0, 10))
def test_sentences_stand_in_order_and_miss_only_spaces(text: str, start: int) -> None:
    end = len(text)
    start = min(start, end)
    past = start
    for first, last in sentences(text, start, end):
        assert past <= first < last <= end
        assert not text[past:first].strip()
        past = last
    assert not text[past:end].strip()
