"""Posts set into an article without marks."""

from __future__ import annotations

from tui.parser import Document, parse

POST = "Le pont est clos ce soir, évitez les quais « gelés » ! #port"
LINK = " https://t.co/aB3dE— Ville de Marsou (@marsou) 5 mai 2021"


def quoted(text: str) -> list[tuple[str, str | None]]:
    quotes = parse(Document.plain(text, language="fr")).quotes
    return [(quote.text, quote.speaker.name if quote.speaker else None) for quote in quotes]


def test_a_post_is_quoted_whole_from_its_author() -> None:
    assert quoted(f"Le port a réagi.\n\n{POST}{LINK}\n\nIl neige.") == [(POST, "Ville de Marsou")]


def test_a_post_that_a_page_shows_twice_begins_where_it_comes_again() -> None:
    words = [words for words, _ in quoted(f"Il neige. {POST}{LINK} {POST} Le port a réagi.")]
    assert words == [POST, POST]


def test_a_long_paragraph_before_a_signature_is_no_post() -> None:
    told = "La mairie a longuement parlé des quais. " * 12
    assert quoted(f"{told}— Ville de Marsou (@marsou) 5 mai 2021") == []


def test_a_signature_on_a_line_of_its_own_signs_the_paragraph_before() -> None:
    text = "Le port ferme ce soir à minuit https://t.co/abc\n— Anne Roux (@aroux) 5 mai 2021\n"
    [quote] = parse(Document.plain(text, language="fr")).quotes
    assert (quote.text, quote.speaker and quote.speaker.name) == (
        "Le port ferme ce soir à minuit",
        "Anne Roux",
    )
