"""Terms: words in marks that nobody in the article utters."""

from __future__ import annotations

import pytest

from tui.parser import Document, parse


def read(text: str, language: str = "fr") -> tuple[list[str], list[str]]:
    """Give the quoted words and the terms."""
    article = parse(Document.plain(text, language=language))
    quoted = [q.text for q in article.quotes if q.kind != "indirect"]
    return quoted, [term.text for term in article.terms]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Les « zones bleues » ouvrent lundi dans la ville.", "zones bleues"),
        ("L'opération « Pont neuf » a commencé hier.", "Pont neuf"),
        ("Paul Morin, dit « le Grand », a quitté la ville.", "le Grand"),
        ("Paul « le Grand » Morin a quitté la ville.", "le Grand"),
        ("Le terme de « rivière » ne figure pas au plan.", "rivière"),
        ("Le film « La Grande Traversée du lac » sort mardi.", "La Grande Traversée du lac"),
        ("La ville a lu « Le Pont » hier soir.", "Le Pont"),
        ("Une vague qualifiée de « grand nettoyage » a touché la ville.", "grand nettoyage"),
        ("Le colloque « Les ports dans la ville » ouvre mardi.", "Les ports dans la ville"),
        ("Le plan « A » est clos.", "A"),
        ("Le code « 1234 » est clos.", "1234"),
    ],
)
def test_scare_quotes_titles_nicknames_and_words_as_words_are_terms(text: str, term: str) -> None:
    assert read(text) == ([], [term])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anne Roux a dénoncé une « honte ».", "honte"),
        ("Anne Roux juge le plan « absurde ».", "absurde"),
        ("« Jamais », a lancé Anne Roux.", "Jamais"),
        # a judgement is somebody's, and so is a reporting verb in marks
        ("Selon Anne Roux, le lac est « malade ».", "malade"),
        ("Anne Roux est venue. Mais cette dernière juge le plan « absurde ».", "absurde"),
        ("Le port est « très connu » de tous.", "très connu"),
        ("Anne Roux « condamne » cette attaque.", "condamne"),
        ("Anne Roux les accuse d'être des « bandits de grand chemin ».", "bandits de grand chemin"),
    ],
)
def test_short_words_that_a_cue_governs_are_quoted(text: str, words: str) -> None:
    assert read(text) == ([words], [])


def test_a_phrase_that_the_article_keeps_in_marks_is_a_term_even_under_a_cue() -> None:
    text = (
        "Les « zones bleues » ouvrent. Les « zones bleues » plaisent. "
        "Anne Roux a vanté les « zones bleues »."
    )
    assert read(text) == ([], ["zones bleues"] * 3)


def test_words_that_come_back_in_a_longer_quote_are_somebodys() -> None:
    text = (
        "Un « vrai scandale » dans le port.\n\n« C'est un vrai scandale, et nous ne laisserons pas "
        "faire cela dans notre port », a dit Anne Roux."
    )
    quoted, terms = read(text)
    assert "vrai scandale" in quoted
    assert terms == []


def test_english_terms() -> None:
    assert read("The so-called “blue zones” open on Monday.", "en") == ([], ["blue zones"])
    assert read("Critics call it a “bridge to nowhere”.", "en") == (["bridge to nowhere"], [])


def test_a_long_run_without_a_cue_is_no_term() -> None:
    quoted, terms = read("Il y a « des ponts qui ne mènent nulle part ici » en ville.")
    assert (len(quoted), terms) == (1, [])
