"""Write the names of units and currencies of each language, from CLDR through babel.

Source: Unicode CLDR as packaged by babel. Licence: Unicode License v3 (data), BSD-3-Clause (babel).
Run it by hand after an upgrade of babel: `python -m tests.tools.units`.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import babel
from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from babel.units import format_unit

LANGUAGES = Path(__file__).parents[2] / "tui" / "parser" / "languages"

SYMBOLS = {
    "duration-second": "s",
    "duration-minute": "min",
    "duration-hour": "h",
    "duration-day": "d",
    "duration-week": "wk",
    "duration-month": "mo",
    "duration-year": "a",
    "duration-century": "century",
    "length-millimeter": "mm",
    "length-centimeter": "cm",
    "length-meter": "m",
    "length-kilometer": "km",
    "length-inch": "in",
    "length-foot": "ft",
    "length-yard": "yd",
    "length-mile": "mi",
    "length-nautical-mile": "nmi",
    "area-square-centimeter": "cm2",
    "area-square-meter": "m2",
    "area-square-kilometer": "km2",
    "area-square-foot": "ft2",
    "area-square-mile": "mi2",
    "area-hectare": "ha",
    "area-acre": "acre",
    "volume-milliliter": "mL",
    "volume-centiliter": "cL",
    "volume-liter": "L",
    "volume-cubic-centimeter": "cm3",
    "volume-cubic-meter": "m3",
    "mass-milligram": "mg",
    "mass-gram": "g",
    "mass-kilogram": "kg",
    "mass-tonne": "t",
    "mass-ounce": "oz",
    "power-watt": "W",
    "power-kilowatt": "kW",
    "power-megawatt": "MW",
    "power-gigawatt": "GW",
    "energy-joule": "J",
    "energy-kilowatt-hour": "kWh",
    "temperature-celsius": "°C",
    "temperature-fahrenheit": "°F",
    "speed-kilometer-per-hour": "km/h",
    "speed-meter-per-second": "m/s",
    "speed-mile-per-hour": "mi/h",
    "digital-kilobyte": "kB",
    "digital-megabyte": "MB",
    "digital-gigabyte": "GB",
    "digital-terabyte": "TB",
}
"""CLDR's units that articles use, with the symbols that figures carry."""


def names(code: str) -> dict[str, str]:
    """Give every long name, in lower case, its symbol; a name of two currencies is left out."""
    locale = Locale(code)
    found: dict[str, set[str]] = defaultdict(set)
    for unit, symbol in SYMBOLS.items():
        for count in (1, 2):
            found[_name(format_unit(count, unit, length="long", locale=locale), count)].add(symbol)
    current = {
        currency
        for territory in locale.territories
        if len(str(territory)) == 2
        for currency in get_territory_currencies(str(territory))
    }
    for currency in current:
        for plural in (None, 1, 2):
            found[_name(get_currency_name(currency, plural, locale))].add(currency)
    return {name: symbols.pop() for name, symbols in sorted(found.items()) if len(symbols) == 1}


def _name(written: str, count: int | None = None) -> str:
    words = written.replace("’", "'").lower().split()
    return " ".join(words[1:] if words[0] == str(count) else words)


def main() -> None:
    """Write one module for each language."""
    for code in ("fr", "en"):
        file = LANGUAGES / code / "cldr_units.py"
        table = names(code).items()
        rows = "".join(f'    "{name}": "{symbol}",\n' for name, symbol in table)
        file.write_text(
            f'"""Names of units and currencies, written by tests.tools.units: do not edit.\n\n'
            f"Source: Unicode CLDR, in babel {babel.__version__}. Licence: Unicode License v3.\n"
            f'"""\n\nfrom __future__ import annotations\n\nNAMES = {{\n{rows}}}\n',
            encoding="utf-8",
        )
        subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(file)], check=True)


if __name__ == "__main__":
    main()
