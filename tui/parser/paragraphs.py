"""The article's prose, paragraph by paragraph, each sentence with its phrases and its cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.attribution import Attributor
from tui.parser.cues import find_cues, opens_incise
from tui.parser.dialogue import find_turns
from tui.parser.header import past_aside
from tui.parser.marks import find_runs
from tui.parser.morphology import verb_forms
from tui.parser.phrases import Phrases
from tui.parser.sentences import split
from tui.parser.tokens import NUMBER, SIGN, WORD, Token, tokenize
from tui.text.typography import level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.parser.attribution import Attribution
    from tui.parser.document import Block
    from tui.parser.languages.speech import SpeechGrammar
    from tui.parser.marks import Run

_CONTINUES = 6
"""Words after marks among which a verb that reports them stands: "“Who knows?” Ann Lee said"."""


_NO_WORDS = frozenset({NUMBER, SIGN})


class Sentence:
    """One sentence; its phrases, its cues and their sources are found when they are asked for."""

    __slots__ = (
        "_attributions", "_known", "_phrases", "_wordless", "grammar", "silent", "text", "tokens",
    )  # fmt: skip

    def __init__(
        self, text: str, tokens: list[Token], grammar: SpeechGrammar, known: frozenset[str]
    ) -> None:
        """See `Names` for `known`."""
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self._known = known
        self._phrases: Phrases | None = None
        self._attributions: list[Attribution] | None = None
        self._wordless: bool | None = None
        self.silent = tokens[0].kind in _NO_WORDS and all(t.kind in _NO_WORDS for t in tokens)
        """Has it neither words nor marks, as a cell of a table? It names and reports nothing."""

    @property
    def phrases(self) -> Phrases:
        """Its noun phrases."""
        if self._phrases is None:
            self._phrases = Phrases(self.text, self.tokens, self.grammar, self._known)
        return self._phrases

    @property
    def attributions(self) -> list[Attribution]:
        """Each cue with its source, from left to right."""
        if self._attributions is None:
            cues = find_cues(self.tokens, self.grammar)
            self._attributions = Attributor(self.phrases, cues).attributions if cues else []
        return self._attributions

    @property
    def wordless(self) -> bool:
        """Has it nothing but marked words and signs?"""
        if self._wordless is None:
            self._wordless = not any(t.run is None and t.text.isalnum() for t in self.tokens)
        return self._wordless

    @property
    def start(self) -> int:
        """Where its first token begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last token ends."""
        return self.tokens[-1].end


class Prose:
    """Reads sentences from a text in one language."""

    def __init__(self, text: str, grammar: SpeechGrammar) -> None:
        self.text = text
        self.grammar = grammar
        self._level = level(text)

    def paragraphs(self, blocks: Iterable[Block]) -> list[list[Sentence]]:
        """Read the sentences of each block."""
        spans = [
            (past_aside(self._level, block.start, block.end), block.end)  # nobody is "Watch below"
            for block in blocks
        ]
        marked = find_runs(self.text, spans)
        for number, turns in find_turns(self.text, spans, self._plain).items():
            marked[number] = _outermost(marked[number], turns)
        tokens = [
            tokenize(self._level, start, end, runs, self.grammar)
            for (start, end), runs in zip(spans, marked, strict=True)
        ]
        known = _names_inside(tokens)
        return [[self._sentence(part, known) for part in self._split(whole)] for whole in tokens]

    def inside(self, run: Run) -> Iterator[Sentence]:
        """Read the sentences between a pair of marks that may hold an incise of the reporter's."""
        tokens = tokenize(self._level, run.start, run.end, (), self.grammar)
        if any(opens_incise(tokens, i, self.grammar) for i in range(1, len(tokens))):
            for part in self._split(tokens):
                yield self._sentence(part, frozenset())

    def _plain(self, start: int, end: int) -> list[Sentence]:
        """Read the sentences of a stretch, whatever marks stand in it."""
        tokens = tokenize(self._level, start, end, (), self.grammar)
        return [self._sentence(part, frozenset()) for part in self._split(tokens)]

    def _sentence(self, tokens: list[Token], known: frozenset[str]) -> Sentence:
        return Sentence(self.text, tokens, self.grammar, known)

    def _split(self, tokens: list[Token]) -> list[list[Token]]:
        return split(self.text, tokens, self._continues)

    def _continues(self, tokens: list[Token], i: int) -> bool:
        if not self.grammar.subject_precedes:
            return False
        finite = verb_forms(self.grammar).finite
        for token in tokens[i : i + _CONTINUES]:
            if token.kind != WORD:
                return False
            if token.low in finite:
                return True
        return False


def _outermost(marked: tuple[Run, ...], turns: tuple[Run, ...]) -> tuple[Run, ...]:
    """Keep, of marks inside a turn or turns inside marks, what stands around the other."""
    kept: list[Run] = []
    for run in sorted((*marked, *turns), key=lambda run: run.outer_start):
        if not kept or run.outer_start >= kept[-1].outer_end:
            kept.append(run)
    return tuple(kept)


def _names_inside(paragraphs: list[list[Token]]) -> frozenset[str]:
    """Collect the words written with a capital where no sentence begins."""
    return frozenset(
        token.text
        for tokens in paragraphs
        for i, token in enumerate(tokens)
        if token.capital
        and i
        and token.kind == WORD
        and tokens[i - 1].kind == WORD
        and not tokens[i - 1].text.endswith(".")
    )
