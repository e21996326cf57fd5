"""The `Language` value, and finding which language a text is in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tui.parser.languages.neighbours import NEIGHBOURS
from tui.parser.morphology import verb_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.parser.languages.calendar import Calendar
    from tui.parser.languages.masthead import Masthead
    from tui.parser.languages.quantities import Quantities
    from tui.parser.languages.speech import SpeechGrammar

_WORD = re.compile(r"[^\W\d_]+")

_SAMPLE = 20_000
"""Characters enough to tell a language by: the answer does not change after a few hundred words."""

_GLANCE = 1_000
"""Characters of the opening, and of the middle, that nearly always tell it alone."""

_LEAST_SHARE = 0.12
"""Function words make up a third of French or English prose; below this share it is neither."""


class Language(NamedTuple):
    """All that the parser knows of one language."""

    code: str
    """ISO 639-1."""
    function_words: frozenset[str]
    """Words that are common in this language, to tell it by."""
    calendar: Calendar
    """How it writes dates."""
    masthead: Masthead
    """How it labels title, date and author."""
    quantities: Quantities
    """How it writes numbers and what they measure."""
    speech: SpeechGrammar
    """How it reports speech."""


KNOWN = ("fr", "en")


@cache
def language(code: str) -> Language:
    """Load a language by its code; KeyError if it is not known."""
    if code not in KNOWN:
        raise KeyError(code)
    value: Language = import_module(f"tui.parser.languages.{code}").LANGUAGE
    return value


def detect(text: str) -> str | None:
    """Tell the language of a text by its function words; None where no known one is clear."""
    sample = text[:_SAMPLE]
    if len(sample) > 2 * _GLANCE:
        middle = len(sample) // 2
        told = _tell(f"{sample[:_GLANCE]} {sample[middle : middle + _GLANCE]}")
        if told is not None:
            return told
    return _tell(sample)


def _tell(text: str) -> str | None:
    words = Counter(_WORD.findall(text.lower()))
    counts = dict.fromkeys((*NEIGHBOURS, *KNOWN), 0)
    common = _function_words()
    for word in common.keys() & words.keys():
        for code in common[word]:
            counts[code] += words[word]
    best, second = sorted(KNOWN, key=counts.__getitem__, reverse=True)[:2]
    foreign = max(counts[code] for code in NEIGHBOURS)  # of a word or two a neighbour has as many
    least = _LEAST_SHARE * words.total()
    if counts[best] == counts[second] or counts[best] < least:  # "a" is a word of both
        counts |= {code: sum(words[word] for word in words if _knows(code, word)) for code in KNOWN}
        best, second = sorted(KNOWN, key=counts.__getitem__, reverse=True)[:2]
    clear = counts[best] > counts[second] and counts[best] >= max(foreign, least)
    return best if clear else None


@cache
def _function_words() -> Mapping[str, tuple[str, ...]]:
    """Give each function word the languages that have it."""
    languages: dict[str, tuple[str, ...]] = {}
    for code, words in (
        NEIGHBOURS | {code: language(code).function_words for code in KNOWN}
    ).items():
        for word in words:
            languages[word] = (*languages.get(word, ()), code)
    return languages


def _knows(code: str, word: str) -> bool:
    """Is this a word by which the language reports speech, or of a closed class?"""
    speech = language(code).speech
    forms = verb_forms(speech)
    return (
        word in speech.closed_classes
        or word in speech.openers
        or word in forms.finite
        or word in forms.participle
    )
