"""Entities: somebody, or some body, in the article, and how their names are compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.languages.speech import Agreement, Gender, Number

_SIGN = re.compile(r"[^\w'-]|_")
"""What parts the words of a name, apart from spaces."""


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody, or some body, in the article."""

    name: str
    words: tuple[str, ...]
    """The name folded, word by word."""
    named: bool
    """Has it a proper name?"""
    first: int
    """Where it is first mentioned."""
    gender: Gender = ""
    number: Number = ""
    heads: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    several: bool = False
    """Are these two named together, each of whom is an entity too?"""
    person: bool = False
    """Does a given name, a title or a role tell that this is a person?"""
    heard: bool = False
    """Have any words been put in their mouth so far?"""
    same: Entity | None = None
    """Who it turned out to be: a role named only later."""

    def fits(self, gender: Gender) -> float:
        """How well a gender fits: a known one that is the same better than an unknown one."""
        return 0.8 if gender and gender == self.gender else 0.0

    def agrees(self, agreement: Agreement) -> bool:
        """May a word of this gender and number stand for it?"""
        gender, number = agreement
        return (not gender or not self.gender or gender == self.gender) and (
            not number or not self.number or number == self.number
        )


@lru_cache(maxsize=4096)
def fold(text: str) -> tuple[str, ...]:
    """Fold a name into words without case, accents or signs."""
    plain = text.replace("’", "'")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.replace("œ", "oe").replace("Œ", "OE"))
        plain = "".join([c for c in plain if not unicodedata.combining(c)])
    return tuple(_SIGN.sub(" ", plain.casefold()).split())


def initials(words: tuple[str, ...]) -> str:
    """Give the first letters of a name, both of one with a hyphen: "Anne-Lise Roux", alr."""
    return "".join(part[:1] for word in words for part in word.split("-"))


def unelided(text: str) -> list[str]:
    """Give the words of a phrase as written, an elided article apart: "l’élue" is two."""
    return text.replace("’", "'").replace("'", " ").split()


def fold_capitals(text: str) -> tuple[str, ...]:
    """Fold the words written with a capital inside a phrase: "le maire de Brest" gives "brest"."""
    return tuple(word for part in unelided(text)[1:] if part[0].isupper() for word in fold(part))


def completes(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Is this more of a name than is known: "Anne Roux" for "Roux", and for "A. Roux"?"""
    longer = len(words) > len(known) and known == words[-len(known) :]
    return longer or abbreviates(known, words)


def abbreviates(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Is a name another with the initial of its given name: "A. Roux" for "Anne Roux"?"""
    return (
        len(short) == len(words) == 2
        and short[1] == words[1]
        and len(short[0]) == 1 < len(words[0])
        and words[0].startswith(short[0])
    )
