"""Coreference: which mentions are the same somebody, read from the top of the article down.

Names join by their words ("M. Roux" is the Anne Roux before or after it); a role joins a person who
is known by it, or whose turn it is to speak; a pronoun joins the last one in the foreground that
agrees with it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from functools import cache
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.parser.entities import Entity, abbreviates, completes, fold, fold_capitals, initials
from tui.parser.foreground import AGENT, SPOKE, SUBJECT, Foreground
from tui.parser.mentions import Mention, is_agent, singular
from tui.parser.roles import PROFESSIONS, PUBLIC, Roles, little_words

if TYPE_CHECKING:
    from tui.parser.languages.speech import Agreement, SpeechGrammar

_CATAPHORA = 1500
"""Characters after which a role waits no longer for its name."""

_ARTICLE_AND_NOUN = 2
"""Tokens of a body called by its acronym alone: "la LDN"."""

_CANDIDATES = 50
"""How many bearers of one word or one role are weighed, the latest: no news article has more."""

_OUT_OF_SIGHT = -2.5
"""How far back in the foreground a role still finds somebody of whom no role is known."""

_NO_OFFICE = 2.0
"""How much less likely "the former president" is somebody told to be something else."""

_DETAIL, _SPEAKING, _SAME_CLASS, _UNNAMED = 2.0, 0.5, 3.0, 1.0
"""How much likelier a role means somebody who shares a word of it, who spoke last, of whom one of
its class is known; how much less, who has no name."""


_LIKE_A_PERSON = 2
"""Words of a name that is most likely a person's."""


class People:
    """Everybody in the article, and who is in the foreground at this point of it."""

    def __init__(self, grammar: SpeechGrammar) -> None:
        self.grammar = grammar
        self._given_names = _folded_given_names(grammar)
        self._roles = Roles(grammar)
        self._unclaimed: list[tuple[Entity, str]] = []
        self.entities: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = {}
        self._by_head: dict[str, list[Entity]] = {}
        self._by_initials: dict[str, Entity] = {}
        self._full_names: dict[str, str] = {}
        """How the bodies of a noun were last told in full."""
        self._by_acronym: dict[str, Entity] = {}
        """Bodies by the acronym behind their name in brackets."""
        self._holders: dict[str, list[Entity]] = {}
        """Who is known by a role, those first mentioned first."""
        self.foreground = Foreground()
        self._bearers: dict[int, Entity] = {}
        """Who bears the name that begins here."""
        self.speaker: Entity | None = None
        """Who spoke last."""

    # learning names, before anything is resolved

    def learn(self, mention: Mention) -> Entity | None:
        """Note a name wherever it stands, with its role."""
        if mention.kind != "name":
            return None
        words = fold(mention.text)
        if not words:
            return None
        entity = self._find_name(words, mention)
        if entity is None:
            several = not self.grammar.coordinators.isdisjoint(words)
            entity = Entity(mention.text, words, named=True, first=mention.start, several=several)
            self.entities.append(entity)
            for word in set(words):
                self._by_last.setdefault(word, []).append(entity)
            self._by_initials.setdefault(initials(words), entity)
        elif completes(words, entity.words):
            for word in set(words) - set(entity.words):
                self._by_last.setdefault(word, []).append(entity)
            entity.name, entity.words = mention.text, words
            self._by_initials.setdefault(initials(words), entity)
        if (mention.start, mention.end) not in entity.spans[-1:]:
            entity.spans.append((mention.start, mention.end))
        self._bearers[mention.start] = entity
        entity.gender = entity.gender or mention.gender
        entity.number = entity.number or mention.number
        personal = bool(mention.role) and is_agent(mention.head, self.grammar)
        entity.person = (
            entity.person
            or mention.title
            or personal
            or (
                words[0].partition("-")[0] in self._given_names
                and not self._is_place_or_body(entity.words)
            )
        )
        if mention.role and (personal or mention.head in self.grammar.sources):
            if mention.role not in entity.roles:
                entity.roles.append(mention.role)
            for word in fold(mention.role):
                if singular(word) in self._roles.kinds:
                    self._know(entity, singular(word))
        return entity

    def _know(self, entity: Entity, head: str) -> None:
        """Note that somebody is called by a role."""
        if head not in entity.heads:
            entity.heads.add(head)
            insort(self._holders.setdefault(head, []), entity, key=attrgetter("first"))

    def _is_place_or_body(self, words: tuple[str, ...]) -> bool:
        """Is this a place or body called after somebody: "Georgia", "the Ann Lee Institute"?"""
        return words[-1] in self.grammar.sources or (
            len(words) == 1 and words[0] in self.grammar.bodies
        )

    def _find_name(self, words: tuple[str, ...], mention: Mention) -> Entity | None:
        """Find who bears this name: whole, by surname, or a surname that it completes."""
        candidates = self._by_last.get(words[-1], [])[-_CANDIDATES:]
        for entity in reversed(candidates):
            if entity.words == words:
                return entity
        if mention.number == "p":
            return None  # "Anne et Paul Roux" are not Paul Roux
        candidates = [entity for entity in candidates if not entity.several]
        latest = sorted(candidates, key=lambda entity: entity.spans[-1])
        for entity in reversed(latest):
            if entity.words[-len(words) :] == words and len(entity.words) > len(words):
                if entity.first > mention.start:
                    continue  # somebody else of this name, who comes later
                if mention.gender and entity.gender and mention.gender != entity.gender:
                    continue
                return entity
            if words[-len(entity.words) :] == entity.words and len(words) > len(entity.words):
                return entity
            if len(words) > 2 and entity.words[0] == words[0] and entity.words[-1] == words[-1]:
                return entity  # a middle name or an initial
            if abbreviates(words, entity.words) or abbreviates(entity.words, words):
                return entity
        if len(words) == 1:
            if 1 < len(words[0]) < 5 and mention.text.isupper():
                spelt_out = self._by_initials.get(words[0])
                if spelt_out is not None:
                    return spelt_out
            for entity in candidates:
                if len(entity.words) > 1 and entity.words[0] == words[0]:
                    given = words[0] in self._given_names
                    if not mention.title or (len(entity.words) == 2 and not given):
                        return entity  # a given name alone: "Volodymyr"; "M. Benali Karim"
            others = [e for e in candidates if len(e.words) > 1]
            if len(others) == 1 and words[0] in others[0].words[1:]:
                return others[0]
        return None

    # resolving, in the order of the text

    def resolve(
        self,
        mention: Mention,
        *,
        near: Entity | None = None,
        additive: bool = False,
        incise: bool = False,
    ) -> Entity | None:
        """Tell whom a mention stands for; `near` is the sentence's subject, if it comes first."""
        if mention.kind == "name":
            return self.learn(mention)
        if mention.kind == "pronoun":
            entity = self._pronoun(mention, near, additive=additive, incise=incise)
            if entity is not None:
                entity.spans.append((mention.start, mention.end))
            return entity
        return self._noun(mention)

    def bearer(self, mention: Mention) -> Entity | None:
        """Tell who bears a name that was learned."""
        return self._bearers.get(mention.start)

    def notice(self, entity: Entity | None, salience: float = SUBJECT) -> None:
        """Bring somebody to the foreground."""
        if entity is not None:
            self.foreground.notice(entity, salience)

    def spoke(self, entity: Entity | None) -> None:
        """Somebody has spoken."""
        if entity is not None:
            self.speaker = entity
            entity.heard = True
            self.notice(entity, SPOKE)

    def recent(self) -> Entity | None:
        """Who is in the foreground."""
        ranked = (
            (entity, salience + self._aptness(entity, incise=True))
            for entity, salience in self.foreground.ranked(least=AGENT).items()
            if entity.heard or (entity.person and entity.number != "p")
        )
        return max(ranked, key=lambda pair: pair[1], default=(None, 0.0))[0]

    def _pronoun(
        self, mention: Mention, near: Entity | None, *, additive: bool, incise: bool
    ) -> Entity | None:
        agreement = mention.agreement
        if near is not None and self._is_thing(near, mention):
            near = None
        if agreement == ("", "") and self.speaker is not None:
            return self.speaker  # "cette source", whatever it was called
        if near is not None and near.agrees(agreement):
            return near
        if " " in mention.text:  # "ce dernier" is whoever was named last
            last = self._last_named(agreement)
            if last is not None:
                return last
        if additive and self.speaker is not None and self.speaker.agrees(agreement):
            return self.speaker
        best: Entity | None = None
        highest = -inf
        for entity, salience in self.foreground.ranked().items():
            if not entity.agrees(agreement) or self._is_thing(entity, mention):
                continue
            height = salience + entity.fits(mention.gender) + self._aptness(entity, incise=incise)
            if height > highest:
                best, highest = entity, height
        return best

    def _is_thing(self, entity: Entity, pronoun: Mention) -> bool:
        """Is a body no "she", where only people have a gender, and a person no "it"?"""
        if not self.grammar.natural_gender or not pronoun.number:
            return False
        if pronoun.gender:
            return not entity.person and (not entity.named or self._is_place_or_body(entity.words))
        return entity.person and entity.named and pronoun.number == "s"

    def _aptness(self, entity: Entity, *, incise: bool) -> float:
        """How apt somebody is to be the one who speaks, or is spoken about."""
        if entity.person:
            return 1.0 if entity.named else 0.5
        if entity.heard:
            return 0.0
        return -4.0 if incise or not entity.gender else -1.0

    def _noun(self, mention: Mention) -> Entity | None:
        """Resolve a role or a body; a new one where nobody is known by it."""
        spelt_out = self._by_acronym.get(mention.head)
        if spelt_out is not None and mention.last - mention.first <= _ARTICLE_AND_NOUN:
            spelt_out.spans.append((mention.start, mention.end))
            return spelt_out
        head = fold(singular(mention.head))[-1] if fold(mention.head) else ""
        words = set(fold(mention.text))
        low = mention.text.replace("’", "'").casefold()
        for phrase, (noun, more) in self.grammar.offices.items():
            if phrase in low:
                head, words = fold(noun)[-1], set(fold(f"{noun} {more}"))
        kind = self._roles.kind(mention, head)
        if kind is not None and self._roles.is_former(mention):
            head = head.removeprefix("ex-")
        if mention.demonstrative and kind is not None:
            last = self._last_named(mention.agreement)
            if last is not None and self._roles.may_be(last, kind):
                last.spans.append((mention.start, mention.end))
                return last  # "ce témoin"
        if mention.definite and kind is not None and mention.number != "p":
            entity = self._by_role(head, kind, words, mention)
            if entity is not None:
                self._know(entity, head)
                entity.spans.append((mention.start, mention.end))
                return entity
        body = self._body_again(mention)
        if body is not None:
            return body
        telling = words - little_words(self.grammar)
        for entity in reversed(self._by_head.get(head, [])[-_CANDIDATES:]):
            same = set(entity.words) == words or (
                mention.definite
                and (mention.demonstrative or telling <= {*entity.words, head} or len(words) <= 2)
            )
            if same and entity.agrees(("", mention.number)):
                entity.spans.append((mention.start, mention.end))
                return entity
        before, _, bracket = self._in_full(mention, head).partition(" (")
        acronym, _, after = bracket.partition(")")
        name = before + after
        entity = Entity(
            name,
            fold(name),
            named=False,
            first=mention.start,
            gender=mention.gender,
            number=mention.number,
            heads={head},
            spans=[(mention.start, mention.end)],
            person=kind is not None,
        )
        self.entities.append(entity)
        self._by_head.setdefault(head, []).append(entity)
        if acronym:
            self._by_acronym.setdefault(acronym.casefold(), entity)
        if (
            mention.definite
            and not mention.demonstrative
            and kind is not None
            and mention.number != "p"
        ):
            self._unclaimed.append((entity, kind))
        return entity

    def hear_of_body(self, mention: Mention) -> None:
        """Note the whole name of a body, whoever speaks: "le site du ministère de la Mer"."""
        self._full_names[fold(singular(mention.head))[-1]] = mention.text

    def _in_full(self, mention: Mention, head: str) -> str:
        """Give the name by which a body was told before, where its noun stands alone now."""
        bare = mention.definite and mention.last - mention.first <= _ARTICLE_AND_NOUN
        return self._full_names.get(head, mention.text) if bare else mention.text

    def _last_named(self, agreement: Agreement) -> Entity | None:
        """Find who came to the foreground last of those who agree."""
        for entity in self.foreground.latest():
            likely = entity.person or entity.heard or (entity.named and len(entity.words) > 1)
            if likely and entity.agrees(agreement):
                return entity
        return None

    def _body_again(self, mention: Mention) -> Entity | None:
        """Find the body that "l'entreprise", with nothing more, means: who spoke, or acted last."""
        if (
            not mention.definite
            or mention.last - mention.first > 2
            or mention.head not in self.grammar.generic_bodies
        ):
            return None
        acting = self.foreground.ranked(least=AGENT)
        return max(
            (
                entity
                for entity, salience in acting.items()
                if salience > 0
                and entity.named
                and not entity.person
                and (entity is self.speaker or self._is_body(entity))
                and entity.agrees((mention.gender, mention.number))
            ),
            key=lambda entity: acting[entity] + entity.heard,
            default=None,
        )

    def _is_body(self, entity: Entity) -> bool:
        """Is this the name of a firm or club? Two words are most often a person's."""
        if entity.words[-1] in self.grammar.sources or entity.name.isupper():
            return True
        return entity.heard and len(entity.words) != _LIKE_A_PERSON

    def claim(self, entity: Entity | None) -> None:
        """Join a role that nobody bore so far to the first fitting person named after it."""
        if entity is None or not entity.named or not entity.person or entity.several:
            return
        for role, kind in self._unclaimed[-2:]:
            near = 0 < self._comes(entity, role) - role.first < _CATAPHORA
            if (
                role.same is None
                and near
                and role.agrees((entity.gender, ""))
                and self._roles.may_be(entity, kind)
                and not self._roles.elsewhere(
                    entity,
                    min(role.heads & entity.heads, default=""),
                    self._roles.places(role.name, kind),
                )
            ):
                role.same = entity

    def _comes(self, entity: Entity, role: Entity) -> int:
        """Tell where somebody comes on stage who was at most named in passing before this role."""
        before = [start for start, _ in entity.spans if start < role.first]
        if len(before) != 1 or entity.heard or entity.roles:
            return entity.first
        return min((start for start, _ in entity.spans if start > role.first), default=0)

    def _by_role(self, head: str, kind: str, words: set[str], mention: Mention) -> Entity | None:
        """Find the person whom a definite role means."""
        agreement = mention.agreement
        ranked = self.foreground.ranked()
        details = words - {head, mention.head} - little_words(self.grammar)
        holders = self._holders.get(head, [])
        before = bisect_left(holders, mention.start, key=attrgetter("first"))
        known = [
            entity
            for entity in holders[max(0, before - _CANDIDATES) : before]
            if entity.named and not entity.several and entity.agrees((mention.gender, ""))
        ]
        if known:

            def rank(entity: Entity) -> tuple[int, float, int]:
                shared = len(details & self._roles.held(entity))
                return (-shared, -ranked.get(entity, -inf), -entity.spans[-1][0])

            best = min(known, key=rank)
            if not details or details & self._roles.held(best):
                return best
        if mention.head in self.grammar.relational and details:
            return None  # "la mère du boulanger" is nobody named so far
        places = self._roles.places(mention.text, kind)
        if (
            len(known) == 1
            and known[0] is not self.speaker
            and not self._roles.elsewhere(known[0], head, places)
            and not (kind == "minister" and self._roles.held(known[0]) - {head})
            and (self.speaker is None or not self._roles.may_be(self.speaker, kind))
        ):
            return known[0]
        acting = self.foreground.ranked(least=AGENT) if kind == "person" else {}
        former = self._roles.is_former(mention)
        likeliest: Entity | None = None
        highest = _OUT_OF_SIGHT
        for entity, salience in ranked.items():
            if (
                not (entity.person or (entity in acting and len(entity.words) > 1))
                or not (entity.named or (entity.heard and kind == "person"))
                or not entity.agrees(agreement)
                or not self._roles.may_be(entity, kind)
                or self._roles.elsewhere(entity, head, places)
                or (kind in PROFESSIONS and not entity.heads and not entity.heard)
            ):
                continue
            height = salience + entity.fits(mention.gender)
            height += _DETAIL * len(details & self._roles.held(entity))
            height += _SPEAKING if entity is self.speaker else 0.0
            height += _SAME_CLASS if kind in self._roles.classes(entity) else 0.0
            height -= 0.0 if entity.named else _UNNAMED
            if former and entity.roles and self._roles.classes(entity).isdisjoint(PUBLIC):
                height -= _NO_OFFICE
            if height > highest:
                likeliest, highest = entity, height
        return likeliest or self._described(mention, ranked)

    def _described(self, mention: Mention, ranked: dict[Entity, float]) -> Entity | None:
        """Tell whether a role that nothing introduces describes who speaks: "le chef vert"."""
        speaker = self.speaker
        little = little_words(self.grammar)
        words = fold(mention.text)
        if (
            speaker is None
            or not (speaker.named and speaker.person and speaker.agrees(mention.agreement))
            or ranked.get(speaker, -inf) <= 0
            or len([word for word in words if word not in little]) != 2
            or any(word in self.grammar.complements for word in words)
            or fold_capitals(mention.text)
        ):
            return None
        return speaker


@cache
def _folded_given_names(grammar: SpeechGrammar) -> frozenset[str]:
    return frozenset(fold(name)[0] for name in grammar.given_names)
