from __future__ import annotations

import pytest

from tui.parser.languages import language
from tui.parser.units import currency_before, magnitude, scale_after, unit_after

FRENCH = language("fr").quantities
ENGLISH = language("en").quantities


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("5 kilomètres carrés", "km2"),
        ("5 livres sterling", "GBP"),
        ("5 livres de beurre", "lb"),
        ("5 francs suisses", "CHF"),
        ("5 dollars canadiens", "CAD"),
        ("5 °C", "°C"),
        ("5° C", "°C"),
        ("5 km²", "km2"),
        ("5km/h", "km/h"),
        ("5 MW", "MW"),
        ("5 ans", "a"),
        ("5 dernières années", "a"),
        ("5 points de pourcentage", "pp"),
    ],
)
def test_the_longest_name_of_a_french_unit_holds(text: str, symbol: str) -> None:
    unit = unit_after(text, 1, FRENCH, noun=False)
    assert unit is not None
    assert unit.symbol == symbol


def test_de_joins_a_unit_to_a_scale_alone() -> None:
    text = " d'euros"
    assert unit_after(text, 0, FRENCH, noun=True) is not None
    assert unit_after(text, 0, FRENCH, noun=False) is None


def test_a_hyphen_joins_an_english_unit() -> None:
    unit = unit_after("6-month", 1, ENGLISH, noun=False)
    assert unit is not None
    assert unit.symbol == "mo"
    assert unit_after("6-month", 1, FRENCH, noun=False) is None


def test_an_article_that_lost_its_vowel_is_no_unit() -> None:
    assert unit_after("311 l’an dernier", 3, FRENCH, noun=False) is None
    assert unit_after("six months' work", 3, ENGLISH, noun=False) is not None


def test_a_unit_is_a_whole_word() -> None:
    assert unit_after("5 mots", 1, FRENCH, noun=False) is None
    assert unit_after("5 anses", 1, FRENCH, noun=False) is None


def test_currencies_stand_before_the_number() -> None:
    assert currency_before("US$5", 3) == (0, "USD")
    assert currency_before("£ 5", 2) == (0, "GBP")
    assert currency_before("à 5", 2) is None


def test_m_is_a_million_only_beside_money() -> None:
    assert scale_after("5m", 1, money=True) == (2, 1e6)
    assert scale_after("5m", 1, money=False) is None
    assert scale_after("500 M€", 3, money=False) == (5, 1e6)
    assert scale_after("20k", 2, money=False) == (3, 1e3)
    assert scale_after("4K", 1, money=False) is None


def test_magnitudes_compare_within_a_dimension() -> None:
    metres, feet = magnitude(1, "km"), magnitude(1000, "ft")
    assert metres is not None
    assert feet is not None
    assert metres.unit == feet.unit == "m"
    assert metres.value > feet.value
    freezing = magnitude(32, "°F")
    assert freezing is not None
    assert (freezing.value, freezing.unit) == (0, "°C")


def test_money_shares_and_counts_have_no_magnitude() -> None:
    assert [magnitude(5, unit) for unit in ("EUR", "%", "pp", "x", None)] == [None] * 5
