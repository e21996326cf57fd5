"""A quote or a figure in a few short lines: the cards that the evidence pane draws.

A card says no more than the article does: what the parser inferred is shown as inferred, and a
speaker that nobody names is said to be unnamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import parser
from tui.app.panes.cells import drawn, measure
from tui.locale import N_, _, format_date, format_number
from tui.output.wording import bound_in_words, rate_in_words, with_unit
from tui.text.find import fold
from tui.text.typography import level
from tui.text.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.app.panes.marks import Item
    from tui.library.values import Sign
    from tui.parser import Figure, Quote, Speaker

Run = tuple[str, str]
"""Text of one look, and the look's name."""

Row = tuple[Run, ...]

WORDS = 4
"""Lines of a quote shown on a card that is not selected."""

_BETWEEN = "\u00a0· "  # a line may end in the point, not begin with it

SIGNS: dict[Sign, str] = {"kept": "◆", "corrected": "✎"}
"""Stand at the head of a card or row, for whoever sees no colours."""

_SIGNED: dict[Sign, str] = {"kept": N_("kept"), "corrected": N_("corrected by you")}

_CHANGES = {"up": "↑", "down": "↓"}
_KINDS = {"indirect": N_("reported speech"), "mixed": N_("partly quoted")}


def card(
    item: Item,
    text: str,
    paragraph: int | None,
    width: int,
    *,
    whole: bool,
    signs: tuple[Sign, ...] = (),
) -> list[Row]:
    """Lay an item of the text out in rows of at most `width` cells; `whole` leaves nothing out."""
    place = f"¶{format_number(paragraph)}" if paragraph else ""
    place = " ".join(part for part in (in_signs(signs), place) if part)
    if isinstance(item, parser.Quote):
        rows = _quote(item, text, place, width, whole=whole)
    else:
        rows = _figure(item, place, width, whole=whole)
    if whole and signs:
        rows += _lines(_BETWEEN.join(explained(signs)), "fact", width, None)
    return rows


def in_signs(done: Iterable[Sign]) -> str:
    """Give the signs of what the reader has done with an item."""
    return "".join(SIGNS[sign] for sign in done)


def explained(done: Iterable[Sign]) -> list[str]:
    """Give those signs with the words for them."""
    return [f"{SIGNS[sign]} {_(_SIGNED[sign])}" for sign in done]


def _quote(quote: Quote, text: str, place: str, width: int, *, whole: bool) -> list[Row]:
    rows = [_headed(_speaker(quote.speaker, text), place, width)]
    if quote.speaker and quote.speaker.role:
        role = drawn(quote.speaker.role)
        rows += _lines(role if whole else clip(role, width), "role", width, None)
    words = drawn(quote.text if whole else quote.text[: width * (WORDS + 1)]).strip()
    if quote.kind == "indirect":
        rows += _lines(words, "reported", width, None if whole else WORDS)
    else:
        said = _("“{words}”").format(words=words)
        rows += _lines(said, "words", width, None if whole else WORDS)
    facts = [
        drawn(quote.cue.text) if quote.cue else "",
        format_date(quote.date) if quote.date else "",
        _(_KINDS[quote.kind]) if quote.kind in _KINDS else "",
    ]
    if told := _BETWEEN.join(fact for fact in facts if fact):
        rows += _lines(told, "fact", width, None if whole else 2)
    return rows


def _speaker(speaker: Speaker | None, text: str) -> Row:
    """Name the speaker, after the words that stand for them beside the quote: "il → Anne Roux"."""
    if speaker is None:
        return ((_("speaker not named"), "unnamed"),)
    if speaker.start is None or speaker.end is None:
        return ((_("(understood)") + " ", "inferred"), (speaker.name, "speaker"))
    mention = text[speaker.start : speaker.end]
    if speaker.how == "named" or fold(mention) == fold(speaker.name):
        return ((speaker.name, "speaker"),)
    return ((f"{mention} → ", "inferred"), (speaker.name, "speaker"))


def _figure(figure: Figure, place: str, width: int, *, whole: bool) -> list[Row]:
    counted = drawn(figure.of.text) if figure.of is not None else ""
    amount = normalised(figure)
    head: Row = ((drawn(figure.text), "number"),)
    if fold(level(figure.text)) == fold(level(amount)):  # as written says it all
        rows = [_headed((*head, (f" · {counted}" if counted else "", "fact")), place, width)]
    else:
        rows = [_headed(head, place, width)]
        told = _BETWEEN.join(part for part in (amount, counted) if part)
        rows += _lines(told, "fact", width, None if whole else 2)
    base = figure.magnitude
    if whole and base is not None and base.unit not in (figure.unit, "s"):  # nobody counts so far
        amount = with_unit(format_number(base.value), base.unit, base.value)
        rows += _lines(f"= {amount}", "fact", width, 1)
    return rows


def normalised(figure: Figure) -> str:
    """Write what a figure amounts to: "↑ at least 1,200,000 EUR per day"."""
    value = format_number(figure.value)
    if figure.high is not None:
        value += f"–{format_number(figure.high)}"
    parts = [
        _CHANGES[figure.change] if figure.change else "",
        bound_in_words(figure.bound) if figure.bound else "",
        with_unit(value, figure.unit, figure.value if figure.high is None else figure.high),
    ]
    if figure.per:
        parts.append(rate_in_words(figure.per))
    return " ".join(part for part in parts if part)


def _headed(runs: Row, place: str, width: int) -> Row:
    """Set the runs at the left and the place at the right of one line."""
    room = width - (len(place) + 1 if place else 0)
    kept: list[Run] = []
    for text, look in runs:
        cut = clip(drawn(text), room)
        room -= sum(measure(cut))
        kept.append((cut, look))
    if place and room >= 0:
        kept.append((" " * (room + 1) + place, "place"))
    return tuple(kept)


def _lines(text: str, look: str, width: int, most: int | None) -> list[Row]:
    lines = wrap(text, 0, len(text), width, measure)
    shown = lines if most is None else lines[:most]
    rows: list[Row] = [((drawn(text[start:end]), look),) for start, end in shown]
    if len(lines) > len(shown):
        start, end = shown[-1]
        rows[-1] = ((_cut_off(drawn(text[start:end]), width), look),)
    return rows


def clip(text: str, width: int) -> str:
    """Cut a text to so many cells; what is cut ends in "…"."""
    cells = measure(text)
    return text if sum(cells) <= width else _cut_off(text, width)


def _cut_off(text: str, width: int) -> str:
    """End a line in "…" within the width."""
    if width < 1:
        return ""
    room = width - 1
    for at, cells in enumerate(measure(text)):
        room -= cells
        if room < 0:
            return text[:at].rstrip() + "…"
    return text + "…"
