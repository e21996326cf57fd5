"""Incises: how a source behind its verb ends them, "…, a indiqué hier l'office du port."."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tui.parser.adverbials import skip_adverbs
from tui.parser.tokens import SIGN, WORD

if TYPE_CHECKING:
    from tui.parser.cues import Cue
    from tui.parser.mentions import Mention
    from tui.parser.phrases import Phrases

_REST = 7
"""Tokens that may stand between the noun of a source and the end of its sentence."""


def ends_told(cue: Cue, mention: Mention, phrases: Phrases) -> bool:
    """Does a body that no list has end what it told: "Il ferme, a indiqué l'office du port."?

    Not what stands behind a subject and its verb: "Le maire, ému, a promis la paix."
    """
    tokens, grammar = phrases.tokens, phrases.grammar
    begins = takewhile(lambda token: token.text != ",", tokens[: cue.first])
    if not any(t.low in grammar.auxiliaries or t.low in grammar.other_verbs for t in begins):
        return False
    rest = tokens[mention.last :]
    return (
        cue.verb.clause
        and cue.verb.incise
        and tokens[cue.first].low in grammar.auxiliaries
        and mention.kind == "noun"
        and mention.definite
        and len(rest) <= _REST
        and (not rest or rest[0].kind == SIGN or rest[0].low in grammar.complements)
        and all(token.text != "," for token in rest)
    )


def closes_incise(cue: Cue, mention: Mention, phrases: Phrases) -> bool:
    """Does an incise without marks end after its subject, rather than go on with an object?

    What "a appelé" has behind it and before "à" is whom it calls upon.
    """
    tokens, grammar, last = phrases.tokens, phrases.grammar, mention.last
    if last >= len(tokens):
        return True
    after = tokens[last]
    return (
        after.kind != WORD
        or (
            cue.verb.clause
            and (after.low in grammar.prepositions or after.low in grammar.complements)
        )
        or after.low in grammar.conjunctions
        or _ends_with_another(last, phrases)
        or after.low in grammar.gerund_markers
        or after.low in grammar.relatives
        or after.low.endswith(grammar.telling_endings)
        or skip_adverbs(tokens, last, grammar, limit=last + 1) > last
    )


def _ends_with_another(last: int, phrases: Phrases) -> bool:
    """Is a second source all that follows: "…, ont dit les pompiers et la préfecture."?"""
    if phrases.tokens[last].low not in phrases.grammar.coordinators:
        return False
    second = phrases.bare(last + 1)
    return second is not None and all(t.kind == SIGN for t in phrases.tokens[second.last :])
