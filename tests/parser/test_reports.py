"""Reports without marks: where the reported clause begins and ends, and whose it is."""

from __future__ import annotations

import pytest

from tui.parser import Document, parse


def told(text: str, language: str = "fr") -> list[tuple[str, str, str | None]]:
    """Give each quote's kind, words and speaker."""
    quotes = parse(Document.plain(text, language=language)).quotes
    return [(q.kind, q.text, q.speaker.name if q.speaker else None) for q in quotes]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # what is told of the source is no part of the report
        (
            "Un débat se tiendra jeudi au Sénat, a-t-on indiqué à la mairie, où siègent les élus.",
            "Un débat se tiendra jeudi au Sénat",
        ),
        (
            "Selon une estimation de l'Union des brasseurs (Ubra), la grève pourrait coûter cher.",
            "la grève pourrait coûter cher",
        ),
        (
            "Selon une étude parue jeudi et basée sur des relevés, l'eau aurait monté.",
            "l'eau aurait monté",
        ),
        (
            "D'après Oceara, une organisation de défense de la mer, les stocks sont bas.",
            "les stocks sont bas",
        ),
        ("Selon Marsou & Fils, un million de gens sont venus.", "un million de gens sont venus"),
        # a label or a heading in capitals stands before it
        (
            "Les prix ont monté. Résultat : les ménages ont moins acheté, a noté Anne Roux.",
            "les ménages ont moins acheté",
        ),
        (
            "UN LAC TRÈS SALE Elle ignorait que le lac montait, dit-elle.",
            "Elle ignorait que le lac montait",
        ),
        # it begins with its negation and its object
        ("Il dit ne pas savoir pourquoi le train part.", "ne pas savoir pourquoi le train part"),
        ("Il assure ne pas la connaître du tout.", "ne pas la connaître du tout"),
        ("Il nie l'avoir vue au port ce jour-là.", "l'avoir vue au port ce jour-là"),
        # it ends where the sentence goes on around it
        (
            "Une lettre disant n'avoir rien à ajouter, a donc été lue devant la cour.",
            "n'avoir rien à ajouter",
        ),
        (
            "Anne Roux, qui a affirmé que le pont était clos, a été huée.",
            "le pont était clos",
        ),
        (
            "Alors qu'une rumeur disait que le pont fermait, la mairie a démenti jeudi.",
            "le pont fermait",
        ),
        # an incise may split it, and takes the whole where its own place tells nothing more
        (
            "Le port vit, selon la mairie, de la pêche au thon.",
            "Le port vit, selon la mairie, de la pêche au thon",
        ),
        (
            "Une fête pour tous les quais, estimait Anne Roux, lors de la visite du port.",
            "Une fête pour tous les quais",
        ),
        (
            "La cale ouvre — un tiers, selon le port — et les docks rouvrent, a dit la mairie.",
            "La cale ouvre — un tiers, selon le port — et les docks rouvrent",
        ),
        # an incise behind it reports its clause with it
        (
            "Ceux qui pensent que le pont tiendra se trompent, a insisté Anne Roux.",
            "Ceux qui pensent que le pont tiendra se trompent",
        ),
        # "dernier" is no date here; an adjective may tell of the source
        ("Selon le dernier rapport, l'eau monte vite.", "l'eau monte vite"),
        ("Selon le rapport de la Ligue, relatif aux crues, l'eau monte vite.", "l'eau monte vite"),
        # verbs and idioms in all their forms
        ("Une étude alerte que les quais s'enfoncent.", "les quais s'enfoncent"),
        ("Ils faisaient comprendre que le quai fermerait.", "le quai fermerait"),
        ("Le rapport en déduisait que le quai cédera.", "le quai cédera"),
    ],
)
def test_a_french_report_begins_and_ends_with_its_clause(text: str, words: str) -> None:
    assert [quote[1] for quote in told(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police said Thursday's threats came from one group.", "Thursday's threats came from one"),
        ("The golfer said the week had a slow start.", "the week had a slow start"),
        ("Ann Lee said roughly 65 per cent of staff voted.", "roughly 65 per cent of staff voted"),
        ('He told NBR\'s "Dawn" show on Monday that he was not tired.', "he was not tired"),
        (
            "The charges carry a term of 30 years, Hale said, adding that more are possible.",
            "The charges carry a term of 30 years",
        ),
        ("Doctors say president Ann Lee is ill.", "president Ann Lee is ill"),
        # whom it is told to stays outside
        ("Ann Lee told the Harbour Gazette the pier was closed.", "the pier was closed"),
        ("The agency recommends that every port should close.", "every port should close"),
        (
            "There are more than 900 boats at sea, the harbour study found.",
            "There are more than 900",
        ),
        (
            "That is a problem for the whole town, argued Lee.",
            "That is a problem for the whole town",
        ),
        ("Estimates suggest 900 boats may be at sea.", "900 boats may be at sea"),
        ("The board said it signed — but the owners say those papers are void.", "it signed"),
    ],
)
def test_an_english_report_begins_and_ends_with_its_clause(text: str, words: str) -> None:
    assert told(text, "en")[0][1].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "The board recommended closing the pier until it can be mended.",
    ],
)
def test_no_gerund_is_an_english_report(text: str) -> None:
    assert not any(words.startswith("closing") for _, words, _ in told(text, "en"))


def test_an_object_behind_its_verb_is_no_report() -> None:
    assert told("Le groupe a annoncé la rupture de ses liens avec le port.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # where one says so is who says so
        ("Du côté de la mairie, on explique qu'il s'agit « d'une erreur ».", "la mairie"),
        ("À la mairie, on précise que « le pont ferme ».", "la mairie"),
        # a view needs no comma
        (
            "« Oui », a dit Luc Petit. Pour Anne Roux les faits « imposent d'agir vite ».",
            "Anne Roux",
        ),
        # a passive that tells nobody
        ("Luc Petit est venu. « Dehors ! », est-il écrit sur le mur du quai.", None),
        # a copula behind marks reports nothing: the words are somebody else's
        ("« Le port est sûr », a dit Anne Roux. « Le pont » serait-il moins sûr ?", "Anne Roux"),
        # requests of nobody in particular
        (
            "Le maire a conseillé la prudence, tandis que les pêcheurs sont invités à « rentrer ».",
            None,
        ),
        # two subjects share one verb
        (
            "La mairie de Brest demande de « rester chez soi » et le Finistère d'« attendre ».",
            "le Finistère",
        ),
        # behind opening marks a colon tells who speaks
        (
            "« Partez vite », « restez groupés » : plusieurs ports ont conseillé le départ.",
            "plusieurs ports",
        ),
        # what somebody is taken for is not who speaks
        ("Un homme présenté comme étant son frère a dit être « soulagé ».", "Un homme présenté"),
        # the topic that opens the sentence is its "il"
        (
            "« Non », dit Luc Petit. Quant au Conseil supérieur des mers, il juge cela « vain ».",
            "Conseil supérieur des mers",
        ),
    ],
)
def test_whose_words_these_are(text: str, speaker: str | None) -> None:
    assert told(text)[-1][2] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Watch: ‘No magic pill’ – Leeds police chief highlights gun violence", "police chief"),
        ("Read more: Ann Lee slams ‘a rush to judgment’ of teens", "Ann Lee"),
        ("The council issued a note, saying a “full inquiry” will follow.", "The council"),
        ("“Fine,” said Chris Hale, a Republican state senator from here.", "Chris Hale"),
        ("“We built it,” says architect Lena Paz Moor, who drew it.", "Lena Paz Moor"),
        ("Ann Lee, head of the port, and mother of two, says it is “sad”.", "Ann Lee"),
    ],
)
def test_headlines_and_bodies_in_english(text: str, speaker: str) -> None:
    assert [quote[2] for quote in told(text, "en")] == [speaker]


def test_marks_that_the_next_paragraph_closes_are_two_runs() -> None:
    text = "Paul Roux doute : Brest, « c’est une fête. On y va.\n\nOn y danse ». Il est parti."
    assert [quote[1] for quote in told(text)] == ["c’est une fête. On y va.", "On y danse"]


def test_a_closing_mark_may_have_been_set_for_an_opening_one() -> None:
    text = "Le maire, Paul Roux, a dit jeudi qu’»il reste possible de tout refaire ici»."
    assert told(text) == [("mixed", "il reste possible de tout refaire ici", "Paul Roux")]


@pytest.mark.parametrize(
    "text",
    [
        "Elle raconte que",
        "Niant, Anne",
        "She told reporters",
        "Ann Lee told",
        "Il dit n'",
        "Selon (",
        "&",
    ],
)
def test_a_report_that_breaks_off_harms_nothing(text: str) -> None:
    for language in ("fr", "en"):
        assert told(text, language) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Luc Roux s'est engagé à fermer le pont.", "fermer le pont", "Luc Roux"),
        ("Luc Roux est parti, promettant de rappeler lui-même.", "rappeler lui-même", "Luc Roux"),
        ("Niant avoir menti, Luc Roux a fini par partir.", "avoir menti", "Luc Roux"),
        (
            "Assurant que le pont tiendrait, Luc Roux a refusé de le fermer.",
            "le pont tiendrait",
            "Luc Roux",
        ),
        (
            "Anne Roux a annoncé qu'elle fermait le pont, alors que la ville le veut ouvert.",
            "elle fermait le pont",
            "Anne Roux",
        ),
        (
            "Le plan est, selon le maire Luc Roux, très coûteux.",
            "Le plan est, selon le maire Luc Roux, très coûteux",
            "Luc Roux",
        ),
        (
            "Le pont sera fermé lundi, a indiqué mardi l'organisme du tourisme breton.",
            "Le pont sera fermé lundi",
            "l'organisme du tourisme breton",
        ),
        (
            "Le pont est fermé depuis lundi, ont ajouté les pompiers et la préfecture.",
            "Le pont est fermé depuis lundi",
            "les pompiers",
        ),
    ],
)
def test_where_a_report_ends_and_who_tells_it(text: str, words: str, speaker: str) -> None:
    assert told(text) == [("indirect", words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire, qui a pris le train, a promis la paix.",
        "Anne Roux, maire de Brest, a reconnu le problème.",
    ],
)
def test_what_a_subject_before_its_verb_promises_tells_nothing(text: str) -> None:
    assert told(text) == []


def test_a_heading_has_the_speaker_of_the_words_far_below() -> None:
    text = f"« Machin écologique »\n\nPaul Petit doute. {'Il pleut sur la ville. ' * 60}\n\n"
    text += "Anne Roux y voit « un machin écologique de plus », a-t-elle dit."
    assert told(text)[0][2] == "Anne Roux"


def test_a_priest_is_no_officer_and_a_journalist_no_singer() -> None:
    text = "Le chanteur Luc Petit revient. Le journaliste affirme qu'il « chante mieux »."
    assert told(text)[-1][2] == "Le journaliste"
