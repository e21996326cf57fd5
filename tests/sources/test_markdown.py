from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources import markdown
from tui.sources.markdown import read_markdown, split_front_matter
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.parser import Document


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks]


def test_marks_become_blocks_and_leave_the_text() -> None:
    document = read_markdown(
        "# Un *titre*\n\nPremier\nparagraphe, **fort**.\n\n## Inter\n\n> Cité.\n>\n> > Dedans.\n\n"
        "- un\n- deux\n  - trois\n\n1. a\n2. b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n"
        "```py\ncode()\n```\n"
    )
    assert blocks(document) == [
        ("heading", 1, "Un titre"),
        ("paragraph", 0, "Premier paragraphe, fort."),
        ("heading", 2, "Inter"),
        ("quotation", 1, "Cité."),
        ("quotation", 2, "Dedans."),
        ("item", 1, "un"),
        ("item", 1, "deux"),
        ("item", 2, "trois"),
        ("item", 1, "a"),
        ("item", 1, "b"),
        ("row", 0, "x | y"),
        ("row", 0, "1 | 2"),
        ("code", 0, "code()"),
    ]
    assert document.title == "Un titre"
    assert "• un\n• deux\n• trois\n1. a\n2. b\n\nx | y\n1 | 2\n\ncode()" in document.text


def test_the_front_matter_says_what_the_article_is() -> None:
    document = read_markdown(
        '---\ntitle: "Le titre : deux points"\nauthors:\n  - Anne Roux\n  - Paul Sy\n'
        "date: 2024-03-12\nlang: fr-FR\nsource: AFP\nurl: https://exemple.fr/a\n---\n\nLe texte.\n"
    )
    assert blocks(document) == [
        ("heading", 1, "Le titre : deux points"),
        ("paragraph", 0, "Le texte."),
    ]
    assert document.byline == "Anne Roux, Paul Sy"
    assert document.published is not None
    assert document.published.isoformat() == "2024-03-12"
    assert (document.language, document.url) == ("fr", "https://exemple.fr/a")


def test_without_front_matter_the_text_says_it() -> None:
    document = read_markdown(
        "# Le titre\n\nPar Anne Roux\n\nPublié le 3 mars 2024\n\nLe texte dit."
    )
    assert document.byline == "Anne Roux"
    assert document.published is not None
    assert document.published.isoformat() == "2024-03-03"
    assert [block.kind for block in document.blocks] == ["heading", "header", "header", "paragraph"]
    assert read_markdown("Une phrase suffit ici. Une autre.").title == "Une phrase suffit ici"


def test_a_title_that_the_text_repeats_stands_once() -> None:
    document = read_markdown("---\ntitle: Le titre\n---\n# Le titre\n\nTexte.")
    assert document.text == "Le titre\n\nTexte."


def test_rules_around_a_text_are_no_front_matter() -> None:
    assert split_front_matter("---\nUn texte.\n---\n")[0] == {}


def test_a_link_is_a_block_inside_its_paragraph() -> None:
    document = read_markdown("Voir *[le site](https://exemple.fr)* et [rien](page.html).")
    paragraph, link = document.blocks
    assert document.text[paragraph.start : paragraph.end] == "Voir le site et rien."
    assert document.text[link.start : link.end] == "le site"
    assert link.href == "https://exemple.fr"


def test_html_leaves_its_words() -> None:
    document = read_markdown("Un<br>deux <b>trois</b>.\n\n<div>Quatre &amp; <!-- x -->cinq</div>\n")
    assert document.text == "Un\ndeux trois.\n\nQuatre & cinq"


def test_an_entity_cannot_spell_what_the_door_refuses() -> None:
    document = read_markdown("a &#x202e; &#27;]0; &#x9b; [l](https://a.fr) &rlm;\n\n<p>&#8238;</p>")
    assert clean(document.text) == document.text
    assert not set("\x1b\x9b\u202e\u200f") & set(document.text)


@pytest.mark.parametrize(
    "bomb", [">" * 50_000 + "a", "[" * 19_000, "<!--" * 50_000, "`" * 100_000, "*a" * 30_000]
)
def test_a_bomb_is_read(bomb: str) -> None:
    assert clean(read_markdown(bomb).text) == read_markdown(bomb).text


def test_more_than_an_article_can_be_is_shown_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LARGEST", 10)
    assert read_markdown("*un* texte long").text == "*un* texte long"


@given(st.text(alphabet="ab é\u0301\n#->*_[]()`|!<>&;:1.\"'\\", max_size=200))
def test_every_block_lies_in_the_text_in_order_and_the_text_is_clean(source: str) -> None:
    document = read_markdown(clean(source))
    assert clean(document.text) == document.text
    end = 0
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
        if block.kind != "link":
            assert block.start >= end
            end = block.end
        else:
            assert block.end <= end
