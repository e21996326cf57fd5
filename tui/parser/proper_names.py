"""Proper names: where one begins and ends, told by capitals and a few closed classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.mentions import is_role
from tui.parser.morphology import verb_forms
from tui.parser.tokens import NUMBER, WORD, Token

if TYPE_CHECKING:
    from tui.parser.languages.speech import SpeechGrammar

_OPENERS = frozenset({":", "|", "—", "–", "-", "(", "•"})
"""Signs after which a capital tells no more than at the head of a sentence."""

_SHORT_NUMBER = 4
"""Characters beyond which a number behind a name is no part of it: "Local 832", "Route 66"."""


class Names:
    """Finds the proper names of one sentence."""

    def __init__(self, tokens: list[Token], grammar: SpeechGrammar, known: frozenset[str]) -> None:
        """`known` are capitalised words seen inside a sentence: at its head they are names too."""
        self.tokens = tokens
        self.grammar = grammar
        self.known = known
        self.forms = verb_forms(grammar)

    def starts(self, i: int) -> bool:
        """Does a proper name, or the title before one, begin at token `i`?"""
        tokens, grammar = self.tokens, self.grammar
        token = tokens[i]
        low = token.low
        if low in grammar.titles:
            if i + 1 >= len(tokens):
                return False
            if low not in grammar.roles and tokens[i + 1].low in grammar.particles:
                return self.capital_after(i + 1)  # "M. de Roux"
            return tokens[i + 1].capital and self._nameable(tokens[i + 1])
        if not token.capital or token.kind != WORD:
            return False
        if all_capitals(token):
            return True
        if low in grammar.closed_classes:
            return low in grammar.particles and i > 0 and self.capital_after(i)
        if i > 0 and tokens[i - 1].text not in _OPENERS:
            return True
        if self._apposed(i):
            return True
        if token.text in self.known or is_given(low, grammar) or low in grammar.bodies:
            return True
        # At the head of a sentence every word has a capital: a second one after it makes a name.
        return (
            self.capital_after(i)
            and not self._is_verb(low)
            and not low.endswith(grammar.adverb_endings)
        )

    def _apposed(self, i: int) -> bool:
        """Does a role stand behind the word after a comma: "Barros, le président du club, …"?"""
        tokens, grammar = self.tokens, self.grammar
        if i + 3 >= len(tokens) or tokens[i + 1].text != ",":
            return False
        if is_role(tokens[i + 2].low, grammar) and tokens[i].low not in grammar.time_words:
            return tokens[i + 3].low in grammar.complements  # "Barros, patron du club, …"
        return tokens[i + 2].low in grammar.determiners and is_role(tokens[i + 3].low, grammar)

    def end(self, i: int) -> int:
        """Where the proper name that begins at token `i` ends."""
        tokens = self.tokens
        j = i
        if i < len(tokens) and self._opens(i):
            j += 1
            while j < len(tokens) and self._goes_on(i, j):
                j += 1
        return j

    def _opens(self, i: int) -> bool:
        """May the name itself begin with this word, a title or a particle?"""
        token, grammar = self.tokens[i], self.grammar
        return (
            (token.capital and token.kind == WORD)
            or token.low in grammar.titles
            or (token.low in grammar.particles and self.capital_after(i))
        )

    def _goes_on(self, i: int, j: int) -> bool:
        """Does the name that begins at token `i` go on with token `j`?"""
        token = self.tokens[j]
        if token.capital and token.kind == WORD and (self._nameable(token) or all_capitals(token)):
            return not self._another_begins(i, j)
        if token.low in self.grammar.particles:
            return self._particle(i, j)
        return (token.kind == NUMBER and self._numbered(j)) or (
            token.text == "&" and self._and_company(j)
        )

    def capital_after(self, i: int) -> bool:
        """Does a capitalised word follow, particles apart?"""
        tokens, particles = self.tokens, self.grammar.particles
        for token in tokens[i + 1 : i + 4]:
            if token.low in particles and not token.capital:
                continue
            return token.kind == WORD and token.capital and self._nameable(token)
        return False

    def _nameable(self, token: Token) -> bool:
        low = token.low
        return low not in self.grammar.closed_classes or low in self.grammar.particles

    def _is_verb(self, low: str) -> bool:
        forms = self.forms
        return (
            low in self.grammar.other_verbs
            or low in forms.finite
            or low in forms.participle
            or low in forms.gerund
        )

    def _particle(self, i: int, j: int) -> bool:
        """Does a particle go on with the name: "Otto von Berg"? Not in "Paul Roux du Matin"."""
        tokens, grammar = self.tokens, self.grammar
        token = tokens[j]
        if not self.capital_after(j):
            return False
        if token.low not in grammar.complements:
            return True
        if token.capital:
            return not all_capitals(tokens[j - 1])
        given = is_given(tokens[i].low, grammar)
        if given and j - i > 1:
            # "Paul de Roux du Bois", but "Paul Roux du Matin"
            return any(t.low in grammar.complements for t in tokens[i:j])
        if not given and j + 1 < len(tokens) and is_given(tokens[j + 1].low, grammar):
            return False  # "la Bretagne de Paul Roux"
        return not all_capitals(tokens[j - 1])

    def _and_company(self, j: int) -> bool:
        """Does the name of a firm go on: "Morin & Fils"?"""
        return j + 1 < len(self.tokens) and self.tokens[j + 1].capital

    def _numbered(self, j: int) -> bool:
        """Is this a number in the midst of a name, as in "UFCW Local 832 members"?"""
        tokens = self.tokens
        token, before = tokens[j], tokens[j - 1]
        following = tokens[j + 1] if j + 1 < len(tokens) else None
        return (
            self.grammar.modifiers_precede
            and token.start == before.end + 1
            and token.end - token.start < _SHORT_NUMBER
            and before.capital
            and len(before.text) > 3
            and following is not None
            and following.kind == WORD
        )

    def _another_begins(self, i: int, j: int) -> bool:
        """Does a second name begin at `j`, as in "le maire de Nantes Anne Roux"?"""
        tokens, grammar = self.tokens, self.grammar
        before = tokens[j - 1]
        if len(before.text) == 2 and before.text.endswith(".") and j - i == 2:
            # "a admis Luc D. Anne Roux a nié"
            return is_given(tokens[i].low, grammar) and is_given(tokens[j].low, grammar)
        if before.low in grammar.media:
            return self.capital_after(j)  # "confie à l'AFP Anne Roux"
        return (
            is_given(tokens[j].low, grammar)
            and not is_given(before.low, grammar)
            and before.low not in grammar.particles
            and not is_given(tokens[i].low, grammar)
            and not before.text.endswith(".")
            and (all_capitals(before) or before.low in grammar.bodies or self.capital_after(j))
        )


def is_given(low: str, grammar: SpeechGrammar) -> bool:
    """Is this a given name, or two joined by a hyphen: "Paul-Louis"?"""
    return low in grammar.given_names or (
        "-" in low and low.partition("-")[0] in grammar.given_names
    )


def all_capitals(token: Token) -> bool:
    """Is this an acronym, as "OTAN"? An elided article in capitals is not."""
    return len(token.text) > 1 and token.text.isupper() and not token.text.endswith("'")
