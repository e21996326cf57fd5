"""When it was said: the date that stands beside a cue, or at the head of its sentence."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date as calendar_date
from datetime import timedelta
from typing import TYPE_CHECKING

from tui.parser.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.parser.article import DateMention, Span
    from tui.parser.paragraphs import Sentence

_AFTER, _BEFORE = 40, 25
"""Characters from a cue to the date that tells when it was said."""

_OPENING = 80
"""Characters from a date at the head of a sentence to the cue of its first clause."""

_BARRIERS = frozenset(',.;:"«»“”')
"""Signs that part a date from a cue."""


class Sayings:
    """Tells when the words of an article were said."""

    def __init__(
        self, text: str, dates: Iterable[DateMention], published: PartialDate | None
    ) -> None:
        """`dates` are all dates of the article, in their order."""
        self.text = text
        self.published = published
        self._dates = [date for date in dates if date.date is not None]
        self._starts = [date.start for date in self._dates]

    def when(self, sentence: Sentence, cue: Span) -> PartialDate | None:
        """Find when the words of this cue were said, if the sentence tells."""
        first = max(0, bisect_left(self._starts, sentence.start) - 1)
        last = bisect_left(self._starts, sentence.end)
        for date in self._dates[first:last]:
            if (
                self._opens(sentence, date, cue)
                or self._asked(sentence, date)
                or self._beside(date, cue)
            ):
                return self._in_the_past(date)
        return None

    def _opens(self, sentence: Sentence, date: DateMention, cue: Span) -> bool:
        """Does the date open a sentence whose first clause reports: "Le 14 mai, X a dit que …"?"""
        before, between = self.text[sentence.start : date.start], self.text[date.end : cue.start]
        return (
            sentence.start <= date.start < cue.start
            and len(before) < _BEFORE
            and _BARRIERS.isdisjoint(before)
            and len(between) < _OPENING
            and between.startswith(",")
            and _BARRIERS.isdisjoint(between[1:])
        )

    def _asked(self, sentence: Sentence, date: DateMention) -> bool:
        """Does the sentence open by when somebody was asked: "Interrogée jeudi, …"?"""
        first = sentence.tokens[0]
        return (
            first.low in sentence.grammar.asked
            and sentence.start < date.start < sentence.start + _BEFORE
            and _BARRIERS.isdisjoint(self.text[first.end : date.start])
        )

    def _beside(self, date: DateMention, cue: Span) -> bool:
        after = cue.end <= date.start <= cue.end + _AFTER
        if not after and not date.end <= cue.start <= date.end + _BEFORE:
            return False
        between = self.text[min(cue.end, date.end) : max(cue.start, date.start)]
        return _BARRIERS.isdisjoint(between) and " qu" not in between

    def _in_the_past(self, date: DateMention) -> PartialDate | None:
        """Give the week before the article where a weekday alone could mean either."""
        said, published = _day(date.date), _day(self.published)
        if said is None or published is None or said <= published:
            return date.date
        if any(character.isdigit() for character in date.text):
            return date.date
        said -= timedelta(weeks=1)
        time = date.date.time if date.date else None
        return PartialDate(said.year, said.month, said.day, time)


def _day(date: PartialDate | None) -> calendar_date | None:
    """Give the day of a date that is known to the day."""
    if date is None or date.month is None or date.day is None:
        return None
    return calendar_date(date.year, date.month, date.day)
