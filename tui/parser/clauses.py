"""Clauses without a tagger: where one has a verb, where one begins that no "that" opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.adverbials import skip_adverbs
from tui.parser.mentions import singular
from tui.parser.morphology import verb_forms
from tui.parser.tokens import NUMBER, WORD

if TYPE_CHECKING:
    from tui.parser.attribution import Attribution
    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.paragraphs import Sentence
    from tui.parser.tokens import Token

_DASHES = frozenset("—–")

_NOUN_AND_VERB = 7
"""Tokens from a bare form to the verb that makes a noun of it."""

_LONGEST_SUBJECT = 16
"""Tokens of a subject, with all that hangs on it, before its verb must come."""


def is_finite(token: Token, sentence: Sentence) -> bool:
    """May this word be a finite verb, on its own evidence?"""
    low, grammar = token.low, sentence.grammar
    return token.kind == WORD and (
        low in grammar.auxiliaries
        or low in grammar.copulas
        or low in grammar.other_verbs
        or low in verb_forms(grammar).finite
        or low.endswith(grammar.verb_endings)
        or _contracted(low, grammar)
    )


def _contracted(low: str, grammar: SpeechGrammar) -> bool:
    """Is this a pronoun with its verb: "they're"?"""
    pronoun, apostrophe, rest = low.partition("'")
    return bool(apostrophe and rest) and pronoun in grammar.subject_pronouns


def has_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Do these tokens hold a finite verb?"""
    return any(is_finite(token, sentence) for token in sentence.tokens[first:last])


def begins_anew(sentence: Sentence, attribution: Attribution) -> bool:
    """Does its subject begin a main clause of its own?

    "…, but she stressed that …"; "Alors qu'on disait que le pont fermait, le maire a démenti".
    """
    source, tokens, grammar = attribution.source, sentence.tokens, sentence.grammar
    if source is None or attribution.shared:
        return False
    if not 1 < source.first < source.last <= attribution.cue.first:
        return False
    before = tokens[source.first - 1]
    if before.low in grammar.coordinators:
        return tokens[source.first - 2].text == ","
    return before.text == "," and tokens[0].low in grammar.subordinators


def is_aside(sentence: Sentence, incise: Attribution) -> bool:
    """Does an incise end what stands between dashes: "… — un tiers, selon la mairie — …"?"""
    tokens = sentence.tokens
    return (
        incise.last < len(tokens)
        and tokens[incise.last].text in _DASHES
        and any(token.text in _DASHES for token in tokens[: incise.cue.first])
    )


def bare_clause(sentence: Sentence, i: int, lemma: str) -> int | None:
    """Find the clause that a verb reports without a conjunction: "X said it was late".

    `i` is the token after the verb and its adverbs; the person addressed is stepped over.
    """
    tokens, grammar, phrases = sentence.tokens, sentence.grammar, sentence.phrases
    i = _with_subject(sentence, i)
    while i < len(tokens) and tokens[i].low in grammar.prepositions and not _hedges(sentence, i):
        i = skip_adverbs(tokens, phrases.phrase_end(i), grammar, limit=len(tokens))
        if i < len(tokens) and tokens[i].text == ",":
            return None
    if i >= len(tokens):
        return None
    if tokens[i].kind not in {WORD, NUMBER}:
        return None
    addressee = phrases.bare(i) if lemma in grammar.addressing else None
    if addressee is not None and _opens_clause(sentence, addressee.last):
        return addressee.last  # "told the Harbour Gazette the pier was closed"
    if lemma not in grammar.plain_saying and tokens[i].low.endswith(grammar.infinitive_endings):
        return None  # "recommended closing the pier", "advised waiting until it was built"
    if lemma in grammar.plain_saying or _opens_clause(sentence, i):
        return i
    after = addressee.last if addressee is not None else len(tokens)
    if tokens[i].low in grammar.object_pronouns:
        after = i + 1
    after = skip_adverbs(tokens, after, grammar, limit=len(tokens))
    if after < len(tokens) and tokens[after].low in grammar.that:
        after += 1  # "told a crowd on the pier that it was late"
    if (
        after < len(tokens)
        and tokens[after].kind in {WORD, NUMBER}
        and (
            _hedges(sentence, after)
            or (
                tokens[after].low not in grammar.prepositions
                and tokens[after].low not in grammar.coordinators
                and tokens[after].low not in grammar.negations
            )
        )
    ):
        return after
    return None


def _with_subject(sentence: Sentence, i: int) -> int:
    """Give back the word of time or measure that opens the clause rather than dates the saying:
    "said Monday's game was lost", "said the week was long", "said roughly 65 per cent came".
    """
    tokens, grammar = sentence.tokens, sentence.grammar
    if not 1 < i < len(tokens):
        return i
    token, before = tokens[i], tokens[i - 1]
    if token.low in grammar.genitives or (
        token.kind == NUMBER and before.low.endswith(grammar.adverb_endings)
    ):
        return i - 1
    timed = before.low in grammar.time_words and tokens[i - 2].low in grammar.definite
    return i - 2 if timed and is_finite(token, sentence) else i


def _hedges(sentence: Sentence, i: int) -> bool:
    """Is this preposition a hedge before a number: "about 200 people", "up to five of them"?"""
    tokens, grammar = sentence.tokens, sentence.grammar
    if tokens[i].low not in grammar.hedges:
        return False
    following = tokens[i + 1 : i + 3]
    if len(following) == 2 and following[0].low in grammar.infinitive_markers:
        following = following[1:]
    return bool(following) and (
        following[0].kind == NUMBER or grammar.determiners.get(following[0].low, ("", ""))[1] == "p"
    )


def _opens_clause(sentence: Sentence, i: int) -> bool:
    """Does a subject stand here with its verb behind it, rather than an object?"""
    tokens, grammar = sentence.tokens, sentence.grammar
    if i >= len(tokens):
        return False
    low = tokens[i].low
    if low in grammar.subject_pronouns or low in grammar.subordinators or _contracted(low, grammar):
        return True
    for j in range(i, min(i + _LONGEST_SUBJECT, len(tokens))):
        token = tokens[j]
        if token.kind not in {WORD, NUMBER} or token.low in grammar.barriers:
            return False
        if j > i and token.low in grammar.subject_pronouns:
            return False  # "told reporters she would leave"
        if j > i and (is_finite(token, sentence) or _is_past(sentence, j)):
            return True
    return False


def _is_past(sentence: Sentence, i: int) -> bool:
    """Is this a regular past tense, by its ending and what stands around it?"""
    tokens, grammar = sentence.tokens, sentence.grammar
    before, token = tokens[i - 1], tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return (
        bool(grammar.past_endings)
        and token.low.endswith(grammar.past_endings)
        and len(token.low) > 4
        and not token.capital
        and before.kind == WORD
        and before.low not in grammar.determiners
        and before.low not in grammar.prepositions
        and not before.low.endswith(grammar.adverb_endings)
        and following is not None
        and following.low not in grammar.agents
        and (
            following.low in grammar.determiners
            or following.low in grammar.prepositions
            or following.low in grammar.adverbs
            or following.low in grammar.time_words
        )
    )


def is_noun_before_verb(tokens: list[Token], i: int, grammar: SpeechGrammar) -> bool:
    """Does another verb make a noun of this bare form: "the union report found …"?

    So does a role: "a state senator". Not of plain saying, which may stand inside a clause: "what
    doctors say is true".
    """
    forms = verb_forms(grammar)
    verb = forms.finite.get(tokens[i].low)
    if not grammar.modifiers_precede or verb is None or verb.lemma != tokens[i].low:
        return False
    if 0 < i < len(tokens) - 1 and tokens[i + 1].low in grammar.roles:
        before = tokens[i - 1].low
        return before == singular(before)  # but "doctors say president Lee is ill"
    if verb.lemma in grammar.plain_saying:
        return False
    j = skip_adverbs(tokens, i + 1, grammar, limit=i + _NOUN_AND_VERB)
    return j < len(tokens) and (
        tokens[j].low in forms.finite
        or tokens[j].low in grammar.other_verbs
        or tokens[j].low in grammar.auxiliaries
        or tokens[j].low in grammar.copulas
    )
