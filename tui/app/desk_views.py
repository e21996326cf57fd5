"""The lists of the desk: their orders, how rows may be grouped in each, and what makes a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.library.query import Query, parse
from tui.library.query.fields import FIELDS
from tui.library.query.tree import All, Counted, Unit
from tui.locale import N_, current
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from tui.app.panes.desk_rows import Grouping
    from tui.parser import Figure

Tab = Literal["quotes", "figures", "people"]

TABS: dict[Tab, str] = {
    "quotes": N_("Quotes"),
    "figures": N_("Figures"),
    "people": N_("People"),
}

_DATED: tuple[Grouping, ...] = ("", "month", "article")

ORDERS: dict[Tab, dict[str, tuple[str, tuple[Grouping, ...]]]] = {
    "quotes": {
        "newest": (N_("newest first"), _DATED),
        "oldest": (N_("oldest first"), _DATED),
        "speaker": (N_("by speaker"), ("speaker", "")),
    },
    "figures": {
        "newest": (N_("newest first"), _DATED),
        "oldest": (N_("oldest first"), _DATED),
        "largest": (N_("largest first"), ("",)),
        "smallest": (N_("smallest first"), ("",)),
        "of": (N_("by what they count"), ("noun", "")),
    },
    "people": {
        "quotes": (N_("most quoted first"), ("",)),
        "articles": (N_("in most articles first"), ("",)),
        "name": (N_("by name"), ("letter", "")),
        "last": (N_("latest first"), ("",)),
        "first": (N_("newcomers first"), ("",)),
    },
}
"""The orders of each list, what they are called, and how rows may be grouped in each."""

GROUPINGS: dict[Grouping, str] = {
    "": "",
    "month": N_("by month"),
    "article": N_("by article"),
    "speaker": "",
    "noun": "",
    "letter": "",
}
"""What to call a grouping; those that an order tells of already need no word."""


@dataclass(slots=True)
class View:
    """How a list of the desk was left."""

    text: str = ""
    order: int = 0
    grouping: int = 0


def makes_a_line(query: Query) -> bool:
    """Say whether a query names what its figures count, or their unit."""
    asks = query.asks
    nodes = asks.nodes if isinstance(asks, All) else (asks,)
    return any(isinstance(node, Counted | Unit) for node in nodes)


def series_query(text: str, figure: Figure) -> str:
    """Add to a query the noun and the unit of a figure, as far as it names neither.

    What names a noun still gets the unit: one noun is counted in several.
    """
    asks = parse(text).asks
    nodes = asks.nodes if isinstance(asks, All) else (asks,)
    of_unit = any(isinstance(node, Unit) for node in nodes)
    parts = [text.strip()]
    if figure.of and not of_unit and not any(isinstance(node, Counted) for node in nodes):
        parts.append(_field("of", clean_line(figure.of.text)))
    if figure.unit and not of_unit:
        parts.append(_field("unit", figure.unit))
    return " ".join(part for part in parts if part)


def _field(key: str, value: str) -> str:
    field = next(field for field in FIELDS if field.key == key)
    value = value.replace('"', " ")
    return f"{field.names[current() == 'fr']}:" + (value if value.isalnum() else f'"{value}"')
