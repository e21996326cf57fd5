"""The head of a noun phrase, where heads come first: "la croissance du produit intérieur brut".

Nothing here knows a part of speech. A phrase is walked from its end back to the determiner that
opens it: what follows is the head, and what "de" joins to another noun is its complement.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.parser.languages.quantities import Quantities

_PIECE = re.compile(r"[^\W\d_][\w-]*'?|\d[\d.,]*|[^\w\s]")
_REACH = 100
"""No phrase is looked for farther back."""

Span = tuple[int, int]


def head(
    text: str, end: int, quantities: Quantities, *, nearest: bool = False, single: bool = False
) -> Span | None:
    """Find the head of the noun phrase that ends at an offset; None where none ends there.

    `nearest` stops at the noun of the last complement: of "la livraison d'obus" the "obus";
    `single` at one with "un": of "le procès d'un homme" the "homme".
    """
    first = max(0, end - _REACH)
    if first:
        first = text.find(" ", first, end) + 1 or end
    pieces = list(_PIECE.finditer(text, first, end))
    phrases = quantities.noun_phrases
    found: Span | None = None
    pending: list[re.Match[str]] = []
    run = 0
    """Words since the last "of" or determiner: a verb may stand among more than one."""
    opener = "."
    place = len(pieces) - 1
    while place >= 0:
        word = pieces[place][0].lower().rstrip("'")
        article = word in phrases.determiners
        number = not article and (word in quantities.words.small or word.isdecimal())
        opens = article or number
        if opens or word in phrases.of:
            if found and run > 1 and pending[0][0].lower() not in phrases.trends:
                return found  # "La ville dispose | d'un budget"
            run = 0
            if not opens:
                if nearest and pending:
                    return _first(pending, quantities)
                place -= 1
                continue
            if not (number and _ends(pending, phrases.past)):
                found = _first(pending, quantities) or found
            before = pieces[place - 1][0].lower().rstrip("'") if place else ""
            joined = word in phrases.contracted or before in phrases.of
            one = (
                single and word in quantities.words.ones and not _is_dimension(pending, quantities)
            )
            if nearest or number or one or not joined:
                return found
            pending = []
        elif word in phrases.trends and place and pieces[place - 1][0].lower() in phrases.within:
            pending = []  # "un chiffre d'affaires en hausse de"
            run = 0
            place -= 1
        else:
            opener = word
            if word in phrases.to and _ends(pending, phrases.infinitive):
                pending, run = [], 0  # "une somme à payer"
            elif word == "," and _ends(pending, phrases.past):
                pending, run = [], 0  # "Ce chantier, financé à"
            elif not word[:1].isalpha() or word in quantities.stop_words:
                break
            else:
                pending.insert(0, pieces[place])
                run += 1
        place -= 1
    else:
        opener = "" if first == 0 else opener
    names = list(takewhile(lambda piece: piece[0][0].isupper(), reversed(pending)))
    apposed = not opener[:1].isalpha() and _ends(pending, phrases.past)  # "Âgée de"
    if names and not apposed:
        return names[-1].start(), names[0].end()
    closed = not opener[:1].isalpha() and not apposed
    if pending and (opener in phrases.prepositions or closed):
        return _first(pending, quantities) or found
    return found


def _is_dimension(pending: list[re.Match[str]], quantities: Quantities) -> bool:
    return bool(pending) and pending[0][0].lower() in quantities.noun_phrases.dimensions


def _ends(pending: list[re.Match[str]], endings: tuple[str, ...]) -> bool:
    """Whether nothing but one form of a verb is there: ", financé à"."""
    return len(pending) == 1 and pending[0][0].lower().endswith(endings)


def _first(pending: list[re.Match[str]], quantities: Quantities) -> Span | None:
    """Give the first word that is no adjective before its noun; "l'AFP Anne Roux" is Anne Roux."""
    words = [piece[0] for piece in pending]
    if len(words) > 2 and words[0].isupper() and all(word[0].isupper() for word in words):
        return pending[1].start(), pending[-1].end()
    for piece in pending:
        word = piece[0].lower()
        if word in quantities.words.scales:
            return None
        collective = word.rstrip("s") in quantities.words.collectives
        if not collective and word not in quantities.before_noun:
            return piece.span()
    return pending[-1].span() if pending else None
