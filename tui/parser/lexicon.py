"""What words tell by themselves, whatever stands around them: told once for each word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.parser.mentions import is_agent, is_role, singular
from tui.parser.morphology import verb_forms

if TYPE_CHECKING:
    from tui.parser.languages.speech import Agreement, Gender, Number, SpeechGrammar

_MOST = 16_000
"""Words that a lexicon holds before it begins anew: more than any article has."""


@dataclass(slots=True, eq=False)
class Word:
    """One word of a language; nobody changes one."""

    role: bool
    """See `is_role`."""
    agent: bool
    """See `is_agent`."""
    ends_phrase: bool
    """Does it end any noun phrase that has its head?"""
    plain: bool
    """Is it a noun or an adjective, as far as its form tells, with no other part in a phrase?"""
    adverbial: bool
    """Is it an adverb, or a word of time that opens no phrase?"""
    article: Agreement | None
    """The agreement of a determiner that can be nothing else."""
    preposition: bool
    """Is it that of a complement, and can it open a phrase as an article alone: "de"?"""
    gender: Gender
    """Of a noun, as far as its form tells."""
    number: Number


class Lexicon(dict[str, Word]):
    """The words met so far, by their form in lower case; one not met yet is read when asked for."""

    def __init__(self, grammar: SpeechGrammar) -> None:
        super().__init__()
        self._grammar = grammar
        self._forms = verb_forms(grammar)

    def __missing__(self, low: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
        word = self[low] = self._read(low)
        return word

    def _read(self, low: str) -> Word:
        grammar, one = self._grammar, singular(low)
        role, article = is_role(low, grammar), grammar.determiners.get(low)
        feminine = one.endswith(grammar.feminine_endings)
        ends_phrase = (
            low in grammar.phrase_enders
            or low in grammar.other_verbs
            or low in grammar.adverbs
            or low in grammar.time_words
            or low in self._forms.gerund
            or low.endswith(grammar.verb_endings)
        )
        return Word(
            role=role,
            agent=role or is_agent(low, grammar),
            ends_phrase=ends_phrase,
            plain=not (
                ends_phrase
                or low in grammar.complements
                or low in grammar.prepositions
                or low in grammar.coordinators
                or low in grammar.titles
                or low in grammar.quantities
                or low in grammar.degrees
                or low in self._forms.finite
                or low.endswith((*grammar.plural_verb_endings, *grammar.telling_endings))
            ),
            adverbial=(
                low in grammar.adverbs
                or (len(low) > 6 and low.endswith(grammar.adverb_endings))
                or (low in grammar.time_words and low not in grammar.determiners)
            ),
            article=article if article and not self._opens_otherwise(low) else None,
            preposition=(
                low in grammar.complements
                and low not in grammar.determiners
                and low not in grammar.titles
                and low not in grammar.sources
                and not role
                and not self._opens_otherwise(low)
            ),
            gender=grammar.noun_genders.get(low, "f" if feminine else ""),
            number="s" if low == one else "p",
        )

    def _opens_otherwise(self, low: str) -> bool:
        """May a mention begin with this word as a pronoun?"""
        grammar = self._grammar
        return (
            low in grammar.noun_pronouns_by_head
            or low in grammar.subject_pronouns
            or low in grammar.source_pronouns
            or low in grammar.that
        )


@cache
def lexicon(grammar: SpeechGrammar) -> Lexicon:
    """Give the one lexicon of a language."""
    return Lexicon(grammar)
