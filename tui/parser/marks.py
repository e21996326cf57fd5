"""Pairs quotation marks; the outermost pairs of a paragraph are its runs of marked words.

A paragraph is paired on its own, so that a stray or missing mark harms no other paragraph. A run
goes beyond its paragraph only where the marks say so: an opening mark at the head of the next
paragraph, or a closing mark there that nothing opens; even then each paragraph has its own run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = re.compile(r"([«»‹›“”„‟\"＂]|''|‘‘|’’)\1*")
"""A mark, or a row of one and the same."""

_ANY_MARK = re.compile(r"[«»‹›“”„‟\"＂'‘’](?:(?<!['‘’])|(?<=''|‘‘|’’))")
"""The same for a search of the whole text, which a set of characters at its head makes fast."""

_FAMILY = {
    "«": "guillemet", "»": "guillemet", "‹": "guillemet", "›": "guillemet",
    "“": "curly", "”": "curly", "„": "curly", "‟": "curly", "‘‘": "curly", "’’": "curly",
}  # fmt: skip
"""Marks that pair with each other; every other mark is straight."""

_SENTENCE_END = re.compile(r"[.!?…]\s")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d+$")
_SINGLE_OPENER = r"['‘](?<![^\s(\[—–:].)(?=[^\W_]|\[)"
_SINGLE = re.compile(
    rf"(?P<open>{_SINGLE_OPENER})|(?P<close>['’](?<=[^\s(\[—–].)(?=$|[\s,.;:!?)\]—–]))"
)
_OPENS_SINGLE = re.compile(_SINGLE_OPENER)
_LONGEST_IN_SINGLES = 600

_DEEPEST = 8
"""Openers that may wait for their closer; deeper nesting is noise."""

_BEFORE_OPENER = " \t\n\u00a0\u202f\u2009([{—–-«“‘'’:/*|>"
_BEFORE_WRONG_OPENER = "([’'"
"""What may stand before a closing mark that was set for an opening one."""
_AFTER_CLOSER = " \t\n\u00a0\u202f\u2009)]}—–»”,.;:!?…/*|<"


@dataclass(frozen=True, slots=True)
class Run:
    """Words between a pair of marks: `text[start:end]`, the marks themselves left out."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    turn: bool = False
    """Is it a turn of a dialogue, which goes on with the words of nobody before it?"""


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    role: Literal["open", "close", "either"]


@dataclass(slots=True)
class _Open:
    mark: _Mark
    inner: list[Run] = field(default_factory=list)
    """What has been paired inside: the outermost runs, should this mark prove a stray."""
    searched: int = 0
    """Up to where no sentence was found to end inside."""


def find_runs(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[Run, ...]]:
    """Find the outermost runs of marked words of each paragraph."""
    found: list[tuple[Run, ...]] = [()] * len(paragraphs)
    marked = {*holding(_ANY_MARK, text, paragraphs)}
    single = {*holding(_OPENS_SINGLE, text, paragraphs)}
    hanging: _Mark | None = None
    last = -1
    for number in sorted(marked | single):
        start, end = paragraphs[number]
        if number > last + 1:
            hanging = None
        last = number
        runs, unclosed, unopened = _pair(text, start, end)
        if unopened and hanging and unopened.family == hanging.family:
            head = _trimmed(text, start, unopened.start, start, unopened.end)
            runs = [head, *(run for run in runs if run.outer_start >= head.outer_end)]
            before = number - 1
            found[before] = _opened(text, found[before], hanging, paragraphs[before][1])
        hanging = unclosed
        if number in single:
            runs = _with_singles(text, start, end, runs)
        found[number] = tuple(run for run in runs if run.start < run.end)
    return found


def holding(
    pattern: re.Pattern[str], text: str, paragraphs: Sequence[tuple[int, int]]
) -> Iterator[int]:
    """Yield the numbers of the paragraphs in which a match begins.

    The text is searched as a whole, so that a paragraph without costs nothing: most have none.
    """
    at = 0
    while match := pattern.search(text, at):
        number = bisect_right(paragraphs, match.start(), key=itemgetter(1))
        if number == len(paragraphs):
            return
        start, at = paragraphs[number]
        if match.start() < start:
            at = start  # the match stands between two
        else:
            yield number


def _opened(text: str, runs: tuple[Run, ...], mark: _Mark, end: int) -> tuple[Run, ...]:
    """Let a mark that the next paragraph closes open a run up to the end of its own."""
    outside = tuple(run for run in runs if run.outer_end <= mark.start)
    opened = _trimmed(text, mark.end, end, mark.start, end)
    return (*outside, opened) if opened.start < opened.end else outside


def _pair(text: str, start: int, end: int) -> tuple[list[Run], _Mark | None, _Mark | None]:
    """Pair the marks of a paragraph: its runs, a mark never closed, and one never opened."""
    marks = _read_all(text, start, end)
    top: list[Run] = []
    stack: list[_Open] = []
    unopened: _Mark | None = None
    for index, mark in enumerate(marks):
        depth = _depth(stack, mark.family)
        if mark.role == "open":
            if depth is not None and mark.family == "straight" and not _nests(marks, index):
                if not _holds_sentence(text, stack[depth], mark.start):
                    continue  # a stray inside a quote: "Le maire "Paul Roux a tort."
                _drop(stack, depth, top)  # the quote before was never closed
            if len(stack) < _DEEPEST:
                stack.append(_Open(mark))
        elif mark.role == "either" and depth is None:
            if len(stack) < _DEEPEST:
                stack.append(_Open(mark))
        elif depth is None:
            if not stack:
                if not top and unopened is None:
                    unopened = mark
            elif _closes_another_kind(marks, index, stack[-1].mark):
                _close(text, stack, len(stack) - 1, mark, top)
        else:
            _close(text, stack, depth, mark, top)
    unclosed: _Mark | None = None
    if stack:
        unclosed = stack[0].mark
        if not text[start : unclosed.start].strip(" —–-") or text[start : unclosed.start].rstrip(
            " \u00a0\u202f"
        ).endswith(":"):
            top.append(_trimmed(text, unclosed.end, end, unclosed.start, end))
        else:
            while stack:
                _drop(stack, len(stack) - 1, top)
    return top, unclosed, unopened


def _depth(stack: list[_Open], family: str) -> int | None:
    """Find the last opener of a family that waits for its closer."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].mark.family == family:
            return depth
    return None


def _read_all(text: str, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    inside = False
    """Is a straight mark open, as far as counting tells?"""
    doubled = False
    """Did a doubled mark open: ““oui””, ""oui""?"""
    for match in _MARK.finditer(text, start, end):
        sign, at, after = match[1], match.start(), match.end()
        row = [(at, after)]
        if after - at == 2 and len(sign) == 1:
            opens = text[at - 1 : at] in _BEFORE_OPENER and not text[after : after + 1].isspace()
            if not opens and not doubled:
                row = [(at, at + 1), (at + 1, after)]  # each closes a quote of its own
            doubled = opens
        for first, last in row:
            mark = _read(text, start, end, sign, first, last, inside=inside)
            if mark is not None:
                marks.append(mark if len(row) == 1 else mark._replace(role="close"))
                inside ^= mark.family == "straight"
    return marks


def _read(
    text: str, start: int, end: int, sign: str, at: int, after: int, *, inside: bool
) -> _Mark | None:
    """Tell what a mark may do by what stands on either side; None for inches and seconds."""
    family = _FAMILY.get(sign, "straight")
    if sign in "«‹„‟" or sign == "‘‘":
        return _Mark(at, after, family, "open")
    if sign in "»›" or sign == "’’":
        before_char = text[at - 1] if at > start else " "
        after_char = text[after] if after < end else " "
        opens = before_char in _BEFORE_WRONG_OPENER and after_char.isalnum()  # "qu'»il part»"
        return _Mark(at, after, family, "either" if opens else "close")
    before_char = text[at - 1] if at > start else " "
    after_char = text[after] if after < end else " "
    if sign == "“":
        closing = before_char not in _BEFORE_OPENER and after_char in _AFTER_CLOSER
        return _Mark(at, after, family, "either" if closing else "open")
    opens = (
        before_char in _BEFORE_OPENER and not after_char.isspace() and after_char not in ",;:!?)"
    )
    closes = after_char in _AFTER_CLOSER and (not before_char.isspace() or not opens)
    if sign == "”":
        return _Mark(at, after, family, "either" if opens and not closes else "close")
    if before_char.isdigit() and not opens and not inside:
        return None  # inches or seconds: 30"
    if _FEET_AND_INCHES.search(text, max(start, at - 8), at):
        return None
    role: Literal["open", "close", "either"] = "either"
    if opens and not closes:
        role = "open"
    elif closes and not opens:
        role = "close"
    return _Mark(at, after, family, role)


def _holds_sentence(text: str, opener: _Open, end: int) -> bool:
    """Does a sentence end between an opener and `end`? No stretch is searched twice."""
    begin = max(opener.mark.end, opener.searched)
    opener.searched = end - 1
    return _SENTENCE_END.search(text, begin, end) is not None


def _nests(marks: list[_Mark], index: int) -> bool:
    """Do two closing marks follow an opener inside a quote, one for each?"""
    straight = [m.role for m in marks[index + 1 : index + 8] if m.family == "straight"]
    return straight[:2] == ["close", "close"]


def _closes_another_kind(marks: list[_Mark], index: int, opener: _Mark) -> bool:
    """Does a closer of another kind close this opener, as in « oui ”? Not if its own follows."""
    for mark in marks[index + 1 : index + 40]:
        if mark.family == opener.family:
            return mark.role == "open"
    return True


def _close(text: str, stack: list[_Open], depth: int, mark: _Mark, top: list[Run]) -> None:
    opener = stack[depth].mark
    del stack[depth:]
    if text[opener.end : mark.start].isspace() or opener.end == mark.start:
        return
    run = _trimmed(text, opener.end, mark.start, opener.start, mark.end)
    (stack[-1].inner if stack else top).append(run)


def _drop(stack: list[_Open], depth: int, top: list[Run]) -> None:
    """Take a stray opener away; what was paired inside it rises a level."""
    inner = [run for entry in stack[depth:] for run in entry.inner]
    del stack[depth:]
    (stack[-1].inner if stack else top).extend(inner)


def _trimmed(text: str, start: int, end: int, outer_start: int, outer_end: int) -> Run:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Run(start, end, outer_start, outer_end)


def _with_singles(text: str, start: int, end: int, runs: list[Run]) -> list[Run]:
    """Add the runs between single marks in the gaps that other marks leave."""
    found: list[Run] = []
    for run in runs:
        found.extend(_singles(text, start, run.outer_start))
        found.append(run)
        start = run.outer_end
    found.extend(_singles(text, start, end))
    return found


def _singles(text: str, start: int, end: int) -> Iterator[Run]:
    """Pair single marks: the first opener waits for a closer, unless it stands too far away."""
    openers: deque[re.Match[str]] = deque()
    for match in _SINGLE.finditer(text, start, end):
        if match.lastgroup == "open":
            openers.append(match)
            continue
        while openers and match.end() - openers[0].end() > _LONGEST_IN_SINGLES:
            openers.popleft()
        if openers:
            opener = openers[0]
            if match.start() - opener.end() > 1:  # not the n of "rock 'n' roll"
                yield _trimmed(text, opener.end(), match.start(), opener.start(), match.end())
            openers.clear()
