"""Quotes, terms and people: reads the article from its first sentence to its last.

Marks say where words are quoted, cues say that somebody reports, coreference says who it is; here
each run of marked words meets the cue that governs it, or is a term.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.parser.article import Quote, Span
from tui.parser.attribution import Attribution, Sentence
from tui.parser.coreference import AGENT, MENTIONED, Entity, People
from tui.parser.governing import govern, kind_of, nested, stands_alone
from tui.parser.indirect import reported_clause
from tui.parser.marks import find_runs
from tui.parser.morphology import verb_forms
from tui.parser.sentences import split
from tui.parser.speakers import people_of, speaker_of
from tui.parser.terms import TermJudge, marked_positions
from tui.parser.tokens import MARKED, WORD, Token, tokenize
from tui.text.typography import level

if TYPE_CHECKING:
    from tui.parser.article import DateMention, Person, QuoteKind, Speaker
    from tui.parser.document import Document
    from tui.parser.languages import Language
    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.marks import Run
    from tui.parser.mentions import Mention
    from tui.parser.partial_date import PartialDate


_LONGEST_WITH_INCISE = 3000
"""Characters of marked words that are searched for an incise of the reporter's."""


@dataclass(frozen=True, slots=True)
class Speech:
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


@dataclass(frozen=True, slots=True)
class _Said:
    """The last words quoted: what goes on without a cue of its own goes on from here."""

    entity: Entity | None
    mention: Mention | None
    cue: Span | None
    paragraph: int
    sentence: int


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quote whose speaker may yet be named."""

    start: int
    end: int
    kind: QuoteKind
    entity: Entity | None
    mention: Mention | None
    cue: Span | None
    date: PartialDate | None


class _Reading:
    """One article being read."""

    def __init__(
        self, document: Document, grammar: SpeechGrammar, dates: tuple[DateMention, ...]
    ) -> None:
        self.text = document.text
        self.level = level(document.text)
        self.grammar = grammar
        self.dates = [d for d in dates if d.date is not None]
        self.people = People(grammar)
        self.drafts: list[_Draft] = []
        self.terms: list[Span] = []
        self.speakers: set[int] = set()
        self.said: _Said | None = None
        self._forward = 0
        """Up to which token those named in this sentence are in the foreground."""
        self.paragraphs = self._read(document)
        self.judge = TermJudge(
            self.text,
            [t.run for p in self.paragraphs for s in p for t in s.tokens if t.run is not None],
        )

    def _read(self, document: Document) -> list[list[Sentence]]:
        blocks = list(document.prose())
        levelled = self.level
        runs = find_runs(self.text, [(b.start, b.end) for b in blocks])
        tokens = [
            tokenize(levelled, b.start, b.end, r, self.grammar)
            for b, r in zip(blocks, runs, strict=True)
        ]
        known = _names_inside(tokens)
        return [
            [
                Sentence(self.text, part, self.grammar, known)
                for part in split(self.text, t, self._continues)
            ]
            for t in tokens
        ]

    def _continues(self, tokens: list[Token], i: int) -> bool:
        """Do the words after marked words report them: "“Who knows?” Ann Lee said"?"""
        if not self.grammar.subject_precedes:
            return False
        finite = verb_forms(self.grammar).finite
        for token in tokens[i : i + 6]:
            if token.kind != WORD:
                return False
            if token.low in finite:
                return True
        return False

    def speech(self) -> Speech:
        """Read every sentence in turn."""
        for paragraph in self.paragraphs:
            for sentence in paragraph:
                for mention in sentence.phrases.mentions:
                    self.people.learn(mention)
        for p, paragraph in enumerate(self.paragraphs):
            for s, sentence in enumerate(paragraph):
                self._sentence(p, s, sentence)
        quotes = sorted(map(self._quote, self.drafts), key=lambda quote: (quote.start, quote.end))
        people = people_of(self.text, self.people.entities, self.speakers)
        return Speech(tuple(quotes), tuple(self.terms), people)

    def _sentence(self, p: int, s: int, sentence: Sentence) -> None:
        marked = marked_positions(sentence)
        self.people.sentence += 1
        self._forward = 0
        subject = self._subject(sentence)
        sources: dict[int, Entity | None] = {}
        for attribution in sentence.attributions:
            sources[id(attribution)] = self._source(attribution, sentence, subject)
        used: set[int] = set()
        for at in marked:
            governing = govern(sentence, at)
            if self._marked(p, s, sentence, at, governing, sources, subject) and governing:
                used.add(id(governing))
        outer: Attribution | None = None
        for attribution in sentence.attributions:
            inside = outer is not None and nested(sentence, outer, attribution)
            if not inside:
                outer = attribution
                if id(attribution) not in used:
                    self._indirect(p, s, sentence, attribution, sources)
        self._bring_forward(sentence, len(sentence.tokens))
        self.people.notice(subject)
        spoke = [
            sources[id(attribution)]
            for attribution in sentence.attributions
            if id(attribution) in used and not attribution.shared
        ]
        if subject in spoke:
            spoke.append(subject)  # the sentence is about its subject, whoever else speaks in it
        for entity in spoke:
            self.people.spoke(entity)

    def _bring_forward(self, sentence: Sentence, last: int) -> None:
        """Bring those named before token `last` to the foreground, once each."""
        for mention in sentence.phrases.mentions:
            if mention.kind == "name" and self._forward <= mention.first < last:
                salience = AGENT if sentence.phrases.acts(mention) else MENTIONED
                self.people.notice(self.people.bearer(mention), salience)
        self._forward = max(self._forward, last)

    def _subject(self, sentence: Sentence) -> Entity | None:
        """Who the sentence is about, if it is somebody who may speak."""
        subject = sentence.phrases.subject
        if subject is None or not sentence.phrases.may_speak(subject):
            return None
        if (
            subject.kind == "pronoun"
            and subject.text.casefold() in self.grammar.speech_persons | self.grammar.impersonal
        ):
            return None
        self._bring_forward(sentence, subject.first)
        return self.people.resolve(subject)

    def _source(
        self, attribution: Attribution, sentence: Sentence, subject: Entity | None
    ) -> Entity | None:
        mention = attribution.source
        if mention is None:
            return None
        if mention is sentence.phrases.subject and subject is not None:
            self.people.claim(subject)
            return subject
        near = (
            subject
            if sentence.phrases.subject
            and sentence.phrases.subject.last < mention.first
            and attribution.cue.kind == "preposition"
            else None
        )
        self._bring_forward(sentence, mention.first)
        entity = self.people.resolve(
            mention,
            near=near,
            additive=attribution.cue.verb.lemma in self.grammar.additive,
            incise=attribution.incise,
        )
        self.people.claim(entity)
        if entity is not None and not attribution.shared and attribution.incise:
            self.people.notice(entity)
        return entity

    # marked words

    def _marked(
        self,
        p: int,
        s: int,
        sentence: Sentence,
        at: int,
        attribution: Attribution | None,
        sources: dict[int, Entity | None],
        subject: Entity | None,
    ) -> bool:
        run = sentence.tokens[at].run
        if run is None:
            return False
        alone = stands_alone(sentence, at)
        colon = at > 0 and sentence.tokens[at - 1].text == ":"
        if not alone and not colon and self.judge.is_term(run, sentence, at, attribution):
            self.terms.append(Span.of(self.text, run.start, run.end))
            return False
        kind = kind_of(sentence, at, attribution, alone=alone or colon)
        if attribution is not None:
            entity = sources[id(attribution)]
            mention, cue = attribution.source, self._cue_span(sentence, attribution)
            if mention is None and attribution.elliptical:
                entity = self.people.speaker  # "Et d'ajouter : « … »"
            self._say(run, kind, entity, mention, cue, p, s, sentence)
            return True
        within = self._incise_within(run) if alone or colon else None
        if within is not None:
            inner, inside = within
            entity = self._source(inner, inside, None)
            self._say(run, kind, entity, inner.source, self._cue_span(inside, inner), p, s, inside)
            self.people.spoke(entity)
            return True
        if colon:
            entity, mention = self._before_colon(sentence, at, subject)
            if entity is not None:
                self._say(run, kind, entity, mention, None, p, s, sentence)
                return True
        self._continued(run, kind, p, s, sentence, subject, alone=alone)
        return True

    def _incise_within(self, run: Run) -> tuple[Attribution, Sentence] | None:
        """Find an incise inside the marks: « Il faut agir, a-t-il dit, et vite »."""
        if run.end - run.start > _LONGEST_WITH_INCISE:
            return None
        tokens = tokenize(self.level, run.start, run.end, (), self.grammar)
        for part in split(self.text, tokens, self._continues):
            sentence = Sentence(self.text, part, self.grammar, frozenset())
            for attribution in sentence.attributions:
                cue = attribution.cue
                if (
                    cue.kind == "verb"
                    and attribution.incise
                    and cue.first
                    and part[cue.first - 1].text in ",!?"
                ):
                    return attribution, sentence
        return None

    def _before_colon(
        self, sentence: Sentence, at: int, subject: Entity | None
    ) -> tuple[Entity | None, Mention | None]:
        """Who speaks after "X, sur Twitter:": the last one named, or the sentence's subject."""
        names = [
            m
            for m in sentence.phrases.mentions
            if m.last <= at and m.kind == "name" and m.text.casefold() not in self.grammar.bodies
        ]
        if names and subject is None:
            return self.people.resolve(names[-1]), names[-1]
        if names and sentence.phrases.subject is not None and names[-1].role is not None:
            return self.people.resolve(names[-1]), names[-1]
        if subject is not None:
            return subject, sentence.phrases.subject
        return None, None

    def _continued(
        self,
        run: Run,
        kind: QuoteKind,
        p: int,
        s: int,
        sentence: Sentence,
        subject: Entity | None,
        *,
        alone: bool,
    ) -> None:
        """Give words without a cue to whoever was speaking."""
        said = self.said
        if not alone and subject is not None and self._may_go_on(subject):
            self._say(run, kind, subject, sentence.phrases.subject, None, p, s, sentence)
            return
        if said is not None and said.paragraph == p and s - said.sentence <= 1:
            mention, cue = (said.mention, said.cue) if alone else (None, None)
            self._say(run, kind, said.entity, mention, cue, p, s, sentence, keep=True)
            return
        entity = said.entity if said is not None and p - said.paragraph <= 2 else None
        if alone:
            entity = self.people.recent() or entity
        self._say(run, kind, entity, None, None, p, s, sentence)

    def _may_go_on(self, subject: Entity) -> bool:
        """Are marked words that no cue governs the subject's own?"""
        return subject.heard or (subject.named and subject.person)

    def _cue_span(self, sentence: Sentence, attribution: Attribution) -> Span:
        tokens = sentence.tokens
        cue = attribution.cue
        return Span.of(self.text, tokens[cue.first].start, tokens[cue.last - 1].end)

    def _say(
        self,
        run: Run,
        kind: QuoteKind,
        entity: Entity | None,
        mention: Mention | None,
        cue: Span | None,
        p: int,
        s: int,
        sentence: Sentence,
        *,
        keep: bool = False,
    ) -> None:
        self._add(run.start, run.end, kind, entity, mention, cue, sentence)
        if not keep:
            self.said = _Said(entity, mention, cue, p, s)
        elif self.said is not None:
            self.said = replace(self.said, paragraph=p, sentence=s)

    def _add(
        self,
        start: int,
        end: int,
        kind: QuoteKind,
        entity: Entity | None,
        mention: Mention | None,
        cue: Span | None,
        sentence: Sentence,
    ) -> None:
        date = self._date(sentence, cue) if cue is not None else None
        self.drafts.append(_Draft(start, end, kind, entity, mention, cue, date))

    def _quote(self, draft: _Draft) -> Quote:
        """Finish a quote, now that everybody is known."""
        speaker: Speaker | None = None
        if draft.entity is not None:
            entity = draft.entity.same or draft.entity
            speaker = speaker_of(entity, draft.mention)
            self.speakers.add(id(entity))
        text = self.text[draft.start : draft.end]
        return Quote(draft.start, draft.end, text, draft.kind, speaker, draft.cue, draft.date)

    def _date(self, sentence: Sentence, cue: Span) -> PartialDate | None:
        """When it was said: the date right beside the cue."""
        for date in self.dates:
            if date.start >= sentence.end:
                break
            if cue.end <= date.start <= cue.end + 40 or date.end <= cue.start <= date.end + 25:
                between = self.text[min(cue.end, date.end) : max(cue.start, date.start)]
                if (
                    not any(sign in between for sign in ',.;:"«»“”')
                    and " que " not in between
                    and " qu" not in between
                ):
                    return date.date
        return None

    # words without marks

    def _indirect(
        self,
        p: int,
        s: int,
        sentence: Sentence,
        attribution: Attribution,
        sources: dict[int, Entity | None],
    ) -> None:
        clause = reported_clause(sentence, attribution)
        if clause is None:
            return
        first, last = clause
        tokens = sentence.tokens
        quoted = {quote.start for quote in self.drafts[-40:] if quote.kind != "indirect"}
        if any(t.kind == MARKED and t.run and t.run.start in quoted for t in tokens[first:last]):
            return
        start, end = tokens[first].start, tokens[last - 1].end
        if any(q.kind == "indirect" and q.start < end and start < q.end for q in self.drafts[-8:]):
            return
        entity = sources[id(attribution)]
        self._add(
            start,
            end,
            "indirect",
            entity,
            attribution.source,
            self._cue_span(sentence, attribution),
            sentence,
        )
        if attribution.incise or attribution.cue.kind == "verb":
            self.said = _Said(
                entity, attribution.source, self._cue_span(sentence, attribution), p, s
            )
            self.people.spoke(entity)


def _names_inside(paragraphs: list[list[Token]]) -> frozenset[str]:
    """Collect the words written with a capital where no sentence begins."""
    known: set[str] = set()
    for tokens in paragraphs:
        for before, token in pairwise(tokens):
            if (
                token.capital
                and token.kind == WORD
                and before.kind == WORD
                and not before.text.endswith(".")
            ):
                known.add(token.text)
    return frozenset(known)
