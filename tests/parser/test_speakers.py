"""Speakers: who is behind a mention, and how the parser knows."""

from __future__ import annotations

import pytest

from tui.parser import Document, Person, Speaker, parse


def speaker(text: str, language: str = "fr") -> Speaker | None:
    """Give the speaker of the last quote."""
    return parse(Document.plain(text, language=language)).quotes[-1].speaker


def told(text: str, language: str = "fr") -> tuple[str, str]:
    who = speaker(text, language)
    assert who is not None
    return who.name, who.how


def person(text: str, name: str, language: str = "fr") -> Person:
    people = parse(Document.plain(text, language=language)).people
    return next(p for p in people if p.name == name)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Anne Roux", "Anne Roux"),
        ("M. Morin", "Morin"),
        ("Mme Anne Roux", "Anne Roux"),
        ("Otto von Berg", "Otto von Berg"),
        ("Jean-Paul Morin", "Jean-Paul Morin"),
        ("J.-P. Morin", "J.-P. Morin"),
        ("J. P. Morin", "J. P. Morin"),
        ("Anne-Marie de La Tour", "Anne-Marie de La Tour"),
        ("le maire de Brest, Paul Morin", "Paul Morin"),
        ("le maire de Brest Paul Morin", "Paul Morin"),
        ("Paul Morin, maire de Brest", "Paul Morin"),
        ("Paul Morin (Parti du lac)", "Paul Morin"),
        ("Anne Roux et Paul Morin", "Anne Roux et Paul Morin"),
        ("Murphy's", "Murphy's"),
    ],
)
def test_a_name_comes_with_particles_and_initials_without_title_or_apposition(
    mention: str, name: str
) -> None:
    assert told(f"« Le pont est clos », a dit {mention}.") == (name, "named")


@pytest.mark.parametrize(
    ("mention", "role"),
    [
        ("le maire de Brest, Paul Morin", "maire de Brest"),
        ("le maire de Brest Paul Morin", "maire de Brest"),
        ("Paul Morin, maire de Brest", "maire de Brest"),
        ("l'ancien ministre de la Mer Paul Morin", "ancien ministre de la Mer"),
    ],
)
def test_the_role_is_what_the_article_gives(mention: str, role: str) -> None:
    who = speaker(f"« Le pont est clos », a dit {mention}.")
    assert who is not None
    assert who.role == role


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("la préfecture", "la préfecture"),
        ("le ministère de la Mer", "le ministère de la Mer"),
        ("un témoin de la scène", "un témoin de la scène"),
        ("des sources militaires occidentales", "des sources militaires occidentales"),
    ],
)
def test_bodies_and_unnamed_sources_stay_as_the_article_has_them(mention: str, name: str) -> None:
    assert told(f"Le pont est clos, a dit {mention}.") == (name, "role")


@pytest.mark.parametrize(
    "second",
    [
        "Mme Roux a dit que le pont tenait.",
        "Roux a dit que le pont tenait.",
        "Anne Roux a dit que le pont tenait.",
    ],
)
def test_a_surname_gets_its_full_name(second: str) -> None:
    assert told(f"Anne Roux dirige le port. {second}") == ("Anne Roux", "named")


def test_a_full_name_further_down_serves_a_surname_above_it() -> None:
    text = "M. Morin a dit que le pont tenait. Paul Morin dirige le port."
    assert told(text) == ("Paul Morin", "named")


@pytest.mark.parametrize(
    ("second", "how"),
    [
        ("La maire a dit que le pont tenait.", "role"),
        ("Cette dernière a dit que le pont tenait.", "pronoun"),
        ("Elle a dit que le pont tenait.", "pronoun"),
        ("« Le pont tient bien », a-t-elle dit.", "pronoun"),
        ("Le pont tient, selon elle.", "pronoun"),
    ],
)
def test_roles_and_pronouns_lead_back_to_the_name(second: str, how: str) -> None:
    text = f"La maire de Brest, Anne Roux, est venue lundi au port. {second}"
    assert told(text) == ("Anne Roux", how)


def test_a_pronoun_agrees_in_gender() -> None:
    text = "Anne Roux est venue lundi. Paul Morin est resté. « Le pont tient », a-t-elle dit."
    assert told(text) == ("Anne Roux", "pronoun")


def test_a_name_without_a_gender_known_does_not_stop_a_pronoun() -> None:
    text = "Zyx Morin est venu lundi au port. « Le pont tient », a-t-il dit."
    assert told(text) == ("Zyx Morin", "pronoun")


def test_words_without_a_cue_go_on_from_the_speaker_before() -> None:
    text = "« Le pont tient », a dit Anne Roux. « Il est très beau. »"
    assert told(text) == ("Anne Roux", "named")


def test_in_a_new_paragraph_they_are_marked_as_inferred() -> None:
    text = "« Le pont tient », a dit Anne Roux.\n\n« Il est très beau, ce vieux pont. »"
    assert told(text) == ("Anne Roux", "continued")


@pytest.mark.parametrize(
    "text",
    [
        "« Le pont tient bien, on le voit. »",
        "« Le pont tient bien », a-t-elle dit.",
        "Il a dit que le pont tenait.",
    ],
)
def test_where_nobody_is_told_there_is_nobody(text: str) -> None:
    assert speaker(text) is None


def test_the_mention_beside_the_quote_is_pointed_at() -> None:
    text = "Anne Roux dirige le port. Le pont tient, a dit Mme Roux."
    who = speaker(text)
    assert who is not None
    assert who.start is not None
    assert text[who.start : who.end] == "Roux"


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("Mayor Ann Lee said the road was long.", "Ann Lee", "named"),
        ("Brest's former mayor Ann Lee said the road was long.", "Ann Lee", "named"),
        ("The governor, Ann Lee, tweeted that it was late.", "Ann Lee", "named"),
        ("Ann Lee, 47, said the road was long.", "Ann Lee", "named"),
        ("Ann Major previously said the road was long.", "Ann Major", "named"),
        ("Ann Lee met Bob Lee. Bob Lee left. Ann Lee said it was late.", "Ann Lee", "named"),
        ("Ann Lee was there. She said the road was long.", "Ann Lee", "pronoun"),
        ("“The road is long,” she said. Ann Lee came.\n\n“It is,” Lee said.", "Ann Lee", "named"),
        ("It is late, said two officials familiar with the plan.",
         "two officials familiar with the plan", "role"),
        ("Critics said the road was long.", "Critics", "role"),
        ("Harbour experts said it was late.", "Harbour experts", "role"),
        ("Ann Lee is here. “It is late,” the tall, weary pilot said.", "Ann Lee", "role"),
        ("The union objects: “The road is long.”", "The union", "role"),
        ("The union report ultimately said it was late.", "The union report", "role"),
        ("Former Minister of Trade Ann Lee said it was late.", "Ann Lee", "named"),
        ("They took roads that drivers said were very narrow.", "drivers", "role"),
    ],
)  # fmt: skip
def test_english_speakers(text: str, name: str, how: str) -> None:
    assert told(text, "en") == (name, how)


def test_people_have_their_other_names_and_every_mention() -> None:
    text = "Anne Roux dirige le port. Mme Roux est venue. Roux a dit que le pont tenait."
    roux = person(text, "Anne Roux")
    assert roux.others == ("Roux",)
    assert [m.text for m in roux.mentions] == ["Anne Roux", "Roux", "Roux"]


def test_two_people_of_one_surname_are_two() -> None:
    text = "Anne Roux dirige le port. Paul Roux dirige le club. Le pont tient, a dit Paul Roux."
    assert told(text) == ("Paul Roux", "named")
    assert len(person(text, "Anne Roux").mentions) == 1
