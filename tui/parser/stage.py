"""Who is on stage, sentence by sentence: whom it is about, who stands behind each attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.entities import unelided
from tui.parser.foreground import AGENT, MENTIONED, SPOKE, TOPIC
from tui.parser.scenes import Scene

if TYPE_CHECKING:
    from collections.abc import Reversible

    from tui.parser.attribution import Attribution
    from tui.parser.coreference import People
    from tui.parser.entities import Entity
    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.mentions import Mention
    from tui.parser.paragraphs import Sentence


class Stage:
    """Sets each sentence's scene, from the article's first to its last."""

    def __init__(self, people: People, grammar: SpeechGrammar) -> None:
        self.people = people
        self.grammar = grammar
        self.before: Scene | None = None
        """The scene of the sentence before."""
        self._forward = 0
        """How many names of this sentence have come to the foreground."""

    def scene(self, paragraph: int, number: int, sentence: Sentence) -> Scene:
        """Bring who a sentence is about, and whose words it reports, to the foreground."""
        self.people.foreground.turn()
        self._forward = 0
        tellers = self._hear_of(sentence)
        topic = self._topic(sentence)
        subject = self._subject(sentence, topic)
        sources: dict[Attribution, Entity | None] = {}
        for attribution in sentence.attributions:
            sources[attribution] = self.source(attribution, sentence, subject, sources.values())
        return Scene(paragraph, number, sentence, subject, sources, tellers)

    def pass_over(self, paragraph: int, number: int, sentence: Sentence) -> None:
        """Go past a sentence in which nobody can be named."""
        self.people.foreground.turn()
        self.before = Scene(paragraph, number, sentence, None, {})

    def leave(self, scene: Scene) -> None:
        """Bring everybody of a scene that has been read to the foreground."""
        sentence = scene.sentence
        self.people.notice(scene.subject)
        self._bring_forward(sentence, len(sentence.tokens))
        for teller in scene.tellers:
            self.people.notice(self.people.resolve(teller), SPOKE)
        self.before = scene

    def _bring_forward(self, sentence: Sentence, last: int) -> None:
        """Bring those named before token `last` to the foreground, once each."""
        names = sentence.phrases.names
        while self._forward < len(names) and names[self._forward].first < last:
            name = names[self._forward]
            acts = sentence.phrases.acts(name)
            self.people.notice(self.people.bearer(name), AGENT if acts else MENTIONED)
            self._forward += 1

    def _hear_of(self, sentence: Sentence) -> list[Mention]:
        """Note the bodies named in full, for those called by their noun alone from then on; give
        those whose words the sentence tells of: "le récit de la veuve Roux".
        """
        tokens, grammar, phrases = sentence.tokens, self.grammar, sentence.phrases
        tellers: list[Mention] = []
        for i, token in enumerate(tokens):
            if token.low not in grammar.telling_heads:
                continue
            if token.low in grammar.named_bodies:
                body = phrases.bare(i)
                if body is not None and body.kind == "noun" and _is_proper(body):
                    self.people.hear_of_body(body)
            elif i + 2 < len(tokens) and tokens[i + 1].low in grammar.complements:
                teller = phrases.at(i + 2)
                if teller is not None and phrases.may_speak(teller):
                    tellers.append(teller)
        return tellers

    def _topic(self, sentence: Sentence) -> Entity | None:
        """Bring the topic that a sentence names at its head forward: "quant à X, il …"."""
        if sentence.tokens[0].low not in self.grammar.topic_heads:
            return None
        topic = next(iter(sentence.phrases.mentions), None)
        if topic is None or topic.kind == "pronoun" or not sentence.phrases.may_speak(topic):
            return None
        entity = self.people.resolve(topic)
        self.people.notice(entity, TOPIC)
        return entity

    def _subject(self, sentence: Sentence, topic: Entity | None) -> Entity | None:
        """Who the sentence is about, if it is somebody who may speak."""
        subject = sentence.phrases.subject
        if subject is None or not sentence.phrases.may_speak(subject):
            return None
        if sentence.phrases.is_nobody(subject):
            return None
        self._bring_forward(sentence, subject.first)
        return self.people.resolve(self._meant(subject, sentence), near=topic)

    def source(
        self,
        attribution: Attribution,
        sentence: Sentence,
        subject: Entity | None,
        others: Reversible[Entity | None],
    ) -> Entity | None:
        """Tell who an attribution's source is; `others` are the sources before it."""
        mention, about = attribution.source, sentence.phrases.subject
        if mention is None:
            return None
        if mention is about and subject is not None:
            self.people.claim(subject)
            return subject
        near = next((e for e in reversed(others) if e and (e.person or e.heard)), None)
        after = about is not None and about.last <= mention.first
        if attribution.cue.kind == "verb" and not attribution.incise:
            near = subject if after and subject and subject.person else near
        if attribution.cue.kind == "preposition":
            speaker = self.people.speaker
            other = speaker is not None and speaker.agrees(mention.agreement)
            near = subject if after and not other else None
        self._bring_forward(sentence, mention.first)
        entity = self.people.resolve(
            self._meant(mention, sentence),
            near=near,
            additive=attribution.cue.verb.lemma in self.grammar.additive,
            incise=attribution.incise,
        )
        self.people.claim(entity)
        if (attribution.incise or attribution.cue.kind == "preposition") and not attribution.shared:
            self.people.notice(entity)
        return entity

    def _meant(self, pronoun: Mention, sentence: Sentence) -> Mention:
        """Find the phrase, here or in the sentence before, for which "celles-ci" stands."""
        if pronoun.text.casefold() not in self.grammar.nearest_pronouns:
            return pronoun
        here = [m for m in sentence.phrases.mentions if m.last <= pronoun.first]
        before = self.before.sentence if self.before else None
        groups = ((sentence, here), (before, before.phrases.mentions if before else []))
        for where, mentions in groups:
            for mention in reversed(mentions):
                if (
                    where is not None
                    and mention.kind != "pronoun"
                    and (mention.number or "s") == (pronoun.number or "s")
                    and (mention.gender or pronoun.gender) == pronoun.gender
                    and where.phrases.may_speak(mention)
                ):
                    return mention
        return pronoun


def _is_proper(body: Mention) -> bool:
    """Has the name of a body a word with a capital: "ministère de la Mer"?"""
    return any(word[:1].isupper() for word in unelided(body.text))
