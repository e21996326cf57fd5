from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.parser import Block, Document, PartialDate

if TYPE_CHECKING:
    from tui.parser.document import BlockKind


def test_only_prose_may_hold_evidence() -> None:
    kinds: tuple[BlockKind, ...] = (
        *("paragraph", "heading", "item", "quotation", "row"),
        *("code", "link", "header"),
    )
    blocks = tuple(Block(n, n + 1, kind) for n, kind in enumerate(kinds))
    assert [block.kind for block in Document("x" * 8, blocks).prose()] == list(kinds[:5])


def test_what_the_caller_gives_wins_over_what_the_text_says() -> None:
    text = "Un vote serré\n\nPublié le 12 mars 2024\n\nLe conseil a voté."
    document = Document.plain(
        text, title="Le vrai titre", published=PartialDate(2023), language="fr"
    )
    assert document.title == "Le vrai titre"
    assert document.published == PartialDate(2023)
    assert document.language == "fr"
    assert [block.kind for block in document.blocks] == ["heading", "header", "paragraph"]


@pytest.mark.parametrize("text", ["", " ", "\n\n \n"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    document = Document.plain(text)
    assert document.blocks == ()
    assert document.title == ""
