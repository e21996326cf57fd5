"""What the parser finds: frozen values whose offsets all point into the document's one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.parser.document import Document
    from tui.parser.partial_date import PartialDate

QuoteKind = Literal["direct", "mixed", "indirect"]
Resolution = Literal["named", "role", "pronoun", "continued"]
Bound = Literal["min", "max", "about"]
Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of the text."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is made to say a quote."""

    name: str
    """The fullest name the article gives; for an unnamed source, the words it is called by."""
    role: str | None
    """What the article says they are: "secrétaire général de l'Alliance"."""
    start: int | None
    end: int | None
    """The mention beside the quote; None where the speaker is only understood."""
    how: Resolution
    """named: by name. role: by a title that stands for a name ("le chef de l'OTAN"), or by what an
    unnamed source is called. pronoun: "il". continued: understood from the sentence before."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Speech or writing that the article puts in somebody's mouth, marks left out."""

    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: Speaker | None
    cue: Span | None
    """The reporting verb with auxiliary and clitic, or the preposition: "a-t-il dit", "selon"."""
    date: PartialDate | None
    """When it was said, where the sentence tells."""


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A figure in the base unit of its dimension (m, s, g, m2, L, W, J, °C, B), to compare by."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that measures or counts something."""

    start: int
    end: int
    text: str
    value: float
    high: float | None
    """The upper end of a range; None for a single number."""
    unit: str | None
    """ISO 4217 for money, UCUM-like symbols for the rest, "x" for times; None for a count."""
    per: str | None
    """What a rate is per: "day", "person", "MWh", or a singular noun as written."""
    bound: Bound | None
    of: Span | None
    """The head noun of what is counted or measured."""
    change: Change | None
    magnitude: Magnitude | None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text, resolved as far as the text and the article's own date allow."""

    start: int
    end: int
    text: str
    date: PartialDate | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or some body, whom the article names."""

    name: str
    others: tuple[str, ...]
    """The other names used: "M. Stoltenberg", "Stoltenberg"."""
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its evidence, each kind in the order of the text."""

    document: Document
    language: str | None
    """ISO 639-1, found by the text itself where the document did not give it; None: unknown."""
    quotes: tuple[Quote, ...] = ()
    terms: tuple[Span, ...] = ()
    """Words in marks that nobody utters: scare quotes, titles of works, nicknames."""
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    people: tuple[Person, ...] = ()

    @property
    def text(self) -> str:
        """The document's text, into which every offset points."""
        return self.document.text
