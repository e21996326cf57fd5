"""Which cue governs marked words, and what kind of quote they are under it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.parser.adverbials import skip_adverbs
from tui.parser.clauses import begins_anew, is_aside
from tui.parser.sentences import ENDS
from tui.parser.tokens import MARKED, WORD

_NEAREST = 8
"""How many cues before marked words are weighed, the nearest: no sentence of prose has more."""

_SENTENCE_END = re.compile(r"[.!?…]\s")

_CLAUSE = 25
"""Characters from which marked words right behind a verb are more than its object."""

if TYPE_CHECKING:
    from tui.parser.article import QuoteKind
    from tui.parser.attribution import Attribution
    from tui.parser.marks import Run
    from tui.parser.paragraphs import Sentence

_SHORTEST_CLAUSE = 3
"""Words of a clause in marks: "Je pars demain"."""


def govern(sentence: Sentence, at: int) -> Attribution | None:
    """Find the attribution whose words the marked run at token `at` is.

    An incise behind it wins, being the outermost; then the nearest cue before it.
    """
    before: Attribution | None = None
    attributions, tokens = sentence.attributions, sentence.tokens
    behind = bisect_right(attributions, at, key=_begins)
    weighed = attributions[max(0, behind - _NEAREST) :]
    colon, least = at - 2, weighed[0].cue.last if weighed else at
    while colon > least and tokens[colon].text != ":":
        colon -= 1
    for attribution in weighed:
        cue = attribution.cue
        if cue.first > at:
            if attribution.incise and not (before is not None and _hands_on(sentence, attribution)):
                return attribution
        elif cue.last <= at and not (attribution.incise and attribution.last > at):
            if before is not None and cue.last < at and nested(sentence, before, attribution):
                continue
            if cue.verb.after_de and not _follows_de(sentence, cue.last):
                continue
            if cue.kind == "infinitive" and not _reaches(sentence, cue.last, at):
                continue
            if (
                cue.kind == "passive"
                and attribution.source is None
                and before is not None
                and not _parted(sentence, before, cue.first)
            ):
                continue
            if colon > cue.last:
                continue  # "il a dit son inquiétude sur tout : entre les « durs » et les autres"
            if cue.verb.words or cue.verb.clause or attribution.incise:
                before = attribution
    return before or _announcing(sentence, at)


def _parted(sentence: Sentence, before: Attribution, i: int) -> bool:
    """Does another clause begin between a cue and token `i`: "…, tandis que les uns sont …"?"""
    return any(
        token.low in sentence.grammar.subordinators
        for token in sentence.tokens[before.cue.last : i]
    )


def _announcing(sentence: Sentence, at: int) -> Attribution | None:
    """Find who is named behind the colon after marks: "« Partez vite » : le maire avertit …"."""
    if not sentence.attributions:
        return None
    tokens = sentence.tokens
    colon = at + 1
    while colon < len(tokens) and (tokens[colon].kind == MARKED or tokens[colon].text == ","):
        colon += 1
    if colon >= len(tokens) or tokens[colon].text != ":":
        return None
    if any(token.kind == WORD for token in tokens[:at]):
        return None
    for attribution in sentence.attributions:
        if attribution.cue.kind == "verb" and attribution.source is not None:
            return attribution
    return None


def _begins(attribution: Attribution) -> int:
    return attribution.cue.first


def _hands_on(sentence: Sentence, attribution: Attribution) -> bool:
    """Is the source an agency that reports what somebody else said, as the article does?"""
    tokens, grammar = sentence.tokens, sentence.grammar
    source, first = attribution.source, attribution.cue.first
    if any(t.low in grammar.manner for t in tokens[max(0, first - 2) : first]):
        return True  # "comme l'a révélé X"
    return source is not None and any(
        t.low in grammar.media for t in tokens[source.first : source.last]
    )


def _follows_de(sentence: Sentence, cue_last: int) -> bool:
    tokens, grammar = sentence.tokens, sentence.grammar
    i = skip_adverbs(tokens, cue_last, grammar, limit=len(tokens))
    if i >= len(tokens):
        return False
    run = tokens[i].run
    if run is not None:
        return sentence.text[run.start : run.end].casefold().startswith(grammar.after_verb_prefixes)
    return tokens[i].low in grammar.complements


def _reaches(sentence: Sentence, cue_last: int, at: int) -> bool:
    """Does an infinitive govern marked words this far behind it? Only its own object's."""
    between = sentence.tokens[cue_last:at]
    grammar = sentence.grammar
    return any(t.low in grammar.that for t in between) or not any(
        t.kind == WORD
        and t.low not in grammar.determiners
        and t.low not in grammar.complements
        and t.low not in grammar.prenominal
        and t.low not in grammar.adverbs
        for t in between
    )


def nested(sentence: Sentence, outer: Attribution, inner: Attribution) -> bool:
    """Does the inner cue stand in the clause that the outer one reports?"""
    if begins_anew(sentence, inner):
        return False
    if inner.cue.kind == "gerund" or inner.shared or outer.incise:
        return outer.cue.kind == "preposition" and not outer.incise and inner.cue.kind == "gerund"
    if outer.cue.kind in ("preposition", "eyes"):
        return True
    if not outer.cue.verb.clause:
        return False
    between = [token.low for token in sentence.tokens[outer.cue.last : inner.cue.first]]
    return not sentence.grammar.that.isdisjoint(between)


def inside_incise(sentence: Sentence, attribution: Attribution) -> bool:
    """Does an incise behind it report its clause with it: "Ceux qui disent que …, dit-il"?

    Only where nothing is marked; "X a dit que …, a-t-il précisé" says twice who it was.
    """
    tokens, grammar, source = sentence.tokens, sentence.grammar, attribution.source
    if source is None or any(token.kind == MARKED for token in tokens):
        return False
    if attribution.incise and not is_aside(sentence, attribution):
        return False
    related = any(
        token.low in grammar.relatives for token in tokens[source.last : attribution.cue.first]
    )
    return any(
        other.incise
        and other.cue.kind == "verb"
        and other.cue.first >= attribution.last
        and other.source is not None
        and (related or other.source.kind != "pronoun")
        for other in sentence.attributions
    )


def stands_alone(sentence: Sentence, at: int) -> bool:
    """Is the marked run the whole sentence, signs apart?"""
    return sentence.wordless or (at == 0 and all(t.kind != WORD for t in sentence.tokens[1:]))


def _is_clause(sentence: Sentence, run: Run) -> bool:
    """Do the marked words open with a subject of their own: "Je pars demain"?"""
    words = sentence.text[run.start : run.end].casefold().replace("’", "'").split()
    word, elided, _ = words[0].partition("'") if words else ("", "", "")
    grammar = sentence.grammar
    subject = word + elided in grammar.nobody or word in grammar.subject_pronouns
    return subject and len(words) >= _SHORTEST_CLAUSE


def _is_one_of_clauses(sentence: Sentence, at: int, cue: int) -> bool:
    """Does it stand among marked clauses alone: "« J'ai tort », et « je le sais », dit-il"?"""
    low_words = (t.low for t in sentence.tokens[:cue] if t.kind == WORD)
    runs = [t.run for t in sentence.tokens[:cue] if t.run is not None]
    return (
        len(runs) > 1
        and sentence.tokens[at].run in runs
        and all(low in sentence.grammar.coordinators for low in low_words)
        and all(_is_clause(sentence, run) for run in runs)
    )


def kind_of(
    sentence: Sentence, at: int, attribution: Attribution | None, *, alone: bool
) -> QuoteKind:
    """Direct, where the words stand as a clause of their own; mixed within the reporter's."""
    if alone:
        return "direct"
    tokens = sentence.tokens
    run = tokens[at].run
    if run is None or attribution is None:
        return "mixed"
    first = sentence.text[run.start]
    if (
        attribution.incise
        and attribution.last <= at <= attribution.last + 1
        and _ends_sentence(sentence, at)
        and _SENTENCE_END.search(sentence.text, run.start, run.end)
    ):
        return "direct"  # "“… today,” said Ann Lee, “and tomorrow too. We go on.”"
    if attribution.incise and at < attribution.cue.first:
        starts = at == 0 and not first.islower()
        between = tokens[at + 1 : attribution.cue.first]
        source = attribution.source
        if source is not None and source.last <= attribution.cue.first:
            between = [t for k, t in enumerate(between, at + 1) if k < source.first]
        clause = starts and not any(t.kind in (WORD, MARKED) for t in between)
        clause = clause or _is_one_of_clauses(sentence, at, attribution.cue.first)
        return "direct" if clause else "mixed"
    if attribution.cue.last == at and attribution.cue.kind == "verb" and not first.islower():
        return "direct" if _is_clause(sentence, run) else "mixed"  # "il a crié « Je pars »"
    if (
        attribution.cue.kind in ("preposition", "eyes")
        and attribution.last <= at <= attribution.last + 1
        and all(
            t.kind != WORD or t.low in sentence.grammar.conjunctions
            for t in tokens[: attribution.cue.first]
        )
    ):
        return "direct" if _ends_sentence(sentence, at) else "mixed"
    if (
        sentence.grammar.bare_clause
        and attribution.cue.verb.clause
        and attribution.cue.last <= at <= attribution.cue.last + 1
        and all(t.text == "," for t in tokens[attribution.cue.last : at])
        and run.end - run.start > _CLAUSE
        and _ends_sentence(sentence, at)
    ):
        return "direct"  # "Ann Lee said, “we are going.”"
    return "mixed"


def _ends_sentence(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens
    return at + 1 >= len(tokens) or tokens[at + 1].text in ENDS
