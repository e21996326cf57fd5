"""The phrases of one sentence: its mentions, each with its apposition, and its subject."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.parser.mentions import Mention, is_agent, is_role, joined, singular
from tui.parser.noun_phrases import Chunker
from tui.parser.proper_names import is_given
from tui.parser.tokens import MARKED, NUMBER, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.tokens import Token

_CHARGE = 9
"""Tokens that may say what an office is about, before the comma and the name."""

_BRACKET = 12
"""Tokens that a bracket behind a name may hold: "Anne Roux (Les Verts, Brest)"."""


_COMMAS = frozenset(",–—")
_JOINTS = _COMMAS | {"("}
"""Signs at which an apposition may join on, and that of the bracket that may stand before it."""


class Phrases:
    """The mentions of one sentence, found once from left to right, and no farther than asked for:
    most sentences report nothing, and want their subject and their names alone.
    """

    def __init__(
        self, text: str, tokens: list[Token], grammar: SpeechGrammar, known: frozenset[str]
    ) -> None:
        """See `Names` for `known`."""
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self._chunker = Chunker(text, tokens, grammar, known)
        self._through: dict[int, int] = {}
        """Where the apposition ends that follows the mention which begins here."""
        self._ending: dict[int, Mention] = {}
        self._found: list[Mention] = []
        self._names: list[Mention] | None = None
        self._subject: Mention | None = None
        self._subject_found = False
        self._next = 0
        """The token up to which mentions have been found."""

    @property
    def mentions(self) -> list[Mention]:
        """Every mention, from left to right."""
        return self._find_before(len(self.tokens))

    @property
    def names(self) -> list[Mention]:
        """The mentions that are names, from left to right; none begins behind the last capital."""
        if self._names is None:
            tokens, last = self.tokens, len(self.tokens)
            while last and not tokens[last - 1].capital:
                last -= 1
            self._names = []
            for mention in self._find_before(last):
                if mention.kind == "name":
                    self._names.append(mention)
                elif mention.kind == "noun":
                    self._names.extend(self._chunker.names_inside(mention))
        return self._names

    @property
    def ending(self) -> dict[int, Mention]:
        """Mentions by the token after them, and by that after their apposition."""
        self._find_before(len(self.tokens))
        return self._ending

    @property
    def subject(self) -> Mention | None:
        """The first phrase outside prepositions and subordinates."""
        if not self._subject_found:
            self._subject, self._subject_found = self._find_subject(), True
        return self._subject

    def bare(self, i: int) -> Mention | None:
        """Give the noun phrase that begins at token `i`, any apposition left out."""
        return self._chunker.at(i)

    def at(self, i: int) -> Mention | None:
        """Give the noun phrase that begins at token `i` with its apposition."""
        mention = self._chunker.at(i)
        return self._with_apposition(mention) if mention else None

    def before_complement(self, i: int) -> Mention | None:
        """Give the noun phrase before token `i`, a preposition, what that governs left out."""
        mention = self.ending.get(i)
        if mention is not None:
            return mention
        whole = self.ending.get(i + 2)
        if whole is None or not whole.first < i:
            return None
        start, end = whole.start, self.tokens[i - 1].end
        return replace(whole, last=i, end=end, text=self.text[start:end])

    def in_phrase(self, mention: Mention) -> bool:
        """Does a preposition stand before this mention, so that it is no subject?"""
        first = mention.first
        if not first:
            return False
        if self.tokens[first].low in self.grammar.complements:
            return self._is_noun(first - 1)  # "des" is "de les" behind a noun
        if self.tokens[first - 1].low in self.grammar.coordinators:
            other = self._ending.get(first - 1)
            return other is not None and other.kind != "pronoun" and self.in_phrase(other)
        return self._governs(first - 1)

    def _is_noun(self, i: int) -> bool:
        """Is this a noun, as far as its form tells?"""
        token, grammar, forms = self.tokens[i], self.grammar, self._chunker.forms
        low = token.low
        return (
            token.kind == WORD
            and low not in grammar.closed_classes
            and low not in grammar.auxiliaries
            and low not in forms.finite
            and low not in forms.participle
            and low not in forms.gerund
            and not low.endswith(grammar.participle_endings)
        )

    def acts(self, mention: Mention) -> bool:
        """Does a verb follow this mention, so that it is the subject of a clause?"""
        last = mention.last
        if mention.role and last < len(self.tokens) and self.tokens[last].text == ",":
            last += 1  # "la consule, Anne Roux, a visité le port"
        if last >= len(self.tokens) or self.in_phrase(mention):
            return False
        low, grammar = self.tokens[last].low, self.grammar
        return (
            low in grammar.auxiliaries
            or low in grammar.copulas
            or low in grammar.other_verbs
            or low in grammar.clitic_objects
            or low in self._chunker.forms.finite
        )

    def _is_place(self, name: Mention) -> bool:
        """Is this a street or a square by its own words: "Place de la République"?"""
        first, last = name.first, min(name.first + 2, name.last)
        return (
            self.tokens[first].low in self.grammar.place_heads
            and self.tokens[last - 1].low in self.grammar.complements
        )

    def may_speak(self, mention: Mention, *, loosely: bool = False) -> bool:
        """Can this mention be the source of words? `loosely` rules out nothing but time."""
        if mention.kind != "noun":
            return not self._is_place(mention)
        head, noun = mention.head, singular(mention.head)
        grammar = self.grammar
        if self.tokens[mention.first].low in grammar.nobody_determiners:
            return False
        return head not in grammar.time_words and (
            loosely
            or is_role(head, grammar)
            or head in grammar.sources
            or noun in grammar.sources
            or head in grammar.source_pronouns
            or self._is_proper(mention)
            or (
                head in grammar.quantities
                and any(
                    is_agent(t.low, grammar) or t.low in grammar.sources
                    for t in self.tokens[mention.first + 1 : mention.last]
                )
            )
        )

    def _is_proper(self, mention: Mention) -> bool:
        """Is the noun a proper name with an article, of a body or a country: "la CGT"?"""
        return any(
            t.capital and t.low == mention.head
            for t in self.tokens[mention.first + 1 : mention.last]
        )

    def is_nobody(self, mention: Mention) -> bool:
        """Is this a subject that means nobody in the article: "on", "j'"?"""
        alone = mention.kind == "pronoun" and mention.last - mention.first == 1
        return alone and self.tokens[mention.first].low in self.grammar.nobody

    def is_full_name(self, mention: Mention) -> bool:
        """Is the name more than a bare surname or the name of a body?"""
        if mention.name is None:
            return False
        first, last = mention.name
        return last - first > 1 or mention.title or self._given(first)

    def phrase_end(self, i: int) -> int:
        """Where the prepositional phrase that begins at token `i` ends."""
        tokens, complements = self.tokens, self.grammar.complements
        i += 1
        while i < len(tokens) and self._governs(i):
            i += 1
        numbered = i
        while i < len(tokens) and tokens[i].kind == NUMBER:
            i += 1
        if numbered < i < len(tokens) and tokens[i].low in self.grammar.determiners:
            return i  # "en 2016 l'architecte"
        if i < len(tokens) and tokens[i].kind == MARKED:
            return i + 1
        mention = self.bare(i)
        if mention is not None:
            return self._past_owned(mention.last)
        # a bare noun: "en conférence de presse", "devant quelque 500 personnes"
        j = i + 1
        while j < len(tokens) and (
            tokens[j].low in complements
            or (j > i + 1 and tokens[j - 1].low in complements and tokens[j].kind == WORD)
        ):
            j += 1
        return min(j, len(tokens))

    def _past_owned(self, i: int) -> int:
        """Step over what a phrase of time owns: "in her New Year's speech"."""
        if i + 1 < len(self.tokens) and self.tokens[i].low in self.grammar.genitives:
            return i + 2
        return i

    def _governs(self, i: int) -> bool:
        low = self.tokens[i].low
        return low in self.grammar.prepositions or low in self.grammar.complements

    def _given(self, i: int) -> bool:
        return is_given(self.tokens[i].low, self.grammar)

    def _find_before(self, stop: int) -> list[Mention]:
        """Find the mentions that begin before a token."""
        while self._find_next(stop):
            pass
        return self._found

    def _one_by_one(self) -> Iterator[Mention]:
        """Go through the mentions, each found when it is asked for."""
        place = 0
        while place < len(self._found) or self._find_next(len(self.tokens)):
            yield self._found[place]
            place += 1

    def _find_next(self, stop: int) -> bool:
        """Find one more mention that begins before a token; false where there is none."""
        tokens, openers, i = self.tokens, self.grammar.openers, self._next
        adverbials = self.grammar.adverbial_phrases
        heads = adverbials.heads
        while i < stop:
            token = tokens[i]
            low = token.low
            if low in heads:
                adverbial = adverbials.longest(tokens, i)
                if adverbial is not None and adverbial > i + 1:
                    i = adverbial
                    continue
            if token.capital or low in openers:
                mention = self.at(i)
                if mention is not None:
                    self._found.append(mention)
                    self._ending[mention.last] = mention
                    self._next = self._through.get(i, mention.last)
                    self._ending.setdefault(self._next, mention)
                    return True
            i += 1
        self._next = max(i, self._next)
        return False

    def _find_subject(self) -> Mention | None:
        tokens, grammar = self.tokens, self.grammar
        subordinate = False
        previous = 0
        fallback: Mention | None = None
        for mention in self._one_by_one():
            opened = False
            for token in tokens[previous : mention.first]:
                if token.low in grammar.subordinators:
                    opened = True
                elif token.text == ",":
                    subordinate = False
            subordinate = subordinate or opened
            previous = mention.last
            if (
                (mention.kind == "noun" and mention.head in grammar.time_words)
                or tokens[mention.first].low in grammar.relatives
                or self.in_phrase(mention)
                or self._hangs(mention)
                or self._is_place(mention)
            ):
                continue
            if not subordinate:
                second = self.second(mention)
                return joined(self.text, mention, second) if second else mention
            fallback = fallback or mention
        return fallback

    def second(self, mention: Mention) -> Mention | None:
        """Find the name that is joined to another: "Anne Roux et Paul Morin"."""
        last = mention.last
        if mention.kind != "name" or last + 1 >= len(self.tokens):
            return None
        if self.tokens[last].low not in self.grammar.coordinators:
            return None
        second = self.bare(last + 1)
        return second if second is not None and second.kind == "name" else None

    def _hangs(self, mention: Mention) -> bool:
        """Is this a noun without article before the subject: "Maire depuis peu, Anne Roux dit"?"""
        tokens, grammar = self.tokens, self.grammar
        return (
            mention.kind == "noun"
            and tokens[mention.first].low not in grammar.determiners
            and tokens[mention.first].low not in grammar.source_pronouns
            and any(t.text == "," for t in tokens[mention.last : mention.last + _CHARGE])
            and any(m.first > mention.last and m.kind != "noun" for m in self.mentions)
        )

    # appositions

    def _with_apposition(self, mention: Mention) -> Mention:
        """Join "le ministre, Paul Roux," and "Paul Roux, ministre," into one mention."""
        if mention.last >= len(self.tokens):
            return mention
        after = self.tokens[mention.last]
        if after.text not in _JOINTS and after.low not in self.grammar.prepositions:
            return mention  # nothing joins on, neither behind what an office is about
        if self._is_place(mention):
            return mention
        comma = self._after_age(self.after_bracket(self._after_charge(mention)))
        if comma + 1 >= len(self.tokens) or self.tokens[comma].text not in _COMMAS:
            return mention
        other = self.bare(comma + 1)
        if other is None:
            return self._with_occupation(mention, comma + 1)
        if other.kind == "name" and self._names_the_role(mention, other):
            return replace(
                other,
                first=mention.first,
                head=mention.head,
                role=self._role_text(mention),
                gender="f" if mention.gender == "f" else other.gender or mention.gender,
                number=mention.number,
                definite=mention.definite,
                demonstrative=mention.demonstrative,
                title=mention.title,
            )
        if (
            mention.kind == "name"
            and mention.role is None
            and self._says_what(other)
            and (self.is_full_name(mention) or not self.in_phrase(mention))
            and (other.kind == "noun" or self._names_a_body(other))
        ):
            self._through[mention.first] = other.last
            return replace(
                mention,
                role=self._role_text(other),
                head=other.head,
                gender=mention.gender or other.gender,
            )
        return mention

    def _says_what(self, mention: Mention) -> bool:
        """Does this phrase after a name say what somebody is?"""
        return is_agent(mention.head, self.grammar)

    def _with_occupation(self, mention: Mention, i: int) -> Mention:
        """Read a noun without article after a name: "Anne Roux, fleuriste,"."""
        token = self.tokens[i]
        if (
            mention.kind != "name"
            or mention.role is not None
            or token.kind != WORD
            or token.capital
            or not is_agent(token.low, self.grammar)
            or token.low in self.grammar.closed_classes
        ):
            return mention
        return replace(mention, role=token.text, head=token.low)

    def _after_charge(self, mention: Mention) -> int:
        """Step over what an office is about: "la consule à Lima, Anne Roux"."""
        tokens, grammar, i = self.tokens, self.grammar, mention.last
        if mention.kind != "noun" or i >= len(tokens) or not is_role(mention.head, grammar):
            return i
        if tokens[i].low not in grammar.prepositions:
            return i
        for k in range(i + 1, min(i + _CHARGE, len(tokens) - 1)):
            token = tokens[k]
            if token.text == ",":
                name = self.bare(k + 1)
                named = name is not None and name.kind == "name" and self.is_full_name(name)
                return k if named else i
            if (
                token.kind != WORD
                or token.low in grammar.phrase_enders - grammar.determiners.keys()
            ):
                return i
        return i

    def _after_age(self, i: int) -> int:
        """Step over an age between commas: "Anne Roux, 53 ans, fleuriste"."""
        tokens = self.tokens
        if (
            i + 3 < len(tokens)
            and tokens[i].text == ","
            and tokens[i + 1].kind == NUMBER
            and tokens[i + 2].low in self.grammar.time_words
            and tokens[i + 3].text == ","
        ):
            return i + 3
        return i

    def after_bracket(self, i: int) -> int:
        """Step over the brackets that stand at token `i`; past the end where one does not close."""
        tokens = self.tokens
        while i + 2 < len(tokens) and tokens[i].text == "(":
            inside = range(i + 1, min(i + _BRACKET, len(tokens)))
            i = next((k + 1 for k in inside if tokens[k].text == ")"), len(tokens))
        return i

    def _names_the_role(self, mention: Mention, name: Mention) -> bool:
        """Is the name after the comma that of whom the phrase before it means?"""
        tokens, grammar = self.tokens, self.grammar
        if not self.is_full_name(name):
            return False
        if mention.number == "p" and mention.head not in grammar.quantities:
            return False
        if mention.kind != "noun" and not self._names_a_body(mention):
            return False
        if not (
            self._says_what(mention)
            or mention.head in grammar.source_pronouns
            or mention.head in grammar.quantities
        ):
            return False
        after = tokens[name.last] if name.last < len(tokens) else None
        if mention.first == 0 and tokens[0].low not in grammar.determiners:
            return True  # "Maire de Brest, Anne Roux a dit"
        if after is not None and self._given(name.name[0] if name.name else name.first):
            verb = after.low in grammar.auxiliaries or after.low in grammar.copulas
            if verb and not self.in_phrase(mention):
                return True  # the second comma is often forgotten
        return (
            after is None
            or after.kind != WORD
            or after.low in grammar.prepositions
            or after.low in grammar.relatives
        )

    def _names_a_body(self, mention: Mention) -> bool:
        """Is it a body's name, with the person's to come: "le patron du groupe Orva, Paul Roux"?"""
        if mention.name is None or not mention.head:
            return False
        return not self._given(mention.name[0])

    def _role_text(self, mention: Mention) -> str:
        tokens, first = self.tokens, mention.first
        if tokens[first].low in self.grammar.determiners:
            first += 1
        return self.text[tokens[first].start : tokens[mention.last - 1].end]
