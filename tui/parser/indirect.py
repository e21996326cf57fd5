"""Indirect speech: the clause that a cue reports without marks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.parser.adverbials import skip_adverbs
from tui.parser.clauses import bare_clause, begins_anew, has_verb, is_aside, is_finite
from tui.parser.mentions import is_agent
from tui.parser.tokens import MARKED, WORD

if TYPE_CHECKING:
    from tui.parser.attribution import Attribution
    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.paragraphs import Sentence
    from tui.parser.tokens import Token

_ASIDE = 18
"""Tokens that may tell of a source before the comma that ends them."""

_APPOSITIONS = 2
"""How many such asides may follow each other."""

_LEAST = 3
"""Words below which a clause is no reported content …"""

_LEAST_ASSERTED = 2
"""… but for an infinitive that is asserted: "promet de rappeler lui-même"."""


def reported_clause(sentence: Sentence, attribution: Attribution) -> tuple[int, int] | None:
    """Find the tokens (first, last exclusive) of what an attribution reports without marks."""
    if attribution.cue.kind == "passive" or attribution.source is None:
        return None
    if attribution.incise:
        span = _before(sentence, attribution)
    elif attribution.cue.kind in ("preposition", "eyes"):
        span = _after_preposition(sentence, attribution)
    else:
        span = _after_verb(sentence, attribution)
    if span is None:
        return None
    first, last = _trim(sentence, *span)
    if first >= last:
        return None  # the text breaks off: "Elle raconte que"
    words = sum(token.kind == WORD for token in sentence.tokens[first:last])
    asserted = attribution.cue.verb.infinitive and sentence.tokens[first].low.endswith(
        sentence.grammar.infinitive_endings
    )
    return (first, last) if words >= (_LEAST_ASSERTED if asserted else _LEAST) else None


def unmarked_clauses(
    sentence: Sentence, first: int, last: int, quoted: frozenset[int]
) -> list[tuple[int, int]]:
    """Find the coordinate clauses of a report that hold none of the `quoted` tokens.

    "The road is long, but “we go on”, said Ann Lee": the first clause is reported without marks.
    """
    tokens, grammar = sentence.tokens, sentence.grammar
    bounds = [first]
    for i in range(first + 1, last - 1):
        joins = tokens[i].low in grammar.coordinators and (
            tokens[i].low in grammar.adversatives
            or tokens[i - 1].text == ","
            or tokens[i + 1].low in grammar.that
        )
        if joins and has_verb(sentence, bounds[-1], i):
            bounds.append(i)
    cues = {attribution.cue.first for attribution in sentence.attributions}
    clauses: list[tuple[int, int]] = []
    for start, end in pairwise([*bounds, last]):
        begin, stop = _trim(sentence, start, end)
        words = sum(token.kind == WORD for token in tokens[begin:stop])
        if (
            words >= _LEAST
            and quoted.union(cues).isdisjoint(range(begin, stop))
            and has_verb(sentence, begin, stop)
        ):
            clauses.append((begin, stop))
    return clauses


def _before(sentence: Sentence, attribution: Attribution) -> tuple[int, int] | None:
    """Take the clause before an incise, back to the sentence's head or the last cue's reach."""
    first = 0
    for other in sentence.attributions:
        if other.incise and other.last <= attribution.cue.first and not is_aside(sentence, other):
            first = other.last
    last = attribution.begin if attribution.begin >= first else attribution.cue.first
    tokens, grammar = sentence.tokens, sentence.grammar
    while last > first and (
        tokens[last - 1].low in grammar.clitic_objects or tokens[last - 1].low in grammar.manner
    ):
        last -= 1  # "…, comme l'a confirmé X"
    if _splits_clause(sentence, attribution, first, last):
        last = len(tokens)
    elif tokens[first].low in grammar.prepositions and all(
        token.text != "," for token in tokens[first : last - 1]
    ):
        return None  # "In a statement, Ann Lee said, the port will close"
    while first < last and (
        tokens[first].low in grammar.coordinators or tokens[first].text in ",;:"
    ):
        first += 1
    return first, last


def _splits_clause(sentence: Sentence, attribution: Attribution, first: int, last: int) -> bool:
    """Does an incise stand in mid-clause: "Trains, Ann Lee says, will stop at night"?

    Of a preposition also behind the verb: "Le port vit, selon la mairie, de la pêche".
    """
    tokens, grammar = sentence.tokens, sentence.grammar
    after = attribution.last + 1
    if after >= len(tokens) or tokens[attribution.last].text != ",":
        return False
    if any(other.cue.first == after for other in sentence.attributions):
        return False  # "…, Ann Lee says, adding that …"
    if attribution.cue.kind == "preposition" and (
        tokens[after].low in grammar.prepositions
        or tokens[after].low in grammar.complements
        or _is_cut_short(sentence, first, last)
    ):
        return True
    return (
        tokens[after].low not in grammar.relatives
        and not has_verb(sentence, first, last)
        and has_verb(sentence, after, len(tokens))
    )


def _is_cut_short(sentence: Sentence, first: int, last: int) -> bool:
    """Does a verb wait for what completes it: "Le plan est, selon le maire, très cher"?"""
    tokens, grammar = sentence.tokens, sentence.grammar
    at = last - 2 if tokens[last - 1].text == "," else last - 1
    return at > first and (
        tokens[at].low in grammar.copulas or tokens[at].low in grammar.auxiliaries
    )


def _after_preposition(sentence: Sentence, attribution: Attribution) -> tuple[int, int]:
    last = len(sentence.tokens)
    for other in sentence.attributions:
        if other.cue.first >= attribution.last and other.incise:
            last = min(last, other.cue.first)
    return _past_source(sentence, attribution.last), last


def _past_source(sentence: Sentence, first: int) -> int:
    """Step over what is told of a source before its report.

    "Selon un rapport paru jeudi, …", "Selon Anne Roux, qui dirige le club, la saison …".
    """
    tokens, grammar = sentence.tokens, sentence.grammar
    first = sentence.phrases.after_bracket(first)
    if first < len(tokens) and tokens[first].kind == WORD and (
        tokens[first].low.endswith(grammar.participle_endings)
        or tokens[first].low in grammar.prepositions
        or tokens[first - 1].low.endswith(grammar.telling_endings)
    ):  # fmt: skip
        first = _next_comma(sentence, first, first) or first
    for _ in range(_APPOSITIONS):
        start = first + 1
        if start >= len(tokens) or tokens[first].text != ",":
            break
        mention = sentence.phrases.bare(start)
        told = mention is not None and mention.kind == "noun" and not mention.demonstrative and (
            is_agent(mention.head, grammar)
            or mention.head in grammar.quantities
            or mention.head in grammar.sources
        )  # fmt: skip
        if _tells(sentence, start):
            comma = _next_comma(sentence, start, start)
        elif tokens[start].low in grammar.relatives:
            comma = _next_comma(sentence, start, start, verbs=True)
        elif told and mention is not None:
            relative = mention.last < len(tokens) and tokens[mention.last].low in grammar.relatives
            comma = _next_comma(sentence, start, mention.last, verbs=relative)
        else:
            break
        if comma is None or sentence.phrases.bare(comma + 1) is None:
            break  # no subject follows: what stands here is the subject itself
        first = comma
    return first


def _tells(sentence: Sentence, i: int) -> bool:
    """Does a participle or an adjective open what is told of a source: ", relatif au port, …"?"""
    token, grammar = sentence.tokens[i], sentence.grammar
    if token.capital or token.kind != WORD:
        return False
    following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    return token.low.endswith(grammar.telling_endings) or (
        bool(grammar.telling_endings)
        and token.low not in grammar.closed_classes
        and sentence.phrases.bare(i) is None
        and following is not None
        and following.low in grammar.prepositions
    )


def _next_comma(sentence: Sentence, start: int, i: int, *, verbs: bool = False) -> int | None:
    """Find the comma that ends an aside; one without `verbs` holds none."""
    tokens, grammar = sentence.tokens, sentence.grammar
    for k in range(i, min(start + _ASIDE, len(tokens) - 2)):
        if tokens[k].text == ",":
            return k
        verb = tokens[k].low in grammar.auxiliaries or tokens[k].low in grammar.other_verbs
        if tokens[k].kind == MARKED or (verb and not verbs):
            return None
    return None


def _after_verb(sentence: Sentence, attribution: Attribution) -> tuple[int, int] | None:
    """Take the clause after "que", or an asserting infinitive, up to where a new cue takes over."""
    tokens, grammar = sentence.tokens, sentence.grammar
    cue = attribution.cue
    if cue.negated and cue.verb.clause:
        return None
    limit = min(len(tokens), cue.last + 12)
    first: int | None = None
    i = cue.last
    if cue.verb.clause:
        while i < limit:
            if tokens[i].low in grammar.that:
                first = i + 1
                break
            if tokens[i].text in ".;:" and tokens[i].kind != MARKED:
                break
            if tokens[i].kind == MARKED and tokens[i - 1].low not in grammar.genitives:
                break  # but "told NBR's “One” show that …"
            i += 1
        if first is not None and not _adverbial_gap(sentence, cue.last, first - 1):
            first = None
    after = skip_adverbs(tokens, cue.last, grammar, limit=limit)
    if first is None and cue.verb.infinitive and after < len(tokens):
        first = _infinitive_clause(sentence, after)
    may_be_bare = cue.kind == "verb" or cue.verb.lemma not in grammar.evidencing
    if (
        first is None
        and grammar.bare_clause
        and cue.verb.clause
        and cue.kind != "infinitive"
        and may_be_bare
    ):
        first = bare_clause(sentence, after, cue.verb.lemma)
    if first is None:
        return None
    return first, _clause_end(sentence, attribution, first)


def _infinitive_clause(sentence: Sentence, i: int) -> int | None:
    """Find the asserted infinitive after a verb: "dit avoir gagné", "nie y avoir été"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if i + 1 < len(tokens) and (
        tokens[i].low in grammar.complements or tokens[i].low in grammar.before_infinitive
    ):
        i += 1  # "promet de fermer", "s'engage à fermer"
    at = i
    while at < len(tokens) - 1 and (
        tokens[at].low in grammar.negations
        or tokens[at].low in grammar.negative_words
        or _object_of_infinitive(tokens, at, grammar, negated=at > i)
    ):
        at += 1
    if tokens[at].low in grammar.infinitive_markers or (
        tokens[at].low.endswith(grammar.infinitive_endings)
        and tokens[at].low not in grammar.closed_classes
    ):
        return i
    return None


def _object_of_infinitive(
    tokens: list[Token], i: int, grammar: SpeechGrammar, *, negated: bool
) -> bool:
    """Is this the object of an infinitive: "dit s'y attendre", "nie l'avoir vu", not "la mer"?"""
    low, following = tokens[i].low, tokens[i + 1].low
    return low in grammar.clitic_objects and (
        negated
        or low not in grammar.determiners
        or following in grammar.auxiliaries
        or following in grammar.copulas
    )


def _adverbial_gap(sentence: Sentence, first: int, that: int) -> bool:
    """Do only adverbials and phrases stand between the verb and its conjunction?"""
    tokens, grammar = sentence.tokens, sentence.grammar
    i = first
    while i < that:
        j = skip_adverbs(tokens, i, grammar, limit=that)
        if j == i and (tokens[j].low in grammar.prepositions or tokens[j].text == ","):
            j = i + 1
            while j < that and tokens[j].text != "," and tokens[j].low not in grammar.prepositions:
                j += 1
        if j == i and (
            tokens[i].low in grammar.genitives or MARKED in (tokens[i].kind, tokens[i - 1].kind)
        ):
            j = i + 1  # "told NBR's “One” show that …"
        if j == i:
            mention = sentence.phrases.bare(i)
            if mention is None or mention.last > that or grammar.subject_follows:
                return False
            j = mention.last
        i = j
    return True


def _clause_end(sentence: Sentence, attribution: Attribution, first: int) -> int:
    """Stop before the next cue that speaks for itself: ", estimant", "et a ajouté"."""
    tokens, grammar = sentence.tokens, sentence.grammar
    last = _main_verb(sentence, attribution, first) or _contrast(sentence, first) or len(tokens)
    for other in sentence.attributions:
        if other.cue.first <= first or other is attribution:
            continue
        if other.cue.kind == "infinitive":
            continue
        before = other.cue.first - 1
        while before > first and (
            tokens[before].low in grammar.adverbs
            or tokens[before].low in grammar.gerund_markers
            or tokens[before].low in grammar.clitic_objects
        ):
            before -= 1
        if other.incise and other.cue.kind != "verb":
            last = min(last, other.cue.first)
        elif begins_anew(sentence, other):
            last = min(last, (other.source.first if other.source else before) - 1)
        elif (
            (other.shared or other.cue.kind == "gerund")
            and before > first
            and (tokens[before].text == "," or tokens[before].low in grammar.coordinators)
        ):
            last = min(last, before)
        elif other.incise:
            last = min(last, other.begin)
    return last


def _contrast(sentence: Sentence, first: int) -> int | None:
    """Find the comma behind which the reporter sets something against the report: ", alors que"."""
    tokens, contrasts = sentence.tokens, sentence.grammar.contrasts
    for k in range(first + _LEAST, len(tokens) - 2):
        if tokens[k].text == "," and (tokens[k + 1].low, tokens[k + 2].low) in contrasts:
            return k
    return None


def _past_label(sentence: Sentence, first: int, last: int) -> int:
    """Step over a label: "Résultat : les ménages achètent moins, note Anne Roux"."""
    tokens = sentence.tokens
    label = first + 2 < last and tokens[first].capital and tokens[first + 1].text == ":"
    return first + 2 if label else first


def _main_verb(sentence: Sentence, attribution: Attribution, first: int) -> int | None:
    """Find the comma at which the sentence goes on around a report in a relative or a gerund:
    "Anne Roux, qui a dit que le pont fermait, a été huée".
    """
    tokens, grammar, cue = sentence.tokens, sentence.grammar, attribution.cue
    source = attribution.source
    if cue.kind == "gerund" and source is not None and source.first > cue.first:
        return source.first - 1  # "Niant avoir menti, Anne Roux a …"
    start = source.last if source else cue.first
    relative = any(token.low in grammar.relatives for token in tokens[start : cue.first])
    if cue.kind != "gerund" and not relative:
        return None
    ends = (
        k
        for k in range(first + 1, len(tokens) - 1)
        if tokens[k].text == "," and is_finite(tokens[k + 1], sentence)
    )
    return next(ends, None)


def _trim(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Leave a label, leading connectives and closing signs outside."""
    tokens, grammar = sentence.tokens, sentence.grammar
    first = _past_label(sentence, first, last)
    adverbial = skip_adverbs(tokens, first, grammar, limit=last)
    if (
        first < adverbial < last
        and tokens[adverbial].text == ","
        and not any(t.low in grammar.time_words for t in tokens[first:adverbial])
    ):
        first = adverbial + 1
    while (
        first < last
        and tokens[first].kind != MARKED
        and (tokens[first].text in ",;:–—-" or tokens[first].low in grammar.connectives)
    ):
        first += 1
    while (
        last > first
        and tokens[last - 1].kind != MARKED
        and (tokens[last - 1].text in ",;:.–—-!?…" or tokens[last - 1].low in grammar.coordinators)
    ):
        last -= 1
    return first, last
