"""Reading exports back: what each piece of evidence in them says of a text, to be checked."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.output.anchors import MARK
from tui.output.bibtex import unescape as from_tex
from tui.output.csv import BOM, unguarded
from tui.text.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPED = re.compile(r"\\([\\`*_\[\]<|~&+=#>.)-])")
_FIELD = re.compile(r"^ {2}(\w+) = \{(.*)\},?$")


class Claim(NamedTuple):
    """What an export says: these words stand there in the text of that hash."""

    line: int
    """Of the export, where it can be told; else which claim of the export it is."""
    text_hash: str
    start: int
    end: int
    words: str | None
    """As the export has them; None where it has them in no way that can be compared."""
    spaced: bool = True
    """Whether spaces and line ends are those of the text."""


class NotExport(ValueError):  # noqa: N818 - a reader of the code sees what it says
    """The file is none that newsreader wrote, or says nothing that can be checked."""


def claims(text: str) -> list[Claim]:
    """Read what an export in any of the formats says; raise `NotExport` for anything else."""
    stripped = text.removeprefix(BOM).lstrip()
    if stripped.startswith("<!DOCTYPE html"):
        found = _in_html(text)
    elif stripped[:1] in "[{":
        found = list(_in_json(text))
    elif re.match(r"@\w+\{", stripped):
        found = list(_in_bibtex(text))
    elif MARK.search(text):
        found = list(_in_markdown(text))
    else:
        found = list(_in_csv(text.removeprefix(BOM)))
    if not found:
        raise NotExport
    return found


def _in_json(text: str) -> Iterator[Claim]:
    try:
        try:
            whole = json.loads(text)
            rows = list(enumerate(whole if isinstance(whole, list) else [whole], 1))
        except ValueError:  # more than one object: one a line
            lines = enumerate(text.splitlines(), 1)
            rows = [(number, json.loads(line)) for number, line in lines if line.strip()]
    except (ValueError, RecursionError) as error:
        raise NotExport from error
    for number, row in rows:
        if isinstance(row, dict):
            yield from _of_object(number, row)


def _of_object(number: int, row: dict[str, Any]) -> Iterator[Claim]:
    if isinstance(row.get("custom"), dict):  # CSL
        row = row["custom"]
    if isinstance(row.get("quotes"), list) and isinstance(row.get("text"), str):  # an article
        words = fingerprint(row["text"]).hex()
        for item in (*row["quotes"], *row.get("figures", ())):
            yield from _of_object(number, item | {"text_hash": words})
    elif _is_claim(row):
        yield Claim(number, row["text_hash"], row["start"], row["end"], row.get("text"))


def _is_claim(row: dict[str, Any]) -> bool:
    return (
        isinstance(row.get("text_hash"), str)
        and isinstance(row.get("start"), int)
        and isinstance(row.get("end"), int)
        and isinstance(row.get("text"), str | None)
    )


def _in_csv(text: str) -> Iterator[Claim]:
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    try:
        for row in reader:
            if row.get("text_hash"):
                start, end = int(row["start"]), int(row["end"])
                words = unguarded(row["text"] or "")
                yield Claim(reader.line_num, row["text_hash"], start, end, words)
    except (KeyError, TypeError, ValueError, csv.Error) as error:
        raise NotExport from error


def _in_markdown(text: str) -> Iterator[Claim]:
    words: list[str] = []
    quoting = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("> ") and not quoting:
            words, quoting = [line[2:]], True
        elif match := MARK.search(line):
            said = _ESCAPED.sub(r"\1", words[0]) if words else None
            hash_, start, end = match.groups()
            yield Claim(number, hash_, int(start), int(end), said, spaced=False)
            words = []
        if not line.startswith(">"):
            quoting = False


def _in_bibtex(text: str) -> Iterator[Claim]:
    words = None
    for number, line in enumerate(text.splitlines(), 1):
        match = _FIELD.match(line)
        if match and match.group(1) == "annote":
            words = from_tex(match.group(2))
        elif match and (found := MARK.search(match.group(2))):
            hash_, start, end = found.groups()
            yield Claim(number, hash_, int(start), int(end), words, spaced=False)
            words = None


def _in_html(text: str) -> list[Claim]:
    reader = _Page()
    reader.feed(text)
    return reader.claims


class _Page(HTMLParser):
    """Reads the list of evidence in a page that `tui.output.html` wrote."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.claims: list[Claim] = []
        self._mark: tuple[str, int, int] | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = MARK.fullmatch(dict(attrs).get("data-place") or "")
        if tag == "q" and found:
            self._mark = (found.group(1), int(found.group(2)), int(found.group(3)))
            self._words = []

    def handle_data(self, data: str) -> None:
        if self._mark:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "q" and self._mark:
            self.claims.append(Claim(self.getpos()[0], *self._mark, "".join(self._words)))
            self._mark = None
