"""What is asked to put a quote or a figure right; the answer is a change to the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tui.app.panes.menu import Entry
from tui.app.screens.choose import Choose
from tui.app.screens.prompt import Prompt
from tui.library import corrections
from tui.library.query import readings
from tui.locale import _
from tui.output.wording import kind_in_words
from tui.parser import Quote
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import App

    from tui.library.corrections import Correction
    from tui.library.store import Kept, Store
    from tui.parser import Figure
    from tui.parser.article import QuoteKind

Change: TypeAlias = "Callable[[Store], object]"

_KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect")
_ANOTHER = object()


async def ask_correction(
    app: App[Any], kept: Kept, item: Quote | Figure, made: Sequence[Correction]
) -> Change | None:
    """Ask what is so of a quote or a figure; None where all is to stay as it is."""
    place = _place(kept, item)
    if place is None:
        return None
    kind, n = place
    if isinstance(item, Quote):
        entries = [Entry(_("The speaker…"), "speaker"), Entry(_("How it is quoted…"), "kind")]
        none = _("It is no quote")
    else:
        entries = [Entry(_("The value…"), "value"), Entry(_("The unit…"), "unit")]
        none = _("It is no figure")
    entries.append(Entry(none, "dismiss"))
    earlier = next((c for c in made if c.kind == kind and _is_under(c, item)), None)
    if earlier is not None:
        entries.append(Entry(_("As the parser found it"), "retract"))
    chosen = await app.push_screen_wait(Choose(_("Correct"), entries))
    match chosen and chosen.value:
        case "speaker":
            return await _ask_speaker(app, kept, n)
        case "kind":
            return await _ask_kind(app, kept, item, n)
        case "value":
            return await _ask_value(app, kept, item, n)
        case "unit":
            return await _ask_unit(app, kept, item, n)
        case "dismiss":
            return dismissal(kept, item)
        case "retract" if earlier is not None:
            return lambda store: corrections.retract(store, earlier.id)
    return None


def dismissal(kept: Kept, item: Quote | Figure) -> Change | None:
    """Give the change that takes a quote or a figure out of the evidence."""
    place = _place(kept, item)
    return place and (lambda store: corrections.dismiss(store, kept.id, *place))


def _place(kept: Kept, item: Quote | Figure) -> tuple[corrections.Kind, int] | None:
    """Give which one of its kind an item is."""
    if kept.article is None:
        return None
    if isinstance(item, Quote):
        quotes = kept.article.quotes
        return ("quote", quotes.index(item)) if item in quotes else None
    figures = kept.article.figures
    return ("figure", figures.index(item)) if item in figures else None


def _is_under(correction: Correction, item: Quote | Figure) -> bool:
    if correction.start is None or correction.end is None:
        return False
    return correction.start < item.end and item.start < correction.end


async def _ask_speaker(app: App[Any], kept: Kept, n: int) -> Change | None:
    assert kept.article is not None  # noqa: S101 - the item is of it
    people = dict.fromkeys(person.name for person in kept.article.people)
    people |= dict.fromkeys(quote.speaker.name for quote in kept.article.quotes if quote.speaker)
    entries = [Entry(clean_line(name), name) for name in people]
    entries += [Entry(_("Someone else…"), _ANOTHER), Entry(_("Nobody who is named"), None)]
    chosen = await app.push_screen_wait(Choose(_("Who says it?"), entries))
    if chosen is None:
        return None
    name = chosen.value
    if name is _ANOTHER:
        typed = await app.push_screen_wait(
            Prompt(_("Who says it?"), hint=_("the name as it is known"), wrong=_not_empty)
        )
        if typed is None:
            return None
        name = clean_line(typed).strip()
    return lambda store: corrections.correct(store, kept.id, "quote", n, speaker=name)


async def _ask_kind(app: App[Any], kept: Kept, item: Quote | Figure, n: int) -> Change | None:
    from dataclasses import replace  # noqa: PLC0415 - beside its use

    assert isinstance(item, Quote)  # noqa: S101 - offered for quotes only
    entries = [
        Entry(kind_in_words(replace(item, kind=kind)), kind, chosen=kind == item.kind)
        for kind in _KINDS
    ]
    chosen = await app.push_screen_wait(Choose(_("How is it quoted?"), entries))
    if chosen is None:
        return None
    kind = chosen.value
    return lambda store: corrections.correct(store, kept.id, "quote", n, kind=kind)


async def _ask_value(app: App[Any], kept: Kept, item: Quote | Figure, n: int) -> Change | None:
    def wrong(text: str) -> str | None:
        return None if readings.number(text) is not None else _("a number: 1200, 3.5, 3,5 or 1e6")

    before = f"{item.value:g}" if not isinstance(item, Quote) else ""
    typed = await app.push_screen_wait(
        Prompt(_("The value"), before, hint=_("a number: 1200, 3.5, 3,5 or 1e6"), wrong=wrong)
    )
    value = readings.number(typed) if typed is not None else None
    if value is None:
        return None
    return lambda store: corrections.correct(store, kept.id, "figure", n, value=value)


async def _ask_unit(app: App[Any], kept: Kept, item: Quote | Figure, n: int) -> Change | None:
    before = item.unit or "" if not isinstance(item, Quote) else ""
    hint = _("EUR, USD, %, km, d for days…; empty for what is counted")
    typed = await app.push_screen_wait(Prompt(_("The unit"), before, hint=hint))
    if typed is None:
        return None
    words = clean_line(typed).strip()
    unit = readings.unit(words) if words else None
    return lambda store: corrections.correct(store, kept.id, "figure", n, unit=unit)


def _not_empty(text: str) -> str | None:
    return None if text.strip() else _("a name")
