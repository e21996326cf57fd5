"""Coreference: who is meant by a role, a pronoun, a short name; and who is in `people`."""

from __future__ import annotations

import pytest

from tui.parser import Article, Document, parse


def read(text: str, language: str = "fr") -> Article:
    return parse(Document.plain(text, language=language))


def last_speaker(text: str, language: str = "fr") -> str | None:
    speaker = read(text, language).quotes[-1].speaker
    return speaker.name if speaker else None


def named(text: str, language: str = "fr") -> set[str]:
    return {person.name for person in read(text, language).people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a former office belongs to whoever has another one now, whatever the apostrophe
        (
            (
                "Luc Petit est venu. Son ministre, Gérard Morin, y voit « un "
                "combat pour la ville ». "
                "L’ancien maire de Nantes y voit aussi « un grand débat pour tous »."
            ),
            "Gérard Morin",
        ),
        # a role that nothing introduces describes who speaks
        (
            (
                "Le premier ministre Luc Petit a souri. « Nous irons », a dit "
                "M. Petit. « Demain », a "
                "précisé le chef centriste."
            ),
            "Luc Petit",
        ),
        # one philosopher is not the two who are named together after him
        (
            (
                "Le philosophe dénonce « un recul ». Anne Roux et Paul Morin "
                "rappellent que le pont "
                "ferme. Le philosophe dénonce « une faute »."
            ),
            "Le philosophe",
        ),
        # the surname comes first, as in many of the Maghreb's newspapers
        (
            (
                "Selon M. Benslama Karim, directeur du port, les quais sont "
                "sûrs. « Ils tiendront », "
                "a indiqué M. Benslama."
            ),
            "Benslama Karim",
        ),
        # an initial is spelt out elsewhere
        (
            "A. Roux est arrivée hier. La ministre Anne Roux a parlé. « Bien », a dit A. Roux.",
            "Anne Roux",
        ),
        # a noun that names no person is nobody's other name
        (
            (
                "Le maire Paul Roux est venu. L’augmentation de la richesse des Québécois sera au "
                "centre du projet, assure son « patron ». « Bien », a dit M. Roux."
            ),
            "Paul Roux",
        ),
        # whose account is told goes on speaking
        (
            (
                "« Oui », a dit Luc Petit. La radio a diffusé le témoignage du père de la victime, "
                "Karim Benslama. Selon lui, « tout est perdu »."
            ),
            "Karim Benslama",
        ),
        # a body that was named in full is called by its noun alone
        (
            "Le site du ministère de la Mer est en panne. « Il rouvrira », a dit le ministère.",
            "ministère de la Mer",
        ),
        # a body has its whole name, its acronym stands for it
        (
            "« Oui », a dit l'Union des ports du Nord (UPN). « Non », a ajouté l'UPN.",
            "l'Union des ports du Nord",
        ),
        (
            "« Oui », a dit l'Office d'aide aux marins en mer (OAMM).",
            "l'Office d'aide aux marins en mer",
        ),
    ],
)
def test_french_roles_and_names(text: str, name: str) -> None:
    assert last_speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a council is no "she"
        (
            (
                'Dara Stone leads it. "We go," she said. The Lake Youth Council opposed the line. '
                '"The land is ours," she said.'
            ),
            "Dara Stone",
        ),
        # the company is the firm that acts
        (
            (
                '"Prices fell," says Brightwater. Ann Lee doubts it. '
                'Brightwater closed a mine. "We wait,"'
                " the company said."
            ),
            "Brightwater",
        ),
        # two named together are not the one who goes on speaking
        (
            (
                'Ann Lee left. "We go," said Ann Lee, who runs the club. Paul Moss and Luc Ray won.'
                '\n\n"We are proud to play."'
            ),
            "Ann Lee",
        ),
        # a surname is not that of somebody who comes later
        (
            (
                'They stage choreographer Jane Moss’s This Is It. "We go," said Moss. '
                "Her father, the late Charles Moss, danced too."
            ),
            "Jane Moss",
        ),
    ],
)
def test_english_roles_and_pronouns(text: str, name: str) -> None:
    assert last_speaker(text, "en") == name


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("L'échec de la campagne de Benoît Morin inquiète le parti.", "fr", {"Benoît Morin"}),
        ("The death of Jordan Hale shook the town.", "en", {"Jordan Hale"}),
        ("Canadians Mark Hale and Ann Lee won on Monday.", "en", {"Mark Hale", "Ann Lee"}),
        ("Le marché de Noël de Berlin ouvre lundi.", "fr", set()),
        ("UN LAC TRÈS SALE Elle ignorait que le lac montait.", "fr", {"UN LAC TRÈS SALE"}),
    ],
)
def test_people_are_those_who_are_named(text: str, language: str, names: set[str]) -> None:
    assert named(text, language) == names


def test_two_named_together_are_each_somebody() -> None:
    text = "Les ministres Anne Roux et Paul Morin sont arrivés. Ils ont salué la foule."
    assert named(text) == {"Anne Roux", "Paul Morin"}


def test_a_first_person_outside_marks_is_nobody_named() -> None:
    [person] = read("Luc Petit dirige la banque. J’ai parlé avec M. Petit à deux reprises.").people
    assert person.others == ("Petit",)
