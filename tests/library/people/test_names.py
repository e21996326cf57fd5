from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from tui.library.people.grouping import groups
from tui.library.people.naming import Name, read

LEAST = 0.9
"""The share of true pairs that must be joined; no false one may be."""


def pairs(section: str) -> list[tuple[str, str]]:
    text = (Path(__file__).parent / "names.txt").read_text("utf-8")
    lines = text.partition(f"[{section}]\n")[2].partition("\n\n")[0].splitlines()
    return [(one, other) for one, _, other in (line.partition(" | ") for line in lines)]


def are_one(one: str, other: str) -> bool:
    """Say whether two articles that name these are taken to name one person."""
    first, second = read(one, None, "first text"), read(other, None, "second text")
    if first is None or second is None:
        return False
    if first.key == second.key:
        return True
    return first.block == second.block and len(groups([first, second], (), ())) == 1


def test_no_two_people_are_joined_and_nine_in_ten_of_the_true_pairs_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    same, different = pairs("one"), pairs("two")
    assert len(same) + len(different) >= 120
    missed = [pair for pair in same if not are_one(*pair)]
    false = [pair for pair in different if are_one(*pair)]
    with capsys.disabled():
        print(
            f"\nnames: {len(same) - len(missed)} of {len(same)} true pairs joined,"
            f" {len(false)} of {len(different)} false ones"
        )
    assert false == []
    assert len(missed) <= (1 - LEAST) * len(same), missed


def names(*written: str) -> list[Name]:
    found = [read(name, None, "text") for name in written]
    return [name for name in found if name]


@pytest.mark.parametrize(
    ("written", "groups_of"),
    [
        (("J. Garnier", "Jean Garnier"), 1),
        (("J. Garnier", "Jean Garnier", "Jules Garnier"), 3),
        (("George Bush", "George W. Bush", "George H. W. Bush"), 3),
        (("V. Zelensky", "Volodymyr Zelensky", "Volodymyr Zelenskyy"), 1),
        (("Ann Ray", "Ann B. Ray", "Ann Beth Ray", "A. Ray"), 1),
    ],
)
def test_a_short_name_joins_the_only_one_it_stands_for_in_any_order(
    written: tuple[str, ...], groups_of: int
) -> None:
    for order in permutations(names(*written)):
        assert len(groups(order, (), ())) == groups_of


def test_the_reader_s_word_wins() -> None:
    one, other = names("Nora Vial", "Lise Vial-Roux")
    assert len(groups([one, other], {frozenset((one.key, other.key))}, ())) == 1
    full, short = names("Volodymyr Zelensky", "V. Zelensky")
    assert len(groups([full, short], (), {frozenset((full.key, short.key))})) == 2


def test_a_lone_name_is_the_same_with_the_same_role_only() -> None:
    here = read("Martin", "maire de Valbrune", "one text")
    there = read("Martin", "Maire de Valbrune", "another")
    elsewhere = read("Martin", "maire d’Estrelle", "one text")
    assert here
    assert there
    assert elsewhere
    assert here.key == there.key != elsewhere.key
