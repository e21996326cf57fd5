"""What the evidence means, in the interface's words; no state is told by a sign alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.locale import N_, _, format_number, ngettext

if TYPE_CHECKING:
    from tui.parser import Article, Document, Figure, Quote, Speaker
    from tui.parser.article import Bound

_BOUNDS = {"min": N_("at least"), "max": N_("at most"), "about": N_("about")}

_CHANGES = {"up": N_("a rise"), "down": N_("a fall")}

_KINDS = {"direct": N_("direct"), "mixed": N_("partly quoted"), "indirect": N_("reported speech")}

_PER = {
    "second": N_("per second"),
    "minute": N_("per minute"),
    "hour": N_("per hour"),
    "day": N_("per day"),
    "week": N_("per week"),
    "month": N_("per month"),
    "quarter": N_("per quarter"),
    "year": N_("per year"),
    "person": N_("per person"),
    "household": N_("per household"),
}

_LANGUAGES = {"fr": N_("French"), "en": N_("English")}

_SIGNS = frozenset({"%", "°"})
"""Units that are signs, which a screen reader speaks and which stand close in English."""


def figure_in_words(figure: Figure) -> str:
    """Write what a figure amounts to: "at most 20,000 per day", "from 6,000 to 7,000"."""
    number = format_number(figure.value)
    if figure.high is not None:
        number = _("from {low} to {high}").format(low=number, high=format_number(figure.high))
    parts = [
        bound_in_words(figure.bound) if figure.bound else "",
        with_unit(number, figure.unit, figure.value if figure.high is None else figure.high),
    ]
    if figure.per:
        parts.append(rate_in_words(figure.per))
    if figure.change:
        parts.append(f"({_(_CHANGES[figure.change])})")
    return " ".join(part for part in parts if part)


def bound_in_words(bound: Bound) -> str:
    """Say on which side of the number the truth may lie."""
    return _(_BOUNDS[bound])


def rate_in_words(per: str) -> str:
    """Say what a rate is per."""
    known = _PER.get(per)
    return _(known) if known else _("per {unit}").format(unit=per)


def with_unit(number: str, unit: str | None, value: float) -> str:
    """Write a number that is written already with its unit, in words where few know the symbol."""
    if unit is None:
        return number
    if unit in _SIGNS:
        return _("{number}{sign}").format(number=number, sign=unit)
    return f"{number}\u00a0{unit_in_words(unit, value)}"


def unit_in_words(unit: str, value: float) -> str:
    """Write out the units whose symbols few people know; leave the others as they are."""
    n = 1 if abs(value) == 1 else 2
    words = {
        "x": ngettext("time", "times", n),
        "pp": ngettext("percentage point", "percentage points", n),
        "s": ngettext("second", "seconds", n),
        "min": ngettext("minute", "minutes", n),
        "h": ngettext("hour", "hours", n),
        "d": ngettext("day", "days", n),
        "wk": ngettext("week", "weeks", n),
        "mo": ngettext("month", "months", n),
        "a": ngettext("year", "years", n),
        "century": ngettext("century", "centuries", n),
    }
    return words.get(unit, unit)


def kind_in_words(quote: Quote) -> str:
    """Say whether these are the speaker's own words."""
    return _(_KINDS[quote.kind])


def speaker_in_words(speaker: Speaker | None, text: str) -> str:
    """Say who speaks, what they are, and whether that was inferred; `text` is the article's."""
    if speaker is None:
        return _("speaker not named")
    who = f"{speaker.name} ({speaker.role})" if speaker.role else speaker.name
    if speaker.start is None or speaker.end is None:
        return _("{who}, understood from what stands before").format(who=who)
    mention = text[speaker.start : speaker.end]
    if speaker.how in ("pronoun", "role") and mention.casefold() != speaker.name.casefold():
        return _("{who}, inferred from “{mention}”").format(who=who, mention=mention)
    return who


def language_in_words(article: Article) -> str:
    """Name the article's language."""
    known = _LANGUAGES.get(article.language or "")
    return _(known) if known else article.language or _("unknown")


def paragraph_number(document: Document, offset: int) -> int | None:
    """Count the blocks of prose up to the one around an offset; None outside prose."""
    for number, block in enumerate(document.prose(), start=1):
        if block.start <= offset < block.end:
            return number
    return None
