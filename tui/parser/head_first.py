"""Noun phrases whose head comes first: "le maire de Brest Paul Roux"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.mentions import singular
from tui.parser.phrase_order import SHORT_RUN, PhraseReading
from tui.parser.proper_names import all_capitals, is_given
from tui.parser.tokens import MARKED, NUMBER, WORD

if TYPE_CHECKING:
    from tui.parser.mentions import Mention
    from tui.parser.tokens import Token

_LONGEST_BODY = 12
"""Tokens from a preposition inside a body's name to the acronym behind it."""

_BEFORE_HEAD = 5
"""Words that may stand before the head of a phrase: "les deux premiers anciens ministres"."""


class HeadFirst(PhraseReading):
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
        token = self.tokens[self.j]
        if token.kind != WORD:
            return self._other(token)
        if token.capital or not self.words[token.low].plain:
            goes_on = self._closed_class(token)
            if goes_on is not None:
                return goes_on
        elif self._follows_acronym():
            return False
        self._common_word(token.low)
        return self.head is not None or self.j - self.begin <= _BEFORE_HEAD

    def _closed_class(self, token: Token) -> bool | None:
        """Read a name, a little word or what ends the phrase; None where it is a noun after all."""
        grammar, j, low = self.grammar, self.j, token.low
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
            return self._complement()
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
        if self._follows_acronym():
            return False
        if self.head is not None and low in grammar.degrees and self._qualifies(j + 1):
            self.j += 2
            return True
        if self.chunker.ends(j, headless=self.head is None):
            return False
        if self.segment == 0 and self.head is not None and self._is_reduced_relative(j):
            return False
        return None

    def _complement(self) -> bool:
        """Step over "de" and its article to the complement, if there is a head for one."""
        if self.head is None and self._counts(self.j - 1):
            self.head = self.j - 1
        if self.head is None:
            return False
        self.complement = self.j
        self.j += 1
        while (
            self.j < len(self.tokens)
            and self.tokens[self.j].low in self.grammar.determiners
            and not self.tokens[self.j].capital
        ):
            self.j += 1
        self._next_segment()
        return True

    def _follows_acronym(self) -> bool:
        """Does the head end right here, as no adjective follows an acronym: "la CGT appelle"?"""
        before = self.j - 1
        return self.head == before and self.segment == 0 and all_capitals(self.tokens[before])

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
            if run is None or run.end - run.start > SHORT_RUN:
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
