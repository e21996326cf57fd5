"""What the fuzzers feed: each target takes an input and holds what is promised of any."""

from __future__ import annotations

import io
import json
import logging
import math
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.long.robustness import faults
from tui.library.query import grammar
from tui.library.query.errors import QueryError
from tui.output.json import as_line
from tui.parser import Document, PartialDate, parse
from tui.parser.dates import find_dates, read_date, read_date_at
from tui.parser.languages import KNOWN, language
from tui.parser.marks import find_runs
from tui.parser.numbers import find_numerals
from tui.sources import opml
from tui.sources.decode import NotTextError, decode
from tui.sources.feeds import reading as feeds
from tui.sources.json_lines import read_json_lines
from tui.sources.loaded import SourceError
from tui.sources.mail import reading as letters
from tui.sources.mail import saved
from tui.sources.markdown import read_markdown
from tui.sources.metadata import mail_date, web_address
from tui.sources.office import pdf
from tui.sources.pages import reading as pages
from tui.sources.worker import Given
from tui.text.clean import clean, clean_line
from tui.text.find import find_all
from tui.text.typography import level
from tui.text.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.sources.loaded import Loaded
    from tui.sources.worker import Answer

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every fault it mends
GIVEN = Given("x", "x", "https://rive.example/x")


def check_parse(text: str) -> None:
    _check_article(Document.plain(clean(text)))


def check_markdown(text: str) -> None:
    _check_article(read_markdown(clean(text)))


def check_marks(text: str) -> None:
    text = clean(text)
    paragraphs = [(block.start, block.end) for block in Document.plain(text).prose()]
    found = find_runs(text, paragraphs)
    assert len(found) == len(paragraphs)
    for runs, (start, end) in zip(found, paragraphs, strict=True):
        for run in runs:
            assert start <= run.outer_start <= run.start <= run.end <= run.outer_end <= end
        assert all(one.outer_end <= two.outer_start for one, two in pairwise(runs))


def check_numbers(text: str) -> None:
    text = level(clean(text))
    for code in KNOWN:
        last = 0
        for numeral in find_numerals(text, language(code).quantities):
            assert last <= numeral.start < numeral.end <= len(text)
            assert not math.isnan(numeral.value)
            last = numeral.end


def check_dates(text: str) -> None:
    text = clean(text)
    document = Document.plain(text, published=read_date(text[:40]))
    for code in (*KNOWN, None):
        for found in find_dates(document, language(code) if code else None):
            assert document.text[found.start : found.end] == found.text
            if found.date is not None:
                assert PartialDate.fromisoformat(found.date.isoformat()) == found.date
    read_date_at(text, len(text) // 2)
    mail_date(text[-40:])


def check_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert "\n" not in clean_line(text)


def check_query(text: str) -> None:
    for typing in (True, False):
        try:
            grammar.parse(text[:200], typing=typing)
        except QueryError as error:
            _check_told(error)


def check_find(text: str) -> None:
    text = clean(text)
    for start, end in find_all(text, text[len(text) // 2 :][:8]):
        assert 0 <= start < end <= len(text)


def check_wrap(text: str) -> None:
    text = clean(text)
    last = 0
    for start, end in wrap(
        text, 0, len(text), 1 + len(text) % 80, lambda body: bytes([1]) * len(body)
    ):
        assert last <= start <= end
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


def check_decode(text: str) -> None:
    try:
        decoded, _notice = decode(_bytes(text)[1:])
    except NotTextError:
        return
    assert clean(decoded) == decoded


def check_json_lines(text: str) -> None:
    line = '{"text": "' + text.replace("\n", "\\n") + '", "lang": "fr"}\n' + text
    found = read_json_lines(io.BytesIO(_bytes(line)), "x")
    _check_loaded(one for one in found if not isinstance(one, SourceError))


def check_page(text: str) -> None:
    _check_reader(lambda: pages.read(_bytes(text), GIVEN))


def check_feed(text: str) -> None:
    _check_reader(lambda: feeds.read(_bytes(text), GIVEN))


def check_letter(text: str) -> None:
    _check_reader(lambda: letters.read(_bytes(text), GIVEN))


def check_saved_page(text: str) -> None:
    _check_reader(lambda: saved.read(_bytes(text), GIVEN))


def check_pdf(text: str) -> None:
    _check_reader(lambda: pdf.read(text.encode("latin-1", "replace"), GIVEN))


def check_opml(text: str) -> None:
    try:
        found = opml.read(_bytes(text), "x")
    except SourceError:
        return
    for outline in found:
        assert web_address(outline.url) == outline.url
        assert clean(outline.title) == outline.title


TARGETS: dict[str, Callable[[str], None]] = {
    "clean": check_clean,
    "marks": check_marks,
    "numbers": check_numbers,
    "dates": check_dates,
    "query": check_query,
    "find": check_find,
    "wrap": check_wrap,
    "parse": check_parse,
    "decode": check_decode,
    "markdown": check_markdown,
    "json lines": check_json_lines,
    "page": check_page,
    "feed": check_feed,
    "letter": check_letter,
    "saved page": check_saved_page,
    "pdf": check_pdf,
    "opml": check_opml,
}


def _check_article(document: Document) -> None:
    """Parse, and hold every promise of spans; what is printed reads back as standard JSON."""
    _check_document(document)
    article = parse(document)
    assert not list(faults(article))
    json.loads(as_line(article, "x"))


def _check_reader(read: Callable[[], Answer]) -> None:
    try:
        answer = read()
    except SourceError as error:
        _check_told(error)
    else:
        _check_loaded(answer.articles)


def _check_told(error: Exception) -> None:
    """Hold that what went wrong can be shown as it is."""
    assert clean_line(str(error)) == str(error)


def _check_loaded(found: Iterable[Loaded]) -> None:
    for loaded in found:
        _check_document(loaded.document)
        assert clean_line(loaded.origin) == loaded.origin


def _check_document(document: Document) -> None:
    for words in (document.text, document.title or "", document.byline or ""):
        assert clean(words) == words
    for block in document.blocks:
        assert 0 <= block.start <= block.end <= len(document.text)
        assert block.href is None or clean_line(block.href) == block.href


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
