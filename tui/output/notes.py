"""Evidence as notes in Markdown: the words, whose they are, where they stand.

An HTML comment, which no reader of Markdown shows, says where by offsets, so that
`newsreader verify` can check a note against the library.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.locale import _, format_date
from tui.output.anchors import anchor
from tui.output.markdown import escape
from tui.output.wording import figure_in_words, kind_in_words
from tui.parser import Figure, PartialDate, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def as_note(record: Mapping[str, Any]) -> str:
    """Write one piece of evidence with its citation."""
    return "\n".join(_lines(record)) + "\n\n"


def _lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield f"> {escape(record['text'])}"
    yield ">"
    told = " · ".join(part for part in _citation(record) if part)
    yield f"> — {told}"
    if record.get("context"):
        yield ">"
        yield f"> … {escape(record['context'])} …"
    if record.get("note"):
        yield ">"
        yield f"> *{_('Note')}*: {escape(record['note'])}"
    if record.get("tags"):
        yield ">"
        yield f"> *{_('Tags')}*: {escape(record['tags'])}"
    yield anchor(record)


def _citation(record: Mapping[str, Any]) -> Iterator[str]:
    if record["type"] == "quote":
        who = escape(record["speaker"] or _("speaker not named"))
        yield f"**{who}**" + (f" ({escape(record['role'])})" if record["role"] else "")
        yield kind_in_words(Quote(0, 0, "", record["kind"], None, None, None))
        if record["date"]:
            yield _date(record["date"])
    elif record["type"] == "figure":
        of = f" ({escape(record['of'])})" if record["of"] else ""
        meant = Figure(
            0, 0, "", record["value"], record["high"], record["unit"], record["per"],
            record["bound"], None, record["change"], None,
        )  # fmt: skip
        yield f"**{escape(figure_in_words(meant))}**{of}"
    title = escape(record["title"] or _("untitled"))
    yield f"[{title}](<{_target(record['url'])}>)" if record["url"] else f"*{title}*"
    yield escape(record["source"] or "")
    yield _date(record["published"]) if record["published"] else ""
    yield f"¶{record['paragraph']}" if record["paragraph"] is not None else ""
    if record["start"] is None:
        yield _("no longer in the article")
    if record.get("corrected"):
        yield _("corrected by the reader")


def _date(written: str) -> str:
    return format_date(PartialDate.fromisoformat(written), long=True)


def _target(url: str) -> str:
    """Write an address so that it ends where it ends."""
    return re.sub(r"[<>\s\\]", lambda match: f"%{ord(match.group()):02X}", url)
