"""Noun phrases: names, roles, bodies and pronouns, chunked from left to right without a tagger.

A mention never reaches over a verb, a comma or a preposition other than that of a complement, so
that it is what a reader would underline as "who": "le ministre de la Défense Paul Roux".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.parser.morphology import verb_forms
from tui.parser.tokens import MARKED, NUMBER, WORD, Token

if TYPE_CHECKING:
    from tui.parser.languages.speech import Agreement, Gender, Number, SpeechGrammar

_SHORT_RUN = 40
"""Characters of marked words that may be a noun themselves: "certains « indignés »"."""

_LONGEST = 24
"""Tokens beyond which a noun phrase is no mention of a source."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase: tokens `first` to `last` (exclusive) of its sentence."""

    first: int
    last: int
    kind: Literal["name", "noun", "pronoun"]
    start: int
    end: int
    text: str
    """As written: the whole phrase, or the name alone for a name."""
    head: str = ""
    """The head noun in lower case; empty for a name that nothing precedes."""
    name: tuple[int, int] | None = None
    """Tokens of the proper name that the phrase is about."""
    role: str | None = None
    """What the phrase says they are, article left out: "ministre de la Défense"."""
    gender: Gender = ""
    number: Number = ""
    definite: bool = False
    demonstrative: bool = False
    title: bool = False
    """Was the name given with a title, as in "M. Roux"?"""

    @property
    def agreement(self) -> Agreement:
        """Gender and number, each empty where the form does not tell."""
        return (self.gender, self.number)


class Chunker:
    """Chunks the noun phrases of one sentence."""

    def __init__(
        self, text: str, tokens: list[Token], grammar: SpeechGrammar, known: frozenset[str]
    ) -> None:
        """`known` holds capitalised words seen inside a sentence: at its head they are names too."""
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self.known = known
        self.forms = verb_forms(grammar)
        self._cache: dict[int, Mention | None] = {}

    def at(self, i: int) -> Mention | None:
        """Chunk the noun phrase that begins at token `i`, if one does."""
        if i not in self._cache:
            self._cache[i] = self._chunk(i)
        return self._cache[i]

    def _chunk(self, i: int) -> Mention | None:
        tokens, grammar = self.tokens, self.grammar
        if i >= len(tokens):
            return None
        token = tokens[i]
        if token.kind != WORD and token.kind != NUMBER:
            return None
        low = token.low
        for phrase, agreement in grammar.noun_pronouns.items():
            if low == phrase[0] and self.follows(i, phrase):
                return self._pronoun(i, i + len(phrase), agreement)
        if low in grammar.subject_pronouns:
            return self._pronoun(i, i + 1, grammar.subject_pronouns[low])
        if low in grammar.determiners and not self._all_capitals(token):
            chunk = self._modified if grammar.modifiers_precede else self._phrase
            return chunk(i, i + 1, grammar.determiners[low])
        if low in grammar.complements and self._partitive(i):
            return self._phrase(i, i + 1, ("", "p"))
        if self._starts_name(i):
            return self._modified(i, i, ("", "")) if grammar.modifiers_precede else self._name(i)
        if token.kind == WORD and (low in grammar.source_pronouns or self.bare_noun(i)):
            chunk = self._modified if grammar.modifiers_precede else self._phrase
            return chunk(i, i, ("", ""))
        return None

    def follows(self, i: int, phrase: tuple[str, ...]) -> bool:
        """Do the words of this phrase stand from token `i` on?"""
        tokens = self.tokens
        return i + len(phrase) <= len(tokens) and all(
            tokens[i + k].low == word for k, word in enumerate(phrase)
        )

    def _partitive(self, i: int) -> bool:
        """Is "de" an article here: "de nombreux témoins", "d'autres témoins"?"""
        tokens, grammar = self.tokens, self.grammar
        if i + 1 >= len(tokens) or tokens[i + 1].low not in grammar.plural_adjectives:
            return False
        before = tokens[i - 1] if i else None
        return (
            before is None or before.kind != WORD or before.low in grammar.conjunctions
            or before.low in grammar.prepositions or before.low in grammar.relatives
        )  # fmt: skip

    def bare_noun(self, i: int) -> bool:
        """May a noun phrase without a determiner begin here ("sources concordantes")?"""
        grammar, low = self.grammar, self.tokens[i].low
        return low in grammar.roles or low in grammar.sources or singular(low) in grammar.roles

    def _pronoun(self, first: int, last: int, agreement: Agreement) -> Mention:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Mention(
            first, last, "pronoun", start, end, self.text[start:end],
            gender=agreement[0], number=agreement[1],
        )  # fmt: skip

    def _all_capitals(self, token: Token) -> bool:
        return len(token.text) > 1 and token.text.isupper() and not token.text.endswith("'")

    def is_function_word(self, token: Token) -> bool:
        """Is this a word of a closed class, whatever its capital?"""
        low, grammar = token.low, self.grammar
        return (
            low in grammar.determiners or low in grammar.prepositions or low in grammar.conjunctions
            or low in grammar.subject_pronouns or low in grammar.relatives or low in grammar.adverbs
            or low in grammar.coordinators or low in grammar.other_verbs or low in grammar.time_words
            or low in grammar.clitic_objects or low in grammar.complements or low in grammar.possessives
        )  # fmt: skip

    def _starts_name(self, i: int) -> bool:
        token = self.tokens[i]
        low = token.low
        if low in self.grammar.titles:
            following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            return (
                following is not None
                and following.capital
                and (
                    not self.is_function_word(following) or following.low in self.grammar.particles
                )
            )
        if not token.capital or token.kind != WORD:
            return False
        if self._all_capitals(token):
            return True
        if self.is_function_word(token):
            return low in self.grammar.particles and i > 0 and self._capital_after(i)
        if i > 0 and self.tokens[i - 1].text not in {":", "|", "—", "–", "-", "(", "•"}:
            return True
        if (
            token.text in self.known
            or low in self.grammar.given_names
            or low in self.grammar.bodies
        ):
            return True
        # At the head of a sentence every word has a capital: a second one after it makes a name.
        return (
            self._capital_after(i)
            and not self._is_verb(token)
            and not low.endswith(self.grammar.adverb_endings)
        )

    def _capital_after(self, i: int) -> bool:
        tokens = self.tokens
        for j in range(i + 1, min(i + 4, len(tokens))):
            if tokens[j].low in self.grammar.particles and not tokens[j].capital:
                continue
            return (
                tokens[j].kind == WORD
                and tokens[j].capital
                and (
                    not self.is_function_word(tokens[j]) or tokens[j].low in self.grammar.particles
                )
            )
        return False

    def _is_verb(self, token: Token) -> bool:
        low = token.low
        return (
            low in self.grammar.other_verbs or low in self.forms.finite or low in self.forms.participle
            or low in self.forms.gerund
        )  # fmt: skip

    def name_end(self, i: int) -> int:
        """Where the proper name that begins at token `i` ends."""
        tokens, grammar = self.tokens, self.grammar
        j = i
        while j < len(tokens):
            token = tokens[j]
            if (
                token.kind == WORD
                and token.capital
                and (
                    j == i
                    or not self.is_function_word(token)
                    or self._all_capitals(token)
                    or token.low in grammar.particles
                )
            ):
                if j > i and self._new_name(i, j):
                    break
                j += 1
                continue
            if j == i and token.low in grammar.titles:
                j += 1
                continue
            if (
                token.low in grammar.complements
                and not token.capital
                and j - i > 1
                and tokens[i].low in grammar.given_names
            ):
                break  # "Paul Roux du Matin": the name is whole
            if j > i and token.low in grammar.particles and self._capital_after(j) and (
                token.low not in grammar.complements or not self._all_capitals(tokens[j - 1])
            ):  # fmt: skip
                j += 1
                continue
            if (
                j > i
                and token.kind == NUMBER
                and not grammar.subject_follows
                and token.start == tokens[j - 1].end + 1
            ):
                # "UFCW Local 832", "Route 66": part of the name where adjectives stand before nouns
                following = tokens[j + 1] if j + 1 < len(tokens) else None
                if (
                    following is not None
                    and following.kind == WORD
                    and tokens[j - 1].capital
                    and token.end - token.start < 4
                    and len(tokens[j - 1].text) > 3
                ):
                    j += 1
                    continue
            break
        return j

    def _new_name(self, i: int, j: int) -> bool:
        """Does a second name begin at `j`, as in "le maire de Nantes Anne Roux"?"""
        tokens, grammar = self.tokens, self.grammar
        before = tokens[j - 1].low
        return (
            tokens[j].low in grammar.given_names and before not in grammar.given_names
            and before not in grammar.particles and tokens[i].low not in grammar.given_names
            and (self._all_capitals(tokens[j - 1]) or before in grammar.bodies or self._capital_after(j))
            and not tokens[j - 1].text.endswith(".")
        )  # fmt: skip

    def _name(self, i: int) -> Mention:
        tokens, grammar = self.tokens, self.grammar
        first, title = i, False
        gender: Gender = ""
        if tokens[i].low in grammar.titles:
            gender, title = grammar.titles[tokens[i].low], True
            first = i + 1
        return self._named(i, first, self.name_end(first), gender, title=title)

    def _named(self, i: int, first: int, last: int, gender: Gender, *, title: bool) -> Mention:
        tokens = self.tokens
        if not gender:
            gender = self.grammar.given_names.get(tokens[first].low, "")
        start, end = tokens[first].start, tokens[last - 1].end
        return Mention(
            i, last, "name", start, end, self.text[start:end], name=(first, last),
            gender=gender, number="s", definite=True, title=title,
        )  # fmt: skip

    def _phrase(self, first: int, i: int, agreement: Agreement) -> Mention | None:
        """Chunk a phrase with a common noun; a name at its end stands in apposition to the noun."""
        tokens, grammar = self.tokens, self.grammar
        head: int | None = None
        role: int | None = None
        name: tuple[int, int] | None = None
        segment = 0
        """0 before any complement, then 1, 2, …"""
        common = True
        """Has the segment a common noun? A name right after "de" belongs to the complement."""
        role_in_segment = False
        j = i
        while j < len(tokens) and j - first < _LONGEST:
            token = tokens[j]
            low = token.low
            if token.kind == MARKED:
                if (
                    token.run is None
                    or token.run.end - token.run.start > _SHORT_RUN
                    or (head is not None and segment == 0)
                ):
                    break
                head = j if head is None else head
                j += 1
            elif token.kind == NUMBER:
                if head is not None or (tokens[j - 1].kind == WORD and tokens[j - 1].capital):
                    break
                j += 1
            elif token.kind != WORD:
                if not self._acronym(j):
                    break
                j += 3
            elif (
                self._starts_name(j)
                and (j > first or not self.bare_noun(j) or token.capital)
                and low not in grammar.complements
            ):
                end = self.name_end(j + 1 if low in grammar.titles else j)
                at = j + 1 if low in grammar.titles else j
                if segment == 0 or common:
                    if not role_in_segment and head is not None:
                        name = (at, end)
                    if head is None and segment == 0:
                        head, j = j, end
                        if j < len(tokens) and self._starts_name(j):
                            break
                        continue
                elif (
                    end < len(tokens)
                    and role is not None
                    and self._starts_name(end)
                    and tokens[end].low not in grammar.complements
                ):
                    end_of_complement = end
                    end = self.name_end(end)
                    name = (end_of_complement, end)
                j = end
                if name is not None and not (
                    j < len(tokens)
                    and tokens[j].low in grammar.coordinators
                    and self._second_role(j)
                ):
                    break
            elif low in grammar.complements:
                if head is None:
                    break
                j += 1
                while (
                    j < len(tokens)
                    and tokens[j].low in grammar.determiners
                    and not tokens[j].capital
                ):
                    j += 1
                segment += 1
                common, role_in_segment = False, False
            elif low in grammar.coordinators:
                if role is not None and self._second_role(j):
                    name, common, role_in_segment = None, True, False
                    j += 1
                    continue
                if not self._coordinates(j, segment):
                    break
                j += 1
                while j < len(tokens) and (
                    tokens[j].low in grammar.determiners or tokens[j].low in grammar.complements
                ):
                    j += 1
            elif low in grammar.prepositions:
                if role is None or segment or not self._office(role, j):
                    break
                j += 1
                while j < len(tokens) and tokens[j].low in grammar.determiners:
                    j += 1
                segment += 1
                common, role_in_segment = False, False
            elif self._ends(j, head):
                break
            else:
                noun = singular(low)
                is_role = noun in grammar.roles or low in grammar.roles
                if segment == 0:
                    if is_role and role is None:
                        role = head = j
                    elif head is None and low not in grammar.prenominal:
                        head = j
                else:
                    role_in_segment = role_in_segment or is_role
                    if low not in grammar.prenominal:
                        common = True
                j += 1
        while j > i and (
            tokens[j - 1].low in grammar.complements
            or tokens[j - 1].low in grammar.determiners
            or tokens[j - 1].low in grammar.coordinators
        ):
            j -= 1
        if head is None or j <= i:
            return None
        return self._build(first, j, agreement, head, name)

    def _modified(self, first: int, i: int, agreement: Agreement) -> Mention | None:
        """Chunk a phrase whose modifiers come first: "the party's former leader Ann Lee"."""
        tokens, grammar = self.tokens, self.grammar
        begin = i
        """Where the last modifier by 's ends: the noun stands after it."""
        stop: int | None = None
        """Where the first complement begins."""
        role: int | None = None
        j = i
        while j < len(tokens) and j - first < _LONGEST:
            token = tokens[j]
            low = token.low
            if token.kind == MARKED:
                if j > i or token.run is None or token.run.end - token.run.start > _SHORT_RUN:
                    break
            elif token.kind == WORD:
                if low == "'s":
                    if stop is None:
                        begin, role = j + 1, None
                elif low in grammar.complements and j > i:
                    stop = j if stop is None else stop
                    while j + 1 < len(tokens) and tokens[j + 1].low in grammar.determiners:
                        j += 1
                elif not token.capital or self.is_function_word(token):
                    if (
                        low in grammar.prepositions
                        or low in grammar.coordinators
                        or low in grammar.adverbs
                        or self._ends(j, j if j > i else None)
                    ):
                        break
                if stop is None and (
                    singular(low.rstrip(".")) in grammar.roles or low in grammar.titles
                ):
                    role = j
            elif token.kind != NUMBER:
                between = token.text == "," and j > i and j + 1 < len(tokens) and stop is None
                if not (
                    between
                    and not tokens[j - 1].capital
                    and tokens[j + 1].kind == WORD
                    and not tokens[j + 1].capital
                    and not self._ends(j + 1, j)
                    and agreement[1]
                    and role is None
                    and self._role_follows(j + 1)
                ):
                    break
            j += 1
        while j > i and (
            tokens[j - 1].low in grammar.complements
            or tokens[j - 1].low in grammar.determiners
            or tokens[j - 1].low == "'s"
            or tokens[j - 1].low in grammar.time_words
        ):
            j -= 1
        if j <= i:
            return None
        end = min(stop, j) if stop is not None else j
        begin = begin if begin < end else i
        name: tuple[int, int] | None = None
        after = begin if role is None else role + 1
        if (
            after < end
            and all(
                t.capital or t.kind == NUMBER or t.low in grammar.particles
                for t in tokens[after:end]
            )
            and tokens[after].capital
        ):
            name = (after, end)
        if name and role is None and first < i:
            name = None  # "the Pentagon": a body
        head = end - 1 if role is None or name is None else role
        if name and role is None and begin == i:
            return self._named(first, after, j if stop is None else end, "", title=False)
        return self._build(first, j, agreement, head, name)

    def _role_follows(self, j: int) -> bool:
        """Does a role end a list of adjectives: "the tall, lanky professor"?"""
        return any(singular(t.low) in self.grammar.roles for t in self.tokens[j : j + 2])

    def _build(
        self, first: int, last: int, agreement: Agreement, head: int, name: tuple[int, int] | None
    ) -> Mention:
        tokens, grammar = self.tokens, self.grammar
        start, end = tokens[first].start, tokens[last - 1].end
        gender, number = agreement
        noun = tokens[head].low
        if not gender and singular(noun).endswith(grammar.feminine_endings):
            gender = "f"
        if not number:
            number = "p" if noun != singular(noun) else "s"
        determiner = tokens[first].low
        role = None
        after_article = first + 1 if determiner in grammar.determiners else first
        if name is not None:
            start, end = tokens[name[0]].start, tokens[name[1] - 1].end
            role_end = name[0] - 1 if tokens[name[0] - 1].low in grammar.titles else name[0]
            if role_end > after_article:
                role = self.text[tokens[after_article].start : tokens[role_end - 1].end]
            gender = grammar.given_names.get(tokens[name[0]].low, "") or gender
        return Mention(
            first, last, "name" if name else "noun", start, end, self.text[start:end], noun, name,
            role, gender, number, determiner in grammar.definite, determiner in grammar.demonstrative,
            tokens[name[0] - 1].low in grammar.titles if name else False,
        )  # fmt: skip

    def _acronym(self, j: int) -> bool:
        """Does "(CRAN)" stand here?"""
        tokens = self.tokens
        return (
            tokens[j].text == "(" and j + 2 < len(tokens) and tokens[j + 2].text == ")"
            and tokens[j + 1].text[:2].isupper()
        )  # fmt: skip

    def _second_role(self, j: int) -> bool:
        """Does "et" join a second role to the first: "maire de Brest et présidente du club"?"""
        tokens = self.tokens
        return j + 1 < len(tokens) and singular(tokens[j + 1].low) in self.grammar.roles

    def _coordinates(self, j: int, segment: int) -> bool:
        """Does "et" go on inside a complement: "ministre de la Ville et de la Jeunesse"?"""
        tokens, grammar = self.tokens, self.grammar
        if not segment or j + 1 >= len(tokens):
            return False
        return tokens[j + 1].low in grammar.complements and tokens[j - 1].capital

    def _office(self, role: int, j: int) -> bool:
        """Does a preposition belong to an office: "ministre délégué à la Santé"?"""
        roles, low = self.grammar.roles, self.tokens[role].low
        following = self.tokens[j + 1 : j + 3]
        return (
            roles.get(singular(low)) == "minister"
            and len(following) == 2
            and (following[0].capital or following[1].capital)
        )

    def _ends(self, j: int, head: int | None) -> bool:
        """Does this lower-case word end a noun phrase?"""
        tokens, grammar = self.tokens, self.grammar
        token = tokens[j]
        low = token.low
        if low in grammar.prenominal and head is None:
            return False
        if (
            low in grammar.conjunctions or low in grammar.relatives or low in grammar.subject_pronouns
            or low in grammar.determiners or low in grammar.clitics or low in grammar.clitic_objects
            or low in grammar.copulas or low in grammar.auxiliaries
        ):  # fmt: skip
            return True
        if head is None:
            return False
        return (
            low in grammar.other_verbs or low in self.forms.finite or low in self.forms.gerund
            or low in grammar.adverbs or low in grammar.time_words or low.endswith(grammar.verb_endings)
        )  # fmt: skip


def singular(noun: str) -> str:
    """Take the plural ending off a noun."""
    return noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith("ss") else noun
