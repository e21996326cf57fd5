"""Verb forms from a lemma and its conjugation class; no list of forms is kept anywhere.

A class is the ending of its lemmas: the longest ending that a language declares wins, so that
"prédire" follows "dire", "rappeler" follows "eler", and "affirmer" follows "er".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.parser.languages.speech import ReportingVerb, SpeechGrammar

FINITE, PARTICIPLE, GERUND, INFINITIVE = "finite", "participle", "gerund", "infinitive"


class Paradigm(NamedTuple):
    """The endings of one conjugation class.

    >>> Paradigm.read("er: e ent | é ée | ant").forms("crier")[FINITE]
    ('crie', 'crient')
    """

    ending: str
    finite: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]

    @classmethod
    def read(cls, line: str) -> Paradigm:
        """Read "ending: finite forms | past participles | present participles", "-" being none."""
        ending, _, rest = line.partition(":")
        finite, participle, gerund = (
            tuple("" if part == "-" else part for part in group.split())
            for group in rest.split("|")
        )
        return cls(ending.strip(), finite, participle, gerund)

    def forms(self, lemma: str) -> dict[str, tuple[str, ...]]:
        """Give every form of a lemma of this class, by kind."""
        stem = lemma.removesuffix(self.ending)
        return {
            FINITE: tuple(stem + ending for ending in self.finite),
            PARTICIPLE: tuple(stem + ending for ending in self.participle),
            GERUND: tuple(stem + ending for ending in self.gerund),
            INFINITIVE: (lemma,),
        }


class VerbForms(NamedTuple):
    """The verbs of a language by each of their forms."""

    finite: dict[str, ReportingVerb]
    participle: dict[str, ReportingVerb]
    gerund: dict[str, ReportingVerb]
    infinitive: dict[str, ReportingVerb]


@cache
def verb_forms(grammar: SpeechGrammar) -> VerbForms:
    """Index the reporting verbs of a language by form; of two with one form, the first has it."""
    tables: dict[str, dict[str, ReportingVerb]] = {
        kind: {} for kind in (FINITE, PARTICIPLE, GERUND, INFINITIVE)
    }
    for verb in grammar.verbs:
        for kind, forms in conjugate(verb.lemma, grammar.paradigms).items():
            for form in forms:
                tables[kind].setdefault(form, verb)
    return VerbForms(**tables)


def conjugate(lemma: str, paradigms: tuple[Paradigm, ...]) -> dict[str, tuple[str, ...]]:
    """Give the forms of a lemma in the class with the longest ending that fits it."""
    fitting = [paradigm for paradigm in paradigms if lemma.endswith(paradigm.ending)]
    if not fitting:
        raise ValueError(f"no conjugation class for {lemma!r}")
    return max(fitting, key=lambda paradigm: len(paradigm.ending)).forms(lemma)
