"""When it was said: only as far as the article's own date allows."""

from __future__ import annotations

import pytest

from tui.parser import Block, Document, PartialDate, parse

THURSDAY = PartialDate(2024, 3, 14)


def said(text: str, published: PartialDate | None = THURSDAY) -> list[str | None]:
    document = Document(
        text, (Block(0, len(text), "paragraph"),), published=published, language="fr"
    )
    return [quote.date.isoformat() if quote.date else None for quote in parse(document).quotes]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("« Le pont tiendra », a assuré mardi Anne Roux devant la presse.", "2024-03-12"),
        ("« Le pont tiendra », a assuré Anne Roux le 14 février 2023.", "2023-02-14"),
        ("« Le pont tiendra », confiait en 2016 l'architecte Luc Morel.", "2016"),
        ("Interrogée mercredi à la radio, Anne Roux a jugé « le pont trop vieux ».", "2024-03-13"),
        ("Construite en 2011, la halle est « trop petite », a dit Anne Roux.", None),
        ("« Le pont rouvrira le 3 mai », a dit Anne Roux devant les élus.", None),
    ],
)
def test_the_date_beside_the_cue_tells_when(text: str, date: str | None) -> None:
    assert said(text) == [date]


def test_a_weekday_needs_the_day_of_the_article() -> None:
    assert said("« Le pont tiendra », a assuré mardi Anne Roux.", PartialDate(2024, 3)) == [None]
