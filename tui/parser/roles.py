"""Roles: what class of person a noun means, and whether somebody may be called by it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.parser.entities import fold, fold_capitals, unelided
from tui.parser.mentions import is_agent

if TYPE_CHECKING:
    from tui.parser.entities import Entity
    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.mentions import Mention

_LOCAL = {"elected", "law"}
"""Classes of roles that belong to a place."""

PUBLIC = {"elected", "minister"}
"""Classes of offices that one may have held before."""

PROFESSIONS = frozenset(
    ["law", "force", "medic", "speaker", "scholar", "press", "cleric", "party", "plaintiff"]
)
"""Classes of roles that nobody has for being named alone: most often somebody new is meant."""

_LEADERS = {"head", "union", "elected"}
"""Classes of roles that one person may hold at once: a party's leader is often a deputy."""


class Roles:
    """The roles of one language."""

    def __init__(self, grammar: SpeechGrammar) -> None:
        self.grammar = grammar
        self.kinds = _folded_roles(grammar)
        """The class of each role noun, as it folds."""

    def kind(self, mention: Mention, head: str) -> str | None:
        """Tell what class of person a noun phrase means; None where it means no person."""
        kind = self.kinds.get(head)
        called = is_agent(mention.head, self.grammar) or self._is_native(mention)
        if kind is None and called and not _is_titled(mention):
            kind = "person"
        if kind is not None and (self.is_former(mention) or "," in mention.text):
            # A minister may have been a mayor; "the tall, weary pilot" is somebody on stage.
            return "person"
        return kind

    def _is_native(self, mention: Mention) -> bool:
        """Is somebody called by where they come from: "le Marseillais"?"""
        last = unelided(mention.text)[-1]
        return (
            last[:1].isupper()
            and last.casefold() == mention.head
            and last.endswith(self.grammar.native_endings)
        )

    def is_former(self, mention: Mention) -> bool:
        """Is this an office that somebody had: "l'ancien maire"?"""
        words = unelided(mention.text.casefold())
        return mention.head.startswith("ex-") or any(
            word in self.grammar.former for word in words[:2]
        )

    def classes(self, entity: Entity) -> set[str]:
        """Give the classes of the roles known of somebody; "a woman" may be anything."""
        return {self.kinds[head] for head in entity.heads if head in self.kinds} - {"person"}

    def places(self, role: str, kind: str) -> set[str]:
        """Give the words of a role that may tell its place."""
        return set(fold_capitals(role)) if kind in _LOCAL else set()

    def held(self, entity: Entity) -> set[str]:
        """Give every word of the roles known of somebody."""
        return {word for role in entity.roles for word in fold(role)}

    def elsewhere(self, entity: Entity, head: str, places: set[str]) -> bool:
        """Is somebody's role another, or of another place: the mayor of Brest, not of Nantes?"""
        if not places or not entity.roles:
            return False
        known = {word for role in entity.roles for word in fold_capitals(role)}
        return not known & places if known else head not in entity.heads

    def may_be(self, entity: Entity, kind: str) -> bool:
        """May somebody be called by a role of this class, given the roles known of them?"""
        kinds = self.classes(entity)
        return (
            not kinds
            or kind in kinds
            or kind == "person"
            or bool(_LEADERS & kinds and kind in _LEADERS)
        )


@cache
def _folded_roles(grammar: SpeechGrammar) -> dict[str, str]:
    """Give the role nouns of a language as they fold, with their classes."""
    return {fold(noun)[-1]: kind for noun, kind in grammar.roles.items() if fold(noun)}


def _is_titled(mention: Mention) -> bool:
    """Is this a title, its article in capitals within the sentence: "selon Le Parisien"?"""
    noun = unelided(mention.text)[-1]
    return mention.first > 0 and mention.text[:1].isupper() and noun[:1].isupper()


@cache
def little_words(grammar: SpeechGrammar) -> frozenset[str]:
    """Give the words of a role that tell nothing about who holds it."""
    words = frozenset(grammar.determiners) | grammar.complements | grammar.prenominal
    return words | {word.strip("'") for word in words}
