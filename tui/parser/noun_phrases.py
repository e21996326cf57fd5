"""Noun phrases: names, roles, bodies and pronouns, chunked from left to right without a tagger.

A mention never reaches over a verb, a comma or a preposition other than that of a complement:
"le ministre de la Défense Paul Roux". Where modifiers precede the noun, the phrase is read the
other way: "the party's former leader Ann Lee".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.clauses import is_noun_before_verb
from tui.parser.head_first import HeadFirst
from tui.parser.head_last import HeadLast
from tui.parser.lexicon import lexicon
from tui.parser.mentions import Mention, is_role, singular
from tui.parser.morphology import verb_forms
from tui.parser.proper_names import Names, all_capitals, is_given
from tui.parser.tokens import MARKED, NUMBER, WORD, stands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser.languages.speech import Agreement, Gender, SpeechGrammar
    from tui.parser.tokens import Token

_UNTOLD: Agreement = ("", "")


class Chunker:
    """Chunks the noun phrases of one sentence."""

    def __init__(
        self, text: str, tokens: list[Token], grammar: SpeechGrammar, known: frozenset[str]
    ) -> None:
        """See `Names` for `known`."""
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self.forms = verb_forms(grammar)
        self.words = lexicon(grammar)
        self.names = Names(tokens, grammar, known)
        self._cache: dict[int, Mention | None] = {}

    def at(self, i: int) -> Mention | None:
        """Chunk the noun phrase that begins at token `i`, if one does."""
        if i in self._cache:
            return self._cache[i]
        if i >= len(self.tokens):
            return None
        token = self.tokens[i]
        if not token.capital and token.low not in self.grammar.openers:
            return None  # most words begin no mention: tell it at a glance
        mention = self._cache[i] = self._chunk(i)
        return mention

    def _chunk(self, i: int) -> Mention | None:
        grammar = self.grammar
        token = self.tokens[i]
        low = token.low
        if token.text == low:  # most phrases open with an article, and most of the rest do not
            word = self.words[low]
            if word.article is not None:
                return self._phrase(i, i + 1, word.article)
            if word.preposition:
                return self._phrase(i, i + 1, ("", "p")) if self._partitive(i) else None
        for phrase in grammar.noun_pronouns_by_head.get(low, ()):
            if stands(self.tokens, i, phrase):
                return self._pronoun(i, i + len(phrase), grammar.noun_pronouns[phrase])
        if low in grammar.subject_pronouns:
            return self._pronoun(i, i + 1, grammar.subject_pronouns[low])
        if low in grammar.source_pronouns and self._stands_alone(i):
            return self.mention(i, i + 1, grammar.determiners.get(low, _UNTOLD), i, None)
        if low in grammar.source_pronouns and self._verb_follows(i):
            return self._pronoun(i, i + 1, grammar.determiners.get(low, ("", "p")))
        if low in grammar.that and self._plural_follows(i):
            return None  # "the roads that drivers use"
        if low in grammar.determiners and (token.text == low or not all_capitals(token)):
            return self._phrase(i, i + 1, grammar.determiners[low])
        if low in grammar.complements and self._partitive(i):
            return self._phrase(i, i + 1, ("", "p"))
        if self.names.starts(i) and not self._is_body(i):
            return self._phrase(i, i, _UNTOLD) if grammar.modifiers_precede else self._name(i)
        if low in grammar.source_pronouns or self.bare_noun(i) or self._heads_sources(i):
            return self._phrase(i, i, _UNTOLD)
        return None

    def _is_body(self, i: int) -> bool:
        """Does a noun with a capital head the name of a body: "au Conseil supérieur des mers"?"""
        tokens, grammar = self.tokens, self.grammar
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        return (
            not grammar.modifiers_precede
            and tokens[i].low in grammar.sources
            and following is not None
            and following.kind == WORD
            and not following.capital
            and (following.low in grammar.complements or not self.ends(i + 1, headless=False))
        )

    def _stands_alone(self, i: int) -> bool:
        """Does no noun follow this pronoun: "certains vont plus loin"?"""
        following = self.tokens[i + 1 : i + 2]
        return (
            not following
            or following[0].kind not in {WORD, NUMBER, MARKED}
            or (following[0].kind == WORD and self.ends(i + 1, headless=False))
        )

    def bare_noun(self, i: int) -> bool:
        """May a noun phrase without a determiner begin here ("sources concordantes")?"""
        grammar, low = self.grammar, self.tokens[i].low
        if low in self.forms.participle and i and self.tokens[i - 1].low in grammar.auxiliaries:
            return False  # "a prévenu Anne Roux"
        if low in self.forms.finite and self._in_incise(i):
            return False  # "« … », juge Mme Roux"
        return (
            low in grammar.sources or self.words[low].role
        ) and low not in grammar.nobody_determiners

    def _in_incise(self, i: int) -> bool:
        """Does only a comma part this word from marks before it?"""
        before = self.tokens[max(0, i - 2) : i]
        return (
            bool(before)
            and before[0].kind == MARKED
            and (len(before) == 1 or before[1].kind == MARKED or before[1].text == ",")
        ) or (bool(before) and before[-1].kind == MARKED)

    def ends(self, i: int, *, headless: bool) -> bool:
        """Does this lower-case word end a noun phrase, which may still want its head?"""
        grammar, low = self.grammar, self.tokens[i].low
        if headless:
            return low in grammar.phrase_enders and low not in grammar.prenominal
        return (
            self.words[low].ends_phrase
            or (low in self.forms.finite and not is_noun_before_verb(self.tokens, i, grammar))
            or (
                low.endswith(grammar.plural_verb_endings)
                and self.tokens[i - 1].low[-1:] in {"s", "x"}
            )
        )

    def mention(
        self, first: int, last: int, agreement: Agreement, head: int, name: tuple[int, int] | None
    ) -> Mention:
        """Make the mention on tokens `first` to `last` with its head noun and perhaps a name."""
        tokens, grammar = self.tokens, self.grammar
        gender, number = agreement
        noun = tokens[head].low.removesuffix("-là").removesuffix("-ci")
        if not gender or not number:
            word = self.words[noun]
            gender, number = gender or word.gender, number or word.number
        determiner = tokens[first].low
        after_article = first + 1 if determiner in grammar.determiners else first
        role, title = None, False
        start, end = tokens[first].start, tokens[last - 1].end
        if name is not None:
            start, end = tokens[name[0]].start, tokens[name[1] - 1].end
            title = tokens[name[0] - 1].low in grammar.titles
            role_end = name[0] - 1 if title else name[0]
            if role_end > after_article:
                role = self.text[tokens[after_article].start : tokens[role_end - 1].end]
                number = "s"  # each of "les ministres Anne Roux et Paul Morin" is one
            if agreement[0] != "f":  # "la ministre Dominique Roux", but "le ministre Anne Roux"
                gender = grammar.given_names.get(tokens[name[0]].low, "") or gender
        return Mention(
            first,
            last,
            "name" if name else "noun",
            start,
            end,
            self.text[start:end],
            noun,
            name,
            role,
            gender,
            number,
            determiner in grammar.definite,
            determiner in grammar.demonstrative,
            title,
        )

    def named(
        self, first: int, name: tuple[int, int], gender: Gender = "", *, title: bool = False
    ) -> Mention:
        """Make the mention of a name that no common noun precedes."""
        tokens = self.tokens
        start, end = tokens[name[0]].start, tokens[name[1] - 1].end
        return Mention(
            first,
            name[1],
            "name",
            start,
            end,
            self.text[start:end],
            name=name,
            gender=gender or self.grammar.given_names.get(tokens[name[0]].low, ""),
            number="s",
            definite=True,
            title=title,
        )

    def names_inside(self, noun: Mention) -> Iterator[Mention]:
        """Find the people named in the complements of a noun: "la défaite de Paul Roux"."""
        tokens, grammar = self.tokens, self.grammar
        i = noun.first + 1
        while i < noun.last:
            titled = tokens[i].low in grammar.titles and self.names.starts(i)
            given = tokens[i].capital and is_given(tokens[i].low, grammar)
            if tokens[i - 1].low in grammar.complements and (titled or given):
                name = self._name(i)
                if name.last - i > 1 and tokens[name.last - 1].low not in grammar.bodies:
                    yield name  # "le marché de Noël de Berlin" names nobody
                    i = name.last
                    continue
            i += 1

    def _pronoun(self, first: int, last: int, agreement: Agreement) -> Mention:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        text = self.text[start:end]
        return Mention(first, last, "pronoun", start, end, text, "", None, None, *agreement)

    def _name(self, i: int) -> Mention:
        titles = self.grammar.titles
        low = self.tokens[i].low
        if low in titles:
            name = (i + 1, self.names.end(i + 1))
            return self.named(i, name, titles[low], title=True)
        return self.named(i, (i, self.names.end(i)))

    def _phrase(self, first: int, i: int, agreement: Agreement) -> Mention | None:
        read = HeadLast if self.grammar.modifiers_precede else HeadFirst
        return read(self, first, i, agreement).mention()

    def _heads_sources(self, i: int) -> bool:
        """Does a noun at the head of the sentence tell what sources: "Harbour experts say"?"""
        tokens, grammar = self.tokens, self.grammar
        return (
            grammar.modifiers_precede
            and i == 0
            and len(tokens) > 1
            and tokens[0].low not in grammar.closed_classes
            and tokens[0].low not in self.forms.gerund
            and tokens[1].low != singular(tokens[1].low)
            and (is_role(tokens[1].low, grammar) or tokens[1].low in grammar.sources)
        )

    def _plural_follows(self, i: int) -> bool:
        following = self.tokens[i + 1 : i + 2]
        return bool(following) and following[0].low != singular(following[0].low)

    def _verb_follows(self, i: int) -> bool:
        """Does a verb make this word a source by itself: "certains disent"?"""
        following = self.tokens[i + 1 : i + 2]
        return bool(following) and (
            following[0].low in self.forms.finite or following[0].low in self.grammar.auxiliaries
        )

    def _partitive(self, i: int) -> bool:
        """Is "de" an article here: "de nombreux témoins", "d'autres témoins"?"""
        tokens, grammar = self.tokens, self.grammar
        if i + 1 >= len(tokens) or tokens[i + 1].low not in grammar.plural_adjectives:
            return False
        before = tokens[i - 1] if i else None
        return (
            before is None
            or before.kind != WORD
            or before.low in self.forms.finite
            or before.low in self.forms.participle
            or before.low in grammar.conjunctions
            or before.low in grammar.prepositions
            or before.low in grammar.relatives
        )
