"""A Word file to an article: headings, lists, quotations, tables and links as they are."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from tui.parser import PartialDate
from tui.sources.loaded import Loaded
from tui.sources.metadata import web_address
from tui.sources.office import missing, unreadable
from tui.sources.pages.extraction import document
from tui.sources.pages.reading import empty
from tui.sources.worker import Answer
from tui.sources.writing import Writer
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from tui.parser.document import BlockKind
    from tui.sources.worker import Given

LARGEST = 64_000_000
"""Bytes of the parts of a file, unpacked."""
MOST_PARTS = 2_000

_HEADING = re.compile(r"(?:Heading|Titre) (\d)")


def read(data: bytes, given: Given) -> Answer:
    """Read a Word file; `SourceError` for a damaged one, or one that unpacks to too much."""
    try:
        import docx  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
        from docx.table import Table  # noqa: PLC0415
    except ImportError:
        raise missing(given) from None
    writer = Writer()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            sizes = [part.file_size for part in parts.infolist()]
        if len(sizes) > MOST_PARTS or sum(sizes) > LARGEST:
            raise unreadable(given)
        file = docx.Document(io.BytesIO(data))
        for part in file.iter_inner_content():
            if isinstance(part, Table):
                for row in part.rows:
                    cells = [" ".join(cell.text.split()) for cell in row.cells]
                    writer.add(" | ".join(cells), "row")
            else:
                _write(part, writer)
        about = file.core_properties
        title, author, made = clean_line(about.title), clean_line(about.author), about.created
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise unreadable(given) from error
    if not writer.text.strip():
        raise empty(given)
    return Answer(
        (
            Loaded(
                document(
                    writer,
                    title=title,
                    byline=author or None,
                    published=PartialDate(made.year, made.month, made.day) if made else None,
                ),
                given.origin,
            ),
        )
    )


def _write(paragraph: Any, writer: Writer) -> None:
    """Write a paragraph as what its style says it is."""
    style = str(paragraph.style.name or "") if paragraph.style is not None else ""
    kind: BlockKind = "paragraph"
    level, marker = 0, ""
    if heading := _HEADING.match(style):
        kind, level = "heading", int(heading[1])
    elif style in ("Title", "Titre"):
        kind, level = "heading", 1
    elif style.startswith(("List", "Liste")):
        kind, level, marker = "item", 1, "• "
    elif "Quote" in style or style.startswith("Citation"):
        kind, level = "quotation", 1
    words = ""
    links = []
    for piece in paragraph.iter_inner_content():
        start = len(words)
        words += piece.text
        address = web_address(getattr(piece, "address", "") or "")
        if address and piece.text.strip():
            links.append((start, len(words), address))
    lead = len(words) - len(words.lstrip())
    writer.add(
        words.strip(),
        kind,
        level=level,
        marker=marker,
        links=[(max(0, a - lead), min(b - lead, len(words.strip())), href) for a, b, href in links],
    )
