"""Terms: words in marks that nobody in the article utters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from tui.parser.mentions import singular
from tui.parser.morphology import verb_forms
from tui.parser.tokens import MARKED, NUMBER, WORD

if TYPE_CHECKING:
    from tui.parser.attribution import Attribution
    from tui.parser.marks import Run
    from tui.parser.paragraphs import Sentence
    from tui.parser.tokens import Token

_NEAR, _FAR = 800, 6000
"""Characters within which a quote may take up marked words; or a heading's, which is told later."""

_LONGEST_NAME = 8
"""Words that a name in marks may have behind the word that calls it one."""

_LONG = 12
"""Characters from which marked words may be the quote that others are taken from."""

_FIXED = 3
"""How often a phrase stands in marks before it is taken for fixed."""

_CHARGE = 14
"""Tokens between the word of the law and the offence in marks."""

_SHORTEST_ECHO = 7
"""Characters that words have at least for their coming back to tell anything."""

_SHORT = 3
"""Words that a marked run without a cue needs to be more than a term."""


_WORD = re.compile(r"[^\W_]+")


class TermJudge:
    """Tells terms from quotes with the whole article in view."""

    def __init__(self, text: str, runs: list[Run]) -> None:
        """`runs` are all marked runs of the article, in their order."""
        self.text = text
        self._keys = {run.start: _key(text[run.start : run.end]) for run in runs}
        self._counts = Counter(self._keys.values())
        self._fixed = frozenset(
            key for key, count in self._counts.items() if count >= _FIXED and len(key) <= _SHORT
        )
        """Phrases that the article keeps in marks."""
        self._long = [run for run in runs if run.end - run.start > _LONG]
        self._starts = [run.start for run in self._long]

    def echo(self, start: int, *, same: bool = False) -> int | None:
        """Where the longer quote nearby begins in which the words of this one come back.

        With `same`, another one of the same words will do.
        """
        key = self._keys.get(start, ())
        words = f" {' '.join(key)} "
        first = bisect_right(self._starts, start - _NEAR)
        last = bisect_left(self._starts, start + (_FAR if same else _NEAR))
        if len(words) <= _SHORTEST_ECHO:
            return None
        for long in self._long[first:last]:
            other = self._keys[long.start]
            if (
                len(other) > len(key) or (same and long.start != start)
            ) and words in f" {' '.join(other)} ":
                return long.start
        return None

    def _is_charge(self, sentence: Sentence, at: int) -> bool:
        """Do the marked words name an offence: "mis en examen pour « vol en réunion »"?"""
        tokens, grammar = sentence.tokens, sentence.grammar
        run = tokens[at].run
        first = self.text[run.start : run.end].split(maxsplit=1)[0] if run else ""
        while at > 2 and tokens[at - 2].kind == MARKED and (
            tokens[at - 1].text == "," or tokens[at - 1].low in grammar.coordinators
        ):  # fmt: skip
            at -= 2  # one offence after another
        return (
            at > 1
            and not first.endswith(grammar.infinitive_endings[:2])  # a purpose, no offence
            and (
                (
                    tokens[at - 1].low in grammar.charge_prepositions
                    and any(t.low in grammar.charges for t in tokens[max(0, at - _CHARGE) : at - 1])
                )
                or (
                    tokens[at - 1].low in grammar.complements
                    and any(
                        tokens[k].low in grammar.charged_with
                        and all(t.low not in grammar.copulas for t in tokens[k:at])
                        for k in range(max(0, at - 4), at - 1)
                    )
                )  # "accusés de « vol »", but "accusés d'être des « voyous »"
            )
        )

    def is_term(
        self, run: Run, sentence: Sentence, at: int, attribution: Attribution | None
    ) -> bool:
        """Judge the marked words at token `at` of their sentence."""
        tokens = sentence.tokens
        words = self.text[run.start : run.end].split()
        count = len(words)
        if not any(c.isalpha() for c in self.text[run.start : run.end]):
            return True
        before = tokens[at - 1] if at else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if count <= 1 and len(words[0]) == 1:
            return True
        if self._is_charge(sentence, at) or (count <= _SHORT + 1 and self._is_fixed(run)):
            return True
        repeated = self._counts[self._keys[run.start]] > 1 and count <= _SHORT
        own = (  # "s'est dite « émue »"
            attribution is not None
            and attribution.cue.kind == "verb"
            and attribution.cue.last == at
        )
        if count <= _LONGEST_NAME and not own and self._is_named(sentence, at):
            return True
        if attribution is not None and count <= _LONGEST_NAME and _is_called(attribution, sentence):
            return True
        if self._is_title(run, words, attribution, at, sentence):
            return True
        if self._reports(words, before, sentence) or (
            self._judges(words, before, sentence) and (attribution is not None or count > 1)
        ):
            return False
        if attribution is None:
            return count <= _SHORT and (
                (before is not None and before.kind == NUMBER) or self.echo(run.start) is None
            )
        if count <= _SHORT:
            whole = attribution.incise and at == 0  # "« Partez ! », ont-ils crié"
            if repeated and not whole and not self._governed(sentence, at, attribution):
                return True
            if attribution.incise and at > 0:
                # « réparer » in the midst of a clause that somebody reports as a whole
                return not self._governed(sentence, at, attribution) and count == 1 and repeated
            if (
                after is not None
                and after.kind == WORD
                and after.capital
                and before is not None
                and before.kind == WORD
            ):
                return True
        return False

    def _judges(self, words: list[str], before: Token | None, sentence: Sentence) -> bool:
        """Do the marked words say how something is: "un accueil « très froid »"?

        Nothing but a judgement opens with a degree, or follows "is".
        """
        grammar = sentence.grammar
        return words[0].casefold() in grammar.degrees or (
            before is not None and before.low in grammar.copulas
        )

    def _reports(self, words: list[str], before: Token | None, sentence: Sentence) -> bool:
        """Is the reporting verb itself marked: "Anne Roux « condamne » cette attaque"?"""
        grammar = sentence.grammar
        verb = verb_forms(grammar).finite.get(words[0].casefold())
        return (
            verb is not None
            and verb.words
            and not grammar.modifiers_precede
            and before is not None
            and (before.low in grammar.subject_pronouns or before.capital)
        )

    def _is_fixed(self, run: Run) -> bool:
        """Do these words hold a phrase that the article keeps in marks, in any number?"""
        key = self._keys[run.start]
        return any(
            key[i : i + length] in self._fixed
            for length in range(1, _SHORT + 1)
            for i in range(len(key) - length + 1)
        )

    def _is_named(self, sentence: Sentence, at: int) -> bool:
        """Does the word before mention them as a name: "l'opération « … »", "le terme de « … »"?"""
        tokens, grammar = sentence.tokens, sentence.grammar
        i = at - 1
        if i > 0 and tokens[i].low in grammar.complements:
            i -= 1
        return i >= 0 and tokens[i].kind == WORD and tokens[i].low in grammar.naming

    def _governed(self, sentence: Sentence, at: int, attribution: Attribution) -> bool:
        """Is the run the object of the cue itself, an article or "de" apart?"""
        tokens, grammar = sentence.tokens, sentence.grammar
        j = at
        while j > attribution.cue.last and (
            tokens[j - 1].low in grammar.determiners
            or tokens[j - 1].low in grammar.prepositions
            or tokens[j - 1].low in grammar.complements
            or tokens[j - 1].low in grammar.adverbs
        ):
            j -= 1
        return (
            attribution.cue.last <= at
            and j <= max(attribution.cue.last, attribution.last)
            and not attribution.incise
        )

    def _is_title(
        self,
        run: Run,
        words: list[str],
        attribution: Attribution | None,
        at: int,
        sentence: Sentence,
    ) -> bool:
        """Are these words written as a name: capitals inside a sentence?"""
        first = words[0]
        if not first[0].isupper() or len(words) > 6 or at == 0:
            return False
        if attribution is not None and (
            (attribution.incise and at < attribution.cue.first)
            or self._governed(sentence, at, attribution)
        ):
            return False
        before = sentence.tokens[at - 1]
        return before.kind == WORD and self.text[run.end - 1] not in ".!?"


def _key(text: str) -> tuple[str, ...]:
    """Give the words by which marked words are compared: no case, no signs, no plural."""
    return tuple(map(singular, _WORD.findall(text.casefold())))


def _is_called(attribution: Attribution, sentence: Sentence) -> bool:
    """Is something called so by nobody: "une vague qualifiée de « dégagisme »"?"""
    return (
        attribution.cue.kind == "passive"
        and attribution.source is None
        and attribution.cue.verb.lemma in sentence.grammar.calling
    )
