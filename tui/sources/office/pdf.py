"""A PDF to an article: its words line by line, since it has no paragraphs to give."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.parser import Document
from tui.sources.loaded import Loaded
from tui.sources.metadata import mail_date
from tui.sources.office import missing, unreadable
from tui.sources.pages.reading import empty
from tui.sources.worker import Answer
from tui.text.clean import clean, clean_line

if TYPE_CHECKING:
    from tui.parser import PartialDate
    from tui.sources.worker import Given

MOST_PAGES = 1_000

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-zà-ÿ])")
"""A word that a line's end has cut."""
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


def read(data: bytes, given: Given) -> Answer:
    """Read a PDF; `SourceError` for one of pictures only, or damaged."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        raise missing(given) from None
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
        about = reader.metadata
        title = clean_line(str(about.title or "")) if about else ""
        author = clean_line(str(about.author or "")) if about else ""
        made = str(about.get("/CreationDate") or "") if about else ""
    except (
        *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError),
        *(AssertionError, NotImplementedError, ArithmeticError),  # pypdf did not expect these
    ) as error:
        raise unreadable(given) from error
    words = clean("\n\n".join(_HYPHEN.sub("", page.strip()) for page in pages)).strip()
    if not words:
        raise empty(given)
    document = Document.plain(words, title=title or None)
    return Answer(
        (
            Loaded(
                replace(
                    document,
                    byline=document.byline or author or None,
                    published=document.published or _date(made),
                ),
                given.origin,
            ),
        )
    )


def _date(made: str) -> PartialDate | None:
    """Read when the file was made: "D:20240312101500+01'00'"."""
    match = _DATE.match(made)
    return mail_date("-".join(filter(None, match.groups()))) if match else None
