"""Mentions: what a reader would underline as "who"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.parser.languages.speech import Agreement, Gender, Number, SpeechGrammar

_SHORTEST_AGENT = 5
"""Letters that a noun of an agent has at least: "heure" has too few."""


@dataclass(slots=True, eq=False)
class Mention:
    """A noun phrase: tokens `first` to `last` (exclusive) of its sentence; nobody changes one.

    Not frozen, for the price of making one: see `Token`.
    """

    first: int
    last: int
    kind: Literal["name", "noun", "pronoun"]
    start: int
    end: int
    text: str
    """As written: the whole phrase, or the name alone for a name."""
    head: str = ""
    """The head noun in lower case; empty for a name that nothing precedes."""
    name: tuple[int, int] | None = None
    """Tokens of the proper name that the phrase is about."""
    role: str | None = None
    """What the phrase says they are, article left out: "ministre de la Défense"."""
    gender: Gender = ""
    number: Number = ""
    definite: bool = False
    demonstrative: bool = False
    title: bool = False
    """Was the name given with a title, as in "M. Roux"?"""

    @property
    def agreement(self) -> Agreement:
        """Gender and number, each empty where the form does not tell."""
        return (self.gender, self.number)


def joined(text: str, one: Mention, other: Mention) -> Mention:
    """Make one plural mention of two names: "Anne Roux et Paul Roux"."""
    return replace(
        one,
        last=other.last,
        end=other.end,
        text=text[one.start : other.end],
        number="p",
        gender="",
        name=(one.name[0] if one.name else one.first, other.last),
    )


def is_role(noun: str, grammar: SpeechGrammar) -> bool:
    """Does this noun, in the singular or plural, say what somebody is?"""
    return noun in grammar.role_forms or (
        noun.startswith(grammar.role_prefixes) and noun.partition("-")[2] in grammar.role_forms
    )


def is_agent(noun: str, grammar: SpeechGrammar) -> bool:
    """Does this noun, by itself or by its ending, say what somebody does?"""
    return is_role(noun, grammar) or (
        len(noun) > _SHORTEST_AGENT
        and singular(noun).endswith(grammar.agent_endings)
        and noun not in grammar.time_words
        and noun not in grammar.closed_classes
        and noun not in grammar.sources
    )


def singular(noun: str) -> str:
    """Take the plural ending off a noun."""
    return noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith("ss") else noun
