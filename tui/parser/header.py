"""Plain text becomes blocks: what stands above the article, its headings, its paragraphs.

Blocks stand in order, do not overlap, and begin and end on a character that shows. The header is
read line by line from the top and ends at the first line of prose; nothing is cut out of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tui.parser.dates import read_date_at
from tui.parser.document import Block, Document
from tui.parser.languages.language import KNOWN, language
from tui.text.typography import level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from tui.parser.document import BlockKind
    from tui.parser.languages.masthead import Masthead
    from tui.parser.partial_date import PartialDate

_LONGEST_LABEL = 200
"""A line of the header is short; what is longer is prose."""
_MOST_LINES = 24
"""A header of more lines is a list that looks like one."""
_LONGEST_TITLE = 150
_LONGEST_HEADING = 90
_TITLE_CUT = 90
"""Where the first sentence stands in for a title."""
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 100
"""Mail and terminals wrap at 72 to 80 columns; a longer line is a paragraph of its own."""
_PROBE = 200
"""Lines enough to see how a document parts its paragraphs."""

_CLAUSE_END = '.!?…»”":;,'
_LIST_MARK = re.compile(r"(?:[-*•·▪‣►–—]|\(?\d{1,2}[.)])\s+(?=\S)")
_QUOTATION_MARK = re.compile(r">\s?(?=\S)")
_NAME = (
    r"[A-ZÀ-Þ][\w'.-]*"
    r"(?: (?:[A-ZÀ-Þ][\w'.-]*|d[eiu]|della|del|la|le|van|von|der|den|bin|al|el|d'\w+)){0,5}"
)
_NAMES = rf"{_NAME}(?:(?: et | and | & | avec | with ){_NAME}){{0,4}}"
_SIGNED = re.compile(
    rf"(?P<names>{_NAMES})(?:, .{{2,100}}| \(.{{2,60}}\)| (?:à|in|pour|for) .{{2,60}})?\.?$"
)
_DATELINE = re.compile(
    rf"(?P<place>{_NAME}(?:, {_NAME})?)(?P<more>[ ,(][^–—|\n]{{0,40}}?)?"
    r"(?P<dash> ?[–—|] ?| --? )(?=[A-ZÀ-Þ«“\"'‘0-9])"
)
_TALK = re.compile(r"[?!…]|-t-(?:il|elle|on)\b|\b\w+-(?:il|elle|ils|elles|je|on)\b|\bsaid\b")
_AFP_HEADING = re.compile(r"- (\S.{0,80}\S) -$")
_LINE = re.compile(r"(?P<blank>[^\S\n]*+)(?P<bare>\S[^\n]*+)?\n?")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r".+?\w{3}[.!?…]+[»”\"’]?(?=\s+[^\W\da-zà-ÿ]|\s+[«“\"]|\s*$)", re.DOTALL)


@dataclass
class _Header:
    """What the lines read so far say of the article."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    byline: str | None = None
    published: PartialDate | None = None


def read_plain(
    text: str, *, title: str | None, published: PartialDate | None, language: str | None
) -> Document:
    """Find header, headings and paragraphs of plain text; what the caller gives wins."""
    header = _Header()
    body = list(_body(text, _read_header(text, header)))
    return Document(
        text,
        (*header.blocks, *body),
        title or header.title or _first_sentence(text, body),
        header.byline,
        published or header.published,
        language,
    )


# --- The header --------------------------------------------------------------------------------


def _read_header(text: str, header: _Header) -> int:
    """Read lines from the top while they are about the article; return where the article begins."""
    position = 0
    while position < len(text) and len(header.blocks) < _MOST_LINES:
        start, end = _line(text, position)
        if start == end:
            position = end + 1
            continue
        read = _read_line(text, start, end, header)
        if read is None and header.title is None and _is_title(text, start, end):
            header.title = " ".join(text[start:end].split())
            header.blocks.append(Block(start, end, "heading", 1))
            position = end
            continue
        if read is None:
            read = _read_dateline(text, start, end, header) or start
            if read == start and _is_lead(text, end, header):
                header.blocks.append(Block(start, end, "paragraph"))
                position = end
                continue
        if read > start:
            header.blocks.append(Block(start, start + len(text[start:read].rstrip()), "header"))
        position = read
        if read < end:
            break
    return position


def _is_lead(text: str, end: int, header: _Header) -> bool:
    """Whether a line of prose stands between the title and the line of the date."""
    if header.title is None or header.published is not None:
        return False
    following = end
    while following < len(text) and text[following].isspace():
        following += 1
    probe = _Header()
    start, end = _line(text, following)
    return _read_line(text, start, end, probe) == end and probe.published is not None


def _line(text: str, position: int) -> tuple[int, int]:
    """Give the bounds of the line at an offset, without the spaces around it."""
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    if end - position > _LONGEST_LABEL:  # a long line: only its beginning matters here
        start = position
        while start < end and text[start].isspace():
            start += 1
        return start, end
    line = text[position:end]
    start = position + len(line) - len(line.lstrip())
    return (start, position + len(line.rstrip())) if line.strip() else (end, end)


@cache
def _mastheads() -> tuple[Masthead, ...]:
    return tuple(language(code).masthead for code in KNOWN)


@cache
def _labels(
    kind: Literal["titles", "dates", "updates", "authors", "credits", "by", "asides"],
) -> re.Pattern[str]:
    """Match any language's label of one kind at the beginning of a line."""
    words = sorted({word for masthead in _mastheads() for word in getattr(masthead, kind)}, key=len)
    needs_colon = r" ?: ?" if kind in ("titles", "authors", "credits") else r"(?: ?: ?| )"
    if kind == "asides":  # they hold their own
        needs_colon = r"(?!\w)"
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, reversed(words)))}){needs_colon}", re.IGNORECASE
    )


def past_aside(text: str, start: int, end: int) -> int:
    """Where the words of a levelled line begin behind its label: "Watch below: the mayor …"."""
    label = _labels("asides").match(text, start, min(end, start + _LONGEST_LABEL))
    return label.end() if label else start


def _read_line(text: str, start: int, end: int, header: _Header) -> int | None:
    """Read one line of the header; return where it ends, or None for a line that is prose."""
    line = level(text[start : min(end, start + _LONGEST_LABEL)])
    whole = end - start <= _LONGEST_LABEL
    for kind in ("dates", "updates"):
        if (label := _labels(kind).match(line)) and (found := read_date_at(line, label.end())):
            if kind == "dates" or header.published is None:
                header.published = found.date
            return _after_date(line, start, found.end, end)
    if found := read_date_at(line, 0):
        rest = line[found.end :]
        dated = found.date is not None and found.date.day is not None
        if not rest.strip(" .–—-") or (
            dated and re.match(r"\.? ?[-–—|:] | (?=[A-ZÀ-Þ«“\"])", rest)
        ):
            header.published = header.published or found.date
            return _after_date(line, start, found.end, end)
    if not whole:
        return None
    if label := _labels("titles").match(line):
        header.title = header.title or " ".join(text[start + label.end() : end].split())
        return end
    if label := _labels("authors").match(line):
        header.byline = header.byline or " ".join(text[start + label.end() : end].split())
        return end
    if _labels("credits").match(line):
        return end
    if (
        (label := _labels("by").match(line))
        and (signed := _SIGNED.match(line, label.end()))
        and (" " in signed["names"] or signed["names"].lower() in _agencies())
    ):
        header.byline = signed["names"].rstrip(".")
        return end
    head, comma, agency = line.rpartition(", ")
    if comma and agency.lower() in _agencies() and re.fullmatch(_NAMES, head):
        header.byline = text[start : start + len(head)]
        return end
    return None


@cache
def _agencies() -> frozenset[str]:
    return frozenset().union(*(masthead.agencies for masthead in _mastheads()))


def _after_date(line: str, start: int, date_end: int, end: int) -> int:
    """Take what follows a date into the header: a second date, a dash, the rest of a short line."""
    rest = line[date_end:]
    again = re.match(r"[ ,.|(–—-]{1,4}", rest)
    if again:
        label = _labels("updates").match(rest, again.end())
        if label and (found := read_date_at(rest, label.end())):
            date_end += found.end
            rest = line[date_end:]
    if not rest.strip(" .)|–—-"):
        return min(end, start + len(line))
    dash = re.match(r"\.? ?[-–—|:] ", rest)
    return start + date_end + (dash.end() if dash else 0)


def _read_dateline(text: str, start: int, end: int, header: _Header) -> int | None:
    """Read "PARIS (AFP) –", "KYIV, Feb 14 (Reuters) -" or "Kiev —" before the first sentence."""
    found = _DATELINE.match(level(text[start : min(end, start + _LONGEST_LABEL)]))
    if found is None:
        return None
    place, more, dash = found["place"], found["more"] or "", found["dash"].strip()
    signed = any(agency in more.lower() for agency in _agencies())
    shouted = place.split(",")[0].isupper()
    set_apart = dash in "—|" and not more.strip() and len(place.split()) <= 3
    if not (signed or shouted or set_apart):
        return None
    day = re.search(r"\d", more)
    if day and (said := re.search(r"[A-Za-zÀ-ÿ0-9].*", more)) and header.published is None:
        date = read_date_at(level(more), said.start())
        header.published = date.date if date else None
    return start + found.end()


def _is_title(text: str, start: int, end: int) -> bool:
    """Tell a title: a short line without a full stop, apart from what follows it."""
    if not 0 < end - start <= _LONGEST_TITLE or text[end - 1] in ".…:;,":
        return False
    if not _has_letters(text[start:end]):
        return False
    if _LIST_MARK.match(text, start, end) or _QUOTATION_MARK.match(text, start, end):
        return False
    rest = end + 1
    after = _line(text, rest) if rest < len(text) else (rest, rest)
    if after[0] == after[1]:
        return bool(text[rest : rest + 10_000].strip())
    return after[1] - after[0] > _WIDEST_WRAP or _read_line(text, *after, _Header()) is not None


def _has_letters(line: str) -> bool:
    return _LETTER.search(line) is not None


def _first_sentence(text: str, blocks: list[Block]) -> str:
    """Take the first sentence for a title, cut at a word."""
    for block in blocks:
        if block.kind != "code":
            opening = text[block.start : min(block.end, block.start + 4 * _TITLE_CUT)]
            sentence = _SENTENCE.match(opening)
            words = " ".join((sentence[0] if sentence else opening).split()).lstrip("-–— ")
            if len(words) <= _TITLE_CUT:
                return words.rstrip(".")
            return words[:_TITLE_CUT].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return ""


# --- The body ----------------------------------------------------------------------------------


def _body(text: str, start: int) -> Iterator[Block]:
    """Give each paragraph of the body its role, by its marks and by its neighbours."""
    stretches = list(_stretches(text, start))
    talking = False
    for index, (begin, end) in enumerate(stretches):
        marked = not text[begin].isalpha()
        if marked and (mark := _QUOTATION_MARK.match(text, begin, end)):
            yield Block(mark.end(), end, "quotation", 1)
        elif marked and (heading := _AFP_HEADING.match(text, begin, end)):
            yield Block(*heading.span(1), "heading", 2)
        elif marked and (mark := _LIST_MARK.match(text, begin, end)):
            talking = _is_dialogue(text, begin, end, talking)
            yield Block(begin, end, "paragraph") if talking else Block(mark.end(), end, "item", 1)
            continue
        else:
            following = stretches[index + 1] if index + 1 < len(stretches) else None
            kind: BlockKind = (
                "heading" if index and _is_heading(text, begin, end, following) else "paragraph"
            )
            yield Block(begin, end, kind, 2 if kind == "heading" else 0)
        talking = False


def _is_dialogue(text: str, start: int, end: int, talking: bool) -> bool:
    """Tell talk from a list: both open with a dash, but talk ends like a sentence."""
    if text[start] not in "-–—" or text[end - 1] not in '.!?…»”"':
        return False
    return talking or text[start] in "–—" or bool(_TALK.search(text, start, end))


def _is_heading(text: str, start: int, end: int, following: tuple[int, int] | None) -> bool:
    """Tell a heading: a short line, no sentence, before something longer."""
    if following is None or end - start > _LONGEST_HEADING:
        return False
    if following[1] - following[0] <= _LONGEST_HEADING or "\n" in text[start:end]:
        return False
    bare = text[start:end].rstrip("»”\"' \u00a0\u202f")
    if not bare or bare[-1] in ".…:;,–—-" or bare[0] in "–—(*©@" or not _has_letters(bare):
        return False
    if _labels("asides").match(level(bare)):
        return False  # "Read more: …"
    return text[end - 1] not in "?!" or end - start <= _LONGEST_HEADING // 2


def _stretches(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Part the body into paragraphs: at blank lines, and at each line end unless it was wrapped."""
    wrapped = _is_wrapped(text, start)
    begin: int | None = None
    last = start
    for line_start, line_end in _lines(text, start):
        if line_start == line_end:
            if begin is not None:
                yield begin, last
            begin = None
            continue
        if begin is not None and (
            not wrapped
            or _QUOTATION_MARK.match(text, line_start, line_end)
            or (text[last - 1] in _CLAUSE_END and _LIST_MARK.match(text, line_start, line_end))
        ):
            yield begin, last
            begin = None
        if begin is None:
            begin = line_start
        last = line_end
    if begin is not None:
        yield begin, last


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Give the bounds of each line without the spaces around it; of a blank one, its end twice."""
    for line in _LINE.finditer(text, start, len(text)):
        first, last = line.span("bare")
        if first < 0:
            end = line.end("blank")
            if end < len(text) or line.end() > line.start():
                yield end, end
        elif text[last - 1].isspace():
            yield first, first + len(line["bare"].rstrip())
        else:
            yield first, last


def _is_wrapped(text: str, start: int) -> bool:
    """Measure whether a text was wrapped by hand, or has a paragraph to each line.

    A line was wrapped when the first word of the next would not have fitted on it.
    """
    pairs: list[tuple[int, int]] = []
    widest = 0
    before: tuple[int, int] | None = None
    for line in _lines(text, start):
        if line[0] == line[1]:
            before = None
            continue
        if before is not None:
            word = text[line[0] : line[0] + _WIDEST_WRAP].split(None, 1)[0]
            pairs.append((before[1] - before[0], len(word)))
            widest = max(widest, before[1] - before[0], line[1] - line[0])
        before = line
        if len(pairs) == _PROBE or widest > _WIDEST_WRAP:
            break
    if not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return False
    full = sum(length + 1 + word > widest - 2 for length, word in pairs)
    return full >= 0.6 * len(pairs)
