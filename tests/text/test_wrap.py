from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.wrap import UNEVEN, cut, wrap

ZERO = {"\u00ad", "\u200b", "\u200d", "\ufe0f"}


def measure(text: str) -> list[int]:
    """Count cells by Unicode's own tables, so that the floor is tested without the screen's."""
    return [
        0
        if character in ZERO or unicodedata.combining(character)
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    ]


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width, measure)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("un mot puis un autre", 7, ["un mot", "puis un", "autre"]),
        ("il tire 20 000 obus", 11, ["il tire", "20 000 obus"]),
        ("il tire 1 234 567 fois", 15, ["il tire", "1 234 567 fois"]),
        ("soit 30 % de plus", 7, ["soit", "30 % de", "plus"]),
        ("coûte 20 € net", 8, ["coûte", "20 € net"]),
        ("elle dit « oui » hier", 12, ["elle dit", "« oui » hier"]),
        ("quoi ? et encore", 7, ["quoi ?", "et", "encore"]),
        ("ceci : cela", 6, ["ceci :", "cela"]),
        ("à 20\u202f000\u00a0km de là", 9, ["à", "20\u202f000\u00a0km", "de là"]),
        ("à 20\u202f000\u00a0km de là", 8, ["à", "20\u202f000", "km de là"]),
        ("dit-il", 5, ["dit-", "il"]),
        ("a-t-il", 4, ["a-t-", "il"]),
        ("une contre-attaque", 11, ["une contre-", "attaque"]),
        ("le 12-13 mars", 7, ["le", "12-13", "mars"]),
        ("Paris–Lyon", 8, ["Paris–", "Lyon"]),
        ("extra\u00adordinaire", 8, ["extra\u00ad", "ordinair", "e"]),
        ("日本語のテキスト。", 9, ["日本語の", "テキス", "ト。"]),
        ("語「引用」", 4, ["語", "「引", "用」"]),
        ("anticonstitutionnel", 8, ["anticons", "titution", "nel"]),
        ("20 000 000 000", 7, ["20 000", "000 000"]),
        ("  des  blancs   partout  ", 6, ["des", "blancs", "partou", "t"]),
        ("deux\nlignes", 20, ["deux\nlignes"]),
        ("   ", 10, []),
    ],
)
def test_a_line_ends_where_a_typographer_would_end_it(
    text: str, width: int, expected: list[str]
) -> None:
    assert lines(text, width) == expected


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    text = "avant | un mot puis un autre | après"
    assert [text[a:b] for a, b in wrap(text, 8, 28, 7, measure)] == ["un mot", "puis un", "autre"]


def test_a_soft_hyphen_at_the_end_of_a_line_has_room_to_be_drawn() -> None:
    assert lines("ab cd\u00adefgh", 6) == ["ab cd\u00ad", "efgh"]
    assert lines("ab cd\u00adefgh", 5) == ["ab", "cd\u00ad", "efgh"]


def test_every_even_character_is_one_cell_wide_on_the_screen() -> None:
    even = [chr(code) for code in range(0x20, 0x3000) if not UNEVEN.match(chr(code))]
    assert len(even) > 1000
    assert [character for character in even if cell_len(character) != 1] == []


words = st.text(
    st.sampled_from(
        "ab é1203-–—%;:!?«»€ \t\n\u00a0\u202f\u2009\u0301\u00ad\u200b\u200d日本。「」👩"
    ),
    max_size=80,
)


@given(words, st.integers(1, 20))
def test_nothing_but_white_space_is_left_between_lines(text: str, width: int) -> None:
    at = 0
    for start, end in wrap(text, 0, len(text), width, measure):
        assert end > start
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(words, st.integers(1, 20))
def test_no_line_is_wider_than_asked_but_for_one_wide_character(text: str, width: int) -> None:
    for start, end in wrap(text, 0, len(text), width, measure):
        cells = measure(text[start:end])
        hyphen = text[end - 1] == "\u00ad" and text[end : end + 1].isalnum()
        assert sum(cells) <= width or sum(cells[1:]) == 0 or width == 1
        if hyphen and end - start > 1 and width > 1 and sum(cells[:-1]) > 1:
            assert sum(cells) + 1 <= width


@given(words, st.integers(2, 20))
def test_a_cut_keeps_what_joins_the_character_before_it(text: str, width: int) -> None:
    for start, _end in wrap(text, 0, len(text), width, measure):
        if start and not text[start - 1].isspace() and text[start] != "\u00ad":
            assert measure(text[start]) != [0]


@given(words, st.integers(2, 20))
def test_a_break_at_a_held_space_happens_only_where_the_words_do_not_fit(
    text: str, width: int
) -> None:
    found = wrap(text, 0, len(text), width, measure)
    for (start, end), (following, stop) in pairwise(found):
        gap = text[end:following]
        held = gap and (text[end - 1] == "«" or re.match(r"[»;:!?%]", text[following:stop]))
        if held:
            # Then no other place to break stood in the line.
            assert not re.search(r"(?<=[abé1203]) (?=[abé])", text[start:end])


@given(st.text(st.sampled_from("ab \t日\u0301"), max_size=40), st.integers(1, 9))
def test_cutting_leaves_nothing_out(text: str, width: int) -> None:
    found = cut(text, 0, len(text), width, measure)
    assert "".join(text[start:end] for start, end in found) == text
