"""Marked words: which are quotes, of what kind, and which are terms."""

from __future__ import annotations

import pytest

from tui.parser import parse


def kept(text: str) -> tuple[list[str], list[str]]:
    """Give the quotes and the terms of a text."""
    article = parse(text)
    return [quote.text for quote in article.quotes], [term.text for term in article.terms]


def test_an_offence_in_marks_is_a_term() -> None:
    quotes, terms = kept(
        "Les deux frères ont été mis en examen lundi pour « vol en réunion avec violences »."
    )
    assert (quotes, terms) == ([], ["vol en réunion avec violences"])


def test_no_cue_reaches_over_a_colon_and_words() -> None:
    quotes, terms = kept(
        "Il a reconnu le risque de grève et la montée des tensions : entre les « bonnets bleus » "
        "du port et la mairie, rien ne va."
    )
    assert (quotes, terms) == ([], ["bonnets bleus"])


def test_what_somebody_calls_themselves_is_a_quote() -> None:
    quotes, _ = kept("La directrice du musée, Lucie Arnal, s'est dite « émue » par les dons reçus.")
    assert quotes == ["émue"]


def test_a_heading_taken_from_a_quote_has_its_speaker() -> None:
    article = parse(
        "Le stade a rouvert mercredi devant trois mille personnes venues de toute la vallée.\n\n"
        "« Un pari fou »\n\n"
        "« C'était un pari fou de jouer sous la neige », a reconnu l'entraîneuse Odette Brun."
    )
    speakers = {quote.speaker.name for quote in article.quotes if quote.speaker}
    assert (len(article.quotes), speakers) == (2, {"Odette Brun"})


def test_a_space_before_the_closing_mark_closes_all_the_same() -> None:
    quotes, _ = kept(
        '"On attend tout le village à la fête, oui ! ", promet Denis Ravel, boulanger.'
    )
    assert quotes == ["On attend tout le village à la fête, oui !"]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire doit s'assurer que la digue tienne encore tout l'hiver prochain.",
        "Les élus n'ont pas craint de prolonger la séance jusqu'à minuit passé.",
        "Paul Roux est venu. On pourrait croire que la salle a été repeinte pour lui.",
    ],
)
def test_a_verb_that_reports_nothing_here(text: str) -> None:
    assert kept(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Le gardien a alors crié « Nous fermons ce soir » aux visiteurs.", ["direct"]),
        ("Le gardien a promis « un retour au calme » aux visiteurs.", ["mixed"]),
        (
            "« J'ai eu bien tort », et « je le sais depuis mars », regrette Anne Roux.",
            ["direct", "direct"],
        ),
    ],
)
def test_a_clause_with_its_own_subject_is_direct(text: str, kinds: list[str]) -> None:
    assert [quote.kind for quote in parse(text).quotes] == kinds
