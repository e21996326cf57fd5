"""Cues: the reporting verbs and prepositions of a sentence, before anybody asks who spoke."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from tui.parser.adverbials import skip_adverbs
from tui.parser.clauses import is_noun_before_verb
from tui.parser.morphology import verb_forms
from tui.parser.tokens import MARKED, NUMBER, SIGN, WORD, Token

if TYPE_CHECKING:
    from tui.parser.languages.speech import Agreement, ReportingVerb, SpeechGrammar

CueKind = Literal["verb", "gerund", "infinitive", "passive", "preposition", "eyes"]

_BEHIND_MARKS = 5
"""Tokens from marks to the verb of an incise, a comma and clitics apart: "« … », s'en agace X"."""

_GAP = 7
"""Tokens that may stand between an auxiliary and its participle: "a, pour sa part, affirmé"."""


@dataclass(slots=True, eq=False)
class Cue:
    """A cue on tokens `first` to `last` (exclusive) of its sentence; nobody changes one."""

    first: int
    last: int
    kind: CueKind
    verb: ReportingVerb
    clitic: Agreement | None = None
    """Agreement of a subject clitic: "a-t-il dit"."""
    clitic_at: int | None = None
    negated: bool = False
    coordinated: bool = False
    """A participle that shares the auxiliary, and so the subject, of a verb before it."""
    unlisted: bool = False
    """A verb known by its place alone: its subject must follow it."""
    persons_only: bool = False
    """A preposition that attributes only before a person or a body: "pour"."""


_PREPOSITION = "/cw"
_UNLISTED = "/i"
"""A verb that nobody listed, told by its place right after marks: "« … », ronchonne-t-elle"."""


def find_cues(tokens: list[Token], grammar: SpeechGrammar) -> list[Cue]:
    """Find the cues of a sentence, from left to right; none overlaps another."""
    finder: _Finder | None = None  # most sentences of a table or a list want none
    triggers = _triggers(grammar)
    cues: list[Cue] = []
    i = 0
    behind = -1
    """Up to which token a verb that nobody listed may stand behind marks."""
    for at, token in enumerate(tokens):
        if token.run is not None:
            behind = at + _BEHIND_MARKS
        elif (token.low in triggers or at <= behind) and at >= i:
            finder = finder or _Finder(tokens, grammar)
            cue = finder.at(at, behind_marks=at <= behind)
            if cue is not None:
                cues.append(cue)
                i = cue.last
    return cues


def opens_incise(tokens: list[Token], i: int, grammar: SpeechGrammar) -> bool:
    """May a verb right behind a sign open an incise at token `i`: "…, dit-il, …"?"""
    low = tokens[i].low
    if low not in _triggers(grammar) and low not in grammar.reflexives:
        return False
    while i > 1 and tokens[i - 1].low in grammar.clitic_objects:
        i -= 1  # "…, nous explique X, …"
    return tokens[i - 1].text in {",", "!", "?"}


@cache
def _triggers(grammar: SpeechGrammar) -> frozenset[str]:
    """Collect the words at which a cue may begin where no marks stand: most words are none."""
    return _verbs(grammar) | grammar.cue_phrases.heads


@cache
def _verbs(grammar: SpeechGrammar) -> frozenset[str]:
    """Collect the words with which the verb of a cue may begin."""
    forms = verb_forms(grammar)
    return frozenset().union(
        grammar.auxiliaries, grammar.copulas, grammar.idioms_by_head,
        forms.finite, forms.gerund, forms.participle, forms.infinitive,
    )  # fmt: skip


class _Finder:
    def __init__(self, tokens: list[Token], grammar: SpeechGrammar) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.forms = verb_forms(grammar)
        self.verbs = _verbs(grammar)
        self.auxiliary_seen = False

    def at(self, i: int, *, behind_marks: bool) -> Cue | None:
        """Read the cue that begins at token `i`, if one does.

        A verb that nobody listed is read only where it may stand `behind_marks`.
        """
        grammar, forms, token = self.grammar, self.forms, self.tokens[i]
        if token.capital and i and self.tokens[i - 1].kind == WORD:
            return None  # "the Find Museum": a word with a capital inside a sentence
        low = token.low
        if low in grammar.cue_phrases.heads:
            cue = self._preposition(i)
            if cue:
                return cue
        if low not in self.verbs:
            return self._unlisted(i) if behind_marks else None
        if low in grammar.auxiliaries or low in grammar.copulas:
            cue = self._compound(i)
            self.auxiliary_seen = self.auxiliary_seen or low in grammar.auxiliaries
            if cue:
                return cue
        if low in grammar.idioms_by_head:
            idiom = self._idiom(i)
            if idiom:
                return self._idiomatic(i, idiom)
        if low in forms.finite and not self._no_verb(i):
            return self._finite(i, forms.finite[low])
        if low in forms.gerund and not self._is_noun(i) and not self._compounded(i):
            verb = forms.gerund[low]
            if verb.reflexive and not self._reflexive(i):
                return None
            return Cue(i, i + 1, "gerund", verb, negated=self._negated(i))
        if low in forms.participle:
            return self._bare_participle(i, forms.participle[low])
        if low in forms.infinitive and (
            forms.infinitive[low].words or forms.infinitive[low].clause
        ):
            if self._no_verb(i):
                return None
            if self._reflexive(i) and not _reports_reflexively(forms.infinitive[low]):
                return None
            if any(t.low in grammar.impersonal_verbs for t in self.tokens[max(0, i - 3) : i]):
                return None  # "il faut dire que"
            return Cue(i, i + 1, "infinitive", forms.infinitive[low], negated=self._negated(i))
        return self._unlisted(i) if behind_marks else None

    def _behind_marks(self, i: int) -> bool:
        """Do marks end right before token `i`, clitics and a comma apart: "« … », s'agace X"?"""
        tokens = self.tokens
        j = i - 1
        while j > 0 and tokens[j].low in self.grammar.clitic_objects:
            j -= 1
        if j > 0 and tokens[j].kind != MARKED and tokens[j].text in ",!?":
            j -= 1
        return j >= 0 and tokens[j].kind == MARKED

    def _unlisted(self, i: int) -> Cue | None:
        """Take any verb right after marks for a reporting verb; its subject must follow it."""
        tokens, grammar = self.tokens, self.grammar
        token = tokens[i]
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if (
            following is None
            or token.capital
            or token.kind != WORD
            or not grammar.incise_endings
            or not self._behind_marks(i)
        ):
            return None
        if token.low in grammar.auxiliaries or token.low in grammar.copulas:
            return None  # "« … » : serait-il trop tard ?"
        first = i - 1 if self._reflexive(i) else i
        if following.low in grammar.clitics:
            return Cue(
                first, i + 2, "verb", _verb(_UNLISTED), grammar.clitics[following.low], i + 1
            )
        if (
            token.low in grammar.closed_classes
            or token.low in grammar.roles
            or token.low in grammar.sources
            or not token.low.endswith(grammar.incise_endings)
            or token.low.endswith(grammar.adverb_endings)
        ):
            return None
        return Cue(first, i + 1, "verb", _verb(_UNLISTED), unlisted=True)

    def _names(self, i: int) -> bool:
        """Is this form a participle that gives a name: "Paul Roux, dit « le Sage »"?"""
        tokens = self.tokens
        return (
            tokens[i].low in self.grammar.naming
            and 1 < i < len(tokens) - 1
            and tokens[i - 1].text == ","
            and tokens[i - 2].capital
            and tokens[i + 1].kind == MARKED
        )

    def _before(self, i: int) -> Token | None:
        return self.tokens[i - 1] if i else None

    def _is_noun(self, i: int) -> bool:
        """Does a determiner or preposition make this verb form a noun: "une annonce"?"""
        before, grammar = self._before(i), self.grammar
        if before is not None and before.kind == MARKED and grammar.modifiers_precede:
            owner = self.tokens[i - 2].low if i > 1 else ""
            return owner in grammar.genitives  # NBR's "One" show
        if before is None or before.kind != WORD:
            return False
        if before.low in grammar.source_pronouns:
            return False  # "certains disent"
        if i > 1 and (self.tokens[i - 2].low, before.low) in grammar.noun_pronouns:
            return False  # "ce dernier juge"
        if (
            before.low in grammar.clitic_objects
            and before.low in grammar.prepositions
            and self._takes_clause(i)
        ):
            return False  # "il en déduit que"
        if before.low in grammar.determiners:
            # "l'annonce" is a noun; in "il l'annonce" the article is a pronoun object.
            earlier = self.tokens[i - 2].low if i > 1 else ""
            return earlier not in grammar.subject_pronouns and earlier not in grammar.clitic_objects
        return (
            before.low in grammar.complements
            or before.low in grammar.prepositions
            or before.low in grammar.prenominal
        ) and not (before.low in grammar.gerund_markers and self.tokens[i].low in self.forms.gerund)

    def _takes_clause(self, i: int) -> bool:
        """Does the conjunction of a reported clause stand right behind a finite form?"""
        tokens = self.tokens
        return (
            tokens[i].low in self.forms.finite
            and i + 1 < len(tokens)
            and tokens[i + 1].low in self.grammar.that
        )

    def _no_verb(self, i: int) -> bool:
        """Is this form a noun, or part of a passive?"""
        token, before = self.tokens[i], self._before(i)
        passive = (
            before is not None
            and before.low in self.grammar.copulas
            and token.low in self.forms.participle
        )
        return (
            passive
            or self._is_noun(i)
            or self._names(i)
            or is_noun_before_verb(self.tokens, i, self.grammar)
        )

    def _compounded(self, i: int) -> bool:
        """Does a noun before it make this gerund a noun: "the surprise finding"?"""
        before, grammar = self._before(i), self.grammar
        return (
            grammar.modifiers_precede
            and before is not None
            and before.kind == WORD
            and not before.capital
            and before.low not in grammar.closed_classes
            and before.low not in grammar.openers
        )

    def _negated(self, i: int) -> bool:
        negations, endings = self.grammar.negations, self.grammar.negation_endings
        for token in self.tokens[max(0, i - 3) : i]:
            if token.low in negations or (endings and token.low.endswith(endings)):
                return True
        return False

    def _reflexive(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].low in self.grammar.reflexives

    def _compound(self, i: int) -> Cue | None:
        """Read an auxiliary with its participle: "a-t-il dit", "s'est indigné", "a fait savoir"."""
        tokens, grammar = self.tokens, self.grammar
        copula = tokens[i].low in grammar.copulas and tokens[i].low not in grammar.auxiliaries
        reflexive = self._reflexive(i)
        j, clitic, clitic_at = i + 1, None, None
        if j < len(tokens) and tokens[j].low in grammar.clitics:
            clitic, clitic_at = grammar.clitics[tokens[j].low], j
            j += 1
        j = skip_adverbs(tokens, j, grammar, limit=j + _GAP, commas=True)
        if j >= len(tokens) or tokens[j].kind != WORD:
            return None
        first = i - 1 if reflexive else i
        negated = self._negated(i)
        idiom = self._idiom(j)
        if idiom and not copula:
            last = j + len(idiom)
            if last < len(tokens) and tokens[last].low in self.forms.infinitive:
                last += 1  # "a tenu à rassurer"
            return Cue(first, last, "verb", _idiom_verb(idiom, grammar), clitic, clitic_at, negated)
        verb = self.forms.participle.get(tokens[j].low)
        if verb is None:
            if self._behind_marks(i) and tokens[j].low.endswith(grammar.participle_endings):
                verb = _verb(_UNLISTED)
                return Cue(first, j + 1, "verb", verb, clitic, clitic_at, negated, unlisted=True)
            return None
        if copula and not reflexive:
            if clitic_at is not None and self._behind_marks(i):
                return Cue(first, j + 1, "verb", verb, clitic, clitic_at, negated)
            return self._passive(i, j, verb)
        if reflexive != verb.reflexive and not (reflexive and verb.also_reflexive):
            return None
        return Cue(first, j + 1, "verb", verb, clitic, clitic_at, negated)

    def _finite(self, i: int, verb: ReportingVerb) -> Cue | None:
        tokens, grammar = self.tokens, self.grammar
        reflexive = self._reflexive(i)
        if reflexive != verb.reflexive and not (reflexive and verb.also_reflexive):
            return None
        first = i - 1 if reflexive else i
        last, clitic, clitic_at = i + 1, None, None
        if last < len(tokens) and tokens[last].low in grammar.clitics:
            clitic, clitic_at = grammar.clitics[tokens[last].low], last
            last += 1
        return Cue(first, last, "verb", verb, clitic, clitic_at, self._negated(i))

    def _idiom(self, i: int) -> tuple[str, ...] | None:
        """Find the longest idiom whose words stand here, a clitic subject left aside."""
        best: tuple[str, ...] | None = None
        for idiom in self.grammar.idioms_by_head.get(self.tokens[i].low, ()):
            if self._idiom_end(i, idiom) and (best is None or len(idiom) > len(best)):
                best = idiom
        return best

    def _idiom_end(self, i: int, idiom: tuple[str, ...]) -> int | None:
        tokens = self.tokens
        j = i + 1
        if j < len(tokens) and tokens[j].low in self.grammar.clitics:
            j += 1
        elif len(idiom) == 1 and not self._participle_context(i):
            return None
        for at, word in enumerate(idiom[1:]):
            if at == 0 and j < len(tokens) and tokens[j].low in self.grammar.adverbs:
                j += 1  # "mettent également en garde"
            if j >= len(tokens) or tokens[j].low != word:
                return None
            j += 1
        return j

    def _participle_context(self, i: int) -> bool:
        return self.auxiliary_seen or any(
            t.low in self.grammar.auxiliaries for t in self.tokens[max(0, i - 3) : i]
        )

    def _idiomatic(self, i: int, idiom: tuple[str, ...]) -> Cue:
        tokens, grammar = self.tokens, self.grammar
        last = self._idiom_end(i, idiom) or i + 1
        clitic, clitic_at = None, None
        if i + 1 < len(tokens) and tokens[i + 1].low in grammar.clitics:
            clitic, clitic_at = grammar.clitics[tokens[i + 1].low], i + 1
        kind: CueKind = "verb"
        if idiom[0] in grammar.gerund_heads:
            kind = "gerund"
        elif idiom[0].endswith("er"):
            kind = "infinitive"
        coordinated = clitic is None and i > 0 and tokens[i - 1].low in grammar.coordinators
        return Cue(
            i,
            last,
            kind,
            _idiom_verb(idiom, grammar),
            clitic,
            clitic_at,
            self._negated(i),
            coordinated,
        )

    def _bare_participle(self, i: int, verb: ReportingVerb) -> Cue | None:
        """Read a participle by itself: coordinated ("et promis"), or passive ("jugé par X")."""
        tokens, grammar = self.tokens, self.grammar
        j = i - 1
        while j > 0 and (
            tokens[j].low in grammar.adverbs or tokens[j].low.endswith(grammar.adverb_endings)
        ):
            j -= 1
        if (
            j >= 0
            and self.auxiliary_seen
            and (tokens[j].low in grammar.coordinators or tokens[j].text == ",")
        ):
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if (
                following is not None
                and (
                    following.low in grammar.that
                    or following.kind == MARKED
                    or (
                        following.kind == WORD
                        and (
                            following.low in grammar.determiners
                            or following.low in grammar.prepositions
                        )
                    )
                )
                and (tokens[j].low in grammar.coordinators or following.low in grammar.that)
                and following.low not in grammar.agents
            ):
                return Cue(i, i + 1, "verb", verb, coordinated=True)
        if self._is_noun(i):
            return None
        return self._passive(i, i, verb)

    def _passive(self, first: int, at: int, verb: ReportingVerb) -> Cue | None:
        """Read a passive before marked words: "jugé « vain » par X", "qualifié par X de « … »"."""
        tokens, grammar = self.tokens, self.grammar
        if not verb.words:
            return None
        for k in range(at + 1, min(at + 14, len(tokens))):
            if tokens[k].kind == MARKED:
                between = tokens[at + 1 : k]
                if any(t.low in grammar.agents for t in between[-2:]):
                    return None  # "salué par les « indignés »": the marked words are the agent
                if (
                    not between
                    or any(t.low in grammar.agents for t in between)
                    or between[-1].low in grammar.agent_words
                    or self._requests(between)
                ):
                    return Cue(first, at + 1, "passive", verb)
                return None
            if tokens[k].kind == SIGN and tokens[k].text in ",;:.":
                return None
        return None

    def _requests(self, between: list[Token]) -> bool:
        """Does a passive ask for what is marked: "appelés à « se calmer »", "à « faire vite »"?"""
        grammar, last = self.grammar, between[-1].low
        if last.endswith(grammar.infinitive_endings) and len(between) > 1:
            last = between[-2].low
        return last in grammar.request_words

    def _preposition(self, i: int) -> Cue | None:
        tokens, grammar = self.tokens, self.grammar
        last = grammar.cue_phrases.longest(tokens, i)
        if last is None:
            return None
        phrase = tuple(token.low for token in tokens[i:last])
        if phrase in grammar.eyes:
            return Cue(i, last, "eyes", _verb(_PREPOSITION))
        if last >= len(tokens):
            return None
        following = tokens[last]
        noun = tokens[last + 1].low if last + 1 < len(tokens) else ""
        after = tokens[last + 2].low if last + 2 < len(tokens) else ""
        quotes = noun in grammar.utterances and after in grammar.complements
        if (
            following.low in grammar.not_sources
            or (noun in grammar.not_sources and not quotes)
            or following.kind == NUMBER
        ):
            return None
        return Cue(
            i,
            last,
            "preposition",
            _verb(_PREPOSITION),
            persons_only=grammar.source_prepositions[phrase] == "person",
        )


def _reports_reflexively(verb: ReportingVerb) -> bool:
    return verb.reflexive or verb.also_reflexive


def _idiom_verb(idiom: tuple[str, ...], grammar: SpeechGrammar) -> ReportingVerb:
    return _verb(f"{'_'.join(idiom)}/{grammar.verbal_idioms[idiom]}")


@cache
def _verb(entry: str) -> ReportingVerb:
    """Read the frames of a verb, once; what a grammar is made of is loaded no sooner."""
    from tui.parser.languages import speech  # noqa: PLC0415

    return speech.ReportingVerb.read(entry)
