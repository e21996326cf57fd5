"""What words tell by themselves, whatever stands around them: told once for each word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tui.parser.mentions import is_agent, is_role, singular
from tui.parser.morphology import verb_forms

if TYPE_CHECKING:
    from tui.parser.languages.speech import Gender, Number, SpeechGrammar

_MOST = 50_000
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
    adverbial: bool
    """Is it an adverb, or a word of time that opens no phrase?"""
    gender: Gender
    """Of a noun, as far as its form tells."""
    number: Number


class Lexicon(dict[str, Word]):
    """The words met so far, by their form in lower case; one not met yet is read when asked for."""

    def __init__(self, grammar: SpeechGrammar) -> None:
        super().__init__()
        self._grammar = grammar
        self._gerunds = verb_forms(grammar).gerund

    def __missing__(self, low: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
        word = self[low] = self._read(low)
        return word

    def _read(self, low: str) -> Word:
        grammar, one = self._grammar, singular(low)
        feminine = one.endswith(grammar.feminine_endings)
        return Word(
            role=is_role(low, grammar),
            agent=is_agent(low, grammar),
            ends_phrase=(
                low in grammar.phrase_enders
                or low in grammar.other_verbs
                or low in grammar.adverbs
                or low in grammar.time_words
                or low in self._gerunds
                or low.endswith(grammar.verb_endings)
            ),
            adverbial=(
                low in grammar.adverbs
                or (len(low) > 6 and low.endswith(grammar.adverb_endings))
                or (low in grammar.time_words and low not in grammar.determiners)
            ),
            gender=grammar.noun_genders.get(low, "f" if feminine else ""),
            number="s" if low == one else "p",
        )


@cache
def lexicon(grammar: SpeechGrammar) -> Lexicon:
    """Give the one lexicon of a language."""
    return Lexicon(grammar)
