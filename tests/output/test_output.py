from __future__ import annotations

import csv as table
import io
import json
from typing import Any

import pytest

from tui import locale
from tui.output import csv
from tui.output.citation import cite
from tui.output.json import as_dict, as_line
from tui.output.markdown import as_markdown, escape
from tui.output.plain import as_text
from tui.output.wording import figure_in_words, speaker_in_words
from tui.parser import (
    Article,
    Block,
    DateMention,
    Document,
    Figure,
    Magnitude,
    PartialDate,
    Person,
    Quote,
    Span,
    Speaker,
)

TEXT = (
    "Le budget\n\n« Il faut agir vite », a dit hier la maire. Elle a promis que rien ne change. "
    "Au plus 20 000 écoles par an."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def figure(words: str, value: float, **given: Any) -> Figure:
    where = span(words)
    rest = dict.fromkeys(("high", "unit", "per", "bound", "of", "change", "magnitude")) | given
    return Figure(where.start, where.end, words, value, **rest)


def quote(words: str, kind: Any, speaker: Speaker | None, **given: Any) -> Quote:
    where = span(words)
    return Quote(where.start, where.end, words, kind, speaker, given.get("cue"), given.get("date"))


BODY = TEXT.index("«")
ROLE = span("la maire")
WHEN = span("hier")
WHO = Speaker("Anne Roux", "maire de Valmont", ROLE.start, ROLE.end, "role")

ARTICLE = Article(
    Document(
        TEXT,
        (Block(0, 9, "heading", 1), Block(BODY, len(TEXT), "paragraph")),
        "Le budget",
        "Paul Sy",
        PartialDate(2024, 3),
    ),
    "fr",
    quotes=(
        quote("Il faut agir vite", "direct", WHO, cue=span("a dit"), date=PartialDate(2024, 3, 11)),
        quote("rien ne change", "indirect", None),
    ),
    terms=(span("budget"),),
    figures=(
        figure(
            "20 000",
            20000.0,
            per="year",
            bound="max",
            of=span("écoles"),
            magnitude=Magnitude(20000.5, "B"),
        ),
    ),
    dates=(DateMention(WHEN.start, WHEN.end, WHEN.text, None),),
    people=(Person("Anne Roux", ("la maire",), ("maire",), (ROLE,)),),
)


def test_json_has_every_key_and_the_words_stand_where_it_says() -> None:
    values = json.loads(as_line(ARTICLE, "a.txt"))
    assert list(values) == [
        *("source", "text", "language", "title", "byline", "published"),
        *("blocks", "quotes", "terms", "figures", "dates", "people"),
    ]
    assert values["published"] == "2024-03"
    first, second = values["quotes"]
    assert list(first) == ["start", "end", "text", "kind", "speaker", "cue", "date"]
    assert list(first["speaker"]) == ["name", "role", "start", "end", "how"]
    assert (second["speaker"], second["cue"], second["date"]) == (None, None, None)
    (found,) = values["figures"]
    assert list(found) == [
        *("start", "end", "text", "value", "high", "unit", "per", "bound"),
        *("of", "change", "magnitude"),
    ]
    for item in (first, second, found, found["of"], *values["terms"], *values["dates"]):
        assert values["text"][item["start"] : item["end"]] == item["text"]
    assert values["dates"][0]["date"] is None
    assert list(values["people"][0]) == ["name", "others", "roles", "mentions"]


def test_whole_numbers_are_written_whole() -> None:
    (found,) = as_dict(ARTICLE, "")["figures"]
    assert json.dumps([found["value"], found["magnitude"]["value"]]) == "[20000, 20000.5]"


def test_a_number_that_json_cannot_write_is_an_error_and_not_broken_json() -> None:
    broken = Article(ARTICLE.document, "fr", figures=(figure("20 000", float("inf")),))
    with pytest.raises(ValueError, match="JSON"):
        as_line(broken, "")


def test_the_table_has_a_row_for_each_piece_of_evidence() -> None:
    rows = list(table.DictReader(io.StringIO(csv.header() + csv.rows(ARTICLE, "a.txt"))))
    assert [row["type"] for row in rows] == ["direct", "indirect", "figure"]
    assert rows[0]["speaker"] == "Anne Roux"
    assert (rows[2]["value"], rows[2]["of"]) == ("20000", "écoles")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_no_cell_begins_a_formula(words: str) -> None:
    document = Document(words, (Block(0, len(words), "paragraph"),), words)
    item = Quote(0, len(words), words, "direct", Speaker(words, words, 0, 1, "named"), None, None)
    (row,) = table.reader(io.StringIO(csv.rows(Article(document, None, (item,)), words)))
    guarded = [cell for cell in row if cell.strip("'") == words]
    assert len(guarded) == 5
    assert all(cell.startswith("'") for cell in guarded)


def test_linear_text_tells_state_in_words() -> None:
    text = as_text(ARTICLE, "a.txt")
    assert "Speaker: Anne Roux (maire de Valmont), inferred from “la maire”." in text
    assert "Speaker: speaker not named." in text
    assert "Meaning: at most 20,000 per year." in text
    assert "Said on: 11 March 2024." in text
    assert "Paragraph 2." in text


def test_linear_text_speaks_french() -> None:
    locale.use("fr")
    text = as_text(ARTICLE, "a.txt")
    assert "Valeur\u202f: au plus 20\u202f000 par an." in text
    assert "Publié\u202f: mars 2024" in text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"high": 30000.0}, "from 20,000 to 30,000"),
        ({"unit": "%"}, "20,000%"),
        ({"unit": "EUR", "change": "up"}, "20,000\u00a0EUR (a rise)"),
        ({"unit": "a", "bound": "about"}, "about 20,000\u00a0years"),
        ({"per": "baril"}, "20,000 per baril"),
    ],
)
def test_a_figure_is_told_in_words(given: dict[str, Any], words: str) -> None:
    assert figure_in_words(figure("20 000", 20000.0, **given)) == words


def test_an_understood_speaker_is_said_to_be() -> None:
    understood = Speaker("Anne Roux", None, None, None, "continued")
    assert "understood" in speaker_in_words(understood, TEXT)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# un *deux* [x](y)", r"\# un \*deux\* \[x\](y)"),
        ("1. a", r"1\. a"),
        ("- a\n- b", r"\- a - b"),
        ("<b>&amp;|", r"\<b>\&amp;\|"),
        ("l'état-major", "l'état-major"),
    ],
)
def test_nothing_of_the_article_acts_as_a_mark(text: str, written: str) -> None:
    assert escape(text) == written


def test_the_note_quotes_and_counts() -> None:
    note = as_markdown(ARTICLE, "a.txt")
    assert "> Il faut agir vite\n" in note
    assert "## 1 figure\n" in note
    assert "| 20 000 | at most 20,000 per year | écoles | ¶2 |" in note


def test_a_citation_says_who_where_and_when() -> None:
    said, reported = ARTICLE.quotes
    document = ARTICLE.document
    assert cite(said, document, "notes/a.txt") == (
        "“Il faut agir vite” — Anne Roux (maire de Valmont), 11 March 2024, “Le budget”, "
        "March 2024, a.txt"
    )
    assert cite(reported, document, "a.txt").startswith("rien ne change — speaker not named, ")
    counted = cite(ARTICLE.figures[0], document, "a.txt")
    assert counted.startswith("20 000 — “")
    assert "Au plus 20 000 écoles par an." in counted
