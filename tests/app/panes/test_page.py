from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tui.app.panes.cells import measure
from tui.app.panes.page import lay_out, margin
from tui.parser import Block, Document

if TYPE_CHECKING:
    from tui.parser.document import BlockKind

KINDS: list[BlockKind] = [
    "paragraph",
    "heading",
    "item",
    "quotation",
    "row",
    "code",
    "header",
]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a text cut anywhere into blocks, with gaps between them."""
    text = draw(st.text(st.sampled_from("ab é« »20;\n\t日\u0301\u00ad"), max_size=80))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    blocks = tuple(
        Block(start, end, draw(st.sampled_from(KINDS)), draw(st.integers(0, 2)))
        for start, end in pairs
    )
    return Document(text, blocks)


@given(documents(), st.integers(1, 30))
def test_all_that_shows_stands_on_one_line_and_no_place_falls_back(
    document: Document, width: int
) -> None:
    page = lay_out(document, width, measure)
    assert page.starts == sorted(page.starts)
    shown = [n for a, b in zip(page.starts, page.ends, strict=True) for n in range(a, b)]
    assert len(shown) == len(set(shown))
    wanted = {n for n, character in enumerate(document.text) if not character.isspace()}
    assert wanted <= set(shown)


@given(documents(), st.integers(1, 30))
def test_an_offset_finds_its_line(document: Document, width: int) -> None:
    page = lay_out(document, width, measure)
    for start, end in zip(page.starts, page.ends, strict=True):
        for offset in range(start, end):
            line = page.line_of(offset)
            assert page.starts[line] <= offset < page.ends[line]


def test_items_follow_each_other_and_paragraphs_stand_apart() -> None:
    document = Document("un\ndeux\ntrois", (Block(0, 2, "item"), Block(3, 7, "item")))
    page = lay_out(document, 20, measure)
    kinds = [block.kind if block else None for block in page.blocks]
    assert kinds == ["item", "item", None, "paragraph"]


def test_lines_broken_by_a_program_flow_and_verse_stays() -> None:
    wrapped = "un texte que quelqu’un a fait couper à soixante colonnes par\nson éditeur"
    page = lay_out(Document(wrapped, (Block(0, len(wrapped), "paragraph"),)), 80, measure)
    assert len(page) == 1
    verse = "Un vers court\nun autre"
    page = lay_out(Document(verse, (Block(0, len(verse), "paragraph"),)), 80, measure)
    assert len(page) == 2


def test_marks_of_items_and_quotations_stand_before_their_lines() -> None:
    assert margin("a", Block(0, 1, "item", 2), first=True) == "  • "
    assert margin("a", Block(0, 1, "item", 2), first=False) == "    "
    assert margin("a", Block(0, 1, "quotation", 1), first=False) == "│ "


def test_marks_that_the_text_has_are_drawn_once() -> None:
    text = "• un\n12. deux\n> trois\nSoit quatre"
    blocks = (Block(2, 4, "item", 1), Block(9, 13, "item", 1), Block(16, 21, "quotation", 1))
    page = lay_out(Document(text, blocks), 20, measure)
    shown = [
        margin(text, block, first=True) + text[start:end]
        for start, end, block in zip(page.starts, page.ends, page.blocks, strict=True)
        if block
    ]
    assert shown == ["• un", "12. deux", "│ trois", "Soit quatre"]
