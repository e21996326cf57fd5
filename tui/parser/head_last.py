"""Noun phrases whose head comes last: "the party's former leader Ann Lee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.mentions import singular
from tui.parser.phrase_order import SHORT_RUN, PhraseReading
from tui.parser.proper_names import is_given
from tui.parser.tokens import MARKED, NUMBER, WORD

if TYPE_CHECKING:
    from tui.parser.mentions import Mention
    from tui.parser.tokens import Token


_SHORTEST_PAST = 4
"""Letters beyond which "-ed" may be the ending of a verb: not in "need"."""


class HeadLast(PhraseReading):
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
        self._drop_dangling(grammar.time_words, grammar.genitives)
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
            if j > self.begin or run is None or run.end - run.start > SHORT_RUN:
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
