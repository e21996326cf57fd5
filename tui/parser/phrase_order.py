"""The two orders of a noun phrase: "le maire de Brest Paul Roux", "Brest's mayor Ann Lee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.mentions import singular
from tui.parser.proper_names import all_capitals, is_given
from tui.parser.tokens import MARKED, NUMBER, WORD

if TYPE_CHECKING:
    from tui.parser.languages.speech import Agreement
    from tui.parser.mentions import Mention
    from tui.parser.noun_phrases import Chunker
    from tui.parser.tokens import Token

_SHORT_RUN = 40
"""Characters of marked words that may be a noun themselves: "certains « indignés »"."""

_LONGEST = 24
"""Tokens beyond which a noun phrase is no mention of a source."""


_LONGEST_BODY = 12
"""Tokens from a preposition inside a body's name to the acronym behind it."""

_BEFORE_HEAD = 5
"""Words that may stand before the head of a phrase: "les deux premiers anciens ministres"."""


_SHORTEST_PAST = 4
"""Letters beyond which "-ed" may be the ending of a verb: not in "need"."""


class _Reading:
    """One phrase being read: from token `first`, its determiner left behind at `begin`."""

    def __init__(self, chunker: Chunker, first: int, begin: int, agreement: Agreement) -> None:
        self.chunker = chunker
        self.names = chunker.names
        self.tokens = chunker.tokens
        self.grammar = chunker.grammar
        self.words = chunker.words
        self.first = first
        self.begin = begin
        self.agreement = agreement
        self.j = begin
        """The token to be read next."""
        limit = min(len(self.tokens), first + _LONGEST)
        while self.j < limit and self._step():
            pass

    def _step(self) -> bool:
        """Read one token or more; false where the phrase ends."""
        raise NotImplementedError

    def _skip(self, *classes: frozenset[str] | dict[str, Agreement]) -> None:
        tokens = self.tokens
        while self.j < len(tokens) and any(tokens[self.j].low in words for words in classes):
            self.j += 1

    def _drop_dangling(self, also: frozenset[str]) -> None:
        """Give back the little words at the end that govern nothing."""
        grammar = self.grammar
        while self.j > self.begin:
            low = self.tokens[self.j - 1].low
            if (
                low not in grammar.complements
                and low not in grammar.determiners
                and (low not in also)
            ):
                break
            self.j -= 1


class HeadFirst(_Reading):
    """Reads a noun, its complements, and a name in apposition: "le maire de Brest Paul Roux"."""

    head: int | None = None
    role: int | None = None
    name: tuple[int, int] | None = None
    segment = 0
    """0 before any complement, then 1, 2, …"""
    common = True
    """Has the segment a common noun? A name right after "de" belongs to the complement."""
    role_in_segment = False
    complement = 0
    """The token at which the last complement begins."""

    def mention(self) -> Mention | None:
        """Give what was read; None where it has no head."""
        self._drop_dangling(self.grammar.coordinators)
        if self.head is None or self.j <= self.begin:
            return None
        return self.chunker.mention(self.first, self.j, self.agreement, self.head, self.name)

    def _step(self) -> bool:
        grammar, j = self.grammar, self.j
        token = self.tokens[j]
        if token.kind != WORD:
            return self._other(token)
        low = token.low
        complement = low in grammar.complements
        if (
            not complement
            and (token.capital or low in grammar.titles)
            and self.names.starts(j)
            and (j > self.first or token.capital or not self.chunker.bare_noun(j))
        ):
            return self._proper_name()
        if self.head is None and low in grammar.quantities and self._counts(j):
            self.head = j
            self.j += 1
            return True
        if complement:
            if self.head is None and self._counts(j - 1):
                self.head = j - 1
            if self.head is None:
                return False
            self.complement = j
            self.j += 1
            while (
                self.j < len(self.tokens)
                and self.tokens[self.j].low in grammar.determiners
                and not self.tokens[self.j].capital
            ):
                self.j += 1
            self._next_segment()
            return True
        if low in grammar.coordinators:
            return self._coordinator()
        if low in grammar.prepositions:
            office = self.role is not None and self._office(self.role)
            if not office and not self._placed_source(low) and not self._spelt_out():
                return False
            self.j += 1
            self._skip(grammar.determiners)
            self._next_segment()
            return True
        if self.head == j - 1 and self.segment == 0 and all_capitals(self.tokens[j - 1]):
            return False  # "la CGT appelle": no adjective follows an acronym
        if self.head is not None and low in grammar.degrees and self._qualifies(j + 1):
            self.j += 2
            return True
        if self.chunker.ends(j, headless=self.head is None):
            return False
        if self.segment == 0 and self.head is not None and self._is_reduced_relative(j):
            return False
        self._common_word(low)
        return self.head is not None or self.j - self.begin <= _BEFORE_HEAD

    def _is_reduced_relative(self, j: int) -> bool:
        """Does a participle begin to tell of the noun: "un rapport paru jeudi", "cité par X"?"""
        tokens, grammar = self.tokens, self.grammar
        low = tokens[j].low
        if not low.endswith(grammar.telling_endings) or self.words[low].role:
            return False
        following = tokens[j + 1].low if j + 1 < len(tokens) else ""
        return following in grammar.prepositions or following in grammar.time_words

    def _qualifies(self, j: int) -> bool:
        """Does an adjective stand here, behind its adverb: "des élus plus modérés"?"""
        tokens = self.tokens
        return (
            j < len(tokens)
            and tokens[j].kind == WORD
            and not tokens[j].capital
            and tokens[j].low not in self.grammar.closed_classes
        )

    def _counts(self, j: int) -> bool:
        """Does a word of quantity stand for its complement: "l'un des élus", "une des sources"?"""
        tokens, grammar = self.tokens, self.grammar
        return (
            tokens[j].low in grammar.quantities
            and j + 1 < len(tokens)
            and tokens[j + 1].low in grammar.complements
        )

    def _other(self, token: Token) -> bool:
        """Read marked words, a number, or an acronym in brackets."""
        if token.kind == MARKED:
            run = token.run
            if run is None or run.end - run.start > _SHORT_RUN:
                return False
            if self.head is None:
                self.head = self.j
            elif self.segment == 0:
                return False
            self.j += 1
            return True
        if token.kind == NUMBER:
            before = self.tokens[self.j - 1]
            if self.head is not None or (before.kind == WORD and before.capital):
                return False
            self.j += 1
            return True
        if not self._acronym():
            return False
        self.j += 3
        return True

    def _proper_name(self) -> bool:
        """Read a name: in apposition it is the person's, right after "de" the complement's."""
        tokens, grammar = self.tokens, self.grammar
        at = self.j + 1 if tokens[self.j].low in grammar.titles else self.j
        before = tokens[self.j - 1].low
        governed = before in grammar.prepositions and before not in grammar.complements
        if self.head is not None and governed:
            return False  # "la peine infligée à Paul Roux": the name is of a phrase of its own
        if at > self.j and self._governs_no_one():
            return False
        end = self.names.end(at)
        given = self.role is not None and is_given(tokens[at].low, grammar)
        beside = given and tokens[self.j - 1].low not in grammar.complements
        if self.segment == 0 or self.common or beside:
            if self.head is None and self.segment == 0:
                self.head, self.j = self.j, end
                if at > self.head:  # "le professeur Anne Roux"
                    self.role, self.name = self.head, (at, end)
                    return False
                return not (end < len(tokens) and self.names.starts(end))
            if self.role_in_segment and self.role is None:
                self.j = self.complement  # "l'arrivée du pianiste Paul Roux": he stands alone
                return False
            if self.head is not None and not self.role_in_segment:
                self.name = None if self._belongs_to_noun(at, end) else (at, end)
        elif (
            end < len(tokens)
            and self.role is not None
            and self.names.starts(end)
            and tokens[end].low not in grammar.complements
        ):
            self.name = (end, self.names.end(end))
            end = self.name[1]
        self.j = end
        return self.name is None or (
            end < len(tokens) and tokens[end].low in grammar.coordinators and self._second_role()
        )

    def _governs_no_one(self) -> bool:
        """Is the noun before a title of another phrase: "devant la presse M. Roux"?"""
        return (
            self.segment == 0
            and not self.grammar.modifiers_precede
            and self.head is not None
            and self.role is None
            and not self.role_in_segment
            and not self.words[self.tokens[self.head].low].agent
        )

    def _belongs_to_noun(self, at: int, end: int) -> bool:
        """Is this the name of a party or a thing: "la députée PRG", "le guide de l'île Roda"?"""
        if self.head is None or is_given(self.tokens[at].low, self.grammar):
            return False
        head, party = self.tokens[self.head].low, end == at + 1 and all_capitals(self.tokens[at])
        if not self.words[head].role:
            several = head != singular(head) and not self.grammar.modifiers_precede
            return self.segment > 0 or (party and several)  # "des sources PS"
        return party

    def _next_segment(self) -> None:
        self.segment += 1
        self.common = False  # a role stays: "une conseillère du maire de Brest Paul Roux"

    def _coordinator(self) -> bool:
        if self.role is not None and self._second_role():
            self.name, self.common, self.role_in_segment = None, True, False
            self.j += 1
            return True
        if not self._coordinates():
            return False
        self.j += 1
        self._skip(self.grammar.determiners, self.grammar.complements)
        return True

    def _common_word(self, low: str) -> None:
        role = self.words[low].role
        prenominal = low in self.grammar.prenominal
        if self.segment == 0:
            if role and self.role is None and not self._has_body():
                self.role = self.head = self.j
            elif self.head is None and not prenominal:
                self.head = self.j
        else:
            self.role_in_segment = self.role_in_segment or self.words[low].agent
            self.common = self.common or not prenominal
        self.j += 1

    def _has_body(self) -> bool:
        """Is the head a body already, so that a role is an adjective: "une agence policière"?"""
        return self.head is not None and self.tokens[self.head].low in self.grammar.sources

    def _acronym(self) -> bool:
        """Does "(CRAN)" stand here?"""
        bracket = self.tokens[self.j : self.j + 3]
        return (
            len(bracket) == 3
            and bracket[0].text == "("
            and bracket[2].text == ")"
            and bracket[1].text[:2].isupper()
        )

    def _spelt_out(self) -> bool:
        """Does a body's name go on to its acronym: "l'Office d'aide aux marins en mer (OAMM)"?"""
        tokens, j = self.tokens, self.j
        if self.head is None or not tokens[self.head].capital:
            return False
        for k in range(j + 1, min(j + _LONGEST_BODY, len(tokens) - 2)):
            if tokens[k].text == "(":
                acronym = tokens[k + 1].text.casefold()
                letters = {token.low[0] for token in tokens[self.head : k]}
                return (
                    tokens[k + 1].text[:2].isupper()
                    and acronym[0] == tokens[self.head].low[0]
                    and letters.issuperset(acronym.replace("-", "")[:3])
                )
            if tokens[k].kind != WORD:
                return False
        return False

    def _second_role(self) -> bool:
        """Does "et" join a second role to the first: "maire de Brest et présidente du club"?"""
        following = self.tokens[self.j + 1 : self.j + 2]
        return bool(following) and self.words[following[0].low].agent

    def _coordinates(self) -> bool:
        """Does "et" go on inside a complement: "ministre de la Ville et de la Jeunesse"?"""
        following = self.tokens[self.j + 1 : self.j + 2]
        return (
            self.segment > 0
            and bool(following)
            and following[0].low in self.grammar.complements
            and self.tokens[self.j - 1].capital
        )

    def _placed_source(self, low: str) -> bool:
        """Does the phrase tell where an unnamed source sits: "une source au ministère"?"""
        return (
            not self.segment
            and self.head is not None
            and self.tokens[self.head].low in self.grammar.vague_sources
            and low in self.grammar.dwelling
        )

    def _office(self, role: int) -> bool:
        """Does a preposition belong to an office: "secrétaire d'État à la Santé"?"""
        grammar = self.grammar
        following = self.tokens[self.j + 1 : self.j + 3]
        if len(following) < 2:
            return False
        proper = following[0].capital or following[1].capital
        if self.segment and self.tokens[self.j].low not in grammar.office_prepositions:
            return proper and self.tokens[self.j - 1].capital  # "à l'Action pour le Climat"
        if grammar.roles.get(singular(self.tokens[role].low)) == "minister":
            return proper or self.tokens[self.j].low in grammar.office_prepositions
        return (
            self.tokens[self.j].low in grammar.office_prepositions
            and following[0].low in grammar.determiners
            and following[1].capital
            and following[1].low not in grammar.bodies
        )


class HeadLast(_Reading):
    """Reads modifiers, a noun, and a name in apposition: "the party's former leader Ann Lee"."""

    noun_from: int | None = None
    """Where the last modifier by 's ends: the noun stands after it."""
    stop: int | None = None
    """Where the first complement begins."""
    role: int | None = None
    owner: int | None = None
    """The role before the last 's."""

    def mention(self) -> Mention | None:
        """Give what was read; None where nothing was."""
        tokens, grammar, first = self.tokens, self.grammar, self.first
        self._drop_dangling(grammar.time_words | grammar.genitives)
        self._drop_adverb()
        last = self.j
        if last <= self.begin:
            return None
        end = last if self.stop is None else min(self.stop, last)
        noun_from = self.noun_from if self.noun_from is not None else self.begin
        if noun_from >= end:
            noun_from, self.role = self.begin, self.owner  # nothing follows: "the mayor Ann Lee's"
        at = noun_from if self.role is None else self.role + 1
        named = at < end and tokens[at].capital and all(map(self._name_part, tokens[at:end]))
        if named and self.role is None:
            if noun_from == self.begin == first:
                at += self._several_behind(at, end)
                return self.chunker.named(first, (at, last if self.stop is None else end))
            named = first >= self.begin  # "the Pentagon" is a body
        head = self.role if named and self.role is not None else end - 1
        name = (at, end) if named else self._behind_complement(last)
        if name is not None and not named and self.role is not None:
            head = self.role
        return self.chunker.mention(first, last, self.agreement, head, name)

    def _several_behind(self, at: int, end: int) -> bool:
        """Does a plural that says what people are stand before a name: "Canadians Mark Lee"?"""
        if end - at < 3:
            return False
        low, following = self.tokens[at].low, self.tokens[at + 1].low
        given = is_given(following, self.grammar) and not is_given(low, self.grammar)
        return given and singular(low) != low

    def _behind_complement(self, last: int) -> tuple[int, int] | None:
        """Find the name behind an office of several words: "Minister of Trade Ann Lee"."""
        tokens = self.tokens
        if self.role is None or self.stop is None or self.role >= self.stop:
            return None
        for i in range(self.stop + 2, last - 1):
            if is_given(tokens[i].low, self.grammar) and tokens[i].capital:
                return (i, last) if all(map(self._name_part, tokens[i:last])) else None
        return None

    def _drop_adverb(self) -> None:
        """Give back the adverb before a verb: "the report ultimately found"."""
        tokens = self.tokens
        if self.begin < self.j - 1 and self.j < len(tokens):
            low = tokens[self.j - 1].low
            if low.endswith(self.grammar.adverb_endings) and low not in self.grammar.sources:
                self.j -= 1

    def _name_part(self, token: Token) -> bool:
        return token.capital or token.kind == NUMBER or token.low in self.grammar.particles

    def _step(self) -> bool:
        grammar, j = self.grammar, self.j
        token = self.tokens[j]
        low = token.low
        if token.kind == MARKED:
            run = token.run
            if j > self.begin or run is None or run.end - run.start > _SHORT_RUN:
                return False
        elif token.kind == WORD:
            if low in grammar.genitives:
                if self.stop is None:
                    self.noun_from, self.owner, self.role = j + 1, self.role, None
            elif j > self.begin and (
                low in grammar.complements
                or (low in grammar.postmodifiers and self._governs(j + 1))
            ):
                self.j += low in grammar.postmodifiers
                self.stop = j if self.stop is None else self.stop
                while self.j + 1 < len(self.tokens) and (
                    self.tokens[self.j + 1].low in grammar.determiners
                ):
                    self.j += 1
            elif self._name_is_whole(token) or (
                (not token.capital or low in grammar.closed_classes)
                and (
                    low in grammar.prepositions
                    or low in grammar.coordinators
                    or low in grammar.adverbs
                    or self.chunker.ends(j, headless=j <= self.begin)
                    or self._is_its_verb(j)
                )
            ):
                return False
            if self.stop is None and (
                singular(low.rstrip(".")) in grammar.roles or low in grammar.titles
            ):
                self.role = self.j
        elif token.kind != NUMBER and not self._lists_adjectives(token):
            return False
        self.j += 1
        return True

    def _is_its_verb(self, j: int) -> bool:
        """Is this a verb that nobody listed, told by its place?

        "The union objects:", "the town hall issued a statement".
        """
        tokens, grammar = self.tokens, self.grammar
        if not self.begin < j < len(tokens) - 1:
            return False
        before, following = tokens[j - 1].low, tokens[j + 1]
        if (
            len(tokens[j].low) > _SHORTEST_PAST
            and tokens[j].low.endswith(grammar.past_endings)
            and (before in grammar.roles or before in grammar.sources)
            and not (following.low in grammar.roles or following.low in grammar.sources)
        ):
            return True
        if before in grammar.documents and following.low in grammar.prepositions:
            return True  # "a letter handed to the press"
        if (
            before in grammar.roles
            and tokens[j].low.endswith(grammar.third_person_endings)
            and singular(tokens[j].low) not in grammar.roles
            and following.kind == WORD
            and following.low not in grammar.closed_classes
            and following.low == singular(following.low)
        ):
            return True  # "the police chief highlights gun violence"
        return (
            following.text == ":"
            and tokens[j].low.endswith(grammar.third_person_endings)
            and (before in grammar.roles or before in grammar.sources)
        )

    def _name_is_whole(self, token: Token) -> bool:
        """Does a verb end a name without article: "Ann Lee knew", but not "Brest police said"?"""
        grammar, j = self.grammar, self.j
        return (
            not token.capital
            and self.first == self.begin < j
            and self.tokens[j - 1].capital
            and token.low not in grammar.particles
            and token.low not in grammar.complements
            and not any(
                self.words[t.low].role
                or t.low in grammar.sources
                or singular(t.low) in grammar.sources
                for t in self.tokens[j : j + 2]
            )
        )

    def _governs(self, j: int) -> bool:
        return j < len(self.tokens) and self.tokens[j].low in self.grammar.prepositions

    def _lists_adjectives(self, token: Token) -> bool:
        """Is this the comma of "a tall, weary pilot"?"""
        tokens, j = self.tokens, self.j
        return (
            token.text == ","
            and self.begin < j < len(tokens) - 1
            and self.stop is None
            and self.role is None
            and not tokens[j - 1].capital
            and tokens[j - 1].low not in self.grammar.sources
            and tokens[j + 1].low not in self.grammar.prenominal
            and not self.words[tokens[j + 1].low].role
            and tokens[j + 1].kind == WORD
            and not tokens[j + 1].capital
            and not self.chunker.ends(j + 1, headless=False)
            and any(singular(t.low) in self.grammar.roles for t in tokens[j + 1 : j + 3])
        )
