"""Speakers and people as the reader sees them, made of what coreference found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser.article import Person, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.parser.article import Resolution
    from tui.parser.entities import Entity
    from tui.parser.mentions import Mention


def speaker_of(entity: Entity, mention: Mention | None) -> Speaker:
    """Describe the source of a quote, by the mention beside it where there is one."""
    how: Resolution = "continued"
    if mention is not None:
        how = {"name": "named", "noun": "role", "pronoun": "pronoun"}[mention.kind]  # type: ignore[assignment]
    return Speaker(
        entity.name,
        entity.roles[0] if entity.roles else None,
        mention.start if mention else None,
        mention.end if mention else None,
        how,
    )


def people_of(text: str, entities: Iterable[Entity], speakers: set[Entity]) -> tuple[Person, ...]:
    """List the people in the article and whoever else speaks, in the order of first mention.

    A role that was named only later is one with its bearer.
    """
    spans: dict[Entity, set[tuple[int, int]]] = {}
    for entity in entities:
        spans.setdefault(entity.same or entity, set()).update(entity.spans)
    people: list[Person] = []
    for entity, found in spans.items():
        if entity in speakers or _is_somebody(entity):
            mentions = tuple(Span.of(text, *span) for span in sorted(found))
            others = dict.fromkeys(m.text for m in mentions if m.text != entity.name)
            people.append(Person(entity.name, tuple(others), tuple(entity.roles), mentions))
    return tuple(people)


def _is_somebody(entity: Entity) -> bool:
    """Is a name that nobody's words are tied to that of a person or body?

    A single word which neither a title, a role nor a given name goes with is most often a place or
    a medium: "Brest", "Twitter". Of two named together, each is somebody.
    """
    return (
        entity.named
        and not entity.several
        and bool(entity.person or entity.roles or len(entity.words) > 1)
    )
