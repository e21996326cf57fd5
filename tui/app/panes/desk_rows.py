"""How quotes, figures and people stand in the lists of the desk: short, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.app.panes.cards import clip, in_signs, normalised
from tui.app.panes.cells import drawn, measure
from tui.locale import _, format_date, format_number, ngettext
from tui.parser import Figure, PartialDate, Quote
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.panes.cards import Row
    from tui.library.people.pages import Somebody
    from tui.library.query.pages import Found
    from tui.library.values import Sign

Grouping = Literal["", "month", "article", "speaker", "noun", "letter"]
"""What rows that follow each other may have in common; "" leaves them ungrouped."""

_PLACE = 1 / 3
"""The most that date and source take of a line."""

_AMOUNT, _NOUN, _DATE, _COUNT, _MONTH = 26, 18, 12, 9, 8
"""Cells of the columns that do not grow."""

Column = tuple[str, int, str]
"""Text, cells, look; a width below 0 sets the text at the right."""


class FoundRows:
    """What quotes and figures have in common."""

    def __init__(self, grouping: Grouping = "") -> None:
        self._grouping = grouping

    def group(self, found: Found) -> str:
        """Name what the row has in common with those around it."""
        match self._grouping, found.item:
            case "month", _:
                return _month(found.published)
            case "article", _:
                return clean_line(found.title) or _("Untitled")
            case "speaker", Quote() as quote:
                return clean_line(quote.speaker.name) if quote.speaker else _("speaker not named")
            case "noun", Figure() as figure:
                return clean_line(figure.of.text) if figure.of else ""
        return ""


class QuoteRows(FoundRows):
    """A quote in two lines: whose it is, when and where; its words."""

    height = 2

    def columns(self, width: int) -> Row:  # noqa: ARG002 - two lines explain themselves
        """Leave the columns without names."""
        return ()

    def draw(self, found: Found, width: int) -> Sequence[Row]:
        """Give the two lines."""
        quote = found.item
        assert isinstance(quote, Quote)  # noqa: S101 - of a page of quotes
        place = " ".join(part for part in (in_signs(done(found)), _place(found)) if part)
        place = clip(place, int(width * _PLACE))
        room = max(0, width - _cells(place) - 2)
        name = _("speaker not named") if quote.speaker is None else clean_line(quote.speaker.name)
        name = clip(name, room)
        role = clean_line(quote.speaker.role) if quote.speaker and quote.speaker.role else ""
        role = clip(f", {role}", room - _cells(name)) if role else ""
        gap = " " * (width - _cells(name) - _cells(role) - _cells(place))
        words = clean_line(quote.text)
        reported = quote.kind == "indirect"
        said = words if reported else _("“{words}”").format(words=words)
        often = (
            ngettext("in {count} article", "in {count} articles", found.articles).format(
                count=format_number(found.articles)
            )
            if found.articles > 1
            else ""
        )
        said = clip(drawn(said), width - (_cells(often) + 2 if often else 0))
        pad = " " * (width - _cells(said) - _cells(often))
        return [
            (
                (name, "title" if quote.speaker else "detail"),
                (role, "detail"),
                (gap, "text"),
                (place, "detail"),
            ),
            ((said, "reported" if reported else "words"), (pad, "text"), (often, "detail")),
        ]


class FigureRows(FoundRows):
    """A figure in one line: how much, of what, when, where."""

    height = 1

    def columns(self, width: int) -> Row:
        """Name the columns."""
        return _line(self._fit(width, _("amount"), _("of"), _("date"), _("article"), look="detail"))

    def draw(self, found: Found, width: int) -> Sequence[Row]:
        """Give the line."""
        figure = found.item
        assert isinstance(figure, Figure)  # noqa: S101 - of a page of figures
        noun = clean_line(figure.of.text) if figure.of else ""
        if found.values > 1:
            noun = f"{noun} ≠"
        noun = " ".join(part for part in (in_signs(done(found)), noun) if part)
        date = format_date(found.published) if found.published else ""
        title = clean_line(found.title) or _("Untitled")
        return [_line(self._fit(width, normalised(figure), noun, date, title))]

    def _fit(
        self, width: int, amount: str, noun: str, date: str, title: str, look: str = ""
    ) -> list[Column]:
        rest = max(0, width - _AMOUNT - _NOUN - _DATE - 6)
        return [
            (amount, _AMOUNT, look or "number"),
            (noun, _NOUN, look or "text"),
            (date, _DATE, "detail"),
            (title, rest, "detail"),
        ]


class PeopleRows:
    """Somebody in one line: name, role, how often they are quoted, first and last."""

    height = 1

    def __init__(self, grouping: Grouping = "") -> None:
        self._grouping = grouping

    def group(self, somebody: Somebody) -> str:
        """Name the letter that people begin with, where they stand by name."""
        return clean_line(somebody.name)[:1].upper() if self._grouping == "letter" else ""

    def columns(self, width: int) -> Row:
        """Name the columns."""
        return _line(
            _person(
                width, _("name"), _("role"), _("quotes"), _("articles"), _("first"), _("last"),
                look="detail",
            )
        )  # fmt: skip

    def draw(self, somebody: Somebody, width: int) -> Sequence[Row]:
        """Give the line."""
        return [
            _line(
                _person(
                    width,
                    clean_line(somebody.name),
                    clean_line(somebody.roles[0]) if somebody.roles else "",
                    format_number(somebody.quotes),
                    format_number(somebody.articles),
                    _short_month(somebody.first),
                    _short_month(somebody.last),
                )
            )
        ]


def _person(
    width: int, name: str, role: str, quotes: str, articles: str, first: str, last: str,
    look: str = "",
) -> list[Column]:  # fmt: skip
    rest = max(0, width - 2 * (_COUNT + 2) - 2 * (_MONTH + 2) - 2)
    named = min(40, rest * 3 // 5)
    return [
        (name, named, look or "title"),
        (role, rest - named, "detail"),
        (quotes, -_COUNT, look or "number"),
        (articles, -_COUNT, look or "text"),
        (first, _MONTH, "detail"),
        (last, _MONTH, "detail"),
    ]


def _line(columns: Sequence[Column]) -> Row:
    """Set texts in columns with two blanks between them."""
    row = []
    for text, width, look in columns:
        cut = clip(drawn(text), abs(width))
        pad = " " * (abs(width) - _cells(cut))
        row.append((f"{pad}{cut}  " if width < 0 else f"{cut}{pad}  ", look))
    return tuple(row)


def done(found: Found) -> tuple[Sign, ...]:
    """Give what the reader has done with a quote or figure."""
    both: tuple[tuple[Sign, bool], ...] = (("kept", found.kept), ("corrected", found.corrected))
    return tuple(sign for sign, so in both if so)


def _place(found: Found) -> str:
    date = format_date(found.published) if found.published else ""
    return " · ".join(part for part in (date, clean_line(found.source)) if part)


def _month(date: PartialDate | None) -> str:
    if date is None:
        return _("without a date")
    return format_date(PartialDate(date.year, date.month), long=True)


def _short_month(moment: str) -> str:
    """Write the month of a moment in figures; the year, where no more is known."""
    date = PartialDate.fromisoformat(moment.partition("T")[0])
    if date.month is None:
        return str(date.year)
    return _("{year}-{month}").format(year=f"{date.year:04}", month=f"{date.month:02}")


def _cells(text: str) -> int:
    return sum(measure(text))
