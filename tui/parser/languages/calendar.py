"""The `Calendar` value: how a language writes days, months, years and hours, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Calendar:
    """The words and the phrases that stand for dates. All keys are in lower case, without accents
    dropped and without the final point of an abbreviation.
    """

    months: Mapping[str, int]
    """Full names, January = 1."""
    months_short: Mapping[str, int]
    """Abbreviations; they need a day or a year beside them to be read."""
    weekdays: Mapping[str, int]
    """Full names, Monday = 0."""
    weekdays_short: Mapping[str, int]
    """Abbreviations; they need a day and a month beside them."""
    seasons: Mapping[str, int]
    """The month in which each begins: spring = 3."""
    day_words: Mapping[str, int]
    """Days counted from the day of the article: "hier" = -1."""
    units: Mapping[str, str]
    """"semaine" = "weeks": the names of `dateutil.relativedelta`."""
    shifts: Mapping[str, int]
    """"dernier" = -1, "ce" = 0, "prochain" = 1."""
    numbers: Mapping[str, int]
    """Number words that count days, weeks, months and hours."""
    halves: Mapping[str, int]
    """Hours that a half of the day adds to the clock: "p.m." = 12."""
    clock: frozenset[str]
    """What follows a number word that is a clock time: "heures"."""
    future: str
    """The form of a verb that puts a bare weekday ahead: "s'ouvrira mardi"."""
    clauses: str
    """What parts the clauses of a sentence, so that a verb speaks of its own weekday alone."""
    number_marks: str
    """What follows the number of an hour or a decade, in lower case: "14h30", "8 p.m.", "'90s"."""
    capitalised: bool
    """Whether months and weekdays are written with a capital: "may" is then no month."""
    day_first: bool | None
    """Whether 02/03 is the second of March; None where usage differs and nobody can tell."""
    full_dates: tuple[str, ...]
    """Phrases so complete that they are dates in a text of any language: "12 mars 2024"."""
    phrases: tuple[str, ...]
    """Regular expressions of the phrases that are dates; each begins where a word begins. `<month>`, `<Month>` (full names alone),
    `<weekday>`, `<Weekday>` (full names alone), `<day>`, `<year>`, `<season>`, `<word>`, `<unit>`,
    `<number>`, `<clock>`, `<hour>` and `<minute>` stand for the tables above; each becomes a group
    of that name. A space is any run of one or two spaces or line ends. A group `span` says what
    part of the phrase the date is, where it is not the whole. Of two that overlap, the one that
    begins first holds, then the longer."""
    joiners: str
    """What may stand between a day and its clock time."""
