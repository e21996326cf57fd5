from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parser import Block, Document, PartialDate
from tui.parser.dates import find_dates, read_date, read_date_at
from tui.parser.languages import language

TUESDAY = PartialDate(2024, 3, 12)


def found(
    text: str, code: str | None = "fr", published: PartialDate | None = TUESDAY
) -> list[tuple[str, str | None]]:
    document = Document(text, (Block(0, len(text), "paragraph"),), published=published)
    return [
        (mention.text, mention.date.isoformat() if mention.date else None)
        for mention in find_dates(document, language(code) if code else None)
    ]


@pytest.mark.parametrize(
    ("text", "mention", "iso"),
    [
        ("Il est né le 24 février 1998 à Marval.", "24 février 1998", "1998-02-24"),
        ("Le 1er avril 2023, l'usine ferme.", "1er avril 2023", "2023-04-01"),
        ("Rendez-vous le 24/02/2022.", "24/02/2022", "2022-02-24"),
        ("Le vote du mercredi 6 mars est nul.", "mercredi 6 mars", "2024-03-06"),
        ("Le défilé du 14-Juillet aura lieu.", "14-Juillet", "2024-07-14"),
        ("Arrêté le 3 déc. dernier", "3 déc. dernier", "2023-12-03"),
        ("Depuis octobre 2016, rien.", "octobre 2016", "2016-10"),
        ("La crise de la mi-mars 2020.", "mi-mars 2020", "2020-03"),
        ("Le chantier finira en juin.", "juin", "2024-06"),
        ("Le budget voté en décembre.", "décembre", "2023-12"),
        ("Rien depuis mai dernier.", "mai dernier", "2023-05"),
        ("Pendant l'été 2023, il a plu.", "été 2023", "2023"),
        ("L'été dernier, il a plu.", "L'été dernier", "2023"),
        ("Il a plu en 2022.", "2022", "2022"),
        ("La loi de 1905 reste.", "1905", "1905"),
        ("La Révolution de 1789 commence.", "1789", "1789"),
        ("Le roman (2014) est épuisé.", "2014", "2014"),
        ("La saison 2022-2023 s'achève.", "2022-2023", None),
        ("La mode des années 1990 revient.", "années 1990", None),
        ("La mode des années soixante-dix.", "années soixante-dix", None),
        ("Il parlera mardi.", "mardi", "2024-03-12"),
        ("Il a parlé mercredi dernier.", "mercredi dernier", "2024-03-06"),
        ("Il parlera mardi prochain.", "mardi prochain", "2024-03-19"),
        ("Il l'a dit lundi soir.", "lundi soir", "2024-03-11"),
        ("Il l'a dit avant-hier.", "avant-hier", "2024-03-10"),
        ("Il l'a dit ce matin.", "ce matin", "2024-03-12"),
        ("Aujourd’hui, tout change.", "Aujourd’hui", "2024-03-12"),
        ("La semaine dernière, il pleuvait.", "La semaine dernière", "2024-03"),
        ("Il a plu le mois dernier.", "le mois dernier", "2024-02"),
        ("Il pleuvra l'an prochain.", "l'an prochain", "2025"),
        ("Cette année, il pleut.", "Cette année", "2024"),
        ("Il est parti il y a trois jours.", "il y a trois jours", "2024-03-09"),
        ("Il est parti voilà deux mois.", "voilà deux mois", "2024-01"),
    ],
)
def test_a_french_date_is_read_at_its_precision(text: str, mention: str, iso: str | None) -> None:
    assert found(text) == [(mention, iso)]


@pytest.mark.parametrize(
    ("text", "mention", "iso"),
    [
        ("She left on February 24, 2022.", "February 24, 2022", "2022-02-24"),
        ("She left on 24 February 2022.", "24 February 2022", "2022-02-24"),
        ("The vote on Monday, March 4, was void.", "Monday, March 4", "2024-03-04"),
        ("The vote of Feb. 24 was void.", "Feb. 24", "2024-02-24"),
        ("It opened in December 2016.", "December 2016", "2016-12"),
        ("It will open in May.", "May", "2024-05"),
        ("It rained in summer 2023.", "summer 2023", "2023"),
        ("The 2018 election was close.", "2018", "2018"),
        ("Sales fell in the 1990s.", "1990s", None),
        ("He spoke last Tuesday.", "last Tuesday", "2024-03-05"),
        ("He spoke on Sunday night.", "Sunday night", "2024-03-10"),
        ("He spoke yesterday.", "yesterday", "2024-03-11"),
        ("He spoke three days ago.", "three days ago", "2024-03-09"),
        ("He spoke last week.", "last week", "2024-03"),
        ("It opens next month.", "next month", "2024-04"),
    ],
)
def test_an_english_date_is_read_at_its_precision(text: str, mention: str, iso: str | None) -> None:
    assert found(text, "en") == [(mention, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "Le robot roule sur la planète Mars.",
        "Le texte a été voté puis il aurait été retiré.",
        "Le missile SAM-T arrive second.",
        "Ils étaient 2000 hommes, armés de canons de 155 mm.",
        "La pièce mesure 12 155 mm.",
        "Le trajet dure deux heures de route, après 8 heures de travail.",
        "La semaine de 35 heures et la garde de 12h de suite.",
        "Pendant 2 h 30, puis en 3h15, ils ont couru.",
        "Le moteur de 1500 chevaux a coûté 2019 euros.",
        "Il reste trois ans, depuis trois semaines.",
    ],
)
def test_what_only_looks_like_a_french_date_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They may march against Theresa May.",
        "It costs $2019, or 2,022 pounds.",
        "The fall of the wall shook 2000 people.",
        "Black Friday is a Sunday Times headline.",
    ],
)
def test_what_only_looks_like_an_english_date_is_none(text: str) -> None:
    assert found(text, "en") == []


def test_every_day_of_a_list_or_a_range_is_a_date() -> None:
    assert found("Du 3 au 7 mars et les 28, 29 avril") == [
        ("3", "2024-03-03"),
        ("7 mars", "2024-03-07"),
        ("28", "2024-04-28"),
        ("29 avril", "2024-04-29"),
    ]
    assert found("Le 2-8 mars 2023") == [("2", "2023-03-02"), ("8 mars 2023", "2023-03-08")]


def test_both_years_of_a_range_are_dates() -> None:
    assert found("De 2005 à 2007, puis entre 2012 et 2015.") == [
        ("2005", "2005"),
        ("2007", "2007"),
        ("2012", "2012"),
        ("2015", "2015"),
    ]


@pytest.mark.parametrize("text", ["à 14h30", "à 14 h 30", "à 14:30", "à 14 heures 30"])
def test_a_clock_time_alone_is_no_day(text: str) -> None:
    assert found(f"Le train part {text}.") == [(text[2:], None)]


def test_a_clock_time_joins_the_day_beside_it() -> None:
    assert found("Il a parlé mardi à 14h30.") == [("mardi à 14h30", "2024-03-12T14:30")]
    assert found("Il a parlé mardi vers huit heures.") == [
        ("mardi vers huit heures", "2024-03-12T08:00")
    ]
    assert found("Doors open at 8 p.m. Thursday.", "en") == [
        ("8 p.m. Thursday", "2024-03-07T20:00")
    ]


def test_a_number_after_a_date_stays_outside_it() -> None:
    assert found("En 2022 300 000 hommes ; le 24 février 150 000 autres.") == [
        ("2022", "2022"),
        ("24 février", "2024-02-24"),
    ]


def test_a_weekday_has_no_day_where_the_article_has_none() -> None:
    month = PartialDate(2023, 2)
    assert found("Il a parlé jeudi, en mars dernier et le 14 février.", published=month) == [
        ("jeudi", None),
        ("mars dernier", "2022-03"),
        ("14 février", "2023-02-14"),
    ]
    assert found("Il a parlé mercredi et en mars.", published=None) == [
        ("mercredi", None),
        ("mars", None),
    ]


def test_a_weekday_has_the_month_where_the_whole_month_agrees() -> None:
    # February 2023 began on a Wednesday: whatever its day, the last Wednesday was in February.
    assert found("Il a parlé mercredi.", published=PartialDate(2023, 2)) == [
        ("mercredi", "2023-02")
    ]


def test_a_day_that_no_month_has_is_no_day() -> None:
    assert found("Le 31 février, il a plu.") == []


def test_a_week_in_two_months_is_in_neither() -> None:
    assert found("Il a plu la semaine dernière.", published=PartialDate(2024, 3, 6)) == [
        ("la semaine dernière", None)
    ]


def test_a_weekday_that_does_not_fit_its_day_gives_no_year() -> None:
    assert found("Le mercredi 13 février, il a plu.", published=PartialDate(2024, 2)) == [
        ("mercredi 13 février", None)
    ]


def test_an_order_that_nobody_can_tell_leaves_the_year() -> None:
    assert found("Due 02/03/2024, not 24/03/2024.", "en") == [
        ("02/03/2024", "2024"),
        ("24/03/2024", "2024-03-24"),
    ]


def test_a_full_date_of_another_language_is_a_date() -> None:
    assert found("— Anne Roux (@anneroux) March 14, 2020") == [("March 14, 2020", "2020-03-14")]
    assert found("12 mars 2024", None) == [("12 mars 2024", "2024-03-12")]


def test_a_date_may_run_over_a_line_end_and_have_any_space() -> None:
    assert found("le 24\nfévrier\u00a02022") == [("24\nfévrier\u00a02022", "2022-02-24")]


def test_only_prose_holds_dates() -> None:
    document = Document("2024-03-12", (Block(0, 10, "code"),))
    assert find_dates(document, language("fr")) == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023", "2023"),
        ("2023-02", "2023-02"),
        ("2023-02-14", "2023-02-14"),
        ("2023-02-14T10:30:00+01:00", "2023-02-14T10:30"),
        ("20230214", "2023-02-14"),
        ("12 mars 2024", "2024-03-12"),
        ("le 12 mars 2024 à 10h30", "2024-03-12T10:30"),
        (" mardi 12 mars 2024 ", "2024-03-12"),
        ("mars 2024", "2024-03"),
        ("March 12, 2024", "2024-03-12"),
        ("Tue, 14 Feb 2023 10:30:00 GMT", "2023-02-14T10:30"),
    ],
)
def test_a_string_that_is_a_date_is_read(text: str, iso: str) -> None:
    read = read_date(text)
    assert read is not None
    assert read.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mardi",
        "12",
        "10:30",
        "mars",
        "2024-13-45",
        "2024-02-30",
        "un 12 mars 2024 pluvieux",
        "9" * 20,
        "9" * 100_000,
        " " * 100_000,
        "1710230400000",
    ],
)
def test_a_string_that_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_a_date_is_read_where_it_begins() -> None:
    mention = read_date_at("Publié le 12 mars 2024 à 10h30, par Anne Roux", 10)
    assert mention is not None
    assert mention.text == "12 mars 2024 à 10h30"
    assert mention.date == PartialDate(2024, 3, 12, time(10, 30))
    assert read_date_at("Publié le 12 mars 2024", 0) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_reads_back_in_every_form(day: date) -> None:
    months = {number: name for name, number in language("fr").calendar.months.items()}
    whole = PartialDate(day.year, day.month, day.day)
    assert read_date(day.isoformat()) == whole
    assert read_date(f"{day.day} {months[day.month]} {day.year}") == whole
    assert read_date(f"{day:%B} {day.day}, {day.year}") == whole
    assert read_date(f"{day.year}-{day.month:02d}") == PartialDate(day.year, day.month)


@given(
    st.lists(
        st.sampled_from(
            [
                "mardi",
                "le",
                "3",
                "24",
                "mars",
                "2022",
                "14h30",
                "à",
                "dernier",
                ",",
                "-",
                "/",
                ":",
                ".",
                "(",
                ")",
                "été",
                "années",
                "il",
                "y",
                "a",
                "trois",
                "jours\n",
                "1er",
                "hier",
                "\u202f",
                "12:30",
                "2022-23",
                "au",
                "et",
                "en",
                "de",
                "9999",
                "",
            ]
        ),
        max_size=40,
    ),
    st.sampled_from([None, PartialDate(1, 1, 1), PartialDate(9999, 12), PartialDate(2024, 2, 29)]),
)
def test_mentions_stand_in_order_and_never_overlap(
    words: list[str], published: PartialDate | None
) -> None:
    text = " ".join(words)
    document = Document(text, (Block(0, len(text), "paragraph"),), published=published)
    for code in ("fr", "en"):
        end = 0
        for mention in find_dates(document, language(code)):
            assert end <= mention.start < mention.end
            assert text[mention.start : mention.end] == mention.text
            end = mention.end


@pytest.mark.parametrize(
    ("text", "code", "iso"),
    [
        ("Le procès s'ouvrira jeudi.", "fr", "2024-03-14"),
        ("Jeudi, les élus voteront.", "fr", "2024-03-14"),
        ("Elle a parlé jeudi. Elle reviendra.", "fr", "2024-03-07"),
        ("Elle a dit jeudi que la ville votera.", "fr", "2024-03-07"),
        ("The trial will open on Thursday.", "en", "2024-03-14"),
        ("She said on Thursday that it will open.", "en", "2024-03-07"),
    ],
)
def test_a_verb_in_the_future_puts_its_weekday_ahead(text: str, code: str, iso: str) -> None:
    assert [date for _, date in found(text, code)] == [iso]


def test_a_short_year_behind_its_month_is_of_the_century_past() -> None:
    assert found("En mai 68, on dansait.") == [("mai 68", "1968-05")]
    assert found("En mai 68 personnes dansaient.") == []
    assert found("De 1994-95-96 et 97 il reste peu.") == [("1994-95-96 et 97", None)]
