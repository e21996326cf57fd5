"""A letter to its article: all that it says, since a newsletter has no margins to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser import Document
from tui.sources.decode import decode_markup
from tui.sources.loaded import Loaded
from tui.sources.mail import mime
from tui.sources.metadata import mail_date
from tui.sources.pages.reading import empty
from tui.sources.pages.scan import is_hostile, words_of
from tui.sources.worker import Answer
from tui.sources.writing import Writer
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.sources.mail.mime import Part
    from tui.sources.worker import Given


def read(data: bytes, given: Given) -> Answer:
    """Read a letter: its HTML where it has any, else its plain text."""
    mail = mime.read(data, given.name)
    pages = [part for part in mail.parts if part.type == "text/html"]
    texts = [part for part in mail.parts if part.type == "text/plain"]
    title = mail.headers.get("subject", "")
    byline = mail.sender
    published = mail_date(mail.headers.get("date", ""))
    writer = Writer()
    for part in pages:
        _write(part, writer)
    if writer.text.strip():
        from tui.sources.pages.extraction import document  # noqa: PLC0415 - lxml, for HTML alone

        letter = document(writer, title=title, byline=byline, published=published)
    else:
        words = "\n\n".join(decode_markup(part.data, part.charset)[0] for part in texts).strip()
        if not words:
            raise empty(given)
        plain = Document.plain(words, title=title or None, published=published)
        letter = Document(
            plain.text, plain.blocks, plain.title, byline or plain.byline, plain.published
        )
    return Answer((Loaded(letter, given.origin),))


def _write(part: Part, writer: Writer) -> None:
    from tui.sources.pages import tree  # noqa: PLC0415 - lxml, for HTML alone

    html, _notice = decode_markup(part.data, part.charset)
    root = None if is_hostile(html) else tree.parse(html)
    if root is None:
        writer.add(clean(words_of(html)), "paragraph")
        return
    tree.drop_unseen(root, hidden=True)
    tree.mark_quotations(root, root.get("lang"))
    tree.part_paragraphs(root)
    tree.write(root, writer)
