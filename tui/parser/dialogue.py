"""Dialogues: turns that a dash opens, "— Oui, dit-il. — Non, répond Anne Roux."

A dash opens lists, asides and signatures too, so that it counts only where a dialogue is evident:
of the turns that follow each other, one has an incise, and one is talk: it asks, exclaims, says "I"
or "you", or leaves it to a pronoun who speaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.parser.marks import Run, holding
from tui.parser.mentions import is_agent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.parser.attribution import Attribution
    from tui.parser.paragraphs import Sentence

_TURN = re.compile(r"(?:(?<![^\n])[^\S\n]*[-—–]|(?<=[.!?…])[^\S\n]+[—–])[^\S\n]+(?=[^\W\d_])")
"""A dash at the head of a line, or behind the end of a sentence."""

_DASH = re.compile(r"[-—–](?<!\w.)(?<![^\s.!?…][^\S\n].)[^\S\n]")
"""What every turn has: a dash that stands neither at a word nor a space behind one."""


class _Turn(NamedTuple):
    start: int
    """Where its dash stands."""
    words: int
    end: int
    paragraph: int


def find_turns(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    read: Callable[[int, int], list[Sentence]],
) -> dict[int, tuple[Run, ...]]:
    """Find the spoken words of evident dialogues, by the paragraph's number.

    `read(start, end)` reads the sentences of a stretch of text.
    """
    found: dict[int, tuple[Run, ...]] = {}
    group: list[_Turn] = []
    last = -1
    for number in holding(_DASH, text, paragraphs):
        start, end = paragraphs[number]
        turns = _turns(text, start, end, number)
        if group and (number > last + 1 or not turns or turns[0].start > start):
            _take(text, group, read, found)
            group = []
        if turns:
            group += turns
            last = number
    _take(text, group, read, found)
    return found


def _turns(text: str, start: int, end: int, number: int) -> list[_Turn]:
    heads = list(_TURN.finditer(text, start, end))
    stops = [*(head.start() for head in heads), end][1:]
    return [
        _Turn(head.start(), head.end(), stop, number)
        for head, stop in zip(heads, stops, strict=True)
    ]


def _take(
    text: str,
    group: list[_Turn],
    read: Callable[[int, int], list[Sentence]],
    found: dict[int, tuple[Run, ...]],
) -> None:
    """Add the runs of a group of turns, if it is a dialogue."""
    sentences = [read(turn.words, turn.end) for turn in group]
    incises = [_incise(parts[0]) if parts else None for parts in sentences]
    if not any(incises) or not any(_is_talk(s) for parts in sentences for s in parts):
        return
    for turn, parts, incise in zip(group, sentences, incises, strict=True):
        runs = _runs(text, turn, parts, incise)
        found[turn.paragraph] = (*found.get(turn.paragraph, ()), *runs)


def _runs(
    text: str, turn: _Turn, sentences: list[Sentence], incise: tuple[int, int] | None
) -> list[Run]:
    """Leave the reporter's words out of a turn: "— Oui, dit-il. Venez !" has two runs."""
    tokens = sentences[0].tokens if sentences else []
    first, last = incise or (0, 0)
    if not first or _goes_on(sentences[0], last):
        return [_run(text, turn.start, turn.words, turn.end)]  # "— Oui, dit-il, je viens."
    end = tokens[first - 1].start if tokens[first - 1].text == "," else tokens[first - 1].end
    runs = [_run(text, turn.start, turn.words, end)]
    if len(sentences) > 1:
        begin = sentences[1].start
        runs.append(_run(text, begin, begin, turn.end))
    return runs


def _run(text: str, outer_start: int, start: int, end: int) -> Run:
    end = start + len(text[start:end].rstrip())
    return Run(start, end, outer_start, end, turn=start > outer_start)


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Do the spoken words go on behind the comma at token `i`, where no apposition stands?"""
    if i + 1 >= len(sentence.tokens) or sentence.tokens[i].text != ",":
        return False
    phrase = sentence.phrases.bare(i + 1)
    return phrase is None or not is_agent(phrase.head, sentence.grammar)


def _is_talk(sentence: Sentence) -> bool:
    persons = sentence.grammar.speech_persons
    return any(t.text in {"?", "!"} or t.low in persons for t in sentence.tokens) or any(
        a.incise and a.source is not None and a.source.kind == "pronoun"
        for a in sentence.attributions
    )


def _incise(sentence: Sentence) -> tuple[int, int] | None:
    """Find the tokens of the incise in a turn's first sentence, its subject with it."""
    for attribution in sentence.attributions:
        first = _first(attribution)
        if (
            first > 0
            and attribution.cue.kind == "verb"
            and attribution.incise
            and not attribution.shared
            and sentence.tokens[first - 1].text in {",", "!", "?"}
        ):
            return first, attribution.last
    return None


def _first(attribution: Attribution) -> int:
    source = attribution.source
    if source is not None and source.last <= attribution.cue.first:
        return source.first
    return attribution.cue.first
