"""JSON lines: one article a line, with `id`, `text` and perhaps `lang`, `title`, `published`."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from tui.locale import _
from tui.parser import Document
from tui.parser.dates import read_date
from tui.sources.loaded import Loaded, SourceError, shown_name
from tui.sources.metadata import language_code
from tui.text.clean import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 16_000_000
"""Bytes of one article: no news article comes near it, and memory stays bounded."""


def read_json_lines(stream: IO[bytes], name: str) -> Iterator[Loaded | SourceError]:
    """Yield the article of each line as it is read; a bad line is an error in its place.

    Of a file that begins with something else than an article, only that is said.
    """
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        place = _("{name}, line {number}").format(name=name, number=number)
        if len(line) > LONGEST_LINE:
            yield SourceError(_("{place}: too long for one article").format(place=place))
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
        elif line.strip():
            result = _read_line(line, place, name, f"{name}:{number}")
            yield result
            if number == 1 and isinstance(result, SourceError):
                return


def _read_line(line: bytes, place: str, name: str, fallback: str) -> Loaded | SourceError:
    try:
        item: Any = json.loads(line)
    except (ValueError, RecursionError):  # not UTF-8 is a ValueError too
        return SourceError(_("{place}: not JSON; write one object a line").format(place=place))
    return article_of(item, place, name, fallback)


def article_of(item: Any, place: str, name: str, fallback: str) -> Loaded | SourceError:
    """Read the object that holds an article; `place` names it in errors, `name` its file.

    Without an `id`, its origin is `fallback`.
    """
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        return SourceError(
            _('{place}: no article; it needs an object with "text"').format(place=place)
        )
    text = clean(item["text"])
    if not text.strip():
        return SourceError(_("{place}: the text is empty").format(place=place))
    title, published, lang = (item.get(key) for key in ("title", "published", "lang"))
    document = Document.plain(
        text,
        title=clean_line(title) if isinstance(title, str) and title.strip() else None,
        published=read_date(clean_line(published)) if isinstance(published, str) else None,
        language=language_code(lang) if isinstance(lang, str) else None,
    )
    identity = item.get("id")
    given = isinstance(identity, str | int) and str(identity).strip()
    if not given:
        return Loaded(document, fallback)
    return Loaded(document, shown_name(str(identity)), file=name)
