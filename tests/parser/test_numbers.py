from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from tui.parser.languages import language
from tui.parser.languages.quantities import SYMBOLS_ONLY, Quantities
from tui.parser.numbers import find_numerals, read_number

FRENCH = language("fr").quantities
ENGLISH = language("en").quantities
WRITERS = [("fr", FRENCH), ("fr_BE", FRENCH), ("fr_CH", FRENCH), ("en", ENGLISH)]


def values(text: str, quantities: Quantities = FRENCH) -> list[float]:
    return [numeral.value for numeral in find_numerals(text, quantities)]


@pytest.mark.parametrize(("writer", "quantities"), WRITERS)
def test_every_number_written_in_words_reads_back(writer: str, quantities: Quantities) -> None:
    sample = Random(4).sample(range(10_001, 1_000_001), 3_000)  # noqa: S311 - no secret
    wrong = [
        (number, words)
        for number in [*range(10_001), *sample, 1_000_000]
        if read_number(words := num2words(number, lang=writer), quantities) != number
    ]
    assert wrong == []


@pytest.mark.parametrize("separator", [" ", ".", "'"])
def test_every_grouping_of_french_digits_reads_back(separator: str) -> None:
    for number in Random(5).sample(range(1_000, 10**12), 2_000):  # noqa: S311
        assert read_number(f"{number:,}".replace(",", separator), FRENCH) == number


@pytest.mark.parametrize("separator", [",", " ", "'"])
def test_every_grouping_of_english_digits_reads_back(separator: str) -> None:
    for number in Random(6).sample(range(1_000, 10**12), 2_000):  # noqa: S311
        assert read_number(f"{number:,}".replace(",", separator), ENGLISH) == number


@given(st.integers(0, 10**15))
def test_plain_digits_are_the_number_in_any_language(number: int) -> None:
    for quantities in (FRENCH, ENGLISH, SYMBOLS_ONLY):
        assert read_number(str(number), quantities) == number


@given(st.text(alphabet="01279 .,'-deuxcntmilo", max_size=60))
def test_numerals_stand_in_order_and_never_overlap(text: str) -> None:
    for quantities in (FRENCH, ENGLISH):
        end = 0
        for numeral in find_numerals(text, quantities):
            assert end <= numeral.start < numeral.end <= len(text)
            end = numeral.end


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 234 567,89", 1_234_567.89),
        ("1.500,50", 1_500.5),
        ("76.000", 76_000),
        ("6.2", 6.2),
        ("1,335", 1.335),
        ("3 milliards 200 millions", 3.2e9),
        ("deux cent cinquante", 250),
        ("deux-cent-cinquante", 250),
        ("vingt-et-un", 21),
        ("quatre vingt dix sept", 97),
        ("septante-deux", 72),
        ("cent trente-sept", 137),
        ("cent-deux", 102),
        ("mille-vingt", 1_020),
        ("Mille deux cents", 1_200),
        ("une trentaine", 30),
        ("8'900'000", 8_900_000),
        ("octante", 80),
        ("un million et demi", 1.5e6),
        ("un demi-million", 5e5),
        ("une dizaine de milliers", 1e4),
        ("deux douzaines", 24),
        ("un billion", 1e12),
        ("cent mille milliards", 1e14),
    ],
)
def test_french_spellings(written: str, value: float) -> None:
    assert read_number(written, FRENCH) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2,591.69", 2_591.69),
        ("1.335", 1.335),
        ("two and a half million", 2.5e6),
        ("a million and a half", 1.5e6),
        ("half a million", 5e5),
        ("half a dozen", 6),
        ("one hundred and twenty", 120),
        ("twelve hundred", 1_200),
        ("a hundred", 100),
        ("one billion", 1e9),
    ],
)
def test_english_spellings(written: str, value: float) -> None:
    assert read_number(written, ENGLISH) == value


def test_numbers_side_by_side_stay_two() -> None:
    assert values("2022 300 000") == [2022, 300_000]
    assert values("deux et trois") == [2, 3]
    assert values("17 et 25") == [17, 25]
    assert values("423 0000") == [423, 0]
    assert values("between one hundred and two hundred", ENGLISH) == [100, 200]


def test_a_decimal_mark_before_three_digits_depends_on_the_language() -> None:
    assert values("1,335") == [1.335]
    assert values("1,335", ENGLISH) == [1335]
    assert values("1.335") == [1335]
    assert values("1.335", ENGLISH) == [1.335]


def test_a_round_number_says_so() -> None:
    (numeral,) = find_numerals("une centaine", FRENCH)
    assert numeral.about
    (dozen,) = find_numerals("a dozen", ENGLISH)
    assert not dozen.about


def test_vague_plurals_and_lone_scales_are_no_numbers() -> None:
    assert values("des dizaines de milliers") == []
    assert values("des millions") == []
    assert values("tens of thousands", ENGLISH) == []


def test_words_inside_other_words_are_no_numbers() -> None:
    assert values("Dixmude, centre, milleniaux, onzaine") == []
    assert values("attention, tender, oneself", ENGLISH) == []
