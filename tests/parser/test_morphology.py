"""Verb forms from a lemma and its class: every class of each language, by verbs that follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.parser.languages import KNOWN, language
from tui.parser.morphology import (
    FINITE,
    GERUND,
    INFINITIVE,
    PARTICIPLE,
    Paradigm,
    conjugate,
    verb_forms,
)

if TYPE_CHECKING:
    from tui.parser.languages.speech import SpeechGrammar

FRENCH = language("fr").speech
ENGLISH = language("en").speech

FRENCH_VERBS = [
    ("affirmer", "affirme", "affirmé", "affirmant"),
    ("annoncer", "annonce", "annoncé", "annonçant"),
    ("exiger", "exige", "exigé", "exigeant"),
    ("rappeler", "rappelle", "rappelé", "rappelant"),
    ("marteler", "martèle", "martelé", "martelant"),
    ("rejeter", "rejette", "rejeté", "rejetant"),
    ("révéler", "révèle", "révélé", "révélant"),
    ("répéter", "répète", "répété", "répétant"),
    ("réitérer", "réitère", "réitéré", "réitérant"),
    ("concéder", "concède", "concédé", "concédant"),
    ("asséner", "assène", "asséné", "assénant"),
    ("relever", "relève", "relevé", "relevant"),
    ("balayer", "balaie", "balayé", "balayant"),
    ("avertir", "avertit", "averti", "avertissant"),
    ("démentir", "dément", "démenti", "démentant"),
    ("requérir", "requiert", "requis", "requérant"),
    ("soutenir", "soutient", "soutenu", "soutenant"),
    ("répondre", "répond", "répondu", "répondant"),
    ("prétendre", "prétend", "prétendu", "prétendant"),
    ("reprendre", "reprend", "repris", "reprenant"),
    ("craindre", "craint", "craint", "craignant"),
    ("enquérir", "enquiert", "enquis", "enquérant"),
    ("enjoindre", "enjoint", "enjoint", "enjoignant"),
    ("prédire", "prédit", "prédit", "prédisant"),
    ("décrire", "décrit", "décrit", "décrivant"),
    ("lire", "lit", "lu", "lisant"),
    ("sourire", "sourit", "souri", "souriant"),
    ("reconnaître", "reconnaît", "reconnu", "reconnaissant"),
    ("promettre", "promet", "promis", "promettant"),
    ("conclure", "conclut", "conclu", "concluant"),
    ("poursuivre", "poursuit", "poursuivi", "poursuivant"),
    ("croire", "croit", "cru", "croyant"),
    ("satisfaire", "satisfait", "satisfait", "satisfaisant"),
    ("prévoir", "prévoit", "prévu", "prévoyant"),
    ("déduire", "déduit", "déduit", "déduisant"),
    ("émouvoir", "émeut", "ému", "émouvant"),
]
ENGLISH_VERBS = [
    ("claim", "claims", "claimed", "claimed", "claiming"),
    ("argue", "argues", "argued", "argued", "arguing"),
    ("deny", "denies", "denied", "denied", "denying"),
    ("testify", "testifies", "testified", "testified", "testifying"),
    ("decry", "decries", "decried", "decried", "decrying"),
    ("reply", "replies", "replied", "replied", "replying"),
    ("acknowledge", "acknowledges", "acknowledged", "acknowledged", "acknowledging"),
    ("admit", "admits", "admitted", "admitted", "admitting"),
    ("say", "says", "said", "said", "saying"),
    ("tell", "tells", "told", "told", "telling"),
    ("write", "writes", "wrote", "written", "writing"),
    ("think", "thinks", "thought", "thought", "thinking"),
    ("swear", "swears", "swore", "sworn", "swearing"),
    ("vow", "vows", "vowed", "vowed", "vowing"),
    ("find", "finds", "found", "found", "finding"),
    ("read", "reads", "read", "read", "reading"),
    ("feel", "feels", "felt", "felt", "feeling"),
    ("begin", "begins", "began", "begun", "beginning"),
    ("quip", "quips", "quipped", "quipped", "quipping"),
]


@pytest.mark.parametrize(("lemma", "present", "participle", "gerund"), FRENCH_VERBS)
def test_french_classes(lemma: str, present: str, participle: str, gerund: str) -> None:
    forms = conjugate(lemma, FRENCH.paradigms)
    assert present in forms[FINITE]
    assert participle in forms[PARTICIPLE]
    assert forms[GERUND] == (gerund,)
    assert forms[INFINITIVE] == (lemma,)


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("affirmer", "affirmaient"),
        ("affirmer", "affirma"),
        ("affirmer", "affirmèrent"),
        ("affirmer", "affirmera"),
        ("affirmer", "affirmeraient"),
        ("avertir", "avertissaient"),
        ("dire", "dirait"),
        ("annoncer", "annonçait"),
        ("rappeler", "rappellera"),
        ("promettre", "promirent"),
    ],
)
def test_french_tenses_of_the_third_person(lemma: str, form: str) -> None:
    assert form in conjugate(lemma, FRENCH.paradigms)[FINITE]


@pytest.mark.parametrize(("lemma", "third", "past", "participle", "gerund"), ENGLISH_VERBS)
def test_english_classes(lemma: str, third: str, past: str, participle: str, gerund: str) -> None:
    forms = conjugate(lemma, ENGLISH.paradigms)
    assert third in forms[FINITE]
    assert past in forms[FINITE]
    assert participle in forms[PARTICIPLE]
    assert forms[GERUND] == (gerund,)


@pytest.mark.parametrize(
    ("speech", "lemmas"),
    [(FRENCH, [row[0] for row in FRENCH_VERBS]), (ENGLISH, [row[0] for row in ENGLISH_VERBS])],
)
def test_no_class_goes_untested(speech: SpeechGrammar, lemmas: list[str]) -> None:
    used = {_class(lemma, speech.paradigms).ending for lemma in lemmas}
    assert used == {paradigm.ending for paradigm in speech.paradigms}


def _class(lemma: str, paradigms: tuple[Paradigm, ...]) -> Paradigm:
    fitting = [p for p in paradigms if lemma.endswith(p.ending)]
    return max(fitting, key=lambda p: len(p.ending))


def test_the_class_with_the_longest_ending_wins() -> None:
    short, long = Paradigm.read("er: e | é | ant"), Paradigm.read("eler: elle | elé | elant")
    assert conjugate("appeler", (short, long))[FINITE] == ("appelle",)
    assert conjugate("appeler", (long, short))[FINITE] == ("appelle",)


def test_a_lemma_of_no_class_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="'xyz'"):
        conjugate("xyz", (Paradigm.read("er: e | é | ant"),))


@pytest.mark.parametrize("code", KNOWN)
def test_every_reporting_verb_has_forms(code: str) -> None:
    speech = language(code).speech
    forms = verb_forms(speech)
    assert {verb.lemma for verb in speech.verbs} <= {
        verb.lemma for table in (forms.finite, forms.participle) for verb in table.values()
    }


def test_a_verb_that_only_opens_an_incise_says_so() -> None:
    verb = verb_forms(FRENCH).finite["poursuit"]
    assert verb.incise
    assert not verb.clause
