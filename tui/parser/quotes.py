"""Quotes, terms and people: reads the article from its first sentence to its last.

Marks say where words are quoted, cues say that somebody reports, coreference says who it is; here
each run of marked words meets the cue that governs it, or is a term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.parser.article import Quote, Span
from tui.parser.coreference import People
from tui.parser.cues import opens_incise
from tui.parser.governing import govern, inside_incise, kind_of, nested, stands_alone
from tui.parser.indirect import reported_clause, unmarked_clauses
from tui.parser.mentions import Mention
from tui.parser.morphology import verb_forms
from tui.parser.paragraphs import Prose
from tui.parser.posts import find_posts
from tui.parser.sayings import Sayings
from tui.parser.scenes import Draft, Said, Scene, Voice
from tui.parser.speakers import people_of, speaker_of
from tui.parser.stage import Stage
from tui.parser.terms import TermJudge
from tui.parser.tokens import MARKED

if TYPE_CHECKING:
    from tui.parser.article import DateMention, Person, QuoteKind
    from tui.parser.attribution import Attribution
    from tui.parser.document import Document
    from tui.parser.entities import Entity
    from tui.parser.languages import Language
    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.marks import Run
    from tui.parser.paragraphs import Sentence


_RELATIVE = 6
"""Tokens from a relative pronoun to marked words of its clause."""

_LONGEST_HEADING = 60
"""Characters of marked words that a heading may take from a quote below or above."""

_LONGEST_WITH_INCISE = 3000
"""Characters of marked words that are searched for an incise of the reporter's."""

_SIGNATURE = 20
"""Characters of space and signs between a quote and the name that signs it."""

_HEADLINE_WORDS = 3
"""Words in marks that a headline quotes; fewer are most often its topic: "« Gilets jaunes » :"."""

_BEFORE_INCISE = frozenset(",!?")
"""What stands before an incise inside marked words."""

_DASHES = frozenset("-—–")
_HEADLINE_SIGNS = _DASHES | {":"}


class Speech(NamedTuple):
    """Everything that is said in a document, and by whom."""

    quotes: tuple[Quote, ...] = ()
    terms: tuple[Span, ...] = ()
    people: tuple[Person, ...] = ()


def find_speech(
    document: Document, language: Language | None, dates: tuple[DateMention, ...]
) -> Speech:
    """Find quotes, terms and people in the document's prose."""
    if language is None:
        return Speech()
    return _Reading(document, language.speech, dates).speech()


class _Reading:
    """One article being read."""

    def __init__(
        self, document: Document, grammar: SpeechGrammar, dates: tuple[DateMention, ...]
    ) -> None:
        self.text = document.text
        self.grammar = grammar
        self.sayings = Sayings(document.text, dates, document.published)
        self.people = People(grammar)
        self.drafts: list[Draft] = []
        self.terms: list[Span] = []
        self.speakers: set[Entity] = set()
        self.said: Said | None = None
        self.stage = Stage(self.people, grammar)
        self.prose = Prose(self.text, grammar)
        self.blocks = tuple(document.prose())
        self.paragraphs = self.prose.paragraphs(self.blocks)
        runs = [t.run for p in self.paragraphs for s in p for t in s.tokens if t.run is not None]
        self.judge = TermJudge(self.text, runs)

    def speech(self) -> Speech:
        """Read every sentence in turn."""
        for paragraph in self.paragraphs:
            for sentence in paragraph:
                for name in () if sentence.silent else sentence.phrases.names:
                    self.people.learn(name)
        for p, paragraph in enumerate(self.paragraphs):
            for s, sentence in enumerate(paragraph):
                if sentence.silent:
                    self.stage.pass_over(p, s, sentence)
                else:
                    self._read(self.stage.scene(p, s, sentence))
        self._take_posts()
        by_start = {draft.start: draft for draft in reversed(self.drafts)}
        self.drafts = [self._with_echo(draft, by_start) for draft in self.drafts]
        quotes = sorted(map(self._quote, self.drafts), key=lambda quote: (quote.start, quote.end))
        people = people_of(self.text, self.people.entities, self.speakers)
        return Speech(tuple(quotes), tuple(self.terms), people)

    def _take_posts(self) -> None:
        """Quote the posts set into the article; what is marked inside them is theirs."""
        for post in find_posts(self.text, self.blocks):
            self.drafts = [d for d in self.drafts if d.end <= post.start or post.end <= d.start]
            self.terms = [t for t in self.terms if t.end <= post.start or post.end <= t.start]
            start, end = post.author
            author = Mention(0, 0, "name", start, end, self.text[start:end])
            voice = Voice(self.people.resolve(author), None if post.again else author)
            self.drafts.append(Draft(post.start, post.end, "direct", voice, None))

    def _read(self, scene: Scene) -> None:
        sentence = scene.sentence
        used: set[Attribution] = set()
        """Attributions that have marked words."""
        for at, token in enumerate(sentence.tokens):
            if token.run is not None:
                governing = govern(sentence, at)
                if self._marked(scene, at, token.run, governing) and governing is not None:
                    used.add(governing)
        self._sign(sentence)
        outer: Attribution | None = None
        reported = 0
        """Up to which token a cue has reported without marks."""
        for attribution in sentence.attributions:
            if (
                attribution.cue.first < reported
                or (outer is not None and nested(sentence, outer, attribution))
                or inside_incise(sentence, attribution)
            ):
                continue
            outer = attribution
            marked = attribution in used
            reported = max(reported, self._unmarked(scene, attribution, marked=marked))
        self.stage.leave(scene)
        spoke = [
            scene.sources[attribution]
            for attribution in sentence.attributions
            if attribution in used and not attribution.shared
        ]
        if scene.subject in spoke:
            spoke.append(scene.subject)  # the sentence is about its subject, whoever else speaks
        for entity in spoke:
            self.people.spoke(entity)

    def _voice(self, scene: Scene, attribution: Attribution) -> Voice:
        cue = self._cue_span(scene.sentence, attribution)
        entity = scene.sources[attribution]
        if attribution.source is None and attribution.elliptical:
            entity = self.people.speaker  # "Et d'ajouter : « … »"
        return Voice(entity, attribution.source, cue)

    def _cue_span(self, sentence: Sentence, attribution: Attribution) -> Span:
        tokens, cue = sentence.tokens, attribution.cue
        return Span.of(self.text, tokens[cue.first].start, tokens[cue.last - 1].end)

    # marked words

    def _marked(self, scene: Scene, at: int, run: Run, attribution: Attribution | None) -> bool:
        """Take the marked words at token `at` as a quote (true) or a term."""
        sentence = scene.sentence
        alone = stands_alone(sentence, at)
        labelled = at == 0 and self.text[
            max(0, run.outer_start - 2) : run.outer_start
        ].rstrip().endswith(":")
        colon = labelled or (at > 0 and sentence.tokens[at - 1].text == ":")
        headed = self._heads(sentence, at, run) if attribution is None else None
        if (
            not alone
            and not colon
            and headed is None
            and self.judge.is_term(run, sentence, at, attribution)
        ):
            self.terms.append(Span.of(self.text, run.start, run.end))
            return False
        kind = kind_of(sentence, at, attribution, alone=alone or colon)
        if attribution is not None:
            voice: Voice | None = self._gapped(scene, at, attribution) or self._voice(
                scene, attribution
            )
            source = attribution.source
            if (attribution.incise or colon) and source is not None and source.kind == "pronoun":
                inside = self._voice_inside(run, scene)
                if inside is not None and inside.mention and inside.mention.kind == "name":
                    voice = inside
        else:
            voice = self._voice_inside(run, scene)
            if voice is None and headed is not None:
                voice = Voice(self.people.resolve(headed), headed)
            if voice is None and colon:
                voice = self._before_colon(scene, at)
            if voice is None and alone and at == scene.number == 0:
                voice = self._announced()
            if voice is None and labelled:
                voice = Voice(None)  # "Watch: “Still in shock”, the village a day after"
        if voice is not None:
            self._add(run.start, run.end, kind, voice, sentence)
            self.said = Said(voice, scene.paragraph, scene.number)
        else:
            self._continue(scene, run, kind, alone=alone)
        return True

    def _gapped(self, scene: Scene, at: int, attribution: Attribution) -> Voice | None:
        """Find who shares a verb: "Brest demande de « partir », et Nantes d'« attendre »"."""
        sentence, grammar = scene.sentence, self.grammar
        tokens = sentence.tokens
        if attribution.incise or at < 1 or tokens[at - 1].low not in grammar.complements:
            return None
        mention = sentence.phrases.before_complement(at - 1)
        if mention is None or mention.first <= attribution.cue.last:
            return None
        joined = tokens[mention.first - 1]
        if (
            (joined.low not in grammar.coordinators and joined.text != ",")
            or all(t.kind != MARKED for t in tokens[attribution.cue.last : mention.first])
            or not sentence.phrases.may_speak(mention)
        ):
            return None
        entity = self.people.resolve(mention)
        return Voice(entity, mention, self._cue_span(sentence, attribution))

    def _voice_inside(self, run: Run, scene: Scene) -> Voice | None:
        """Find an incise inside the marks: « Il faut agir, a-t-il dit, et vite »."""
        if run.end - run.start > _LONGEST_WITH_INCISE:
            return None
        if _BEFORE_INCISE.isdisjoint(self.text[run.start : run.end]):
            return None
        for sentence in self.prose.inside(run):
            for attribution in sentence.attributions:
                cue = attribution.cue
                if (
                    cue.kind == "verb"
                    and attribution.incise
                    and cue.first
                    and opens_incise(sentence.tokens, cue.first, self.grammar)
                ):
                    entity = self.stage.source(attribution, sentence, None, [scene.subject])
                    self.people.spoke(entity)
                    return Voice(entity, attribution.source, self._cue_span(sentence, attribution))
        return None

    def _may_announce(self, name: Mention) -> bool:
        """May this be who speaks after a colon? Not a place."""
        entity = self.people.bearer(name)
        known = entity is not None and (entity.person or entity.heard or len(entity.words) > 1)
        return known and name.text.casefold() not in self.grammar.bodies

    def _heads(self, sentence: Sentence, at: int, run: Run) -> Mention | None:
        """Find who speaks in a headline: "« Il faut agir » : le préfet s'inquiète"."""
        tokens, phrases = sentence.tokens, sentence.phrases
        long = self.text.count(" ", run.start, run.end) >= _HEADLINE_WORDS - 1
        if at or not long or len(tokens) < _HEADLINE_WORDS or tokens[1].text not in _HEADLINE_SIGNS:
            return None
        mention = phrases.at(2)
        return mention if mention is not None and phrases.may_speak(mention) else None

    def _before_colon(self, scene: Scene, at: int) -> Voice | None:
        """Who speaks after "X, sur Twitter:": the last one named, or the sentence's subject."""
        phrases = scene.sentence.phrases
        names = (name for name in reversed(phrases.names) if name.last <= at)
        name = next((m for m in names if self._may_announce(m)), None)
        if name is not None and (scene.subject is None or name.role is not None):
            entity = self.people.resolve(name)
            return Voice(entity, name) if entity is not None else None
        return Voice(scene.subject, phrases.subject) if scene.subject is not None else None

    def _announced(self) -> Voice | None:
        """Who speaks in a paragraph of marked words, where the one before ends with a colon."""
        before = self.stage.before
        if before is None or before.sentence.tokens[-1].text != ":":
            return None
        for attribution in reversed(before.sentence.attributions):
            if not attribution.incise:
                return self._voice(before, attribution)
        return self._before_colon(before, len(before.sentence.tokens))

    def _sign(self, sentence: Sentence) -> None:
        """Give the last quote to the name that signs it behind a dash: « … » — Anne Roux."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or sentence.start - draft.end >= _SIGNATURE or draft.voice.cue is not None:
            return
        behind = (m for m in sentence.phrases.mentions if m.start >= draft.end)
        name = next(behind, None)
        if name is None or name.kind != "name":
            return
        gap = self.text[draft.end : name.start]
        after = sentence.tokens[name.last] if name.last < len(sentence.tokens) else None
        if (
            len(gap) < _SIGNATURE
            and not _DASHES.isdisjoint(gap)
            and not any(c.isalnum() for c in gap)
            and (after is None or after.text in {",", "(", "."})
        ):
            voice = Voice(self.people.resolve(name), name)
            self.drafts[-1] = draft._replace(kind="direct", voice=voice)

    def _continue(self, scene: Scene, run: Run, kind: QuoteKind, *, alone: bool) -> None:
        """Give words without a cue to whoever was speaking."""
        said, subject = self.said, scene.subject
        teller = None if alone or run.turn else self._teller(scene.sentence, run)
        if run.turn:
            voice = base = Voice(None)
        elif teller is not None:
            voice = base = teller
        elif (
            not alone
            and subject is not None
            and (self._may_go_on(subject, scene) or self._tells_itself(scene, run))
        ):
            voice = base = Voice(subject, scene.sentence.phrases.subject)
        elif (
            said is not None
            and said.paragraph == scene.paragraph
            and (scene.number - said.sentence <= 1)
        ):
            base = said.voice
            voice = base if alone else Voice(base.entity)
        else:
            near = said is not None and scene.paragraph - said.paragraph <= 2
            entity = said.voice.entity if said is not None and near else None
            if alone:
                entity = self.people.recent() or entity
            voice = base = Voice(entity)
        self._add(run.start, run.end, kind, voice, scene.sentence)
        self.said = Said(base, scene.paragraph, scene.number)

    def _teller(self, sentence: Sentence, run: Run) -> Voice | None:
        """Find whose marked words a relative clause brings: "Anne Roux, qui attendait « … »"."""
        tokens = sentence.tokens
        at = next(i for i, token in enumerate(tokens) if token.run is run)
        for i in range(at - 1, max(0, at - _RELATIVE), -1):
            if tokens[i].low in self.grammar.person_relatives:
                comma = tokens[i - 1].text == ","
                mention = sentence.phrases.ending.get(i - 1 if comma else i)
                if mention is None or mention.kind != "name":
                    return None
                entity = self.people.resolve(mention)
                return Voice(entity, mention) if entity and entity.person else None
        return None

    def _tells_itself(self, scene: Scene, run: Run) -> bool:
        """Is the reporting verb inside the marks: "la Ligue s'est « indignée du retard »"?"""
        tokens, grammar = scene.sentence.tokens, self.grammar
        at = next(i for i, token in enumerate(tokens) if token.run is run)
        first = self.text[run.start : run.end].casefold().split(maxsplit=1)[0]
        return (
            at > 0
            and (tokens[at - 1].low in grammar.auxiliaries or tokens[at - 1].low in grammar.copulas)
            and first in verb_forms(grammar).participle
        )

    def _may_go_on(self, subject: Entity, scene: Scene) -> bool:
        """Are marked words that no cue governs the subject's own?"""
        anew = self.said is None or self.said.paragraph != scene.paragraph
        place = " ".join(subject.words) in self.grammar.bodies
        return subject.heard or (subject.named and (subject.person or (anew and not place)))

    # words without marks

    def _unmarked(self, scene: Scene, attribution: Attribution, *, marked: bool) -> int:
        """Take what a cue reports without marks, beside the words that are `marked`.

        Give the token after it; 0 where there is nothing.
        """
        clause = reported_clause(scene.sentence, attribution)
        if clause is None:
            return 0
        first, last = clause
        tokens = scene.sentence.tokens
        starts = {draft.start for draft in self.drafts[-40:] if draft.kind != "indirect"}
        quoted = frozenset(
            i for i in range(first, last) if (run := tokens[i].run) and run.start in starts
        )
        if marked and not quoted:
            return 0
        clauses = unmarked_clauses(scene.sentence, first, last, quoted) if quoted else [clause]
        voice = self._voice(scene, attribution)
        said = False
        for begin, stop in clauses:
            start, end = tokens[begin].start, tokens[stop - 1].end
            if not any(
                d.kind == "indirect" and d.start < end and start < d.end for d in self.drafts[-8:]
            ):
                self._add(start, end, "indirect", voice, scene.sentence)
                said = True
        if not said:
            return last if quoted else 0
        if attribution.incise or attribution.cue.kind == "verb":
            self.said = Said(voice, scene.paragraph, scene.number)
            self.people.spoke(voice.entity)
        return last if last > attribution.last else 0

    # what is kept

    def _add(self, start: int, end: int, kind: QuoteKind, voice: Voice, sentence: Sentence) -> None:
        date = self.sayings.when(sentence, voice.cue) if voice.cue is not None else None
        self.drafts.append(Draft(start, end, kind, voice, date))

    def _with_echo(self, draft: Draft, drafts: dict[int, Draft]) -> Draft:
        """Give a heading the speaker of the longer quote that it is taken from."""
        if draft.end - draft.start > _LONGEST_HEADING:
            return draft
        start = self.judge.echo(draft.start, same=True)
        source = drafts.get(start) if start is not None else None
        if draft.voice.cue is not None and (source is None or not self._adjoin(draft, source)):
            return draft
        if source is None or source.voice.cue is None:
            return draft
        return draft._replace(voice=Voice(source.voice.entity))

    def _adjoin(self, draft: Draft, other: Draft) -> bool:
        """Do only marks part a heading from its quote: "« Une folie » « Une folie, … »"?"""
        between = self.text[draft.end : other.start]
        return (
            draft.kind == "direct"
            and bool(between)
            and not any(character.isalnum() for character in between)
        )

    def _quote(self, draft: Draft) -> Quote:
        """Finish a quote, now that everybody is known."""
        speaker, voice = None, draft.voice
        if voice.entity is not None:
            entity = voice.entity.same or voice.entity
            speaker = speaker_of(entity, voice.mention)
            self.speakers.add(entity)
        text = self.text[draft.start : draft.end]
        return Quote(draft.start, draft.end, text, draft.kind, speaker, voice.cue, draft.date)
