"""The words that French numbers are made of."""

from __future__ import annotations

from tui.parser.languages.quantities import NumberWords

_TO_SIXTEEN = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_SMALL = {word: value for value, word in enumerate(_TO_SIXTEEN.split())} | {
    "zero": 0,
    "une": 1,
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "octante": 80,
    "huitante": 80,
    "nonante": 90,
}

NUMBER_WORDS = NumberWords(
    small=_SMALL,
    rooms={10: range(7, 10), **dict.fromkeys((20, 30, 40, 50, 70, 90), range(1, 10))}
    | dict.fromkeys((60, 80), range(1, 20)),
    hundreds=frozenset({"cent", "cents"}),
    scales={
        "mille": 1e3,
        "million": 1e6,
        "millions": 1e6,
        "milliard": 1e9,
        "milliards": 1e9,
        "billion": 1e12,
        "billions": 1e12,
        "trillion": 1e18,
        "trillions": 1e18,
    },
    bare_scales=frozenset({"mille"}),
    collectives={
        "dizaine": 10,
        "douzaine": 12,
        "douzaines": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
        "millier": 1000,
        "milliers": 1000,
    },
    definite=frozenset({"la", "cette"}),
    ones=frozenset({"un", "une"}),
    half_before=frozenset({"demi"}),
    half_after=frozenset({"et demi", "et demie"}),
    links=frozenset({"et"}),
    linked=frozenset({1, 11}),
    of=frozenset({"de", "d"}),
)
