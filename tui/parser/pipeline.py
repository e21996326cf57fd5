"""Document in, Article out."""

from __future__ import annotations

from tui.parser import collector
from tui.parser.article import Article
from tui.parser.dates import find_dates
from tui.parser.document import Document
from tui.parser.figures import find_figures
from tui.parser.languages import KNOWN, detect, language
from tui.parser.quotes import find_speech


def parse(source: Document | str) -> Article:
    """Find the evidence in a document, or in plain text that has passed `clean`.

    The same document gives the same article, whatever was parsed before.
    """
    with collector.paused():
        document = Document.plain(source) if isinstance(source, str) else source
        code = document.language or detect(document.text)
        known = language(code) if code in KNOWN else None
        dates = find_dates(document, known)
        figures = find_figures(document, known, dates)
        speech = find_speech(document, known, dates)
        return Article(document, code, speech.quotes, speech.terms, figures, dates, speech.people)
