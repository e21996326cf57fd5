"""From what somebody types to a tree.

    query  = choice*                      every one must be so
    choice = term ("OR" term)*            in French "OU"
    term   = "-"? (field ":")? ( word | word"*" | "phrase" | "(" query ")" )

A name before a colon that is no field is a word like another, as is a sign that parts nothing; an
open quotation mark or parenthesis goes to the end. Only a field whose value says nothing, and a
prefix that would match half the dictionary, are errors.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, cast

from tui.library.query import readings
from tui.library.query.errors import QueryError
from tui.library.query.fields import CHOICES, LANGUAGES, Field, begins_field, chosen, named
from tui.library.query.tree import (
    Amount,
    Any,
    Column,
    Counted,
    Dated,
    Flag,
    Flagged,
    Having,
    Kept,
    Language,
    Named,
    Node,
    Phrase,
    Query,
    Unit,
    join,
    negate,
)
from tui.library.words import words_of
from tui.locale import _, current, ngettext
from tui.text.clean import clean
from tui.text.find import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LENGTH = 1000
MAX_DEPTH = 20
MIN_PREFIX = 3
"""Letters that a prefix needs: the index would walk through a whole initial for fewer."""

_CLOSING = {'"': '"', "“": "”", "„": "”“", "«": "»", "”": "”"}
_OPENING = "".join(_CLOSING)
_APOSTROPHES = "'’ʼ‘′＇"

_WORD = re.compile(rf"[^\s(){_OPENING}]+")
_OR = re.compile(r"(?:OR|OU)(?=[\s(])\s*(?=[^\s)])")
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_ELISION = re.compile(
    rf"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[{_APOSTROPHES}](?=\w)", re.IGNORECASE
)
"""What French elides before a vowel: in « l'école » the word is « école »."""


def parse(text: str, *, today: date | None = None, typing: bool = False) -> Query:
    """Read a query; QueryError where it cannot be read.

    `typing` takes the last word as the beginning of one, since its end has not been typed yet.
    Dates such as "7d" are counted from `today`.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(
            _("too long; a query has at most {limit} characters").format(limit=MAX_LENGTH),
            MAX_LENGTH,
            len(text),
        )
    reader = _Reader(text, today or date.today(), typing)  # noqa: DTZ011 - the reader's own day
    return Query(text, join(list(reader.choices(None, 0))))


class _Reader:
    """A place in the text that goes forward."""

    def __init__(self, text: str, today: date, typing: bool) -> None:
        self._text = text
        self._today = today
        self._typing = typing
        self._at = 0

    def choices(self, field: Field | None, depth: int) -> Iterator[Node]:
        """Read until the text or its parenthesis ends; give what stands in it."""
        if depth > MAX_DEPTH:
            raise QueryError(_("too many parentheses in one another"), self._at - 1, self._at)
        found: list[Node] = []
        joining = False
        while not self._ended(depth):
            if found and not joining and self._or():
                joining = True
                continue
            node = self._term(field, depth)
            if node is None:
                continue
            if joining:
                node = cast("Node", join([found.pop(), node], Any))
                joining = False
            found.append(node)
        yield from found

    def _ended(self, depth: int) -> bool:
        """Pass what is between two terms; say whether nothing follows here."""
        while self._at < len(self._text):
            character = self._text[self._at]
            if character == ")":
                self._at += 1
                if depth:
                    return True
            elif character.isspace():
                self._at += 1
            else:
                return False
        return True

    def _or(self) -> bool:
        """Pass an OR between two terms."""
        match = _OR.match(self._text, self._at)
        if match:
            self._at = match.end()
        return bool(match)

    def _term(self, field: Field | None, depth: int) -> Node | None:
        start = self._at
        denied = False
        while self._text.startswith("-", self._at):
            denied = True
            self._at += 1
        if (match := _FIELD.match(self._text, self._at)) and (new := named(match[1])):
            field = new
            self._at = match.end()
        node = self._value(field, start, depth)
        return negate(node) if node and denied else node

    def _value(self, field: Field | None, start: int, depth: int) -> Node | None:
        """Read what stands after a field's name, or a term without one."""
        opening = self._text[self._at : self._at + 1]
        if opening == "(" and (field is None or field.takes == "words"):
            self._at += 1
            return join(list(self.choices(field, depth + 1)))
        if opening and opening in _OPENING:
            return self._leaf(field, self._quoted(opening), start, exact=True)
        match = _WORD.match(self._text, self._at)
        if match is None:
            if field and opening != "(":
                raise self._empty(field, start)
            self._at += bool(opening and not field)
            return None
        self._at = match.end()
        return self._leaf(field, match[0], start)

    def _quoted(self, opening: str) -> str:
        first = self._at + 1
        closing = _CLOSING[opening]
        last = next(
            (at for at in range(first, len(self._text)) if self._text[at] in closing),
            len(self._text),
        )
        self._at = min(last + 1, len(self._text))
        return self._text[first:last]

    def _leaf(
        self, field: Field | None, value: str, start: int, *, exact: bool = False
    ) -> Node | None:
        if field is None:
            if not exact and self._may_be_field(value):
                return None
            return self._phrase(value, "any", start, exact=exact)
        if not value.strip():
            raise self._empty(field, start)
        match field.takes:
            case "words" if field.key == "of":
                phrase = self._phrase(value, "any", start, exact=exact)
                return phrase and Counted(phrase.words, phrase.exact, phrase.prefix)
            case "words":
                return self._phrase(value, cast("Column", field.key), start, exact=exact)
            case "name":
                return Named("tag" if field.key == "tag" else "source", fold(clean(value)))
            case "unit":
                return Unit(readings.unit(clean(value)))
        return self._checked(field, value, start)

    def _may_be_field(self, value: str) -> bool:
        """Say whether a field is perhaps being typed: "qu" asks for nothing yet."""
        return (
            self._typing and self._at == len(self._text) and len(value) < MIN_PREFIX
            and begins_field(value)
        )  # fmt: skip

    def _checked(self, field: Field, value: str, start: int) -> Node:
        """Read a value that may be wrong."""
        node: Node | None = None
        match field.takes:
            case "choice":
                choice = chosen(CHOICES[field.key], value)
                if choice is None:
                    raise self._wrong(start, self._choices(field.key))
                node = _chosen(field.key, choice)
            case "language":
                code = chosen(LANGUAGES, value) or fold(value)
                node = Language(code) if re.fullmatch("[a-z]{2,3}", code) else None
            case "amount":
                node = _amount(value)
            case "date" | "since" | "until":
                node = self._dated(field, value)
        if node is None:
            raise self._wrong(start, field.example_fr if current() == "fr" else field.example)
        return node

    def _dated(self, field: Field, value: str) -> Dated | None:
        if field.takes == "date":
            low, high, with_low, with_high = readings.split_range(value)
            if not (with_low and with_high):
                return None
        else:
            low, high = (value, None) if field.takes == "since" else (None, value)
        first = low and readings.day(low, self._today)
        last = high and readings.day(high, self._today)
        if (low and not first) or (high and not last) or not (first or last):
            return None
        return Dated(first, last)

    def _phrase(
        self, value: str, column: Column, start: int, *, exact: bool = False
    ) -> Phrase | None:
        end = self._at
        starred = not exact and value.endswith("*")
        if not exact:
            value = _ELISION.sub("", value)
        words = words_of(value)
        if not words:
            return None
        long_enough = len(words[-1]) >= MIN_PREFIX
        if starred and not long_enough:
            raise QueryError(
                ngettext(
                    "“{word}*”: a prefix needs at least {count} letter",
                    "“{word}*”: a prefix needs at least {count} letters",
                    MIN_PREFIX,
                ).format(word=words[-1], count=MIN_PREFIX),
                start,
                end,
            )
        unfinished = (
            self._typing and not exact and long_enough and end == len(self._text)
            and value[-1].isalnum()
        )  # fmt: skip
        return Phrase(words, column, exact, starred or unfinished, start, end)

    def _choices(self, key: str) -> str:
        place = 2 if current() == "fr" else 1
        return ", ".join((key_, *words)[place] for key_, words in CHOICES[key].items())

    def _empty(self, field: Field, start: int) -> QueryError:
        return self._wrong(start, field.example_fr if current() == "fr" else field.example)

    def _wrong(self, start: int, right: str) -> QueryError:
        typed = clean(self._text[start : self._at])
        return QueryError(
            _("“{typed}” says nothing; write for instance: {right}").format(
                typed=" ".join(typed.split()), right=right
            ),
            start,
            self._at,
        )


def _chosen(key: str, choice: str) -> Node:
    if key == "kind":
        return Phrase((choice,), "kind", exact=True)
    if key == "has":
        return Having(cast("Kept", choice))
    return Flagged("unread", on=False) if choice == "read" else Flagged(cast("Flag", choice))


def _amount(value: str) -> Amount | None:
    low, high, with_low, with_high = readings.split_range(value)
    least = None if low is None else readings.number(low)
    most = None if high is None else readings.number(high)
    if (low is not None and least is None) or (high is not None and most is None):
        return None
    if least is None and most is None:
        return None
    return Amount(least, most, with_low, with_high)
