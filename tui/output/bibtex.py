"""Evidence as BibTeX: an entry for each piece, its words in `annote`, where they stand in `note`.

Only what every BibTeX and biber reads is used; characters that TeX would act on are written so that
it prints them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.output.anchors import mark
from tui.text.find import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
_ESCAPES = str.maketrans(_TEX)
_WRITTEN = {written: character for character, written in _TEX.items()}
_UNESCAPES = re.compile("|".join(map(re.escape, _WRITTEN)))


def escape(text: str) -> str:
    """Write foreign text on one line so that TeX prints it as it is."""
    return " ".join(text.split()).translate(_ESCAPES)


def unescape(text: str) -> str:
    """Read what `escape` wrote."""
    return _UNESCAPES.sub(lambda match: _WRITTEN[match.group()], text)


def as_entry(record: Mapping[str, Any]) -> str:
    """Write one piece of evidence as an entry."""
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(record) if value)
    return f"@misc{{{key(record)},\n{fields}\n}}\n\n"


def key(record: Mapping[str, Any]) -> str:
    """Name an entry: who or what, the year, and its place, which makes it the only one."""
    what = record.get("speaker") or record.get("of") or record["title"] or record["type"]
    word = re.sub(r"[^a-z0-9]", "", fold(what.split()[-1] if what.split() else "")) or "x"
    year = (record["published"] or "")[:4]
    place = f"{record['article']}-{record['start']}" if record["start"] is not None else "lost"
    return f"{word}{year}-{place}"


def _fields(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{escape(record['title'] or '')}}}"
    yield "howpublished", escape(record["source"] or "")
    year, *rest = (record["published"] or "").partition("T")[0].split("-")
    yield "year", year
    yield "month", rest[0] if rest else ""
    yield "date", (record["published"] or "").partition("T")[0]
    yield "url", re.sub(r"[{}\\\s]", lambda m: f"%{ord(m.group()):02X}", record["url"] or "")
    if record["type"] == "quote":
        role = f" ({escape(record['role'])})" if record["role"] else ""
        yield "keywords", escape(record["speaker"] or "") + role
    if record.get("note"):
        yield "abstract", escape(record["note"])
    yield "annote", escape(record["text"])
    paragraph = f"¶{record['paragraph']}, " if record["paragraph"] is not None else ""
    if record["start"] is not None:
        yield "note", paragraph + mark(record["text_hash"], record["start"], record["end"])
