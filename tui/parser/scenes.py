"""What is handed on while an article is read: the sentence at hand, voices, quotes begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.parser.article import QuoteKind, Span
    from tui.parser.attribution import Attribution
    from tui.parser.entities import Entity
    from tui.parser.mentions import Mention
    from tui.parser.paragraphs import Sentence
    from tui.parser.partial_date import PartialDate


class Voice(NamedTuple):
    """Whose words they are, with the mention and the cue that stand beside them."""

    entity: Entity | None
    mention: Mention | None = None
    cue: Span | None = None


class Scene(NamedTuple):
    """The sentence that is being read."""

    paragraph: int
    number: int
    """Counted from the paragraph's head."""
    sentence: Sentence
    subject: Entity | None
    """Who it is about."""
    sources: dict[Attribution, Entity | None]
    """Who stands behind each attribution."""
    tellers: Sequence[Mention] = ()
    """Whose account it tells of."""


class Said(NamedTuple):
    """The last words quoted: what goes on without a cue of its own goes on from here."""

    voice: Voice
    paragraph: int
    sentence: int


class Draft(NamedTuple):
    """A quote whose speaker may yet be named."""

    start: int
    end: int
    kind: QuoteKind
    voice: Voice
    date: PartialDate | None
