from __future__ import annotations

import io
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tui.sources.loaded import SourceError
from tui.sources.office import docx as word
from tui.sources.office import pdf
from tui.sources.worker import Given

if TYPE_CHECKING:
    from tui.parser import Document

GIVEN = Given("f", "f")


def words(text: str) -> bytes:
    """Make a PDF of one page, a line of text each."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in text.split("\n"))
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET".encode("cp1252")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def test_a_pdf_gives_its_words_and_joins_what_a_line_has_cut() -> None:
    pytest.importorskip("pypdf")
    (loaded,) = pdf.read(words("Le bac est répa-\nré depuis mardi."), GIVEN).articles
    assert loaded.document.text == "Le bac est réparé depuis mardi."


def test_a_word_file_keeps_what_its_paragraphs_are() -> None:
    docx = pytest.importorskip("docx")
    file = docx.Document()
    file.add_heading("Le bac", 1)
    file.add_paragraph("Le bac repart lundi.")
    file.add_paragraph("un", style="List Bullet")
    file.add_paragraph("Merci à tous.", style="Quote")
    table = file.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Piéton", "1 €"
    file.core_properties.author = "Anne Roux"
    saved = io.BytesIO()
    file.save(saved)
    (loaded,) = word.read(saved.getvalue(), GIVEN).articles
    document: Document = loaded.document
    assert [(b.kind, document.text[b.start : b.end]) for b in document.blocks] == [
        ("heading", "Le bac"),
        ("paragraph", "Le bac repart lundi."),
        ("item", "un"),
        ("quotation", "Merci à tous."),
        ("row", "Piéton | 1 €"),
    ]
    assert (document.title, document.byline) == ("Le bac", "Anne Roux")


def test_what_is_damaged_or_swells_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    pytest.importorskip("docx")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b" " * 70_000_000)
    for read, data in (
        (pdf.read, b"%PDF-1.7\nabc"),
        (word.read, b"PK\x03\x04abc"),
        (word.read, bomb.getvalue()),
    ):
        with pytest.raises(SourceError, match=r"^f: damaged"):
            read(data, GIVEN)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    monkeypatch.setitem(sys.modules, "docx", None)
    for read in (pdf.read, word.read):
        with pytest.raises(SourceError, match=r"newsreader-tui\[office\]"):
            read(b"", GIVEN)
