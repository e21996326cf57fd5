from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parser import parse
from tui.parser.dates import find_dates
from tui.parser.document import Block, Document
from tui.parser.figures import find_figures, local_dollar
from tui.parser.languages import language

if TYPE_CHECKING:
    from tui.parser.article import Figure


def figures(text: str, code: str | None = "fr") -> tuple[Figure, ...]:
    document = Document(text, (Block(0, len(text), "paragraph"),), language=code)
    known = language(code) if code else None
    return find_figures(document, known, find_dates(document, known))


def figure(text: str, code: str | None = "fr") -> Figure:
    (only,) = figures(text, code)
    return only


def shown(text: str, code: str | None = "fr") -> list[tuple[str, float, str | None]]:
    return [(one.text, one.value, one.unit) for one in figures(text, code)]


@pytest.mark.parametrize(
    "text",
    [
        "Les blindés VBX-12 et l'avion K-27 sont arrivés.",
        "La grippe Zeta-19 recule.",
        "L'Airbus A319, l'iPhone 12 et le Peugeot 308 sont en panne.",
        "L'autoroute A7 est fermée au km 12.",
        "Le G8 se réunit.",
        "L'article 12 alinéa 4 de la loi n° 2011-45.",
        "Voir page 31, chapitre 6.",
        "Elle est la 12 e maire du bourg, au 3 e rang.",
        "Il ne sait pas dire le chiffre 71.",
        "L'accueil est ouvert de 14 à 17 heures.",
        "Anne Roux et Luc Morel, tous deux potiers, sont venus.",
        "Il fut l'invité du 20 Heures.",
        "Luc Morel, la trentaine, élève des chèvres.",
        "Ils croient tous les deux au progrès.",
        "Appelez le 02 33 44 55 66 ou le +33 7 11 22 33 44.",
        "Écrivez à anne.roux12@exemple.fr ou lisez https://exemple.fr/2021/04/lire-15.",
        "Elle habite 8 rue des Lilas, 69003 Lyon.",
        "Le club a perdu 4-2 dimanche.",
        "Elle a gagné 6-1, 6-3.",
        "Rendez-vous le 3 mai 2021 à 9h15.",
        "Rendez-vous le 03/05/2021 à 09:15.",
        "1-prendre la mer",
        "4- ouvrir les quais.",
        "■ 3. En Bretagne, le port dort.",
        "{{2}}",
        "Il est mort en 1987.",
        "La saison 2020-2021 commence.",
        "Dans les années 1980, puis les années 70 et 80.",
        "Le 4e bataillon et la 2e division, au XVIIe siècle.",
        "Le CAC 40 recule.",
        "Le SAM-T et le SAMP/T sont prêts.",
        "Le Kh-22 et l'avion Yak-130 volent.",
        "La classe de CE2 et la route D917.",
        "La version 3.1.4 est sortie.",
        "Le texte le dit [3].",
        "Un maire a démissionné, une enquête est ouverte.",
        "Un logement neuf a été refait à neuf.",
        "Des milliers de gens et des dizaines de chars.",
        "Ces deux usines ferment.",
        "Le chiffre « 71 » se lit « soixante et onze ».",
        "Le vingt-deuxième convoi est parti.",
        "L'un des maires a parlé à quelqu'un.",
        "Les deux-roues sont interdits.",
        "L'équipe menait 98 à 97.",
        "Le litre de sans plomb 95 augmente.",
        "Les 24 Heures de Merlac commencent.",
        "Didier Six est attendu pour 18 h.",
        "En mai 68, puis en 1994-95-96 et 97.",
        "Une mort douce, dit-il aux Sept Nains.",
        "Le train dessert les quais 31 et 32 de la gare.",
    ],
)
def test_french_traps_are_no_figures(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The K-27 and the Zeta-19 flu.",
        "Article 12 of the treaty and Section 8.",
        "She drove down Highway 31 to Room 12.",
        "Call +1 312-555-0199 before 7 pm.",
        "They won 4-2 on Sunday.",
        "Born in 1961, she left in the 1980s.",
        "She came first, on the 21st floor.",
        "No one knows which one it is.",
        "Thousands of people and dozens of cars.",
        "A multi-million-dollar deal.",
        "4G networks and the iPhone 12.",
        "These two men left.",
        "The FTSE 100 was closed.",
        "At 6:45 p.m. she called 911.",
        "They stayed at the Four Seasons.",
        "A plan similar to one seen here, until one ends.",
        "The 4-on-4 game.",
        "She lives at 80 Merlin St. today.",
        "The patrol left huts 611 and 612 at dawn.",
    ],
)
def test_english_traps_are_no_figures(text: str) -> None:
    assert shown(text, "en") == []


@pytest.mark.parametrize("space", ["\u0020", "\u00a0", "\u202f", "\u2009", "\u2007", "."])
def test_every_space_groups_thousands(space: str) -> None:
    assert figure(f"La ville compte 31{space}500 habitants.").value == 31_500


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Le contrat vaut 12,5 millions de dollars.", 12.5e6, "USD"),
        ("Le contrat vaut 300 millions d’euros.", 3e8, "EUR"),
        ("Le contrat vaut 300 M€.", 3e8, "EUR"),
        ("Le contrat vaut 1,4 Md€.", 1.4e9, "EUR"),
        ("Le contrat vaut 1,4 Mds€.", 1.4e9, "EUR"),
        ("Le salaire est de 45 k€.", 45_000, "EUR"),
        ("Le pont a coûté plus de 12 millions d'euros.", 12e6, "EUR"),
        ("Le pont a coûté plus de 16 milliards d’euros.", 16e9, "EUR"),
        ("Il a plu sur quatre-vingt-douze villages.", 92, None),
        ("Une dizaine de maires sont venus.", 10, None),
        ("Mille deux cents élus sont venus.", 1_200, None),
        ("La dette atteint 2 000 milliards d'euros.", 2e12, "EUR"),
        ("La fortune atteint trois millions et demi d'euros.", 3.5e6, "EUR"),
        ("Elle a payé 30 livres sterling.", 30, "GBP"),
        ("Elle a payé 5 millions de francs CFA.", 5e6, "XOF"),
        ("Elle a payé 1 000 francs suisses.", 1_000, "CHF"),
        ("Elle a payé 200 hryvnias.", 200, "UAH"),
        ("Elle a payé $200.", 200, "USD"),
        ("L'inflation atteint 4,1 %.", 4.1, "%"),
        ("La part atteint 25 pour cent.", 25, "%"),
        ("Il fait -8 °C.", -8, "°C"),
        ("Il fait −8°C.", -8, "°C"),
        ("Il fait moins douze degrés.", -12, "°"),
        ("La course a duré 2 h 40.", 160, "min"),
        ("Il a fallu une heure et vingt minutes.", 80, "min"),
        ("Elle vit là depuis deux ans et demi.", 2.5, "a"),
        ("Il y a dix ans, elle partait.", 10, "a"),
        ("Elle attend depuis une demi-heure.", 0.5, "h"),
        ("Elle a eu près de 1h30 de retard.", 90, "min"),
        ("Après neuf heures de débat, ils votent.", 9, "h"),
        ("Les ventes ont été multipliées par dix.", 10, "x"),
        ("Les deux-tiers des élus ont voté.", 2 / 3, None),
        ("Le terrain fait 1.200 m2.", 1_200, "m2"),
        ("La centrale produit 900 mégawatts.", 900, "MW"),
        ("Elle a été élue à trois reprises.", 3, "x"),
        ("Un quart des élus ont voté.", 0.25, None),
        ("Les deux tiers des élus ont voté.", 2 / 3, None),
        ("Trois Belges sur quatre le pensent.", 0.75, None),
        ("Une espèce d'oiseaux sur cinq disparaît.", 0.2, None),
        ("Une seule écluse du canal sur dix fonctionne.", 0.1, None),
    ],
)
def test_french_values_and_units(text: str, value: float, unit: str | None) -> None:
    found = figure(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The deal is worth $300m.", 3e8, "USD"),
        ("The deal is worth US$1.4bn.", 1.4e9, "USD"),
        ("The deal is worth €1.4 billion.", 1.4e9, "EUR"),
        ("The deal is worth Rs 4 crore.", 4e7, "INR"),
        ("Oil fell 40 cents.", 0.4, "USD"),
        ("Rates rose 25 basis points.", 0.25, "pp"),
        ("Inflation hit 4.1 per cent.", 4.1, "%"),
        ("A 52-year-old man was held.", 52, "a"),
        ("Anne Roux, 46, was held.", 46, "a"),
        ("She is 46.", 46, "a"),
        ("A 105mm gun.", 105, "mm"),
        ("A 205-pound man.", 205, "lb"),
        ("A three-time champion.", 3, "x"),
        ("A 2.5-per-cent rise.", 2.5, "%"),
        ("It costs US $5.", 5, "USD"),
        ("In Canada, in Ontario, he makes $5 million US this year.", 5e6, "USD"),
        ("It costs $5 Canadian.", 5, "CAD"),
        ("She left at age seventeen.", 17, "a"),
        ("Sales were multiplied by ten.", 10, "x"),
        ("Two-thirds of voters stayed home.", 2 / 3, None),
        ("Nine out of ten voters stayed home.", 0.9, None),
        ("It is twice as large.", 2, "x"),
        ("Half a million people fled.", 5e5, None),
    ],
)
def test_english_values_and_units(text: str, value: float, unit: str | None) -> None:
    found = figure(text, "en")
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("Elle en vend entre 4 000 et 5 000.", "4 000 et 5 000", 4_000, 5_000),
        ("Elle en vend 4 000-5 000.", "4 000-5 000", 4_000, 5_000),
        ("Elle en vend 4 000–5 000.", "4 000–5 000", 4_000, 5_000),
        ("Elle en vend 7 à 8 000.", "7 à 8 000", 7_000, 8_000),
        ("Le coût va de 2 à 3 milliards d'euros.", "2 à 3 milliards d'euros", 2e9, 3e9),
        ("Il faut deux à trois ans.", "deux à trois ans", 2, 3),
        ("Il faut trois ou quatre avions.", "trois ou quatre", 3, 4),
        ("Il faut un, deux ou trois élus.", "un, deux ou trois", 1, 3),
    ],
)
def test_a_range_is_one_figure(text: str, span: str, low: float, high: float) -> None:
    found = figure(text)
    assert (found.text, found.value, found.high) == (span, low, high)


def test_a_frequency_is_in_hertz() -> None:
    assert shown("Le son descend à 40 hertz.") == [("40 hertz", 40, "Hz")]


def test_light_years_are_a_length() -> None:
    assert shown("La planète est à 12 années-lumière.") == [("12 années-lumière", 12, "[ly]")]


def test_a_range_of_money_shares_scale_and_sign() -> None:
    found = figure("It costs $2-3 billion.", "en")
    assert (found.value, found.high, found.unit) == (2e9, 3e9, "USD")


def test_a_change_from_one_state_to_another_is_two_figures() -> None:
    assert shown("Le taux est passé de 4 à 6 %.") == [("4", 4, "%"), ("6 %", 6, "%")]
    assert [one.value for one in figures("Il est passé de 1,2 à 1,8 milliard d'euros.")] == [
        1.2e9,
        1.8e9,
    ]


def test_a_list_shares_its_unit() -> None:
    assert shown("Ils ont 24, 23 et 14 ans.") == [
        ("24", 24, "a"),
        ("23", 23, "a"),
        ("14 ans", 14, "a"),
    ]


def test_a_part_of_a_scaled_total_shares_the_scale() -> None:
    assert [one.value for one in figures("Cela touche six des 20 millions d'habitants.")] == [
        6e6,
        2e7,
    ]


def test_two_numbers_with_a_noun_each_are_no_fraction() -> None:
    text = "Ils ont mené deux essais sur dix bateaux."
    article = parse(Document.plain(text, language="fr"))
    assert [(f.value, f.of and f.of.text) for f in article.figures] == [
        (2, "essais"),
        (10, "bateaux"),
    ]


def test_a_year_before_a_grouped_number_stays_apart() -> None:
    assert figure("En 2019 200 000 hommes sont partis.").value == 200_000


def test_a_calibre_behind_a_count_stays_apart() -> None:
    assert shown("Il a vendu 14 105 mm.") == [("14", 14, None), ("105 mm", 105, "mm")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Environ 300 civils sont partis.", "about"),
        ("300 civils environ sont partis.", "about"),
        ("Une centaine de civils sont partis.", "about"),
        ("Plus de 300 civils sont partis.", "min"),
        ("Plus d'une centaine de civils sont partis.", "min"),
        ("300 civils ou plus sont partis.", "min"),
        ("Pas moins de 300 civils sont partis.", "min"),
        ("Moins de 300 civils sont partis.", "max"),
        ("300 civils au plus sont partis.", "max"),
        ("Elle tire jusqu'à 300 obus.", "max"),
        ("La dette dépasse les 300 millions d'euros.", "min"),
        ("300 civils sont partis.", None),
    ],
)
def test_french_bounds_on_both_sides(text: str, bound: str | None) -> None:
    assert figure(text).bound == bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Some 300 civilians left.", "about"),
        ("300 or so civilians left.", "about"),
        ("3,000-plus civilians left.", "min"),
        ("No fewer than 300 civilians left.", "min"),
        ("Fewer than 300 civilians left.", "max"),
        ("Up to 300 civilians left.", "max"),
    ],
)
def test_english_bounds_on_both_sides(text: str, bound: str) -> None:
    assert figure(text, "en").bound == bound


def test_a_bound_holds_for_one_figure_of_a_list() -> None:
    assert [one.bound for one in figures("Au moins trois morts et 13 blessés.")] == ["min", None]


@pytest.mark.parametrize(
    ("text", "code", "per"),
    [
        ("Elle tire 300 obus par jour.", "fr", "day"),
        ("Le gaz vaut 60 €/MWh.", "fr", "MWh"),
        ("Cela coûte 20 euros par personne.", "fr", "person"),
        ("Cela coûte 2 euros la minute.", "fr", "minute"),
        ("Cela a coûté 2 euros la semaine dernière.", "fr", None),
        ("Le budget annuel est de 3 millions d'euros.", "fr", "year"),
        ("Oil is at $80.50 a barrel.", "en", "barrel"),
        ("They make 500 cars annually.", "en", "year"),
        ("Les élèves lisent 30 livres par plaisir.", "fr", None),
    ],
)
def test_rates(text: str, code: str, per: str | None) -> None:
    assert figure(text, code).per == per


@pytest.mark.parametrize(
    ("text", "code", "noun"),
    [
        ("Elle a interrogé six autres maires bretons.", "fr", "maires"),
        ("Une vingtaine de pays participent.", "fr", "pays"),
        ("Un obus de 105 mm a été tiré.", "fr", "obus"),
        ("Un maçon de 40 ans est mort.", "fr", "maçon"),
        ("Anne Roux, 40 ans, est partie.", "fr", "Anne Roux"),
        ("Seuls 4 % des dossiers aboutissent.", "fr", "dossiers"),
        ("Trois Belges sur quatre le pensent.", "fr", "Belges"),
        ("Le cuivre a gagné 3 %.", "fr", "cuivre"),
        ("Elle a reçu une prime record de 3 000 euros.", "fr", "prime"),
        ("Elle prévoit une hausse du loyer moyen de 3 %.", "fr", "hausse"),
        ("La ville dispose d'un budget annuel total de 3 millions d'euros.", "fr", "budget"),
        ("Il possède des vestes de cuir d'une valeur de 900 euros.", "fr", "vestes"),
        ("Le groupe affiche un résultat en baisse de 4 %.", "fr", "résultat"),
        ("Il a reçu une lampe de plus de 900 euros.", "fr", "lampe"),
        ("Un guide du parc de Merlac, âgé de 28 ans, est mort.", "fr", "guide"),
        ("On a soigné Anne Roux, alors âgée de 28 ans.", "fr", "Anne Roux"),
        ("Elle a été condamnée à six mois de prison.", "fr", "prison"),
        ("On y parle surtout la langue des Merles (40 000).", "fr", "langue"),
        ("On estime à 300 tonnes le poids du pont.", "fr", "poids"),
        ("Elle est venue avec trois de ses sœurs.", "fr", "sœurs"),
        ("She has two young children.", "en", "children"),
        ("They signed a six-year lease.", "en", "lease"),
        ("Copper futures rose 3 per cent.", "en", "futures"),
        ("A quarter of the voters left.", "en", "voters"),
        ("They opened a $3 million bridge.", "en", "bridge"),
        ("There is only one set of keys.", "en", "set"),
        ("Over 90 per cent of U.S. lawyers agree.", "en", "lawyers"),
        ("La grève ferme 162 stations-service.", "fr", "stations-service"),
        ("Une dizaine de jeunes venus de Merlac sont là.", "fr", "jeunes"),
        ("Le maire Luc Roux, 61 ans, est parti.", "fr", "Luc Roux"),
        ("Une élève en musique de 23 ans est venue.", "fr", "élève"),
        ("Le patron du port, 61 ans, est parti.", "fr", "patron"),
        ("Deux des blessés sont sortis.", "fr", "blessés"),
        ("La ville attend 280 autres rapatriés.", "fr", "rapatriés"),
        ("It builds half of all the boats.", "en", "boats"),
    ],
)
def test_what_is_counted(text: str, code: str, noun: str) -> None:
    of = figure(text, code).of
    assert of is not None
    assert noun in of.text
    assert text[of.start : of.end] == of.text


def nouns(text: str, code: str = "fr") -> list[str | None]:
    return [one.of.text if one.of else None for one in figures(text, code)]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("There were three badly damaged boats.", "boats"),
        ("The judge heard 47-year-old Ann Lee Wills.", "Ann Lee Wills"),
        ("The 29-year-old pleaded guilty.", None),
        ("The Northern index gained 3 per cent.", "Northern index"),
        ("The firm will cut one-third of its staff.", "staff"),
    ],
)
def test_the_head_of_an_english_phrase(text: str, noun: str | None) -> None:
    assert nouns(text, "en") == [noun]


def test_a_rate_holds_for_the_whole_list_of_counts() -> None:
    found = figures("She has 20 points, 5 rebounds and 7 assists a game.", "en")
    assert [one.per for one in found] == ["game"] * 3


def test_the_rate_of_a_whole_is_not_that_of_its_share() -> None:
    assert figure("It gives 10 per cent of daily calories.", "en").per is None


def test_votes_count_what_those_before_them_count() -> None:
    assert nouns("Le conseil a adopté le texte par 41 voix contre 36.") == ["voix"] * 2
    assert nouns("Six élèves d'Albi, neuf de Blois et deux d'Auch.") == ["élèves"] * 3


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Les différentes usines ont perdu 40 %.", "usines"),
        ("Une centaine de réfugiés dorment là.", "réfugiés"),
        ("Ce pont, financé à 80 % par la ville, est clos.", "pont"),
        ("Il est condamné à 300 euros d'amende.", "amende"),
        ("Le juge suit la fuite d'un homme de 52 ans.", "homme"),
        ("Il encourt une peine pouvant aller jusqu'à six mois.", "peine"),
        ("Le club cite un manque à gagner de 3 millions d'euros.", "manque"),
        ("Les ventes de Zed sur les marchés du sud ont augmenté de 12 %.", "ventes"),
        ("En pleine fête des 50 ans du club.", "fête"),
        ("Après la chute de deux des seize ponts.", "ponts"),
        ("Le revenu d'un potier est de 900 euros.", "revenu"),
        ("Les cinq ponts du bourg ont coûté 3 millions d'euros.", "ponts"),
        ("Elle a reçu une montre d'une valeur de 300 euros.", "montre"),
        ("Le prix du pain a doublé, passant de 2 à 4 euros.", "prix"),
    ],
)
def test_the_head_of_a_phrase_is_a_noun(text: str, noun: str) -> None:
    assert nouns(text)[-1] == noun


@pytest.mark.parametrize(
    "text",
    [
        "Le musée a fermé il y a six ans.",
        "La ville a rouvert le pont trois semaines plus tard.",
        "La mairie a été fermée pendant deux jours.",
        "Le loyer a été multiplié par trois.",
        "La halle a été vidée depuis deux ans.",
        "Les élus ont rejeté le plan il y a déjà vingt ans.",
    ],
)
def test_when_and_how_often_measure_nothing(text: str) -> None:
    assert nouns(text) == [None]


def test_a_length_of_time_is_no_time_of_the_day() -> None:
    assert shown("Il faut 1 h 30 pour aller à Blois.") == [("1 h 30", 90, "min")]
    assert shown("Après 2 h 30 de débat, on vote.") == [("2 h 30", 150, "min")]


def test_a_year_among_shares_is_none_of_them() -> None:
    assert shown("Le prix perd 3 % en 2012 et 4 %.") == [("3 %", 3, "%"), ("4 %", 4, "%")]


def test_puis_joins_two_amounts_of_one_unit() -> None:
    assert [one.value for one in figures("Un don de 5 puis 20 millions d'euros.")] == [5e6, 20e6]


def test_no_possessive_is_counted() -> None:
    assert figure("La moitié de mon salaire y passe.").of is None
    assert figure("J'en ai gardé 12, ma sœur le sait.").of is None


def test_numbers_that_count_or_measure_are_no_names_of_things() -> None:
    found = figures("The coach chose 12 and 15 players; two boys, ages 3 and 5, came.", "en")
    assert [one.value for one in found] == [12, 15, 2, 3, 5]


def test_a_rate_passes_on_to_the_figure_set_beside_it() -> None:
    text = "Le gaz vaut 60 euros par MWh, contre 50 euros hier, et la prime vaut 30 euros."
    assert [one.per for one in figures(text)] == ["MWh", "MWh", None]
    assert [one.per for one in figures("Il est passé de 4 euros à 5 euros par mois.")] == [
        "month",
        "month",
    ]


def test_an_elided_noun_is_that_of_the_clause_before() -> None:
    first, second = figures(
        "L'usine livre 300 obus par jour, tandis que l'autre en livre entre 60 et 70."
    )
    assert (second.value, second.high, second.per) == (60, 70, "day")
    assert second.of is not None
    assert first.of is not None
    assert second.of.text == first.of.text == "obus"


def test_some_of_those_counted_before_are_counted_as_they_were() -> None:
    first, second = figures("La ville a fermé 41 ponts cette année, dont 21 jugés dangereux.")
    assert second.of is not None
    assert first.of is not None
    assert second.of.text == first.of.text == "ponts"


def test_places_in_a_list_count_the_same() -> None:
    found = figures("On a compté 300 élèves à Tours, 200 à Blois et 150 au Mans.")
    assert [one.of and one.of.text for one in found] == ["élèves"] * 3


def test_a_couple_is_two_only_of_something() -> None:
    assert figure("A couple of weeks passed.", "en").value == 2
    assert figures("A couple from Leeds came.", "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Les grenades sont tombées à cinq mètres du groupe.",
        "La barque dérive à environ 300 mètres de la plage.",
        "Le maire se tait à deux jours du vote.",
        "Le village est situé à 40 km de Brest.",
        "Le potier est mort mardi à l'âge de 74 ans.",
    ],
)
def test_how_far_off_something_is_measures_nothing(text: str) -> None:
    assert nouns(text) == [None]


def test_a_sentence_in_prison_is_no_distance() -> None:
    assert nouns("Il a été condamné à 25 ans de prison.") == ["prison"]


def test_two_measures_of_one_thing_have_its_noun() -> None:
    assert nouns("Elle a deux garçons de 17 et 25 ans.")[1:] == ["garçons", "garçons"]
    assert nouns("Un fonds de 5 puis 20 millions d'euros.") == ["fonds", "fonds"]
    assert nouns("Une peine de 2 ans et 500 euros d'amende.")[1] == "amende"


def test_a_count_takes_no_noun_from_another_sentence_but_where_it_begins_one() -> None:
    assert nouns("Il a vu 40 camions. On dirait que cela en fait presque 12.") == ["camions", None]
    assert nouns("Il a vu 40 camions. Deux sont en panne.") == ["camions", "camions"]
    assert nouns("Il a vu 40 soldats. Le pays a perdu au moins huit d'entre eux.")[1] == "soldats"


def test_somebody_whose_name_is_cut_short_has_an_age() -> None:
    assert nouns("Les accusés, Luc R., 49 ans, et Marc Q., 40 ans, nient.") == ["Luc R.", "Marc Q."]
    assert nouns("C'est ce que raconte Odile*, 32 ans.") == ["Odile*"]


def test_numbers_between_which_a_plural_is_counted_are_no_years() -> None:
    found = figure("Entre 1500 et 2000 manifestants ont défilé.")
    assert (found.value, found.high, found.of and found.of.text) == (1500, 2000, "manifestants")
    assert not figures("Entre 1914 et 1918 la ville souffre, puis elle se relève.")
    assert not figures("De 2005 à 2007 plusieurs ponts ont fermé.")


def test_a_subject_of_another_clause_is_not_measured() -> None:
    assert nouns("Les deux villes ont un destin, même si 7 siècles les séparent.")[-1] is None
    assert nouns("Les villes ont un pont, mais il faut rester six mois.") == [None]
    assert nouns("Le chantier a nécessité « 100 millions d'euros ».") == ["chantier"]
    assert nouns("La pression est la plus forte au monde (46,2 %).") == ["pression"]


def test_an_end_in_time_is_no_noun() -> None:
    assert nouns("Il faut réduire les émissions de 37 % d'ici à 2030.") == ["émissions"]


def test_growth_and_fall() -> None:
    assert [
        one.change for one in figures("Les ventes augmentent de 5 %. Le prix recule de 2 %.")
    ] == [
        "up",
        "down",
    ]


def test_a_count_that_was_told_before_refers_back() -> None:
    text = "Deux marins ont disparu. Les deux marins pêchaient. Les trois bateaux cherchent."
    assert [one.value for one in figures(text)] == [2, 3]


def test_money_named_before_names_the_next() -> None:
    assert [one.unit for one in figures("Il faut 40 millions d'euros, dont 15 millions ici.")] == [
        "EUR",
        "EUR",
    ]


def test_a_dollar_is_canadian_in_a_text_about_canada() -> None:
    assert local_dollar("In Winnipeg, Manitoba, it costs $5.") == "CAD"
    assert local_dollar("In Chicago it costs $5.") == "USD"
    assert local_dollar("It costs $5 (US$4).") == "CAD"


def test_digits_and_signs_are_read_in_any_language() -> None:
    assert shown("Xyz 4,5 % abc 300 km qrs €20.", None) == [
        ("4,5 %", 4.5, "%"),
        ("300 km", 300, "km"),
        ("€20", 20, "EUR"),
    ]


def test_the_sample_gives_its_seven_figures() -> None:
    text = (Path(__file__).parents[2] / "seeds" / "otan-2023-02.txt").read_text("utf-8")
    found = [
        (one.value, one.high, one.unit, one.per, one.bound, one.of and one.of.text)
        for one in parse(text).figures
    ]
    assert found == [
        (20_000, None, None, "day", "max", "obus"),
        (6_000, 7_000, None, "day", "max", "obus"),
        (5e8, None, "EUR", None, None, "arme"),
        (155, None, "mm", None, None, "obus"),
        (552e6, None, "USD", None, None, "contrat"),
        (2, None, None, None, None, "entreprises"),
        (155, None, "mm", None, None, "obus"),
    ]


PIECES = (
    "12 3,5 1 000 % € $ km deux cent millions de et à entre par jour - – ( ) . , Anne en 2020"
    " hausse un une d' l' 6-4 A320 heures ans environ plus"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=40))
def test_figures_stand_in_order_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for code in ("fr", "en", None):
        end = 0
        for one in figures(text, code):
            assert end <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == one.text
            assert one.high is None or one.high > one.value
            end = one.end


def test_figures_stay_inside_their_blocks() -> None:
    text = "Il y a 4\n\nmillions de gens."
    document = Document(text, (Block(0, 8, "paragraph"), Block(10, len(text), "paragraph")))
    assert [one.text for one in find_figures(document, language("fr"), ())] == ["4"]


@pytest.mark.parametrize("unit", ["1 ", "9", " ", "deux ", "mille ", "1.2.", "a@", "5 euros, "])
def test_a_long_monotonous_text_harms_nothing(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert all(one.text in text for one in figures(text))
