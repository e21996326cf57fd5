"""Units and currencies beside a number: the symbol, the factor to it, and where it ends.

Money is ISO 4217; other units are UCUM-like symbols. Nothing here converts a currency.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.parser.article import Magnitude

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.parser.languages.quantities import Quantities

_MOST_WORDS = 5
"""The longest name of a unit: "franc CFA d'Afrique de l'Ouest" is joined by four spaces."""

CURRENCY_SIGNS: Mapping[str, str] = {
    "$": "USD",
    "US$": "USD",
    "US $": "USD",
    "$US": "USD",
    "USD$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "$CA": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS",
    "₦": "NGN",
}
"""Signs of money; "$" alone is read by the text (`local_dollar`)."""

_CODES = (
    "USD EUR GBP CHF JPY CNY RUB UAH CAD AUD NZD INR BRL MXN ZAR TRY SEK NOK DKK PLN CZK HUF RON"
    " BGN ILS SAR AED QAR KWD EGP MAD DZD TND XOF XAF CDF HTG NGN KES GHS KRW HKD SGD TWD THB IDR"
    " MYR PHP VND PKR BDT LKR ARS CLP COP PEN UYU ISK FRF"
)
CODES = frozenset(_CODES.split())
"""Codes that are read where they stand beside a number."""

_SYMBOLS = (
    "% mm cm m km ha g kg mg t lb kW MW GW TW kWh MWh GWh TWh °C °F km/h m/s L cL mL g/L hPa dB Hz"
    " kHz MHz GHz kB MB GB TB ft yd mi ft2 m2 m3 km2 cm2 cm3 s min h"
)

SYMBOLS: Mapping[str, tuple[str | None, float]] = {
    **{sign: (code, 1) for sign, code in CURRENCY_SIGNS.items()},
    **{code: (code, 1) for code in CODES},
    **{symbol: (symbol, 1) for symbol in _SYMBOLS.split()},
    "°": ("°", 1),
    "° C": ("°C", 1),
    "° F": ("°F", 1),
    "m²": ("m2", 1),
    "m³": ("m3", 1),
    "km²": ("km2", 1),
    "cm²": ("cm2", 1),
    "cm³": ("cm3", 1),
    "l": ("L", 1),
    "cl": ("cL", 1),
    "ml": ("mL", 1),
    "hl": ("L", 100),
    "g/l": ("g/L", 1),
    "kmh": ("km/h", 1),
    "kph": ("km/h", 1),
    "Kwh": ("kWh", 1),
    "KWh": ("kWh", 1),
    "kwh": ("kWh", 1),
    "Mwh": ("MWh", 1),
    "mn": ("min", 1),
    "H": ("h", 1),
    "sec": ("s", 1),
    "Ko": ("kB", 1),
    "Mo": ("MB", 1),
    "Go": ("GB", 1),
    "To": ("TB", 1),
    "pts": (None, 1),
}
"""Signs that are the same in every language; case counts."""

_BASES: Mapping[str, tuple[float, str]] = {
    "mm": (1e-3, "m"),
    "cm": (1e-2, "m"),
    "m": (1, "m"),
    "km": (1e3, "m"),
    "in": (0.0254, "m"),
    "ft": (0.3048, "m"),
    "yd": (0.9144, "m"),
    "mi": (1609.344, "m"),
    "nmi": (1852, "m"),
    "m2": (1, "m2"),
    "cm2": (1e-4, "m2"),
    "km2": (1e6, "m2"),
    "ha": (1e4, "m2"),
    "acre": (4046.8564224, "m2"),
    "ft2": (0.09290304, "m2"),
    "mi2": (2589988.110336, "m2"),
    "L": (1, "L"),
    "cL": (1e-2, "L"),
    "mL": (1e-3, "L"),
    "m3": (1e3, "L"),
    "cm3": (1e-3, "L"),
    "mg": (1e-3, "g"),
    "g": (1, "g"),
    "kg": (1e3, "g"),
    "t": (1e6, "g"),
    "lb": (453.59237, "g"),
    "oz": (28.349523125, "g"),
    "s": (1, "s"),
    "min": (60, "s"),
    "h": (3600, "s"),
    "d": (86400, "s"),
    "wk": (604800, "s"),
    "mo": (2629800, "s"),
    "a": (31557600, "s"),
    "century": (3155760000, "s"),
    "W": (1, "W"),
    "kW": (1e3, "W"),
    "MW": (1e6, "W"),
    "GW": (1e9, "W"),
    "TW": (1e12, "W"),
    "J": (1, "J"),
    "kWh": (3.6e6, "J"),
    "MWh": (3.6e9, "J"),
    "GWh": (3.6e12, "J"),
    "TWh": (3.6e15, "J"),
    "°C": (1, "°C"),
    "kB": (1e3, "B"),
    "MB": (1e6, "B"),
    "GB": (1e9, "B"),
    "TB": (1e12, "B"),
}
"""Factor to the base unit of the dimension. A month and a year are UCUM's mean Julian ones."""

DURATIONS = ("century", "a", "mo", "wk", "d", "h", "min", "s")
"""Units of time, longest first."""

_SCALES: Mapping[str, float] = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "Mn": 1e6,
    "Md": 1e9,
    "Mds": 1e9,
    "md": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "B": 1e9,
    "Bn": 1e9,
    "tn": 1e12,
    "G": 1e9,
    "T": 1e12,
}
"""Scales glued to a number or to a currency: "£2.7m", "3 Md€"."""

_FREE_SCALES = frozenset({"k", "K", "bn", "Bn", "tn", "Md", "Mds"})
"""Scales that need no currency: "20k"."""

_SUFFIX = re.compile(r" ?(Mds?|md|Mn|mn|[Bb]n|tn|[kKMmbBTG])(?P<end>(?=[€$£¥])|(?![\w/²³°]))")
_PIECE = re.compile(r"[^\W\d_]+(?:[23](?!\d))?|[%°€$£¥₽₴₹₺₩₪₦²³/.]|'")
_SIGNS_AFTER = frozenset("€$£¥")
_NEAR = re.compile(r"[ \n]?")


class Unit(NamedTuple):
    """A unit where it stands."""

    end: int
    symbol: str | None
    factor: float = 1
    scale: float = 1
    """A scale between number and unit: the million of "3 M€"."""


@cache
def _before() -> re.Pattern[str]:
    signs = sorted({*CURRENCY_SIGNS, *CODES}, key=lambda sign: -len(sign))
    return re.compile(rf"(?<![A-Za-z$€£])({'|'.join(map(re.escape, signs))}) ?$")


def currency_before(text: str, start: int, floor: int = 0) -> tuple[int, str] | None:
    """Read the currency that ends at the number: its start, not before `floor`, and its code."""
    match = _before().search(text, max(floor, start - 6), start)
    return (match.start(), SYMBOLS[match[1]][0] or "") if match else None


def scale_after(text: str, end: int, *, money: bool) -> tuple[int, float] | None:
    """Read a scale glued to a number: "k", or beside a currency "m"."""
    match = _SUFFIX.match(text, end)
    if match is None:
        return None
    if not money and text[match.end() : match.end() + 1] not in _SIGNS_AFTER:
        if match[1] not in _FREE_SCALES:
            return None
        if match[1] in "kK" and not (text[end] != " " and text[end - 2 : end].isdecimal()):
            return None  # "4K" is a screen
    return match.end(), _SCALES[match[1]]


_APOSTROPHES = ("'", "’")


def unit_after(
    text: str, end: int, quantities: Quantities, *, noun: bool, half: bool = False
) -> Unit | None:
    """Read the longest unit that follows a number; after a scale word, "de" may join it."""
    joints = _joints(quantities)
    glued = text[end : end + 1]
    start = end
    if noun and (of := joints.of.match(text, end)):
        start = of.end()
    elif glued == "-" and (quantities.compound_nouns or half):
        start = end + 1
    elif near := _NEAR.match(text, end):
        start = near.end()
    if adjective := joints.adjectives.match(text, start):
        start = adjective.end()
    best: Unit | None = None
    place, words = start, 0
    while words <= _MOST_WORDS and (piece := _PIECE.match(text, place)):
        if not words and piece[0].lower() not in joints.openers:
            return None
        place = piece.end()
        words += 1
        following = text[place : place + 1]
        if following in _APOSTROPHES and len(piece[0]) == 1:
            return best  # "311 l'an dernier": an article that lost its vowel
        if not (following.isalnum() and piece[0][-1].isalnum()):
            name = text[start:place]
            found = SYMBOLS.get(name) or quantities.units.get(name.lower())
            if start > end and glued == "-":  # "a 205-pound man"
                found = quantities.units.get(f"-{name.lower()}") or found
            if found is not None:
                best = Unit(place, *found)
        if following in (" ", "-", "\n"):
            place += 1
    return best


class _Joints(NamedTuple):
    of: re.Pattern[str]
    adjectives: re.Pattern[str]
    openers: frozenset[str]
    """The first words and signs of all units, in lower case: most words are none of them."""


@cache
def _joints(quantities: Quantities) -> _Joints:
    openers = {
        opener[0].lower()
        for name in (*SYMBOLS, *quantities.units)
        if (opener := _PIECE.match(name.lstrip("-"))) is not None
    }
    return _Joints(
        re.compile(quantities.of), re.compile(quantities.unit_adjectives), frozenset(openers)
    )


def magnitude(value: float, unit: str | None) -> Magnitude | None:
    """Express a value in the base unit of its dimension; None for money, shares and counts."""
    if unit == "°F":
        return Magnitude(round((value - 32) * 5 / 9, 6), "°C")
    if unit == "km/h":
        return Magnitude(value / 3.6, "m/s")
    if unit is None or unit not in _BASES:
        return None
    factor, base = _BASES[unit]
    return Magnitude(value * factor, base)
