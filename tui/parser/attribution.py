"""Attribution: joins each cue of a sentence to the mention of its source.

A cue in an incise ("« … », a dit X") reports what stands before it, and what follows in the same
breath; a cue with its subject before it ("X a dit que …") reports what comes after.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.parser.cues import Cue, find_cues, skip_adverbs
from tui.parser.mentions import Chunker, Mention, singular
from tui.parser.tokens import MARKED, NUMBER, WORD, Token

if TYPE_CHECKING:
    from tui.parser.languages.speech import SpeechGrammar

_PARENTHETICAL = 25
"""Tokens that a comma pair between a subject and its verb may hold."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source."""

    cue: Cue
    source: Mention | None
    incise: bool
    """Does it report what stands before it?"""
    last: int
    """Token after the cue and, in an incise, its source."""
    shared: bool = False
    """Was the source taken over from another cue or from the sentence's subject?"""


class Sentence:
    """One sentence with its mentions, its cues and their sources."""

    def __init__(
        self, text: str, tokens: list[Token], grammar: SpeechGrammar, known: frozenset[str]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self.chunker = Chunker(text, tokens, grammar, known)
        self.mentions = self._find_mentions()
        self._ending = {mention.last: mention for mention in self.mentions}
        self.subject = self._find_subject()
        self.attributions: list[Attribution] = []
        for cue in find_cues(tokens, grammar):
            attribution = self._attribute(cue)
            if attribution is not None:
                self.attributions.append(attribution)

    @property
    def start(self) -> int:
        """Where its first token begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last token ends."""
        return self.tokens[-1].end

    def _find_mentions(self) -> list[Mention]:
        mentions: list[Mention] = []
        i = 0
        while i < len(self.tokens):
            mention = self.chunker.at(i)
            if mention is None:
                i += 1
            else:
                whole = self._with_apposition(mention)
                mentions.append(whole)
                i = max(mention.last, whole.last)
        return mentions

    def _with_apposition(self, mention: Mention) -> Mention:
        """Join "le ministre, Paul Roux," and "Paul Roux, ministre," into one mention."""
        tokens, grammar = self.tokens, self.grammar
        i = mention.last
        while i + 2 < len(tokens) and tokens[i].text == "(":
            i = next(
                (k + 1 for k in range(i + 1, min(i + 8, len(tokens))) if tokens[k].text == ")"),
                i + 9,
            )
        if i + 1 >= len(tokens) or tokens[i].text != ",":
            return mention
        other = self.chunker.at(i + 1)
        if other is None:
            return mention
        after = tokens[other.last] if other.last < len(tokens) else None
        if (
            (mention.kind == "noun" or self._names_a_body(mention))
            and other.kind == "name"
            and other.role is None
            and other.name
        ):
            fits = (
                singular(mention.head) in grammar.roles or mention.head in grammar.source_pronouns
            )
            closed = (
                after is None
                or after.kind != WORD
                or after.low in grammar.prepositions
                or after.low in grammar.relatives
            )
            if fits and closed and self._full_name(other):
                role = self._role_text(mention)
                return replace(
                    mention, last=other.last, kind="name", start=other.start, end=other.end, text=other.text,
                    name=other.name, role=role, gender=other.gender or mention.gender,
                )  # fmt: skip
        if (
            mention.kind == "name"
            and mention.role is None
            and other.kind == "noun"
            and singular(other.head) in grammar.roles
        ):
            return replace(
                mention,
                role=self._role_text(other),
                head=other.head,
                gender=mention.gender
                or ("" if other.head in grammar.roles and not other.gender else other.gender),
            )
        return mention

    def _names_a_body(self, mention: Mention) -> bool:
        """Is the name in "le patron du groupe Orva, Paul Roux" a body's, and the person's to come?"""
        if mention.name is None or not mention.head:
            return False
        first, last = mention.name
        return last - first <= 2 and self.tokens[first].low not in self.grammar.given_names

    def _full_name(self, mention: Mention) -> bool:
        if mention.name is None:
            return False
        first, last = mention.name
        return (
            last - first > 1 or mention.title or self.tokens[first].low in self.grammar.given_names
        )

    def _role_text(self, mention: Mention) -> str:
        tokens = self.tokens
        first = mention.first
        if tokens[first].low in self.grammar.determiners:
            first += 1
        return self.text[tokens[first].start : tokens[mention.last - 1].end]

    def in_phrase(self, mention: Mention) -> bool:
        """Does a preposition stand before this mention, so that it is no subject?"""
        if not mention.first:
            return False
        before = self.tokens[mention.first - 1].low
        return before in self.grammar.prepositions or before in self.grammar.complements

    def _find_subject(self) -> Mention | None:
        """Find the subject of the sentence: the first phrase outside prepositions and subordinates."""
        tokens, grammar = self.tokens, self.grammar
        open_until = 0
        previous = 0
        fallback: Mention | None = None
        for mention in self.mentions:
            between = tokens[previous : mention.first]
            previous = mention.last
            if any(t.text == "," for t in between):
                open_until = 0
            if any(
                t.low in grammar.conjunctions
                and t.low not in grammar.that
                and k + 1 < len(between) + 1
                for k, t in enumerate(between)
                if t.low in grammar.subordinators
            ):
                open_until = 1
            if mention.kind == "noun" and mention.head in grammar.time_words:
                continue
            if tokens[mention.first].low in grammar.relatives:
                continue
            if self.in_phrase(mention):
                continue
            if open_until:
                fallback = fallback or mention
                continue
            return mention
        return fallback

    def may_speak(self, mention: Mention, *, loosely: bool = False) -> bool:
        """Can this mention be the source of words? `loosely` admits any phrase but things of time."""
        if mention.kind == "name":
            return True
        if mention.kind == "pronoun":
            return True
        grammar = self.grammar
        if mention.head in grammar.time_words:
            return False
        noun = singular(mention.head)
        return (
            loosely or noun in grammar.roles or mention.head in grammar.roles or noun in grammar.sources
            or mention.head in grammar.sources or mention.head in grammar.source_pronouns
        )  # fmt: skip

    # who said it

    def _attribute(self, cue: Cue) -> Attribution | None:
        if cue.kind == "preposition":
            return self._after_preposition(cue)
        if cue.kind == "eyes":
            return self._eyes(cue)
        if cue.kind == "passive":
            return self._passive(cue)
        if cue.kind == "gerund":
            return self._gerund(cue)
        if cue.kind == "infinitive":
            return Attribution(cue, self._main_source(cue.first), False, cue.last, shared=True)
        if cue.clitic is not None and cue.clitic_at is not None:
            return self._with_clitic(cue)
        if cue.coordinated:
            return Attribution(cue, self._main_source(cue.first), False, cue.last, shared=True)
        if self.grammar.subject_follows or self._behind_marks(cue.first):
            inverted = self._inverted(cue)
            if inverted is not None:
                return inverted
        return self._subject_first(cue)

    def _behind_marks(self, i: int) -> bool:
        return i > 0 and (
            self.tokens[i - 1].kind == MARKED
            or (i > 1 and self.tokens[i - 1].text in ",!?" and self.tokens[i - 2].kind == MARKED)
        )

    def _with_clitic(self, cue: Cue) -> Attribution | None:
        token = self.tokens[cue.clitic_at or 0]
        pronoun = token.text.rsplit("-", 1)[-1]
        source = Mention(
            cue.clitic_at or 0, (cue.clitic_at or 0) + 1, "pronoun", token.end - len(pronoun), token.end, pronoun,
            gender=(cue.clitic or ("", ""))[0], number=(cue.clitic or ("", ""))[1],
        )  # fmt: skip
        low = pronoun.casefold()
        if low in self.grammar.impersonal:
            source_of = self._learned_from(cue.last)
            return (
                Attribution(cue, source_of, True, source_of.last if source_of else cue.last)
                if source_of
                else None
            )
        if low not in self.grammar.subject_pronouns or low in self.grammar.speech_persons:
            return None
        return Attribution(cue, source, True, cue.last)

    def _learned_from(self, i: int) -> Mention | None:
        """Find the source after "a-t-on appris … de"."""
        tokens, grammar = self.tokens, self.grammar
        for j in range(i, min(i + 12, len(tokens) - 1)):
            if tokens[j].kind == MARKED or tokens[j].text in ",.;":
                return None
            if tokens[j].low in grammar.source_phrases:
                mention = self.chunker.at(j + 1)
                if mention and self.may_speak(mention):
                    return mention
        return None

    def _inverted(self, cue: Cue) -> Attribution | None:
        """Read a subject that follows its verb: "« … », a dit hier Anne Roux"."""
        tokens, grammar = self.tokens, self.grammar
        i = cue.first
        marks = self._behind_marks(i)
        comma = i > 0 and tokens[i - 1].text in ",–—" or marks
        if not comma or not (cue.verb.incise or (marks and cue.verb.words)):
            return None
        if not marks and cue.last < len(tokens) and (
            tokens[cue.last].low in grammar.that or tokens[cue.last].kind == MARKED or tokens[cue.last].text == ":"
        ):  # fmt: skip
            return None
        subject_before = self._ending.get(i) if marks else None
        at = self._skip_to_subject(cue.last)
        mention = self._mention_at(at)
        if mention is None or not self.may_speak(
            mention, loosely=marks and not self._object_of(cue, mention)
        ):
            return None
        if subject_before is not None and mention.kind != "name":
            return None
        if (
            mention.kind == "pronoun"
            and tokens[mention.first].low in grammar.subject_pronouns
            and not self._stands_for_noun(mention)
        ):
            return None
        if not marks and not self._closes_incise(mention):
            return None
        return Attribution(cue, mention, True, mention.last)

    def _object_of(self, cue: Cue, mention: Mention) -> bool:
        return cue.verb.words and not cue.verb.clause and not mention.definite

    def _stands_for_noun(self, mention: Mention) -> bool:
        return mention.last - mention.first > 1 or "-" in mention.text

    def _closes_incise(self, mention: Mention) -> bool:
        """Does an incise without marks end after its subject, rather than go on with an object?"""
        tokens, grammar = self.tokens, self.grammar
        if mention.last >= len(tokens):
            return True
        after = tokens[mention.last]
        return (
            after.kind != WORD
            or after.low in grammar.prepositions
            or after.low in grammar.conjunctions
            or (skip_adverbs(tokens, mention.last, grammar, limit=mention.last + 1) > mention.last)
            or after.low in grammar.complements
            or after.low in grammar.gerund_markers
            or after.low in grammar.relatives
        )

    def _mention_at(self, i: int) -> Mention | None:
        mention = self.chunker.at(i)
        return self._with_apposition(mention) if mention else None

    def _skip_to_subject(self, i: int) -> int:
        """Step over what may stand between a verb and the subject behind it."""
        tokens, grammar = self.tokens, self.grammar
        for _ in range(6):
            start = i
            i = skip_adverbs(tokens, i, grammar, limit=i + 12)
            if i >= len(tokens):
                return i
            token = tokens[i]
            if token.low in grammar.prepositions or token.low in grammar.complements:
                i = self.phrase_end(i)
            elif token.text == ",":
                closing = next(
                    (
                        k
                        for k in range(i + 1, min(i + _PARENTHETICAL, len(tokens)))
                        if tokens[k].text == ","
                    ),
                    None,
                )
                mention = self.chunker.at(i + 1)
                if mention and mention.kind == "name" and self._full_name(mention):
                    return i + 1
                if closing is None or closing + 1 >= len(tokens):
                    return i
                mention = self.chunker.at(closing + 1)
                if mention is None or not self.may_speak(mention) or mention.kind == "pronoun":
                    return i
                return closing + 1
            if i == start:
                return i
        return i

    def phrase_end(self, i: int) -> int:
        """Where the prepositional phrase that begins here ends."""
        tokens, grammar = self.tokens, self.grammar
        i += 1
        while i < len(tokens) and (
            tokens[i].low in grammar.complements or tokens[i].low in grammar.prepositions
        ):
            i += 1
        while i < len(tokens) and tokens[i].kind == NUMBER:
            i += 1
        if i < len(tokens) and tokens[i].kind == MARKED:
            return i + 1
        mention = self.chunker.at(i)
        if mention is None:
            # a bare noun: "en conférence de presse", "devant quelque 500 personnes"
            j = i + 1
            while j < len(tokens) and (
                tokens[j].low in grammar.complements
                or (
                    j > i + 1
                    and tokens[j - 1].low in grammar.complements
                    and tokens[j].kind == WORD
                )
            ):
                j += 1
            return min(j, len(tokens))
        return mention.last

    def _subject_first(self, cue: Cue) -> Attribution | None:
        source, shared = self.subject_before(cue.first)
        if source is None:
            return None
        if (
            source.kind == "pronoun"
            and source.text.casefold() in self.grammar.speech_persons | self.grammar.impersonal
        ):
            return None
        incise = self.grammar.subject_precedes and not shared and self._is_incise(cue, source)
        return Attribution(cue, source, incise, cue.last, shared)

    def _is_incise(self, cue: Cue, source: Mention) -> bool:
        """Where the subject stands first: does "X said" end what it reports, or begin it?"""
        tokens, grammar = self.tokens, self.grammar
        if not source.first or not cue.verb.incise:
            return False
        before = tokens[source.first - 1]
        marks = before.kind == MARKED or (
            before.text in ",!?" and source.first > 1 and tokens[source.first - 2].kind == MARKED
        )
        after = skip_adverbs(tokens, cue.last, grammar, limit=cue.last + 8)
        while after < len(tokens) and tokens[after].low in grammar.prepositions:
            after = skip_adverbs(tokens, self.phrase_end(after), grammar, limit=after + 20)
        ends = (
            after >= len(tokens)
            or tokens[after].text in {",", ".", "!", "?", ";", "—", "–"}
            or tokens[after].kind == MARKED
        )
        if marks:
            return cue.last >= len(tokens) or tokens[cue.last].low not in grammar.that
        return before.text == "," and ends

    def subject_before(self, i: int) -> tuple[Mention | None, bool]:
        """Find the subject of a verb at token `i`, and whether it is shared with another verb."""
        tokens, grammar = self.tokens, self.grammar
        j = i
        for _ in range(12):
            if not j:
                break
            before = tokens[j - 1]
            low = before.low
            mention = self._ending.get(j)
            if mention is not None and (
                mention.kind == "noun" and mention.head in grammar.time_words
            ):
                j = mention.first
            elif mention is not None and self.in_phrase(mention):
                j = mention.first - 1
                while j and (
                    tokens[j - 1].low in grammar.prepositions
                    or tokens[j - 1].low in grammar.complements
                ):
                    j -= 1
            elif mention is not None and not self._object_pronoun(mention):
                return self._coordinated(mention), False
            elif low in grammar.relatives and low not in grammar.that:
                return self._antecedent(j - 1), False
            elif (
                low in grammar.clitic_objects or low in grammar.adverbs or low in grammar.negations or low in grammar.modals
                or (len(low) > 6 and low.endswith(grammar.adverb_endings)) or low in grammar.time_words
                or low in grammar.gerund_markers or before.kind == NUMBER
            ):  # fmt: skip
                j -= 1
            elif low in grammar.prepositions:
                j -= 1
            elif before.text == ")":
                j = next((k for k in range(j - 2, max(-1, j - 12), -1) if tokens[k].text == "("), 0)
            elif before.text in {",", "—", "–"}:
                mention = self._before_parenthetical(j - 1)
                if mention is not None:
                    return mention, False
                break
            else:
                break
        return self._main_source(i), True

    def _object_pronoun(self, mention: Mention) -> bool:
        return (
            mention.kind == "pronoun" and mention.text.casefold() in self.grammar.clitic_objects
            and mention.text.casefold() not in self.grammar.subject_pronouns
        )  # fmt: skip

    def _coordinated(self, mention: Mention) -> Mention:
        """Join "Anne Roux et Paul Roux" into one plural mention."""
        first = mention.first
        if (
            mention.kind != "name"
            or first < 2
            or self.tokens[first - 1].low not in self.grammar.coordinators
        ):
            return mention
        other = self._ending.get(first - 1)
        if other is None or other.kind != "name" or self.in_phrase(other):
            return mention
        return replace(
            other,
            last=mention.last,
            end=mention.end,
            text=self.text[other.start : mention.end],
            number="p",
            gender="",
            name=(other.name[0] if other.name else other.first, mention.last),
        )

    def _antecedent(self, i: int) -> Mention | None:
        """Find the noun that a relative pronoun at token `i` stands for."""
        if i and self.tokens[i - 1].low in self.grammar.coordinators and self.attributions:
            return self.attributions[-1].source  # "selon lequel … et qui ajoute"
        mention = self._ending.get(i)
        if mention is None and i and self.tokens[i - 1].text == ",":
            mention = self._ending.get(i - 1) or self._with_apposition_ending(i - 1)
        if mention is None:
            earlier = [m for m in self.mentions if m.last <= i]
            mention = earlier[-1] if earlier else None
        return mention

    def _with_apposition_ending(self, i: int) -> Mention | None:
        return next((m for m in self.mentions if m.last == i), None)

    def _before_parenthetical(self, comma: int) -> Mention | None:
        """Find the subject before the comma pair that closes at token `comma`."""
        tokens = self.tokens
        whole = self._ending.get(comma)
        if whole is not None and whole.kind == "name" and whole.head and not self.in_phrase(whole):
            return whole  # "le ministre, Paul Roux, a dit"
        for k in range(comma - 1, max(0, comma - _PARENTHETICAL), -1):
            if tokens[k].text not in {",", "—", "–"}:
                continue
            mention = self._ending.get(k)
            if mention is not None and not self.in_phrase(mention) and self.may_speak(mention):
                return mention
        return None

    def _main_source(self, i: int) -> Mention | None:
        """Take the source of the verb before this one, or else the sentence's subject."""
        for attribution in reversed(self.attributions):
            if attribution.cue.kind in ("verb",) and attribution.source is not None:
                return attribution.source
        if self.subject is not None and self.subject.first < i:
            return self.subject
        return None

    def _gerund(self, cue: Cue) -> Attribution | None:
        """A gerund has the subject of the main verb, or a noun right before it."""
        tokens = self.tokens
        before = tokens[cue.first - 1] if cue.first else None
        mention = self._ending.get(cue.first)
        if (
            mention is not None and before is not None and before.text != "," and not self.in_phrase(mention)
            and self.may_speak(mention) and mention is not self._main_source(cue.first) and not self.attributions
            and mention.first and tokens[mention.first - 1].text == ","
        ):  # fmt: skip
            return Attribution(cue, mention, False, cue.last)
        source = self._main_source(cue.first)
        return Attribution(cue, source, False, cue.last, shared=True)

    def _passive(self, cue: Cue) -> Attribution:
        """The source of a passive is its agent: "jugé « … » par X"."""
        tokens, grammar = self.tokens, self.grammar
        for j in range(cue.last, min(cue.last + 24, len(tokens) - 1)):
            if tokens[j].low in grammar.agents:
                mention = self._mention_at(j + 1)
                if mention is not None and self.may_speak(mention, loosely=True):
                    return Attribution(cue, mention, False, cue.last)
        return Attribution(cue, None, False, cue.last)

    def _eyes(self, cue: Cue) -> Attribution:
        token = self.tokens[cue.last - 2]
        source = Mention(
            cue.last - 2, cue.last - 1, "pronoun", token.start, token.end, token.text,
            number="p" if token.low.startswith("leur") else "s",
        )  # fmt: skip
        return Attribution(cue, source, cue.first > 0, cue.last)

    def _after_preposition(self, cue: Cue) -> Attribution | None:
        tokens, grammar = self.tokens, self.grammar
        i = cue.last
        low = tokens[i].low
        if low in grammar.relatives:
            antecedent = self._antecedent(cue.first)
            return Attribution(cue, antecedent, False, i + 1) if antecedent else None
        if low in grammar.object_pronouns:
            gender, number = grammar.object_pronouns[low]
            source: Mention | None = Mention(
                i,
                i + 1,
                "pronoun",
                tokens[i].start,
                tokens[i].end,
                tokens[i].text,
                gender=gender,
                number=number,
            )
        else:
            source = self._mention_at(i)
        if source is None or not self.may_speak(source, loosely=not cue.persons_only):
            return None
        if source.kind == "pronoun" and low in grammar.speech_persons:
            return None
        if cue.persons_only and not self._opens_view(cue, source):
            return None
        last = source.last
        if last < len(tokens) and tokens[last].low in grammar.agents:
            agent = self.chunker.at(last + 1)  # "selon les chiffres publiés par la mairie"
            last = agent.last if agent else last
        return Attribution(cue, source, self._at_end(cue, source, last), last)

    def _opens_view(self, cue: Cue, source: Mention) -> bool:
        """Is "Pour X, …" at the head of a sentence a view, and X somebody who may hold one?"""
        tokens = self.tokens
        head = cue.first == 0 or tokens[cue.first - 1].low in self.grammar.conjunctions
        comma = source.last < len(tokens) and tokens[source.last].text == ","
        person = (
            source.kind == "name"
            or singular(source.head) in self.grammar.roles
            or source.kind == "pronoun"
        )
        return (
            head
            and comma
            and person
            and not (source.kind == "name" and source.text.casefold() in self.grammar.bodies)
        )

    def _at_end(self, cue: Cue, source: Mention, last: int) -> bool:
        """Does "selon X" follow what X says?"""
        tokens = self.tokens
        if cue.first == 0 or (cue.first == 1 and tokens[0].low in self.grammar.conjunctions):
            return False
        after = tokens[last] if last < len(tokens) else None
        before = tokens[cue.first - 1]
        if before.low in self.grammar.relatives or before.low in self.grammar.coordinators:
            return False
        if before.kind == MARKED or (before.text == "," and cue.first > 1):
            return after is None or after.kind != MARKED
        return after is None or after.text in {".", ",", ";", ")"} or last >= len(tokens) - 1
