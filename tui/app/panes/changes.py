"""What changed in an article, evidence first: a minus before what was, a plus before what is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.message import Message

from tui.app.panes.card_list import CardList
from tui.app.panes.cells import drawn, measure
from tui.library.versions import Change, Place, pieces
from tui.locale import N_, _, labelled
from tui.text.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar

    from textual.binding import BindingType

    from tui.app.panes.cards import Row

CONTEXT = 60
"""Characters shown around what changed in the text."""

_KINDS = {
    "title": N_("Title"),
    "quote": N_("Quote"),
    "speaker": N_("Who said it"),
    "figure": N_("Figure"),
    "text": N_("Text"),
}
_GONE = {"quote": N_("Quote gone"), "figure": N_("Figure gone"), "text": N_("Text gone")}
_CAME = {"quote": N_("New quote"), "figure": N_("New figure"), "text": N_("New text")}


@dataclass(frozen=True, slots=True)
class Texts:
    """The two texts that changes have their places in."""

    before: str
    after: str


class Changes(CardList):
    """Changes, with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"card--removed", "card--added"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Go to the passage"), id="changes.choose")
    ]

    class Chosen(Message):
        """The passage of a change is wanted."""

        def __init__(self, change: Change) -> None:
            self.change = change
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._changes: Sequence[Change] = ()
        self._texts = Texts("", "")

    def show(self, changes: Sequence[Change], texts: Texts, hint: str) -> None:
        """Show changes; where there are none, a hint."""
        self._changes, self._texts = list(_told_once(changes, texts)), texts
        self.set_cards(len(self._changes), cursor=0, hint=hint)

    def draw_card(self, index: int, width: int, *, whole: bool) -> list[Row]:  # noqa: ARG002 - always whole
        """Draw a change: its kind, then what was and what is, changed words marked."""
        change = self._changes[index]
        rows: list[Row] = [((self._kind(change), "speaker"),)]
        before = self._words(change, change.before, self._texts.before)
        after = self._words(change, change.after, self._texts.after)
        found = pieces(before, after)
        if change.before is not None:
            kept = [(p.text, p.kind == "removed") for p in found if p.kind != "added"]
            rows += _lines("− ", kept, "removed", width)
        if change.after is not None:
            kept = [(p.text, p.kind == "added") for p in found if p.kind != "removed"]
            rows += _lines("+ ", kept, "added", width)
        return [*rows, ()]

    def _kind(self, change: Change) -> str:
        if change.before is None:
            told = _(_CAME[change.kind])
        elif change.after is None:
            told = _(_GONE[change.kind])
        else:
            told = _(_KINDS[change.kind])
        was, now = change.detail
        if change.kind == "speaker":
            nobody = _("speaker not named")
            return labelled(told, f"{was or nobody} → {now or nobody}")
        return f"{told} · {name}" if (name := now or was) else told

    def _words(self, change: Change, place: Place | None, text: str) -> str:
        """Give what a side says; of a figure and of the text, what stands around it too."""
        if place is None:
            return ""
        if change.kind not in ("text", "figure"):
            return place.text
        start = _word_before(text, place.start - CONTEXT)
        end = _word_after(text, place.end + CONTEXT)
        lead = "…" if start and text[start - 1] != "\n" else ""
        trail = "…" if end < len(text) and text[end] != "\n" else ""
        return lead + text[start:end].strip() + trail

    def chosen(self, index: int) -> None:
        """Report that the passage is wanted."""
        self.post_message(self.Chosen(self._changes[index]))


def _told_once(changes: Sequence[Change], texts: Texts) -> Iterator[Change]:
    """Leave out of the text what a quote or a figure tells already, and join what lies close."""
    told = [change for change in changes if change.kind != "text"]
    yield from told
    last: Change | None = None
    for change in changes:
        if change.kind != "text" or any(_lies_in(change, other) for other in told):
            continue
        if last is not None and (joined := _joined(last, change, texts)) is not None:
            last = joined
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _lies_in(change: Change, other: Change) -> bool:
    sides = ((change.before, other.before), (change.after, other.after))
    return all(
        inner is None
        or (outer is not None and outer.start <= inner.start and inner.end <= outer.end)
        for inner, outer in sides
    )


def _joined(one: Change, two: Change, texts: Texts) -> Change | None:
    """Make one change of two whose surroundings would overlap; None where they lie apart."""
    if one.before is None or one.after is None or two.before is None or two.after is None:
        return None
    if two.before.start - one.before.end > CONTEXT or two.after.start - one.after.end > CONTEXT:
        return None
    return Change(
        "text",
        _between(one.before, two.before, texts.before),
        _between(one.after, two.after, texts.after),
    )


def _between(first: Place, last: Place, text: str) -> Place:
    return Place(first.start, last.end, text[first.start : last.end])


def _word_before(text: str, at: int) -> int:
    at = max(0, at)
    line = text.rfind("\n", at, at + CONTEXT) + 1
    return max(at if at == 0 else text.find(" ", at, at + CONTEXT) + 1, line)


def _word_after(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space, line = text.rfind(" ", at - CONTEXT, at), text.find("\n", at - CONTEXT, at)
    return next((place for place in (line, space) if place >= 0), at)


def _lines(sign: str, parts: list[tuple[str, bool]], look: str, width: int) -> list[Row]:
    """Break a side into lines after its sign; what changed looks so."""
    text = "".join(words for words, _changed in parts)
    looks = [look if changed else "" for words, changed in parts for _letter in words]
    rows: list[Row] = []
    for start, end in wrap(text, 0, len(text), max(1, width - len(sign)), measure):
        runs = [(sign if not rows else " " * len(sign), look)]
        at = start
        while at < end:
            stop = at
            while stop < end and looks[stop] == looks[at]:
                stop += 1
            runs.append((drawn(text[at:stop]), looks[at]))
            at = stop
        rows.append(tuple(runs))
    return rows
