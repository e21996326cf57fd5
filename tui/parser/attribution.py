"""Attribution: joins each cue of a sentence to the mention of its source.

A cue in an incise ("« … », a dit X") reports what stands before it, and what follows in the same
breath; a cue with its subject before it ("X a dit que …") reports what comes after.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.parser.adverbials import skip_adverbs
from tui.parser.incises import closes_incise, ends_told
from tui.parser.mentions import Mention, is_role, joined, singular
from tui.parser.subjects import Subjects
from tui.parser.tokens import MARKED, SIGN, WORD, stands

if TYPE_CHECKING:
    from tui.parser.cues import Cue
    from tui.parser.languages.speech import Number
    from tui.parser.phrases import Phrases

_LEARNED = 12
"""Tokens from "one learned" to whom one learned it from."""

_LINKS = 6
"""Words that may link a sentence to the one before, ahead of its verb."""

_AGENT_REACH = 24
"""Tokens between a passive and its agent."""


@dataclass(slots=True, eq=False)
class Attribution:
    """A cue with its source; nobody changes one."""

    cue: Cue
    source: Mention | None
    incise: bool
    """Does it report what stands before it?"""
    last: int
    """Token after the cue and, in an incise, its source."""
    shared: bool = False
    """Was the source taken over from another cue or from the sentence's subject?"""

    @property
    def begin(self) -> int:
        """Token at which an incise begins: its subject, where it stands before the verb."""
        source, cue = self.source, self.cue
        if source is not None and source.last <= cue.first and self.last == cue.last:
            return source.first
        return cue.first

    @property
    def elliptical(self) -> bool:
        """Goes the report on without a subject: "Puis ajoute : « … »", "Et de conclure : « … »"?"""
        return self.source is None and self.shared


class Attributor:
    """Asks of each cue in turn who its source is; the answers before help with the next."""

    def __init__(self, phrases: Phrases, cues: list[Cue]) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.grammar = phrases.grammar
        self.attributions: list[Attribution] = []
        self.subjects = Subjects(phrases, self.attributions)
        for cue in cues:
            attribution = self._attribute(cue)
            if attribution is not None:
                self.attributions.append(attribution)

    def _attribute(self, cue: Cue) -> Attribution | None:
        if cue.kind == "preposition":
            return self._after_preposition(cue)
        if cue.kind == "eyes":
            return self._possessor(cue)
        if cue.kind == "passive":
            return self._agent(cue)
        if cue.kind == "gerund":
            return self._gerund(cue)
        if cue.kind == "infinitive" or (cue.coordinated and cue.clitic_at is None):
            source = self._main_source(cue.first)
            if source is not None and self.phrases.is_nobody(source):
                source = None  # "on pourrait croire que …"
            return Attribution(cue, source, incise=False, last=cue.last, shared=True)
        if cue.clitic_at is not None:
            return self._clitic(cue, cue.clitic_at)
        if cue.unlisted:
            return self._inverted(cue)
        if (
            self.grammar.subject_follows
            or cue.verb.lemma in self.grammar.plain_saying
            or self._behind_marks(cue.first)
            or self._names_at_end(cue)
        ):
            inverted = self._inverted(cue)
            if inverted is not None:
                return inverted
        return self._subject_first(cue)

    # the subject behind the verb

    def _clitic(self, cue: Cue, at: int) -> Attribution | None:
        """Read a subject that leans on its verb: "a-t-elle dit"."""
        token = self.tokens[at]
        pronoun = token.text.rsplit("-", 1)[-1]
        low = pronoun.casefold()
        if low in self.grammar.impersonal:
            learned = self._learned_from(cue.last)
            last = learned.last if learned else cue.last
            return Attribution(cue, learned, incise=True, last=last)
        if low not in self.grammar.subject_pronouns or low in self.grammar.speech_persons:
            return None
        if self.tokens[cue.first].low in self.grammar.copulas:
            return Attribution(cue, None, incise=True, last=cue.last)  # "« … », est-il écrit"
        gender, number = cue.clitic or ("", "")
        start = token.end - len(pronoun)
        source = Mention(
            at, at + 1, "pronoun", start, token.end, pronoun, gender=gender, number=number
        )
        return Attribution(cue, source, incise=True, last=cue.last)

    def _learned_from(self, i: int) -> Mention | None:
        """Find the source after "a-t-on appris … de", or else where: "dit-on à la mairie"."""
        tokens, grammar = self.tokens, self.grammar
        place: Mention | None = None
        limit = min(i + _LEARNED, len(tokens) - 1)
        while i < limit and tokens[i].kind != MARKED and tokens[i].text not in ",.;":
            whence = tokens[i].low in grammar.source_phrases
            i += 1
            if not whence and tokens[i - 1].low not in grammar.source_places:
                continue
            mention = self.phrases.at(i)
            if mention is None or not self.phrases.may_speak(mention):
                continue
            if whence:
                return mention
            i = mention.last
            if place is None and mention.text.casefold() not in grammar.bodies:
                place = mention
        return place

    def _behind_marks(self, i: int) -> bool:
        tokens = self.tokens
        return i > 0 and (
            tokens[i - 1].kind == MARKED
            or (i > 1 and tokens[i - 1].text in ",!?" and tokens[i - 2].kind == MARKED)
        )

    def _inverted(self, cue: Cue) -> Attribution | None:
        """Read a subject that follows its verb: "« … », a dit hier Anne Roux"."""
        tokens, grammar, phrases = self.tokens, self.grammar, self.phrases
        first = cue.first
        while first and tokens[first - 1].low in grammar.clitic_objects:
            first -= 1  # "« … », nous a expliqué X"
        marks = self._behind_marks(first)
        if not marks:
            if not cue.verb.incise or not first:
                return None
            as_said = first < cue.first and tokens[first - 1].low in grammar.manner
            if tokens[first - 1].text not in ",–—" and not as_said:
                return None
            following = tokens[cue.last] if cue.last < len(tokens) else None
            if following is not None and (
                following.low in grammar.that or following.kind == MARKED or following.text == ":"
            ):
                return None
            if self.grammar.subject_precedes and self.subjects.before(first) is not None:
                return None  # "Ann Lee, who lives there, said others would come"
        elif not cue.verb.incise and not cue.verb.words:
            return None
        mention = self.subjects.behind(cue.last, near=cue.unlisted)
        if mention is None:
            return None
        is_object = cue.verb.words and not cue.verb.clause and not mention.definite
        loosely = marks and cue.verb.incise and not is_object and not cue.unlisted
        loosely = loosely or (not marks and ends_told(cue, mention, phrases))
        if not phrases.may_speak(mention, loosely=loosely):
            return None
        if cue.unlisted and tokens[first - 1].kind == MARKED and mention.kind != "name":
            return None  # "les « ultras » ont occupé la place"
        if marks and mention.kind != "name" and first in phrases.ending:
            return None  # the marked words end a phrase that is the subject
        if (
            mention.kind == "pronoun"
            and tokens[mention.first].low in grammar.subject_pronouns
            and mention.last - mention.first == 1
            and "-" not in mention.text
            and not self._has_relative(mention)
        ):
            return None  # "elle" is a subject only before its verb, "celle qui …" also behind it
        if not marks and self._objects(mention):
            return None  # "…, said neighbours in the street would move"
        mention = self._with_second(mention)
        if not marks and not closes_incise(cue, mention, phrases):
            return None
        return Attribution(cue, mention, incise=True, last=mention.last)

    def _names_at_end(self, cue: Cue) -> bool:
        """Does a name alone end the sentence behind the verb: "…, argued Ann Lee."?"""
        tokens = self.tokens
        if not cue.verb.incise or not cue.first or tokens[cue.first - 1].text != ",":
            return False
        mention = self.phrases.at(cue.last)
        return (
            mention is not None
            and mention.kind == "name"
            and all(token.kind == SIGN for token in tokens[mention.last :])
        )

    def _objects(self, mention: Mention) -> bool:
        """Where the subject stands first, does a bare plural begin what is reported?"""
        return (
            self.grammar.subject_precedes
            and mention.kind == "noun"
            and mention.number == "p"
            and self.tokens[mention.first].low not in self.grammar.determiners
            and is_role(mention.head, self.grammar)
        )

    def _with_second(self, mention: Mention) -> Mention:
        """Join "ont dit Anne Roux et Paul Morin" into one plural mention."""
        second = self.phrases.second(mention)
        if second is None:
            return mention
        after = self.tokens[second.last] if second.last < len(self.tokens) else None
        if after and after.kind == WORD and after.low not in self.grammar.prepositions:
            return mention
        return joined(self.phrases.text, mention, second)

    def _has_relative(self, mention: Mention) -> bool:
        following = self.tokens[mention.last : mention.last + 1]
        return bool(following) and following[0].low in self.grammar.relatives

    # the subject before the verb

    def _subject_first(self, cue: Cue) -> Attribution | None:
        source, shared = self._subject_before(cue.first)
        if source is None and self._opens(cue):
            return Attribution(cue, None, incise=False, last=cue.last, shared=True)
        if source is not None and self.phrases.is_nobody(source):
            source = self._where_one_says(source)
        if source is None:
            return None
        if cue.verb.lemma in self.grammar.evidencing and not self.phrases.may_speak(source):
            return None
        source = self._behind_document(cue, source)
        incise = self.grammar.subject_precedes and not shared and self._ends_report(cue, source)
        return Attribution(cue, source, incise, cue.last, shared)

    def _where_one_says(self, nobody: Mention) -> Mention | None:
        """Find the body in "À la mairie, on explique que …", "Du côté de la mairie, on …"."""
        tokens, grammar = self.tokens, self.grammar
        if (
            tokens[nobody.first].low not in grammar.impersonal
            or tokens[nobody.first - 1].text != ","
        ):
            return None
        opening = next((p for p in grammar.whereabouts if stands(tokens, 0, p)), None)
        body = self.phrases.at(len(opening)) if opening else None
        if body is None or body.last != nobody.first - 1 or not self.phrases.may_speak(body):
            return None
        return body

    def _behind_document(self, cue: Cue, source: Mention) -> Mention:
        """Take who speaks in "a statement from X said" for the source."""
        tokens, grammar = self.tokens, self.grammar
        if source.kind == "noun" and source.head in grammar.documents:
            for i in range(source.last, cue.first - 1):
                if tokens[i].low in grammar.source_phrases:
                    author = self.phrases.at(i + 1)
                    if author is not None and self.phrases.may_speak(author):
                        return author
        return source

    def _subject_before(self, i: int) -> tuple[Mention | None, bool]:
        """Find the subject of a verb at token `i`, and whether it is shared with another verb."""
        subject = self.subjects.before(i)
        return (subject, False) if subject is not None else (self._main_source(i), True)

    def _opens(self, cue: Cue) -> bool:
        """Does nothing but a link stand before this verb: "Puis ajoute :"?"""
        tokens, grammar = self.tokens, self.grammar
        before = tokens[: cue.first]
        return 0 < len(before) <= _LINKS and all(
            t.low in grammar.connectives
            or t.low in grammar.adverbs
            or t.low in grammar.coordinators
            for t in before
        )

    def _ends_report(self, cue: Cue, source: Mention) -> bool:
        """Where the subject stands first: does "X said" end what it reports, or begin it?"""
        tokens, grammar = self.tokens, self.grammar
        if not source.first or not cue.verb.incise:
            return False
        if self._behind_marks(source.first):
            return cue.last >= len(tokens) or tokens[cue.last].low not in grammar.that
        if tokens[source.first - 1].text != ",":
            return False
        after = skip_adverbs(tokens, cue.last, grammar, limit=cue.last + 8)
        addressee = self.phrases.bare(after) if cue.verb.lemma in grammar.addressing else None
        if addressee is not None:
            after = addressee.last
        while after < len(tokens) and tokens[after].low in grammar.prepositions:
            end = self.phrases.phrase_end(after)
            after = skip_adverbs(tokens, end, grammar, limit=after + 20)
        return (
            after >= len(tokens)
            or tokens[after].text in {",", ".", "!", "?", ";", "—", "–"}
            or tokens[after].kind == MARKED
        )

    # sources that are no subject of the cue

    def _main_source(self, i: int) -> Mention | None:
        """Take the source of the verb before this one, or else the sentence's subject."""
        for attribution in reversed(self.attributions):
            if attribution.cue.kind == "verb" and attribution.source is not None:
                return attribution.source
        subject = self.phrases.subject
        return subject if subject is not None and subject.first < i else None

    def _gerund(self, cue: Cue) -> Attribution:
        """Give a gerund the subject of the main verb, or the noun of its own right before it."""
        main = self._main_source(cue.first) if cue.first else self._main_subject(cue.last)
        own = self.phrases.ending.get(cue.first) or self._teller(cue.first)
        named_body = own is not None and own.text.casefold() in self.grammar.bodies
        if own is not None and own is not main and not named_body and self.phrases.may_speak(own):
            return Attribution(cue, own, incise=False, last=cue.last)
        if main is not None and not self.phrases.may_speak(main):
            main = None
        return Attribution(cue, main, incise=False, last=cue.last, shared=True)

    def _main_subject(self, i: int) -> Mention | None:
        """Find the subject behind a gerund that begins the sentence: "Niant tout, Anne a …"."""
        tokens, grammar = self.tokens, self.grammar
        for k in range(i, len(tokens) - 2):
            mention = self.phrases.bare(k + 1) if tokens[k].text == "," else None
            if mention is not None and mention.last < len(tokens):
                verb = tokens[mention.last]
                if verb.low in grammar.auxiliaries or verb.low in grammar.other_verbs:
                    return mention
        return None

    def _teller(self, i: int) -> Mention | None:
        """Find whose words a gerund goes on with: "le récit d'un témoin, assurant que …"."""
        tokens, grammar = self.tokens, self.grammar
        told = self.phrases.ending.get(i - 1) if i and tokens[i - 1].text == "," else None
        if told is not None and told.head in grammar.utterances:
            for k in range(told.first, told.last - 1):
                if tokens[k].low == told.head and tokens[k + 1].low in grammar.complements:
                    return self.phrases.at(k + 2)
        return None

    def _agent(self, cue: Cue) -> Attribution:
        """Find the agent of a passive: "jugé « … » par X"."""
        tokens, phrases = self.tokens, self.phrases
        for j in range(cue.last, min(cue.last + _AGENT_REACH, len(tokens) - 1)):
            if tokens[j].low in self.grammar.agents:
                mention = phrases.at(j + 1)
                if mention is not None and phrases.may_speak(mention, loosely=True):
                    return Attribution(cue, mention, incise=False, last=cue.last)
        return Attribution(cue, None, incise=False, last=cue.last)

    def _possessor(self, cue: Cue) -> Attribution:
        """Read whose eyes "à ses yeux" means."""
        at = cue.last - 2
        token = self.tokens[at]
        number: Number = "p" if token.low.startswith("leur") else "s"
        source = Mention(at, at + 1, "pronoun", token.start, token.end, token.text, number=number)
        return Attribution(cue, source, incise=cue.first > 0, last=cue.last)

    def _after_preposition(self, cue: Cue) -> Attribution | None:
        """Read the source that a preposition governs: "selon X"."""
        tokens, grammar, phrases = self.tokens, self.grammar, self.phrases
        i = cue.last
        token = tokens[i]
        if token.low in grammar.relatives:
            antecedent = self.subjects.antecedent(cue.first)
            if antecedent is None or (
                cue.persons_only and token.low not in grammar.person_relatives
            ):
                return None
            return Attribution(cue, antecedent, incise=False, last=i + 1)
        source: Mention | None
        if token.low in grammar.object_pronouns:
            gender, number = grammar.object_pronouns[token.low]
            source = Mention(
                i,
                i + 1,
                "pronoun",
                token.start,
                token.end,
                token.text,
                gender=gender,
                number=number,
            )
        else:
            source = self._utterer(i) or phrases.at(i)
        if source is None or not phrases.may_speak(source, loosely=not cue.persons_only):
            return None
        if source.kind == "pronoun" and token.low in grammar.speech_persons:
            return None
        if cue.persons_only and not self._opens_view(cue, source):
            return None
        last = source.last
        if last + 1 < len(tokens) and tokens[last].low.endswith(grammar.telling_endings):
            last += 1
        if last < len(tokens) and tokens[last].low in grammar.agents:
            agent = phrases.bare(last + 1)  # "selon les chiffres publiés par la mairie"
            last = agent.last if agent else last
        return Attribution(cue, source, self._follows_report(cue, last), last)

    def _utterer(self, i: int) -> Mention | None:
        """Find whose words these are: "selon les mots du préfet Paul Roux"."""
        tokens, grammar = self.tokens, self.grammar
        for k in range(i, min(i + 4, len(tokens) - 1)):
            if tokens[k].low in grammar.utterances and tokens[k + 1].low in grammar.complements:
                return self.phrases.at(k + 2)
        return None

    def _opens_view(self, cue: Cue, source: Mention) -> bool:
        """Is "Pour X, …" at the head of a sentence a view, and X somebody who may hold one?"""
        tokens, grammar = self.tokens, self.grammar
        head = all(
            t.text == "," or t.low in grammar.conjunctions or t.low in grammar.adverbs
            for t in tokens[: cue.first]
        )
        last = source.last
        if last < len(tokens) and tokens[last].low in grammar.complements:
            last = self.phrases.phrase_end(last)  # "Pour Paul Roux, du Matin, …"
        comma = last < len(tokens) and (
            tokens[last].text == ","
            or (tokens[last].low in grammar.definite and any(t.run for t in tokens[last:]))
        )  # "Pour le maire la mesure est « vaine »" has forgotten it
        if source.kind == "name":
            person = source.text.casefold() not in grammar.bodies
        else:
            person = source.kind == "pronoun" or singular(source.head) in grammar.roles
        return head and comma and person

    def _follows_report(self, cue: Cue, last: int) -> bool:
        """Does "selon X" follow what X says?"""
        tokens, grammar = self.tokens, self.grammar
        if all(t.kind == SIGN or t.low in grammar.conjunctions for t in tokens[: cue.first]):
            return False  # "Mais, selon X, …"
        before = tokens[cue.first - 1]
        if before.low in grammar.relatives or before.low in grammar.coordinators:
            return False
        if before.text in {":", ";"}:
            return False
        if before.text == "," and cue.first > 1 and tokens[cue.first - 2].low in grammar.relatives:
            return False  # "un projet qui, selon X, …"
        after = tokens[last] if last < len(tokens) else None
        if before.kind == MARKED or (before.text == "," and cue.first > 1):
            return after is None or after.kind != MARKED
        return after is None or after.text in {".", ",", ";", ")"} or last >= len(tokens) - 1
