"""What is nearest to words heard elsewhere, and what differs: [-heard-] and {+the library's+}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.app.panes.cards import clip, normalised
from tui.app.panes.cells import drawn, measure
from tui.app.panes.hits import passage
from tui.app.panes.marks import paint
from tui.library.checking import NearFigure, NearQuote
from tui.library.versions import pieces
from tui.locale import _, format_date, format_number
from tui.text.clean import clean_line
from tui.text.find import fold
from tui.text.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.panes.cards import Row

_SIGNS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_LOOKS = {"removed": "gone", "added": "new"}


class NearRows:
    """A quote or a figure in four lines: how near it is, whose and where; then its words."""

    height = 4

    def __init__(self, heard: str) -> None:
        self._heard = heard

    def group(self, near: NearQuote | NearFigure) -> str:
        """Set quotes and figures apart."""
        return _("Nearest quotes") if isinstance(near, NearQuote) else _("Nearest figures")

    def draw(self, near: NearQuote | NearFigure, width: int) -> Sequence[Row]:
        """Give the four lines."""
        item: Any = near.found.item
        if isinstance(near, NearQuote):
            name = clean_line(item.speaker.name) if item.speaker else _("speaker not named")
            share = _("{percent}%").format(percent=format_number(round(100 * near.likeness)))
            return [self._head(near, share, name, width), *self._words(item.text, width)]
        more = round(100 * near.difference, 1)
        told = _("{percent}%").format(percent=format_number(more))
        sign = f"+{told}" if more > 0 else told if more else "="
        noun = f" · {clean_line(item.of.text)}" if item.of else ""
        head = self._head(near, sign, f"{normalised(item)}{noun}", width)
        return [head, *passage(near.found.context, width, self.height - 1)]

    def _head(self, near: NearQuote | NearFigure, share: str, what: str, width: int) -> Row:
        found = near.found
        date = format_date(found.published) if found.published else ""
        place = " · ".join(part for part in (date, clean_line(found.title)) if part)
        what = clip(drawn(f"{share.rjust(6)}  {what}"), width * 2 // 3)
        place = clip(drawn(place), max(0, width - sum(measure(what)) - 2))
        gap = " " * (width - sum(measure(what)) - sum(measure(place)))
        return ((what, "title"), (gap, "text"), (place, "detail"))

    def _words(self, said: str, width: int) -> list[Row]:
        """Draw the words with their differences, as many as fit."""
        text = ""
        layers = []
        for kind, words in _differences(" ".join(self._heard.split()), clean_line(said)):
            start = len(text)
            text += _SIGNS[kind].format(words)
            if kind != "same":
                layers.append((start, len(text), _LOOKS[kind]))
            text += " "
        lines = wrap(text, 0, len(text), width, measure)[: self.height - 1]
        return [
            tuple(
                (drawn(text[part.start : part.end]), part.looks[0] if part.looks else "words")
                for part in paint(start, end, layers)
            )
            for start, end in lines
        ]


def _differences(heard: str, said: str) -> list[tuple[str, str]]:
    """Give the words that are in both, only heard, only said; case and accents do not differ."""
    found: list[tuple[str, str]] = []
    for piece in pieces(heard, said):
        words = piece.text.strip()
        if not words:
            continue
        before = found[-1] if found else ("", "")
        if (piece.kind, before[0]) == ("added", "removed") and fold(words) == fold(before[1]):
            found[-1] = ("same", words)
        else:
            found.append((piece.kind, words))
    return found
