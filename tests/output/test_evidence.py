from __future__ import annotations

import csv as table
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import locale
from tui.output import csv
from tui.output.claims import NotExport, claims
from tui.output.evidence import FORMATS, write
from tui.output.html import as_html
from tui.parser import Article, Block, Document, Figure, Quote, Speaker
from tui.text.clean import clean
from tui.text.fingerprint import fingerprint

COLUMNS = (
    *("article", "title", "published", "source", "url", "start", "end", "text"),
    *("paragraph", "text_hash", "type", "kind", "speaker", "role", "how", "cue", "date"),
    *("value", "high", "unit", "per", "bound", "of", "change", "note", "tags"),
)

CHECKED = [form for form in FORMATS if form != "table"]

WORDS = st.text(min_size=1, max_size=60).map(clean).filter(str.strip)


def record(text: str, words: str, **given_: Any) -> dict[str, Any]:
    start = text.index(words)
    return dict.fromkeys(COLUMNS) | {
        "article": 1, "title": "Budget", "source": "a.txt", "start": start,
        "end": start + len(words), "text": words, "text_hash": fingerprint(text).hex(),
        "paragraph": 2, "type": "quote", "kind": "direct", "speaker": "Nora Vial",
    } | given_  # fmt: skip


@pytest.mark.parametrize("form", CHECKED)
@settings(max_examples=40, deadline=None)
@given(words=WORDS, title=WORDS, note=st.none() | WORDS)
def test_what_is_exported_reads_back_as_it_stands(
    form: str, words: str, title: str, note: str | None
) -> None:
    text = f"Avant. {words} Après."
    one = record(text, words, title=title, note=note, speaker=title, published="2024-05")
    two = record(text, "Avant", type="figure", value=-3.5, kind=None, speaker=None)
    for dialect in csv.DIALECTS:
        written = "".join(write([one, two], COLUMNS, form, dialect=dialect))
        first, second = claims(written)
        for claim, whole in ((first, one), (second, two)):
            assert (claim.text_hash, claim.start, claim.end) == (
                whole["text_hash"], whole["start"], whole["end"]
            )  # fmt: skip
            assert claim.words is not None
            if claim.spaced:
                assert claim.words == whole["text"]
            else:
                assert claim.words.split() == whole["text"].split()


@pytest.mark.parametrize("text", ["", "Rien du tout.", "[]", "{", "a,b\n1,2\n", "@misc{x,\n}\n"])
def test_what_is_no_export_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotExport):
        claims(text)


@pytest.mark.parametrize("form", CHECKED)
def test_nothing_to_print_is_an_empty_answer(form: str) -> None:
    written = "".join(write([], COLUMNS, form))
    assert written in ("", "[]\n") or form in ("csv", "markdown")


def test_a_french_table_opens_in_a_french_spreadsheet() -> None:
    one = record("Avant. =1+1 €", "=1+1", value=-3.5, high=20000.0, speaker="Nora ; Vial")
    written = "".join(write([one], COLUMNS, "csv", dialect="fr"))
    assert written.startswith("\ufeffarticle;title;")
    [row] = table.DictReader(io.StringIO(written.removeprefix("\ufeff")), delimiter=";")
    assert (row["value"], row["high"]) == ("-3,5", "20000")
    assert (row["text"], row["speaker"]) == ("'=1+1", "Nora ; Vial")
    [row] = table.DictReader(io.StringIO("".join(write([one], COLUMNS, "csv"))))
    assert (row["value"], row["high"]) == ("-3.5", "20000")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\u00a0=", "\u202f-"])
def test_no_cell_of_either_dialect_begins_a_formula(first: str) -> None:
    for dialect in csv.DIALECTS:
        line = csv.lines([{"a": f"{first}cmd|x", "b": -1.5}], ("a", "b"), dialect)
        delimiter = ";" if dialect == "fr" else ","
        cell, _, number = line.rstrip("\n").rpartition(delimiter)
        assert cell.strip('"') == f"'{first}cmd|x"
        assert number == ("-1,5" if dialect == "fr" else "-1.5")
        assert csv.unguarded(cell.strip('"')) == f"{first}cmd|x"


def test_the_dialect_is_that_of_the_interface() -> None:
    assert csv.usual() == "en"
    locale.use("fr")
    assert csv.usual() == "fr"


def test_tex_prints_what_the_article_says() -> None:
    one = record(
        "50 % de {R&D} à 3_000 $", "50 % de {R&D} à 3_000 $", url="https://a.org/{x}?a=1_b"
    )
    entry = "".join(write([one], COLUMNS, "bibtex"))
    assert r"annote = {50 \% de \{R\&D\} à 3\_000 \$}" in entry
    assert "url = {https://a.org/%7Bx%7D?a=1_b}" in entry
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")


def test_an_item_of_csl_is_as_precise_as_the_date() -> None:
    for published, parts in (("2024", [2024]), ("2024-05", [2024, 5]), ("2024-05-06T10:00:00",
                                                                        [2024, 5, 6])):  # fmt: skip
        one = record("a b", "b", published=published)
        [item] = json.loads("".join(write([one], COLUMNS, "csl")))
        assert item["issued"] == {"date-parts": [parts]}
    assert item["type"] == "article-newspaper"


HOSTILE = '</q><script>alert("x")</script> & "é" <img src=x onerror=y>\nfin'


def page(words: str) -> str:
    text = f"{words}\n\nIl a dit 20 fois : {words}"
    start = text.index(words, len(words))
    quote = Quote(start, len(text), words, "direct", Speaker(words, words, 0, 5, "named"), None,
                  None)  # fmt: skip
    at = text.index("20")
    figure = Figure(at, at + 2, "20", 20.0, None, "x", None, None, None, None, None)
    inside = Figure(start, start + 1, text[start], 1.0, None, None, None, None, None, None, None)
    blocks = (Block(0, len(words), "heading", 1), Block(len(words) + 2, len(text), "paragraph"))
    document = Document(text, blocks, title=words, url="javascript:alert(1)", byline=words)
    return as_html(Article(document, "fr", (quote,), (), (figure, inside)), words)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_a_page_holds_no_script_and_only_text_of_the_article() -> None:
    written = page(HOSTILE)
    seen = _Tags()
    seen.feed(written)
    assert not {"script", "img", "iframe", "object", "link", "form"} & seen.tags
    assert not any(name.startswith("on") or name == "src" for name in seen.attributes)
    assert "javascript:" not in re.sub(r">[^<]*<", "", written)
    assert "default-src 'none'" in written
    ids = re.findall(r' id="([^"]*)"', written)
    assert len(ids) == len(set(ids)) == 3
    assert {f"#{id}" for id in ids} == set(re.findall(r'href="(#[^"]*)"', written))  # noqa: A001


@settings(max_examples=30, deadline=None)
@given(words=WORDS)
def test_a_page_reads_back_as_it_stands(words: str) -> None:
    found = claims(page(f"« {words} »"))
    text = f"« {words} »\n\nIl a dit 20 fois : « {words} »"
    assert len(found) == 3
    for claim in found:
        assert text[claim.start : claim.end] == claim.words
        assert claim.text_hash == fingerprint(text).hex()
