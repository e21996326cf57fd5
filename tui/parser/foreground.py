"""Who is in the foreground at this point of the article, and how far."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.parser.entities import Entity

TOPIC, SPOKE, SUBJECT, AGENT, MENTIONED = 3.0, 2.5, 2.0, 1.5, 0.5
"""How far in the foreground somebody comes: named as the topic ("quant à X"), by speaking, as the
subject of a sentence, of a clause inside it, or by being named at all."""

_FADING = 0.6
"""What every further sentence takes away."""

_MEMORY = 60
"""How many appearances a pronoun or a role looks back."""


class Foreground:
    """Remembers who appeared, how far in front, and in which sentence."""

    def __init__(self) -> None:
        self._appearances: list[tuple[Entity, float, int]] = []
        self._sentence = 0

    def turn(self) -> None:
        """Go on to the next sentence."""
        self._sentence += 1

    def notice(self, entity: Entity, salience: float) -> None:
        """Somebody appears."""
        self._appearances.append((entity, salience, self._sentence))

    def latest(self) -> Iterator[Entity]:
        """Go through who appeared, the last one first."""
        for entity, _, _ in self._appearances[: -_MEMORY - 1 : -1]:
            yield entity

    def ranked(self, least: float = -inf) -> dict[Entity, float]:
        """Tell how far in the foreground everybody is now, the latest first among equals.

        Only appearances with a salience of `least` or more count.
        """
        ranked: dict[Entity, float] = {}
        for entity, salience, sentence in self._appearances[: -_MEMORY - 1 : -1]:
            now = salience - _FADING * (self._sentence - sentence)
            if salience >= least and now > ranked.get(entity, -inf):
                ranked[entity] = now
        return ranked
