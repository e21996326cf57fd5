"""What a figure counts or measures: the head noun, behind the number or before it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.parser.alternation import WORD_BEGINS
from tui.parser.heads import head
from tui.parser.units import CODES, DURATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.parser.languages.quantities import Quantities
    from tui.parser.measures import Measure

_WORD = re.compile(r"[ \n]?(?P<open>[(«\"“']?)[ ]?(?P<word>(?:[A-Z]\.){2,}|[^\W\d_][\w'-]*)")
_BACK = re.compile(r"(?P<word>[^\W\d_][\w-]*)$")
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ](?=[\w'-]*[a-zà-ÿ])[\w'-]+ )*"
    r"(?:[A-ZÀ-Þ][\w'-]+\*?|(?<=[a-zà-ÿ] )[A-ZÀ-Þ]\.), (?:aged |âgée? de )?$"
)
_BRACKET = re.compile(r" ?\($")
_LISTED = re.compile(r" (?:à|au|aux|en|dans|in|at) [A-ZÀ-Þ]")
_COMMA, _APPOSED = re.compile(r", $"), re.compile(r"[,.;:)]")
_ABSTRACT = frozenset({"%", "pp", "x", None, *DURATIONS})
"""What measures no body, so that the head of a phrase has it, not the last noun of it."""
_FAR = frozenset({"m", "km", "cm", "mi", "nmi", "ft", "yd", "[ly]", *DURATIONS})
"""In what one tells how far off something is."""
_NAMED = re.compile(r" (?P<name>(?:[A-Z][\w'-]+ )+[A-Z][\w'-]+)")
_NUMBER = re.compile(r" ?\d[\d,.]*")
_MOST_WORDS = 6
_REACH = 60
_SENTENCE = 200
_SENTENCE_END = re.compile(r"[.!?…:][»”\"]?\s")


class _Patterns:
    def __init__(self, quantities: Quantities) -> None:
        self.of = re.compile(quantities.noun_of)
        self.plural = re.compile(quantities.plural)
        phrases = quantities.noun_phrases
        before_age, up_to = re.compile(phrases.before_age), re.compile(phrases.up_to)
        self.joined = (before_age, up_to, self.of, _BRACKET)
        self.joined_time = (*self.joined, re.compile(phrases.lasting))
        self.level = re.compile(phrases.level)
        self.levelled = re.compile(phrases.levelled)
        self.among = re.compile(phrases.among)
        self.participle = re.compile(phrases.participle)
        self.old = re.compile(quantities.old)
        self.acted = re.compile(quantities.acted)
        self.modified = re.compile(quantities.modified)
        self.timed = re.compile(phrases.timed)
        self.later = re.compile(phrases.later)
        self.at_age = re.compile(phrases.at_age)
        self.reached = tuple(map(re.compile, phrases.reached))
        self.of_them = re.compile(quantities.of_them)
        self.beside = re.compile(quantities.beside)
        self.partitive = re.compile(phrases.partitive)
        self.complement = re.compile(quantities.complement)
        self.verb = re.compile(rf"{WORD_BEGINS}(?:{quantities.subject_verbs})")
        self.subject = re.compile(rf"(?:{quantities.subject})(?:{quantities.subject_verbs})")
        self.another_clause = re.compile(quantities.another_clause)
        self.attributive = re.compile(quantities.attributive)
        self.elided = re.compile(r"(?:d|l|qu|s|n|c|j|m|t)'", re.IGNORECASE)


@cache
def _patterns(quantities: Quantities) -> _Patterns:
    return _Patterns(quantities)


def noun_after(
    text: str, end: int, quantities: Quantities, value: float = 1, *, noun: bool = True
) -> tuple[int, int] | None:
    """Find the noun behind a number: "six autres maires", "two young children"; from two on, it has
    a plural's ending where the language has one. "De" joins a name to a number that is a `noun`.
    """
    patterns, phrases = _patterns(quantities), quantities.noun_phrases
    found: tuple[int, int] | None = None
    adjective: tuple[int, int] | None = None
    place, of = end, False
    if modified := patterns.modified.match(text, end):
        place = modified.end()
    for _ in range(_MOST_WORDS):
        if elided := patterns.elided.match(text, place + (text[place : place + 1] == " ")):
            if found is not None or elided[0].lower() != "d'":
                return found
            place, of = elided.end(), True
        match = _WORD.match(text, place)
        if match is None and found is None and (number := _NUMBER.match(text, place)):
            place = number.end()  # "9 of the 14 drivers"
            continue
        if match is None:
            return found
        word = match["word"]
        lower = word.lower()
        if (found is not None and match["open"]) or len(word) == 1:
            return found
        if of and not noun and word[0].isupper():
            return found  # "quatorze d'Albi"
        of = lower in phrases.of
        place = match.end()
        numeric = lower in quantities.words.scales or lower in quantities.words.small
        if found is None and numeric and lower not in quantities.stop_words:
            continue  # "huit des 28 millions d'habitants", "deux des trois ponts"
        if lower in quantities.before_noun:
            if found is not None:
                return found
            idle = lower in quantities.stop_words or lower in phrases.others
            if not idle and lower not in phrases.of:
                adjective = match.span("word")
            if place < len(text) and text[place] in ".,;:":
                return found
            continue
        if lower in quantities.stop_words:
            return found
        if not quantities.noun_last:
            marks = phrases.plural_marks
            if adjective is not None and patterns.participle.search(lower):
                return adjective  # "dix jeunes venus de Blois"
            plural = any(part[-1:] in marks for part in lower.split("-"))
            singular = marks and value >= 2 and lower == word and not plural
            return adjective if singular else match.span("word")
        if found is not None and lower.endswith("ed") and not text.endswith("ly", 0, found[1]):
            return found
        found = match.span("word")
        if text[place : place + 1] not in (" ", "-"):
            return found
        if patterns.plural.fullmatch(lower):
            return found
    return found


def counted(
    text: str,
    measure: Measure,
    bounded: int,
    before: tuple[int, int] | None,
    quantities: Quantities,
    *,
    since: int,
    alike: bool = False,
) -> tuple[int, int] | None:
    """Find the head noun of a measure, whose bound begins at `bounded`; `before` is the noun that
    the figure before it counts, which ends at `since`, `alike` whether that has the same unit.
    """
    end, patterns = measure.end, _patterns(quantities)
    if before and patterns.of_them.match(text, end):
        return before  # "40 soldats … huit d'entre eux"
    if before and alike and measure.unit is not None:
        beside = patterns.beside.fullmatch(text, since, bounded)
        if beside and not patterns.complement.match(text, end):
            return before  # "un fonds de 5 puis 20 millions"
    if measure.unit == "x" and text[measure.number_end : measure.number_end + 1] != "-":
        return None
    among = (
        before if before and patterns.among.search(text, max(0, bounded - 20), bounded) else None
    )
    if (levelled := _levelled(text, bounded, end, quantities)) is not None:
        return levelled
    if not measure.has_unit:
        if text[end : end + 1] == "-" and (glued := _WORD.match(text, end + 1)):
            return glued.span("word")  # "a four-seater"
        noun = None if measure.inner is None else noun_after(text, measure.inner, quantities)
        if (partitive := patterns.partitive.match(text, end)) is not None:
            noun = noun or noun_after(text, partitive.end(), quantities)
        noun = noun or noun_after(
            text, end, quantities, measure.value, noun=measure.numeral.noun or measure.scale > 1
        )
        if among and noun and patterns.participle.search(text, *noun):
            return among  # "dont 21 jugés dangereux"
        listed = before if _LISTED.match(text, end) else None  # "300 à Tours, 200 à Blois"
        left = noun or among or listed or noun_before(text, bounded, measure, quantities)
        whole = left is None and alike and measure.value % 1 == 0
        if whole and before and _SENTENCE_END.search(text, before[1], end) is None:
            return before  # "12 voix pour et 8 contre"
        return left or subject(text, bounded, quantities)
    if text[measure.number_end : measure.number_end + 1] == "-" and quantities.compound_nouns:
        old = patterns.old.search(text, measure.number_end, end) is not None
        if old and (named := _NAMED.match(text, end)):
            return named.span("name")  # "47-year-old Ann Wills"
        if old and patterns.acted.match(text, end):
            return None  # "The 29-year-old pleaded guilty"
        noun = noun_after(text, end, quantities)  # "a five-year term", "a 39-year-old woman"
        if noun is not None:
            return noun
    if patterns.attributive.search(text, max(0, measure.start - 40), measure.start):
        noun = noun_after(text, end, quantities)
        if noun is not None:
            return noun
    if measure.unit == "a" and patterns.at_age.search(text, max(0, bounded - 24), bounded):
        return None
    if measure.unit in _FAR and _is_distance(text, bounded, end, patterns):
        return None
    joined = patterns.complement.match(text, end)
    complement = noun_after(text, joined.end(), quantities) if joined else None
    if measure.unit in CODES or (measure.unit in DURATIONS and quantities.noun_last):
        return _left(text, bounded, measure, quantities) or complement
    if measure.unit in DURATIONS:
        timed = patterns.timed.search(text, max(0, bounded - 20), bounded)
        if timed or (
            patterns.later.match(text, end)
            and not patterns.of.search(text, max(0, bounded - 20), bounded)
        ):
            return complement
        return (
            noun_before(text, bounded, measure, quantities)
            or complement
            or subject(text, bounded, quantities)
        )
    return complement or among or _left(text, bounded, measure, quantities)


def _is_distance(text: str, bounded: int, end: int, patterns: _Patterns) -> bool:
    """Does a measure tell how far off something is, or how long before?"""
    before, behind = patterns.reached
    near = before.search(text, max(0, bounded - 4), bounded)
    return near is not None and behind.match(text, end) is not None


def _left(
    text: str, start: int, measure: Measure, quantities: Quantities
) -> tuple[int, int] | None:
    before = noun_before(text, start, measure, quantities)
    return before or subject(text, start, quantities)


def subject(text: str, start: int, quantities: Quantities) -> tuple[int, int] | None:
    """Find the subject of the verb that the figure stands behind: "Le cuivre a gagné 3 %"."""
    patterns = _patterns(quantities)
    first = max(0, start - _SENTENCE)
    for mark in _SENTENCE_END.finditer(text, first, start):
        first = mark.end()
    if patterns.verb.search(text, first, start) is None:  # far cheaper to see than a whole subject
        return None
    found = None
    for match in patterns.subject.finditer(text, first, start):
        if match["noun"].lower() not in quantities.stop_words:
            found = match
    if found is None or patterns.another_clause.search(text, found.end(), start):
        return None
    only = found["noun"].lower()
    if only in quantities.before_noun or only in quantities.words.small:  # "les cinq mêmes sites"
        noun = _WORD.match(text, found.end("noun"))
        if noun is not None and not _is_idle(noun["word"].lower(), quantities):
            return noun.span("word")
    possessive = found["noun"].rfind("'s ")
    opener, _, rest = found["noun"].partition(" ")
    skipped = possessive + 3 if possessive >= 0 else 0
    opens = opener.lower() in quantities.stop_words or opener.lower() in quantities.before_noun
    if not skipped and rest and opens:
        if rest.lower() in quantities.stop_words:  # "It had"
            return None
        skipped = len(opener) + 1  # "The contract"
    return found.start("noun") + skipped, found.end("noun")


def _is_idle(word: str, quantities: Quantities) -> bool:
    return "'" in word or word in quantities.stop_words or word in quantities.before_noun


def noun_before(
    text: str, start: int, measure: Measure, quantities: Quantities
) -> tuple[int, int] | None:
    """Find the noun whose measure this is: "un obus de 155 mm", "Anne Roux, 46"."""
    first = max(0, start - _REACH)
    if first:
        first = text.find(" ", first, start) + 1 or start
    left, offset = text[first:start], first
    patterns = _patterns(quantities)
    head_first = not quantities.noun_last
    joints = patterns.joined_time if measure.unit in DURATIONS else patterns.joined
    if head_first and (end := _joint(text, first, start, joints)) is not None:
        physical = measure.has_unit and measure.unit not in _ABSTRACT | CODES
        single = measure.unit != "%"
        return head(text, end, quantities, nearest=physical, single=single)
    named = measure.has_unit or measure.linked or not head_first
    if named and (name := _NAME.search(left)):
        words = name[0].rstrip().split(",")[0]
        return offset + name.start(), offset + name.start() + len(words)
    if head_first:
        apposed = measure.unit == "a" and _APPOSED.match(text, measure.end) is not None
        priced = measure.unit in ("a", "%", None) or measure.unit in CODES
        levels = [*([_COMMA] if apposed else []), *([patterns.level] if priced else [])]
        end = _joint(text, first, start, levels)
        return None if end is None else head(text, end, quantities)
    joint = patterns.of.search(left)
    if joint is None:
        return None
    before = left[: joint.start()]
    while match := _BACK.search(before):
        word = match["word"].lower()
        if word in quantities.stop_words:
            return None
        if word not in quantities.before_noun:
            return offset + match.start("word"), offset + match.end("word")
        before = before[: match.start()].rstrip(" ,")
    return None


def _joint(text: str, first: int, start: int, joints: Iterable[re.Pattern[str]]) -> int | None:
    """Find what joins a phrase to its figure: an age, a preposition, a bracket."""
    matches = (joint.search(text, first, start) for joint in joints)
    return next((match.start() for match in matches if match), None)


def _levelled(text: str, bounded: int, end: int, quantities: Quantities) -> tuple[int, int] | None:
    """Find the noun behind "estimé à 200 000": "le nombre de visiteurs"."""
    patterns = _patterns(quantities)
    if patterns.level.search(text, max(0, bounded - 4), bounded) is None:
        return None
    thing = patterns.levelled.match(text, end)
    return noun_after(text, thing.end(), quantities) if thing else None
