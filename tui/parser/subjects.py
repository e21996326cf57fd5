"""Subjects before or behind their verb, whatever stands between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.parser.adverbials import skip_adverbs
from tui.parser.mentions import joined
from tui.parser.tokens import NUMBER, Token

if TYPE_CHECKING:
    from tui.parser.attribution import Attribution
    from tui.parser.mentions import Mention
    from tui.parser.phrases import Phrases

_PARENTHETICAL = 25
"""Tokens that a comma pair between a subject and its verb may hold."""

_STEPS_BACK = 12
"""Words and phrases that may stand between a verb and the subject before it."""

_STEPS_ON = 6
"""Adverbials that may stand between a verb and the subject behind it."""

_LONGEST_ADVERBIAL = 12
"""Tokens of one of them."""


class Subjects:
    """Looks from a verb back or on to its subject."""

    def __init__(self, phrases: Phrases, attributions: list[Attribution]) -> None:
        """`attributions` are those found so far, from left to right; the list grows."""
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.grammar = phrases.grammar
        self.attributions = attributions

    def before(self, i: int) -> Mention | None:
        """Find the subject of a verb at token `i`; None where it has none of its own."""
        tokens, grammar, phrases = self.tokens, self.grammar, self.phrases
        j = i
        for _ in range(_STEPS_BACK):
            if not j:
                break
            before = tokens[j - 1]
            low = before.low
            mention = phrases.ending.get(j)
            if (
                mention is not None
                and mention.kind == "noun"
                and (mention.head in grammar.time_words)
            ):
                j = mention.first
            elif mention is not None and phrases.in_phrase(mention):
                j = mention.first - 1
                while j and (
                    tokens[j - 1].low in grammar.prepositions
                    or tokens[j - 1].low in grammar.complements
                ):
                    j -= 1
            elif mention is not None and self._is_predicate(mention):
                j = mention.first - 1
            elif mention is not None and not self._object_pronoun(mention):
                return self._coordinated(mention)
            elif low in grammar.relatives and low not in grammar.that:
                return self.antecedent(j - 1)
            elif self._steps_over(before) or self._is_predicative(j - 1):
                j -= 1
            elif before.text == ")":
                j = self._before_bracket(j)
            elif before.text in {",", "—", "–"}:
                mention = self._before_parenthetical(j - 1)
                if mention is not None:
                    return mention
                break
            else:
                break
        return None

    def behind(self, i: int, *, near: bool) -> Mention | None:
        """Find the phrase that may be the subject of a verb which ends before token `i`.

        Adverbials may stand between, and commas unless it must be `near`.
        """
        return self.phrases.at(self._past_adverbials(i, near=near))

    def _past_adverbials(self, i: int, *, near: bool) -> int:
        tokens, grammar, phrases = self.tokens, self.grammar, self.phrases
        for _ in range(_STEPS_ON):
            start = i
            i = skip_adverbs(tokens, i, grammar, limit=i + _LONGEST_ADVERBIAL)
            if i >= len(tokens):
                return i
            if tokens[i].low in grammar.determiners:
                return i  # "des" may be an article
            if tokens[i].low in grammar.prepositions or tokens[i].low in grammar.complements:
                i = phrases.phrase_end(i)
            elif tokens[i].text == "," and not near:
                return self._past_parenthetical(i)
            if i == start:
                return i
        return i

    def _past_parenthetical(self, comma: int) -> int:
        """Step over a comma pair before the subject: "a insisté, très applaudi, le patron de …"."""
        tokens, phrases = self.tokens, self.phrases
        mention = phrases.bare(comma + 1)
        if mention and mention.kind == "name" and phrases.is_full_name(mention):
            return comma + 1
        for k in range(comma + 1, min(comma + _PARENTHETICAL, len(tokens))):
            if tokens[k].text == ",":
                mention = phrases.bare(k + 1)
                if mention and phrases.may_speak(mention) and mention.kind != "pronoun":
                    return k + 1
                break
        return comma

    def _before_bracket(self, i: int) -> int:
        """Step back over the brackets that close right before token `i`."""
        tokens = self.tokens
        if not i or tokens[i - 1].text != ")":
            return i
        inside = range(i - 2, max(-1, i - _STEPS_BACK - 2), -1)
        return next((k for k in inside if tokens[k].text == "("), 0)

    def _steps_over(self, token: Token) -> bool:
        """May this word stand between a subject and its verb?"""
        low, grammar = token.low, self.grammar
        return (
            low in grammar.clitic_objects
            or low in grammar.adverbs
            or low in grammar.negations
            or low in grammar.modals
            or low in grammar.time_words
            or low in grammar.gerund_markers
            or low in grammar.prepositions
            or (len(low) > 6 and low.endswith(grammar.adverb_endings))
            or token.kind == NUMBER
        )

    def _is_predicate(self, mention: Mention) -> bool:
        """Is this what somebody is called: "Un homme présenté comme étant son frère a dit"?"""
        return mention.first > 0 and self._is_predicative(mention.first - 1)

    def _is_predicative(self, i: int) -> bool:
        """Does "comme", perhaps with a participle of to be, stand here behind a participle?"""
        tokens, grammar = self.tokens, self.grammar
        if tokens[i].low in grammar.copulas:
            i -= 1
        return (
            i > 0
            and tokens[i].low in grammar.manner
            and tokens[i - 1].low.endswith(grammar.telling_endings)
        )

    def _object_pronoun(self, mention: Mention) -> bool:
        low = mention.text.casefold()
        return (
            mention.kind == "pronoun"
            and low in self.grammar.clitic_objects
            and low not in self.grammar.subject_pronouns
        )

    def _coordinated(self, mention: Mention) -> Mention:
        """Join "Anne Roux et Paul Roux" into one plural mention."""
        first = mention.first
        if (
            mention.kind == "pronoun"
            or first < 2
            or self.tokens[first - 1].low not in self.grammar.coordinators
        ):
            return mention
        other = self.phrases.ending.get(first - 1)
        if other is None or other.kind != "name" or self.phrases.in_phrase(other):
            return mention
        if mention.kind == "noun":
            return replace(
                mention,
                first=other.first,
                start=other.start,
                text=self.phrases.text[other.start : mention.end],
                number="p",
                definite=False,
            )
        return joined(self.phrases.text, other, mention)

    def antecedent(self, i: int) -> Mention | None:
        """Find the noun that a relative pronoun at token `i` stands for."""
        if i and self.tokens[i - 1].low in self.grammar.coordinators and self.attributions:
            return self.attributions[-1].source  # "selon lequel … et qui ajoute"
        mention = self.phrases.ending.get(i)
        if mention is None and i and self.tokens[i - 1].text == ",":
            mention = self.phrases.ending.get(self._before_bracket(i - 1))
        if mention is None or not self.phrases.may_speak(mention):
            earlier = (m for m in reversed(self.phrases.mentions) if m.last <= i)
            near = (m for m in earlier if i - m.last < _STEPS_BACK and self.phrases.may_speak(m))
            mention = next(near, mention)
        return mention

    def _before_parenthetical(self, comma: int) -> Mention | None:
        """Find the subject before the comma pair that closes at token `comma`."""
        tokens, phrases = self.tokens, self.phrases
        whole = phrases.ending.get(self._before_bracket(comma))
        if whole and whole.kind == "name" and whole.head and not phrases.in_phrase(whole):
            return whole  # "le ministre, Paul Roux, a dit"
        inside = False
        for k in range(comma - 1, max(0, comma - _PARENTHETICAL), -1):
            if tokens[k].text in "()":
                inside = tokens[k].text == ")"
            if tokens[k].text in {",", "—", "–"} and not inside:
                mention = phrases.ending.get(self._before_bracket(k))
                if mention and not phrases.in_phrase(mention) and phrases.may_speak(mention):
                    return self._described(mention)
        return None

    def _described(self, mention: Mention) -> Mention:
        """Find the name that a bare noun tells more of: "Ann Lee, head of the port, and mother"."""
        first = mention.first
        if (
            mention.kind == "noun"
            and first > 1
            and self.tokens[first].low not in self.grammar.determiners
            and self.tokens[first - 1].text == ","
        ):
            name = self.phrases.ending.get(first - 1)
            if name is not None and name.kind == "name" and not self.phrases.in_phrase(name):
                return name
        return mention
