from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parser import Document, PartialDate

PROSE = (
    "Le conseil municipal de Marval a voté le budget après deux heures de débat, devant une salle"
    " comble et devant les caméras de la télévision régionale."
)


def blocks(text: str) -> list[tuple[str, str]]:
    document = Document.plain(text)
    return [(block.kind, text[block.start : block.end]) for block in document.blocks]


def test_a_date_may_stand_on_the_line_of_the_first_sentence() -> None:
    text = " date 2023-02 Le maire a démissionné.\n\nIl part."
    assert blocks(text) == [
        ("header", "date 2023-02"),
        ("paragraph", "Le maire a démissionné."),
        ("paragraph", "Il part."),
    ]
    assert Document.plain(text).published == PartialDate(2023, 2)


def test_title_byline_and_dates_are_read_from_the_top() -> None:
    text = (
        "Marval vote son budget\n\nPar Anne Roux\n"
        "Publié le 12 mars 2024 à 10h30 - Mis à jour le 13 mars 2024 à 8h05\n\n" + PROSE
    )
    document = Document.plain(text)
    assert document.title == "Marval vote son budget"
    assert document.byline == "Anne Roux"
    assert document.published == PartialDate(2024, 3, 12, time(10, 30))
    assert [block.kind for block in document.blocks] == [
        "heading",
        "header",
        "header",
        "paragraph",
    ]
    assert document.blocks[0].level == 1


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Date: 2024-03-12", "2024-03-12"),
        ("date 2024", "2024"),
        ("Publié le mardi 12 mars 2024", "2024-03-12"),
        ("Paru le 12/03/2024", "2024-03-12"),
        ("Published on March 12, 2024", "2024-03-12"),
        ("Tuesday, March 12, 2024", "2024-03-12"),
        ("12 mars 2024", "2024-03-12"),
        ("Updated 12 March 2024", "2024-03-12"),
    ],
)
def test_a_line_that_dates_the_article_is_header(line: str, iso: str) -> None:
    text = f"{line}\n\n{PROSE}"
    document = Document.plain(text)
    assert blocks(text) == [("header", line), ("paragraph", PROSE)]
    assert document.published is not None
    assert document.published.isoformat() == iso


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Par Anne Roux", "Anne Roux"),
        ("Par Anne Roux, envoyée spéciale à Marval", "Anne Roux"),
        ("Par Anne Roux et Paul d'Estrel", "Anne Roux et Paul d'Estrel"),
        ("By Jane Doe, Science Editor", "Jane Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("Jane Doe, The Associated Press", "Jane Doe"),
        ("Par AFP", "AFP"),
    ],
)
def test_a_line_that_signs_the_article_is_header(line: str, byline: str) -> None:
    text = f"{line}\n\n{PROSE}"
    assert blocks(text) == [("header", line), ("paragraph", PROSE)]
    assert Document.plain(text).byline == byline


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (AFP) –",
        "KYIV, Feb 14 (Reuters) -",
        "Kiev —",
        "MARVAL |",
        "NEW YORK --",
        "29 mai 2012. -",
    ],
)
def test_a_dateline_parts_from_the_first_sentence(dateline: str) -> None:
    assert blocks(f"{dateline} {PROSE}\n\nFin.") == [
        ("header", dateline),
        ("paragraph", PROSE),
        ("paragraph", "Fin."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs, le maire a démissionné.",
        "By Tuesday, nobody knew.",
        "Le 12 mars 2024, le maire a démissionné.",
        "Mardi, le maire a démissionné.",
        "Le maire – élu en mars – a démissionné.",
        "Titre de gloire du maire, la piscine ferme.",
    ],
)
def test_a_sentence_is_no_header(line: str) -> None:
    assert blocks(f"{line}\n\nIl part.") == [("paragraph", line), ("paragraph", "Il part.")]


def test_a_text_without_title_takes_its_first_sentence_cut_at_a_word() -> None:
    assert Document.plain("Le maire part. Il a 60 ans.").title == "Le maire part"
    title = Document.plain(PROSE).title
    assert len(title) <= 91
    assert title == (
        "Le conseil municipal de Marval a voté le budget après deux heures de débat, devant une…"
    )


def test_a_labelled_title_is_the_title() -> None:
    text = f"Title: A vote in Marval\nDate: 2024-03-12\n\n{PROSE}"
    assert Document.plain(text).title == "A vote in Marval"


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    text = f"{PROSE}\n\nUn vote serré\n\n{PROSE}\n\n« On a eu peur »\n\n{PROSE}\n\nFin"
    assert [kind for kind, _ in blocks(text)] == [
        "paragraph",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_a_short_sentence_is_no_heading() -> None:
    text = f"{PROSE}\n\nIl part.\n\n{PROSE}\n\n« On a eu peur. »\n\n{PROSE}"
    assert {kind for kind, _ in blocks(text)} == {"paragraph"}


def test_list_marks_and_quotation_marks_stay_outside_their_blocks() -> None:
    text = f"{PROSE}\n\n- réduire les taxes ;\n• vendre le parc\n1. attendre\n\n> Rien ne presse."
    assert blocks(text)[1:] == [
        ("item", "réduire les taxes ;"),
        ("item", "vendre le parc"),
        ("item", "attendre"),
        ("quotation", "Rien ne presse."),
    ]


def test_talk_opened_by_dashes_is_no_list() -> None:
    text = f"{PROSE}\n\n– Vous partez ? demande-t-elle.\n– Oui.\n\n- Quand ?\n- Demain."
    assert blocks(text)[1:] == [
        ("paragraph", "– Vous partez ? demande-t-elle."),
        ("paragraph", "– Oui."),
        ("paragraph", "- Quand ?"),
        ("paragraph", "- Demain."),
    ]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    text = f"{PROSE}\nUn vote serré\n{PROSE}\n{PROSE}"
    assert [kind for kind, _ in blocks(text)] == ["paragraph", "heading", "paragraph", "paragraph"]


def test_lines_wrapped_by_hand_are_joined() -> None:
    text = (
        "Le conseil municipal de Marval a voté hier soir un budget en hausse\n"
        "de 3 %, malgré l'opposition d'une partie des élus de la majorité qui\n"
        "demandaient un report.\n"
        "\n"
        "Le maire, Paul Roux, s'est dit « soulagé » par ce vote, qui clôt des\n"
        "semaines de débats."
    )
    assert [kind for kind, _ in blocks(text)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("text", ["Titre : x\n" * 5_000, "date 2023-02\n" * 5_000])
def test_an_endless_header_ends(text: str) -> None:
    assert sum(block.kind == "header" for block in Document.plain(text).blocks) == 24


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "Par Anne Roux",
                    "Publié le 12 mars 2024",
                    "date 2023-02",
                    "PARIS (AFP) – Il part.",
                ),
                *(
                    "- un",
                    "> deux",
                    "– Trois ?",
                    "1. quatre",
                    PROSE,
                    "Un titre",
                    "",
                    " ",
                    "\u00a0",
                    "«",
                ),
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["\n", "\n\n", " \n", "\n \n"]),
)
def test_blocks_stand_in_order_and_hold_every_word(lines: list[str], joint: str) -> None:
    text = joint.join(lines)
    position = 0
    outside = ""
    for block in Document.plain(text).blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        outside += text[position : block.start]
        position = block.end
    outside += text[position:]
    assert not set(outside) - set(" \n\u00a0->–1.")


def test_a_lead_may_stand_between_title_and_date() -> None:
    text = (
        "Le pont de Merlac rouvre\n\nLa mairie l'annonce pour mai.\n\n"
        "11 février 2016. –\nLe pont rouvre."
    )
    document = Document.plain(text)
    assert document.published == PartialDate(2016, 2, 11)
    assert [block.kind for block in document.blocks] == [
        "heading",
        "paragraph",
        "header",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Ten bridges to see",
        "Story continues below advertisement",
        "À lire aussi : dix ponts",
    ],
)
def test_what_the_page_says_of_itself_is_no_heading(line: str) -> None:
    text = f"Un pont rouvre à Merlac.\n\n{line}\n\n{'La mairie en parle depuis longtemps. ' * 5}"
    assert [block.kind for block in Document.plain(text).blocks][1] == "paragraph"
